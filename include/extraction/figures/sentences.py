"""The sentences figures are read in: those of the model, joined over hard line ends.

Some wires and archives break their lines at a fixed width. There a line end parts no
sentences, and a figure's event often stands on the next line.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from spacy.tokens import Doc

from include.extraction.reading.token_index import TokenIndex

_LONG_LINE = 40
_WIDEST_LINE = 100
_FEWEST_LINES = 3
_OPENERS = frozenset(
    str.split("Die Der Das Es Er Sie Im In Am An Bei Nach Zuvor Ein Eine Auch Doch Damit Dabei")
)
_ENDS = frozenset(".?!")
_CLOSING = frozenset({'"', "”", "»", "'", "’", "''", ")", "]"})
_LAST_OF_PARAGRAPH = (*_ENDS, *_CLOSING, ":")


class Sentences:
    """Where the sentences of one text begin and end, in tokens."""

    def __init__(self, doc: Doc, text: str, index: TokenIndex) -> None:
        self.starts = _by_marks(doc) if is_hard_wrapped(text) else list(index.sentence_starts)
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


def is_hard_wrapped(text: str) -> bool:
    """Whether lines end at a width rather than with their paragraph."""
    lines = [line.rstrip() for line in text.split("\n")]
    if max(map(len, lines)) > _WIDEST_LINE:
        return False
    long = [line for line, behind in pairwise(lines) if len(line) >= _LONG_LINE and behind.strip()]
    cut = sum(not line.endswith(_LAST_OF_PARAGRAPH) for line in long)
    return len(long) >= _FEWEST_LINES and 2 * cut > len(long)


def _by_marks(doc: Doc) -> list[int]:
    """The starts by full stops and blank lines alone: the model has read line by line."""
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
