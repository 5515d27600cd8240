"""Likeness of articles and stories: the cosine of their vectors, cut where names differ.

Reports of two earthquakes share their words, not their names. So the cosine counts in
full only if the names and figures of both are alike too (a cosine of `ENOUGH_NAMES`
among those alone), and down to `WITHOUT_NAMES` times if none is shared. It also falls
as days pass between the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from include.stories.terms import names_in
from include.stories.vectors import dot, unit

GAP = timedelta(days=4)
SAME_NEWS = timedelta(days=1)
HALF_LIFE = timedelta(days=3)
NEGLIGIBLE = 0.01
ENOUGH_NAMES = 0.1
WITHOUT_NAMES = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article or a story: its vector and the time it spans (None: undated)."""

    vector: Mapping[str, float]
    first: datetime | None = None
    last: datetime | None = None
    is_story: bool = False


def likenesses(items: Sequence[Item], *, gap: timedelta = GAP) -> list[dict[int, float]]:
    """For each item the likeness to every other, where it matters; symmetric.

    Computed through an inverted index. Two stories are not compared. Items further apart
    than `gap` are not alike; an undated item is near everything.
    """
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, item in enumerate(items):
        for term, weight in item.vector.items():
            postings[term].append((number, weight))
    sums: list[defaultdict[int, float]] = [defaultdict(float) for _ in items]
    for entries in postings.values():
        for at, (one, weight) in enumerate(entries):
            row = sums[one]
            for other, other_weight in entries[at + 1 :]:
                row[other] += weight * other_weight
    names = [unit(names_in(item.vector)) for item in items]
    result: list[dict[int, float]] = [{} for _ in items]
    for one, row in enumerate(sums):
        for other, cosine in sorted(row.items()):
            if items[one].is_story and items[other].is_story:
                continue
            value = min(cosine, 1.0) * nearness(items[one], items[other], gap=gap)
            if value > NEGLIGIBLE:
                value *= _agreement(names[one], names[other])
                result[one][other] = result[other][one] = value
    return result


def nearness(one: Item, other: Item, *, gap: timedelta = GAP) -> float:
    """1 up to a day apart, then halved every three days, 0 beyond `gap`."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 1.0
    apart = max(one.first - other.last, other.first - one.last)
    if apart <= SAME_NEWS:
        return 1.0
    return 0.0 if apart > gap else float(0.5 ** ((apart - SAME_NEWS) / HALF_LIFE))


def _agreement(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if not one or not other:
        return 1.0
    return WITHOUT_NAMES + (1 - WITHOUT_NAMES) * min(1.0, dot(one, other) / ENOUGH_NAMES)
