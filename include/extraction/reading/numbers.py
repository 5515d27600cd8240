"""Numbers as news writes them: digits with separators, number words, scales.

Words, decimal and thousands signs by language. Pure functions on strings; None where a
string is no number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from include.extraction.reading.tuned import TUNED
from include.languages import language as language_of

# Languages without a file whose decimal sign is a comma, too.
_COMMA_IS_DECIMAL = frozenset(str.split("pl ru uk tr sv da no fi cs"))
_SPACES = re.compile(r"[\u0020\u00a0\u202f\u2009'’]")
_ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,6})?")
_DOTTED_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?")
_PLAIN = re.compile(rf"\d{{1,{TUNED.most_digits}}}(?:\.\d{{1,9}})?")


def exact_digits(text: str, language: str = "en") -> Decimal | None:
    """The value of "1,200", "1.200,5", "1 200" or "54.2" by the habit of `language`.

    In English a comma before three digits separates thousands; elsewhere a point
    does, and a comma is the decimal sign. Not a number, or too long a one: None.
    """
    written = language_of(language).numbers
    bare = _SPACES.sub("", text)
    if not bare or len(bare) > TUNED.most_digits or not bare[0].isdigit() or not bare.isascii():
        return None
    if written.decimal == "," or language in _COMMA_IS_DECIMAL:
        if _DOTTED_GROUPS.fullmatch(bare):
            bare = bare.replace(".", "")
        bare = bare.replace(",", ".")
    elif _ENGLISH_GROUPS.fullmatch(bare):
        bare = bare.replace(",", "")
    try:
        return Decimal(bare) if _PLAIN.fullmatch(bare) else None
    except ArithmeticError:
        return None


def exact_words(words: Sequence[str], language: str = "en") -> Decimal | None:
    """The value of number words in lower case, "two hundred and five" → 205.

    Digits may open the sequence ("1.5", "million"). Hyphens are split. Words that
    are no part of a number, or none at all: None.
    """
    written = language_of(language).numbers
    units, scales = written.units, written.scales
    parts = [piece for word in words for piece in re.split(r"[-‐‑\s]", word) if piece]
    total = current = Decimal(0)
    seen = article = False
    for place, part in enumerate(parts):
        if part in written.joiners:
            continue
        if part in {"a", "an"} and language == "en":
            article = True
        elif part in written.halves:
            if seen and not current:  # "a million and a half"
                total += total / 2
            else:
                current += Decimal("0.5")
            seen = True
        elif part in units:
            small = units[part]
            if language == "fr" and small == 20 and current % 100 == 4:
                current += 76  # quatre-vingts
            else:
                current += small
            seen = True
        elif part in scales or part.rstrip("s") in scales:
            factor = scales.get(part) or scales[part.rstrip("s")]
            if article and not seen:
                current = Decimal(1)
            behind = parts[place + 1] if place + 1 < len(parts) else ""
            if factor == 100:
                current = (current or Decimal(1)) * 100
            elif not current and total:  # "12 lakh crore", "four million million"
                total *= factor
            elif behind in scales and scales[behind] > 100:
                current = (current or Decimal(1)) * factor
            else:
                total += (current or Decimal(1)) * factor
                current = Decimal(0)
            seen = True
        elif part == "vingts" and language == "fr":
            current, seen = current + 76, True
        elif (whole := _compound(part, language)) is not None:
            current, seen = current + whole, True
        else:
            digits = exact_digits(part, language)
            if digits is None:
                return None
            current, seen = current + digits, True
    return total + current if seen else None


def _compound(word: str, language: str) -> Decimal | None:
    """The value of a number word written as one: "dreiundzwanzig", "viereinhalb"."""
    written = language_of(language).numbers
    half = written.half_ending
    if half and word.endswith(half):
        below = written.units.get(word[: -len(half)])
        return Decimal(below) + Decimal("0.5") if below is not None else None
    if not written.is_compounding:
        return None
    for scale in ("tausend", "hundert"):
        before, found, behind = word.partition(scale)
        if found:
            lead = _compound(before, language) if before else Decimal(1)
            rest = _compound(behind.removeprefix("und"), language) if behind else Decimal(0)
            if lead is None or rest is None:
                return None
            return lead * written.scales[scale] + rest
    if word in written.units:
        return Decimal(written.units[word])
    one, _, ten = word.partition("und")
    if one in written.units and written.units.get(ten, 0) >= 20:
        return Decimal(written.units[one] + written.units[ten])
    return None


def value_of_digits(text: str, language: str = "en") -> float | None:
    """As `exact_digits`, for arithmetic that needs no exact decimals."""
    value = exact_digits(text, language)
    return float(value) if value is not None else None


def value_of_words(words: Sequence[str], language: str = "en") -> float | None:
    """As `exact_words`, for arithmetic that needs no exact decimals."""
    value = exact_words(words, language)
    return float(value) if value is not None else None
