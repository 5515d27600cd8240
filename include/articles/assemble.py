"""A body out of a page's blocks, led by a text that says which of them are the article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from include.articles.blocks import Block
from include.articles.edges import attested, from_headline, until_tail, without_loose_ends
from include.articles.furniture import is_linked_sentence, why_furniture
from include.articles.furniture_words import CORRECTION
from include.articles.posts import find_posts
from include.articles.prune import names_of
from include.articles.standfirst import find_standfirst
from include.articles.text import folded, normal

_MIN_MATCHED = 0.7
_MIN_PART = 25
_MAY_REPEAT = 40
_LINKED_LIST = 0.6
_PROSE = 80
_MAX_HEADLINE = 300
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Told:
    """What the page tells of its article elsewhere: titles, authors, captions and the body
    its linked data states, all folded, and its own summaries of it."""

    titles: frozenset[str]
    authors: frozenset[str]
    descriptions: list[str]
    captions: frozenset[str] = frozenset()
    body: str = ""


def assemble(found: str, blocks: list[Block], told: Told) -> str:
    """The body that `found` points at, in normal form, from the blocks of its page.

    `found` itself, normalised, where too little of it can be found again in the blocks.
    """
    chosen, share = _match(found, blocks)
    if not chosen or share < _MIN_MATCHED:
        return normal(found)
    kept = from_headline(blocks, _complete(blocks, chosen), told.titles)
    dropped = _linked_lists(blocks, kept)
    kept = until_tail(blocks, [index for index in kept if index not in dropped])
    kept = _without_furniture(blocks, attested(blocks, kept, told.body), told)
    kept = without_loose_ends(blocks, kept)
    if not kept:
        return ""
    lines: list[str] = []
    seen: set[str] = set()
    lead = [index for index in _lead(blocks, kept, told) if index not in kept]
    beside = [*_corrections(blocks, kept), *find_posts(blocks, kept)]
    for block in (blocks[index] for index in sorted({*lead, *kept, *beside})):
        if block.text not in seen:
            lines.append(block.text)
        if len(block.text) > _MAY_REPEAT:
            seen.add(block.text)
    return normal("\n".join(lines))


def _corrections(blocks: list[Block], kept: list[int]) -> list[int]:
    """Notes on corrections just before the article and behind it."""
    near = (
        *range(max(0, kept[0] - _NEAR), kept[0]),
        *range(kept[-1] + 1, kept[-1] + 1 + 2 * _NEAR),
    )
    return [
        index
        for index in near
        if index < len(blocks)
        and not blocks[index].in_figure
        and len(blocks[index].text) >= _PROSE // 2
        and CORRECTION.match(blocks[index].text[:200]) is not None
    ]


def _without_furniture(blocks: list[Block], kept: list[int], told: Told) -> list[int]:
    article = []
    for rank, index in enumerate(kept):
        block = blocks[index]
        if block.key in told.captions and not block.is_head:
            continue
        at_edge = rank < 4 or rank >= len(kept) - 4
        if why_furniture(block, authors=told.authors, at_edge=at_edge):
            continue
        if rank < 6 and _is_headline(block, told.titles):
            continue
        article.append(index)
    return article


def _match(found: str, blocks: list[Block]) -> tuple[set[int], float]:
    """Blocks that a text consists of, and the part of the text they cover."""
    lines = [folded(line) for line in found.split("\n")]
    keys = Counter(line for line in lines if line)
    whole = " ".join(lines)
    chosen = set()
    covered = 0
    for index, block in enumerate(blocks):
        if not block.key:
            continue
        if keys[block.key] > 0:
            keys[block.key] -= 1
        elif len(block.key) < _MIN_PART or block.key not in whole:
            continue
        chosen.add(index)
        covered += len(block.key)
    return chosen, min(1.0, covered / max(1, len(whole)))


def _complete(blocks: list[Block], chosen: set[int]) -> list[int]:
    """`chosen` in order, with what belongs to it: siblings between its paragraphs, and
    paragraphs in later containers of the same name (articles cut into pieces)."""
    homes: Counter[int] = Counter()
    names: Counter[str] = Counter()
    elements = set()
    for index in chosen:
        block = blocks[index]
        elements.add(id(block.element))
        parent = block.home
        if parent is not None and (block.tag == "p" or block.is_head):
            homes[id(parent)] += 1
            names[f"{parent.tag} {names_of(parent)}"] += 1
    first, last = min(chosen), max(chosen)
    while first and is_linked_sentence(blocks[first - 1]) and _is_among(blocks[first - 1], homes):
        first -= 1
    kept = []
    for index in range(first, len(blocks)):
        block = blocks[index]
        if index in chosen:
            kept.append(index)
            continue
        if index > first and index > last and block.tag == "h1":
            break
        parent = block.home
        if is_linked_sentence(block) and index < last and _is_among(block, homes):
            kept.append(index)
            continue
        is_between = index - 1 in chosen and index + 1 in chosen and homes[id(parent)] >= 4
        if parent is None or block.link_share > (0.95 if is_between else 0.5):
            continue
        is_text = block.tag == "p" or block.is_head
        if index < last and _is_own_item(block, homes):
            kept.append(index)
            continue
        if (
            index < last
            and ((is_text and homes[id(parent)] >= 2) or (id(block.element) in elements))
        ) or (is_text and names_of(parent) and names[f"{parent.tag} {names_of(parent)}"] >= 3):
            kept.append(index)
    return kept


def _is_among(block: Block, homes: Counter[int]) -> bool:
    """Whether it stands among the article's paragraphs, itself or its list."""
    around = block.column if block.tag == "li" else block.home
    return block.tag in ("p", "li") and around is not None and homes[id(around)] >= 2


def _is_own_item(block: Block, homes: Counter[int]) -> bool:
    """Whether it is an item of a list that stands among the article's paragraphs."""
    around = block.column if block.tag == "li" else None
    return around is not None and homes[id(around)] >= 2


def _linked_lists(blocks: list[Block], kept: list[int]) -> set[int]:
    """Items of lists that consist of links for the most part: pointers, not text."""
    lists: dict[int, list[int]] = {}
    for index in kept:
        block = blocks[index]
        if block.in_list:
            parent = block.home if block.tag == "li" else block.column
            lists.setdefault(id(parent), []).append(index)
    dropped: set[int] = set()
    for items in lists.values():
        if 2 * sum(is_linked_sentence(blocks[i]) for i in items) > len(items):
            continue
        links = sum(blocks[i].links for i in items)
        if links > _LINKED_LIST * sum(len(blocks[i].text) for i in items):
            dropped.update(items)
    return dropped


def _lead(blocks: list[Block], kept: list[int], told: Told) -> list[int]:
    """The standfirst: between the headline and the running text, or just before the text."""
    first = next((i for i in kept if _is_prose(blocks[i])), kept[0])
    start = max(0, min(kept[0], first) - 12)
    for index in range(first - 1, max(-1, first - 60), -1):
        if _is_headline(blocks[index], told.titles):
            start = index
        elif start == index + 1 and index < kept[0]:
            break
    found = find_standfirst(blocks[start:first], told.descriptions)
    return [
        start + offset
        for offset in found
        if not _is_headline(blocks[start + offset], told.titles)
        and not why_furniture(blocks[start + offset], authors=told.authors, at_edge=True)
    ]


def _is_prose(block: Block) -> bool:
    return (
        block.tag in ("p", "div", "li")
        and len(block.text) >= _PROSE
        and block.link_share < 0.5
        and not block.in_figure
    )


def _is_headline(block: Block, titles: frozenset[str]) -> bool:
    if block.key in titles or (block.tag == "h1" and len(block.text) <= _MAX_HEADLINE):
        return True
    return any(
        len(title) > 20 and title in block.key and len(block.key) < 2 * len(title)
        for title in titles
    )
