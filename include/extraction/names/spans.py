"""Where names may stand: the model's spans with mended edges, and capitals it passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from include.extraction.names.words import PARTICLES, PLAIN_TITLES, SMALL_WORDS
from include.extraction.reading.token_table import TokenTable
from include.extraction.reading.word_sets import word_set

LABELS = word_set("PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK_OF_ART LAW")
# What other schemes call the same: French models know PER and MISC.
_SAME = {"PER": "PERSON"}
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
_PREFIX = re.compile(r"(?:anti|pro|ex|non|pre|post|mid|trans|Ex|Anti|Pro|Non)[-–]\s?(?=[A-Z])")
_POSSESSIVE = re.compile(r"['’´`]\s?s?$")
_NUMBER = re.compile(r"[\d][\d.,:%/-]*(?:th|st|nd|rd|min|m)?$|[-–—:;*|•/]$")
_DATE_BEHIND = re.compile(r" \d{4}-\d\d-\d\d$")
_URL = re.compile(r"https?:|www\.|@|\.(?:com|org|net)/")
_MOST_WORDS = 14
_BREAKS = frozenset("()[];|•—–:")
_HYPHENATED = word_set("led backed era style based born run made owned linked appointed")
# Common nouns that a model leaves hanging on a name.
_LOOSE_NOUNS = word_set("agency news party city village district newspaper magazine group")
_FRENCH_TITLES = word_set("m mm mme mmes mlle mgr me")
_HONOURS = word_set("mp kc qc mbe obe cbe kbe phd msp td mep")
_PARTS_OF_TITLES = word_set("crown prime vice deputy president")
_RANKS = word_set("mr mrs dr ms gen lt col maj capt sgt cpl brig adm pol rev prof sen gov rep")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens [first, after) that may be a name; `label` is the model's, "" where it had none."""

    first: int
    after: int
    start: int
    end: int
    label: str
    role: str | None = None


def find_candidates(table: TokenTable) -> list[Candidate]:
    """Candidates in order, none overlapping."""
    ents = table.doc.ents
    found = [piece for ent in ents for piece in _mended(table, ent)]
    taken = bytearray(len(table))
    for ent in ents:
        taken[ent.start : ent.end] = b"\1" * (ent.end - ent.start)
    for candidate in found:
        taken[candidate.first : candidate.after] = b"\1" * (candidate.after - candidate.first)
    surnames = {
        table.texts[c.after - 1] for c in found if c.label == "PERSON" and c.after - c.first > 1
    }
    found.extend(_capital_runs(table, taken, surnames))
    found.sort(key=lambda c: (c.start, -c.end))
    kept: list[Candidate] = []
    for candidate in found:
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def _mended(table: TokenTable, ent: Span) -> Iterator[Candidate]:
    """The pieces of one span of the model, their edges put right."""
    label = _SAME.get(ent.label_, ent.label_)
    if label not in LABELS or _URL.search(table.span(ent.start, ent.end)):
        return
    for begun, ended in _pieces(table, ent.start, ent.end, label):
        first, after = begun, ended
        if label in {"PERSON", "ORG"}:
            titles = PLAIN_TITLES if label == "PERSON" else _RANKS
            if table.language == "fr":
                titles = titles | _FRENCH_TITLES
            while after - first > 1 and table.lower[first].rstrip(".") in titles:
                first += 1
        if label == "PERSON":
            after = _to_surname(table, ent.end, first, after)
            while after - first > 2 and table.lower[after - 1] in _HONOURS:
                after -= 1
        role = table.span(begun, first) or None
        candidate = _trimmed(table, first, after, label, role)
        if candidate is not None:
            yield candidate


def _pieces(table: TokenTable, first: int, after: int, label: str) -> Iterator[tuple[int, int]]:
    """Token ranges between dashes, scores and brackets that a span ran across."""
    if label not in _NAMES:
        if _DATE_BEHIND.search(table.span(first, after)):
            while after > first and not any(c.isalpha() for c in table.texts[after - 1]):
                after -= 1
        yield first, after
        return
    begun = first
    for index in range(first, after):
        text = table.texts[index]
        breaks = text in _BREAKS or "\n" in text
        if text in {"-", "–", "/"} and index > first:
            breaks = table.spaced(index - 1)
        if (
            text[0].isdigit()
            and _NUMBER.match(text)
            and not (label in {"ORG", "FAC"} and index == first)
        ):
            breaks = label != "ORG" or index + 1 < after or _is_score(table, index)
        if breaks:
            if index > begun:
                yield begun, index
            begun = index + 1
    if begun < after:
        yield begun, after


def _is_score(table: TokenTable, index: int) -> bool:
    after = table.texts[index + 1] if index + 1 < len(table) else "\n"
    return "\n" in after or after[:1].isdigit() or after in {"-", ",", ".", "(", "/"}


def _to_surname(table: TokenTable, end: int, first: int, after: int) -> int:
    """The end of a person's name, taken on over a surname the model left out."""
    if after != end:
        return after
    while after < len(table) and after - first < 5:
        text, lower = table.texts[after], table.lower[after]
        if table.labels[after] or not text[:1].isupper() or not text.isalpha():
            return after
        if table.tags[after] not in {"NNP", "NNPS"} or text.isupper() or len(text) < 3:
            return after
        if lower in PLAIN_TITLES or lower in SMALL_WORDS:
            return after
        after += 1
    return after


def _trimmed(
    table: TokenTable, first: int, after: int, label: str, role: str | None
) -> Candidate | None:
    text = table.text
    while first < after and _is_edge(table.texts[first], begins=True):
        first += 1
    while after > first and _is_edge(table.texts[after - 1], begins=False):
        after -= 1
    if first >= after:
        return None
    start = table.starts[first]
    prefix = _PREFIX.match(text, start, table.end(after - 1))
    if prefix:
        start = prefix.end()
    article = text[start : start + 4] in {"the ", "The ", "THE "} and after - first > 1
    if article and text[start + 4 : start + 9].casefold() not in {"hague", "gambi"}:
        first += 1
        start = table.starts[first]
    if label in _NAMES:
        while after - first > 1 and table.texts[first].islower() and _is_small(table, first):
            first += 1
            start = table.starts[first]
        while after - first > 1 and table.texts[after - 1] in _LOOSE_NOUNS:
            after -= 1
    end = _without_mark(table, after, start, table.end(after - 1))
    match = _POSSESSIVE.search(text[start:end])
    if match and match.start() > 1:
        end = start + match.start()
    # A name the tokenizer split at its hyphen: "Kim Min" + "-jun".
    if label == "PERSON" and end == table.end(after - 1):
        after, end = _over_hyphen(table, after, end)
    name = text[start:end]
    if not any(c.isalpha() for c in name) or len(name) < 2 or after - first > 30:
        return None
    if after - first == 1 and name.casefold().rstrip(".") in _RANKS | _PARTS_OF_TITLES:
        return None
    if label in _NAMES and name.islower() and not any(c.isdigit() for c in name):
        return None
    return Candidate(first, after, start, end, label, role)


def _is_small(table: TokenTable, index: int) -> bool:
    return table.lower[index] not in PARTICLES


def _without_mark(table: TokenTable, after: int, start: int, end: int) -> int:
    """The end of a name without a dash or the sentence's full stop: "Lear Corp." at its end."""
    text = table.text
    if text[end - 1] == "." and end - start > 3 and "." not in text[start : end - 1]:
        last = after == len(table) or "\n" in table.texts[after]
        if last or table.begins_sentence[after]:
            end -= 1
    if text[end - 1] in "-–" and end - start > 2:
        end -= 1
    return end


def _over_hyphen(table: TokenTable, after: int, end: int) -> tuple[int, int]:
    while after + 1 < len(table) and table.texts[after] == "-" and table.starts[after] == end:
        word = table.texts[after + 1]
        glued = table.starts[after + 1] == end + 1
        if not glued or not word.isalpha() or word.lower() in _HYPHENATED:
            break
        after, end = after + 2, end + 1 + len(word)
    return after, end


def _is_edge(text: str, *, begins: bool) -> bool:
    if any(c.isalnum() for c in text):
        return text in {"’s", "'s"} if begins else text in {"'s", "’s", "’S", "'S"}
    return True


def _capital_runs(table: TokenTable, taken: bytearray, surnames: set[str]) -> Iterator[Candidate]:
    """Runs of words with a capital that the model left without a label.

    At the beginning of a sentence only what is tagged a name, is written in capitals
    ("WHO has sent …") or is a surname of the text ("Trump said …", tagged as a noun).
    """
    capital = [
        text[0].isupper()
        and not taken[index]
        and not table.labels[index]
        and (table.lower[index] not in SMALL_WORDS or (text.isupper() and len(text) > 2))
        and (
            table.tags[index] in {"NNP", "NNPS"}
            or not table.begins_sentence[index]
            or text in surnames
            or (len(text) > 1 and text.isupper())
        )
        for index, text in enumerate(table.texts)
    ]
    index = 0
    count = len(table)
    while True:
        try:
            index = capital.index(True, index)
        except ValueError:
            return
        after = index + 1
        while after < count and after - index < _MOST_WORDS:
            if capital[after]:
                after += 1
            elif (
                after + 1 < count
                and capital[after + 1]
                and not taken[after]
                and table.lower[after] in PARTICLES
            ):
                after += 2
            else:
                break
        first = index
        while first < after - 1 and table.lower[first].rstrip(".") in PLAIN_TITLES:
            first += 1
        role = table.span(index, first) or None
        candidate = _trimmed(table, first, after, "", role)
        if candidate is not None:
            yield candidate
        index = after
