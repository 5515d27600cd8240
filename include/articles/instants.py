"""Machine-readable dates as instants, and the zone of those that name none."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from include.dates.reader import read_date

_ZONE_IN_WORDS = re.compile(r"\s\([^()]{2,60}\)$")
# Countries with one zone (or one for nearly all their press): what time it is there.
_COUNTRIES = {
    "de": "Berlin",
    "at": "Vienna",
    "ch": "Zurich",
    "li": "Zurich",
    "fr": "Paris",
    "be": "Brussels",
    "nl": "Amsterdam",
    "lu": "Luxembourg",
    "it": "Rome",
    "es": "Madrid",
    "dk": "Copenhagen",
    "se": "Stockholm",
    "no": "Oslo",
    "fi": "Helsinki",
    "pl": "Warsaw",
    "cz": "Prague",
    "sk": "Bratislava",
    "hu": "Budapest",
    "si": "Ljubljana",
    "hr": "Zagreb",
    "rs": "Belgrade",
    "ro": "Bucharest",
    "bg": "Sofia",
    "gr": "Athens",
    "ee": "Tallinn",
    "lv": "Riga",
    "lt": "Vilnius",
    "ua": "Kyiv",
    "by": "Minsk",
    "tr": "Istanbul",
    "uk": "London",
    "gb": "London",
    "ie": "Dublin",
    "is": "Atlantic/Reykjavik",
    "mt": "Malta",
    "jp": "Asia/Tokyo",
    "kr": "Asia/Seoul",
    "cn": "Asia/Shanghai",
    "tw": "Asia/Taipei",
    "hk": "Asia/Hong_Kong",
    "sg": "Asia/Singapore",
    "my": "Asia/Kuala_Lumpur",
    "th": "Asia/Bangkok",
    "vn": "Asia/Ho_Chi_Minh",
    "ph": "Asia/Manila",
    "in": "Asia/Kolkata",
    "pk": "Asia/Karachi",
    "bd": "Asia/Dhaka",
    "lk": "Asia/Colombo",
    "np": "Asia/Kathmandu",
    "ir": "Asia/Tehran",
    "il": "Asia/Jerusalem",
    "sa": "Asia/Riyadh",
    "ae": "Asia/Dubai",
    "nz": "Pacific/Auckland",
    "za": "Africa/Johannesburg",
    "na": "Africa/Windhoek",
    "zw": "Africa/Harare",
    "ke": "Africa/Nairobi",
    "tz": "Africa/Dar_es_Salaam",
    "ng": "Africa/Lagos",
    "gh": "Africa/Accra",
    "eg": "Africa/Cairo",
    "ma": "Africa/Casablanca",
    "ar": "America/Buenos_Aires",
    "uy": "America/Montevideo",
    "py": "America/Asuncion",
    "br": "America/Sao_Paulo",
    "cl": "America/Santiago",
    "mx": "America/Mexico_City",
    "pe": "America/Lima",
    "ve": "America/Caracas",
    "co": "America/Bogota",
}


@cache
def zone_of(country: str | None) -> tzinfo:
    """The zone of a country's press by its two letters; UTC where there are several."""
    place = _COUNTRIES.get(country or "")
    if place is None:
        return UTC
    return ZoneInfo(place if "/" in place else f"Europe/{place}")


def instant(
    text: Any, local: tzinfo = UTC, language: str | None = None
) -> tuple[datetime, bool] | None:
    """The instant a machine-readable date names, and whether it has a time.

    It is in the zone it names; without one a time is in `local`, and a day is UTC's. A text
    that is not understood to its end is no date; `language` says whether 3/4 is in March.
    """
    if not isinstance(text, str) or not 4 <= len(text.strip()) <= 100:
        return None
    # As scripts print instants: "… GMT+0100 (Central European Standard Time)".
    text = _ZONE_IN_WORDS.sub("", text.strip())
    found = read_date(text, language=language, local=local)
    if found is None or found.at.year <= 1900:
        return None
    # Midnight without a zone is a day that a program has filled up.
    has_time = found.has_time and (":" in text or bool(found.at.hour or found.at.minute))
    try:
        offset = found.at.utcoffset() or timedelta()
        return found.at.replace(tzinfo=timezone(offset) if offset else UTC), has_time
    except (OverflowError, ValueError):
        return None
