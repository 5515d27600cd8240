"""The English rules: patterns of time expressions, each with the reading of its match.

A reading gives (type, value) or None where the match is no time after all. Every
repetition in a pattern is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from include.extraction.reading.numbers import value_of_words
from include.extraction.times import values, words
from include.extraction.times.context import TimeContext
from include.extraction.times.tuned import TUNED
from include.languages import language

Reading = tuple[str, str | None]
Reader = Callable[["re.Match[str]", TimeContext], Reading | None]


class Rule(NamedTuple):
    """A pattern, the function that reads what it matched, and words that a line needs to
    match at all: one of them, in small letters, or none named."""

    pattern: re.Pattern[str]
    read: Reader
    needs: tuple[str, ...] = ()


RULES: list[Rule] = []
APPROXIMATELY = (
    r"(?:(?:about|around|nearly|almost|some|over|under|at least|at most|up to|roughly"
    r"|more than|less than|no more than|as many as|within|just)[ ])?"
)
PHASE = r"(?:(?:the[ ])?(?:beginning|start|middle|end|close|early part|rest|remainder)[ ]of[ ])"
EARLY = r"(?:(?:very[ ])?(?:early|late|earlier|later|mid)[ -](?:in[ ]|on[ ])?)"
ZONES = r"(?:GMT|UTC|[ECMP][SD]?T|BST|CEST|CET|IST|EET|MSK|AEDT|AEST|JST)"
ZONE_NEEDS = (
    *("gmt", "utc", "bst", "cest", "cet", "ist", "eet", "msk", "aedt", "aest", "jst"),
    *(f" {region}{season}t" for region in "ecmp" for season in ("", "s", "d")),
)
"""One of these is in every match of `ZONES`, in small letters, behind a space."""
_ZONE = rf"(?:[ ]local[ ]time)?(?:[ ]\(?{ZONES}\b\)?)?(?:[ ]\(\d{{3,4}}(?:[ ]hours)?[ ]{ZONES}\))?"


def rule(pattern: str, *needs: str) -> Callable[[Reader], Reader]:
    """Registers a reading under its pattern; word edges and case-blindness are added.

    No match goes over the end of a line, and every one holds one of `needs`, if any are
    given: lines without them are passed over.
    """
    compiled = re.compile(rf"(?<![\w$£€.,-])(?:{pattern})(?![\w%])", re.IGNORECASE)

    def register(read: Reader) -> Reader:
        RULES.append(Rule(compiled, read, needs))
        return read

    return register


def number(text: str | None) -> float | None:
    """The value of a matched number, "2 1/2" and "a hundred" too; None if vague."""
    if not text:
        return None
    lowered = text.casefold()
    fraction = re.fullmatch(r"(\d{1,6})[ -](\d)/(\d)", lowered)
    if fraction:
        whole, top, bottom = (int(g) for g in fraction.groups())
        return whole + top / bottom if bottom else None
    if lowered in {"a", "an", "one", "another"}:
        return 1.0
    return value_of_words(lowered.split())


def month_number_of(text: str) -> int:
    return language("en").times.months[text.casefold().rstrip(".")]


def year_of(text: str | None) -> int | None:
    """The year in figures or spoken ("nineteen ninety-four"), else None."""
    if not text:
        return None
    if text.isdigit():
        return int(text)
    lowered = text.casefold().replace(" and ", " ")
    parts = lowered.replace("hundred", "").split(maxsplit=1)
    if lowered == "two thousand":
        return 2000
    rest = value_of_words([parts[1]]) if len(parts) > 1 else 0.0
    century = {"nineteen": 1900, "twenty": 2000}.get(parts[0])
    if rest is None or century is None or rest >= 100:
        return None
    return century + int(rest)


@rule(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<clock>[012]\d:[0-5]\d))?",
    "-",
)
def _iso(m: re.Match[str], c: TimeContext) -> Reading | None:
    value = values.calendar_day(int(m["y"]), int(m["m"]), int(m["d"]))
    if value and m["clock"]:
        return "TIME", f"{value}T{m['clock']}"
    return ("DATE", value) if value else None


@rule(
    r"(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<y>\d{4}|\d\d)",
    "/",
)
def _slashes(m: re.Match[str], c: TimeContext) -> Reading | None:
    first, second, year = int(m["m"]), int(m["d"]), int(m["y"])
    if year < 100:
        year += 1900 if year >= TUNED.century_turns else 2000
    if first > 12:
        first, second = second, first
    value = values.calendar_day(year, first, second)
    return ("DATE", value) if value else None


#: ISO dates and dates with slashes are read alike in every language.
SHARED_RULES: tuple[Rule, ...] = tuple(RULES)


@rule(
    rf"(?:(?P<wd>{words.WEEKDAY}),?[ ](?:the[ ])?)?(?:{EARLY})?"
    rf"(?:(?P<mon>{words.MONTH})[ ](?P<d>[0-3]?\d(?:st|nd|rd|th)?"
    rf"|{words.alternatives(words.ORDINALS)})"
    rf"|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?[ ](?:of[ ])?(?P<mon2>{words.MONTH}))"
    rf"(?:,?[ ](?P<y>{words.YEAR}|last year|this year|next year|{words.SPOKEN_YEAR}))?",
    *words.MONTH_STEMS,
)
def _full_date(m: re.Match[str], c: TimeContext) -> Reading | None:
    written = m["d"] or m["d2"]
    digits = re.sub(r"\D", "", written)
    day_number = int(digits) if digits else words.ORDINALS[written.casefold()]
    month_number = month_number_of(m["mon"] or m["mon2"])
    if not 1 <= day_number <= 31:
        return None
    year = _year_near(m["y"], c)
    if year is None:
        if c.anchor is None:
            return "DATE", f"XXXX-{month_number:02d}-{day_number:02d}"
        tense = c.tense(m.start(), m.end())
        year = values.nearest_year(c.anchor, month_number, day_number, tense)
    value = values.calendar_day(year, month_number, day_number)
    return ("DATE", value) if value else None


def _year_near(text: str | None, c: TimeContext) -> int | None:
    if text and text.casefold().endswith(" year"):
        shift = {"last": -1, "this": 0, "next": 1}[text.casefold().split()[0]]
        return c.anchor.year + shift if c.anchor else None
    return year_of(text)


_MONTH_LEADS = frozenset(
    str.split(
        "in of since by until till through during from to for and or between before after "
        "last next "
        "this early late mid each every and through past previous following previous until"
    )
)


@rule(
    rf"(?:{PHASE}|{EARLY})?(?:(?P<q>last|next|this|this past|this coming|the previous)[ ])?"
    rf"(?P<mon>{words.MONTH})"
    rf"(?:,?[ ](?:of[ ])?(?P<y>{words.YEAR}|last year|this year|next year|{words.SPOKEN_YEAR}))?",
    *words.MONTH_STEMS,
)
def _month(m: re.Match[str], c: TimeContext) -> Reading | None:
    name = m["mon"].casefold()
    month_number = month_number_of(name)
    year = _year_near(m["y"], c)
    if year is not None:
        return "DATE", f"{year:04d}-{month_number:02d}"
    text = c.text
    if not m["mon"][0].isupper():
        return None
    if len(name) <= TUNED.longest_word_month and m.start() == m.start("mon"):
        before = text[max(0, m.start() - 12) : m.start()].split()
        if not before or before[-1].casefold().strip(",") not in _MONTH_LEADS:
            return None
    if c.anchor is None:
        return "DATE", f"XXXX-{month_number:02d}"
    qualifier = (m["q"] or "").casefold()
    if qualifier in {"last", "this past", "the previous"}:
        year = c.anchor.year - (month_number >= c.anchor.month)
    elif qualifier in {"next", "this coming"}:
        year = c.anchor.year + (month_number <= c.anchor.month)
    elif qualifier == "this":
        year = c.anchor.year
    else:
        tense = c.tense(m.start(), m.end())
        year = values.nearest_year(c.anchor, month_number, 1, tense)
        if tense < 0 and (year, month_number) > (c.anchor.year, c.anchor.month):
            year -= 1  # what came in December did not come next month
    return "DATE", f"{year:04d}-{month_number:02d}"


@rule(
    rf"(?:{PHASE}|{EARLY})?(?P<q>(?:last|next|this|this past|this coming|the following"
    rf"|the previous|the next|each|every)[ ])?"
    rf"(?P<wd>{words.WEEKDAY})(?:(?:'s|’s)?[ ](?P<part>morning|afternoon|evening|night|midday))?",
    *words.DAY_NAMES,
)
def _weekday(m: re.Match[str], c: TimeContext) -> Reading | None:
    weekday = language("en").times.weekdays[m["wd"].casefold()]
    qualifier = (m["q"] or "").casefold().strip()
    part = words.DAY_PARTS.get((m["part"] or "").casefold())
    if qualifier in {"each", "every"}:
        return "SET", f"XXXX-WXX-{weekday + 1}" + (f"T{part}" if part else "")
    if c.anchor is None:
        return "TIME" if part else "DATE", None
    base = c.anchor
    written = _in_brackets(m, c, weekday)
    if written is not None:
        return ("TIME", f"{written}T{part}") if part else ("DATE", str(written))
    if qualifier in {"last", "this past", "the previous"}:
        found = values.add_days(base, -(((base.weekday() - weekday - 1) % 7) + 1))
    elif qualifier in {"next", "the following", "the next"}:
        base = base if qualifier == "next" else c.reference or base
        found = values.add_days(base, ((weekday - base.weekday() - 1) % 7) + 1)
    elif qualifier == "this coming":
        found = values.nearest_weekday(base, weekday, 1)
    else:
        found = values.nearest_weekday(base, weekday, c.tense(m.start(), m.end(), present=1))
    if found is None:
        return None
    return ("TIME", f"{found}T{part}") if part else ("DATE", str(found))


_BRACKET = re.compile(
    rf"\s?\((?:(?P<mon>{words.MONTH})[ ](?P<d>[0-3]?\d)|(?P<d2>[0-3]?\d)[ ](?P<mon2>{words.MONTH}))"
    r"(?:,?[ ](?P<y>\d{4}))?\)",
    re.IGNORECASE,
)


def _in_brackets(m: re.Match[str], c: TimeContext, weekday: int) -> date | None:
    """The day that the brackets behind a weekday give: "Thursday (Nov 26)"."""
    found = _BRACKET.match(c.text, m.end())
    if found is None or c.anchor is None:
        return None
    month_number = month_number_of(found["mon"] or found["mon2"])
    day_number = int(found["d"] or found["d2"])
    years = [int(found["y"])] if found["y"] else [c.anchor.year + n for n in (0, -1, 1)]
    for year in years:
        value = values.calendar_day(year, month_number, day_number)
        if value is not None and date.fromisoformat(value).weekday() == weekday:
            return date.fromisoformat(value)
    return None


@rule(
    rf"(?P<wd>{words.WEEKDAY})s(?:[ ](?P<part>morning|afternoon|evening|night)s?)?",
    *(f"{name}s" for name in words.DAY_NAMES),
)
def _weekdays(m: re.Match[str], c: TimeContext) -> Reading | None:
    part = words.DAY_PARTS.get((m["part"] or "").casefold())
    number_of_day = language("en").times.weekdays[m["wd"].casefold()] + 1
    return "SET", f"XXXX-WXX-{number_of_day}" + (f"T{part}" if part else "")


@rule(
    rf"{EARLY}?(?P<day>today|yesterday|tomorrow|the day before yesterday"
    r"|the day after tomorrow)(?:(?:'s|’s)?[ ](?P<part>morning|afternoon|evening|night))?",
    "today",
    "yesterday",
    "tomorrow",
)
def _near_day(m: re.Match[str], c: TimeContext) -> Reading | None:
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(m["day"].casefold())
    if shift is None:
        shift = -2 if "before" in m["day"].casefold() else 2
    found = values.add_days(c.anchor, shift) if c.anchor else None
    part = words.DAY_PARTS.get((m["part"] or "").casefold())
    if found is None:
        return "DATE", None
    return ("TIME", f"{found}T{part}") if part else ("DATE", str(found))


@rule(
    rf"(?:{EARLY})?(?P<q>this|last|that|the)[ ](?P<part>morning|afternoon|evening|night)"
    rf"|(?P<bare>tonight|overnight)|(?:{EARLY})(?P<mid>morning|afternoon|evening)",
    "morning",
    "afternoon",
    "evening",
    "night",
)
def _day_part(m: re.Match[str], c: TimeContext) -> Reading | None:
    word = (m["part"] or m["mid"] or m["bare"]).casefold()
    part = words.DAY_PARTS.get(word, "NI")
    qualifier = (m["q"] or "this").casefold()
    base = c.anchor if qualifier in {"this", "last"} else c.reference
    if base and qualifier == "last":
        base = values.add_days(base, -1)
    return "TIME", f"{base}T{part}" if base else None


def _clock(hour: str, minute: str | None, half: str | None) -> str | None:
    value = int(hour)
    if half:
        if not 1 <= value <= 12:
            return None
        value = value % 12 + (12 if half.casefold().startswith("p") else 0)
    if value > 23:
        return None
    return f"{value:02d}:{minute or '00'}"


@rule(
    rf"{APPROXIMATELY}(?:(?P<h>[0-2]?\d)(?:[:.](?P<min>[0-5]\d))?"
    rf"(?:[ ]?(?P<half>[ap])\.?m\b\.?|[ ]o['’]clock(?:[ ]in the (?P<in>morning|afternoon"
    rf"|evening))?)"
    rf"|(?P<h24>[0-2]?\d):(?P<min24>[0-5]\d)(?::[0-5]\d)?|(?P<name>noon|midnight|midday)){_ZONE}"
    rf"(?:,?[ ](?:on[ ])?(?P<day>{words.WEEKDAY}|today|yesterday|tomorrow"
    rf"|{words.MONTH}[ ][0-3]?\d))?",
    ":",
    "am",
    "a.m",
    "pm",
    "p.m",
    "clock",
    "noon",
    "midnight",
    "midday",
)
def _time_of_day(m: re.Match[str], c: TimeContext) -> Reading | None:
    if m["name"]:
        clock: str | None = "24:00" if m["name"].casefold() == "midnight" else "12:00"
    elif m["h24"]:
        clock = _clock(m["h24"], m["min24"], None)
    else:
        half = m["half"] or ("p" if (m["in"] or "").casefold() in {"afternoon", "evening"} else "")
        clock = _clock(m["h"], m["min"], half)
    if clock is None:
        return None
    base = c.reference if m["day"] is None else day_named(m["day"], m.start(), m.end(), c)
    if m["day"] is None and base is not None and _is_over_midnight(m, c, clock):
        base = values.add_days(base, 1)
    c.last_clock = m.end(), clock
    return "TIME", f"{base}T{clock}" if base else None


def _is_over_midnight(m: re.Match[str], c: TimeContext, clock: str) -> bool:
    """ "from 10 p.m. to 6 a.m.": an end earlier in the day than its start is the next day's."""
    if c.last_clock is None or clock >= c.last_clock[1]:
        return False
    between = c.text[c.last_clock[0] : m.start()]
    return bool(re.fullmatch(r"\s?(?:to|until|till|and|through|[-–])\s?", between))


def day_named(text: str, start: int, end: int, c: TimeContext) -> date | None:
    lowered = text.casefold()
    if c.anchor is None:
        return None
    if lowered in {"today", "yesterday", "tomorrow"}:
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[lowered]
        return values.add_days(c.anchor, shift)
    if lowered in language("en").times.weekdays:
        tense = c.tense(start, end, present=1)
        return values.nearest_weekday(c.anchor, language("en").times.weekdays[lowered], tense)
    tense = c.tense(start, end)
    name, _, day_text = lowered.partition(" ")
    month_number, day_number = month_number_of(name), int(day_text)
    year = values.nearest_year(c.anchor, month_number, day_number, tense)
    found = values.calendar_day(year, month_number, day_number)
    return date.fromisoformat(found) if found else None
