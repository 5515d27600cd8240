"""The raw archive: what servers answered, in WARC 1.1 files, one gzip member a record.

Files lie on any filesystem fsspec knows (`file://`, `s3://`), as Airflow's own object
storage does. A file appears under its name only when it is whole and on disk, so a run
that dies leaves no half file that anything refers to.
"""

from __future__ import annotations

import io
import json
import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self
from uuid import uuid4

import fsspec
import httpx
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from include.records import Response

ROLL_AT = 1_000_000_000
# Of the body as it was on the wire; ours is decompressed, so they must not stand as they are.
_OF_THE_WIRE = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_SET_ASIDE = "x-archive-orig-"
_SOFTWARE = "dateline"


class ArchiveMissing(Exception):
    """A record that is not where the warehouse says, or cannot be read there."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a record lies: a path below the archive's root, and its range of bytes."""

    path: str
    offset: int
    length: int


class ArchiveWriter:
    """Writes answers to new files below `root_url`, as `YYYY/MM/DD/prefix-….warc.gz`.

    Use it as a context manager: references are good once it is closed without an error.
    No file is made where nothing is written.
    """

    def __init__(self, root_url: str, prefix: str, *, roll_at: int = ROLL_AT) -> None:
        self._files, self._root = fsspec.core.url_to_fs(root_url)
        self._is_local = "file" in _protocols(self._files)
        self._prefix = prefix
        self._roll_at = roll_at
        self._out: IO[bytes] | None = None
        self._part = ""
        self._path = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._discard()

    def write(self, response: Response) -> Reference:
        """Append an answer, and say where it will be read."""
        out = self._open()
        start = out.tell()
        _write_response(WARCWriter(out, gzip=True, warc_version="WARC/1.1"), response)
        reference = Reference(self._path, start, out.tell() - start)
        if out.tell() >= self._roll_at:
            self.close()
        return reference

    def close(self) -> None:
        """Make what was written durable, under its name."""
        if self._out is None:
            return
        out, self._out = self._out, None
        out.flush()
        os.fsync(out.fileno())
        out.close()
        target = f"{self._root.rstrip('/')}/{self._path}"
        if self._is_local:
            os.replace(self._part, target)
            _sync_folder(Path(target).parent)
        else:
            self._files.put_file(self._part, target)
            os.unlink(self._part)

    def _open(self) -> IO[bytes]:
        if self._out is None:
            now = datetime.now(UTC)
            name = f"{self._prefix}-{now:%Y%m%dT%H%M%SZ}-{uuid4().hex}.warc.gz"
            self._path = f"{now:%Y/%m/%d}/{name}"
            if self._is_local:
                self._part = f"{self._root.rstrip('/')}/{self._path}.part"
                Path(self._part).parent.mkdir(parents=True, exist_ok=True)
                self._out = open(self._part, "xb")  # noqa: SIM115 - closed in close()
            else:
                handle, self._part = tempfile.mkstemp(prefix="dateline-", suffix=".warc.gz")
                self._out = os.fdopen(handle, "wb")
            _write_info(WARCWriter(self._out, gzip=True, warc_version="WARC/1.1"), name)
        return self._out

    def _discard(self) -> None:
        if self._out is not None:
            self._out.close()
            self._out = None
            os.unlink(self._part)


def read_record(root_url: str, path: str, offset: int, length: int) -> Response:
    """The answer that was written there, as it was given to `ArchiveWriter.write`.

    Raises:
        ArchiveMissing: there is no such file, or no such record in it.
    """
    files, root = fsspec.core.url_to_fs(root_url)
    if ".." in path.split("/"):
        raise ArchiveMissing(f"{path} leads out of the archive")
    try:
        data = files.cat_file(f"{root.rstrip('/')}/{path}", start=offset, end=offset + length)
    except OSError as error:
        raise ArchiveMissing(f"{path}: {error.strerror or error}") from None
    try:
        return _read_response(data)
    except (ArchiveLoadFailed, StopIteration, ValueError, KeyError, TypeError) as error:
        raise ArchiveMissing(f"{path} at {offset}: no record there ({error})") from None


def _write_info(writer: Any, name: str) -> None:
    stated = {"software": _SOFTWARE, "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record(name, stated))


def _write_response(writer: Any, response: Response) -> None:
    kept = [
        (_SET_ASIDE + name if name in _OF_THE_WIRE else name, value)
        for name, value in response.headers.items()
    ]
    kept.append(("content-length", str(len(response.body))))
    date = response.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    record = writer.create_warc_record(
        response.url,
        "response",
        payload=io.BytesIO(response.body),
        http_headers=StatusAndHeaders(_status_line(response.status), kept, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": date},
    )
    writer.write_record(record)
    how = {
        "requested_url": response.requested_url,
        "redirects": response.redirects,
        "elapsed_ms": response.elapsed_ms,
        "wire_bytes": response.wire_bytes,
        "request_headers": dict(response.request_headers),
        "headers": dict(response.headers),
    }
    metadata = writer.create_warc_record(
        response.url,
        "metadata",
        payload=io.BytesIO(json.dumps(how).encode()),
        warc_content_type="application/json",
        warc_headers_dict={
            "WARC-Date": date,
            "WARC-Concurrent-To": record.rec_headers.get_header("WARC-Record-ID"),
        },
    )
    writer.write_record(metadata)
    if response.request_headers:
        writer.write_record(_request(writer, response, record, date))


def _request(writer: Any, response: Response, record: Any, date: str) -> Any:
    """What was asked at the last hop, for other readers; ours has it in the metadata."""
    target = httpx.URL(response.url).raw_path.decode("ascii")
    asked = StatusAndHeaders(
        f"GET {target} HTTP/1.1", [*response.request_headers.items()], is_http_request=True
    )
    return writer.create_warc_record(
        response.url,
        "request",
        http_headers=asked,
        warc_headers_dict={
            "WARC-Date": date,
            "WARC-Concurrent-To": record.rec_headers.get_header("WARC-Record-ID"),
        },
    )


def _read_response(data: bytes) -> Response:
    records = ArchiveIterator(io.BytesIO(data))
    record = next(records)
    status = int(record.http_headers.get_statuscode())
    body = record.raw_stream.read()
    url = record.rec_headers.get_header("WARC-Target-URI")
    date = record.rec_headers.get_header("WARC-Date")
    how = json.loads(next(records).raw_stream.read())
    return Response(
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


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Unknown"


def _protocols(files: Any) -> tuple[str, ...]:
    return (files.protocol,) if isinstance(files.protocol, str) else tuple(files.protocol)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
