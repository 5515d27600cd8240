"""What the parse tells of those that a number counts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What the parse says: the kind and the token that tells it, or that nothing befell them.

    `is_blocked`: the number belongs to another verb or noun, so no nearer word counts. `is_step`:
    it is by how much a toll changed.
    """

    kind: str | None = None
    token: int | None = None
    is_blocked: bool = False
    is_step: bool = False


NOTHING = Told()


def first_told(told: Told, other: Told) -> Told:
    """The first of two that tells of an event."""
    return told if told.kind is not None else other
