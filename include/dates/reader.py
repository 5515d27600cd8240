"""A date as somebody wrote it: read to its end, or no date. Pure.

What feeds and pages call a date follows RFC 9110 and RFC 5322 (with the two-digit years of
RFC 822), RFC 3339 and ISO 8601, or nothing at all. Lenient readers take the part they know
and fill in the rest, from the clock or with midnight; then a poll in November makes a
November date. Here every character must be understood, and nothing is filled in: a month is
no day, a day has no time, and 3/4/2024 is a date only where the language says which it is.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple

from include.dates.words import is_day_first, is_weekday, months
from include.dates.zones import read_zone

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_LENGTHS = range(6, 101)

_TIME = re.compile(
    r"(?<!\d)(?P<half>上午|下午|午前|午後|오전|오후)?\s?(?P<h>\d{1,2})"
    r"(?:(?:[:h](?P<m>\d{2})(?::(?P<s>\d{2})(?:[.,](?P<part>\d{1,9})|:\d{3}(?=Z|[+-]\d))?)?)|(?=\s?[ap]\.?m\b))"
    r"(?:\s?(?P<ampm>[ap]\.?m\b\.?))?(?!\d)",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?(?:\.(\d{1,9}))?(\D.*)?)?"
)
_COMPACT_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(?=\D|$)")
_COMPACT_SECONDS = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})(?=\D|$)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_WEEK = re.compile(r"(\d{4})-?W(\d{2})-?(\d)")
_ORDINAL = re.compile(r"(\d{4})-(\d{3})")
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})\.?")
_YEAR_LAST = re.compile(r"(\d{1,2})(?:([-/])|(\.)\s?)(\d{1,2})(?:\2|\3\s?)(\d{4})\.?")
_IN_CHARACTERS = re.compile(
    r"(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]"
)
_DAY_IN_ZONE = re.compile(r"(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})")
_WORD = r"(?P<word>[^\W\d_]{3,20}(?:'[^\W\d_]{1,3})?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_NAMED = (
    re.compile(
        rf"{_DAY}[\s\-/]{{0,2}}(?:(?:de|of|d')\s)?{_WORD}\.?[\s,\-/]{{1,2}}(?:de\s|del\s)?"
        r"(?P<year>\d{4}|\d{2})\.?"
    ),
    re.compile(rf"{_WORD}\.?[\s\-]{{1,2}}{_DAY}(?:,\s?|[\s\-])(?P<year>\d{{4}})"),
    re.compile(rf"(?P<year>\d{{4}})[\s\-./]{{1,2}}{_WORD}\.?[\s\-./]{{1,2}}{_DAY}"),
)
# What stands between a day and its time, and says nothing.
_BETWEEN = re.compile(
    r"(?:[,:]|\s(?:at|um|à|a las|às|alle|ore|kl|klo|om|@|-|–|\|))\.?$", re.IGNORECASE
)
# And behind it.
_BEHIND = re.compile(r"^(?:uhr|hrs?|hours)\b\.?", re.IGNORECASE)
_AFTERNOON = frozenset({"下午", "午後", "오후"})
_CTIME = re.compile(r"^(?P<zone>.*?)\s?(?P<year>\d{4})$")

Time = tuple[int, int, int, int]
Day = tuple[int, int, int]


class Stated(NamedTuple):
    """A date as it was stated: aware, in the zone it names or else in the one it was given.

    Without a time it is the first moment of its day, in UTC unless a zone was named.
    """

    at: datetime
    has_time: bool
    has_zone: bool


def read_instant(text: object, *, language: str | None = None) -> datetime | None:
    """The instant that `text` states, in UTC; a time without a zone is UTC's."""
    found = read_date(text, language=language)
    return None if found is None else found.at.astimezone(UTC)


def read_date(text: object, *, language: str | None = None, local: tzinfo = UTC) -> Stated | None:
    """The date that `text` is, or None where any part of it is not understood.

    `language` (BCP 47) tells whether day or month comes first and what months are called;
    `local` is the zone of times that name none.
    """
    if not isinstance(text, str) or len(text) > 2 * _LENGTHS.stop:
        return None
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    if len(text) not in _LENGTHS:
        return None
    if _EPOCH.fullmatch(text):
        return Stated(datetime.fromtimestamp(int(text[:10]), UTC), has_time=True, has_zone=True)
    read = _Reading(language, local)
    return read.compact(text) or read.day_in_zone(text) or read.spelled(text)


class _Reading:
    def __init__(self, language: str | None, local: tzinfo) -> None:
        self._language = language
        self._local = local

    def compact(self, text: str) -> Stated | None:
        """20240612, 20240612T080000Z, 20240612080000."""
        found = _COMPACT.fullmatch(text)
        if found is None:
            return None
        day = (int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return self._stated(day, None, "")
        time = (int(found[4]), int(found[5]), int(found[6] or 0), _micros(found[7]))
        return self._stated(day, time, found[8] or "")

    def day_in_zone(self, text: str) -> Stated | None:
        """A day with a zone of its own, as XML Schema's `date` has: 2024-06-12+02:00."""
        found = _DAY_IN_ZONE.fullmatch(text)
        day = self._day(found[1]) if found else None
        return self._stated(day, None, found[2]) if found and day else None

    def spelled(self, text: str) -> Stated | None:
        """All that has a time with colons, or words for its month."""
        text = _COMPACT_TIME.sub(r"\1 \2:\3:00", _without_weekday(text))
        text = _COMPACT_SECONDS.sub(r"\1 \2:\3:\4", text)
        found = _TIME.search(text)
        if found is None:
            day = self._day(text)
            return None if day is None else self._stated(day, None, "")
        time = _time_of(found)
        before, behind = text[: found.start()].rstrip(), text[found.end() :].strip()
        if time is None:
            return None
        if not before:  # 08:00, 12 June 2024
            day = self._day(_without_weekday(behind.lstrip(",-–| ")))
            return None if day is None else self._stated(day, time, "")
        if before[-1] in "Tt" and before[-2:-1].isdigit():
            before = before[:-1]
        before = _BETWEEN.sub("", before).rstrip()
        behind = _BEHIND.sub("", behind)
        day = self._day(before)
        if day is None and (last := _CTIME.match(behind)):  # Wed Jun 12 08:00:00 EDT 2024
            day, behind = self._day(f"{before} {last['year']}"), last["zone"]
        return None if day is None else self._stated(day, time, behind)

    def _stated(self, day: Day, time: Time | None, zone: str) -> Stated | None:
        named = None
        if zone.strip():
            named = read_zone(zone, self._language)
            if named is None:
                return None
        hour, minute, second, micros = time or (0, 0, 0, 0)
        # ISO 8601 ends a day with 24:00; RFC 3339 has leap seconds. Both are the next moment's.
        is_end = (hour, minute, second) == (24, 0, 0)
        is_leap = second == 60
        usual = named or (self._local if time else UTC)
        clock = (0 if is_end else hour, minute, 59 if is_leap else second, micros)
        try:
            at = datetime(*day, *clock, tzinfo=usual) + timedelta(days=is_end, seconds=is_leap)
            at.astimezone(UTC)
        except (ValueError, OverflowError):
            return None
        if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
            return None
        return Stated(at, has_time=time is not None, has_zone=named is not None)

    def _day(self, text: str) -> Day | None:
        """Year, month and day that `text` is, all of it."""
        text = text.strip()
        if found := _YEAR_FIRST.fullmatch(text) or _IN_CHARACTERS.fullmatch(text):
            return int(found["y"]), int(found["m"]), int(found["d"])
        if found := _WEEK.fullmatch(text):
            return _calendar(f"{found[1]}-W{found[2]}-{found[3]}", "%G-W%V-%u")
        if _ORDINAL.fullmatch(text):
            return _calendar(text, "%Y-%j")
        if found := _COMPACT.fullmatch(text):
            return None if found[4] else (int(found[1]), int(found[2]), int(found[3]))
        if found := _YEAR_LAST.fullmatch(text):
            mark = found[2] or found[3]
            return self._of_two(int(found[4]), int(found[1]), int(found[5]), mark)
        for form in _NAMED:
            if found := form.fullmatch(text):
                month = months(self._language).get(found["word"].lower())
                if month is not None:
                    return _year(found["year"]), month, int(found["day"])
        return None

    def _of_two(self, two: int, one: int, year: int, mark: str) -> Day | None:
        """Which of two numbers is the day: the one that can be no month, or as the language
        has it; with dots the day comes first everywhere."""
        is_first: bool | None = one > 12 or one == two
        if not is_first and two <= 12:
            is_first = is_day_first(self._language)
            if is_first is None and mark == ".":
                is_first = True
            if is_first is None:
                return None
        return (year, two, one) if is_first else (year, one, two)


def _time_of(found: re.Match[str]) -> Time | None:
    hour, minute, second = int(found["h"]), int(found["m"] or 0), int(found["s"] or 0)
    micros = _micros(found["part"])
    said = (found["ampm"] or found["half"] or "").lower()
    if not said:
        return hour, minute, second, micros
    is_after = said.startswith("p") or said in _AFTERNOON
    if hour > 12 or (hour == 0 and is_after):  # 14:00 PM is clear, 14:00 AM is not
        return (hour, minute, second, micros) if is_after and hour > 12 else None
    return hour % 12 + (12 if is_after else 0), minute, second, micros


def _micros(digits: str | None) -> int:
    return int((digits or "0")[:6].ljust(6, "0"))


def _calendar(text: str, form: str) -> Day | None:
    try:
        found = datetime.strptime(text, form).replace(tzinfo=UTC)
    except ValueError:
        return None
    return found.year, found.month, found.day


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < 50 else 1900)  # RFC 5322, 4.3


def _without_weekday(text: str) -> str:
    found = re.match(r"([^\W\d_]{2,20}(?:-[^\W\d_]{2,10})?)(?:(?:\.,|[.,])\s?|\s)", text)
    if found and is_weekday(found[1]):
        return text[found.end() :]
    # As Chinese and Japanese have it: 2024-06-12 (水) 08:00.
    found = re.search(r"\s?\(([^\W\d_]{1,3})\)(?=\s|$)", text)
    if found and is_weekday(found[1]):
        return text[: found.start()] + text[found.end() :]
    return text
