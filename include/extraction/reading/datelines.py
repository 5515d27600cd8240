"""Datelines: "KYIV, Aug 28 (Reuters) –", the place, date and agency that open a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from include.extraction.reading.tuned import TUNED

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:,? ?(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?"
    r"|\d{4}-\d\d-\d\d))"
)
_AGENCY = r"[A-Z][\w .&/-]{1,30}"
_DASH = r"(?: ?[–—]| ?--?(?= ))"
_DATELINE = re.compile(
    rf"""(?mx) ^(?P<place>[^\W\d_][\w\ .,'’&-]{{1,50}}?)
    (?: (?P<date>{_DATE.replace(" ", chr(92) + " ")})[ ]*$
      | (?P<date2>{_DATE.replace(" ", chr(92) + " ")})?
        (?: [ ]?[(/\[](?P<agency>{_AGENCY.replace(" ", chr(92) + " ")})[)/\]])?[.:]?
        {_DASH.replace(" ", chr(92) + " ")}
      | (?P<date3>{_DATE.replace(" ", chr(92) + " ")})?
        \ ?[(/](?P<agency2>{_AGENCY.replace(" ", chr(92) + " ")})[)/][.:]?\ )"""
)
_PARTICLES = frozenset({"of", "and", "de", "del", "la", "el", "al", "du", "sur", "am", "the"})
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Character spans of a dateline's parts; `place` may hold several ("Cairo, Egypt")."""

    place: Span
    date: Span | None
    agency: Span | None


@lru_cache(maxsize=2)
def find_datelines(text: str) -> tuple[Dateline, ...]:
    """The datelines of a text in order: at the beginning of a line, a date, an agency or a
    dash behind the place. Several components ask for those of one text."""
    return tuple(_datelines(text))


def _datelines(text: str) -> Iterator[Dateline]:
    for match in _DATELINE.finditer(text):
        place = match["place"]
        if _is_name(place):
            yield Dateline(
                match.span("place"),
                _first(match, "date", "date2", "date3"),
                _first(match, "agency", "agency2"),
            )


def _is_name(place: str) -> bool:
    words = place.split()
    if len(words) > TUNED.dateline_words:
        return False
    return all(word[0].isupper() or word in _PARTICLES for word in words)


def _first(match: re.Match[str], *names: str) -> Span | None:
    return next((match.span(name) for name in names if match[name] is not None), None)
