"""Watchlists: saved searches as lines of a CSV file. A bad line is a problem, never an error."""

from __future__ import annotations

import re
from dataclasses import dataclass

from include.entities.keys import name_key
from include.lists import LineProblem, WrongLine, read_rows

COLUMNS = (
    "watchlist_id",
    "title",
    "words",
    "entities",
    "places",
    "publishers",
    "languages",
    "note",
)
_CRITERIA = ("words", "entities", "places", "publishers", "languages")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_MOST_CHARS = 200
_MOST_CHOICES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchlist:
    """A saved search: an article fits that meets, of each kind that is given, at least one.

    `words` are words or phrases; `entities` names in the form entities are known by;
    `places` names in lower case, `countries` ISO 3166-1 alpha-2 codes.
    """

    watchlist_id: str
    title: str
    words: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


def read_watchlists(content: bytes) -> tuple[list[Watchlist], list[LineProblem]]:
    """The watchlists of a file, and what is wrong with the lines that gave none.

    Choices within a field are set apart by `|`. Lines that begin with # are comments.
    """
    found: dict[str, Watchlist] = {}
    problems: list[LineProblem] = []
    for line, row in read_rows(content, problems, columns=COLUMNS, needed=("watchlist_id",)):
        try:
            one = _watchlist(row)
            if one.watchlist_id in found:
                raise WrongLine(
                    f"{one.watchlist_id!r} came before", "give each its own watchlist_id"
                )
        except WrongLine as wrong:
            problems.append(wrong.at(line))
            continue
        found[one.watchlist_id] = one
    return list(found.values()), problems


def _watchlist(row: dict[str, str]) -> Watchlist:
    given = row["watchlist_id"]
    if not _ID.fullmatch(given):
        raise WrongLine(
            f"watchlist_id {given[:60]!r} is no short name", "use a-z, 0-9 and -, at most 60"
        )
    chosen = {name: _choices(row[name], name) for name in _CRITERIA}
    if not any(chosen.values()):
        raise WrongLine(f"{given!r} would fit every article", f"fill one of {', '.join(_CRITERIA)}")
    for language in chosen["languages"]:
        if not _LANGUAGE.fullmatch(language):
            raise WrongLine(f"language {language!r} is no code", "write ISO 639-1 codes: en|fr")
    for word in chosen["words"]:
        if not any(char.isalnum() for char in word):
            raise WrongLine(f"{word!r} holds no word", "write words or phrases: bridge|rail strike")
    keys = tuple(name_key(name) for name in chosen["entities"])
    if not all(keys):
        raise WrongLine(
            f"entities {row['entities'][:60]!r} hold no name", "write names as articles do"
        )
    return Watchlist(
        watchlist_id=given,
        title=row["title"][:_MOST_CHARS] or given,
        words=chosen["words"],
        entities=keys,
        places=tuple(one.lower() for one in chosen["places"] if not _COUNTRY.fullmatch(one)),
        countries=tuple(one for one in chosen["places"] if _COUNTRY.fullmatch(one)),
        publishers=chosen["publishers"],
        languages=chosen["languages"],
    )


def _choices(field: str, name: str) -> tuple[str, ...]:
    choices = tuple(" ".join(one.split()) for one in field.split("|") if one.strip())
    if len(choices) > _MOST_CHOICES or any(len(one) > _MOST_CHARS for one in choices):
        raise WrongLine(
            f"{name} are too many or too long",
            f"at most {_MOST_CHOICES} of {_MOST_CHARS} characters, set apart by |",
        )
    return choices
