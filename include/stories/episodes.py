"""Episodes: what is told for weeks is a chain of stories, each of which continues another.

Likeness falls with days, so a story of weeks comes as several. One continues another if
only time kept them apart: by their words and names alone they would have been merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from include.stories.clusters import Cluster, may_merge
from include.stories.likeness import agreement
from include.stories.terms import names_in
from include.stories.tuned import TUNED as STORIES
from include.stories.vectors import CorpusStatistics, Vector, dot, mean, unit, vector_of

MOST_APART = timedelta(days=STORIES.most_apart_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """A story as a whole: the mean of its texts' vectors, how many they are, how alike, and
    when its first and its last were published."""

    story_id: str
    centre: Vector
    size: int
    cohesion: float
    first: datetime
    last: datetime


def episode_of(
    story_id: str,
    texts: Sequence[tuple[dict[str, float], datetime]],
    corpus: CorpusStatistics,
    *,
    cohesion: float,
) -> Episode:
    """The episode that some texts (their terms, and when they were published) make."""
    vectors = [vector_of(terms, corpus) for terms, _ in texts]
    instants = [at for _, at in texts]
    return Episode(
        story_id=story_id,
        centre=mean([(vector, 1) for vector in vectors]),
        size=len(texts),
        cohesion=cohesion,
        first=min(instants),
        last=max(instants),
    )


def continued_by(
    episode: Episode, others: Iterable[Episode], *, threshold: float = STORIES.threshold
) -> tuple[str, float] | None:
    """The story that `episode` continues, with how alike they are; None if there is none.

    It began before and ended at most 30 days earlier. Of several the last to end is taken,
    so that chains go step by step.
    """
    best: tuple[datetime, float, str] | None = None
    for other in others:
        if other.story_id == episode.story_id:
            continue
        if (other.first, other.last) >= (episode.first, episode.last):
            continue
        if other.first == episode.first or episode.first - other.last > MOST_APART:
            continue
        alike = dot(episode.centre, other.centre) * agreement(
            unit(names_in(episode.centre)), unit(names_in(other.centre))
        )
        if may_merge(_cluster(episode), _cluster(other), alike, threshold=threshold):
            found = (other.last, alike, other.story_id)
            best = max(best, found) if best else found
    return (best[2], min(1.0, best[1])) if best else None


def _cluster(episode: Episode) -> Cluster:
    whole = Cluster(members=[0] * episode.size)
    whole.within = episode.cohesion * whole.pairs
    return whole
