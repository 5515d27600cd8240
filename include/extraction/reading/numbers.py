"""Numbers as news writes them: digits with separators, number words, scales.

English, French, German, Spanish and Italian words; decimal and thousands signs by
language. Pure functions on strings; None where a string is no number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ENGLISH = str.split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_FRENCH = str.split(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_GERMAN = str.split("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn")
_SPANISH = str.split(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
)
_ITALIAN = str.split("zero uno due tre quattro cinque sei sette otto nove dieci undici dodici")


def _count(words: Sequence[str]) -> dict[str, int]:
    return {word: value for value, word in enumerate(words)}


def _tens(words: str) -> dict[str, int]:
    return {word: 10 * value for value, word in enumerate(words.split(), start=2)}


UNITS: dict[str, dict[str, int]] = {
    "en": _count(_ENGLISH)
    | _tens("twenty thirty forty fifty sixty seventy eighty ninety")
    | {"fourty": 40},
    "fr": _count(_FRENCH)
    | _tens("vingt trente quarante cinquante soixante septante huitante nonante")
    | {"une": 1, "octante": 80},
    "de": _count(_GERMAN)
    | _tens("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
    | {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "zwo": 2}
    | {"vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18}
    | {"neunzehn": 19},
    "es": _count(_SPANISH)
    | _tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa")
    | {"un": 1, "una": 1},
    "it": _count(_ITALIAN)
    | _tens("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
    | {"un": 1, "una": 1},
}
SCALES: dict[str, dict[str, int]] = {
    "en": {
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "lakh": 10**5,
        "crore": 10**7,
        "m": 10**6,
        "mn": 10**6,
        "bn": 10**9,
        "tn": 10**12,
        "k": 1000,
    },
    "fr": {
        "cent": 100,
        "cents": 100,
        "mille": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
    },
    "de": {
        "hundert": 100,
        "tausend": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "mio": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "mrd": 10**9,
        "billionen": 10**12,
    },
    "es": {
        "cien": 100,
        "mil": 1000,
        "millón": 10**6,
        "millones": 10**6,
    },
    "it": {
        "cento": 100,
        "mila": 1000,
        "mille": 1000,
        "milione": 10**6,
        "milioni": 10**6,
        "miliardo": 10**9,
        "miliardi": 10**9,
    },
}
_COMMA_IS_DECIMAL = frozenset(str.split("fr de es it pt nl pl ru uk tr sv da no fi cs"))
_SPACES = re.compile(r"[\u0020\u00a0\u202f\u2009'’]")
_ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,6})?")
_DOTTED_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?")
_MAX_DIGITS = 18


def units_of(language: str) -> dict[str, int]:
    """Number words below a hundred in `language` (English where we have none)."""
    return UNITS.get(language, UNITS["en"])


def scales_of(language: str) -> dict[str, int]:
    """Words that multiply, in `language` (English where we have none)."""
    return SCALES.get(language, SCALES["en"])


def value_of_digits(text: str, language: str = "en") -> float | None:
    """The value of "1,200", "1.200,5", "1 200" or "54.2" by the habit of `language`.

    In English a comma before three digits separates thousands; elsewhere a point
    does, and a comma is the decimal sign. Not a number, or too long a one: None.
    """
    bare = _SPACES.sub("", text)
    if not bare or len(bare) > _MAX_DIGITS or not bare[0].isdigit() or not bare.isascii():
        return None
    if language in _COMMA_IS_DECIMAL:
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
    units, scales = units_of(language), scales_of(language)
    parts = [piece for word in words for piece in re.split(r"[-‐‑\s]", word) if piece]
    total = current = 0.0
    seen = article = False
    for part in parts:
        if part in {"and", "et", "und", "y", "e"}:
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
