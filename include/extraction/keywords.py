"""Words and phrases that tell what a text is about, in any language.

Frequency, place and casing within the one text, without a corpus: the signs of YAKE
(Campos et al. 2020) in a plain sum. Names count by entity, so that "Trump" and "Donald
Trump" are one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from include.extraction.word_sets import word_set
from include.records import Keyword, Mention

_LONGEST = 3
_MOST_TOKENS = 20_000
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
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


def find_keywords(
    doc: Doc, mentions: Sequence[Mention], *, title: str = "", most: int = 10
) -> tuple[Keyword, ...]:
    """The `most` best keywords, best first, with scores between 0 and 1 (the best has 1)."""
    phrases = {**_common(doc, mentions), **_named(mentions)}
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


def _named(mentions: Sequence[Mention]) -> dict[str, _Phrase]:
    found: dict[str, _Phrase] = {}
    for mention in mentions:
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
    named = bytearray(len(doc.text))
    for mention in mentions:
        named[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    found: dict[str, _Phrase] = {}
    for run in _runs(doc, named):
        for first in range(len(run)):
            for after in range(first + 1, min(first + _LONGEST, len(run)) + 1):
                piece = run[first:after]
                if not _is_noun(piece[-1]) or len({t.lower for t in piece}) < len(piece):
                    continue
                key = " ".join(token.lower_ for token in piece)
                phrase = found.get(key)
                if phrase is None:
                    text = "".join(t.text_with_ws for t in piece).strip().lower()
                    phrase = found[key] = _Phrase(text, len(piece), piece[0].idx)
                phrase.count += 1
    return {
        key: phrase
        for key, phrase in found.items()
        if phrase.words == 1 or phrase.count > 1 or len(doc) < 150
    }


def _runs(doc: Doc, named: bytearray) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in doc[:_MOST_TOKENS]:
        if _is_content(token) and not named[token.idx]:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_content(token: Token) -> bool:
    text = token.lower_
    if token.is_stop or len(text) > 40 or text in _VAGUE:
        return False
    if not text[0].isalpha() or (len(text) < 3 and text.isascii()):
        return False
    return not token.tag_ or token.tag_.startswith(("NN", "JJ", "VBG", "VBN", "FW"))


def _is_noun(token: Token) -> bool:
    if token.tag_:
        return token.tag_ in _NOUNS
    return not token.pos_ or token.pos_ in _NOUN_POS


def _words(text: str) -> list[str]:
    return [word.strip(".,:;!?\"'“”‘’()[]") for word in text.casefold().split()]


def _within(short: str, long: str) -> bool:
    """Whether a phrase is part of another, or its plural."""
    return f" {short} " in f" {long} " or short in {f"{long}s", f"{long}es"}
