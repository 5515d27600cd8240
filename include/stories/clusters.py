"""Average-link clustering with a bound that rises with what the clusters already share.

Sokal and Michener's average link (UPGMA) merges the two clusters whose members are most
alike on average, until the likeness falls under one threshold for all. Two trials of one
court are more alike than two reports on a broad event, so here two clusters also stay
apart if the likeness across them is under `contrast` times the likeness within the
looser one. Likeness within is estimated with `doubt` imagined pairs at
`threshold / contrast`, so that a single item is bound by the threshold alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from include.stories.tuned import TUNED as STORIES


@dataclass(slots=True)
class Cluster:
    """Some items, by number; `within` is the sum of likeness over their pairs."""

    members: list[int]
    within: float = 0.0

    @property
    def size(self) -> int:
        """How many items it has."""
        return len(self.members)

    @property
    def pairs(self) -> float:
        """How many pairs its items form."""
        return self.size * (self.size - 1) / 2

    @property
    def cohesion(self) -> float:
        """The mean likeness of its pairs; 0 for one item."""
        return self.within / self.pairs if self.pairs else 0.0


def cluster(likeness: Sequence[Mapping[int, float]], *, threshold: float) -> list[Cluster]:
    """The clusters that average link makes of as many items as `likeness` has rows.

    `likeness[i][j]` is the likeness of item i and item j, symmetric; what is missing
    is 0. Of two equally alike pairs the one with the earlier items is merged first.
    """
    clusters = {number: Cluster(members=[number]) for number in range(len(likeness))}
    near = {number: dict(row) for number, row in enumerate(likeness)}
    version = [0] * len(likeness)
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
        if not may_merge(kept, gone, value, threshold=threshold):
            continue
        clusters[one] = Cluster(
            members=kept.members + gone.members,
            within=kept.within + gone.within + value * kept.size * gone.size,
        )
        del clusters[other]
        version[one] += 1
        row: dict[int, float] = {}
        gone_row = near.pop(other)
        for third in sorted((near[one].keys() | gone_row.keys()) - {one, other}):
            shared = near[one].get(third, 0.0) * kept.size + gone_row.get(third, 0.0) * gone.size
            row[third] = average = shared / (kept.size + gone.size)
            near[third].pop(other, None)
            near[third][one] = average
            if average >= threshold:
                low, high = min(one, third), max(one, third)
                heappush(heap, (-average, low, high, version[low], version[high]))
        near[one] = row
    return list(clusters.values())


def may_merge(one: Cluster, other: Cluster, value: float, *, threshold: float) -> bool:
    """Whether a mean likeness of `value` across is enough to make them one."""
    bound = STORIES.contrast * min(_cohesion(one, threshold), _cohesion(other, threshold))
    # A hair of tolerance: two single items at the threshold must not fail by rounding.
    return value >= threshold and value >= bound - 1e-9


def _cohesion(one: Cluster, threshold: float) -> float:
    return (one.within + STORIES.doubt * threshold / STORIES.contrast) / (one.pairs + STORIES.doubt)
