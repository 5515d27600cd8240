"""Rules for languages other than English that need words alone: weekdays, near days, periods."""

from __future__ import annotations

import re
from collections.abc import Iterable

from include.extraction.reading.numbers import value_of_words
from include.extraction.times import values
from include.extraction.times.context import TimeContext
from include.extraction.times.rules import Reading, Rule
from include.languages.record import Language

_BY_UNIT = {"day": "days", "week": "weeks", "month": "months", "year": "years", "hour": "hours"}


def _any(options: Iterable[str]) -> str:
    ordered = sorted(options, key=len, reverse=True)
    return "|".join(re.escape(one).replace("_", r"\s") for one in ordered) or r"(?!)"


def rules_by_words(known: Language) -> tuple[Rule, ...]:
    """The rules of a language that its words give; none where it has no weekdays."""
    if not known.times.weekdays:
        return ()
    return (
        _days(known),
        _periods(known),
        _years(known),
        _ago(known),
        _months(known),
        _quarters(known),
        _clocks(known),
    )


def _key(text: str | None) -> str:
    """A matched word as the language's file writes it."""
    return "_".join((text or "").casefold().split())


def _days(known: Language) -> Rule:
    """ "am Dienstag", "Montagabend", "gestern", "el próximo martes", "heute früh"."""
    told = known.times
    pattern = re.compile(
        rf"(?<!\w)(?:(?P<lead>{_any(told.last | told.next)})\s)?"
        rf"(?:(?P<near>{_any(told.near_days)})|(?P<wd>{_any(told.weekdays)}))"
        rf"(?:\s?(?P<part>{_any(told.day_parts)})|\s(?P<tail>{_any(told.last | told.next)}))?"
        r"(?!\w)",
        re.IGNORECASE,
    )

    def read(m: re.Match[str], c: TimeContext) -> Reading | None:
        if c.anchor is None:
            return "DATE", None
        word = _key(m["lead"] or m["tail"])
        if m["near"]:
            found = values.add_days(c.anchor, told.near_days[m["near"].casefold()])
        else:
            weekday = told.weekdays[m["wd"].casefold()]
            tense = 1 if word in told.next else -1 if word in told.last else None
            if tense is None:
                tense = c.tense(m.start(), m.end(), present=1)
            found = values.nearest_weekday(c.anchor, weekday, tense)
            if found == c.anchor and word:
                found = values.add_days(c.anchor, 7 * tense)
        if found is None:
            return None
        part = told.day_parts.get(_key(m["part"]))
        return ("TIME", f"{found}T{part}") if part else ("DATE", str(found))

    return Rule(pattern, read)


def _periods(known: Language) -> Rule:
    """ "letzte Woche", "la semana pasada", "dieses Jahr"."""
    told = known.times
    unit, way = _any(told.periods), _any(told.last | told.next)
    pattern = re.compile(
        rf"(?<!\w)(?:(?P<lead>{_any(told.last | told.next | told.this)})\s(?P<u>{unit})"
        rf"|(?:(?:{_any(told.articles)})\s?)?(?P<u2>{unit})\s(?P<tail>{way}))(?!\w)",
        re.IGNORECASE,
    )

    def read(m: re.Match[str], c: TimeContext) -> Reading | None:
        if c.anchor is None:
            return "DATE", None
        word = _key(m["lead"] or m["tail"])
        steps = -1 if word in told.last else 1 if word in told.next else 0
        unit = told.periods[(m["u"] or m["u2"]).casefold()]
        return "DATE", values.shifted(c.anchor, steps, unit)

    return Rule(pattern, read)


def _years(known: Language) -> Rule:
    """ "en 2019": a year alone, behind a word that leads to one."""
    pattern = re.compile(
        rf"(?<!\w)(?:{_any(known.times.in_year)})\s(?P<y>(?:19|20)\d\d)(?!\w)", re.IGNORECASE
    )
    return Rule(pattern, lambda m, c: ("DATE", m["y"]))


def _ago(known: Language) -> Rule:
    """ "vor zwei Tagen", "hace tres semanas"."""
    units = {form: unit for form, unit in known.numbers.durations.items() if unit in _BY_UNIT}
    number = _any(known.numbers.units)
    pattern = re.compile(
        rf"(?<!\w)(?:{_any(known.times.ago)})\s(?P<n>\d{{1,3}}|{number})\s(?P<u>{_any(units)})(?!\w)",
        re.IGNORECASE,
    )

    def read(m: re.Match[str], c: TimeContext) -> Reading | None:
        count = value_of_words([m["n"].casefold()], known.code)
        if c.anchor is None or count is None:
            return "DATE", None
        return "DATE", values.shifted(c.anchor, -count, _BY_UNIT[units[m["u"].casefold()]])

    return Rule(pattern, read)


def _months(known: Language) -> Rule:
    """ "im Mai", "en mayo": a month alone, behind a word that leads to one."""
    told = known.times
    pattern = re.compile(
        rf"(?<!\w)(?:{_any(told.in_month)})\s(?P<m>{_any(told.months)})(?!\w|\s(?:de\s)?\d{{4}})",
        re.IGNORECASE,
    )

    def read(m: re.Match[str], c: TimeContext) -> Reading | None:
        if c.anchor is None:
            return None
        number = told.months[m["m"].casefold()]
        tense = c.tense(m.start(), m.end())
        return "DATE", f"{values.nearest_year(c.anchor, number, 1, tense):04d}-{number:02d}"

    return Rule(pattern, read)


def _quarters(known: Language) -> Rule:
    """ "im dritten Quartal 2026", "au troisième trimestre": a quarter by its number."""
    told = known.times
    names = [name for name, unit in told.periods.items() if unit == "quarter"]
    pattern = re.compile(
        rf"(?<!\w)(?P<n>{_any(told.ordinals)}|[1-4]\.)\s(?:{_any(names)})"
        rf"(?:\s(?:de\s)?(?P<y>(?:19|20)\d\d))?(?!\w)",
        re.IGNORECASE,
    )

    def read(m: re.Match[str], c: TimeContext) -> Reading | None:
        written = m["n"].casefold()
        number = told.ordinals[written] if written in told.ordinals else int(written[0])
        if m["y"]:
            return "DATE", f"{m['y']}-Q{number}"
        if c.anchor is None:
            return "DATE", f"XXXX-Q{number}"
        return "DATE", values.nearest_quarter(c.anchor, number, c.tense(m.start(), m.end()))

    return Rule(pattern, read)


def _clocks(known: Language) -> Rule:
    """ "um 8 Uhr", "gegen 19.30 Uhr", "vers 22 h 30", "a las 22:30 horas"."""
    told = known.times
    after = _any(told.clock_words)
    pattern = re.compile(
        rf"(?<!\w)(?:(?P<lead>{_any(told.clock_leads)})\s)?"
        rf"(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?"
        rf"(?:\s?(?P<word>{after})(?:\s?(?P<m2>[0-5]\d))?)?(?![\w%]|[.,:]\d)",
        re.IGNORECASE,
    )

    def read(m: re.Match[str], c: TimeContext) -> Reading | None:
        is_clock = m["word"] or (m["lead"] and m["m"] and ":" in m[0])
        if not is_clock or (m["word"] and m["word"].casefold() != "uhr" and not m["lead"]):
            return None  # "14 heures" alone may be a length of time
        clock = f"{int(m['h']):02d}:{m['m'] or m['m2'] or '00'}"
        return "TIME", f"{c.reference}T{clock}" if c.reference else None

    return Rule(pattern, read)
