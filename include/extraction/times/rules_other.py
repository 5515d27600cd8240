"""Rules for other languages: dates with month names, and the basic French expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from include.extraction.times import values, words
from include.extraction.times.context import TimeContext
from include.extraction.times.rules import SHARED_RULES, Reader, Reading, Rule
from include.extraction.times.rules_words import rules_beside, rules_by_words
from include.languages import language

_FRENCH_WEEKDAYS = words.alternatives(language("fr").times.weekdays)
_FRENCH_DAYS = {"hier": -1, "aujourd'hui": 0, "demain": 1, "avant-hier": -2, "après-demain": 2}
_FRENCH_PARTS = {"matin": "MO", "après-midi": "AF", "soir": "EV", "nuit": "NI"}
_FRENCH_UNITS = {"jour": "day", "semaine": "week", "mois": "month", "an": "year", "année": "year"}


@lru_cache(maxsize=16)
def rules_of(code: str) -> tuple[Rule, ...]:
    """The rules of a language other than English; ISO dates alone where we know no months."""
    months = language(code).times.months
    if not months:
        return tuple(SHARED_RULES)
    name = words.alternatives(months)
    dated = Rule(
        re.compile(
            rf"(?<!\w)(?P<d>[0-3]?\d)(?:er|º|°|\.)?\s(?:de\s)?(?P<m>{name})\b\.?"
            rf"(?:\s(?:de\s|del\s)?(?P<y>{words.YEAR}))?(?!\w)",
            re.IGNORECASE,
        ),
        _dated(months),
    )
    monthly = Rule(
        re.compile(rf"(?<!\w)(?P<m>{name})\s(?:de\s)?(?P<y>{words.YEAR})(?!\w)", re.IGNORECASE),
        lambda m, c: ("DATE", f"{m['y']}-{months[m['m'].casefold()]:02d}"),
    )
    by_words = rules_by_words(language(code)) if code != "fr" else ()
    own = (*_FRENCH, *rules_beside(language(code))) if code == "fr" else by_words
    return (*SHARED_RULES, dated, monthly, *own)


def _dated(months: Mapping[str, int]) -> Reader:
    def read(m: re.Match[str], c: TimeContext) -> Reading | None:
        month_number, day_number = months[m["m"].casefold()], int(m["d"])
        if m["y"]:
            year = int(m["y"])
        elif c.anchor:
            tense = c.tense(m.start(), m.end())
            year = values.nearest_year(c.anchor, month_number, day_number, tense)
        else:
            return "DATE", f"XXXX-{month_number:02d}-{day_number:02d}"
        value = values.calendar_day(year, month_number, day_number)
        return ("DATE", value) if value else None

    return read


def _french_day(m: re.Match[str], c: TimeContext) -> Reading | None:
    if c.anchor is None:
        return "DATE", None
    part = _FRENCH_PARTS.get((m["part"] or "").casefold())
    if m["near"]:
        shift = _FRENCH_DAYS[m["near"].casefold().replace("’", "'")]
        found = values.add_days(c.anchor, shift)
    else:
        weekday = language("fr").times.weekdays[m["wd"].casefold()]
        after = (m["way"] or "").casefold()
        tense = 1 if after.startswith("prochain") else -1 if after == "dernier" else None
        if tense is None:
            tense = c.tense(m.start(), m.end(), present=1)
        found = values.nearest_weekday(c.anchor, weekday, tense)
        if after and found == c.anchor:
            found = values.add_days(c.anchor, 7 * tense)  # next Friday is not today
    if found is None:
        return None
    return ("TIME", f"{found}T{part}") if part else ("DATE", str(found))


def _french_unit(m: re.Match[str], c: TimeContext) -> Reading | None:
    if c.anchor is None:
        return "DATE", None
    written = (m["unit"] or m["this"]).casefold()
    unit = _FRENCH_UNITS[written]
    steps = 0 if m["this"] else 1 if m["way"].casefold().startswith("proch") else -1
    return "DATE", values.shifted(c.anchor, steps, unit)


_FRENCH = (
    Rule(
        re.compile(
            r"(?<!\w)(?:(?P<near>hier|aujourd['’]hui|demain|avant-hier|après-demain)"
            rf"|(?P<wd>{_FRENCH_WEEKDAYS})(?:\s(?P<way>dernier|prochain))?)"
            r"(?:\s(?P<part>matin|après-midi|soir))?(?!\w)",
            re.IGNORECASE,
        ),
        _french_day,
    ),
    Rule(
        re.compile(
            r"(?<!\w)(?:(?:le|la|l['’])\s?(?P<unit>semaine|mois|an|année)\s"
            r"(?P<way>dernier|dernière|prochain|prochaine)|(?:cette|ce)\s(?P<this>semaine|mois|année))(?!\w)",
            re.IGNORECASE,
        ),
        _french_unit,
    ),
    Rule(
        re.compile(r"(?<!\w)en\s(?P<y>(?:19|20)\d\d)(?!\w)", re.IGNORECASE),
        lambda m, c: ("DATE", m["y"]),
    ),
)
