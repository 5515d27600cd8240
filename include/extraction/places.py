"""Mentions of places → positions."""

from __future__ import annotations

from collections.abc import Sequence

from include.records import Mention, Place


def find_places(
    text: str, mentions: Sequence[Mention], *, publisher_country: str | None = None
) -> tuple[Place, ...]:
    """The places of a text in order."""
    return ()
