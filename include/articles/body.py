"""The body of a page's article, put together from the page's own blocks.

Trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15) says where the
article is; the blocks it names are taken from the page with what stands between them and
belongs to them, the standfirst goes in front, furniture goes out. Where that brings too
little for the page at hand, other readings of it compete: the page unpruned, the state it
hands to its scripts, its densest box, and the text in its linked data.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

from include.articles import assemble, linked_data, metadata
from include.articles.app_state import state_body
from include.articles.blocks import Block, blocks_of
from include.articles.page import Page, parse
from include.articles.pointing import pointed_at
from include.articles.prune import drop_siblings, prune
from include.articles.screen import MAX_SHOWN
from include.articles.text import count_words, folded, normal, without_asides

_DOUBTFUL_WORDS = 150
_PROSE = 80
_MORE = 1.5
_FEW_WORDS = 60
_NOTHING = 30
_MOST_BLOCKS = 3_000
# Of the page's prose, what a quick reading must bring; and its lines that may be short.
_MOST = 0.8
_SHORT = 40
_MOST_SHORT = 0.25


@dataclass(frozen=True, slots=True)
class Body:
    """A body in normal form, the method that made it, and why that one.

    `blocks` are what a reader sees on the page, in order.
    """

    text: str
    method: str
    reason: str
    blocks: list[Block]


def best_body(page: Page, markup: str, *, titles: frozenset[str], authors: frozenset[str]) -> Body:
    """The body of a page; empty where no method finds one. Prunes the page's tree.

    `markup` is the text the page was parsed from, for a second reading; `titles` and
    `authors` are what the page calls its article and names, folded.
    """
    stated = _stated_body(page)
    descriptions = metadata.descriptions(page)
    told = assemble.Told(
        titles=titles,
        authors=authors,
        descriptions=descriptions,
        captions=_captions(page.tree),
        body=folded(stated),
    )
    drop_siblings(page.tree, titles)
    prune(page.tree)
    blocks = blocks_of(page.tree)
    text = _read(page.tree, blocks, told)
    method, reason = "blocks", "enough for this page"
    words, prose = count_words(text), _prose(blocks)
    doubt = _doubt(words, prose, count_words(stated))
    if doubt and len(blocks) <= _MOST_BLOCKS:
        text, method, reason = _second_opinion(page, markup, blocks, told, text, stated, doubt)
    return Body(
        text=text,
        method=method,
        reason=reason,
        blocks=blocks,
    )


def _doubt(words: int, prose: int, stated: int) -> str:
    """Why a body of so many words is doubtful on its page, or an empty string."""
    if words < _DOUBTFUL_WORDS:
        return f"{words} words at first"
    if words * 3 < prose:
        return f"{words} of {prose} words of prose at first"
    if words * _MORE < stated:
        return f"{words} of {stated} stated words at first"
    return ""


def _second_opinion(
    page: Page,
    markup: str,
    blocks: list[Block],
    told: assemble.Told,
    text: str,
    stated: str,
    doubt: str,
) -> tuple[str, str, str]:
    """The best of what other methods read, with its method and reason."""
    best, method = text, "blocks"
    readings = []
    whole = parse(markup, page.url)
    if whole is not None:
        if count_words(text) < _FEW_WORDS:
            readings.append(("app_state", _as_text(state_body(whole.tree), page.url)))
        drop_siblings(whole.tree, told.titles)
        readings.append(("unpruned", _read(whole.tree, blocks_of(whole.tree), told)))
    if count_words(text) < _NOTHING:
        readings.append(("densest", assemble.assemble(_densest(blocks), blocks, told)))
    for name, reading in readings:
        if _is_better(reading, best):
            best, method = reading, name
    much_more = count_words(text) * 2 < count_words(stated)
    if much_more and _is_better(stated, text) and count_words(best) < _MORE * count_words(stated):
        best, method = stated, "linked_data"
    return best, method, doubt


def _is_better(reading: str, best: str) -> bool:
    """Whether `reading` says much more than `best`, and what `best` says."""
    words = count_words(best)
    if count_words(reading) <= _MORE * words:
        return False
    if words < _FEW_WORDS:
        return True
    lines = [folded(part) for part in best.split("\n") if len(part) >= _PROSE]
    whole = folded(reading)
    return sum(part[:_PROSE] in whole for part in lines) * 2 > len(lines)


def _read(tree: HtmlElement, blocks: list[Block], told: assemble.Told) -> str:
    """The body that Trafilatura points at.

    Its own search first; the comparison with other extractors, which takes as long again,
    only where that brings little of the page's prose, much else, or many short lines.
    """
    prose = _prose(blocks)

    def _is_enough(found: str) -> bool:
        words = count_words(found)
        is_fitting = max(_MOST * prose, _DOUBTFUL_WORDS) <= words <= _MORE * prose
        return is_fitting and not is_scrappy(found)

    return assemble.assemble(without_asides(pointed_at(tree, _is_enough)), blocks, told)


def is_scrappy(text: str) -> bool:
    """Whether many lines are short, as those of menus and boxes are."""
    lines = text.split("\n")
    return sum(len(each) < _SHORT for each in lines) > _MOST_SHORT * len(lines)


def _captions(tree: HtmlElement) -> frozenset[str]:
    """What pictures are described as, folded: their captions repeat it."""
    described = (folded(image.get("alt") or "") for image in tree.iter("img"))
    return frozenset(text for text in described if len(text) > 10)


def _prose(blocks: list[Block]) -> int:
    """The words of the page's running text: long blocks with few links."""
    return sum(
        count_words(block.text)
        for block in blocks
        if len(block.text) >= _PROSE and block.link_share < 0.3 and not block.in_figure
    )


def _densest(blocks: list[Block]) -> str:
    """The prose of the element that holds most of it."""
    homes: dict[int, list[str]] = {}
    for block in blocks:
        parent = block.home
        is_prose = block.tag == "p" and len(block.text) >= _PROSE and block.link_share < 0.3
        if is_prose and parent is not None and not block.in_figure:
            homes.setdefault(id(parent), []).append(block.text)
    found = max(homes.values(), key=lambda texts: sum(map(len, texts)), default=[])
    return "\n".join(found) if len(found) > 1 else ""


def _stated_body(page: Page) -> str:
    """The article's text as linked data has it, in normal form, or an empty string."""
    for node in linked_data.article_nodes(page.nodes):
        stated = node.get("articleBody")
        if isinstance(stated, str) and 200 < len(stated) <= MAX_SHOWN:
            return _as_text(unescape(unescape(stated)), page.url)
    return ""


def _as_text(text: str, url: str) -> str:
    """What may be HTML as text in normal form."""
    if "<" in text and "</" in text:
        inner = parse(f"<body>{text}</body>", url)
        if inner is not None:
            return "\n".join(block.text for block in blocks_of(inner.tree))
    return normal(text)
