"""Likeness of texts: the cosine of their vectors, cut where names differ and days part them.

Reports of two earthquakes share their words, not their names. So the cosine counts in
full only if the names and figures of both are alike too (a cosine of `enough_names`
among those alone), and down to `without_names` times if none is shared. It also falls
as days pass between the two, and where both are of one publisher, whose texts share
their town whatever they are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from include.stories.terms import names_in
from include.stories.tuned import TUNED as STORIES
from include.stories.vectors import Vector, dot, unit

GAP = timedelta(days=STORIES.gap_days)
SAME_NEWS = timedelta(days=STORIES.same_news_days)
HALF_LIFE = timedelta(days=STORIES.half_life_days)

type Likeness = list[dict[int, float]]


def likenesses(
    vectors: Sequence[Vector],
    instants: Sequence[datetime | None],
    publishers: Sequence[str],
    *,
    gap: timedelta = GAP,
) -> Likeness:
    """For each text the likeness to every other, 0 to 1, where it matters; symmetric.

    Computed through an inverted index. Texts further apart than `gap` are not alike; an
    undated one (None) is near everything. An empty publisher is unknown.
    """
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for term, weight in vector.items():
            postings[term].append((number, weight))
    sums: list[defaultdict[int, float]] = [defaultdict(float) for _ in vectors]
    # In one order of terms: a sum must not hang on which texts came first.
    for term in sorted(postings):
        entries = postings[term]
        for at, (one, weight) in enumerate(entries):
            row = sums[one]
            for other, other_weight in entries[at + 1 :]:
                row[other] += weight * other_weight
    names = [unit(names_in(vector)) for vector in vectors]
    result: Likeness = [{} for _ in vectors]
    for one, row in enumerate(sums):
        for other, cosine in sorted(row.items()):
            value = min(cosine, 1.0) * nearness(instants[one], instants[other], gap=gap)
            value *= distance(publishers[one], publishers[other])
            if value > STORIES.negligible:
                value *= agreement(names[one], names[other])
                result[one][other] = result[other][one] = value
    return result


def likeness_of(
    one: Vector,
    other: Vector,
    at: datetime | None,
    other_at: datetime | None,
    publishers: tuple[str, str],
    *,
    gap: timedelta = GAP,
) -> float:
    """The likeness of two texts, as `likenesses` has it."""
    value = min(dot(one, other), 1.0) * nearness(at, other_at, gap=gap)
    value *= distance(*publishers)
    if value <= STORIES.negligible:
        return 0.0
    return value * agreement(unit(names_in(one)), unit(names_in(other)))


def nearness(one: datetime | None, other: datetime | None, *, gap: timedelta = GAP) -> float:
    """1 up to a day apart, then halved every three days, 0 beyond `gap`."""
    if one is None or other is None:
        return 1.0
    apart = abs(one - other)
    if apart <= SAME_NEWS:
        return 1.0
    return 0.0 if apart > gap else float(0.5 ** ((apart - SAME_NEWS) / HALF_LIFE))


def distance(publisher: str, other: str) -> float:
    """What remains of a likeness, given who published the two."""
    return STORIES.same_publisher if publisher and publisher == other else 1.0


def agreement(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """What remains of a likeness, given the unit vectors of the names on both sides."""
    if not one or not other:
        return 1.0
    return STORIES.without_names + (1 - STORIES.without_names) * min(
        1.0, dot(one, other) / STORIES.enough_names
    )
