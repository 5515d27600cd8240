"""The raw archive: every good answer as a WARC record, on disk or in an object store.

Records go to a temporary file of this machine; closing the writer puts it in its place in
one step, and only then are references to it worth storing. So a run that dies leaves no
half file, and nothing in the warehouse points to one. Paths go through fsspec, on which
Airflow's ObjectStoragePath is built too: `file://` and `s3://` differ by one setting.
"""

from __future__ import annotations

import os
import tempfile
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from types import TracebackType
from typing import IO, Any

import fsspec
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from include.records import Response


class ArchiveMissing(Exception):
    """The record a reference names is not there, or is damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where a record is: the file's path under the archive, its offset and length in bytes."""

    path: str
    offset: int
    length: int


class ArchiveWriter:
    """Writes one WARC file; nothing of it exists for others until it is closed."""

    def __init__(self, root_url: str, prefix: str) -> None:
        now = datetime.now(UTC)
        self._root = root_url
        self.path = f"{now:%Y/%m/%d}/{prefix}-{now:%Y%m%dT%H%M%SZ}-{uuid.uuid4().hex[:12]}.warc.gz"
        self._file: IO[bytes] = tempfile.NamedTemporaryFile(suffix=".warc.gz", delete=False)  # noqa: SIM115
        self._writer = WARCWriter(self._file, gzip=True, warc_version="1.1")
        self._writer.write_record(
            self._writer.create_warcinfo_record(
                self.path, {"software": "Dateline", "format": "WARC/1.1"}
            )
        )
        self.records = 0

    def __enter__(self) -> ArchiveWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.close()
        else:
            self._file.close()
            with suppress(OSError):
                os.unlink(self._file.name)

    def write(self, response: Response) -> Reference:
        """Add an answer; its reference holds once the writer is closed."""
        headers = [
            (name, value) for name, value in response.headers.items() if name != "content-encoding"
        ]
        headers.append(("X-Dateline-Requested", response.requested_url))
        record = self._writer.create_warc_record(
            response.url,
            "response",
            payload=BytesIO(response.body),
            http_headers=StatusAndHeaders(str(response.status), headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": f"{response.fetched_at:%Y-%m-%dT%H:%M:%S.%fZ}"},
        )
        offset = self._file.tell()
        self._writer.write_record(record)
        self.records += 1
        return Reference(path=self.path, offset=offset, length=self._file.tell() - offset)

    def close(self) -> None:
        """Put the file in its place, durably; an empty one is dropped."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        try:
            if self.records:
                filesystem, root = _open(self._root)
                target = f"{root}/{self.path}"
                filesystem.makedirs(target.rpartition("/")[0], exist_ok=True)
                filesystem.put_file(self._file.name, f"{target}.part")
                filesystem.mv(f"{target}.part", target)
        finally:
            with suppress(OSError):
                os.unlink(self._file.name)


def read_record(root_url: str, path: str, offset: int, length: int) -> Response:
    """The answer a reference names.

    Raises:
        ArchiveMissing: the file is gone, or there is no such record in it.
    """
    filesystem, root = _open(root_url)
    try:
        data = filesystem.cat_file(f"{root}/{path}", start=offset, end=offset + length)
        record = next(iter(ArchiveIterator(BytesIO(data))))
        body = record.content_stream().read()
        status = int(record.http_headers.get_statuscode())
        headers = {name.lower(): value for name, value in record.http_headers.headers}
        fetched_at = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date"))
        url = record.rec_headers.get_header("WARC-Target-URI")
    except (OSError, StopIteration, ValueError, AttributeError, EOFError) as error:
        raise ArchiveMissing(f"{path} at {offset}: {type(error).__name__}: {error}") from None
    asked = headers.pop("x-dateline-requested", url)
    return Response(
        requested_url=asked, url=url, status=status, headers=headers, body=body,
        fetched_at=fetched_at, elapsed_ms=0,
    )  # fmt: skip


def _open(root_url: str) -> tuple[Any, str]:
    filesystem, root = fsspec.core.url_to_fs(root_url)
    return filesystem, root.rstrip("/")
