"""What a time expression is read against: the day of publication, the sentence's tense,
and the last date and quarter the text named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from spacy.tokens import Doc, Token

from include.extraction.reading.token_index import TokenIndex
from include.extraction.times.tuned import TUNED
from include.languages import language

_PAST_HELPERS = frozenset(str.split("had was were did has have been 've ’ve 'd"))
_FUTURE_GOVERNORS = frozenset(
    str.split(
        "expected scheduled planned slated due set going plans plan expects intends hopes wants "
        "hopes agreed decided vowed promised pledged invited asked urged ordered told"
    )
)
_FUTURE_HELPERS = frozenset(str.split("will 'll ’ll wo shall wird werden"))
# Words that lead to a day still to come, whatever the verb: "closed until Monday", "by Sunday".
_TO_COME = frozenset({"until", "till", "by"})
_LASTED = frozenset(
    str.split(
        "lasted ran continued stayed remained waited worked lived held did done completed finished "
        "reached rose fell died killed recovered found"
    )
)
# Verbs that put something off: "moved to Tuesday", "scheduled for Sunday".
_PUT_OFF = frozenset(
    str.split(
        "moved adjourned postponed delayed rescheduled slipped pushed deferred brought scheduled "
        "set slated planned due fixed shifted"
    )
)
# Present tenses that tell of the past: what is said, and the style of headlines.
_TOLD_SO = frozenset(
    str.split(
        "says say tells tell reports report writes write kills kill hits hit dies die wins win "
        "predicted "
        "strikes strike shows show claims claim sees see finds find remains remain believes "
        "believe "
        "knows know thinks think adds add wounds wound injures injure arrests arrest"
    )
)
# Adjectives of a day to come: "payable Dec. 1", "effective Feb. 1", "as early as Tuesday".
_AHEAD = frozenset(str.split("payable effective due redeemable deliverable"))
_AS_SOON = frozenset({"soon", "early", "late"})
# What somebody scheduled or planned for a day lies ahead: "has scheduled a hearing Thursday".
_ARRANGED = frozenset(str.split("scheduled planned arranged called slated organised organized"))
_PRESENT_HELPERS = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_POSSESSIVE = frozenset({"'s", "’s"})
# What a weekday owns that lies ahead, as a rule: "faces Chile in Sunday's final".
_COMING = frozenset(
    str.split(
        "vote election match final game meeting summit deadline hearing race ballot referendum "
        "debate runoff semifinal semi-final fixture clash kickoff launch"
    )
)
_MISREAD = frozenset(str.split("close open opens closes ends starts"))
_JOINTS = frozenset(str.split(", ; : . und y e et pero aber doch"))


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
    last_clock: tuple[int, str] | None = None
    last_span: str | None = None

    @property
    def anchor(self) -> date | None:
        """The day of publication, or None."""
        return self.published.date() if self.published else None

    @property
    def reference(self) -> date | None:
        """The day "the next day" counts from: the last one named, or publication."""
        return self.last_day or self.anchor

    def tense(self, start: int, end: int, *, present: int = 0) -> int:
        """-1 if the words round [start, end) tell of the past, 1 of the future, 0 unknown.

        `present` is what a present tense tells: of a weekday ("the summit ends Saturday") a day
        to come, 1; of a date or a quarter nothing, 0.
        """
        first, after = self.index.tokens(start, end)
        if self.index.is_parsed:
            top = _root(self.doc, first, after)
            if present and self.doc[after : after + 1].text in _POSSESSIVE:
                owned = self.doc[after + 1 : after + 2].text.lower()
                present = 1 if owned in _COMING else -1
            return _by_lead(self.doc, first, top) or _tense_by_parse(top, present)
        return self._tense_by_words(first, after)

    def _tense_by_words(self, first: int, after: int) -> int:
        """The tense where there is no parse: by the words of the clause round a time."""
        known = language(self.language).times
        low, high = self.index.sentence(first)
        if first > low and self.doc[first - 1].lower_ in known.until:
            return 1
        begin = max(low, first - TUNED.near)
        words = [token.lower_ for token in self.doc[begin : min(high, after + TUNED.near)]]
        if _FUTURE_HELPERS.intersection(words):
            return 1
        clause = _clause(words, first - begin)
        if known.past.intersection(clause):
            return -1
        is_coming = known.coming.intersection(clause) or any(
            word.endswith(known.coming_endings) and len(word) >= TUNED.shortest_coming
            for word in clause
        )
        return 1 if is_coming else -1


def _clause(words: Sequence[str], at: int) -> Sequence[str]:
    """The words round a position, to the next comma or "and" on either side."""
    first, after = at, at
    while first > 0 and words[first - 1] not in _JOINTS:
        first -= 1
    while after < len(words) and words[after] not in _JOINTS:
        after += 1
    return words[first:after]


def _root(doc: Doc, first: int, after: int) -> Token:
    """The token of [first, after) whose head lies outside."""
    for token in doc[first:after]:
        if not first <= token.head.i < after or token.head.i == token.i:
            return token
    return doc[first]


def _by_lead(doc: Doc, first: int, top: Token) -> int:
    """1 where the words before a time lead to a day to come; 0 where they do not tell."""
    lead = doc[first - 1].lower_ if first else ""
    verb = top
    for _ in range(TUNED.climb):
        if verb.tag_.startswith(("VB", "MD")) or verb.head.i == verb.i:
            break
        verb = verb.head
    if lead in _TO_COME:
        done = any(child.lower_ in {"had", "'d"} for child in verb.children)
        ahead = any(child.lower_ in {"to", "will", "would", "could"} for child in verb.children)
        return 0 if (verb.lower_ in _LASTED and not ahead) or done else 1
    if lead in {"to", "for"} and verb.lower_ in _PUT_OFF:
        return 1
    if lead == "as" and first > 2 and doc[first - 2].lower_ in _AS_SOON:
        return 1 if doc[first - 3].lower_ == "as" else 0
    above = top.head
    if above.lower_ in _AHEAD or (lead and above.head.lower_ in _AHEAD and above.i == first - 1):
        return 1
    if verb.lower_ in _ARRANGED and not _is_passive(verb) and not _is_before_past(verb):
        return 1 if any(c.dep_ == "dobj" and c.i < first for c in verb.children) else 0
    return 0


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"auxpass", "aux:pass"} for child in verb.children)


def _is_before_past(verb: Token) -> bool:
    """Whether a verb tells of what was so before: "had scheduled", "previously scheduled"."""
    return any(child.lower_ in {"had", "'d", "previously", "once"} for child in verb.children)


def _tense_by_parse(token: Token, present: int) -> int:
    """Climbs from a time to the verb it hangs on, and reads that verb's tense."""
    for _ in range(TUNED.climb):
        kind = token.tag_ or token.pos_
        if token.dep_ == "ROOT" and token.lower_ in _MISREAD and not kind.startswith("VB"):
            return present  # "Polls close Sunday": read as no verb
        if kind.startswith("VB") or kind in {"VERB", "AUX", "MD"}:
            break
        if token.lower_ in _FUTURE_GOVERNORS:
            return 1
        if token.head.i == token.i:
            return 0
        token = token.head
    else:
        return 0
    return verb_tense(token, present)


def verb_tense(verb: Token, present: int = 0) -> int:
    """-1, 0 or 1: the tense of a verb with its auxiliaries."""
    helpers = {child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    if helpers & _FUTURE_HELPERS or ("would" in helpers and "have" not in helpers):
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
                return -1 if _is_before_past(above) or _is_before_past(above.head) else 1
            return 1 if above.tag_ in {"VBZ", "VBP"} else -1
        if helpers & {"did", "could", "would", "might", "may", "can", "should", "must"}:
            return 1 if helpers & {"may", "can", "should", "must", "might"} else -1
        return 0
    if verb.tag_ == "VBN" and helpers & _PRESENT_HELPERS and not helpers & {"been", "has", "have"}:
        return present
    if present and "Pres" in morph_tense and "Ind" in verb.morph.get("Mood"):
        composed = any(child.dep_ in {"aux:tense", "aux:pass"} for child in verb.children)
        return -1 if composed else present
    if verb.tag_ in {"VBD", "VBN"} or "Past" in morph_tense or helpers & _PAST_HELPERS:
        return -1
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
        return 1
    if verb.tag_ in {"VBZ", "VBP"}:
        return 0 if verb.lower_ in _TOLD_SO else present
    if verb.tag_ == "VBG" and verb.head.i != verb.i and verb.head.tag_.startswith("VB"):
        return verb_tense(verb.head) if verb.head.tag_ != "VBG" else 0
    return 0
