"""How long a publisher wishes us to wait between polls. Pure.

Three places say so: the document (`ttl`, `sy:*`, which `entries.read_ttl` has made one
number), `Cache-Control: max-age`, and `Expires`. The longest counts. What skipHours and
skipDays say is not read: few feeds hold them, fewer mean them, and the rate a feed is seen
to have says it better.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

DAY = 24 * 3600.0
LONGEST_WISH = DAY  # a wish of a month is a default nobody chose

_MAX_HEADER = 1000
_MAX_AGE = re.compile(r'(?<![\w-])max-age\s{0,9}=\s{0,9}"?(\d{1,10})(?!\d)')
_FRESH_ONLY = re.compile(r"(?<![\w-])(?:no-cache|no-store)(?![\w-])")


def wish_s(ttl_minutes: int | None, headers: Mapping[str, str], *, now: datetime) -> float | None:
    """Seconds the publisher wishes between polls, at most a day; None where it says none.

    `headers` are the answer's, with names in lower case; `now` (aware) stands in for a
    missing or broken `Date`. `s-maxage` is for caches that many share, so not for us.
    """
    wishes = [_document_s(ttl_minutes), _headers_s(headers, now)]
    longest = max((wish for wish in wishes if wish is not None), default=0.0)
    return min(longest, LONGEST_WISH) if longest > 0 else None


def _document_s(ttl_minutes: int | None) -> float | None:
    return ttl_minutes * 60.0 if ttl_minutes and ttl_minutes > 0 else None


def _headers_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """By RFC 9111: max-age less the time spent in caches, or else Expires less Date."""
    control = headers.get("cache-control", "")[:_MAX_HEADER].lower()
    if _FRESH_ONLY.search(control):
        return None
    if ages := _MAX_AGE.findall(control):
        # Where it is said twice, the smaller: a proxy added the other.
        return min(map(float, ages)) - _age_s(headers)
    expires = _instant(headers.get("expires"))
    if expires is None:
        return None
    return (expires - (_instant(headers.get("date")) or now)).total_seconds()


def _age_s(headers: Mapping[str, str]) -> float:
    text = headers.get("age", "").strip()[:20]
    return float(text) if text.isascii() and text.isdigit() else 0.0


def _instant(text: str | None) -> datetime | None:
    if not text or len(text) > 100:
        return None
    try:
        found = parsedate_to_datetime(text.strip())
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
