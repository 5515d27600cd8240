"""Numbers in a text with their bounds, scale, currency or measure: the spans of figures.

A pass of one pattern whose every repetition is bounded; the value is read from the
match. What the number counts is decided elsewhere (figure_kinds).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from include.extraction.figures import words
from include.extraction.reading.numbers import value_of_digits, value_of_words
from include.languages import language as language_of

_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_SHORT_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "k": 1000,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
}
_LONG_SCALES = frozenset(str.split("hundred thousand million billion trillion cent mille hundert"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written: `low`/`high` are None at an open end.

    `unit` is an ISO 4217 code, "percent", "fraction" or a singular measure, else None.
    `start`/`end` hold bounds and unit, `number_start`/`number_end` the bare number.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: float | None
    high: float | None
    bound: str
    unit: str | None
    is_vague: bool = False
    is_bare_digits: bool = False


def _any(options: list[str]) -> str:
    """A pattern of any of the phrases, the longest first; of none, one that never matches."""
    return (
        "|".join(
            re.escape(w).replace(r"\ ", r"\s{1,2}") for w in sorted(options, key=len, reverse=True)
        )
        or r"(?!)"
    )


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    written = language_of(language).numbers
    gap = r"[\s\u00a0\u202f]{1,2}"
    digits = r"\d{1,3}(?:[,.’']\d{2,3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,4})?(?!\d)"
    if language != "en":
        digits = r"\d{1,3}(?:[\u0020\u00a0\u202f]\d{3}){1,4}(?:,\d{1,2})?(?!\d)|" + digits
    ones = _any([*written.units, *(s for s in written.scales if s in _LONG_SCALES)])
    joiner = r"(?:[-‐‑\s]{1,2}(?:(?:and|et|und)\s)?)"
    spelled = rf"(?:{ones})(?:{joiner}(?:{ones})){{0,6}}"
    scale = _any([s for s in written.scales if len(s) > 2])
    short = r"(?:bn|mn|m|tn|k)\b"
    vague = _any(list(written.vague))
    fraction = (
        rf"(?:(?:an?|one|two|three|four)[\s-])?(?:half|third|thirds|quarter|quarters|fifths?"
        rf"|tenths?)"
        rf"(?={gap}of\b|{gap}the\b)"
    )
    zero = (
        rf"no{gap}one|nobody|none|no(?={gap}(?:\w{{1,12}}{gap})?"
        r"(?:injur|casualt|death|fatal|victim|arrest|people))"
    )
    dozen = (
        r"(?:(?:half|one|two|three|four|five|six)\s)?(?:an?\s)?dozen(?!s)|an?\s(?:couple"
        r"|score|hundred"
        r"|thousand|million|billion|handful|trio)(?!s)|half\san?\s(?:million|billion|dozen"
        r"|thousand)"
    )
    alone = (
        r"another(?=\s(?:[a-z]{1,14}ly\s)?(?:injured|wounded|killed|hurt|missing|dead|died"
        r"|arrested|detained)\b)"
    )
    number = (
        rf"(?:{fraction})|(?:{vague})|(?:{dozen})|{zero}|{alone}"
        rf"|(?:(?:{digits})|{spelled})(?:[\s-]{{1,2}}(?:{scale})(?![a-z]))?(?:{short})?"
    )
    plain = rf"(?:(?:{digits})|{spelled})(?:[\s-]{{1,2}}(?:{scale})(?![a-z]))?"
    bounds = _any(list(written.bounds))
    signs = _any(list(words.CURRENCY_SIGNS))
    money = _any(list(written.currencies))
    measures = "|".join(words.MEASURES.replace("square ", "square~").split()).replace("~", " ")
    return re.compile(
        rf"(?<![\w.,/:#-])(?:(?P<bound>{bounds}){gap})?(?P<between>(?:between|zwischen"
        rf"|entre){gap})?"
        rf"(?P<sign>(?:{signs})\s?)?(?P<number>{number})"
        rf"(?P<second>(?P<link>\s?[-–]\s?|{gap}(?:to|or|and|à|bis|et|und|of|in|out{gap}of)"
        rf"(?:{gap}possibly)?{gap}(?:as{gap}many{gap}as{gap}"
        rf"|up{gap}to{gap})?)(?:{signs})?(?P<number2>{plain})(?![\w%]))?"
        rf"(?P<more>{gap}or{gap}more)?"
        rf"(?:\s?(?P<percent>%|per\s?cent\b|percent\b|pour\s?cent\b|prozent\b)"
        rf"|[\s\u00a0-](?:US{gap})?(?P<money>(?:{money})s?)\b|\s?(?P<euro>€|£)"
        rf"|{gap}(?P<measure>{measures})\b)?",
        re.IGNORECASE,
    )


def find_amounts(text: str, language: str) -> Iterator[Amount]:
    """The amounts of a text in order, dates and numbers of streets among them still."""
    for match in _pattern(language).finditer(text):
        if (
            match.end() < len(text)
            and text[match.end()].isalnum()
            and text[match.end() - 1].isalnum()
        ):
            continue
        amount = _read(match, language)
        if amount is not None:
            yield amount


def _value(text: str, language: str) -> tuple[float | None, bool, str | None]:
    """(value, whether vague, unit if a fraction) of the words of a number."""
    lowered = " ".join(text.casefold().split())
    written = language_of(language).numbers
    if lowered in written.vague:
        return float(written.vague[lowered]), True, None
    if lowered == "another":
        return 1.0, False, None
    if lowered in {"no one", "nobody", "none", "no"}:
        return 0.0, False, None
    pieces = lowered.replace("-", " ").split()
    last = pieces[-1].rstrip("s") if pieces[-1] != "half" else "half"
    if last in _FRACTIONS:
        top = value_of_words(pieces[:-1]) if len(pieces) > 1 else 1.0
        return round((top or 1.0) * _FRACTIONS[last], 4), False, "fraction"
    if pieces[-1] in {"dozen", "couple", "score", "handful", "trio"}:
        size = {"dozen": 12, "couple": 2, "score": 20, "handful": 5, "trio": 3}[pieces[-1]]
        lead = [p for p in pieces[:-1] if p not in {"a", "an"}]
        times = value_of_words(lead) if lead else 1.0
        return (times or 1.0) * size, pieces[-1] == "handful", None
    if pieces[0] == "half" and len(pieces) > 2:
        scale = value_of_words(pieces[1:])
        return (scale / 2 if scale else None), False, None
    short = re.fullmatch(r"([\d.,]+)\s?(bn|mn|m|tn|k)", lowered)
    if short:
        base = value_of_digits(short[1], language)
        return (base * _SHORT_SCALES[short[2]] if base is not None else None), False, None
    plain = value_of_digits(lowered, language)
    if plain is not None:
        return plain, False, None
    return value_of_words(pieces, language), False, None


def _read(match: re.Match[str], language: str) -> Amount | None:
    value, vague, unit = _value(match["number"], language)
    if value is None:
        return None
    start, end = match.start(), match.end()
    word = " ".join((match["bound"] or "").casefold().split())
    written = language_of(language).numbers
    bound = written.bounds.get(word, "exact")
    if word in words.UNSPANNED_BOUNDS:
        start = match.start("between") if match["between"] else match.start("number")
        start = match.start("sign") if match["sign"] else start
    low: float | None = value
    high: float | None = value
    number_end = match.end("number")
    if match["second"]:
        joined = _second(match, value, language)
        if joined is None:
            end = number_end
        else:
            low, high, bound, unit = joined
            number_end = match.end("number2")
    if end > number_end or match["sign"] or not match["second"]:
        unit = _unit(match, written.currencies) or unit
    if low == high:
        if match["more"]:
            bound = "at_least"
        if vague:
            bound, high = "about" if bound == "exact" else bound, None
        if bound == "at_least":
            high = None
        elif bound == "at_most":
            low = None
    return Amount(
        start=start,
        end=end,
        number_start=match.start("number"),
        number_end=number_end,
        low=low,
        high=high,
        bound=bound,
        unit=unit,
        is_vague=vague,
        is_bare_digits=match["number"].isdigit() and end == match.end("number"),
    )


def _unit(match: re.Match[str], currencies: Mapping[str, str]) -> str | None:
    if match["percent"]:
        return "percent"
    if match["sign"]:
        sign = match["sign"].strip()
        if sign in {"r", "rm", "rs"}:
            return None
        return words.CURRENCY_SIGNS.get(sign) or words.CURRENCY_SIGNS.get(sign.upper())
    if match["euro"]:
        return words.CURRENCY_SIGNS[match["euro"]]
    if match["money"]:
        name = " ".join(match["money"].casefold().split())
        return currencies.get(name) or currencies.get(name.rstrip("s"))
    if match["measure"]:
        name = match["measure"].casefold()
        return name[:-1] if name.endswith("s") else "square foot" if name.endswith("feet") else name
    return None


def _second(
    match: re.Match[str], first: float, language: str
) -> tuple[float, float, str, str | None] | None:
    """The reading of "N to M", "N or M", "between N and M", "N of M", "six in ten"."""
    second, _, _ = _value(match["number2"], language)
    if second is None:
        return None
    link = " ".join(match["link"].casefold().split())
    head = link.split()[0] if link else "-"
    scale = re.search(r"(million|billion|thousand|hundred)s?$", match["number2"].casefold())
    if scale and first < 1000 and head in {"to", "-", "–", "and", "or"}:
        scaled = first * _SHORT_SCALES[scale[1]]
        first = scaled if scaled < second else first
    if head in {"of", "out"}:
        return (first, first, "exact", None) if first <= second else None
    if head == "in":
        if second and first <= second and second in {2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100}:
            return round(first / second, 4), round(first / second, 4), "exact", "fraction"
        return None
    if head in {"and", "et", "und"}:
        wide = match["between"] or "possibly" in link or "as many as" in link
        return (first, second, "between", None) if wide and first < second else None
    if first < second and (head != "-" or second < 10 * first or first > 9):
        return first, second, "between", None
    return None
