"""Which pieces of a text are names of places, and what area is named right behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from include.extraction.places.gazetteer import fold, gazetteer
from include.extraction.places.regions import STATE_ABBREVIATIONS
from include.records import Mention

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_AREA_WORDS = re.compile(
    r"^(?:City|Town|State|Province|Republic|County|District|Kingdom|Village) of "
    r"|^(?:[Dd]owntown|[Nn]earby|[Cc]entral|[Uu]pstate|[Gg]reater|[Mm]etro|(?:[Nn]orth|[Ss]outh)?"
    r"(?:[Ee]ast|[Ww]est|[Nn]orth|[Ss]outh)(?:ern)?) "
    r"|(?<=County) (?:Jail|Courthouse|Fairgrounds|Airport|Hospital|Court)$"
    r"| (?:City|[Pp]rovince|[Dd]istrict|[Rr]egion|[Cc]ity|[Tt]own|[Vv]illage|[Tt]ownship|[Ss]tate)$"
)
_WITHIN = re.compile(r",? ?\(?([A-Z][A-Za-z.’' ]{1,24}?)(?=[,.;)\n]|$| [a-z])")
_STATE_MARK = re.compile(r"(?<![\w.])((?:[A-Z]\.\s?[A-Z][a-z]{0,2}|[A-Z][a-z]{1,4})\.)(?!\w)")
_INNER = 3
_SHORT = 3  # letters: shorter names are words more often than places
_POSTAL = {code.lower(): code for code in set(STATE_ABBREVIATIONS.values())}


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name of a place; `container` is the area named right behind ("Paris, Texas")."""

    start: int
    end: int
    name: str
    container: str | None
    confidence: float


def place_names(text: str, mentions: Sequence[Mention]) -> list[PlaceName]:
    """The names of places in order: mentions of places, and places that begin other names."""
    known = {fold(m.text) for m in mentions if m.label in _LABELS}
    found = []
    for mention in mentions:
        if mention.label in _LABELS:
            start, end, name = mention.start, mention.end, mention.text
            comma = name.find(", ")
            container = None
            if comma > 0:
                container, name, end = name[comma + 2 :], name[:comma], start + comma
            else:
                container = _container(text, end)
            found.append(PlaceName(start, end, _plain(name), container, mention.confidence))
        elif mention.label == "ORG" and " " in mention.text:
            inner = _leading_place(mention.text, known)
            if inner:
                end = mention.start + len(inner)
                found.append(PlaceName(mention.start, end, inner, None, 0.6))
    found.extend(_state_marks(text, found))
    return sorted(found, key=lambda p: (p.start, p.end))


def _state_marks(text: str, found: Sequence[PlaceName]) -> list[PlaceName]:
    """Abbreviated states behind a town or a party ("Belgrade, Minn.", "D-N.D.")."""
    taken = {at for p in found for at in range(p.start, p.end)}
    marks = []
    for match in _STATE_MARK.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if match.start() in taken or not (before == ", " or before in {"D-", "R-"}):
            continue
        if state_of(match[1]):
            marks.append(PlaceName(match.start(), match.end(), match[1], None, 0.8))
    return marks


def state_of(name: str) -> str | None:
    """The name of the US state an abbreviation stands for ("Calif." → "California")."""
    code = STATE_ABBREVIATIONS.get(fold(name).replace(" ", ""))
    if code is None and name.isupper() and len(name) == 2:
        code = _POSTAL.get(name.lower())
    return _STATES.get(code) if code else None


def _plain(name: str) -> str:
    """The name, or the part of it that a list knows.

    That is the name without the word for its kind, or the place that a longer name begins or
    ends with, where that lies: "Vancouver International Airport", "Rodeo Gainesville".
    """
    known = gazetteer().prominence
    if known(name) or state_of(name):
        return name
    plain = _AREA_WORDS.sub("", name)
    if plain and known(plain):
        return plain
    words = name.replace("-", " - ").split()
    counts = range(len(words) - 1, 0, -1)
    first = _longest_known(" ".join(words[:count]) for count in counts)
    last = _longest_known(" ".join(words[-count:]) for count in counts)
    if last and known(last) >= max(_INNER, known(first) + 1):
        return last
    return first or name


def _longest_known(parts: Iterable[str]) -> str:
    """The first of `parts`, which grow shorter, that a list knows; "" where it knows none."""
    known = (part for part in parts if len(part) > _SHORT and gazetteer().prominence(part))
    return next(known, "")


def _container(text: str, end: int) -> str | None:
    if text[end : end + 2] not in {", ", " ("}:
        return None
    match = _WITHIN.match(text[end : end + 40])
    if match is None:
        return None
    area = match[1].strip()
    return area if state_of(area) or gazetteer().prominence(area) == 5 else None


def _leading_place(name: str, known: set[str]) -> str | None:
    """The place that begins a longer name, if the text also names it by itself."""
    words = name.split()
    for count in range(min(3, len(words) - 1), 0, -1):
        first = " ".join(words[:count])
        prominence = gazetteer().prominence(first)
        if prominence >= _INNER or (prominence and fold(first) in known):
            return first
    return None


_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa",
    "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland",
    "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi",
    "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee",
    "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington",
    "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming", "DC": "District of Columbia",
}  # fmt: skip
