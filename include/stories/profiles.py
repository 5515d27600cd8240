"""Profiles: what is kept of a story, so that later articles can join it at a flat cost.

A profile is the mean of its articles' vectors, cut to its heaviest terms, with the
number of independent texts behind it and how alike they are. Its terms, in an index,
are also how candidate stories are found for a new article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from include.stories.vectors import Vector, dot, mean, strongest

PROFILE_TERMS = 60
SEARCH_TERMS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownStory:
    """A story as it is remembered.

    `size` counts independent texts; `cohesion` is the mean cosine over their pairs (0 for
    one text); `terms` is the mean vector, not scaled to length one. The instants are
    those of its first and last dated article.
    """

    story_id: str
    size: int
    cohesion: float
    terms: Mapping[str, float]
    first_published_at: datetime | None = None
    last_published_at: datetime | None = None


def search_terms(vector: Mapping[str, float], *, most: int = SEARCH_TERMS) -> list[str]:
    """The terms of an article to look up: stories that share one are its candidates."""
    return list(strongest(vector, most))


def profile_with(
    story_id: str,
    vectors: Sequence[Vector],
    instants: Sequence[datetime | None],
    *,
    known: KnownStory | None = None,
) -> KnownStory:
    """The profile of a story after `vectors`, its new independent texts, have joined.

    `instants` are the publication times of all its new articles, copies included.
    """
    size, within = (known.size, known.cohesion * _pairs(known.size)) if known else (0, 0.0)
    terms: Mapping[str, float] = known.terms if known else {}
    for vector in vectors:
        within += size * dot(vector, terms)
        terms = mean([(terms, size), (vector, 1)])
        size += 1
    seen = [at for at in instants if at is not None]
    if known:
        bounds = (known.first_published_at, known.last_published_at)
        seen += [at for at in bounds if at is not None]
    return KnownStory(
        story_id=story_id,
        size=size,
        cohesion=within / _pairs(size) if size > 1 else 0.0,
        terms=strongest(terms, PROFILE_TERMS),
        first_published_at=min(seen, default=None),
        last_published_at=max(seen, default=None),
    )


def _pairs(size: int) -> float:
    return size * (size - 1) / 2
