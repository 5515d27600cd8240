"""From characters to tokens and sentences in logarithmic time.

spaCy's own `char_span`, `Span.sent` and `has_annotation` walk the text; asked
thousands of times in one long text they make the whole quadratic.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc


class TokenIndex:
    """Where the tokens and sentences of one text begin."""

    def __init__(self, doc: Doc) -> None:
        self.starts = [token.idx for token in doc]
        self.is_parsed: bool = doc.has_annotation("DEP")
        self.is_tagged: bool = doc.has_annotation("TAG")
        self.sentence_starts = (
            [token.i for token in doc if token.is_sent_start or token.i == 0]
            if doc.has_annotation("SENT_START")
            else ([0] if len(doc) else [])
        )

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
