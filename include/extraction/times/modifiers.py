"""How fuzzy a time is: TIMEX3's modifiers, by the words round the time itself."""

from __future__ import annotations

import re

# TIMEX3 (Pustejovsky et al. 2003) names these; the first that fits is taken.
_MODS = tuple(
    (mod, re.compile(pattern, re.IGNORECASE))
    for mod, pattern in (
        ("EQUAL_OR_MORE", r"\b(?:at least|no less than|not less than|au moins|mindestens)\b"),
        (
            "EQUAL_OR_LESS",
            r"\b(?:at most|up to|no more than|not more than|as many as|jusqu'à|höchstens"
            r"|bis zu)\b",
        ),
        ("MORE_THAN", r"\b(?:more than|over(?! (?:the|this|last|past|next)\b)|plus de|mehr als)\b"),
        ("LESS_THAN", r"\b(?:less than|fewer than|under|nearly|almost|moins de|weniger als)\b"),
        (
            "APPROX",
            r"\b(?:about|around|roughly|approximately|some|or so|environ|vers|etwa|rund|gegen)\b",
        ),
        (
            "START",
            r"\b(?:early|earlier this|beginning|start|opening|first part|dawn of|début|anfang)\b",
        ),
        ("MID", r"\b(?:mid|middle|mi|mitte)\b"),
        ("END", r"\b(?:late|later this|end|close|closing|fin|ende)\b"),
    )
)
_LONGEST = 80


def modifier(written: str, kind: str) -> str | None:
    """The modifier of a time expression as written, or None where it is plain.

    `kind` is its TIMEX3 type; a set ("every early morning") has none.
    """
    if kind == "SET":
        return None
    words = written[:_LONGEST]
    for mod, pattern in _MODS:
        if pattern.search(words):
            return mod
    return None
