"""Figures in the headline alone: "Nine dead in Varn fire" over a text without the toll."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from spacy.tokens import Doc

from include.extraction.figures.amounts import find_amounts
from include.extraction.figures.find import find_figures
from include.records import Figure, Mention, TimeExpression

_ALIKE = Decimal("0.06")
_LONGEST = 400
#: "7 ways to …", "10 best …": a list that the page goes on with, and no news of how many.
_LISTED = re.compile(
    r"\b(?:ways?|things?|reasons?|tips?|facts?|best|top|takeaways?|photos?|pictures?|questions?|"
    r"lessons?|charts?|steps?|signs?|ideas?|books?|films?|movies?|shows?|songs?|recipes?)\b",
    re.I,
)


def tells_a_number(headline: str, language: str) -> bool:
    """Whether a headline is worth a model's time: it is no long text, and has a number in it."""
    if not headline or len(headline) > _LONGEST:
        return False
    return next(find_amounts(headline, language), None) is not None


def headline_figures(
    doc: Doc,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    body: Sequence[Figure],
    *,
    published_at: datetime | None,
) -> tuple[Figure, ...]:
    """The figures of a headline that `body`, those of its text, do not tell.

    Their spans count in the headline, and they hang on no place or day of the text.
    """
    day = published_at.date() if published_at else None
    found = find_figures(doc, mentions, times, (), day=day)
    is_list = _LISTED.search(doc.text) is not None
    kept = [
        one
        for one in found
        if not (is_list and _is_thing(one)) and not any(_is_told(one, other) for other in body)
    ]
    starts = {one.start for one in kept}

    def kept_start(start: int | None) -> int | None:
        return start if start in starts else None

    return tuple(
        replace(
            one,
            where="headline",
            place_start=None,
            time_start=None,
            part_of=kept_start(one.part_of),
            superseded_by=kept_start(one.superseded_by),
            compared_with=kept_start(one.compared_with),
        )
        for one in kept
    )


def _is_thing(figure: Figure) -> bool:
    return figure.what == figure.unit or figure.what == "count"


def _is_told(one: Figure, other: Figure) -> bool:
    """Whether a figure of the text tells the same, to the digit or as what the headline rounds."""
    if one.unit != other.unit and one.what != other.what:
        return False
    if (one.low, one.high) == (other.low, other.high):
        return True
    if one.what != other.what:
        return False
    value = one.low if one.low is not None else one.high
    told = other.low if other.low is not None else other.high
    if value is None or told is None:
        return False
    if abs(value - told) <= _ALIKE * max(abs(value), abs(told)):
        return True
    low, high = one.low or Decimal(0), one.high if one.high is not None else told
    return one.bound != "exact" and low <= told <= high
