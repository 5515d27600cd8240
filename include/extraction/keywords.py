"""Words and phrases that tell what a text is about, in any language.

Frequency, place and casing within the one text, without a corpus: the signs of YAKE
(Campos et al. 2020) in a plain sum. Names count by entity, so that "Trump" and "Donald
Trump" are one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Token

from include.extraction.reading.datelines import find_datelines
from include.extraction.reading.token_table import TokenTable
from include.extraction.reading.word_sets import word_set
from include.records import Keyword, Mention

_LONGEST = 3
_MOST_TOKENS = 20_000
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_CONTENT_TAGS = ("NN", "JJ", "VBG", "VBN", "FW")
_NOUN_POS = frozenset({"NOUN", "PROPN"})
_VAGUE = word_set(
    "year years day days week weeks month months time times people thing things way ways part lot "
    "number percent mr mrs ms dr said says per cent today yesterday tomorrow man woman men women "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december"
)


@dataclass(slots=True)
class _Phrase:
    """How often a phrase was met, where first, and how it was written."""

    text: str
    words: int
    first: int
    count: int = 0
    is_name: bool = False


class _Word(NamedTuple):
    """A content word: its token, its characters and its small letters."""

    token: int
    start: int
    end: int
    lower: str
    is_noun: bool


def find_keywords(
    doc: Doc, mentions: Sequence[Mention], *, title: str = "", most: int = 10
) -> tuple[Keyword, ...]:
    """The `most` best keywords, best first, with scores between 0 and 1 (the best has 1)."""
    phrases = {**_common(doc, mentions), **_named(doc.text, mentions)}
    if not phrases:
        return ()
    heard = f" {' '.join(_words(title))} "
    length = max(1, len(doc.text))
    scored = sorted(
        ((_score(phrase, key, heard, length), key) for key, phrase in phrases.items()),
        key=lambda pair: (-pair[0], pair[1]),
    )
    kept: list[tuple[float, str]] = []
    for score, key in scored:
        if len(kept) == most:
            break
        if not any(_within(key, other) or _within(other, key) for _, other in kept):
            kept.append((score, key))
    best = kept[0][0]
    return tuple(Keyword(text=phrases[k].text, score=round(s / best, 4)) for s, k in kept)


def _score(phrase: _Phrase, key: str, title: str, length: int) -> float:
    """More for what is said often, early, in several words, in the title, as a name."""
    score = math.log1p(phrase.count) * (1.0 + 0.25 * (phrase.words - 1))
    score *= 1.0 + 0.7 * math.exp(-4.0 * phrase.first / length)
    if f" {key} " in title:
        score *= 1.5
    return score * (1.15 if phrase.is_name else 1.0)


def _named(body: str, mentions: Sequence[Mention]) -> dict[str, _Phrase]:
    """Names by entity; the agency of a dateline tells who wrote, not what of."""
    agencies = {dateline.agency for dateline in find_datelines(body)}
    found: dict[str, _Phrase] = {}
    for mention in mentions:
        if (mention.start, mention.end) in agencies:
            continue
        key = " ".join(_words(mention.entity))
        if not key:
            continue
        phrase = found.get(key)
        if phrase is None:
            phrase = _Phrase(mention.entity, min(2, len(key.split())), mention.start, is_name=True)
            found[key] = phrase
        phrase.count += 1
    return found


def _common(doc: Doc, mentions: Sequence[Mention]) -> dict[str, _Phrase]:
    """Phrases of one to three content words outside names."""
    body = doc.text
    named = bytearray(len(body))
    for mention in mentions:
        named[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    found: dict[str, _Phrase] = {}
    for run in _runs(_content(doc, named)):
        for last, noun in enumerate(run):
            if not noun.is_noun:
                continue
            key = noun.lower
            for first in range(last, max(-1, last - _LONGEST), -1):
                if first < last:
                    if any(run[first].lower == word.lower for word in run[first + 1 : last + 1]):
                        break
                    key = f"{run[first].lower} {key}"
                phrase = found.get(key)
                if phrase is None:
                    text = body[run[first].start : noun.end].lower()
                    phrase = found[key] = _Phrase(text, last - first + 1, run[first].start)
                phrase.count += 1
    return {
        key: phrase
        for key, phrase in found.items()
        if phrase.words == 1 or phrase.count > 1 or len(doc) < 150
    }


def _content(doc: Doc, named: bytearray) -> Iterator[_Word]:
    """The content words of a text outside names, in order."""
    table = TokenTable.of(doc)
    rows = zip(table.lower, table.tags, table.starts, strict=True)
    for index, (lower, tag, start) in enumerate(islice(rows, _MOST_TOKENS)):
        if tag and not tag.startswith(_CONTENT_TAGS):
            continue
        if named[start] or not lower[0].isalpha() or len(lower) > 40 or lower in _VAGUE:
            continue
        if (len(lower) < 3 and lower.isascii()) or doc[index].is_stop:
            continue
        yield _Word(index, start, table.end(index), lower, _is_noun(doc[index], tag))


def _runs(words: Iterator[_Word]) -> Iterator[list[_Word]]:
    """Words that stand side by side."""
    run: list[_Word] = []
    for word in words:
        if run and word.token != run[-1].token + 1:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_noun(token: Token, tag: str) -> bool:
    if tag:
        return tag in _NOUNS
    return not token.pos_ or token.pos_ in _NOUN_POS


def _words(text: str) -> list[str]:
    return [word.strip(".,:;!?\"'“”‘’()[]") for word in text.casefold().split()]


def _within(short: str, long: str) -> bool:
    """Whether a phrase is part of another, or its plural."""
    return f" {short} " in f" {long} " or short in {f"{long}s", f"{long}es"}
