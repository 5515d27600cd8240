"""Where names may stand: the model's spans with mended edges, and capitals it passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from include.extraction.entity_words import PARTICLES, PLAIN_TITLES, SMALL_WORDS
from include.extraction.word_sets import word_set

LABELS = word_set("PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK_OF_ART LAW")
# What other schemes call the same: French models know PER and MISC.
_SAME = {"PER": "PERSON"}
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
_PREFIX = re.compile(r"(?:anti|pro|ex|non|pre|post|mid|trans|Ex|Anti|Pro|Non)[-–]\s?(?=[A-Z])")
_POSSESSIVE = re.compile(r"['’´`]\s?s?$")
_NUMBER = re.compile(r"[\d][\d.,:%/-]*(?:th|st|nd|rd|min|m)?$|[-–—:;*|•/]$")
_URL = re.compile(r"https?:|www\.|@|\.(?:com|org|net)/")
_MOST_WORDS = 14
_HYPHENATED = word_set("led backed era style based born run made owned linked appointed")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens [first, after) that may be a name; `label` is the model's, "" where it had none."""

    first: int
    after: int
    start: int
    end: int
    label: str
    role: str | None = None


def find_candidates(doc: Doc) -> list[Candidate]:
    """Candidates in order, none overlapping."""
    text = doc.text
    found = [piece for ent in doc.ents for piece in _mended(doc, text, ent)]
    taken = bytearray(len(doc))
    for ent in doc.ents:
        taken[ent.start : ent.end] = b"\1" * (ent.end - ent.start)
    for candidate in found:
        taken[candidate.first : candidate.after] = b"\1" * (candidate.after - candidate.first)
    found.extend(_capital_runs(doc, text, taken))
    found.sort(key=lambda c: (c.start, -c.end))
    kept: list[Candidate] = []
    for candidate in found:
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def _mended(doc: Doc, text: str, ent: Span) -> Iterator[Candidate]:
    """The pieces of one span of the model, their edges put right."""
    label = _SAME.get(ent.label_, ent.label_)
    if label not in LABELS or _URL.search(ent.text):
        return
    for first, after in _pieces(doc, ent.start, ent.end, label):
        role_first = first
        if label in {"PERSON", "ORG"}:
            while after - first > 1 and doc[first].lower_.rstrip(".") in PLAIN_TITLES:
                if label == "ORG" and doc[first].lower_.rstrip(".") not in {
                    "mr",
                    "mrs",
                    "dr",
                    "ms",
                }:
                    break
                first += 1
        if label == "PERSON":
            after = _to_surname(doc, ent, first, after)
        role = doc[role_first:first].text or None
        candidate = _trimmed(doc, text, first, after, label, role)
        if candidate is not None:
            yield candidate


def _pieces(doc: Doc, first: int, after: int, label: str) -> Iterator[tuple[int, int]]:
    """Token ranges between dashes, scores and brackets that a span ran across."""
    if label not in _NAMES:
        yield first, after
        return
    begun = first
    for index in range(first, after):
        token = doc[index]
        text = token.text
        breaks = text in {"(", ")", "[", "]", ";", "|", "•", "—", "–", ":"} or "\n" in text
        if text in {"-", "–", "/"} and index > first:
            breaks = bool(doc[index - 1].whitespace_)
        if (
            _NUMBER.match(text)
            and text[0].isdigit()
            and not (label in {"ORG", "FAC"} and index == first)
        ):
            breaks = label != "ORG" or index + 1 < after or _is_score(doc, index)
        if breaks:
            if index > begun:
                yield begun, index
            begun = index + 1
    if begun < after:
        yield begun, after


def _is_score(doc: Doc, index: int) -> bool:
    after = doc[index + 1].text if index + 1 < len(doc) else "\n"
    return "\n" in after or after[:1].isdigit() or after in {"-", ",", ".", "(", "/"}


def _to_surname(doc: Doc, ent: Span, first: int, after: int) -> int:
    """The end of a person's name, taken on over a surname the model left out."""
    if after != ent.end:
        return after
    while after < len(doc) and after - first < 5:
        token = doc[after]
        if token.ent_type_ or not token.text[:1].isupper() or not token.is_alpha:
            return after
        if token.tag_ not in {"NNP", "NNPS"} or token.is_upper or len(token) < 3:
            return after
        if token.lower_ in PLAIN_TITLES or token.lower_ in SMALL_WORDS:
            return after
        after += 1
    return after


def _trimmed(
    doc: Doc, text: str, first: int, after: int, label: str, role: str | None
) -> Candidate | None:
    while first < after and _is_edge(doc[first].text, begins=True):
        first += 1
    while after > first and _is_edge(doc[after - 1].text, begins=False):
        after -= 1
    if first >= after:
        return None
    start, end = doc[first].idx, doc[after - 1].idx + len(doc[after - 1])
    prefix = _PREFIX.match(text, start, end)
    if prefix:
        start = prefix.end()
    article = text[start : start + 4] in {"the ", "The ", "THE "}
    if article and text[start + 4 : start + 9].casefold() not in {"hague", "gambi"}:
        start += 4
        first += 1
    match = _POSSESSIVE.search(text[start:end])
    if match and match.start() > 1:
        end = start + match.start()
    # A name the tokenizer split at its hyphen: "Kim Min" + "-jun".
    if label == "PERSON" and end == doc[after - 1].idx + len(doc[after - 1]):
        after, end = _over_hyphen(doc, after, end)
    name = text[start:end]
    if not any(c.isalpha() for c in name) or len(name) < 2 or after - first > 30:
        return None
    if label in _NAMES and name.islower() and not any(c.isdigit() for c in name):
        return None
    return Candidate(first, after, start, end, label, role)


def _over_hyphen(doc: Doc, after: int, end: int) -> tuple[int, int]:
    while after + 1 < len(doc) and doc[after].text == "-" and doc[after].idx == end:
        word = doc[after + 1]
        if word.idx != end + 1 or not word.is_alpha or word.lower_ in _HYPHENATED:
            break
        after, end = after + 2, word.idx + len(word)
    return after, end


def _is_edge(text: str, *, begins: bool) -> bool:
    if any(c.isalnum() for c in text):
        return (begins and text in {"’s", "'s"}) or (
            not begins and text in {"'s", "’s", "’S", "'S"}
        )
    return True


def _capital_runs(doc: Doc, text: str, taken: bytearray) -> Iterator[Candidate]:
    """Runs of words with a capital that the model left without a label."""
    index = 0
    while index < len(doc):
        if taken[index] or not _is_capital(doc, index):
            index += 1
            continue
        after = index + 1
        while after < len(doc) and not taken[after] and after - index < _MOST_WORDS:
            if _is_capital(doc, after):
                after += 1
            elif (
                doc[after].lower_ in PARTICLES
                and after + 1 < len(doc)
                and not taken[after + 1]
                and _is_capital(doc, after + 1)
            ):
                after += 2
            else:
                break
        first = index
        while first < after - 1 and doc[first].lower_.rstrip(".") in PLAIN_TITLES:
            first += 1
        role = doc[index:first].text or None
        candidate = _trimmed(doc, text, first, after, "", role)
        if candidate is not None and doc[first].lower_ not in SMALL_WORDS:
            yield candidate
        index = after


def _is_capital(doc: Doc, index: int) -> bool:
    token = doc[index]
    text = token.text
    if not text[0].isupper() or token.lower_ in SMALL_WORDS or token.ent_type_:
        return False
    return token.tag_ in {"NNP", "NNPS"} or not token.is_sent_start
