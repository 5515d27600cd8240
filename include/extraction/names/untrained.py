"""Names in a text of a language that no model reads: by lists, prepositions and titles.

Countries and regions go by what the language calls them, towns by the gazetteer behind a
preposition of place, people by a title or an office before a capitalised run. Precision goes
before recall: a word that only looks like a name is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from include.extraction.names.caseless import find_cities
from include.extraction.names.role_words import GIVEN_NAMES
from include.extraction.names.untrained_people import NAME, find_people
from include.extraction.places.countries import country_codes
from include.extraction.places.gazetteer import fold, gazetteer
from include.languages import language as words_of
from include.records import Mention

_SHORTEST = 4
_SHORT_ACRONYM = 2
_TOWN = 100_000
_AREA_SURE, _TOWN_SURE, _PERSON_SURE, _AGAIN_SURE = 0.85, 0.7, 0.7, 0.6
_UNSPACED = frozenset({"ja", "zh", "th", "km", "lo", "my"})
_WORD_BEFORE = 24
_CLUBS = frozenset("FC SC SV AC AS CF CD SK FK IF TSV VfB VfL Real Inter Atlético Sporting".split())
_GENITIVES = frozenset({"de", "sv", "da", "no", "nb", "nl"})
# Articles with a capital, in headlines.
_NO_GIVEN_NAMES = frozenset(
    "der die das des dem den ein eine el la los las o a os as il lo".split()
)
# Names of countries that are words as well: "mali" is "financial".
_WORDS_TOO = {"tr": frozenset({"Mali"}), "id": frozenset({"Turki"})}
_CAPITAL = r"[^\W\d_a-zà-öø-ÿß][^\W\d_]*(?:[-'’][^\W\d_]+)*"


def find_untrained(text: str, language: str) -> tuple[Mention, ...]:
    """The names of a text in order, none overlapping; none of a language without words."""
    found = [*_areas(text, language), *_towns(text, language), *_suffixed(text, language)]
    found += [*find_cities(text, language), *_people(text, language)]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _mention(text: str, span: tuple[int, int], label: str, sure: float, entity: str) -> Mention:
    start, end = span
    return Mention(
        start=start, end=end, text=text[start:end], label=label, entity=entity, confidence=sure
    )


def _is_city(name: str, language: str) -> bool:
    """Whether a name of a country means the city: "Granada"."""
    return gazetteer().find(name, language)[0].kind == "town"


@cache
def _area_pattern(language: str) -> re.Pattern[str] | None:
    known = gazetteer().areas_called(language)
    names = {
        name
        for name in country_codes(language)
        if fold(name) in known
        and (
            len(name) >= _SHORTEST
            or (name.isupper() and len(name) > _SHORT_ACRONYM)
            or language in _UNSPACED
        )
        and not name[0].islower()
        and name not in _WORDS_TOO.get(language, ())
        and not _is_city(name, language)
    }
    if not names:
        return None
    longest_first = "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
    if language in _UNSPACED:
        return re.compile(longest_first)
    genitive = "s?" if language in _GENITIVES else ""
    return re.compile(rf"(?<!\w)(?:{longest_first})(?={genitive}(?!\w))(?![-’'])")


def _areas(text: str, language: str) -> Iterator[Mention]:
    pattern = _area_pattern(language)
    if pattern is not None:
        for match in pattern.finditer(text):
            if not _is_part_of_name(text, match.start(), language):
                yield _mention(text, match.span(), "GPE", _AREA_SURE, match[0])


def _is_part_of_name(text: str, start: int, language: str) -> bool:
    """Whether a country's name ends a person's or a club's: "Luís Montenegro", "FC Bayern"."""
    if start < 1 or text[start - 1] != " ":
        return False
    line = text[max(0, start - _WORD_BEFORE) : start - 1]
    before = re.split(r"[\s(„“\"«]", line)[-1]
    if before in _CLUBS:
        return True
    given = before.casefold() in GIVEN_NAMES
    return given and before[:1].isupper() and words_of(language).names.runs_are_people


@cache
def _town_pattern(language: str) -> re.Pattern[str] | None:
    before = words_of(language).places.locative
    if not before:
        return None
    words = "|".join(sorted(before, key=len, reverse=True))
    return re.compile(rf"\b(?i:{words})\s({_CAPITAL}(?:\s{_CAPITAL}){{0,2}})")


def _towns(text: str, language: str) -> Iterator[Mention]:
    pattern = _town_pattern(language)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        words = match[1].split(" ")
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            towns = [t for t in gazetteer().find(name) if t.kind == "town"]
            if len(name) >= _SHORTEST and towns and towns[0].population >= _TOWN:
                start = match.start(1)
                yield _mention(text, (start, start + len(name)), "GPE", _TOWN_SURE, name)
                break


@cache
def _title_pattern(language: str) -> re.Pattern[str] | None:
    titles = words_of(language).names.titles
    if not titles:
        return None
    either = "|".join(sorted((re.escape(t) for t in titles), key=len, reverse=True))
    compound = rf"[^\W\d_]*(?:{either})" if language in {"de", "nl"} else rf"(?:{either})"
    return re.compile(rf"(?i:\b(?P<role>{compound}))\.? (?P<name>{NAME})")


@cache
def _suffixed_pattern(language: str) -> re.Pattern[str] | None:
    if not words_of(language).places.apostrophe_endings:
        return None
    return re.compile(r"(?<![\w'’-])([^\W\d_a-zà-öø-ÿß][^\W\d_]{3,})(?=['’][^\W\d_]{1,6}\b)")


def _suffixed(text: str, language: str) -> Iterator[Mention]:
    """Towns whose ending comes after an apostrophe: "İzmir'de"."""
    pattern = _suffixed_pattern(language)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        towns = [t for t in gazetteer().find(match[1]) if t.kind == "town"]
        if towns and towns[0].population >= _TOWN:
            yield _mention(text, match.span(1), "GPE", _TOWN_SURE, match[1])


def _people(text: str, language: str) -> Iterator[Mention]:
    """People behind a title or office or by what stands beside them, and their surnames alone."""
    found = [*_titled(text, language), *find_people(text, language)]
    surnames: dict[str, str] = {}
    for mention in found:
        surnames.setdefault(mention.text.split()[-1], mention.text)
    yield from found
    if not surnames:
        return
    either = "|".join(re.escape(s) for s in sorted(surnames, key=len, reverse=True))
    for match in re.finditer(rf"\b(?:{_CAPITAL}\s)?({either})\b", text):
        full = surnames[match[1]]
        span = match.span() if match[0] == full else match.span(1)
        yield _mention(text, span, "PERSON", _AGAIN_SURE, full)


def _is_plain(name: str) -> bool:
    """Whether a name is three capitalised words, of which the last may begin another phrase."""
    words = name.split()
    return len(words) > 2 and all(word[0].isupper() for word in words)


def _titled(text: str, language: str) -> Iterator[Mention]:
    pattern = _title_pattern(language)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        name = match["name"]
        if any(len(word) > 1 and word.isupper() for word in name.split()):
            continue
        behind = text[match.end() : match.end() + _WORD_BEFORE].lstrip(" ")
        # What has an ending behind an apostrophe is a name of its own: "Ada Ece Holm İzmir'de".
        is_own = re.match(r"\w+['’]\w", behind) is not None
        if behind[:1].isupper() and not is_own and _is_plain(name):
            name = " ".join(name.split()[:2])  # "Trainer Ada Holm Ida Berg"
        is_area = gazetteer().areas_called(language).get(fold(name)) is not None
        if is_area or name.split()[0].casefold() in _NO_GIVEN_NAMES:
            continue
        start = match.start("name")
        yield Mention(
            start=start,
            end=start + len(name),
            text=name,
            label="PERSON",
            entity=name,
            confidence=_PERSON_SURE,
            role=match["role"],
        )
