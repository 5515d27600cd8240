"""The pattern of amounts in a language: one pass, every repetition in it bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from include.extraction.figures import currencies
from include.languages import language as language_of

GAP = r"[\s\u00a0\u202f]{1,2}"
_LONG_SCALES = frozenset(
    str.split("hundred thousand million billion trillion cent mille hundert cien ciento mil")
)
_SHORT = r"(?:bn|mn|mln|m|tn|trn|k|b)\b"
_ORDINALS = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_BEHIND_ORDINAL = (
    "was|were|is|has|had|remains?|remained|died|suffered|escaped|later|man|woman|person|victim"
    "|passenger|suspect|child|boy|girl"
)


def any_of(options: Iterable[str]) -> str:
    """A pattern of any of the phrases, the longest first; of none, one that never matches."""
    ordered = sorted(options, key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\ ", r"\s{1,2}") for one in ordered) or r"(?!)"


@lru_cache(maxsize=16)
def plain_number(language: str) -> str:
    """A pattern of a number in digits or words, with its scales ("3.2 lakh", "two hundred")."""
    written = language_of(language).numbers
    digits = (
        r"\d{1,3}(?:[\u0020\u00a0\u202f\u2009]\d{3}){1,4}(?:[.,]\d{1,2})?(?![\d,.]\d|\d)"
        r"|\d{1,3}(?:[,.’']\d{2,3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,4})?(?!\d)"
    )
    ones = any_of([*written.units, *(s for s in written.scales if s in _LONG_SCALES)])
    joiners = any_of(written.joiners)
    spelled = rf"(?:{ones})(?:(?:[-‐‑\s]{{1,2}}(?:(?:{joiners})\s)?)(?:{ones})){{0,6}}"
    if written.is_compounding:
        parts = any_of([*written.units, *written.scales, "und"])
        half = written.half_ending or "(?!)"
        spelled = rf"(?:{parts}){{1,7}}(?:{half})?(?!\w)|{spelled}"
    scale = any_of([s for s in written.scales if len(s) > 2])
    short = r"(?:(?<=mrd|mio)\.(?=\s\w))?"  # "800 Mrd. Dollar"
    scales = rf"(?:[\s\u00a0\u202f-]{{1,2}}(?:{scale})(?![^\W\d_]){short}){{0,2}}"
    return rf"(?:(?:{digits})|{spelled}){scales}"


@lru_cache(maxsize=16)
def amount_pattern(language: str) -> re.Pattern[str]:
    """The pattern whose matches `amounts` reads; the names of its groups are its contract."""
    written = language_of(language).numbers
    plain = plain_number(language)
    before = currencies.before_number()
    ranges = any_of(written.ranges)
    between = any_of(written.between)
    joiners = any_of(written.joiners)
    parts = any_of(written.parts_of)
    one_word = r"(?:[^\W\d_]{2,15}\s)?" if language in {"fr", "es"} else ""
    # "and" makes a range behind "between" alone, or before "possibly": else it goes on.
    both = rf"(?(between)(?:{joiners})|(?:{joiners})(?={GAP}(?:possibly|as{GAP}many)))"
    link = (
        rf"\s?[-–]\s?|{GAP}(?:{ranges}|{both})(?:{GAP}possibly)?"
        rf"(?:{GAP}as{GAP}many{GAP}as{GAP}|{GAP}up{GAP}to{GAP}|{GAP})"
        rf"|{GAP}{one_word}(?:{parts}){GAP}"
    )
    money = currencies.after_number(language)
    units = any_of({*written.measures, *written.durations})
    durations = any_of(written.durations)
    unit = (
        rf"[\s\u00a0\u202f-]{{0,2}}(?P<points>{any_of(written.percentage_points)})(?!\w)"
        rf"|\s?(?P<basis>{any_of(written.basis_points)})(?!\w)"
        rf"|\s?(?P<mille>‰|{any_of(written.per_mille)})"
        rf"|[\s\u00a0\u202f-]?(?P<percent>%|(?:pct|{any_of(written.percent)})\b)"
        rf"|[\s\u00a0\u202f-](?:US{GAP})?(?:d['’]|de{GAP})?(?P<money>{money})(?!\w)"
        rf"|\s?(?P<euro>€|£|¥|₽|zł|Kč)"
        rf"|[\s\u00a0\u202f-](?:U\.?S\.?\s)?(?P<cents>{any_of(written.cents)})(?!\w)"
        r"|(?P<pence>(?<=\d)p)\b"
        rf"|[\s\u00a0\u202f-]{{0,2}}(?P<measure>{units})(?![^\W\d_])"
        rf"(?P<longer>(?:,?{GAP}(?:(?:{joiners}){GAP})?)(?P<rest>{plain}){GAP}"
        rf"(?P<smaller>{durations})(?!\w))?"
    )
    return re.compile(
        rf"(?<![\w.,/:#-])(?:(?P<bound>{any_of(written.bounds)}){GAP})?"
        rf"(?P<between>(?:{between}){GAP})?"
        rf"(?P<minus>(?:{any_of(written.minus)})\s(?=\d)|(?<=\s)[-−](?=\d))?"
        rf"(?P<sign>{before})?(?P<number>{_special(language)}|{plain}(?:{_SHORT})?)"
        rf"(?:(?P<unit1>[\s\u00a0]?%|[\s-](?:{units}))?(?P<second>(?P<link>{link})(?:{before})?"
        rf"(?P<number2>{plain}(?:{_SHORT})?)(?!\w)))?"
        rf"(?P<more>{GAP}or{GAP}more)?(?:{unit})?",
        re.IGNORECASE,
    )


def _special(language: str) -> str:
    """Numbers that are no plain ones: parts of a whole, vague ones, none, a dozen."""
    written = language_of(language).numbers
    fractions = any_of(f for f in written.fractions if f not in written.halves)
    lead = any_of([*written.articles, *written.units])
    found = [rf"(?:{any_of(written.vague)})(?!\w)"]
    if language == "en":
        some = rf"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|\d)[\s-])(?:{fractions})s?"
        than = r"more|less|fewer|cheaper|dearer|lower|higher|larger|smaller|bigger|shorter"
        found += [
            rf"{some}{GAP}of{GAP}an?{GAP}(?:thousand|million|billion|trillion)",
            rf"(?P<part>(?:{some}|half)(?:{GAP}of)?{GAP}an?{GAP})"
            rf"(?=percentage point|percent\b|point\b|(?:{any_of(written.measures)})\b)",
            rf"{some}(?={GAP}(?:of|the|{than})\b)(?!{GAP}of{GAP}an?{GAP}(?:century|hour|mile))",
            rf"(?<=by\s)(?:{some}|half)\b",
            rf"(?<=which\s){some}\b",
            rf"(?:two|three|four|five|six|seven|eight|nine)[\s-](?:{fractions})s\b",
            r"(?<!first\s)(?<!second\s)(?<!latter\s)(?<!other\s)(?<!last\s)(?<!the\s)(?<!-)"
            r"half(?=\s(?:of|the|its|their|his|her|all)\b)|(?<=than\s)half\b",
            r"(?:(?:half|one|two|three|four|five|six)\s)?(?:an?\s)?dozen(?!s)",
            r"an?\scouple\sof\s(?:hundred|thousand|dozen|million)",
            r"an?\s(?:million|billion)\sand\sa\shalf",
            rf"(?:{plain_number(language)})\sand\sa\shalf(?:\s(?:million|billion|thousand))?",
            r"half\san?\s(?:million|billion|dozen|thousand)",
            r"an?\s(?:couple|score|hundred|thousand|million|billion|handful|trio)(?!s)"
            r"(?:\s(?:thousand|million|billion)(?!s))?",
            rf"not{GAP}(?:a{GAP}single{GAP})?one(?={GAP}of)|neither(?={GAP}of)",
            rf"no{GAP}one|nobody|none|no(?={GAP}(?:\w{{1,12}}{GAP})?"
            r"(?:injur|casualt|death|fatal|victim|arrest|people))",
            r"another(?=\s(?:[a-z]{1,14}ly\s)?(?:injured|wounded|killed|hurt|missing|dead|died"
            r"|arrested|detained)\b)",
            rf"an?\s(?:{_ORDINALS})(?=\s(?:{_BEHIND_ORDINAL})\b)",
        ]
    elif written.fractions:
        found += [
            rf"(?:{lead}){GAP}(?:{any_of(written.fractions)})(?!\w)",
            rf"(?:{lead}){GAP}(?:{any_of(written.around)})(?!\w)",
            rf"(?:{any_of(written.nought)})(?!\w)",
        ]
    return "|".join(found)
