"""What stands beside the article: asides, comments, related pages, cards of other pages."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from include.articles.prune import names_of
from include.articles.text import folded

# Names of elements that hold the date or the author of their article.
NAMED_FOR_DATE = re.compile(
    r"\b(?:date|dates|datum|fecha|data|dato|published|publish|pub|pubdate|posted|posted on|"
    r"time|timestamp|datetime|meta|byline|dateline|zeit|kopf|infos?|credits?)\b"
)
_OTHERS = re.compile(
    r"\b(?:comments?|kommentare?|commentaires|comentarios|related|recommend(?:ed|ations?)|"
    r"most (?:read|viewed|popular)|mais lidas|mas leidas|meistgelesen|trending|disqus|"
    r"site footer|page footer|privacy)\b"
)
_CARD = 600
_HEADLINE = 22
_FEWEST_SPACES = 3
_TO_AUTHOR = re.compile(r"aut(?:h?or|eur)|comment|kommentar|profile?|user|staff|#", re.IGNORECASE)


def is_beside(element: HtmlElement, *, at_headline: bool = False, is_first: bool = False) -> bool:
    """Whether an element stands beside the article: in an aside or the foot of the page, or
    among comments, related pages and the most read.

    An aside or footer of the article itself counts as its head `at_headline`, or where it is
    named for its date or author; what `is_first` below the headline is no comment.
    """
    for around in islice(element.iterancestors(), 12):
        if around.tag in ("body", "html"):
            return False
        names = names_of(around)
        if _OTHERS.search(names) and not is_first:
            return around.find(".//h1") is None
        if around.tag in ("aside", "footer", "nav"):
            is_own = around.tag != "nav" and (
                at_headline or NAMED_FOR_DATE.search(names) is not None
            )
            if not is_own or next(around.iterancestors("article", "main"), None) is None:
                return around.find(".//h1") is None
    return False


def in_card(element: HtmlElement, titles: frozenset[str]) -> bool:
    """Whether an element stands in the box of another page: beside a link as long as a headline."""
    for around in islice(element.iterancestors(), 3):
        if around.tag in ("body", "html", "main") or around.find(".//h1") is not None:
            return False
        if around.tag not in ("li", "article", "div", "a", "section", "td"):
            continue
        links = [around] if around.tag == "a" else list(islice(around.iter("a"), 4))
        if len("".join(islice(around.itertext(), 60))) > _CARD:
            return False
        if any(_leads_away(link, titles) for link in links):
            return True
    return False


def _leads_away(link: HtmlElement, titles: frozenset[str]) -> bool:
    said = folded("".join(link.itertext())[:300])
    if len(said) < _HEADLINE or said.count(" ") < _FEWEST_SPACES or said in titles:
        return False
    target = (link.get("href") or "")[:300]
    return bool(target) and not target.startswith("#") and _TO_AUTHOR.search(target) is None
