"""Components: what may hang together, and what tells its parts apart.

Two texts are linked if they are alike enough to be merged; a component is what links
lead to. Average link never merges across components, so a story depends on its component
alone: whoever clusters a component whole gets what clustering everything would give.

Inside a component some terms stand nearly everywhere: the court of two trials, the
browser of two flaws. They brought its texts together and cannot tell them apart, so there
they weigh less: by up to `common_less` of their weight, in proportion to the share of
texts that have them, and the more the larger the component is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from include.stories.clusters import Cluster, cluster
from include.stories.likeness import GAP, Likeness, likenesses
from include.stories.tuned import TUNED as STORIES
from include.stories.vectors import Vector, unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A cluster: its texts by number, ascending, how alike each is to the others on average
    (0 for a text alone), and the mean over its pairs."""

    members: tuple[int, ...]
    scores: tuple[float, ...]
    cohesion: float


def cluster_texts(
    vectors: Sequence[Vector],
    instants: Sequence[datetime | None],
    publishers: Sequence[str],
    *,
    threshold: float,
    gap: timedelta = GAP,
    most: int = STORIES.most_in_component,
) -> list[Part]:
    """The clusters of texts given in order of time; every text is in one.

    A component of more than `most` texts is cut where its days part most.
    """
    links = likenesses(vectors, instants, publishers, gap=gap)
    parts: list[Part] = []
    for whole in components(links, least=threshold):
        for component in _cut(whole, instants, most):
            if len(component) == 1:
                parts.append(Part(members=tuple(component), scores=(0.0,), cohesion=0.0))
                continue
            sharp = telling([vectors[number] for number in component])
            alike = likenesses(
                sharp,
                [instants[number] for number in component],
                [publishers[number] for number in component],
                gap=gap,
            )
            merged = cluster(alike, threshold=threshold)
            parts.extend(_part(found, component, alike) for found in merged)
    return sorted(parts, key=lambda part: part.members)


def components(links: Likeness, *, least: float) -> list[list[int]]:
    """What links of at least this likeness hold together, each part in ascending order."""
    found: list[list[int]] = []
    seen: set[int] = set()
    for start in range(len(links)):
        if start in seen:
            continue
        seen.add(start)
        reached = [start]
        for number in reached:
            for other, value in links[number].items():
                if value >= least and other not in seen:
                    seen.add(other)
                    reached.append(other)
        found.append(sorted(reached))
    return found


def telling(vectors: Sequence[Vector]) -> list[Vector]:
    """The vectors of a component with what all its texts share weighed down."""
    size = len(vectors)
    texts = Counter(term for vector in vectors for term in vector)
    less = STORIES.common_less * size / (size + STORIES.small_component) / size
    return [
        unit({term: weight * (1 - less * texts[term]) for term, weight in vector.items()})
        for vector in vectors
    ]


def _part(found: Cluster, component: Sequence[int], alike: Likeness) -> Part:
    inside = sorted(found.members)
    others = len(inside) - 1
    scores = [
        sum(alike[one].get(other, 0.0) for other in inside) / others if others else 0.0
        for one in inside
    ]
    return Part(
        members=tuple(component[number] for number in inside),
        scores=tuple(min(1.0, score) for score in scores),
        cohesion=found.cohesion,
    )


def _cut(component: list[int], instants: Sequence[datetime | None], most: int) -> list[list[int]]:
    waiting, done = [component], []
    while waiting:
        part = waiting.pop()
        if len(part) <= most:
            done.append(part)
            continue
        # Only the middle half is looked at, so that every cut takes off a good piece.
        low, high = len(part) // 4, 3 * len(part) // 4
        gaps = [
            (_apart(instants[before], instants[after]), -abs(at - len(part) // 2), at)
            for at, (before, after) in enumerate(pairwise(part), start=1)
            if low <= at <= high
        ]
        at = max(gaps)[2]
        waiting += [part[:at], part[at:]]
    return sorted(done)


def _apart(one: datetime | None, other: datetime | None) -> float:
    return (other - one).total_seconds() if one and other else 0.0
