"""Machine-readable dates as instants, and the zone of those that name none."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from dateutil import parser as date_parser

# Without a zone on purpose: what is parsed onto it keeps none of its own making.
_NO_DATE = datetime(1900, 1, 1)  # noqa: DTZ001
# Hours from UTC of the zones that pages abbreviate; others are not guessed.
_ZONES = {
    **dict.fromkeys(("UTC", "GMT", "Z", "WET", "UT"), 0),
    **{"BST": 3600, "CET": 3600, "MEZ": 3600, "WEST": 3600, "WAT": 3600},
    **{"CEST": 7200, "MESZ": 7200, "EET": 7200, "SAST": 7200, "CAT": 7200},
    **{"EEST": 10800, "MSK": 10800, "TRT": 10800, "EAT": 10800, "IST": 19800},
    **{"JST": 32400, "KST": 32400, "AEST": 36000, "AEDT": 39600, "NZST": 43200},
    **{"EST": -18000, "EDT": -14400, "CST": -21600, "CDT": -18000},
    **{"MST": -25200, "MDT": -21600, "PST": -28800, "PDT": -25200, "BRT": -10800},
}
_UNKNOWN_ZONE = re.compile(r"(?<=[\d\s])\(?([A-Z]{2,5})\)?\s{0,9}$")
_ISO_START = re.compile(r"^\s{0,9}(\d{4})-?(\d{2})-?(\d{2})")
# Countries with one zone (or one for nearly all their press): what time it is there.
_COUNTRIES = {
    "de": "Berlin", "at": "Vienna", "ch": "Zurich", "li": "Zurich", "fr": "Paris", "be": "Brussels",
    "nl": "Amsterdam", "lu": "Luxembourg", "it": "Rome", "es": "Madrid", "dk": "Copenhagen",
    "se": "Stockholm", "no": "Oslo", "fi": "Helsinki", "pl": "Warsaw", "cz": "Prague",
    "sk": "Bratislava", "hu": "Budapest", "si": "Ljubljana", "hr": "Zagreb", "rs": "Belgrade",
    "ro": "Bucharest", "bg": "Sofia", "gr": "Athens", "ee": "Tallinn", "lv": "Riga",
    "lt": "Vilnius", "ua": "Kyiv", "by": "Minsk", "tr": "Istanbul", "uk": "London",
    "gb": "London", "ie": "Dublin", "is": "Atlantic/Reykjavik", "mt": "Malta",
    "jp": "Asia/Tokyo", "kr": "Asia/Seoul", "cn": "Asia/Shanghai", "tw": "Asia/Taipei",
    "hk": "Asia/Hong_Kong", "sg": "Asia/Singapore", "my": "Asia/Kuala_Lumpur",
    "th": "Asia/Bangkok", "vn": "Asia/Ho_Chi_Minh", "ph": "Asia/Manila", "in": "Asia/Kolkata",
    "pk": "Asia/Karachi", "bd": "Asia/Dhaka", "lk": "Asia/Colombo", "np": "Asia/Kathmandu",
    "ir": "Asia/Tehran", "il": "Asia/Jerusalem", "sa": "Asia/Riyadh", "ae": "Asia/Dubai",
    "nz": "Pacific/Auckland", "za": "Africa/Johannesburg", "na": "Africa/Windhoek",
    "zw": "Africa/Harare", "ke": "Africa/Nairobi", "tz": "Africa/Dar_es_Salaam",
    "ng": "Africa/Lagos", "gh": "Africa/Accra", "eg": "Africa/Cairo", "ma": "Africa/Casablanca",
    "ar": "America/Buenos_Aires", "uy": "America/Montevideo", "py": "America/Asuncion",
    "br": "America/Sao_Paulo", "cl": "America/Santiago", "mx": "America/Mexico_City",
    "pe": "America/Lima", "ve": "America/Caracas", "co": "America/Bogota",
}  # fmt: skip


@cache
def zone_of(country: str | None) -> tzinfo:
    """The zone of a country's press by its two letters; UTC where there are several."""
    place = _COUNTRIES.get(country or "")
    if place is None:
        return UTC
    return ZoneInfo(place if "/" in place else f"Europe/{place}")


def instant(text: Any, local: tzinfo = UTC) -> tuple[datetime, bool] | None:
    """The instant a machine-readable date names, and whether it has a time.

    It is in the zone it names; without one a time is in `local`, and a day is UTC's.
    """
    if not isinstance(text, str) or not 4 <= len(text.strip()) <= 60:
        return None
    text = text.strip()
    if re.fullmatch(r"\d{10}|\d{13}", text):
        try:
            return datetime.fromtimestamp(int(text[:10]), UTC), True
        except (OverflowError, OSError, ValueError):
            return None
    if not re.search(r"\d{4}", text):
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        try:
            zone = _UNKNOWN_ZONE.search(text)
            if zone is not None and zone[1] not in (*_ZONES, "AM", "PM"):
                text = text[: zone.start()]
            at = date_parser.parse(text, default=_NO_DATE, tzinfos=_ZONES)
        except (ValueError, OverflowError, TypeError, AttributeError):
            iso = _ISO_START.match(text)
            if iso is None:
                return None
            try:
                at = _NO_DATE.replace(int(iso[1]), int(iso[2]), int(iso[3]))
            except ValueError:
                return None
    if at.year <= 1900:
        return None
    has_time = ":" in text or bool(at.hour or at.minute)
    try:
        if at.tzinfo is None:
            at = at.replace(tzinfo=local if has_time else UTC)
        offset = at.utcoffset() or timedelta()
        return at.replace(tzinfo=timezone(offset) if offset else UTC), has_time
    except (OverflowError, ValueError):
        return None
