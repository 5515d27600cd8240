"""JSON lines in, JSON lines out: a bad line is one error record, never the end of the rest."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, TextIO

from dateutil.parser import isoparse


class BadRecord(ValueError):
    """An input record that cannot be used; the text says why."""


class Lines:
    """Reads records from a stream and writes records to another, counting what was bad."""

    def __init__(self, source: TextIO | None = None, sink: TextIO | None = None) -> None:
        self.source = source or sys.stdin
        self.sink = sink or sys.stdout
        self.bad = 0

    def read(self) -> Iterator[dict[str, Any]]:
        """Records of the input; a line that is no JSON object becomes an error record."""
        for number, line in enumerate(self.source, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                self.error(None, f"line {number}: not JSON: {error}")
                continue
            if not isinstance(record, dict) or "id" not in record:
                self.error(None, f"line {number}: not an object with an id")
                continue
            yield record

    def write(self, record: dict[str, Any]) -> None:
        """One output line. Lone surrogates, which UTF-8 cannot hold, become `?`."""
        text = json.dumps(record, ensure_ascii=False, default=_plain, allow_nan=False)
        self.sink.write(text.encode("utf-8", "replace").decode("utf-8") + "\n")

    def error(self, record_id: Any, message: str) -> None:
        """One error record."""
        self.bad += 1
        self.write({"id": record_id, "error": message})

    @property
    def status(self) -> int:
        """Exit status: 1 if any line was bad."""
        return 1 if self.bad else 0


def text(record: dict[str, Any], name: str, *, required: bool = False) -> str:
    """A string field; missing or null is "" unless required.

    Raises:
        BadRecord: it is something else, or missing though required.
    """
    value = record.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        raise BadRecord(f"{name} must be a string")
    return value


def instant(record: dict[str, Any], name: str) -> datetime | None:
    """An ISO 8601 field as an aware UTC datetime; a date is its midnight, no zone is UTC.

    Raises:
        BadRecord: it is no such string.
    """
    value = record.get(name)
    if value in (None, ""):
        return None
    try:
        found = isoparse(str(value))
    except (ValueError, OverflowError):
        raise BadRecord(f"{name} must be an ISO 8601 date or instant") from None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    try:
        return found.astimezone(UTC)
    except OverflowError:
        raise BadRecord(f"{name} is out of range") from None


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def unique_ids(records: Iterable[dict[str, Any]], lines: Lines) -> list[dict[str, Any]]:
    """Records by their ids, the first of each; a repeated id becomes an error record."""
    kept: dict[str, dict[str, Any]] = {}
    for record in records:
        if str(record["id"]) in kept:
            lines.error(record["id"], "this id came before")
        else:
            kept[str(record["id"])] = record
    return list(kept.values())
