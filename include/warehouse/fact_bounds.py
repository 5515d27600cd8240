"""How many facts of one text are stored, and of how many bytes: bounds that no report meets.

A page of 82 KB that is made for it gives thousands of facts that overlap, each of a length
with the text; all that works on facts later would pay for them. What is cut is counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from include.records import ExtractedText

MOST_FACTS = 5_000
"""Of each kind, in one text."""
MOST_BYTES = 2_000_000
"""Of all texts of one kind, in UTF-8."""
_KINDS = (
    "mentions",
    "quotes",
    "left_out",
    "figures",
    "times",
    "places",
    "events",
    "keywords",
)


def within_bounds(found: ExtractedText) -> tuple[ExtractedText, int]:
    """What is stored of a text's facts, the first of each kind, and how many were cut."""
    kept = {kind: tuple(_first(getattr(found, kind))) for kind in _KINDS}
    cut = sum(len(getattr(found, kind)) - len(some) for kind, some in kept.items())
    fields: dict[str, Any] = kept
    return (replace(found, **fields), cut) if cut else (found, 0)


def _first(facts: Iterable[Any]) -> Iterable[Any]:
    left = MOST_BYTES
    for number, fact in enumerate(facts):
        left -= _bytes(fact)
        if number == MOST_FACTS or left < 0:
            return
        yield fact


def _bytes(fact: Any) -> int:
    parts = getattr(fact, "fragments", ())
    return sum(
        4 * len(part.text) if not part.text.isascii() else len(part.text) for part in (fact, *parts)
    )
