"""Statements of one text that do not lie in one another, in bounded number and size.

A hostile page nests marks so that each closes many others: thousands of statements over the
same words. Of two that share words the surer one stays; what is cut is kept as left out.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable

from include.extraction.quotes.tuned import TUNED
from include.records import LeftOut, Quote


def apart(text: str, quotes: Iterable[Quote]) -> tuple[tuple[Quote, ...], tuple[LeftOut, ...]]:
    """The quotes in order, none sharing words with another, and what was cut, with its reason.

    Reasons: `overlaps` another statement, or `too_many` of them.
    """
    kept: list[Quote] = []
    cut: list[LeftOut] = []
    taken: list[tuple[int, int]] = []
    size = 0
    for quote in sorted(quotes, key=_worth):
        is_taken = any(_is_taken(taken, part.start, part.end) for part in quote.fragments)
        if is_taken or any(_is_interlaced(quote, other) for other in kept):
            cut.append(_left(text, quote, "overlaps"))
            continue
        size += quote.end - quote.start
        if len(kept) >= TUNED.most_quotes or size > TUNED.most_of_text * len(text):
            size -= quote.end - quote.start
            cut.append(_left(text, quote, "too_many"))
            continue
        kept.append(quote)
        for part in quote.fragments:
            insort(taken, (part.start, part.end))
    kept.sort(key=lambda q: (q.start, q.end))
    return tuple(kept), tuple(sorted(cut, key=lambda one: (one.start, one.end)))


def _worth(quote: Quote) -> tuple[float, bool, int, int]:
    length = sum(part.end - part.start for part in quote.fragments)
    return -quote.confidence, quote.speaker is None, -length, quote.start


def _is_taken(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(taken, (end - 1, 0)) - 1
    while index >= 0 and taken[index][0] >= end:
        index -= 1
    return index >= 0 and taken[index][1] > start


def _is_interlaced(one: Quote, other: Quote) -> bool:
    """Whether parts of each stand between parts of the other: one of them is misread."""
    first, second = sorted((one, other), key=lambda quote: (quote.start, -quote.end))
    return second.start < first.end < second.end


def _left(text: str, quote: Quote, reason: str) -> LeftOut:
    part = max(quote.fragments, key=lambda one: one.end - one.start)
    return LeftOut(start=part.start, end=part.end, text=text[part.start : part.end], reason=reason)
