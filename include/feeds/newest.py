"""Which entries are read of a document that holds too many: the newest, by what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.utils import parsedate_tz

_DATE = re.compile(
    r"<(?:[\w.-]{1,40}:)?(?:pubDate|published|updated|date|issued|modified|created)"
    r"(?:\s[^<>]{0,200})?>\s{0,40}(?:<!\[CDATA\[\s{0,40})?([^<>\]]{4,100})",
    re.IGNORECASE,
)
_ISO = re.compile(r"\s{0,40}(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d))?)?")


def newest(when: Sequence[float | None], most: int) -> list[int]:
    """The places of the `most` newest of some entries, in the document's order.

    `when` holds their times in the document's order. One without a time is taken to be as
    new as the one before it; where most have none, the first of the document are taken.
    """
    if len(when) <= most:
        return list(range(len(when)))
    if 2 * sum(one is not None for one in when) < len(when):
        return list(range(most))
    known = next((one for one in when if one is not None), 0.0)
    filled = []
    for one in when:
        known = known if one is None else one
        filled.append(known)
    return sorted(sorted(range(len(when)), key=lambda place: (-filled[place], place))[:most])


def when_marked(markup: str) -> float | None:
    """About when an entry was published, by its first date; None where it has none.

    It is only for putting entries in order: zones without a number are not looked up.
    """
    found = _DATE.search(markup)
    return when_written(found[1]) if found else None


def when_written(text: object) -> float | None:
    """About which instant a date names, in seconds, for putting dates in order."""
    if not isinstance(text, str):
        return None
    if iso := _ISO.match(text):
        year, month, day, hour, minute = (int(part or 0) for part in iso.groups())
        return float((((year * 12 + month) * 31 + day) * 24 + hour) * 60 + minute) * 60
    try:
        fields = parsedate_tz(text[:100])
    except (ValueError, IndexError, TypeError):
        return None
    if fields is None:
        return None
    year, month, day, hour, minute = fields[:5]
    return float((((year * 12 + month) * 31 + day) * 24 + hour) * 60 + minute) * 60
