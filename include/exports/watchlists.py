"""Watchlists: saved searches as lines of a CSV file. A bad line is a problem, never an error."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from include.entities.keys import name_key

COLUMNS = (
    "watchlist_id", "title", "words", "entities", "places", "publishers", "languages", "note",
)  # fmt: skip
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


@dataclass(frozen=True, slots=True)
class WatchlistProblem:
    """What is wrong with one line, and what to do about it."""

    line: int
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.problem}: {self.remedy}"


class _Wrong(Exception):
    """A line cannot be used; its arguments are the problem and the remedy."""


def read_watchlists(content: bytes) -> tuple[list[Watchlist], list[WatchlistProblem]]:
    """The watchlists of a file, and what is wrong with the lines that gave none.

    Choices within a field are set apart by `|`. Lines that begin with # are comments.
    """
    found: dict[str, Watchlist] = {}
    problems: list[WatchlistProblem] = []
    for line, row in _rows(content, problems):
        try:
            one = _watchlist(row)
            if one.watchlist_id in found:
                raise _Wrong(f"{one.watchlist_id!r} came before", "give each its own watchlist_id")
        except _Wrong as wrong:
            problems.append(WatchlistProblem(line, *map(str, wrong.args)))
            continue
        found[one.watchlist_id] = one
    return list(found.values()), problems


def _watchlist(row: dict[str, str]) -> Watchlist:
    given = row["watchlist_id"]
    if not _ID.fullmatch(given):
        raise _Wrong(
            f"watchlist_id {given[:60]!r} is no short name", "use a-z, 0-9 and -, at most 60"
        )
    chosen = {name: _choices(row[name], name) for name in _CRITERIA}
    if not any(chosen.values()):
        raise _Wrong(f"{given!r} would fit every article", f"fill one of {', '.join(_CRITERIA)}")
    for language in chosen["languages"]:
        if not _LANGUAGE.fullmatch(language):
            raise _Wrong(f"language {language!r} is no code", "write ISO 639-1 codes: en|fr")
    for word in chosen["words"]:
        if not any(char.isalnum() for char in word):
            raise _Wrong(f"{word!r} holds no word", "write words or phrases: bridge|rail strike")
    keys = tuple(name_key(name) for name in chosen["entities"])
    if not all(keys):
        raise _Wrong(
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
        raise _Wrong(
            f"{name} are too many or too long",
            f"at most {_MOST_CHOICES} of {_MOST_CHARS} characters, set apart by |",
        )
    return choices


def _rows(content: bytes, problems: list[WatchlistProblem]) -> Iterator[tuple[int, dict[str, str]]]:
    text = content.decode("utf-8-sig", "replace").replace("\x00", "")
    header: list[str] | None = None
    # A line each, so that a quote left open spoils its own line and no other.
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            cells = [cell.strip() for cell in next(csv.reader(io.StringIO(line), strict=True))]
        except (csv.Error, StopIteration) as error:
            problems.append(WatchlistProblem(number, f"not CSV ({error})", "close the quotes"))
            continue
        if header is None:
            header = [cell.lower() for cell in cells]
            wrong = sorted(set(header) - set(COLUMNS)) or sorted({"watchlist_id"} - set(header))
            if wrong:
                said = f"the header does not fit ({', '.join(wrong)[:100]})"
                problems.append(WatchlistProblem(number, said, f"write {','.join(COLUMNS)}"))
                return
        elif len(cells) > len(header):
            said = f"{len(cells)} fields where the header has {len(header)}"
            remedy = "put a field that holds a comma in quotes"
            problems.append(WatchlistProblem(number, said, remedy))
        else:
            yield number, dict.fromkeys(COLUMNS, "") | dict(zip(header, cells, strict=False))
