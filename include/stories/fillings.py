"""What fills the frame that two texts share: another subject and other numbers are no copy.

Court lists, share reports, draws of lotteries and obituaries are made from one template: nearly
all words are the template's, and what it was filled with differs. A copy whose units were
converted (kilometres to miles) has other numbers too, and the same subject.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from include.stories.tuned_copies import TUNED as COPIES

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_UNITS = (
    frozenset(
        "tonne tonnes km kilometre kilometres kilometer kilometers metre metres meter meters cm kg "
        "kilo kilos kilogram kilograms litre litres liter liters hectare hectares celsius".split()
    ),
    frozenset(
        "ton tons mile miles foot feet inch inches yard yards pound pounds lb lbs ounce ounces "
        "gallon gallons acre acres fahrenheit mph".split()
    ),
    frozenset("euro euros eur".split()),
    frozenset("dollar dollars usd million billion".split()),
)
Details = tuple[Mapping[int, str], Mapping[int, str]]


def fills_differ(
    one: Sequence[str],
    other: Sequence[str],
    own: Details,
    others: Details,
    frame: Sequence[int],
) -> bool:
    """Whether two short texts in one frame tell of other subjects.

    `one` is the shorter text's words, `frame` the positions of those that lie in the other's
    sequences, `own` and `others` the names and numbers of both by position. Differing are: the
    first names, neither of which the other text has; or the days and most numbers.
    """
    if (
        not frame
        or len(one) > COPIES.filling_most_words
        or len(frame) < COPIES.filling_frame * len(one)
    ):
        return False
    names, numbers = _changed(own[0], others[0]), _changed(own[1], others[1])
    if converted(one, other) or not numbers[0]:
        return False
    mine, theirs = _first_name(own[0]), _first_name(others[0])
    subject = bool(mine and theirs) and mine not in set(other) and theirs not in set(one)
    days = bool(_days(one) ^ _days(other))
    # A copier's own lead is longer than what fills a template's beginning.
    if subject and frame[0] <= COPIES.filling_near and names[0] and not _is_dateline(one, other):
        return True
    return days and numbers[0] >= 2 and numbers[0] > numbers[1]


def converted(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two pieces counts in units of another system than the other."""
    mine, theirs = set(one), set(other)
    return any(
        mine & units and not theirs & units and any(theirs & more for more in _UNITS)
        for units in _UNITS
    )


def _changed(own: Mapping[int, str], others: Mapping[int, str]) -> tuple[int, int]:
    """How many of one text's names or numbers the other lacks, and how many it has."""
    known = set(others.values())
    here = [value for value in own.values() if value not in _DAYS]
    lacking = sum(value not in known for value in here)
    return lacking, len(here) - lacking


def _first_name(names: Mapping[int, str]) -> str | None:
    first = min((at for at, name in names.items() if name not in _DAYS), default=None)
    return names[first] if first is not None and first < COPIES.filling_near else None


def _days(words: Sequence[str]) -> set[str]:
    return {word for word in words if word in _DAYS}


def _is_dateline(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether only the place of a dateline before the same words differs."""
    return any(tuple(one[a : a + 6]) == tuple(other[b : b + 6]) for a in range(3) for b in range(3))
