"""How well a reading of bytes suits a language: by its letters, and by what no text holds."""

from __future__ import annotations

import re
from itertools import pairwise

from include.charsets.alphabets import Alphabet

# Marks of print in any language. All else beyond ASCII that is no letter speaks against a reading.
_MARKS = re.compile(
    "[\u00a0\u00a7\u00a9\u00ab\u00ad\u00ae\u00b0\u00b7\u00bb\u00bf\u00a1\u2010-\u2015\u2018-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u00a3\u2122\u2116\u00ba\u00aa\u00b2\u00b3\u00bd]"
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# A sign within a word; a capital behind a small letter; letters of two scripts in one word.
_TORN = re.compile(
    r"(?<=[^\W\d_])[^\w\s\x00-\x7f\u00ad\u00b7\u2018\u2019\u2010-\u2015\u2026\u0300-\u036f](?=[^\W\d_])|"
    r"[\x80-\x9f\ufffd\ue000-\uf8ff]|[\u00aa\u00b1-\u00b3\u00b9\u00ba\u00bd](?=[a-z])|(?<=[a-z]{2})[\u00aa\u00ba]"
)
_MIXED = re.compile(r"[A-Za-z][\u0370-\u06ff\u0e00-\u0e7f]|[\u0370-\u06ff\u0e00-\u0e7f][A-Za-z]")
_CASES = re.compile(r"[^\W\d_]{2,40}")
_NOT_OF_LANGUAGE = 0.4


def fit(text: str, alphabet: Alphabet) -> float:
    """From 1 (every character beyond ASCII is a letter of the language or a mark of print) down;
    below 0 where much of it is nothing anybody writes."""
    beyond = _BEYOND_ASCII.findall(text)
    if not beyond:
        return 0.0
    joined = "".join(beyond)
    known = len(alphabet.letter.findall(joined))
    # A closing mark alone is a letter misread: so are the Slovak ones of two standards.
    unpaired = abs(joined.count("\u00ab") - joined.count("\u00bb"))
    marks = len(_MARKS.findall(joined)) - unpaired
    other = len(joined) - known - marks
    torn = len(_TORN.findall(text)) + len(_MIXED.findall(text)) + _swapped(text)
    return (known + marks - _NOT_OF_LANGUAGE * other - 2 * torn) / len(joined)


def _swapped(text: str) -> int:
    """Words beyond ASCII in which a capital follows a small letter."""
    return sum(
        1
        for word in _CASES.findall(text)
        if not word.isascii()
        and not (word.islower() or word.istitle() or word.isupper())
        and any(a.islower() and b.isupper() for a, b in pairwise(word))
    )
