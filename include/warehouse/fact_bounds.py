"""How many facts of one text are stored, and of how many bytes: bounds that no report meets.

A page of 82 KB that is made for it gives thousands of facts that overlap, each of a length
with the text; all that works on facts later would pay for them. What is cut is counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from include.records import ExtractedText

MOST_FACTS = 5_000
"""Of each kind, in one text."""
MOST_BYTES = 2_000_000
"""Of all that one kind of fact quotes, in UTF-8."""
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


def within_bounds(found: ExtractedText) -> ExtractedText:
    """What is stored of a text's facts, the first of each kind; how many were cut is counted."""
    kept = {kind: tuple(_first(getattr(found, kind))) for kind in _KINDS}
    cut = sum(len(getattr(found, kind)) - len(few) for kind, few in kept.items())
    some: dict[str, Any] = kept
    return replace(found, **some, cut=found.cut + cut) if cut else found


def _first(facts: Iterable[Any]) -> Iterable[Any]:
    left = MOST_BYTES
    for number, fact in enumerate(facts):
        left -= _bytes(fact)
        if number == MOST_FACTS or left < 0:
            return
        yield fact


def _bytes(value: Any) -> int:
    """The bytes of every text in a fact, of those within it too."""
    if isinstance(value, str):
        return len(value) if value.isascii() else 4 * len(value)
    if isinstance(value, tuple):
        return sum(map(_bytes, value))
    if is_dataclass(value):
        return sum(_bytes(getattr(value, one.name)) for one in fields(value))
    return 0
