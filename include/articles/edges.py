"""Where an article begins and ends among the blocks that were found for it.

What stands before the headline goes, what a heading like "More on this" opens goes, and
short lines ahead of the first sentence and after the last go. Where the page states its
body elsewhere, that is the witness for paragraphs in between.
"""

from __future__ import annotations

import re

from include.articles.blocks import Block
from include.articles.prune import names_of

_TAIL_FROM = 0.4
_BEFORE_HEADLINE = 0.15
_PROSE = 80
_MAX_HEADLINE = 300
_MAX_LOOSE = 4
_WHOLE = 0.7
_WITNESSED = 3
_SAMPLE = 40
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।:][\"'”’»“)\]]{0,3}$")
_TAIL = re.compile(
    r"^\W{0,4}(?:(?:you (?:might|may) also (?:like|be interested)|more (?:from|on|stories|"
    r"news|in|like this)\b.{0,40}|"
    r"related (?:articles?|stories|topics|news|content|posts|links|coverage|tags)|"
    r"recommended(?: for you| stories| reading)?|"
    r"(?:most|trending) (?:read|popular|viewed|now|stories)(?: in .{2,30})?|trending|"
    r"editor.s picks?|"
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


def from_headline(blocks: list[Block], kept: list[int], titles: frozenset[str]) -> list[int]:
    """`kept` without what stands before the headline, unless that is a good part of it."""
    total = sum(len(blocks[i].text) for i in kept)
    before = 0
    is_known = any(_is_headline(block, titles) for block in blocks[: kept[0]]) if kept else False
    for rank, index in enumerate(kept):
        block = blocks[index]
        if block.key in titles or (_is_headline(block, titles) and not is_known):
            return kept[rank:]
        before += len(block.text)
        if before > _BEFORE_HEADLINE * total:
            break
    return kept


def _is_headline(block: Block, titles: frozenset[str]) -> bool:
    return block.key in titles or (block.tag == "h1" and len(block.text) <= _MAX_HEADLINE)


def attested(blocks: list[Block], kept: list[int], stated: str) -> list[int]:
    """`kept` without paragraphs that the stated body does not have, where that is whole.

    It is whole if it has most of what was kept. The opening is left alone: stated bodies
    lack the standfirst, and headings and lists as well.
    """
    prose = [i for i in kept if len(blocks[i].text) >= _PROSE and not blocks[i].is_head]
    has = {i for i in prose if _has(stated, blocks[i].key)}
    known = sum(len(blocks[i].text) for i in has)
    if known < _WHOLE * sum(len(blocks[i].text) for i in prose) or len(has) < _WITNESSED:
        return kept
    first, last = min(has), max(has)
    doubted = {i for i in prose if first < i and i not in has and not _is_item(blocks[i])}
    return [
        i
        for i in kept
        if i not in doubted and (i <= last or blocks[i].key in stated or _is_item(blocks[i]))
    ]


def _has(stated: str, key: str) -> bool:
    """Whether a text has a paragraph, or its beginning or end where a link parts it."""
    return key[:_SAMPLE] in stated or key[-_SAMPLE:] in stated


def until_tail(blocks: list[Block], kept: list[int]) -> list[int]:
    """`kept` up to a heading that opens what follows an article (related, most read).

    Where paragraphs of the article's own container follow, it opened a box within it.
    """
    total = sum(len(blocks[i].text) for i in kept)
    before = 0
    homes: set[str] = set()
    columns: set[int] = set()
    for rank, index in enumerate(kept):
        block = blocks[index]
        opens = before > _TAIL_FROM * total and len(block.text) < 80 and _TAIL.match(block.text)
        if opens and not _goes_on([blocks[i] for i in kept[rank + 1 :]], homes, columns):
            return kept[:rank]
        before += len(block.text)
        if block.tag == "p":
            homes |= _homes(block)
            columns |= _column(block)
    return kept


def _goes_on(later: list[Block], homes: set[str], columns: set[int]) -> bool:
    """Whether paragraphs of the article's own container follow, or many of its column's."""
    prose = [b for b in later if b.tag == "p" and b.link_share < 0.5]
    if any(len(b.text) > 100 and not homes.isdisjoint(_homes(b)) for b in prose):
        return True
    return sum(len(b.text) > 150 and not columns.isdisjoint(_column(b)) for b in prose) >= 3


def _homes(block: Block) -> set[str]:
    """What a paragraph's container is known by: itself, and its name."""
    parent = block.home
    if parent is None:
        return set()
    names = names_of(parent)
    return {str(id(parent)), f"{parent.tag} {names}"} if names else {str(id(parent))}


def _column(block: Block) -> set[int]:
    around = block.column
    return {id(around)} if around is not None and around.tag not in ("body", "main") else set()


def without_loose_ends(blocks: list[Block], kept: list[int]) -> list[int]:
    """`kept` without short lines ahead of its first sentence and after its last.

    Kickers, labels, places and roles stand there, and headings of what was cut off.
    """
    sentences = [
        rank
        for rank, index in enumerate(kept)
        if len(blocks[index].text) >= _PROSE or _SENTENCE_END.search(blocks[index].text)
    ]
    if not sentences:
        return kept
    start, end = sentences[0], sentences[-1] + 1
    if start > _MAX_LOOSE or any(_is_item(blocks[i]) for i in kept[:start]):
        start = 0
    if len(kept) - end > _MAX_LOOSE or any(_is_item(blocks[i]) for i in kept[end:]):
        end = len(kept)
        while end > 1 and blocks[kept[end - 1]].is_head:
            end -= 1
    return kept[start:end]


def _is_item(block: Block) -> bool:
    return block.in_list or block.in_table or block.in_quote
