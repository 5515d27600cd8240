"""Vectors: the weighted terms of an article, of unit length, few and comparable.

Weights are (1 + log count) · log((N + `prior`) / (1 + documents with the term)), names
and figures doubled; the `most_terms` heaviest are kept. `prior` stands for articles not
yet seen, so that a first batch of ten is weighed about as sensibly as one of a thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log, sqrt

from include.stories.terms import FIGURE, NAME
from include.stories.tuned import TUNED as STORIES

type Vector = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusStatistics:
    """How many texts were seen before, and in how many of them each term stands."""

    documents: int = 0
    frequencies: Mapping[str, int] = field(default_factory=dict)

    def adding(self, bags: Iterable[Mapping[str, float]]) -> CorpusStatistics:
        """These statistics with the texts of `bags` counted in, for the terms of `bags`."""
        frequencies: dict[str, int] = {}
        documents = self.documents
        for bag in bags:
            documents += 1
            for term in bag:
                known = frequencies.get(term)
                base = self.frequencies.get(term, 0) if known is None else known
                frequencies[term] = base + 1
        return CorpusStatistics(documents=documents, frequencies=frequencies)


def vector_of(terms: Mapping[str, float], corpus: CorpusStatistics) -> Vector:
    """The unit vector of an article's terms; empty where nothing in it tells."""
    total = corpus.documents + STORIES.prior
    weights: Vector = {}
    for term, count in terms.items():
        rarity = log(total / (1 + corpus.frequencies.get(term, 1)))
        weight = (1 + log(max(count, 1.0))) * rarity
        if weight > 0:
            weights[term] = weight * (STORIES.name_weight if term[0] in {NAME, FIGURE} else 1.0)
    return unit(strongest(weights, STORIES.most_terms))


def search_terms(vector: Mapping[str, float], *, most: int = STORIES.search_terms) -> list[str]:
    """The terms by which a text is found: texts that share one are candidates for a link."""
    return list(strongest(vector, most))


def strongest(weights: Mapping[str, float], most: int) -> Vector:
    """The `most` heaviest terms, the heaviest first; ties by term."""
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return dict(ranked[:most])


def unit(weights: Mapping[str, float]) -> Vector:
    """`weights` scaled to length one."""
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The inner product: the cosine, if both have length one."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large.get(term, 0.0) for term, weight in small.items())


def mean(vectors: Iterable[tuple[Mapping[str, float], int]]) -> Vector:
    """The mean of (vector, how many it stands for). Not scaled: its length is cohesion."""
    total: Vector = {}
    count = 0
    for vector, size in vectors:
        count += size
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + weight * size
    return {term: weight / count for term, weight in total.items()}
