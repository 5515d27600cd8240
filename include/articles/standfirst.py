"""The standfirst of a page: the sentences between headline and text that sum it up.

Extractors often leave it out because it stands in the head of the article. It is found
where the page shows it: a block before the running text that says what the page's
description says, or that its publisher names as standfirst (lead, dek, chapo, entradilla).
"""

from __future__ import annotations

import re

from include.articles.blocks import Block
from include.articles.prune import names_of
from include.articles.text import folded

_NAMED = re.compile(
    r"\b(?:standfirst|stand first|lead|leads|leadtext|lede|intro|introduction|introtext|dek|deck|"
    r"strapline|subtitle|sub title|subheadline|sub headline|subheading|sub heading|sub head|"
    r"subhead|"
    r"subtitulo|sous titre|soustitre|sottotitolo|untertitel|summary|abstract|excerpt|"
    r"chapo|chapeau|entradilla|bajada|copete|sumario|sommario|occhiello|ingress|ingres|manchet|"
    r"vorspann|anriss|anrisstext|teaser text|teasertext|article teaser|perex|zajawka|lid|"
    r"article (?:description|desc)|description|resumo|linha fina|linhafina|gravata|snippet|"
    r"spoiler|spot|preamble|tagline|ledetext|lead in|kurztext)\b"
)
_MIN_LENGTH = 25
_MAX_LENGTH = 900
_PROSE = 60
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔][\"'”’»“)\]]{0,3}$")


def find_standfirst(before: list[Block], descriptions: list[str]) -> list[int]:
    """Which of `before` (the blocks ahead of the running text) are the standfirst.

    `descriptions` are the page's own summaries of itself, from its head.
    """
    wanted = [folded(text) for text in descriptions]
    found = []
    for index, block in enumerate(before):
        if block.in_figure or not _MIN_LENGTH <= len(block.text) <= _MAX_LENGTH:
            continue
        if block.link_share > 0.5 or block.tag == "h1":
            continue
        if any(_says(block.key, other) for other in wanted) or _is_named(block) or _is_prose(block):
            found.append(index)
    return found


def _is_prose(block: Block) -> bool:
    """Whether it is a paragraph of a sentence or more, without links."""
    return (
        block.tag in ("p", "h2")
        and block.link_share < 0.35
        and len(block.text) >= _PROSE
        and _SENTENCE_END.search(block.text) is not None
    )


def _says(key: str, description: str) -> bool:
    """Whether the two are alike, one of them perhaps cut off."""
    if len(key) < _MIN_LENGTH or len(description) < _MIN_LENGTH:
        return False
    shorter, longer = sorted((key, description), key=len)
    if longer.startswith(shorter[: max(_MIN_LENGTH, len(shorter) - 12)]):
        return True
    # A place or a label may stand before it on the page.
    return len(shorter) > 0.7 * len(longer) and shorter[:-12] in longer


def _is_named(block: Block) -> bool:
    element = block.element
    for _ in range(3):
        if element is None or element.tag in ("body", "main", "html"):
            return False
        if _NAMED.search(names_of(element)) or element.get("itemprop") in (
            "description",
            "alternativeHeadline",
        ):
            return True
        element = element.getparent()
    return False
