"""Tuned numbers: each with its unit and where it comes from, in one frozen record a room.

A record stands in a room's `tuned.py`; `make mutate` changes each of its numbers and says which
changes no test notices.
"""

from __future__ import annotations

from dataclasses import field
from typing import Any


def number(value: float, *, unit: str, source: str) -> Any:
    """A field of a record of tuned numbers: its value, its unit, where it comes from."""
    return field(default=value, metadata={"unit": unit, "source": source})
