"""Answers as WARC 1.1 records, one gzip member a record, and back.

An answer is three records in a row: `response`, or `revisit` where its payload is kept
already; `metadata`, JSON of what WARC has no field for; and `request`, where it is known.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import IO, Any

import httpx
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from include.records import Response

# Of the body as it was on the wire; ours is decompressed, so they must not stand as they are.
_OF_THE_WIRE = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_SET_ASIDE = "x-archive-orig-"
_SOFTWARE = "dateline"
_PROFILES = "http://netpreserve.org/warc/1.1/revisit/"
_SAME_PAYLOAD = _PROFILES + "identical-payload-digest"
_NOT_MODIFIED = _PROFILES + "server-not-modified"


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a record lies: a path below the archive's root, and its range of bytes."""

    path: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Original:
    """The record whose payload a later answer repeats; `fetched_at` where it is known."""

    reference: Reference
    url: str
    fetched_at: datetime | None = None


def digest(payload: bytes) -> str:
    """The payload's sha1 as WARC writes it: `sha1:` and 32 letters of base 32."""
    made = Digester("sha1")
    made.update(payload)
    return str(made)


def write_info(out: IO[bytes], name: str) -> None:
    """Begin a file: the record that says what wrote it."""
    writer = _writer(out)
    stated = {"software": _SOFTWARE, "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record(name, stated))


def write_response(out: IO[bytes], response: Response) -> None:
    """Append an answer with its payload."""
    writer = _writer(out)
    date = _date(response.fetched_at)
    record = writer.create_warc_record(
        response.url,
        "response",
        payload=io.BytesIO(response.body),
        http_headers=_http_headers(response),
        warc_headers_dict={"WARC-Date": date},
    )
    writer.write_record(record)
    _write_beside(writer, response, record, date, {})


def write_revisit(out: IO[bytes], response: Response, original: Original) -> None:
    """Append an answer that repeats the payload of `original`, or is a 304 that means it."""
    writer = _writer(out)
    date = _date(response.fetched_at)
    is_304 = response.status == HTTPStatus.NOT_MODIFIED
    headers = {
        "WARC-Date": date,
        "WARC-Profile": _NOT_MODIFIED if is_304 else _SAME_PAYLOAD,
        "WARC-Refers-To-Target-URI": original.url,
    }
    if original.fetched_at is not None:
        headers["WARC-Refers-To-Date"] = _date(original.fetched_at)
    if not is_304:
        headers["WARC-Payload-Digest"] = digest(response.body)
    record = writer.create_warc_record(
        response.url,
        "revisit",
        payload=io.BytesIO(b""),
        http_headers=_http_headers(response),
        warc_headers_dict=headers,
    )
    writer.write_record(record)
    at = original.reference
    _write_beside(writer, response, record, date, {"payload_at": [at.path, at.offset, at.length]})


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer read back; where `payload_at` is set, its body is the one kept there."""

    response: Response
    payload_at: Reference | None = None
    payload_digest: str | None = None


class NoRecord(ValueError):
    """Bytes that are no record of ours, or a damaged one. The text is one line."""


def read_response(data: bytes) -> Kept:
    """The answer in the records that begin `data`.

    Raises:
        NoRecord: it is none of ours, or damaged.
    """
    try:
        return _read_response(data)
    except MemoryError:
        raise
    except Exception as error:  # of a damaged record, warcio raises whatever its parts raise
        told = " ".join(str(error).split())[:200]
        raise NoRecord(f"{type(error).__name__}: {told}") from None


def _read_response(data: bytes) -> Kept:
    records = ArchiveIterator(io.BytesIO(data))
    record = next(records)
    status = int(record.http_headers.get_statuscode())
    body = record.raw_stream.read()
    url = record.rec_headers.get_header("WARC-Target-URI")
    date = record.rec_headers.get_header("WARC-Date")
    payload_digest = record.rec_headers.get_header("WARC-Payload-Digest")
    is_repeat = record.rec_headers.get_header("WARC-Profile") == _SAME_PAYLOAD
    how = json.loads(next(records).raw_stream.read())
    response = Response(
        requested_url=how["requested_url"],
        url=url,
        status=status,
        headers=how["headers"],
        body=body,
        fetched_at=datetime.fromisoformat(date),
        elapsed_ms=how["elapsed_ms"],
        redirects=tuple((int(code), str(location)) for code, location in how["redirects"]),
        request_headers=how.get("request_headers", {}),
        wire_bytes=how.get("wire_bytes", 0),
    )
    if not is_repeat:
        return Kept(response)
    path, offset, length = how["payload_at"]
    return Kept(response, Reference(str(path), int(offset), int(length)), payload_digest)


def _writer(out: IO[bytes]) -> Any:
    return WARCWriter(out, gzip=True, warc_version="WARC/1.1")


def _date(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _http_headers(response: Response) -> StatusAndHeaders:
    kept = [
        (_SET_ASIDE + name if name in _OF_THE_WIRE else name, value)
        for name, value in response.headers.items()
    ]
    kept.append(("content-length", str(len(response.body))))
    return StatusAndHeaders(_status_line(response.status), kept, protocol="HTTP/1.1")


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Unknown"


def _write_beside(
    writer: Any, response: Response, record: Any, date: str, more: Mapping[str, Any]
) -> None:
    """The records that belong to `record`: how it was asked for, and what came of that."""
    belongs = {
        "WARC-Date": date,
        "WARC-Concurrent-To": record.rec_headers.get_header("WARC-Record-ID"),
    }
    how = {
        "requested_url": response.requested_url,
        "redirects": response.redirects,
        "elapsed_ms": response.elapsed_ms,
        "wire_bytes": response.wire_bytes,
        "request_headers": dict(response.request_headers),
        "headers": dict(response.headers),
        **more,
    }
    writer.write_record(
        writer.create_warc_record(
            response.url,
            "metadata",
            payload=io.BytesIO(json.dumps(how).encode()),
            warc_content_type="application/json",
            warc_headers_dict=dict(belongs),
        )
    )
    if not response.request_headers:
        return
    # What was asked at the last hop, for other readers; ours has it in the metadata.
    target = httpx.URL(response.url).raw_path.decode("ascii")
    asked = StatusAndHeaders(
        f"GET {target} HTTP/1.1", [*response.request_headers.items()], is_http_request=True
    )
    writer.write_record(
        writer.create_warc_record(
            response.url, "request", http_headers=asked, warc_headers_dict=dict(belongs)
        )
    )
