"""The words times are written with, and the pattern pieces built from them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from include.languages import language

_ENGLISH = language("en").times
UNIT_CODES = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "weekend": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "season": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "centurie": "Y",
    "millennium": "Y",
}
UNIT_FACTORS = {"fortnight": 2, "decade": 10, "century": 100, "centurie": 100, "millennium": 1000}
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midday": "MI",
    "overnight": "NI",
}
ORDINALS = {
    name: number
    for number, name in enumerate(
        str.split(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
            "twenty-first"
        ),
        start=1,
    )
}
DECADE_WORDS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

SMALL_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|million|billion)"
)
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,6}}(?:\.\d{{1,3}}|[ -]\d/\d)?"
    rf"|(?:an?[ ])?{SMALL_NUMBER}(?:[ -](?:and[ ])?{SMALL_NUMBER}){{0,5}})"
)
YEAR = r"(?:1[0-9]\d\d|20\d\d|21\d\d)"
SPOKEN_YEAR = (
    rf"(?:nineteen (?:hundred(?: and)? )?{SMALL_NUMBER}(?:[ -]{SMALL_NUMBER})?"
    rf"|twenty (?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    rf"|twenty(?:[ -]{SMALL_NUMBER})?)"
    rf"|(?<=year )two thousand)"
)


def alternatives(words: Mapping[str, int]) -> str:
    """A pattern that matches any of the words, longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


MONTH = (
    rf"(?:{alternatives({m: n for m, n in _ENGLISH.months.items() if len(m) > 4 or m == 'may'})}"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|june|july)\b\.?)"
)
WEEKDAY = alternatives(_ENGLISH.weekdays)
UNIT = r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century)"
UNITS = (
    r"(?:seconds?|minutes?|hours?|(?:trading |business |working )?days?|nights?|weekends?|weeks?"
    r"|fortnights?|months?|quarters?|years?|decades?|century|centuries|millennia)"
)
# What a match of the patterns above cannot be without, in small letters.
MONTH_STEMS = tuple(str.split("jan feb mar apr may jun jul aug sep oct nov dec"))
DAY_NAMES = tuple(_ENGLISH.weekdays)
UNIT_STEMS = tuple(
    str.split("second minute hour day night week month quarter year decade centur millenni")
)
YEAR_STEMS = (*map(str, range(10, 22)), "nineteen", "twenty", "two thousand")


def unit_code(unit: str) -> tuple[str, int, bool]:
    """(TIMEX3 letter, factor, whether it belongs behind "T") of "weeks", "decade", …"""
    name = unit.casefold().split()[-1]
    singular = {"centuries": "century", "millennia": "millennium"}.get(name, name.rstrip("s"))
    return UNIT_CODES[singular], UNIT_FACTORS.get(singular, 1), singular in CLOCK_UNITS
