"""Put answers into the archive, whole or as repeats of what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from include.pages.archive import Archive, ArchiveWriter
from include.pages.warc import Original, Reference
from include.records import Response
from include.stages.apart import is_of_the_world
from include.urls import MASK, masked, masked_in, secrets_of
from include.warehouse.queries import Row


def sha256(body: bytes) -> bytes:
    """The hash by which bodies are told apart."""
    return hashlib.sha256(body).digest()


def keep(
    archive: Archive,
    prefix: str,
    answers: Iterable[tuple[Row, Response]],
    *,
    key: str,
    is_masked: bool = False,
) -> tuple[dict[Any, Reference], dict[Any, Exception]]:
    """Where each answer is kept now, by its row's `key`; durable when this returns.

    A row says what body of its feed or page the archive holds: an answer with the same
    body, or a 304, is kept as a repeat of that. Empty answers are not kept. Those that cannot be
    written are told, with why.

    With `is_masked` nothing that is kept beside a payload shows a key of the URL it was asked of.
    """
    kept: dict[Any, Reference] = {}
    refused: dict[Any, Exception] = {}
    with archive.writer(prefix) as writer:
        for row, answer in answers:
            try:
                if is_masked:
                    row, answer = {**row, "url": masked(row["url"])}, _masked(answer)
                at = _write(writer, row, answer)
            except Exception as error:
                if is_of_the_world(error):
                    raise
                refused[row[key]] = error
            else:
                if at is not None:
                    kept[row[key]] = at
    return kept, refused


def _write(writer: ArchiveWriter, row: Row, answer: Response) -> Reference | None:
    original = _original(row)
    if answer.status == 304:
        return None if original is None else writer.write(answer, same_as=original)
    if not answer.body.strip():
        return None
    is_same = original is not None and bytes(row["body_sha256"]) == sha256(answer.body)
    return writer.write(answer, same_as=original if is_same else None)


def _original(row: Row) -> Original | None:
    if row["archive_path"] is None or row["body_sha256"] is None:
        return None
    at = Reference(row["archive_path"], row["archive_offset"], row["archive_length"])
    return Original(at, row.get("final_url") or row["url"], row.get("fetched_at"))


def _masked(answer: Response) -> Response:
    secrets = secrets_of(answer.requested_url) | secrets_of(answer.url)

    def shown(text: str) -> str:
        text = masked_in(text)
        for secret in secrets:  # in what is no whole URL, too
            text = text.replace(secret, MASK)
        return text

    return replace(
        answer,
        requested_url=masked(answer.requested_url),
        url=masked(answer.url),
        redirects=tuple((status, shown(to)) for status, to in answer.redirects),
        headers={name: shown(value) for name, value in answer.headers.items()},
        request_headers={name: shown(value) for name, value in answer.request_headers.items()},
    )
