"""How fuzzy a time is: TIMEX3's modifiers, by the words of the time itself."""

from __future__ import annotations

import re
from functools import cache

from include.extraction.times.tuned import TUNED
from include.languages import language

_IN_ORDER = (
    "EQUAL_OR_MORE",
    "EQUAL_OR_LESS",
    "MORE_THAN",
    "LESS_THAN",
    "APPROX",
    "START",
    "MID",
    "END",
)
"""TIMEX3 (Pustejovsky et al. 2003) names these; the first that fits is taken."""


def modifier(written: str, kind: str, code: str) -> str | None:
    """The modifier of a time expression as written, or None where it is plain.

    `kind` is its TIMEX3 type; a set ("every early morning") has none. `code` is the language's.
    """
    if kind == "SET":
        return None
    words = written[: TUNED.longest_written]
    for mod, pattern in _patterns(code):
        if pattern.search(words):
            return mod
    return None


@cache
def _patterns(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    known = language(code).times.modifiers
    return tuple(
        (mod, re.compile(rf"\b(?:{'|'.join(known[mod])})\b", re.IGNORECASE))
        for mod in _IN_ORDER
        if mod in known
    )
