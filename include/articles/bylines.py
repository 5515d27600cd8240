"""Bylines as pages print them: marked elements near the headline, and lines like "By Ann Lowe".

What linked data and meta elements leave unsaid is often in the page. An element counts if
its publisher marks it as the author's (rel, itemprop, a class that says so); a line counts
by its words, just after the headline. Only what looks like a person's
name is taken, so that labels and teasers stay out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from include.articles.blocks import Block, blocks_of
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
    r"di|door|af|av|text\s?:|texto\s?:|texte\s?:|autor(?:in|en)?\s?:|author\s?:|auteur\s?:|"
    r"verfasst von|geschrieben von|ein beitrag von|ein gastbeitrag von|oleh)\s",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "von van der den de del della di da do dos das du la le el al bin ibn ben ter ten zu zur zum "
    "und y e i af av st".split()
)
_NO_NAMES = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"januar|februar|märz|mai|juni|juli|oktober|dezember|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|today|heute|"
    r"news|blog|home|menu|share|comment\w{0,3}|kommentar\w{0,2}|image|photo|foto|getty|"
    r"tricks|tipps|alles|über|the|und|mehr|author|autor|auteurs?|no|unknown|guest|gast|"
    r"folgen|capital|stand|updated|quelle|source|licensed|human|top)\b",
    re.IGNORECASE,
)
_TAGS = "a span address div p li strong em b i cite h4 h5 h6".split()
_MAX_LENGTH = 120
_PLAIN = 3
_AFTER_HEADLINE = 12


def marked_bylines(page: Page) -> Iterator[tuple[str, bool]]:
    """Texts that the page marks as its authors', and whether in so many words (rel,
    itemprop), those first."""
    yield from _marked(page.tree)


def byline_lines(page: Page, titles: frozenset[str]) -> Iterator[str]:
    """Lines near the headline that begin as bylines do."""
    yield from _lines(page, titles)


def looks_like_name(name: str) -> bool:
    """Whether a text may be a person's full name (two words or more, or no Latin letters)."""
    words = name.split()
    if not 1 <= len(words) <= 5 or _NO_NAMES.search(name) or any(map(str.isdigit, name)):
        return False
    if not name.isascii() and not any("a" <= c.lower() <= "ɏ" for c in name):
        return 2 <= len(name) <= 24
    if len(words) < 2:
        return False
    proper = [w for w in words if w.lower() not in _PARTICLES]
    return len(proper) >= 2 and all(word[0].isupper() for word in proper)


def _marked(tree: HtmlElement) -> Iterator[tuple[str, bool]]:
    scored: list[tuple[int, int, str]] = []
    for order, element in enumerate(tree.iter(*_TAGS)):
        score = _mark(element)
        if not score:
            continue
        text = line(" ".join(part for part in element.itertext() if part.strip())[:400])
        if not 3 < len(text) <= _MAX_LENGTH:
            continue
        if any(_ELSEWHERE.search(names_of(each)) for each in _near(element)):
            continue
        scored.append((-score, order, text))
        if len(scored) > 40:
            break
    for score, _, text in sorted(scored):
        yield text, score == -_PLAIN


def _mark(element: HtmlElement) -> int:
    """How plainly an element is marked as the author's."""
    if "author" in (element.get("rel") or "").lower().split():
        return _PLAIN
    if (element.get("itemprop") or "").lower() in ("author", "name") and (
        element.get("itemprop") == "author" or _is_in_author(element)
    ):
        return _PLAIN
    names = names_of(element)
    return 2 if names and _MARKED.search(names) is not None else 0


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


def _lines(page: Page, titles: frozenset[str]) -> Iterator[str]:
    blocks = blocks_of(page.tree)
    at = next((i for i, b in enumerate(blocks) if b.tag == "h1" or b.key in titles), None)
    if at is not None:
        for block in blocks[max(0, at - 2) : at + _AFTER_HEADLINE]:
            yield from _named(block)


def _named(block: Block) -> Iterator[str]:
    is_title = block.tag in ("h1", "h2")
    if 5 < len(block.text) <= _MAX_LENGTH and not is_title and _LINE.match(block.text) is not None:
        yield re.split(r"\s[|•·–—]\s|\d", block.text)[0]
