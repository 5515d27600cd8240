"""What a time expression is read against: the day of publication, the sentence's tense,
and the last date and quarter the text named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from spacy.tokens import Doc, Token

from include.extraction.reading.token_index import TokenIndex

_PAST_HELPERS = frozenset(str.split("had was were did has have been 've ’ve 'd"))
_FUTURE_GOVERNORS = frozenset(
    str.split(
        "expected scheduled planned slated due set going plans plan expects intends hopes wants "
        "hopes agreed wants"
    )
)
_FUTURE_HELPERS = frozenset(str.split("will 'll ’ll wo shall wird werden"))
_CLIMB = 25
_NEAR = 40


@dataclass(slots=True)
class TimeContext:
    """The reading of one text; `last_day` and `last_quarter` move with the reader."""

    doc: Doc
    text: str
    published: datetime | None
    language: str
    index: TokenIndex
    last_day: date | None = None
    last_quarter: str | None = None
    last_span: str | None = None

    @property
    def anchor(self) -> date | None:
        """The day of publication, or None."""
        return self.published.date() if self.published else None

    @property
    def reference(self) -> date | None:
        """The day "the next day" counts from: the last one named, or publication."""
        return self.last_day or self.anchor

    def tense(self, start: int, end: int) -> int:
        """-1 if the words round [start, end) tell of the past, 1 of the future, 0 unknown."""
        first, after = self.index.tokens(start, end)
        if self.index.is_parsed:
            return _tense_by_parse(_root(self.doc, first, after))
        low, high = self.index.sentence(first)
        near = self.doc[max(low, first - _NEAR) : min(high, after + _NEAR)]
        words = {token.lower_ for token in near}
        return 1 if words & _FUTURE_HELPERS else -1


def _root(doc: Doc, first: int, after: int) -> Token:
    """The token of [first, after) whose head lies outside."""
    for token in doc[first:after]:
        if not first <= token.head.i < after or token.head.i == token.i:
            return token
    return doc[first]


def _tense_by_parse(token: Token) -> int:
    """Climbs from a time to the verb it hangs on, and reads that verb's tense."""
    for _ in range(_CLIMB):
        kind = token.tag_ or token.pos_
        if kind.startswith("VB") or kind in {"VERB", "AUX", "MD"}:
            break
        if token.lower_ in _FUTURE_GOVERNORS:
            return 1
        if token.head.i == token.i:
            return 0
        token = token.head
    else:
        return 0
    return verb_tense(token)


def verb_tense(verb: Token) -> int:
    """-1, 0 or 1: the tense of a verb with its auxiliaries."""
    helpers = {child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    if helpers & _FUTURE_HELPERS:
        return 1
    if verb.lower_ in _FUTURE_GOVERNORS and any(c.dep_ == "auxpass" for c in verb.children):
        return 1
    morph_tense = verb.morph.get("Tense") if verb.has_morph() else []
    if "Fut" in morph_tense:
        return 1
    if verb.tag_ == "VB":
        if "to" in helpers and verb.head.i != verb.i:
            above = verb.head
            if above.lower_ in _FUTURE_GOVERNORS:
                return 1
            return 1 if above.tag_ in {"VBZ", "VBP"} else -1
        if helpers & {"did", "could", "would", "might", "may", "can", "should", "must"}:
            return 1 if helpers & {"may", "can", "should", "must", "might"} else -1
        return 0
    if verb.tag_ in {"VBD", "VBN"} or "Past" in morph_tense or helpers & _PAST_HELPERS:
        return -1
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
        return 1
    if verb.tag_ in {"VBZ", "VBP"}:
        return 0
    if verb.tag_ == "VBG" and verb.head.i != verb.i and verb.head.tag_.startswith("VB"):
        return verb_tense(verb.head) if verb.head.tag_ != "VBG" else 0
    return 0
