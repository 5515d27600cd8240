"""A text as the rules of figures read it."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc

from include.extraction.figures.draft import Draft
from include.extraction.figures.sentences import Sentences
from include.extraction.figures.tree import Tree
from include.extraction.reading.token_index import TokenIndex
from include.extraction.reading.token_table import TokenTable
from include.languages import language
from include.languages.record import Figures

_MANY_CAPITALS = 0.6


class FigureText:
    """A text as the rules of figures read it."""

    def __init__(self, doc: Doc, day: date | None) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.index = TokenIndex.of(doc)
        self.table = TokenTable.of(doc)
        self.code: str = doc.lang_ or "en"
        self.known: Figures = language(self.code).figures
        self.steps = language(self.code).numbers.steps
        self.sentences = Sentences(doc, self.text, self.index)
        self.tree = Tree.of(doc) if self.index.is_parsed else None
        self.day = day
        self._capitals: dict[tuple[int, int], bool] = {}

    def tree_of(self, draft: Draft) -> Tree | None:
        """The parse of a draft's sentence; None where there is none, or it is in capitals."""
        if self.tree is None:
            return None
        if draft.sentence not in self._capitals:
            first, after = draft.sentence
            letters = [c for word in self.table.texts[first:after] for c in word if c.isalpha()]
            upper = sum(c.isupper() for c in letters)
            self._capitals[draft.sentence] = bool(letters) and upper >= _MANY_CAPITALS * len(
                letters
            )
        return None if self._capitals[draft.sentence] else self.tree
