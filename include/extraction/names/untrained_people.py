"""People in a text that no model reads, by what stands beside a name: age, party, who speaks.

Only scripts with capitals tell names so. A run of two or three capitalised words is a person
where an age in brackets or a party follows, or where it is the subject of a verb of saying.
Where nouns have no capitals, a run in the middle of a sentence whose last word comes again alone
is a person as well, unless it is a place or a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import spacy.util

from include.extraction.names.role_words import GIVEN_NAMES
from include.extraction.places.gazetteer import fold, gazetteer
from include.languages import language as words_of
from include.records import Mention

_AGED, _SPEAKS, _AGAIN = 0.8, 0.7, 0.6
_CAPITAL = r"[^\W\d_a-zà-öø-ÿß][^\W\d_]*(?:[-'’][^\W\d_]+)*"
# A particle stands between a given name and a surname: "Ursula von der Leyen", and not
# "Ada Holm von der Deutschen …".
_PARTICLE = (
    r"(?:von(?: der| den| dem)?|van(?: der| den| de)?|de(?: la| los)?|del|della|di|da|dos|la|af"
    r"|zu|bin|al|el)"
)
# Two names and a particle: "Luiz Inácio Lula da Silva", and not "Ada Holm von der Bahn".
_ROMANCE = r"(?:de(?: la| los)?|del|della|di|da|do|dos)"
NAME = (
    rf"{_CAPITAL} (?:{_PARTICLE} {_CAPITAL}"
    rf"|{_CAPITAL}(?:(?: {_CAPITAL})? {_ROMANCE} {_CAPITAL}| {_CAPITAL})?)"
)
# Where nouns have capitals a name is the last two words of a run, or those round a particle.
_AMONG_NOUNS = rf"(?:{_CAPITAL} ){{0,3}}(?P<name>{_CAPITAL} (?:{_PARTICLE} )?{_CAPITAL})"
_RUN = re.compile(rf"(?<=[a-zà-ÿ,] )(?P<name>{NAME})")
_ALONE = re.compile(rf"(?<=[a-zà-ÿ,] )(?P<name>{_CAPITAL})(?! {_CAPITAL})")
_PARTICLES = frozenset("von van der den dem de la los del della di da dos af zu bin al el".split())
_NOUN_ENDINGS = ("ung", "heit", "keit", "schaft", "tät", "ion", "namen", "kapital", "ungen", "er")
# Words of companies' names in all languages.
_COMPANY_WORDS = frozenset(
    "electronics motors group technologies technology systems energy airlines bank holding "
    "holdings industries international media pictures records studios university united "
    "entertainment games capital partners foundation institute sin ohne senza sem sans "
    "iphone galaxy playstation xbox windows".split()
)
_CAPITAL_NOUNS = frozenset({"de", "lb"})


def find_people(text: str, language: str) -> Iterator[Mention]:
    """People of a text who are surely meant, in no order, some of them twice."""
    for pattern in (*_aged(language), *_of_party(language)):
        for match in pattern.finditer(text):
            yield from _person(match, _AGED, language)
    for pattern in _of_saying(language):
        for match in pattern.finditer(text):
            yield from _person(match, _SPEAKS, language)
    if words_of(language).names.runs_are_people:
        yield from _recurring(text, language)


def _person(match: re.Match[str], sure: float, language: str) -> Iterator[Mention]:
    name = match["name"]
    start, end = match.span("name")
    # Only Latin small letters are told from capitals by the patterns.
    while name and not name[0].isupper():
        _, _, rest = name.partition(" ")
        start, name = start + len(name) - len(rest), rest
    if words_of(language).places.apostrophe_endings:
        name = re.split("['’]", name)[0]
        end = start + len(name)
    if " " in name and not _is_something_else(name, language):
        yield Mention(start=start, end=end, text=name, label="PERSON", entity=name, confidence=sure)


def _is_something_else(name: str, language: str) -> bool:
    words = name.split()
    known = words_of(language).names
    if _is_title(words[0].casefold(), language):
        return True
    none = known.no_names | _COMPANY_WORDS | _stop_words(language)
    if any(one.casefold() in none and one not in _PARTICLES for one in words):
        return True
    if any(len(one) > 1 and one.isupper() for one in words):
        return True
    if gazetteer().prominence(name):
        return True
    if fold(words[-1]) in gazetteer().areas_called(language):
        return True
    return gazetteer().prominence(words[-1]) >= 4 or gazetteer().prominence(words[0]) >= 5


def _is_title(word: str, language: str) -> bool:
    """Whether a word is an office, or a noun that no given name looks like."""
    titles = words_of(language).names.titles
    if language not in _CAPITAL_NOUNS:
        return word in titles
    endings = (*titles, *_NOUN_ENDINGS)
    return word.endswith(endings) and word not in GIVEN_NAMES


@cache
def _of_party(language: str) -> tuple[re.Pattern[str], ...]:
    parties = words_of(language).names.parties
    if not parties:
        return ()
    either = "|".join(sorted((re.escape(p) for p in parties), key=len, reverse=True))
    return (re.compile(rf"(?<![\w-]){_named(language)},? \((?:{either})[,)]"),)


def _named(language: str) -> str:
    return _AMONG_NOUNS if language in _CAPITAL_NOUNS else f"(?P<name>{NAME})"


@cache
def _stop_words(language: str) -> frozenset[str]:
    """Words without meaning of their own, as spaCy lists them for a language."""
    try:
        return frozenset(spacy.util.get_lang_class(language).Defaults.stop_words)
    except ImportError:
        return frozenset()


@cache
def _aged(language: str) -> tuple[re.Pattern[str], ...]:
    """ "Ada Holm (43)", "Ada Holm, 43, ..."."""
    name = rf"(?<![\w-]){_named(language)}"
    return (
        re.compile(rf"{name},? ?\((?:\d{{1,2}}|10\d)\)"),
        re.compile(rf"{name}, (?:1\d|[2-9]\d),"),
        re.compile(rf"{name}, (?:de |di )?(?:1\d|[2-9]\d) (?:años|anos|anni|jaar|år|Jahre)\b"),
    )


@cache
def _of_saying(language: str) -> tuple[re.Pattern[str], ...]:
    verbs = words_of(language).quotes.verbs
    if not verbs:
        return ()
    either = "|".join(sorted((re.escape(v) for v in verbs), key=len, reverse=True))
    if language in _CAPITAL_NOUNS:
        # Any two nouns stand beside a verb: what is said must stand there as well.
        return (
            re.compile(rf"[“”\"»«›‹’],? (?:{either}) {_named(language)}(?!\w| {_CAPITAL})"),
            re.compile(rf"(?<![\w-]){_named(language)} (?:{either})(?=:|, dass\b| [„\"»])"),
        )
    return (
        re.compile(rf"(?<!\w)(?:{either}) {_named(language)}(?!\w| {_CAPITAL})"),
        re.compile(rf"(?<![\w-]){_named(language)},? (?:{either})(?!\w)"),
    )


def _recurring(text: str, language: str) -> Iterator[Mention]:
    """Runs whose last word comes again alone, both inside sentences."""
    runs = list(_RUN.finditer(text))
    if not runs:
        return
    spans = [match.span("name") for match in runs]
    alone: set[str] = set()
    number = 0
    for word in _ALONE.finditer(text):
        while number < len(spans) and spans[number][1] <= word.start():
            number += 1
        if number == len(spans) or word.start() < spans[number][0]:
            alone.add(word["name"])
    for match in runs:
        words = match["name"].split()
        # "Presidência da República": bodies have particles as often as families.
        if words[-1] in alone and all(word[0].isupper() for word in words):
            yield from _person(match, _AGAIN, language)
