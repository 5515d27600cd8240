"""What a time expression is read against: the day of publication, the sentence's tense,
and the last date and quarter the text named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from spacy.tokens import Doc, Token

_PAST_HELPERS = frozenset("had was were did has have been 've ’ve 'd".split())
_FUTURE_GOVERNORS = frozenset(
    "expected scheduled planned slated due set going plans plan expects intends hopes wants "
    "hopes agreed wants".split()
)
_CLIMB = 25


@dataclass(slots=True)
class TimeContext:
    """The reading of one text; `last_day` and `last_quarter` move with the reader."""

    doc: Doc
    text: str
    published: datetime | None
    language: str
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
        span = self.doc.char_span(start, end, alignment_mode="expand")
        if span is None or not len(span):
            return 0
        if self.doc.has_annotation("DEP"):
            return _tense_by_parse(span.root)
        sentence = span.sent if self.doc.has_annotation("SENT_START") else self.doc[:200]
        words = {token.lower_ for token in sentence[:80]}
        return 1 if words & {"will", "'ll", "’ll", "shall", "wird", "werden"} else -1


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
    if helpers & {"will", "'ll", "’ll", "wo", "shall"}:
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
            return 1 if above.tag_ in {"VBZ", "VBP"} or above.tag_.startswith("NN") else -1
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
