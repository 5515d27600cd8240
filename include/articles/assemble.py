"""A body out of a page's blocks, led by a text that says which of them are the article."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from include.articles.blocks import Block
from include.articles.furniture import why_furniture
from include.articles.prune import names_of
from include.articles.standfirst import find_standfirst
from include.articles.text import folded, normal

_MIN_MATCHED = 0.7
_MIN_PART = 25
_MAY_REPEAT = 40
_TAIL_FROM = 0.4
_LINKED_LIST = 0.6
_BEFORE_HEADLINE = 0.15
_TAIL = re.compile(
    r"^\W{0,4}(?:(?:you (?:might|may) also (?:like|be interested)|more (?:from|on|stories|"
    r"news|in|like this)\b.{0,40}|"
    r"related (?:articles?|stories|topics|news|content|posts|links|coverage|tags)|"
    r"recommended(?: for you| stories| reading)?|"
    r"(?:most|trending) (?:read|popular|viewed|now|stories)|trending|editor.s picks?|"
    r"latest (?:news|stories|headlines)|top stories|"
    r"what to read next|read (?:more|next|also|on)|up next|don.t miss|comments?|"
    r"join the conversation|about the authors?|further reading|"
    r"weitere (?:themen|artikel|meldungen|nachrichten|beiträge|links|informationen).{0,40}|"
    r"weiterführende links|mehr zum thema|mehr zu .{2,60}|mehr (?:aus|von|artikel|nachrichten|"
    r"themen).{0,40}|"
    r"das könnte (?:sie|dich) auch interessieren|auch interessant|lesen sie auch|"
    r"ähnliche(?: artikel| beiträge)?|verwandte (?:artikel|themen)|"
    r"dieses thema im programm|schlagw(?:orte|örter).{0,40}|topmeldungen|"
    r"meistgelesen(?:e artikel)?|kommentare?|kommentar abgeben|zur startseite|"
    r"empfehlungen der redaktion|verlagsangebot|über (?:den autor|die autorin)|"
    r"sur le même (?:sujet|thème)|à lire (?:aussi|également)|lire aussi|voir aussi|"
    r"articles? (?:liés|similaires)|les plus lus|commentaires|nos derniers articles|"
    r"noticias relacionadas|te puede interesar|más (?:noticias|información|sobre|en)\b.{0,40}|"
    r"lo más (?:leído|visto)|comentarios|artículos relacionados|lee también|"
    r"leia (?:também|mais)|veja também|mais (?:lidas|notícias|sobre)\b.{0,40}|"
    r"notícias relacionadas|"
    r"leggi anche|articoli correlati|potrebbe interessarti|i più letti|"
    r"lees (?:ook|meer)|meer (?:over|nieuws|van)\b.{0,40}|gerelateerd.{0,30}|meest gelezen|"
    r"les også|les mer om|læs også|läs (?:också|mer)|mest lest|mer om.{0,40}|"
    r"czytaj (?:też|także|więcej)|zobacz (?:także|też)|powiązane|читайте также|по теме|"
    r"souvis(?:ející|iace).{0,30}|"
    r"ilgili haberler|baca juga|tin liên quan|"
    r"関連(?:記事|キーワード|ニュース|リンク|情報)|おすすめ(?:記事|情報)?|あわせて読みたい|関連|客户端下载|相关(?:新闻|阅读|推荐)|延伸閱讀|相關新聞|"
    r"관련기사|추천 기사)\W{0,4})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the page tells of its article elsewhere: titles, authors and captions folded,
    and its own summaries of it."""

    titles: frozenset[str]
    authors: frozenset[str]
    descriptions: list[str]
    captions: frozenset[str] = frozenset()


def assemble(found: str, blocks: list[Block], told: Told) -> str:
    """The body that `found` points at, in normal form, from the blocks of its page.

    `found` itself, normalised, where too little of it can be found again in the blocks.
    """
    chosen, share = _match(found, blocks)
    if not chosen or share < _MIN_MATCHED:
        return normal(found)
    kept = _from_headline(blocks, _complete(blocks, chosen), told.titles)
    dropped = _linked_lists(blocks, kept)
    kept = _until_tail(blocks, [index for index in kept if index not in dropped])
    kept = _without_furniture(blocks, kept, told)
    if not kept:
        return ""
    lines: list[str] = []
    seen: set[str] = set()
    for block in [*_lead(blocks, kept[0], told), *(blocks[index] for index in kept)]:
        if block.text not in seen:
            lines.append(block.text)
        if len(block.text) > _MAY_REPEAT:
            seen.add(block.text)
    return normal("\n".join(lines))


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
        parent = block.element.getparent()
        if parent is not None and (block.tag == "p" or block.is_head):
            homes[id(parent)] += 1
            names[f"{parent.tag} {names_of(parent)}"] += 1
    first, last = min(chosen), max(chosen)
    kept = []
    for index in range(first, len(blocks)):
        block = blocks[index]
        if index in chosen:
            kept.append(index)
            continue
        if index > first and index > last and block.tag == "h1":
            break
        parent = block.element.getparent()
        if parent is None or block.link_share > 0.5:
            continue
        is_text = block.tag == "p" or block.is_head
        if (
            index < last
            and ((is_text and homes[id(parent)] >= 2) or (id(block.element) in elements))
        ) or (is_text and names_of(parent) and names[f"{parent.tag} {names_of(parent)}"] >= 3):
            kept.append(index)
    return kept


def _from_headline(blocks: list[Block], kept: list[int], titles: frozenset[str]) -> list[int]:
    """`kept` without what stands before the headline, unless that is a good part of it."""
    total = sum(len(blocks[i].text) for i in kept)
    before = 0
    for rank, index in enumerate(kept):
        block = blocks[index]
        if block.tag == "h1" or block.key in titles:
            return kept[rank:]
        before += len(block.text)
        if before > _BEFORE_HEADLINE * total:
            break
    return kept


def _linked_lists(blocks: list[Block], kept: list[int]) -> set[int]:
    """Items of lists that consist of links for the most part: pointers, not text."""
    lists: dict[int, list[int]] = {}
    for index in kept:
        block = blocks[index]
        if block.in_list:
            item = block.element if block.tag == "li" else block.element.getparent()
            parent = item.getparent() if item is not None else None
            lists.setdefault(id(parent), []).append(index)
    dropped: set[int] = set()
    for items in lists.values():
        links = sum(blocks[i].links for i in items)
        if links > _LINKED_LIST * sum(len(blocks[i].text) for i in items):
            dropped.update(items)
    return dropped


def _until_tail(blocks: list[Block], kept: list[int]) -> list[int]:
    """`kept` up to a heading that opens what follows an article (related, most read).

    Where paragraphs of the article's own container follow, it opened a box within it.
    """
    total = sum(len(blocks[i].text) for i in kept)
    before = 0
    homes: set[int] = set()
    for rank, index in enumerate(kept):
        block = blocks[index]
        opens = before > _TAIL_FROM * total and len(block.text) < 80 and _TAIL.match(block.text)
        if opens and not any(
            blocks[i].tag == "p" and len(blocks[i].text) > 100 and _home(blocks[i]) in homes
            for i in kept[rank + 1 :]
        ):
            return kept[:rank]
        before += len(block.text)
        if block.tag == "p":
            homes.add(_home(block))
    return kept


def _home(block: Block) -> int:
    return id(block.element.getparent())


def _lead(blocks: list[Block], first: int, told: Told) -> list[Block]:
    """The standfirst ahead of the first block of the running text."""
    start = max(0, first - 12)
    for index in range(first - 1, max(-1, first - 60), -1):
        if blocks[index].tag == "h1" or blocks[index].key in told.titles:
            start = index
            break
    found = find_standfirst(blocks[start:first], told.descriptions)
    return [
        block
        for block in found
        if not _is_headline(block, told.titles)
        and not why_furniture(block, authors=told.authors, at_edge=True)
    ]


def _is_headline(block: Block, titles: frozenset[str]) -> bool:
    if block.tag == "h1" or block.key in titles:
        return True
    return any(
        len(title) > 20 and title in block.key and len(block.key) < 2 * len(title)
        for title in titles
    )
