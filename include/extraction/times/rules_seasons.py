"""More English rules: quarters by their letter ("1Q 2024"), seasons past ("two winters ago")."""

from __future__ import annotations

import re

from include.extraction.times import values, words
from include.extraction.times.context import TimeContext
from include.extraction.times.rules import Reading, number, rule, year_of


@rule(
    rf"(?:(?P<n>[1-4])Q|Q(?P<n2>[1-4]))(?:[ ]?(?:of[ ])?(?:FY)?(?P<y>{words.YEAR}))?",
    *(f"{n}q" for n in "1234"),
    *(f"q{n}" for n in "1234"),
)
def _short_quarter(m: re.Match[str], c: TimeContext) -> Reading | None:
    """ "1Q 2024", "Q2"."""
    number_of_quarter = int(m["n"] or m["n2"])
    if m["y"]:
        return "DATE", f"{year_of(m['y'])}-Q{number_of_quarter}"
    if c.last_quarter:
        return "DATE", f"{c.last_quarter[:4]}-Q{number_of_quarter}"
    if c.anchor is None:
        return "DATE", f"XXXX-Q{number_of_quarter}"
    tense = c.tense(m.start(), m.end())
    return "DATE", values.nearest_quarter(c.anchor, number_of_quarter, tense)


@rule(
    rf"(?P<n>{words.NUMBER}|a couple of)[ ](?P<s>spring|summer|autumn|fall|winter)s[ ]ago",
    "s ago",
)
def _seasons_ago(m: re.Match[str], c: TimeContext) -> Reading | None:
    """ "Two winters ago": the season before the last one."""
    count = 2.0 if m["n"].casefold().startswith("a ") else number(m["n"])
    if c.anchor is None or not count:
        return "DATE", None
    code = words.SEASONS[m["s"].casefold()]
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    last = c.anchor.year - (1 if c.anchor.month <= begins + 2 else 0)
    return "DATE", f"{last - int(count) + 1:04d}-{code}"
