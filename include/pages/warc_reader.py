"""WARC files of others (WARC 1.0 and 1.1): one gzip member or Zstandard frame a record.

A file is read from a byte on, some records at a time. What is broken is told and passed
over: the reader goes on at the next member that begins a record. Meant for a process that
can be killed; it holds one record's body at a time beside those it returns.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import fsspec
from warcio.archiveiterator import ArchiveIterator

from include.outcomes import Reason
from include.pages.captures import Capture, Piece, Unreadable, is_html
from include.pages.chunks import CutShort, dechunked
from include.pages.decompress import Body
from include.pages.errors import FetchError
from include.pages.warc_places import (
    BLOCK,
    GZIP,
    UpTo,
    end_of_plain,
    is_member,
    next_record,
    record_behind,
)
from include.pages.warc_zst import is_zst, zst_records
from include.records import Response

_READ = 1 << 16
_BY_STATUS = {404: Reason.NOT_FOUND, 410: Reason.GONE, 429: Reason.RATE_LIMITED} | dict.fromkeys(
    (401, 403, 451), Reason.FORBIDDEN
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcTask:
    """A piece of a file to read: from byte `start`, until so many captures or bytes of bodies.

    With `end` the file is taken to end there.
    """

    url: str
    start: int
    max_body: int
    end: int | None = None
    most_captures: int = 100
    most_bytes: int = 16_000_000


def read_warc(task: WarcTask) -> Piece:
    """The captures of `response`, `resource` and `revisit` records from `task.start` on.

    Raises:
        Unreadable: it is no WARC file, or one compressed as a whole, or cannot be had.
    """
    try:
        # warcio writes what it dislikes to standard error; it is in the outcomes
        with fsspec.open(task.url, "rb") as file, redirect_stderr(io.StringIO()):
            return _read(file if task.end is None else UpTo(file, task.end), task)
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from None


@dataclass(frozen=True, slots=True)
class Behind:
    """Where the next record begins; None at the end of the file."""

    at: int | None


def look_behind(task: WarcTask) -> Behind:
    """Where the record behind the one at `task.start` begins, whatever that one is.

    Raises:
        Unreadable: the file cannot be had.
    """
    try:
        with fsspec.open(task.url, "rb") as file:
            return Behind(record_behind(file, task.start))
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from None


def _read(file: Any, task: WarcTask) -> Piece:
    if task.start == 0:
        _check_beginning(file)
    captures: list[Capture] = []
    taken, here = 0, task.start
    file.seek(0)
    in_zst = is_zst(file.read(4))
    while True:
        at = here  # of the record that is being read, or looked for
        try:
            for at, record in (zst_records if in_zst else _records)(file, here):
                if len(captures) >= task.most_captures or taken >= task.most_bytes:
                    return Piece(captures=tuple(captures), following=str(at))
                capture = _capture(record, at, task.max_body)
                if capture is not None:
                    captures.append(capture)
                    taken += len(capture.answer.body) if capture.answer else 0
            cut = None if in_zst else _cut_at(file, at)
            is_told = captures and captures[-1].reason and captures[-1].where == str(cut)
            if cut is not None and not is_told:
                captures.append(_broken(cut, "the file ends within a record"))
        except (MemoryError, Unreadable):
            raise
        except Exception as error:  # warcio raises what its parts raise
            if "non-chunked gzip" in str(error):
                raise Unreadable(
                    "compressed as a whole, not record by record: `warcio recompress` mends that"
                ) from None
            at = getattr(error, "at", at)
            resumed = next_record(file, at + 1)
            captures.append(_broken(at, f"{type(error).__name__}: {error}"))
            if resumed is not None:
                here = resumed
                continue
        return Piece(captures=tuple(captures), following=None)


def _records(file: Any, start: int) -> Iterator[tuple[int, Any]]:
    """Each record with the byte it begins at."""
    file.seek(start)
    records = ArchiveIterator(file)
    for record in records:
        yield int(records.offset), record


def _check_beginning(file: Any) -> None:
    data = file.read(4096)
    if data and not (data.startswith(b"WARC/") or is_member(data) or is_zst(data)):
        raise Unreadable("not a WARC file: it begins with no record")


def _capture(record: Any, at: int, max_body: int) -> Capture | None:
    headers = record.rec_headers
    if record.rec_type not in ("response", "resource", "revisit"):
        return None
    url = (headers.get_header("WARC-Target-URI") or "").strip().strip("<>")
    if not url.lower().startswith(("http:", "https:")):
        return None  # answers of name servers and the like
    refused = _refused(record)
    if refused is not None:
        reason, detail = refused
        return Capture(where=str(at), url=url, reason=reason, detail=detail)
    date = _instant(headers.get_header("WARC-Date"))
    if date is None:
        return Capture(where=str(at), url=url, reason=Reason.PARSE_ERROR, detail="no WARC-Date")
    http = record.http_headers if record.rec_type == "response" else None
    try:
        body = _body(record, max_body)
    except FetchError as error:
        return Capture(where=str(at), url=url, reason=error.reason, detail=error.detail)
    if not body.strip():
        return Capture(where=str(at), url=url, reason=Reason.EMPTY_BODY)
    stated = [*http.headers] if http else [("Content-Type", headers.get_header("Content-Type"))]
    fields = {name.lower(): value for name, value in stated if value and len(value) <= 4096}
    kind = fields.get("content-type", "")
    if not is_html(kind, body):
        return Capture(where=str(at), url=url, reason=Reason.NOT_HTML, detail=kind[:100])
    answer = Response(
        requested_url=url,
        url=url,
        status=200,
        body=body,
        fetched_at=date,
        elapsed_ms=0,
        headers=fields,
    )
    return Capture(where=str(at), url=url, answer=answer)


def _refused(record: Any) -> tuple[Reason, str] | None:
    """Why a record's body is not even read."""
    if record.rec_type == "revisit":
        return Reason.SAME_BODY, "a revisit record: its payload is elsewhere"
    if cut := record.rec_headers.get_header("WARC-Truncated"):
        return Reason.TOO_LARGE, f"cut off by its crawler ({cut})"
    if record.rec_type == "resource":
        return None  # a file as it lay somewhere, without an answer around it
    if record.http_headers is None:
        return Reason.PARSE_ERROR, "no HTTP headers"
    code = record.http_headers.get_statuscode() or ""
    if code == "200" or (code == "206" and _is_whole(record.http_headers)):
        return None
    status = int(code) if code.isdecimal() and len(code) == 3 else 0
    usual = Reason.HTTP_CLIENT_ERROR if 400 <= status < 500 else Reason.HTTP_SERVER_ERROR
    if 300 <= status < 400:
        return Reason.NOT_HTML, f"a redirect ({status})"
    return _BY_STATUS.get(status, usual), f"answered {code[:20]}"


def _is_whole(http: Any) -> bool:
    """Whether a part (206) is all there is: `bytes 0-99/100`."""
    found = re.fullmatch(
        r"\s*bytes\s+0-(\d{1,15})/(\d{1,15})\s*", http.get_header("content-range") or ""
    )
    return found is not None and int(found[1]) + 1 == int(found[2])


def _cut_at(file: Any, start: int) -> int | None:
    """Where the member or record begins that the file ends within, from `start` on; or None.

    warcio ends in silence when the last record's beginning is cut.
    """
    at = start
    while True:
        file.seek(at)
        head = file.read(BLOCK)
        if not head.strip(b"\r\n"):
            return None
        if not head.startswith(GZIP[:2]):
            return _cut_plain(file, at, head)
        member, fed = zlib.decompressobj(31), 0
        while head:
            fed += len(head)
            try:
                while head and not member.eof:
                    member.decompress(head, BLOCK)
                    head = member.unconsumed_tail
            except zlib.error:
                return None  # broken, which is told by who reads it
            head = b"" if member.eof else file.read(BLOCK)
        if not member.eof:
            return at
        at += fed - len(member.unused_data)


def _cut_plain(file: Any, at: int, head: bytes) -> int | None:
    last = end_of_plain(at, head)
    if last is None:
        return at
    file.seek(max(last - 1, 0))
    rest = file.read(BLOCK)
    if not rest:
        return at
    behind = rest[1:].lstrip(b"\r\n")
    return last + 1 if behind else None


def _body(record: Any, max_body: int) -> bytes:
    """The decoded body.

    Raises:
        FetchError: it is too large, or broken, or ends before its record does.
    """
    http = record.http_headers if record.rec_type == "response" else None
    stated = (http.get_header("content-encoding") or "") if http else ""
    body = Body(stated, max_bytes=max_body)
    is_chunked = http and "chunked" in (http.get_header("transfer-encoding") or "").lower()
    whole = bytearray()
    while part := record.raw_stream.read(_READ):
        if not is_chunked:
            body.add(part)
            continue
        whole += part
        if len(whole) > 2 * max_body:
            raise FetchError(Reason.TOO_LARGE, f"more than {2 * max_body} bytes")
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise FetchError(Reason.BROKEN_TRANSFER, "the file ends in the middle of it")
    if is_chunked:
        try:
            body.add(dechunked(bytes(whole)))
        except CutShort as error:
            raise FetchError(Reason.BROKEN_TRANSFER, str(error)) from None
    return body.finish()


def _instant(text: str | None) -> datetime | None:
    with suppress(ValueError):
        found = datetime.fromisoformat(text or "")
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _broken(at: int, detail: str) -> Capture:
    said = " ".join(detail.split())[:200]
    return Capture(where=str(at), url="", reason=Reason.BROKEN_TRANSFER, detail=said)
