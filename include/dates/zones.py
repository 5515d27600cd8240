"""Zones as dates name them: offsets, abbreviations, names of the tz database. Pure."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

# Hours east of UTC. RFC 822 fixes those of North America; the others are read as the press
# writes them. An abbreviation that is not here is not guessed.
_HOURS = {
    **dict.fromkeys(("UTC", "UT", "GMT", "Z", "WET"), 0.0),
    **dict.fromkeys(("BST", "CET", "MEZ", "WEST", "WAT"), 1.0),
    **dict.fromkeys(("CEST", "MESZ", "EET", "SAST", "CAT"), 2.0),
    **dict.fromkeys(("EEST", "MSK", "TRT", "EAT"), 3.0),
    **{"GST": 4.0, "PKT": 5.0, "IST": 5.5, "NPT": 5.75, "WIB": 7.0, "ICT": 7.0},
    **dict.fromkeys(("SGT", "MYT", "HKT", "PHT", "AWST", "WITA"), 8.0),
    **{"JST": 9.0, "KST": 9.0, "WIT": 9.0, "ACST": 9.5, "ACDT": 10.5, "AEST": 10.0, "AEDT": 11.0},
    **{"NZST": 12.0, "NZDT": 13.0, "NST": -3.5, "NDT": -2.5, "BRT": -3.0, "ART": -3.0},
    **{"ADT": -3.0, "AST": -4.0, "CLT": -4.0, "EDT": -4.0, "EST": -5.0, "CDT": -5.0},
    **{"CST": -6.0, "MDT": -6.0, "MST": -7.0, "PDT": -7.0, "PST": -8.0, "AKDT": -8.0},
    **{"AKST": -9.0, "HST": -10.0},
}
# Abbreviations that mean another zone in some languages.
_BY_LANGUAGE = {("IST", "he"): 2.0, ("IST", "ga"): 1.0, ("CST", "zh"): 8.0}
# What people say all year round: the date decides between winter and summer time.
_PLACES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
_OFFSET = re.compile(r"([+\-−])(\d{1,2})(?::?(\d{2}))?(?::00)?")
_PLACE = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Za-z0-9_+\-]+){1,2}")
_TAGGED = re.compile(r"(Z|UTC|GMT)(\[[^\[\]]{1,60}\])", re.IGNORECASE)
_MOST_HOURS = 14


def read_zone(text: str, language: str | None = None) -> tzinfo | None:
    """The zone that `text` names, all of it: `+02:00`, `UTC+2`, `EDT`, `America/New_York`.

    Behind an offset its abbreviation may follow, or a comment in brackets as RFC 5322 has it
    (`+0200 (CEST)`), or a place as RFC 9557 has it (`+02:00[Europe/Berlin]`).
    """
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        return read_zone(text[1:-1], language) if "(" not in text[1:] else None
    if text.startswith("[") and text.endswith("]"):
        named = text[1:-1].lstrip("!")
        return _place(named) or _word(named, language)
    if (tagged := _TAGGED.fullmatch(text)) and read_zone(tagged[2], language):
        return read_zone(tagged[1], language)
    return _place(text) or _offset(text, language) or _word(text, language)


def _offset(text: str, language: str | None) -> tzinfo | None:
    word = re.match(r"(?:UTC|GMT|UT|Z)\s?(?=[+\-−])", text, re.IGNORECASE)
    found = _OFFSET.match(text, word.end() if word else 0)
    if found is None:
        return None
    rest = text[found.end() :].strip()
    if rest and not (re.fullmatch(r"\([^()]{0,60}\)", rest) or read_zone(rest, language)):
        return None
    hours, minutes = int(found[2]), int(found[3] or 0)
    if found[3] is None and len(found[2]) == 1 and word is None:
        return None  # "+2" alone may be anything
    if hours > _MOST_HOURS or minutes > 59:
        return None
    east = timedelta(hours=hours, minutes=minutes)
    return timezone(east if found[1] == "+" else -east) if east else UTC


def _word(text: str, language: str | None) -> tzinfo | None:
    name = text.upper().replace(".", "")
    if place := _PLACES.get(name):
        return ZoneInfo(place)
    spoken = (language or "").lower().partition("-")[0]
    if language and language.lower() == "en-ie":
        spoken = "ga"
    hours = _BY_LANGUAGE.get((name, spoken), _HOURS.get(name))
    if hours is None:
        return None
    return timezone(timedelta(hours=hours)) if hours else UTC


def _place(text: str) -> tzinfo | None:
    if _PLACE.fullmatch(text) and text in _known_places():
        return ZoneInfo(text)
    return None


@cache
def _known_places() -> frozenset[str]:
    return frozenset(available_timezones())
