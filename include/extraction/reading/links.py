"""Where, when and from whom a figure is: what its own sentence and its statement give."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Span, Token

from include.extraction.reading.tuned import TUNED
from include.languages import language as language_of
from include.records import Mention, Quote, TimeExpression

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SAYING = frozenset(
    str.split(
        "said says say told added reported reports announced confirmed stated claimed estimated"
    )
)


class Links:
    """The places, days and statements of one text, asked for by figure."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
        quotes: Sequence[Quote],
        *,
        language: str,
    ) -> None:
        self.text = text
        self._where = language_of(language).places.where
        self.places = sorted((m for m in mentions if m.label in _PLACES), key=lambda m: m.start)
        self._place_starts = [m.start for m in self.places]
        self.days = [t for t in times if t.value and _DAY.match(t.value)]
        self._day_starts = [t.start for t in self.days]
        self.quotes = sorted((q for q in quotes if q.speaker), key=lambda q: q.start)
        self._quote_starts = [q.start for q in self.quotes]
        self._longest = max((q.end - q.start for q in self.quotes), default=0)

    def place(
        self, begin: int, end: int, at: int, *, but: tuple[int, int] = (0, 0)
    ) -> Mention | None:
        """The place of characters [begin, end) nearest to `at`; one that "in" leads to first.

        Places within `but` are left: "Peru's ministry" does not tell where something was.
        """
        low, high = bisect_left(self._place_starts, begin), bisect_left(self._place_starts, end)
        inside = [m for m in self.places[low:high] if not but[0] <= m.start < but[1]]
        return min(inside, key=lambda m: abs(m.start - at) + self._far(m), default=None)

    def _far(self, mention: Mention) -> int:
        before = self.text[max(0, mention.start - TUNED.located_chars) : mention.start].split()
        return (
            0 if self._where.intersection(w.casefold() for w in before[-2:]) else TUNED.not_located
        )

    def day(self, begin: int, end: int, at: int) -> TimeExpression | None:
        """The time of characters [begin, end) nearest to `at` that names a day."""
        low, high = bisect_left(self._day_starts, begin), bisect_left(self._day_starts, end)
        return min(self.days[low:high], key=lambda t: abs(t.start - at), default=None)

    def statement(self, start: int, end: int) -> Quote | None:
        """The shortest statement with a speaker that holds characters [start, end)."""
        low = bisect_left(self._quote_starts, start - self._longest)
        high = bisect_left(self._quote_starts, start + 1)
        holding = [
            q
            for q in self.quotes[low:high]
            if any(part.start <= start and part.end >= end for part in q.fragments)
        ]
        return min(holding, key=lambda q: q.end - q.start, default=None)


def source_of(sentence: Span) -> str | None:
    """The subject of the sentence's verb of saying, or what follows "according to"."""
    doc = sentence.doc
    for token in sentence:
        if token.lower_ in _SAYING:
            for child in token.children:
                if child.dep_ == "nsubj":
                    return _phrase(child)
        if token.lower_ == "according" and token.i + 2 < sentence.end:
            below = doc[token.i + 1]
            for child in below.children:
                if child.dep_ == "pobj":
                    return _phrase(child)
    return None


def _phrase(token: Token) -> str:
    """A token with all that hangs on it."""
    whole = token.doc[token.left_edge.i : token.right_edge.i + 1]
    return str(whole)[: TUNED.longest_source]
