"""The words times are written with, and the pattern pieces built from them."""

from __future__ import annotations

import re

_MONTH_NAMES = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
MONTHS_OF: dict[str, dict[str, int]] = {
    language: {name: number for number, name in enumerate(names.split(), start=1)}
    for language, names in _MONTH_NAMES.items()
}
for _abbreviation, _number in zip(
    str.split("jan feb mar apr jun jul aug sep sept oct nov dec"),
    (1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12),
    strict=True,
):
    MONTHS_OF["en"][_abbreviation] = _number
for _abbreviation, _number in (("janv", 1), ("févr", 2), ("juil", 7), ("sept", 9), ("déc", 12)):
    MONTHS_OF["fr"][_abbreviation] = _number
MONTHS_OF["de"]["jänner"] = 1

WEEKDAYS_OF: dict[str, dict[str, int]] = {
    "en": {
        name: number
        for number, name in enumerate(
            str.split("monday tuesday wednesday thursday friday saturday sunday")
        )
    },
    "fr": {
        name: number
        for number, name in enumerate(
            str.split("lundi mardi mercredi jeudi vendredi samedi dimanche")
        )
    },
}
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


def alternatives(words: dict[str, int]) -> str:
    """A pattern that matches any of the words, longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


MONTH = (
    rf"(?:{alternatives({m: n for m, n in MONTHS_OF['en'].items() if len(m) > 4 or m == 'may'})}"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|june|july)\b\.?)"
)
WEEKDAY = alternatives(WEEKDAYS_OF["en"])
UNIT = r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century)"
UNITS = (
    r"(?:seconds?|minutes?|hours?|(?:trading |business |working )?days?|nights?|weekends?|weeks?"
    r"|fortnights?|months?|quarters?|years?|decades?|century|centuries|millennia)"
)
# What a match of the patterns above cannot be without, in small letters.
MONTH_STEMS = tuple(str.split("jan feb mar apr may jun jul aug sep oct nov dec"))
DAY_NAMES = tuple(WEEKDAYS_OF["en"])
UNIT_STEMS = tuple(
    str.split("second minute hour day night week month quarter year decade centur millenni")
)
YEAR_STEMS = (*map(str, range(10, 22)), "nineteen", "twenty", "two thousand")


def unit_code(unit: str) -> tuple[str, int, bool]:
    """(TIMEX3 letter, factor, whether it belongs behind "T") of "weeks", "decade", …"""
    name = unit.casefold().split()[-1]
    singular = {"centuries": "century", "millennia": "millennium"}.get(name, name.rstrip("s"))
    return UNIT_CODES[singular], UNIT_FACTORS.get(singular, 1), singular in CLOCK_UNITS
