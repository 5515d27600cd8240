"""Days as texts print them, with their year, in the languages of the news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

Day = tuple[int, int, int]

# Beginnings of month names in the languages served; the longest that fits decides.
_MONTHS: dict[str, int] = {
    stem: month
    for month, stems in enumerate(
        (
            "jan jän gen ene oca styc led tammi янв січ ιαν",
            "feb fév fev şub lut úno helmi фев лют φεβ",
            "mar mär mrt maa mac březn márc мар бер μαρ",
            "apr avr abr nis kwi dub huht ápr апр квіт απρ",
            "may mai mag maj mei květ touko máj мая май трав μαΐ μαϊ mayıs",
            "jun juin giu haz czerw červn červen kesä jún июн черв ιουν",
            "jul juil lug tem lip červenc červene heinä júl июл лип ιουλ",
            "aug aoû aou ago ağu sierp srpn elo авг серп αυγ agu",
            "sep set eyl wrz září syys szept сен вер σεπ",
            "oct okt ott out eki paź říj loka окт жовт οκτ",
            "nov kas list marras ноя лист νοε",
            "dec dez déc dic ara gru pros joulu des дек груд δεκ",
        ),
        start=1,
    )
    for stem in stems.split()
}
_LONGEST = max(map(len, _MONTHS))
_YEAR = r"((?:19|20)\d\d)"
_ISO = re.compile(
    rf"(?<!\d){_YEAR}\s?(?:[-/.]|年)\s?(\d{{1,2}})\s?(?:[-/.]|月)\s?(\d{{1,2}})(?!\d)"
)
_DAY_FIRST = re.compile(
    r"(?<![\d:])(\d{1,2})(?:\.|st|nd|rd|th|er|º|°|ª)?[\s-]{0,2}(?:de |of |di )?"
    r"([^\W\d_]{3,14})[.,]?[\s-]{1,2}(?:de |del |do )?"
    r"((?:19|20)\d\d|\d\d(?=\s?\)?$))(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)([^\W\d_]{{3,14}})\.?\s{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:19|20)?\d\d)(?![\d/-]|\.\d)"
)


def days_in(text: str, *, month_first: bool) -> Iterator[tuple[int, Day]]:
    """Each day a text names with its year, and where it begins in the text."""
    for found in _ISO.finditer(text):
        yield from _day(found.start(), found[1], int(found[2]), found[3])
    for found in _DAY_FIRST.finditer(text):
        yield from _day(found.start(), found[3], _month(found[2]), found[1])
    for found in _MONTH_FIRST.finditer(text):
        yield from _day(found.start(), found[3], _month(found[1]), found[2])
    for found in _NUMERIC.finditer(text):
        first, second = int(found[1]), int(found[3])
        if len(found[4]) == 2 and found[2] == "-":
            continue
        month_leads = month_first and found[2] != "."
        if first > 12 or (second <= 12 and not month_leads):
            first, second = second, first
        yield from _day(found.start(), found[4], first, str(second))


def _day(start: int, year: str, month: int, day: str) -> Iterator[tuple[int, Day]]:
    full = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        datetime(full, month, int(day), tzinfo=UTC)
    except ValueError:
        return
    yield start, (full, month, int(day))


def _month(name: str) -> int:
    """The number of a month by its name, 0 for other words."""
    name = name.lower()
    for length in range(min(_LONGEST, len(name)), 2, -1):
        if name[:length] in _MONTHS:
            return _MONTHS[name[:length]]
    return 0
