"""What a pronoun or a role ("he", "the minister") stands for, among the names of its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from include.extraction.names.role_words import (
    GENDERED_NAMES,
    HEAD_SYNONYMS,
    ORGANISATION_NOUNS,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    THING_PRONOUNS,
    TITLE_GENDER,
)
from include.extraction.reading.datelines import find_datelines
from include.records import Mention

_REACH = 1_500
_WORD = re.compile(r"[^\W\d_][\w'’-]{0,40}")
_BESIDE = 90


def resolve(
    doc: Doc, mentions: Sequence[Mention], start: int, end: int
) -> tuple[str, float] | None:
    """The entity the span [start, end) stands for, with a confidence, or None.

    `mentions` are those of `doc` in order. A pronoun takes the nearest name before it
    that agrees in number and gender, subjects and names often met first, its own
    paragraph before others. A role ("the minister", "the Commission chief") takes the
    person who was introduced with it; "the ministry" the organisation so called.
    """
    text = _text_of(doc)
    words = [word.casefold() for word in _WORD.findall(text[start:end])]
    if not words:
        return None
    language = doc.lang_ or "en"
    if len(words) == 1:
        word = words[0]
        for gender, forms in PERSON_PRONOUNS.get(language, {}).items():
            if word in forms:
                return _antecedent(doc, text, mentions, start, {"PERSON"}, gender)
        if word in THING_PRONOUNS.get(language, ()):
            return _antecedent(doc, text, mentions, start, {"ORG", "GPE"}, None)
        if word in PLURAL_PRONOUNS.get(language, ()):
            return _antecedent(doc, text, mentions, start, {"ORG", "NORP"}, None)
    return _by_role(doc, text, mentions, start, end, words)


def _text_of(doc: Doc) -> str:
    # spaCy builds a document's text anew each time it is asked for.
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    return str(doc.user_data["text"])


def gender_of(text: str, mention: Mention) -> str | None:
    """ "f" or "m" by the title or given name of a person, None where neither tells."""
    before = text[max(0, mention.start - 12) : mention.start].casefold().split()
    title = (mention.role or "").casefold().split()
    for word in (*before[-1:], *title[:1], *title[-1:]):
        gender = TITLE_GENDER.get(word.rstrip("."))
        if gender:
            return gender
    given = mention.entity.split(" ", 1)
    return GENDERED_NAMES.get(given[0].casefold()) if len(given) > 1 else None


def _antecedent(
    doc: Doc,
    text: str,
    mentions: Sequence[Mention],
    start: int,
    labels: set[str],
    gender: str | None,
) -> tuple[str, float] | None:
    near = [m for m in mentions[: _before(mentions, start)] if start - m.end <= _REACH]
    near = [m for m in near if m.label in labels and m.end <= start]
    # Who wrote the report is not whom it is about.
    agencies = [dateline.agency for dateline in find_datelines(text) if dateline.agency]
    near = [m for m in near if not any(a <= m.start < b for a, b in agencies)]
    counts = Counter(m.entity for m in near)
    genders = _genders(text, mentions) if gender else {}
    best: tuple[float, str] | None = None
    for mention in reversed(near):
        known = genders.get(mention.entity)
        if gender and known and known != gender:
            continue
        if mention.label == "GPE" and not _acts(doc, mention):
            continue
        between = text[mention.end : start]
        cost = 1.0 * min(between.count("\n"), 4) + len(between) / 250
        cost -= 0.8 * _is_subject(doc, mention) + 0.15 * min(counts[mention.entity], 5)
        cost -= 0.5 * bool(gender and known == gender)
        if best is None or cost < best[0]:
            best = (cost, mention.entity)
    if best is None:
        return None
    return best[1], round(min(0.85, max(0.3, 0.75 - 0.1 * best[0])), 3)


def _genders(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.label == "PERSON" and mention.entity not in found:
            gender = gender_of(text, mention)
            if gender:
                found[mention.entity] = gender
    return found


def _before(mentions: Sequence[Mention], start: int) -> int:
    return bisect_right(mentions, start, key=lambda m: m.start)


def _is_subject(doc: Doc, mention: Mention) -> bool:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span is not None and span.root.dep_ in {"nsubj", "nsubjpass"}


def _acts(doc: Doc, mention: Mention) -> bool:
    """Whether a place is who acts: "Peru declared", not "an emergency in Ayacucho"."""
    return not doc.has_annotation("DEP") or _is_subject(doc, mention)


def _by_role(
    doc: Doc, text: str, mentions: Sequence[Mention], start: int, end: int, words: list[str]
) -> tuple[str, float] | None:
    """The person or organisation that a definite description describes."""
    head = _head(doc, start, end, words)
    if head is None or not _is_definite(words):
        return None
    if head in ORGANISATION_NOUNS:
        return _organisation(mentions, start, head)
    same = HEAD_SYNONYMS.get(head, frozenset({head}))
    content = {w for w in words if len(w) > 3} - same
    best: tuple[float, str] | None = None
    holders: set[str] = set()
    fits = False
    for mention in mentions:
        if mention.label != "PERSON":
            continue
        if mention.start >= end and best is not None:
            break
        about = _description(text, mention)
        if not same & about:
            continue
        holders.add(mention.entity)
        fits = fits or bool(content & about)
        score = 1.0 + len(content & about) - abs(start - mention.start) / 4_000
        if best is None or score >= best[0]:
            best = (score, mention.entity)
    if content and not fits and len(holders) > 1:
        return None  # "the alliance chief", where presidents of countries are named
    return (best[1], round(min(0.8, 0.4 + 0.15 * best[0]), 3)) if best and best[0] > 0 else None


def _head(doc: Doc, start: int, end: int, words: list[str]) -> str | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    if doc.has_annotation("DEP"):
        return str(span.root.lower_)
    return words[-1]


def _is_definite(words: list[str]) -> bool:
    return words[0] in {"the", "his", "her", "their", "this", "that", "le", "la", "l", "les", "ce"}


def _organisation(mentions: Sequence[Mention], start: int, head: str) -> tuple[str, float] | None:
    for mention in reversed(mentions[: _before(mentions, start)]):
        if mention.label == "ORG" and head in mention.entity.casefold().split():
            return mention.entity, 0.65
    return None


def _description(text: str, mention: Mention) -> set[str]:
    """Words that say what a person is: the role before the name, the apposition behind."""
    role = (mention.role or "").casefold()
    behind = text[mention.end : mention.end + _BESIDE]
    apposition = ""
    if behind[:2] == ", ":
        apposition = re.split(r"[.;\n]| who | said", behind[2:], maxsplit=1)[0].casefold()
    return set(_WORD.findall(f"{role} {apposition}"))
