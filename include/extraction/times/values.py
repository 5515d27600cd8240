"""TIMEX3 values by calendar arithmetic: "three weeks before 8 January 1998" → "1997-W51".

Pure functions on dates. Tense is -1 (told of the past), 1 (of the future) or 0.
"""

from __future__ import annotations

from datetime import date, timedelta

from include.extraction.times.tuned import TUNED
from include.extraction.times.words import unit_code


def day(value: date) -> str:
    """The value of a day."""
    return value.isoformat()


def week(value: date) -> str:
    """The value of the ISO week that holds a day."""
    year, number, _ = value.isocalendar()
    return f"{year:04d}-W{number:02d}"


def month(value: date) -> str:
    """The value of the month that holds a day."""
    return f"{value.year:04d}-{value.month:02d}"


def quarter(value: date) -> str:
    """The value of the calendar quarter that holds a day."""
    return f"{value.year:04d}-Q{(value.month + 2) // 3}"


def add_days(anchor: date, number: int) -> date | None:
    """The day `number` days after (before, if negative) the anchor; None off the calendar."""
    try:
        return anchor + timedelta(days=number)
    except OverflowError:
        return None


def add_months(anchor: date, number: int) -> date | None:
    """The same day `number` months away, cut to the month's length; None off the calendar."""
    year, month0 = divmod(anchor.year * 12 + anchor.month - 1 + number, 12)
    if not 1 <= year <= 9999:
        return None
    for last in (anchor.day, 30, 29, 28):
        try:
            return date(year, month0 + 1, min(anchor.day, last))
        except ValueError:
            continue
    return None


def calendar_day(year: int, month_number: int, day_number: int) -> str | None:
    """The value of a day that exists, else None."""
    try:
        return date(year, month_number, day_number).isoformat()
    except ValueError:
        return None


def shifted(anchor: date, number: float, unit: str) -> str | None:
    """The value of "`number` units from the anchor", as coarse as the unit.

    Days give a day, weeks a week, months a month, years a year; hours the day.
    """
    letter, factor, clock = unit_code(unit)
    if abs(number) > TUNED.farthest:
        return None
    whole = int(number * factor)
    if clock:
        hours = {"S": number / 3600, "M": number / 60, "H": number}[letter]
        moved = add_days(anchor, int(hours / 24))
        return day(moved) if moved else None
    if letter == "D":
        moved = add_days(anchor, whole)
        return day(moved) if moved else None
    if letter == "W":
        moved = add_days(anchor, 7 * whole)
        return week(moved) if moved else None
    if letter in "MQ":
        moved = add_months(anchor, whole * (3 if letter == "Q" else 1))
        return (quarter(moved) if letter == "Q" else month(moved)) if moved else None
    year = anchor.year + whole
    if not 1 <= year <= 9999:
        return None
    return (
        f"{year:04d}"[:3] if factor == 10 and whole % 10 == 0 and abs(number) < 2 else f"{year:04d}"
    )


def duration(number: float | None, unit: str) -> str:
    """The value of a length of time: (3, "months") → "P3M", (1.5, "hours") → "PT1H30M".

    An unknown number (several, few) is X. Decades and centuries are told in years.
    """
    letter, factor, clock = unit_code(unit)
    prefix = "PT" if clock else "P"
    if number is None:
        return f"{prefix}X{letter}" if factor == 1 else {10: "PXDE", 100: "PXCE"}.get(factor, "PXY")
    if letter == "Q":
        letter, factor = "M", 3
    amount = number * factor
    whole, rest = divmod(amount, 1)
    if not rest:
        return f"{prefix}{whole:.0f}{letter}"
    smaller = {("H", True): ("M", 60), ("Y", False): ("M", 12), ("M", True): ("S", 60)}.get(
        (letter, clock)
    )
    if smaller is None:
        return f"{prefix}{amount:g}{letter}"
    part = f"{round(rest * smaller[1])}{smaller[0]}"
    return f"{prefix}{whole:.0f}{letter}{part}" if whole else f"{prefix}{part}"


def nearest_weekday(anchor: date, weekday: int, tense: int) -> date | None:
    """The day a bare weekday names: the anchor's own if it is that weekday, else the
    last one before it, or the first after it if the sentence tells of the future."""
    back = (anchor.weekday() - weekday) % 7
    if back == 0:
        return anchor
    return add_days(anchor, 7 - back) if tense > 0 else add_days(anchor, -back)


def nearest_year(anchor: date, month_number: int, day_number: int, tense: int) -> int:
    """The year meant by a month and day without one: the nearest, against the tense only
    where the other way is several times as far."""

    def distance(year: int) -> float:
        months = (year - anchor.year) * 12 + month_number - anchor.month
        days = months * 30.4 + day_number - anchor.day
        if tense < 0 < days:  # what is told as past does not lie in months to come
            return days * TUNED.against_past
        return abs(days) * (TUNED.against_tense if tense > 0 > days else 1)

    return min((anchor.year, anchor.year - 1, anchor.year + 1), key=distance)


def nearest_quarter(anchor: date, number: int, tense: int) -> str:
    """The value of a numbered quarter without a year: the last one begun, or to come."""
    current = (anchor.month + 2) // 3
    year = anchor.year - 1 if number > current and tense <= 0 else anchor.year
    return f"{year:04d}-Q{number}"
