"""Quotation marks round words nobody is quoted with, each with the reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from include.extraction.quotes.marks import Quoted
from include.extraction.quotes.shape import is_title
from include.extraction.quotes.tuned import TUNED
from include.languages import language as language_of
from include.records import LeftOut, Mention, Quote


def left_out(
    text: str,
    quoted: Sequence[Quoted],
    quotes: Iterable[Quote],
    mentions: Sequence[Mention],
    *,
    language: str,
) -> tuple[LeftOut, ...]:
    """The quoted stretches in no statement: a title, a name, a scare quote, or words of whom
    the text does not tell the speaker."""
    pieces = sorted((part.start, part.end) for quote in quotes for part in quote.fragments)
    works = {(m.start, m.end) for m in mentions if m.label == "WORK_OF_ART"}
    found = []
    for here in quoted:
        if _is_covered(pieces, here):
            continue
        found.append(
            LeftOut(
                start=here.start,
                end=here.end,
                text=text[here.start : here.end],
                reason=_reason(text, here, works, language),
            )
        )
    return tuple(found)


def _is_covered(pieces: Sequence[tuple[int, int]], here: Quoted) -> bool:
    index = bisect_right(pieces, (here.end, 0)) - 1
    return any(
        start < here.end and end > here.start
        for start, end in pieces[max(0, index - 12) : index + 1]
    )


def _reason(text: str, here: Quoted, works: set[tuple[int, int]], language: str) -> str:
    lead = text[max(0, here.start - TUNED.lead_chars) : here.start]
    named, is_work = _leads(language)
    if named.search(lead):
        return "name"
    if is_work.search(lead) or is_title(text, here):
        return "title"
    if any(start < here.end and end > here.start for start, end in works):
        return "title"
    if len(text[here.start : here.end].split()) <= TUNED.scare_words:
        return "scare_quote"
    return "no_cue"


@cache
def _leads(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads to a name in marks, and to a title."""
    known = language_of(language).quotes
    return (
        re.compile(rf"\b(?:{_any(known.naming)})(?:\s(?:the|an?))?\s*$", re.I),
        re.compile(rf"\b(?:{_any(known.works)})\b[^.\n]{{0,25}}$", re.I),
    )


def _any(options: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(options, key=len, reverse=True))) or r"(?!)"
