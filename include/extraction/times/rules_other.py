"""Rules for languages other than English: dates with month names, and what words give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from include.extraction.times import values, words
from include.extraction.times.context import TimeContext
from include.extraction.times.rules import SHARED_RULES, Reader, Reading, Rule
from include.extraction.times.rules_words import rules_by_words
from include.languages import language


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
    return (*SHARED_RULES, dated, monthly, *rules_by_words(language(code)))


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
