"""The sentences figures are read in: those of the model, joined over hard line ends.

Some wires and archives break their lines at a fixed width. There a line end parts no
sentences, and a figure's event often stands on the next line.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from include.extraction.token_index import TokenIndex

_LONG_LINE = 40
_WIDEST_LINE = 100
_FEWEST_LINES = 4
_LAST_OF_SENTENCE = (".", "?", "!", ":", '"', "”", "»", "'", "’", ")", "]")


class Sentences:
    """Where the sentences of one text begin and end, in tokens."""

    def __init__(self, doc: Doc, text: str, index: TokenIndex) -> None:
        starts = list(index.sentence_starts)
        if is_hard_wrapped(text):
            starts = _rejoined(doc, starts)
        self.starts = starts
        self._after = len(doc)

    def around(self, token: int) -> tuple[int, int]:
        """The tokens [first, after) of the sentence that holds a token."""
        position = max(0, bisect_right(self.starts, token) - 1)
        last = position + 1 >= len(self.starts)
        return self.starts[position], self._after if last else self.starts[position + 1]


def is_hard_wrapped(text: str) -> bool:
    """Whether lines end at a width rather than with their paragraph."""
    lines = [line.rstrip() for line in text.split("\n")]
    if max(map(len, lines)) > _WIDEST_LINE:
        return False
    long = [
        line
        for line, behind in zip(lines, lines[1:], strict=False)
        if len(line) >= _LONG_LINE and behind.strip()
    ]
    cut = sum(not line.endswith(_LAST_OF_SENTENCE) for line in long)
    return len(long) >= _FEWEST_LINES and 2 * cut > len(long)


def _rejoined(doc: Doc, starts: list[int]) -> list[int]:
    """The starts but for those right behind a single line end inside a sentence."""
    kept = starts[:1]
    for start in starts[1:]:
        if start == 0 or not _is_line_end(doc, start - 1):
            kept.append(start)
            continue
        before = start - 2
        while before >= 0 and doc[before].is_space:
            before -= 1
        if "\n\n" in doc[start - 1].text or before < 0:
            kept.append(start)
        elif doc[before].text in _LAST_OF_SENTENCE[:3] and doc[start].text[:1].isupper():
            kept.append(start)
    return kept


def _is_line_end(doc: Doc, token: int) -> bool:
    return doc[token].is_space and "\n" in doc[token].text
