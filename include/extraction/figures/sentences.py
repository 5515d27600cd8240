"""The sentences figures are read in: those of the model, or by their marks in capitals.

A model finds few sentences in a text that stands in capitals throughout.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from include.extraction.reading.token_index import TokenIndex

_FEW_SMALL = 0.1
_OPENERS = frozenset(
    str.split("Die Der Das Es Er Sie Im In Am An Bei Nach Zuvor Ein Eine Auch Doch Damit Dabei")
)
_ENDS = frozenset(".?!")
_CLOSING = frozenset({'"', "”", "»", "'", "’", "''", ")", "]"})


class Sentences:
    """Where the sentences of one text begin and end, in tokens."""

    def __init__(self, doc: Doc, text: str, index: TokenIndex) -> None:
        self.starts = _by_marks(doc) if is_in_capitals(text) else list(index.sentence_starts)
        if doc.lang_ == "de":
            self.starts = sorted({*self.starts, *_behind_numbers(doc)})
        self._after = len(doc)

    def around(self, token: int) -> tuple[int, int]:
        """The tokens [first, after) of the sentence that holds a token."""
        position = max(0, bisect_right(self.starts, token) - 1)
        last = position + 1 >= len(self.starts)
        return self.starts[position], self._after if last else self.starts[position + 1]


def _behind_numbers(doc: Doc) -> list[int]:
    """German sentences that end in a number: "… auf 27. Die Zahl …" is read as an ordinal."""
    return [
        token.i + 1
        for token in doc[:-1]
        if token.text[-1:] == "."
        and token.text[:-1].isdigit()
        and doc[token.i + 1].text in _OPENERS
    ]


def is_in_capitals(text: str) -> bool:
    """Whether a text has no small letters to speak of, as old wires have none."""
    great = sum(map(str.isupper, text))
    return 2 * great > len(text) and sum(map(str.islower, text)) <= _FEW_SMALL * great


def _by_marks(doc: Doc) -> list[int]:
    """The starts by full stops and blank lines alone."""
    starts = [0]
    for token in doc[:-1]:
        behind = token.i + 1
        if token.is_space:
            ends = "\n\n" in token.text
        else:
            ends = token.text in _ENDS and doc[behind].text not in _CLOSING
            ends = ends or (token.text in _CLOSING and token.i and doc[token.i - 1].text in _ENDS)
        if ends:
            starts.append(behind)
    return starts
