"""How much of a body points to other pages: what tells a listing from an article.

A listing is made of cards: a headline that is a link to another page of the site, and a
line or two about it in the same box. In an article the box around a paragraph and the
nearest such link is the whole article, which holds many of both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from include import urls
from include.articles.blocks import Block
from include.articles.text import count_words, folded

_LINKED = 0.8
_HEADLINE_WORDS = 3
_MAX_HEADLINE = 300
_MAX_TEASER = 700
_NEAR = 6
_ROW_LINKS = 20
_LABEL = 24
_MOST_LINKS = 4
_ONWARD = re.compile(
    r"^(?:read|read more|more|continue reading|learn more|view|weiterlesen|"
    r"mehr(?: lesen| erfahren)?|"
    r"zum artikel|lire(?: la suite| plus)?|en savoir plus|leer(?: más)?|seguir leyendo|ver más|"
    r"leggi(?: tutto)?|continua|leia mais|lees (?:meer|verder)|läs mer|les mer|læs mere|"
    r"czytaj(?: więcej| dalej)?|více|devamı(?:nı oku)?|подробнее|читать(?: далее)?|"
    r"続きを読む|더보기)$"
)
_LEVELS = 6
_FEWEST_CARDS = 3


@dataclass(slots=True)
class _Card:
    """A headline that leads elsewhere, the boxes around it, and the blocks after it."""

    link: Block
    target: str
    boxes: list[HtmlElement]
    after: list[Block] = field(default_factory=list)


def listed_share(body: str, blocks: list[Block], url: str) -> float:
    """The part of `body` (0 to 1) that is cards of other pages; 0 where there are few cards.

    `blocks` are all of the page at `url`, in order.
    """
    lines = dict.fromkeys(body.split("\n"), 0)
    cards = _cards(blocks, url)
    if len({card.target for card in cards}) < _FEWEST_CARDS:
        return 0.0
    targets: dict[HtmlElement, set[str]] = {}
    for card in cards:
        for box in card.boxes:
            targets.setdefault(box, set()).add(card.target)
    shown = set()
    for card in cards:
        told = _told(card, targets)
        if any(block.text in lines for block in told):
            shown.add(card.target)
        for block in told:
            lines[block.text] = len(block.text)
    if len(shown) < _FEWEST_CARDS:
        return 0.0
    whole = body.split("\n")
    return sum(lines[text] for text in whole) / max(1, sum(map(len, whole)))


def count_cards(blocks: list[Block], url: str) -> int:
    """How many other pages of the site the page at `url` names by their headlines."""
    return len({card.target for card in _cards(blocks, url)})


def _cards(blocks: list[Block], url: str) -> list[_Card]:
    cards: list[_Card] = []
    for block in blocks:
        # A date or a place may stand before a headline that is a link.
        is_linked = block.link_share > _LINKED or (
            block.links > _ROW_LINKS and len(block.text) - block.links < _LABEL
        )
        is_headline = (
            is_linked
            and len(block.text) <= _MAX_HEADLINE
            and count_words(block.text) >= _HEADLINE_WORDS
        )
        is_row = block.in_table and " | " in block.text and block.links > _ROW_LINKS
        target = _target(block, url) if is_headline or is_row else None
        if target is None and block.is_head and not block.links:
            target = _led_to(block, url)
        if target is not None:
            cards.append(_Card(block, target, _boxes(block.element)))
        elif cards and len(cards[-1].after) < _NEAR:
            cards[-1].after.append(block)
    return cards


def _told(card: _Card, targets: dict[HtmlElement, set[str]]) -> list[Block]:
    """The blocks of a card: its headline, and what its box says of the page it leads to."""
    own = [box for box in card.boxes if len(targets[box]) == 1]
    inner = [block for block in card.after if any(b in own for b in _boxes(block.element))]
    if sum(len(block.text) for block in inner) > _MAX_TEASER:
        return [card.link]
    if (
        not inner
        and (card.link.is_head or card.link.tag == "dt")
        and card.after
        and not card.after[0].is_head
    ):
        # Headings and lines in turn, without a box around each pair.
        prose = [b for b in card.after if len(b.text) > 40]
        if len(card.after) < _NEAR and len(prose) == 1:
            return [card.link, *prose]
    return [card.link, *inner]


def _boxes(element: HtmlElement) -> list[HtmlElement]:
    """An element and those around it, the nearest first, up to the page's own."""
    found: list[HtmlElement] = []
    box: HtmlElement | None = element
    while box is not None and len(found) < _LEVELS and box.tag not in ("body", "main", "html"):
        found.append(box)
        box = box.getparent()
    return found


def _led_to(block: Block, url: str) -> str | None:
    """Where the box of a heading leads that is no link itself: its one link covers the box,
    repeats the heading, or says "Read more"."""
    box: HtmlElement | None = block.element.getparent()
    for _ in range(3):
        if box is None or box.tag in ("body", "main", "html"):
            return None
        links = list(islice(box.iter("a"), _MOST_LINKS))
        targets = {_address(link.get("href") or "", url) for link in links}
        if len(targets) > 1 or len(links) == _MOST_LINKS:
            return None
        if links:
            said = [folded("".join(link.itertext())) for link in links]
            leads = any(not s or block.key in s or _ONWARD.match(s) for s in said)
            return targets.pop() if leads else None
        box = box.getparent()
    return None


def _target(block: Block, url: str) -> str | None:
    """Where a linked headline leads, if that is another page of the same site."""
    link: HtmlElement | None = block.element
    for _ in range(4):
        if link is None or link.tag == "a":
            break
        inner = next(link.iter("a"), None)
        link = inner if inner is not None else link.getparent()
    return _address(link.get("href") or "", url) if link is not None and link.tag == "a" else None


@lru_cache(maxsize=1_024)
def _address(href: str, url: str) -> str | None:
    """The path and query of a link to another page of the same site, or None."""
    href = href.strip()
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:")):
        return None
    try:
        here, there = urlsplit(url), urlsplit(urljoin(url, href))
        is_here = there.netloc == here.netloc or urls.same_site(there.geturl(), url)
    except (urls.BadUrl, ValueError):
        return None
    if not is_here or there.scheme not in ("http", "https"):
        return None
    if (there.path, there.query) == (here.path, here.query):
        return None
    return f"{there.path}?{there.query}"
