"""What a model's word vectors say a word names: a person, an organisation, a place, nothing.

Words used alike lie close together, so an unknown surname lies near known ones. A ridge
regression over the lists of `name_words`, made anew for whatever vectors a model has; a
model without vectors says nothing.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

from include.extraction.names.role_words import GIVEN_NAMES
from include.extraction.names.vector_words import ORG_WORDS, OTHER_WORDS, PERSON_WORDS, PLACE_WORDS

Scores = tuple[float, float, float, float]
NO_SCORES: Scores = (0.0, 0.0, 0.0, 0.0)
_RIDGE = 0.003
_LEAST_KNOWN = 200
_BOUND = (-0.5, 1.5)


class NameVectors:
    """Scores of words for none, person, organisation and place, near 0 or 1."""

    def __init__(self, vocab: Vocab) -> None:
        self._find = vocab.vectors.find
        data = np.asarray(vocab.vectors.data, dtype="f4")
        self._scores: NDArray[np.float64] | None = None
        if data.ndim == 2 and data.shape[1] and vocab.vectors.mode == "default":
            self._fit(data)

    def scores(self, word: str) -> Scores:
        """The four scores of a word; all 0 where the model does not know it."""
        if self._scores is None:
            return NO_SCORES
        row = self._find(key=word)
        if row < 0 and word.isupper():
            row = self._find(key=word.capitalize())
        if row < 0:
            return NO_SCORES
        none, person, org, place = self._scores[row].tolist()
        return none, person, org, place

    def _fit(self, vectors: NDArray[np.float32]) -> None:
        persons = PERSON_WORDS | {name.capitalize() for name in GIVEN_NAMES}
        rows: list[int] = []
        classes: list[int] = []
        for number, words in enumerate((OTHER_WORDS, persons, ORG_WORDS, PLACE_WORDS)):
            found = [self._find(key=word) for word in sorted(words)]
            known = [row for row in found if row >= 0]
            rows.extend(known)
            classes.extend([number] * len(known))
        if len(rows) < _LEAST_KNOWN:
            return
        norms = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        units = (vectors[rows] / norms[rows]).astype("f8")
        inputs = np.hstack([units, np.ones((len(rows), 1))])
        targets = np.eye(4)[classes]
        # Every class counts alike, however long its list.
        weights = (1.0 / np.bincount(classes, minlength=4))[classes][:, None]
        square = (inputs * weights).T @ inputs + _RIDGE * np.eye(inputs.shape[1])
        solution = np.linalg.solve(square, (inputs * weights).T @ targets)
        # Divided after the product, so that the vectors are never copied whole.
        scores = vectors @ solution[:-1].astype("f4") / norms + solution[-1]
        self._scores = np.clip(scores, *_BOUND).astype("f8")


@cache
def name_vectors(vocab: Vocab) -> NameVectors:
    """The scores for a model's vocabulary, made on first use and kept."""
    return NameVectors(vocab)
