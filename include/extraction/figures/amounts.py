"""Numbers in a text with their bounds, scale, currency or measure: the spans of figures.

A pass of one pattern whose every repetition is bounded; the value is read from the match, in
exact decimals. What the number counts is decided elsewhere (`kinds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from include.extraction.figures import currencies
from include.extraction.figures.patterns import amount_pattern
from include.extraction.reading.numbers import exact_digits, exact_words
from include.languages import language as language_of
from include.languages.record import Language

_SHORT_SCALES = {
    "k": 1000,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
_SHORT = re.compile(r"([\d.,]+)\s?(bn|mn|mln|m|tn|trn|k|b)")
_SCALE_AT_END = re.compile(r"(trillion|billion|million|thousand|hundred|bn|mn|tn|m|k)s?$")
_TRUE_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_TRUE_SCALES |= {"trillion": 10**12, **_SHORT_SCALES}
_WHOLE = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100})
_RATES = frozenset({1000, 10_000, 100_000, 1_000_000})
#: Bounds that do not belong to the span of the figure.
UNSPANNED = frozenset({"only", "just", "exactly"})
_LOOK_BACK = 60
_DOZENS = {"dozen": 12, "couple": 2, "score": 20, "handful": 5, "trio": 3}
_MONTHS_A_YEAR = Decimal(12)
_SMALLER = {
    ("year", "month"): Decimal(12),
    ("month", "day"): Decimal(30),
    ("week", "day"): Decimal(7),
    ("day", "hour"): Decimal(24),
    ("hour", "minute"): Decimal(60),
    ("minute", "second"): Decimal(60),
}
_VOTES = re.compile(
    r"\b(?:vot|ballot|motion|beat|beaten|won|win|lost|lose|defeat|drew|draw|by a score)", re.I
)
_COUNTED = re.compile(
    r"\s(?:more\s|of\s(?:the\s)?)?(?:seats|medals|states|districts|councils)\b", re.I
)
Reading = tuple[Decimal | None, bool, str | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written: `low`/`high` are None at an open end.

    `unit` is an ISO 4217 code or the name of money, "percent", "percentage_point",
    "basis_point", "per_mille", "fraction" or a singular measure, else None; `is_duration` where
    that measures time. `start`/`end` hold bounds and unit, `number_start`/`number_end` the bare
    number.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: Decimal | None
    high: Decimal | None
    bound: str
    unit: str | None
    is_vague: bool = False
    is_bare_digits: bool = False
    is_money: bool = False
    is_duration: bool = False
    is_one_of_many: bool = False
    is_score: bool = False

    @property
    def is_nought(self) -> bool:
        """Whether it says that there is none."""
        return self.low == 0 == self.high


def find_amounts(text: str, language: str) -> Iterator[Amount]:
    """The amounts of a text in order, dates and numbers of streets among them still."""
    pattern, known = amount_pattern(language), language_of(language)
    at = 0
    while (match := pattern.search(text, at)) is not None:
        amount = _read(match, text, known)
        at = max(match.start() + 1, amount.end if amount else match.end("number"))
        end = amount.end if amount else 0
        if amount is None or (end < len(text) and text[end].isalnum() and text[end - 1].isalnum()):
            continue
        yield amount


def _value(text: str, known: Language) -> Reading:
    """(value, whether vague, unit if a fraction) of the words of a number."""
    written, code = known.numbers, known.code
    lowered = " ".join(text.casefold().split()).removesuffix(".")
    if lowered in written.vague:
        return Decimal(written.vague[lowered]), True, None
    if lowered == "another":
        return Decimal(1), False, None
    if lowered in written.nought:
        return Decimal(0), False, None
    short = _SHORT.fullmatch(lowered)
    if short:
        base = exact_digits(short[1], code)
        return (base * _SHORT_SCALES[short[2]] if base is not None else None), False, None
    plain = exact_digits(lowered, code)
    if plain is not None:
        return plain, False, None
    pieces = lowered.replace("-", " ").split()
    special = _special(pieces, known)
    if special is not None:
        return special
    return exact_words(pieces, code), False, None


def _special(pieces: list[str], known: Language) -> Reading | None:
    """The reading of a part, of about a dozen, of "a fourth"; None where it is none of these."""
    written, code = known.numbers, known.code
    last = pieces[-1]
    if last in written.halves and written.joiners.intersection(pieces):
        return None  # "a million and a half"
    if pieces[-2:-1] and pieces[-2] in {"a", "an"} and "of" in pieces:  # "a quarter of a billion"
        part = _special(pieces[: pieces.index("of")], known)
        scale = exact_words([last], code)
        if part is not None and part[0] is not None and scale is not None:
            return part[0] * scale, False, None
    name = last if last in written.fractions else last.removesuffix("s")
    if last in {"a", "an"}:  # "half a …", "a quarter of a …"
        inner = [piece for piece in pieces[:-1] if piece != "of"]
        return _special(inner, known) if inner else None
    if name in written.fractions and (len(pieces) < 3 or "half" not in pieces[:1]):
        top = Decimal(1)
        lead = [p for p in pieces[:-1] if p not in written.articles or p in written.units]
        if lead:
            top = exact_words(lead, code) or Decimal(1)
        return round(top / written.fractions[name], 6), False, "fraction"
    if code == "en" and (last in _DOZENS or pieces[-3:-1] == ["couple", "of"]):
        if pieces[-3:-1] == ["couple", "of"]:
            scale = Decimal(12) if last == "dozen" else exact_words([last], code)
            return (Decimal(2) * scale if scale else None), True, None
        lead = [p for p in pieces[:-1] if p not in {"a", "an"}]
        times = exact_words(lead, code) if lead else Decimal(1)
        return (times or Decimal(1)) * _DOZENS[last], last == "handful", None
    if last in written.around and pieces[0] in {*written.articles, *written.units}:
        return Decimal(written.around[last]), True, None
    if pieces[0] == "half" and len(pieces) > 2:
        scale = exact_words(pieces[1:], code)
        return (scale / 2 if scale else None), False, None
    if code == "en" and pieces[0] in {"a", "an"} and exact_words(pieces, code) is None:
        return Decimal(1), False, None  # "a fourth was treated"
    return None


def _read(match: re.Match[str], text: str, known: Language) -> Amount | None:
    value, vague, unit = _value(match["number"], known)
    if value is None:
        return None
    written = known.numbers
    word = " ".join((match["bound"] or "").casefold().split())
    bound = written.bounds.get(word, "exact")
    starts = ("bound", "between", "minus", "sign", "number")
    start = min(match.start(name) for name in starts if match[name])
    if word in UNSPANNED:
        start = min(match.start(name) for name in starts[1:] if match[name])
    end = number_end = match.end("number")
    low: Decimal | None = value
    high: Decimal | None = value
    joined = _second(match, text, value, known) if match["second"] else None
    if joined is not None and _is_step_in_percent(match):
        joined = None  # "fell 0.9% to 8.14"
    if joined is not None:
        low, high, joint, part = joined
        bound = bound if part else joint
        unit = part or unit
        number_end = match.end("number2")
    if joined is not None or not match["second"]:
        end = match.end()
    if joined is None and match["second"] and match["unit1"]:
        end = match.end("unit1")  # "from eight years to five"
    own, is_duration = _unit(match, known, has_range=joined is not None)
    unit = own or unit
    if match["smaller"] and end == match.end() and low == high and joined is None:
        longer = _longer(match, value, unit, known)
        if longer is None:
            end = match.start("longer")
        else:
            low = high = longer[0]
            unit = longer[1]
    if match["minus"]:
        low, high = (-high if high is not None else None), (-low if low is not None else None)
    if (match["cents"] or match["pence"]) and unit is None and low is not None and high is not None:
        low, high = low / 100, high / 100
        unit = "GBP" if match["pence"] else _whole_money(text)
    if low == high:
        if match["more"]:
            bound = "at_least"
        if vague:
            bound = "about" if bound == "exact" else bound
            high = None if _is_plural(match["number"], known) else high
        if bound == "at_least":
            high = None
        elif bound == "at_most":
            low = None
    return Amount(
        start=start,
        end=end,
        number_start=match.start("number"),
        number_end=number_end,
        low=_tidy(low),
        high=_tidy(high),
        bound=bound,
        unit=unit,
        is_vague=vague,
        is_bare_digits=match["number"].isdigit() and end == match.end("number"),
        is_money=bool(
            match["sign"] or match["money"] or match["euro"] or match["cents"] or match["pence"]
        )
        and unit is not None,
        is_duration=is_duration,
        is_one_of_many=value == 1 and match["number"].casefold().startswith(("a ", "an ")),
    )


def _is_step_in_percent(match: re.Match[str]) -> bool:
    """Whether the first number is a share, and the second none."""
    first = (match["unit1"] or "").strip(" \u00a0")
    return first == "%" and not (match["percent"] or match["points"])


def _tidy(value: Decimal | None) -> Decimal | None:
    """A number without the noughts that arithmetic leaves behind the point."""
    if value is None:
        return None
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _is_plural(number: str, known: Language) -> bool:
    """Whether a vague number leaves its end open: "hundreds", and not "a couple of hundred"."""
    return " ".join(number.casefold().split()) in known.numbers.vague


def _unit(match: re.Match[str], known: Language, *, has_range: bool) -> tuple[str | None, bool]:
    """(unit, whether it measures time) of a match."""
    written = known.numbers
    if match["sign"]:
        return currencies.code_of(match["sign"].strip(), known.code), False
    if match["unit1"] and not has_range and match["second"]:
        first = match["unit1"].strip(" -\u00a0").casefold()
        if first == "%":
            return "percent", False
        return written.measures.get(first) or written.durations.get(first), (
            first in written.durations
        )
    if match["points"] or _part_of(match, "percentage point"):
        return "percentage_point", False
    if match["basis"]:
        return "basis_point", False
    if match["mille"]:
        return "per_mille", False
    if match["percent"]:
        return "percent", False
    if match["euro"]:
        return currencies.code_of(match["euro"], known.code), False
    if match["money"]:
        return currencies.code_of(match["money"], known.code), False
    if match["measure"]:
        name = " ".join(match["measure"].casefold().split())
        return written.measures.get(name) or written.durations.get(name), (
            name in written.durations
        )
    return None, False


def _part_of(match: re.Match[str], whole: str) -> bool:
    """Whether a number is "half a …" or "a quarter of a …" of a unit."""
    named = match.re.groupindex.get("part") is not None and match["part"]
    return bool(named) and match.string[match.end("number") :].casefold().startswith(whole)


def _longer(
    match: re.Match[str], value: Decimal, unit: str | None, known: Language
) -> tuple[Decimal, str] | None:
    """(value, unit) of "seven years and three months", in the greater unit where that is exact."""
    rest, _, _ = _value(match["rest"], known)
    smaller = known.numbers.durations[match["smaller"].casefold()]
    ratio = _SMALLER.get((unit or "", smaller))
    if rest is None or ratio is None or rest >= ratio:
        return None
    if ratio == _MONTHS_A_YEAR:
        both = value + rest / ratio
        if both == round(both, 4):
            return both, unit or smaller
    return value * ratio + rest, smaller


def _whole_money(text: str) -> str:
    """Which money cents are of: the euro where a text names that alone, else the dollar."""
    return "EUR" if ("€" in text or "euro" in text.casefold()) and "$" not in text else "USD"


def _second(
    match: re.Match[str], text: str, first: Decimal, known: Language
) -> tuple[Decimal, Decimal, str, str | None] | None:
    """The reading of "N to M", "N or M", "between N and M", "six in ten"; None if it is none."""
    second, _, _ = _value(match["number2"], known)
    if second is None:
        return None
    written = known.numbers
    link = " ".join(match["link"].casefold().split())
    if any(link == part or link.endswith(f" {part}") for part in written.parts_of):
        if known.code == "en" and link in {"in", "out of"} and match["unit1"]:
            return None
        if second in _RATES and first <= second:
            return first, first, "exact", f"per_{int(second)}"
        if second in _WHOLE and first <= second:
            part = round(first / second, 6)
            return part, part, "exact", "fraction"
        return None
    scale = _SCALE_AT_END.search(match["number2"].casefold())
    own = _SCALE_AT_END.search(match["number"].casefold())
    if scale and own is None and first < 1000:
        scaled = first * _TRUE_SCALES[scale[1]]
        first = scaled if scaled < second else first
    head = link.split()[0] if link else "-"
    if head in written.joiners:
        wide = match["between"] or "possibly" in link or "as many as" in link
        return (first, second, "between", None) if wide and first < second else None
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()].casefold()
    words = re.findall(r"[^\W\d_]+", before)
    if head not in {"-", "–", "or", "ou", "oder", "o", "u"} and words:
        is_won = _VOTES.search(before[-40:]) is not None
        if words[-1] in written.steps or (is_won and not _COUNTED.match(text, match.end())):
            return None
        is_from = words[-1] in written.froms
        if is_from and not written.ranging.intersection(words[-4:]):
            figures = known.figures
            changed = (figures.rising | figures.falling).intersection(words)
            if known.code == "en" or changed:
                return None
    if head in {"-", "–"} and _VOTES.search(before[-40:]) and match.end() == match.end("number2"):
        return None
    if first < second and (head not in {"-", "–"} or second < 10 * first or first > 9):
        return first, second, "between", None
    return None
