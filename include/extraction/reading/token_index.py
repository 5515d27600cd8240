"""From characters to tokens and sentences in logarithmic time.

spaCy's own `char_span`, `Span.sent` and `has_annotation` walk the text; asked
thousands of times in one long text they make the whole quadratic.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Self

from spacy.attrs import IDX, SENT_START
from spacy.tokens import Doc

_KEPT = "dateline_token_index"


class TokenIndex:
    """Where the tokens and sentences of one text begin."""

    def __init__(self, doc: Doc) -> None:
        self.starts: list[int] = doc.to_array(IDX).tolist() if len(doc) else []
        self.is_parsed: bool = doc.has_annotation("DEP")
        self.is_tagged: bool = doc.has_annotation("TAG")
        self.sentence_starts: list[int] = [0] if self.starts else []
        if self.starts and doc.has_annotation("SENT_START"):
            begins = doc.to_array(SENT_START).astype("i8") == 1
            begins[0] = True
            self.sentence_starts = begins.nonzero()[0].tolist()

    @classmethod
    def of(cls, doc: Doc) -> Self:
        """The index of a text, made once and kept with its `Doc`."""
        if _KEPT not in doc.user_data:
            doc.user_data[_KEPT] = cls(doc)
        kept: Self = doc.user_data[_KEPT]
        return kept

    def token_at(self, at: int) -> int:
        """The index of the last token that begins at or before character `at`."""
        return max(0, bisect_right(self.starts, at) - 1)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The tokens [first, after) that characters [start, end) touch."""
        first = self.token_at(start)
        return first, max(first + 1, self.token_at(max(start, end - 1)) + 1)

    def sentence(self, token: int) -> tuple[int, int]:
        """The tokens [first, after) of the sentence that holds a token."""
        position = max(0, bisect_right(self.sentence_starts, token) - 1)
        first = self.sentence_starts[position]
        last = position + 1 >= len(self.sentence_starts)
        return first, len(self.starts) if last else self.sentence_starts[position + 1]
