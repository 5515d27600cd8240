"""Bylines as pages print them: marked elements near the headline, and lines like "By Ann Lowe".

What linked data and meta elements leave unsaid is often in the page. An element counts if
its publisher marks it as the author's: by rel or itemprop anywhere; by a link to the author's
page or a class only near the heading, since further down they belong to teasers. A line
counts by its words, just after the headline, or anywhere behind "Author:".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from lxml.html import HtmlElement

from include.articles.blocks import Block
from include.articles.names import looks_like_name
from include.articles.page import Page
from include.articles.prune import names_of
from include.articles.text import line

_MARKED = re.compile(
    r"\b(?:author(?:s| name| link)?|byline(?: name| author)?|by line|by author|byauthor|"
    r"autor(?:en|es|in|a|name)?|auteur(?:s)?|verfasser|article writer|posted by|post author|"
    r"entry author|meta author|contributor(?: name)?|redakteur|firma|signature|"
    r"author vcard|vcard author|penulis|yazar|reporter(?: name)?|journalist)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:comments?|kommentare?|related|teasers?|sidebar|footer|recommend\w{0,8}|popular|more|"
    r"latest|list|archive|widget|card|cards|next|trending|carousel|avatar|bio|biography)\b"
)
_LINE = re.compile(
    r"^\W{0,3}(?:(?:written |reported |posted |published |story |words |text )?by|von|par|por|"
    r"di|door|af|av|oleh|autorin/autor|"
    r"(?:ein(?:e)? |blog ?)?(?:artikel|beitrag|gastbeitrag|kommentar|interview|bericht|text) von|"
    r"(?:verfasst|geschrieben|erstellt|veröffentlicht) von|"
    r"(?:text|texto|texte|autor(?:in|en)?|author|auteur)\s?:)\s",
    re.IGNORECASE,
)
# Labels that say enough to be believed far from the headline.
_LABELLED = re.compile(
    r"^\W{0,3}(?:(?:written|posted) by\s|(?:verfasst|geschrieben) von\s|(?:text|artikel) von\s|"
    r"(?:text|autor(?:in|en)?|author|auteur|redaktion|责编|责任编辑|作者|记者|記者|מאת|כתב|"
    r"بقلم|كتبت?|إعداد|به قلم|نویسنده)\s?[:：]\s?|(?:מאת|بقلم|به قلم)\s)",
    re.IGNORECASE,
)
# A date and time before the byline, and what may stand behind it.
_WHEN = re.compile(r"^[\d.:,/|\s-]{6,24}(?:uhr)?\W{0,3}", re.IGNORECASE)
_END = re.compile(r"\s[|•·–—@»]\s|\s{2,}|\s(?:am|on|le)\s(?=\w{1,12}[\s,]|\d)|(?<![^\W\d_])\d")
# Where a link leads that is an author's name; its last part names them again.
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|in|a|i)?|auteurs?|auteur|verfasser|staff|newsteam|journalists?|"
    r"redakteure?|reporters?|writers?|columnists?|contributors?|penulis|yazar(?:lar)?)/"
    r"([^/?#]{2,80})(?:/\d{1,12})?/?(?:[?#]|$)",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"\b(?:close|follow|bio|e-?mail|view profile|folgen|schließen|suivre|seguir)\b", re.I
)
_TAGS = "a span address div p li strong em b i cite h4 h5 h6".split()
_MAX_LENGTH = 120
_SHORT = 50
_CLASS, _LINK, _PLAIN = 1, 2, 3
_MAX_MARKS = 40
# Elements after the heading; what is marked further on belongs to teasers.
_NEAR = 60
_AFTER_HEADLINE = 12
_MAX_BLOCKS = 600
_ONE_NAME = 3


def marked_bylines(page: Page) -> Iterator[tuple[str, bool]]:
    """Texts that the page marks as its authors', and whether in so many words (rel,
    itemprop), those first."""
    yield from _marked(page.tree)


def byline_lines(page: Page, titles: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Lines near the headline that begin as bylines do, then those that say "Author:" wherever
    they stand; and whether there is no more in them than one name."""
    yield from _lines(page, titles)


def _marked(tree: HtmlElement) -> Iterator[tuple[str, bool]]:
    scored: list[tuple[int, bool, int, str, HtmlElement]] = []
    since_heading: int | None = None if next(tree.iter("h1"), None) is not None else 0
    for order, element in enumerate(tree.iter("h1", *_TAGS)):
        if element.tag == "h1":
            since_heading = 0
            continue
        if since_heading is not None:
            since_heading += 1
        score = _mark(element)
        if not score or (score < _PLAIN and (since_heading or 0) > _NEAR):
            continue
        text = _shown_name(element)
        if not 3 < len(text) <= _MAX_LENGTH:
            continue
        if any(_ELSEWHERE.search(names_of(each)) for each in _near(element)):
            continue
        scored.append((-score, since_heading is None, order, text, element))
        if len(scored) > _MAX_MARKS:
            break
    scored.sort(key=lambda mark: mark[:3])
    for at, (score, _, _, text, element) in enumerate(scored):
        if score == -_CLASS:
            yield text, False
            continue
        beside = [t for s, _, _, t, e in scored[at + 1 :] if s == score and _are_beside(element, e)]
        yield "; ".join(dict.fromkeys((text, *beside))), True


def _shown_name(element: HtmlElement) -> str:
    """The text of a mark; of a card with a name, buttons and the name again, the name."""
    parts = [part for part in element.itertext() if part.strip()]
    text = line(" ".join(parts)[:400])
    first = line(parts[0]) if parts else ""
    rest = text[len(first) :]
    if looks_like_name(first) and (first in rest or _BUTTON.search(rest)):
        return first
    return text


def _are_beside(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether two marks stand in one line, as the links of an article's authors do."""
    home = one.getparent()
    if home is None or home.tag in ("body", "article", "main", "section"):
        return False
    return other.getparent() is home


def _mark(element: HtmlElement) -> int:
    """How plainly an element is marked as the author's."""
    if "author" in (element.get("rel") or "").lower().split():
        return _PLAIN
    if (element.get("itemprop") or "").lower() in ("author", "name") and (
        element.get("itemprop") == "author" or _is_in_author(element)
    ):
        return _PLAIN
    if element.tag == "a" and _leads_to_author(element):
        return _LINK
    names = names_of(element)
    if not names or not _is_marked(names):
        return 0
    return _LINK if "vcard" in names and _is_short(element) else _CLASS


@lru_cache(maxsize=16_384)
def _is_marked(names: str) -> bool:
    return _MARKED.search(names) is not None


def _is_short(element: HtmlElement) -> bool:
    text = line("".join(element.itertext())[:_MAX_LENGTH])
    return len(text) <= _SHORT and not any(map(str.isdigit, text))


def _leads_to_author(link: HtmlElement) -> bool:
    """Whether a link leads to the page of the author it names."""
    page = _AUTHOR_PAGE.search((link.get("href") or "")[:300])
    if page is None:
        return False
    slug = _plain(unquote(page[1]))
    words = _plain(" ".join(link.itertext())[:_MAX_LENGTH]).split()
    return any(len(word) > 2 and word in slug for word in words)


def _plain(text: str) -> str:
    """`text` in lower case without accents, as addresses spell it."""
    parts = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def _is_in_author(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.get("itemprop") == "author"


def _near(element: HtmlElement) -> Iterator[HtmlElement]:
    around: HtmlElement | None = element
    for _ in range(4):
        if around is None or around.tag in ("article", "main", "body"):
            return
        yield around
        around = around.getparent()


def _lines(page: Page, titles: frozenset[str]) -> Iterator[tuple[str, bool]]:
    blocks = page.blocks
    at = next((i for i, b in enumerate(blocks) if b.tag == "h1" or b.key in titles), None)
    near = range(max(0, at - 2), at + _AFTER_HEADLINE) if at is not None else range(0)
    for index in near:
        if index < len(blocks):
            yield from _named(blocks[index], _LINE)
    for block in blocks[:_MAX_BLOCKS]:
        yield from _named(block, _LABELLED)


def _named(block: Block, pattern: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    if not 5 < len(block.text) <= _MAX_LENGTH or block.tag in ("h1", "h2"):
        return
    text = _WHEN.sub("", block.text, count=1)
    if pattern.match(text) is None:
        return
    text = _END.split(text)[0]
    if text[:1] in ("(", "（"):
        text = text.strip(" ()（）")
    yield text, len(text.split()) <= _ONE_NAME
