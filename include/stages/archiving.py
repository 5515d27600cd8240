"""Put answers into the archive, whole or as repeats of what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from include.pages.archive import Archive
from include.pages.warc import Original, Reference
from include.records import Response
from include.warehouse.queries import Row


def sha256(body: bytes) -> bytes:
    """The hash by which bodies are told apart."""
    return hashlib.sha256(body).digest()


def keep(
    archive: Archive, prefix: str, answers: Iterable[tuple[Row, Response]], *, key: str
) -> dict[Any, Reference]:
    """Where each answer is kept now, by its row's `key`; durable when this returns.

    A row says what body of its feed or page the archive holds: an answer with the same
    body, or a 304, is kept as a repeat of that. Empty answers are not kept.
    """
    kept: dict[Any, Reference] = {}
    with archive.writer(prefix) as writer:
        for row, answer in answers:
            original = _original(row)
            if answer.status == 304:
                if original is not None:
                    kept[row[key]] = writer.write(answer, same_as=original)
            elif answer.body.strip():
                is_same = original is not None and bytes(row["body_sha256"]) == sha256(answer.body)
                kept[row[key]] = writer.write(answer, same_as=original if is_same else None)
    return kept


def _original(row: Row) -> Original | None:
    if row["archive_path"] is None or row["body_sha256"] is None:
        return None
    at = Reference(row["archive_path"], row["archive_offset"], row["archive_length"])
    return Original(at, row.get("final_url") or row["url"], row.get("fetched_at"))
