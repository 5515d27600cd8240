"""What a language's file fills: one frozen record, a section a kind of fact.

Every word stands in small letters. A part that a language lacks stays empty: a rule then
finds nothing in it, and never borrows another language's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_NUMBERS: Mapping[str, int] = MappingProxyType({})
_NO_SIDES: Mapping[str, Mapping[str, frozenset[str]]] = MappingProxyType({})
_NO_PHRASES: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = MappingProxyType({})
Words = frozenset[str]
NO_WORDS: Words = frozenset()


def words(text: str) -> Words:
    """The words of a text that are separated by white space."""
    return frozenset(text.split())


def phrases(text: str) -> Words:
    """The phrases of a text that are separated by "|"."""
    return frozenset(" ".join(part.split()) for part in text.split("|") if part.strip())


def numbered(text: str) -> dict[str, int]:
    """The words of a text with their numbers: "one=1 two=2" → {"one": 1, "two": 2}."""
    pairs = (pair.split("=") for pair in text.split())
    return {word: int(number) for word, number in pairs}


def alike[Value](value: Value, text: str) -> dict[str, Value]:
    """The phrases of a text, separated by "|", each with the same value."""
    return dict.fromkeys(sorted(phrases(text)), value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How numbers are written.

    `units` are number words below a hundred, `scales` words that multiply; `decimal` is the
    sign before a fraction; `bounds` are phrases before a number → its bound; `vague` phrases
    that stand for one → the least it may be; `currencies` names of money → ISO 4217 codes.
    """

    units: Mapping[str, int] = _NO_NUMBERS
    scales: Mapping[str, int] = _NO_NUMBERS
    decimal: str = "."
    joiners: Words = NO_WORDS
    ranges: Words = NO_WORDS
    between: Words = NO_WORDS
    bounds: Mapping[str, str] = _NONE
    vague: Mapping[str, int] = _NO_NUMBERS
    currencies: Mapping[str, str] = _NONE
    percent: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How times are written: `months` and `weekdays` (Monday is 0) by name."""

    months: Mapping[str, int] = _NO_NUMBERS
    weekdays: Mapping[str, int] = _NO_NUMBERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is counted, and what befell it.

    `events` is kind → side → words: `left` ("five people *died*"), `right` ("*killing* five"),
    and `either`, participles whose use decides ("*killed* 13", "13 were *killed*").
    `event_phrases` lists, by the last word of a phrase, (kind, the words before it).
    """

    events: Mapping[str, Mapping[str, Words]] = _NO_SIDES
    event_phrases: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = _NO_PHRASES
    person_nouns: Words = NO_WORDS
    thing_nouns: Words = NO_WORDS
    captors: Words = NO_WORDS
    determiners: Words = NO_WORDS
    helpers: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """How people are quoted.

    `verbs` are the words that introduce words in quotation marks, in all forms in use;
    `pronouns` those that may speak.
    """

    verbs: Words = NO_WORDS
    pronouns: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How people and bodies are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """How places are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language. `code` is its ISO 639-1 code."""

    code: str
    numbers: Numbers = field(default_factory=Numbers)
    times: Times = field(default_factory=Times)
    figures: Figures = field(default_factory=Figures)
    quotes: Quotes = field(default_factory=Quotes)
    names: Names = field(default_factory=Names)
    places: Places = field(default_factory=Places)
