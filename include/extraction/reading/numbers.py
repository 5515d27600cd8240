"""Numbers as news writes them: digits with separators, number words, scales.

Words, decimal and thousands signs by language. Pure functions on strings; None where a
string is no number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from include.languages import language as language_of

# Languages without a file whose decimal sign is a comma, too.
_COMMA_IS_DECIMAL = frozenset(str.split("pl ru uk tr sv da no fi cs"))
_SPACES = re.compile(r"[\u0020\u00a0\u202f\u2009'’]")
_ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,6})?")
_DOTTED_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?")
_MAX_DIGITS = 18


def value_of_digits(text: str, language: str = "en") -> float | None:
    """The value of "1,200", "1.200,5", "1 200" or "54.2" by the habit of `language`.

    In English a comma before three digits separates thousands; elsewhere a point
    does, and a comma is the decimal sign. Not a number, or too long a one: None.
    """
    written = language_of(language).numbers
    bare = _SPACES.sub("", text)
    if not bare or len(bare) > _MAX_DIGITS or not bare[0].isdigit() or not bare.isascii():
        return None
    if written.decimal == "," or language in _COMMA_IS_DECIMAL:
        if _DOTTED_GROUPS.fullmatch(bare):
            bare = bare.replace(".", "")
        bare = bare.replace(",", ".")
    elif _ENGLISH_GROUPS.fullmatch(bare):
        bare = bare.replace(",", "")
    try:
        return float(bare)
    except ValueError:
        return None


def value_of_words(words: Sequence[str], language: str = "en") -> float | None:
    """The value of number words in lower case, "two hundred and five" → 205.

    Digits may open the sequence ("1.5", "million"). Hyphens are split. Words that
    are no part of a number, or none at all: None.
    """
    written = language_of(language).numbers
    units, scales = written.units, written.scales
    parts = [piece for word in words for piece in re.split(r"[-‐‑\s]", word) if piece]
    total = current = 0.0
    seen = article = False
    for part in parts:
        if part in written.joiners:
            continue
        if part in {"a", "an"} and not seen and language == "en":
            article = True
        elif part == "half" and not seen:
            current, seen = 0.5, True
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
                current = 1.0
            if factor == 100:
                current = (current or 1.0) * 100
            else:
                total += (current or 1.0) * factor
                current = 0.0
            seen = True
        elif part == "vingts" and language == "fr":
            current, seen = current + 76, True
        else:
            digits = value_of_digits(part, language)
            if digits is None:
                return None
            current, seen = current + digits, True
    return total + current if seen else None
