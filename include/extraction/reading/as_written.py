"""Facts of a text that was read in another form of equal length, with the words as written."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any


def as_written[T](fact: T, body: str) -> T:
    """The fact, or facts, with the `text` of every span taken from the body itself."""
    if isinstance(fact, tuple):
        return tuple(as_written(one, body) for one in fact)  # type: ignore[return-value]
    if not is_dataclass(fact) or isinstance(fact, type):
        return fact
    changes: dict[str, Any] = {}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if isinstance(value, tuple) or is_dataclass(value):
            changes[field.name] = as_written(value, body)
    if {"start", "end", "text"} <= {field.name for field in fields(fact)}:
        start, end = fact.start, fact.end  # type: ignore[attr-defined]
        changes["text"] = body[start:end]
    return replace(fact, **changes) if changes else fact
