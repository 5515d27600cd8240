"""More English rules: what happens again and again, "every other week", "daily"."""

from __future__ import annotations

import re

from include.extraction.times import values, words
from include.extraction.times.context import TimeContext
from include.extraction.times.rules import Reading, number, rule
from include.languages import language


@rule(
    rf"(?:once|twice|{words.NUMBER} times)?(?:[ ]?(?:every|each)|(?<=once|wice|imes)[ ]an?)[ ]"
    rf"(?P<other>other[ ])?(?:(?P<n>{words.NUMBER})[ ])?(?P<u>{words.UNITS}|morning|evening"
    rf"|afternoon)",
    "every ",
    "each ",
    "once a",
    "twice a",
    "times a",
)
def _every(m: re.Match[str], c: TimeContext) -> Reading | None:
    unit = m["u"].casefold()
    if unit in words.DAY_PARTS and unit != "night":
        return "SET", f"XXXX-XX-XXT{words.DAY_PARTS[unit]}"
    count = 2.0 if m["other"] else number(m["n"]) or 1.0
    return "SET", values.duration(count, unit)


@rule(
    rf"(?:every|each)[ ](?P<mon>{words.MONTH})|(?:every|each)[ ](?P<s>spring|summer|fall"
    rf"|autumn|winter)",
    "every ",
    "each ",
)
def _every_month(m: re.Match[str], c: TimeContext) -> Reading | None:
    if m["s"]:
        return "SET", f"XXXX-{words.SEASONS[m['s'].casefold()]}"
    return "SET", f"XXXX-{language('en').times.months[m['mon'].casefold().rstrip('.')]:02d}"


@rule(
    r"(?P<w>daily|weekly|biweekly|monthly|annually|yearly|hourly|nightly)",
    "daily",
    "weekly",
    "monthly",
    "annually",
    "yearly",
    "hourly",
    "nightly",
)
def _adverb(m: re.Match[str], c: TimeContext) -> Reading | None:
    value = {
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "biweekly": "P2W",
        "monthly": "P1M",
        "annually": "P1Y",
        "yearly": "P1Y",
        "hourly": "PT1H",
    }[m["w"].casefold()]
    return "SET", value
