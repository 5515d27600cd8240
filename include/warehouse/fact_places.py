"""Where facts stand: in which text, read by which extraction, and each place once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol


class Fact(Protocol):
    """A fact of any kind: where it stands in its text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """One extraction of one text."""

    extraction_id: int
    text_id: int

    def at(self, fact: Fact) -> dict[str, Any]:
        """What the row of every fact begins with."""
        return {
            "extraction_id": self.extraction_id,
            "text_id": self.text_id,
            "start_char": fact.start,
            "end_char": fact.end,
            "text": fact.text,
        }


def once[Found: Fact](facts: Iterable[Found]) -> list[Found]:
    """The facts, of several at one place the first."""
    seen: set[tuple[int, int]] = set()
    kept: list[Found] = []
    for fact in facts:
        if (fact.start, fact.end) not in seen:
            seen.add((fact.start, fact.end))
            kept.append(fact)
    return kept
