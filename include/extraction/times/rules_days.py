"""More English rules of days: "Sunday week", "3 to 5 December", "at 1900 GMT"."""

from __future__ import annotations

import re

from include.extraction.times import values, words
from include.extraction.times.context import TimeContext
from include.extraction.times.rules import (
    ZONE_NEEDS,
    ZONES,
    Reading,
    day_named,
    month_number_of,
    rule,
)
from include.languages import language


@rule(
    rf"(?:a[ ](?P<n>week|fortnight)[ ](?:on[ ])?)(?P<wd>{words.WEEKDAY})"
    rf"|(?P<wd2>{words.WEEKDAY})[ ](?P<n2>week|fortnight|next)(?![ -](?:day|long|year|month|week))",
    *words.DAY_NAMES,
)
def _weekday_and_more(m: re.Match[str], c: TimeContext) -> Reading | None:
    """ "Sunday week", "a week on Saturday", "Monday fortnight", "Tuesday next"."""
    if c.anchor is None:
        return "DATE", None
    weekday = language("en").times.weekdays[(m["wd"] or m["wd2"]).casefold()]
    more = {"week": 7, "fortnight": 14, "next": 0}[(m["n"] or m["n2"]).casefold()]
    first = values.add_days(c.anchor, ((weekday - c.anchor.weekday() - 1) % 7) + 1)
    found = values.add_days(first, more) if first is not None else None
    return ("DATE", str(found)) if found is not None else None


@rule(
    rf"(?:(?P<d1>[0-3]?\d)(?:[ ]?[-–][ ]?|[ ](?:to|and|until)[ ])(?P<d2>[0-3]?\d)[ ]"
    rf"(?P<mon>{words.MONTH})|(?P<mon2>{words.MONTH})[ ](?P<d3>[0-3]?\d)"
    rf"(?:[ ]?[-–][ ]?|[ ](?:to|and)[ ])(?P<d4>[0-3]?\d)(?!\d|[ ](?:people|other|were|percent)))"
    rf"(?:,?[ ](?P<y>{words.YEAR}))?",
    *words.MONTH_STEMS,
)
def _days_of_month(m: re.Match[str], c: TimeContext) -> Reading | None:
    """ "3 to 5 December": an interval of ISO 8601, from the first day to the last."""
    month_number = month_number_of(m["mon"] or m["mon2"])
    first, last = int(m["d1"] or m["d3"]), int(m["d2"] or m["d4"])
    if not 1 <= first < last <= 31:
        return None
    year = int(m["y"]) if m["y"] else None
    if year is None:
        if c.anchor is None:
            return None
        tense = c.tense(m.start(), m.end())
        year = values.nearest_year(c.anchor, month_number, first, tense)
    ends = [values.calendar_day(year, month_number, one) for one in (first, last)]
    return ("DATE", "/".join(one for one in ends if one)) if all(ends) else None


@rule(
    rf"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?:[ ]hours)?[ ](?:{ZONES}\b|local[ ]time)"
    rf"(?:,?[ ](?:on[ ])?(?P<day>{words.WEEKDAY}|today|yesterday|tomorrow))?",
    *ZONE_NEEDS,
    "local time",
)
def _four_digits(m: re.Match[str], c: TimeContext) -> Reading | None:
    """ "at 1900 GMT on Thursday": a clock time, and no year."""
    base = c.reference if m["day"] is None else day_named(m["day"], m.start(), m.end(), c)
    return "TIME", f"{base}T{m['h']}:{m['m']}" if base else None
