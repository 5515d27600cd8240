"""Instants out of the dates feeds write. An unparsable date is None, never a guess."""

from __future__ import annotations

import re
from calendar import timegm
from datetime import UTC, datetime, timedelta
from email.utils import parsedate
from time import struct_time

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_MAX_LENGTH = 100

# Hours east of UTC. RFC 822 knows the zones of North America only, and feedparser takes
# what it does not know for UTC. Names with two common meanings (IST, BST in Asia) are
# read as publishers in English use them most.
_ZONES = {
    "bst": 1, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "sast": 2, "wat": 1, "cat": 2, "eat": 3, "gst": 4, "pkt": 5, "ist": 5.5, "npt": 5.75,
    "wib": 7, "ict": 7, "sgt": 8, "myt": 8, "hkt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9,
    "acst": 9.5, "acdt": 10.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
    "brt": -3, "art": -3, "clt": -4, "nst": -3.5, "ndt": -2.5, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
_ZONE_AT_END = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\s+([A-Za-z]{3,4})\s*$")


def from_struct(parsed: object, raw: object = None) -> datetime | None:
    """The aware UTC instant of a UTC `struct_time`, as feedparser gives it.

    `raw` is the date as the feed wrote it: where it ends in a zone that feedparser takes
    for UTC, that zone counts.
    """
    if isinstance(raw, str) and len(raw) <= _MAX_LENGTH and (named := _ZONE_AT_END.search(raw)):
        hours = _ZONES.get(named[1].lower())
        if hours is not None and (fields := parsedate(raw[: named.start(1)] + "+0000")):
            return _instant(timegm(fields) - round(hours * 3600))
    if not isinstance(parsed, struct_time | tuple):
        return None
    try:
        return _instant(timegm(parsed))
    except (ValueError, OverflowError, TypeError):
        return None


def from_iso(text: object) -> datetime | None:
    """The aware UTC instant of an ISO 8601 or RFC 3339 text; without a zone it is UTC's."""
    if not isinstance(text, str) or not 4 < len(text.strip()) <= _MAX_LENGTH:
        return None
    text = text.strip()
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is None:
            found = found.replace(tzinfo=UTC)
        found = found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _instant(seconds: float) -> datetime | None:
    try:
        found = datetime.fromtimestamp(0, UTC) + timedelta(seconds=seconds)
    except OverflowError:
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None
