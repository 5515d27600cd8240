"""Stories: independent texts on the same event, whatever order they came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from include.stories.components import cluster_texts
from include.stories.likeness import GAP
from include.stories.tuned import TUNED as STORIES
from include.stories.vectors import CorpusStatistics, Vector, dot, mean, vector_of


@dataclass(frozen=True, slots=True, kw_only=True)
class IndependentText:
    """A text that stands for itself and its copies.

    `terms` are its terms with their counts; `opens` is what a story is named after that
    begins with it; `names` are whom and what it speaks of; `story_id` is where it was put
    before.
    """

    id: str
    terms: Mapping[str, float]
    published_at: datetime | None
    opens: str
    publisher: str = ""
    names: tuple[str, ...] = ()
    story_id: str | None = None

    @property
    def order(self) -> tuple[bool, float, str, str]:
        """Earliest first, undated last, then by what it is named after."""
        at = self.published_at
        return at is None, at.timestamp() if at else 0.0, self.opens, self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStory:
    """Texts on one event, earliest first.

    `scores`: how alike each is to the others on average. `lead`: the one that stands for
    them. `names`: those that most of them share. `centre`: the mean of their vectors, whose
    length tells how alike they are.
    """

    texts: tuple[IndependentText, ...]
    scores: tuple[float, ...]
    cohesion: float
    lead: IndependentText
    names: tuple[str, ...] = ()
    centre: Vector = field(default_factory=dict, repr=False)


def group_texts(
    texts: Sequence[IndependentText],
    corpus: CorpusStatistics,
    *,
    gap: timedelta = GAP,
    threshold: float = STORIES.threshold,
) -> list[FoundStory]:
    """The stories of `texts`, in order of time, whatever order the texts come in.

    `corpus` counts these texts among others, for their terms. What is grouped must be
    whole: with a text come all that its links lead to, and theirs.
    """
    ordered = sorted(texts, key=lambda text: text.order)
    vectors = [vector_of(text.terms, corpus) for text in ordered]
    parts = cluster_texts(
        vectors,
        [text.published_at for text in ordered],
        [text.publisher for text in ordered],
        gap=gap,
        threshold=threshold,
    )
    stories = []
    for part in parts:
        members = tuple(ordered[number] for number in part.members)
        own = [vectors[number] for number in part.members]
        centre = mean([(vector, 1) for vector in own])
        stories.append(
            FoundStory(
                texts=members,
                scores=part.scores,
                cohesion=part.cohesion,
                lead=members[_central(own, centre)],
                names=_names(members),
                centre=centre,
            )
        )
    return stories


def _central(vectors: Sequence[Vector], centre: Vector) -> int:
    # The earliest of the most central ones: a first report names the event.
    central = [dot(vector, centre) for vector in vectors]
    bound = STORIES.nearly_central * max(central)
    return next(number for number, value in enumerate(central) if value >= bound)


def _names(texts: Sequence[IndependentText]) -> tuple[str, ...]:
    counts = Counter(name for text in texts for name in set(text.names))
    least = 2 if len(texts) > 2 else 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, count in ranked[: STORIES.most_names] if count >= least)
