"""Average-link clustering with a bound that rises with what the clusters already share.

Sokal and Michener's average link (UPGMA) merges the two clusters whose members are most
alike on average, until the likeness falls under one threshold for all. Two trials of one
court are more alike than two reports on a broad event, so here two clusters also stay
apart if the likeness across them is under `CONTRAST` times the likeness within the
looser one. Likeness within is estimated with `DOUBT` imagined pairs at
`threshold / CONTRAST`, so that a single item is bound by the threshold alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

CONTRAST = 0.8
DOUBT = 3.0


@dataclass(slots=True)
class Cluster:
    """`size` items; `within` is the sum of likeness over its pairs. Fixed ones never merge."""

    members: list[int]
    size: int = 1
    within: float = 0.0
    is_fixed: bool = False

    @property
    def pairs(self) -> float:
        """How many pairs its items form."""
        return self.size * (self.size - 1) / 2


def cluster(
    items: Sequence[Cluster], likeness: Sequence[Mapping[int, float]], *, threshold: float
) -> list[Cluster]:
    """The clusters that average link makes of `items`.

    `likeness[i][j]` is the mean likeness of item i and item j, symmetric; what is missing
    is 0. Of two equally alike pairs the one with the earlier items is merged first.
    """
    clusters: dict[int, Cluster] = dict(enumerate(items))
    near = {number: dict(row) for number, row in enumerate(likeness)}
    version = [0] * len(items)
    heap = [
        (-value, one, other, 0, 0)
        for one, row in near.items()
        for other, value in row.items()
        if one < other and value >= threshold
    ]
    heapify(heap)
    while heap:
        negative, one, other, seen_one, seen_other = heappop(heap)
        if one not in clusters or other not in clusters:
            continue
        if (version[one], version[other]) != (seen_one, seen_other):
            continue
        kept, gone, value = clusters[one], clusters[other], -negative
        if not _may_merge(kept, gone, value, threshold):
            continue
        kept_size, gone_size = kept.size, gone.size
        clusters[one] = _merged(kept, gone, value)
        del clusters[other]
        version[one] += 1
        row: dict[int, float] = {}
        gone_row = near.pop(other)
        for third in sorted((near[one].keys() | gone_row.keys()) - {one, other}):
            shared = near[one].get(third, 0.0) * kept_size + gone_row.get(third, 0.0) * gone_size
            row[third] = average = shared / (kept_size + gone_size)
            near[third].pop(other, None)
            near[third][one] = average
            if average >= threshold:
                low, high = min(one, third), max(one, third)
                heappush(heap, (-average, low, high, version[low], version[high]))
        near[one] = row
    return list(clusters.values())


def _may_merge(one: Cluster, other: Cluster, value: float, threshold: float) -> bool:
    if one.is_fixed and other.is_fixed:
        return False
    bound = CONTRAST * min(_cohesion(one, threshold), _cohesion(other, threshold))
    # A hair of tolerance: two single items at the threshold must not fail by rounding.
    return value >= bound - 1e-9


def _cohesion(one: Cluster, threshold: float) -> float:
    return (one.within + DOUBT * threshold / CONTRAST) / (one.pairs + DOUBT)


def _merged(one: Cluster, other: Cluster, value: float) -> Cluster:
    return Cluster(
        members=one.members + other.members,
        size=one.size + other.size,
        within=one.within + other.within + value * one.size * other.size,
        is_fixed=one.is_fixed or other.is_fixed,
    )
