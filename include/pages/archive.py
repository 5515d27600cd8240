"""The raw archive: what servers answered, in WARC files on any filesystem fsspec knows.

A file appears under its name only when it is whole and on disk, so a run that dies leaves
no half file that anything refers to; what it had begun ends in `.part`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self
from uuid import uuid4

import fsspec

from include.errors import CannotWork
from include.pages import warc
from include.pages.warc import Original, Reference
from include.records import Response

ROLL_AT = 1_000_000_000


class ArchiveMissing(Exception):
    """A record that is not where the warehouse says, or cannot be read there."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of WARC files: a filesystem as fsspec makes them, and the folder's path on it.

    `is_begun` says whether records were put there before, as far as anybody knows.
    """

    files: Any
    root: str
    is_begun: Callable[[], bool] = field(default=lambda: False, compare=False, repr=False)

    @classmethod
    def at(cls, url: str) -> Self:
        """The archive below a `file://`, `s3://` or other URL of fsspec.

        Raises:
            CannotWork: nothing here can reach that kind of URL.
        """
        try:
            files, root = fsspec.core.url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise CannotWork(f"archive {url}: {error}; see DATELINE_ARCHIVE") from None
        return cls(files, root.rstrip("/"))

    def writer(self, prefix: str, *, roll_at: int = ROLL_AT) -> ArchiveWriter:
        """A writer of new files, whose names begin with `prefix`."""
        return ArchiveWriter(self, prefix, roll_at=roll_at)

    def read(self, reference: Reference) -> Response:
        """The answer that was written there, as it was given to the writer.

        Raises:
            ArchiveMissing: there is no such file, or no such record in it.
            CannotWork: the filesystem is out of reach.
        """
        (answer,) = self.read_many([reference])
        if isinstance(answer, ArchiveMissing):
            raise answer
        return answer

    def read_many(self, references: Sequence[Reference]) -> list[Response | ArchiveMissing]:
        """`read` for many, at once where the filesystem can; what is missing is told in place.

        Raises:
            CannotWork: the filesystem is out of reach.
        """
        kept = self._kept(references)
        repeats = [
            one.payload_at
            for one in kept
            if isinstance(one, warc.Kept) and one.payload_at is not None
        ]
        originals = dict(zip(repeats, self._kept(repeats), strict=True))
        return [_joined(one, originals) for one in kept]

    def _kept(self, references: Sequence[Reference]) -> list[warc.Kept | ArchiveMissing]:
        if not references:
            return []
        inside = [one for one in references if ".." not in one.path.split("/")]
        data = self.files.cat_ranges(
            [f"{self.root}/{one.path}" for one in inside],
            [one.offset for one in inside],
            [one.offset + one.length for one in inside],
            on_error="return",
        )
        found = dict(zip(inside, data, strict=True))
        failed = [one for one in found.values() if isinstance(one, Exception)]
        for error in failed:
            # Of a storage that is out of reach nothing is known: its pages must wait, not fail.
            if not isinstance(error, FileNotFoundError | IsADirectoryError | NotADirectoryError):
                raise CannotWork(f"archive {self.root} cannot be read: {_line(error)}")
        if failed:
            self._must_be_there()
        return [_read(one, found.get(one)) for one in references]

    def _must_be_there(self) -> None:
        """Tell a record that is away from an archive that is.

        Whoever asks for a record has been told that some were written, so an archive without
        its folder, or with an empty one, is a disk that is not mounted or a folder elsewhere.
        """
        try:
            is_there = bool(self.files.ls(self.root, detail=False))
        except Exception as error:  # each kind of storage has its own
            raise CannotWork(f"archive {self.root} cannot be read: {_line(error)}") from None
        if not is_there:
            raise CannotWork(f"archive {self.root} is empty, where records should be")

    def refuse_if_away(self) -> None:
        """Do nothing where files may be written.

        Raises:
            CannotWork: records were written here before, and nothing is here now. A file written
                now would hide that the archive is away: all its records would count as lost.
        """
        try:
            is_there = bool(self.files.ls(self.root, detail=False))
        except FileNotFoundError:
            is_there = False
        except Exception as error:  # each kind of storage has its own
            raise CannotWork(f"archive {self.root} cannot be read: {_line(error)}") from None
        if not is_there and self.is_begun():
            raise CannotWork(
                f"archive {self.root} is not there, or empty, where records were kept before: "
                "bring it back, or, where it is gone for good, make the folder with any file in it"
            )

    @property
    def is_local(self) -> bool:
        """Whether its files lie on this machine's own disk."""
        kinds = self.files.protocol
        return "file" in ((kinds,) if isinstance(kinds, str) else kinds)


class ArchiveWriter:
    """Writes answers to new files of an archive, as `YYYY/MM/DD/prefix-….warc.gz`.

    Use it as a context manager: references are good once it is closed without an error.
    No file is made where nothing is written.
    """

    def __init__(self, archive: Archive, prefix: str, *, roll_at: int = ROLL_AT) -> None:
        self._archive = archive
        self._prefix = prefix
        self._roll_at = roll_at
        self._out: IO[bytes] | None = None
        self._part = ""
        self._path = ""
        self._payloads: dict[str, Original] = {}

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

    def write(self, response: Response, *, same_as: Original | None = None) -> Reference:
        """Append an answer, and say where it will be read.

        `same_as` is the record whose payload it repeats, or that a 304 speaks of. A payload
        that is in the same file already is found without being told. Such answers become
        `revisit` records, which hold everything but the payload.

        Raises:
            CannotWork: the archive does not take it; the disk may be full.
        """
        with self._told():
            return self._write(response, same_as)

    def _write(self, response: Response, same_as: Original | None) -> Reference:
        out = self._open()
        start = out.tell()
        payload = warc.digest(response.body)
        is_304 = response.status == HTTPStatus.NOT_MODIFIED
        original = same_as or (None if is_304 else self._payloads.get(payload))
        try:
            if original is None:
                warc.write_response(out, response)
            else:
                warc.write_revisit(out, response, original)
        except Exception:  # of a record that cannot be written nothing stays, and others follow
            out.seek(start)
            out.truncate()
            raise
        reference = Reference(self._path, start, out.tell() - start)
        if original is None and response.body:
            self._payloads[payload] = Original(reference, response.url, response.fetched_at)
        if out.tell() >= self._roll_at:
            self.close()
        return reference

    def close(self) -> None:
        """Make what was written durable, under its name.

        Raises:
            CannotWork: the archive does not take it.
        """
        if self._out is None:
            return
        self._payloads.clear()  # a file stands alone: others may be deleted before it
        with self._told():
            self._out.flush()
            os.fsync(self._out.fileno())
            self._out.close()
            self._out = None
            self._publish()

    def _publish(self) -> None:
        target = f"{self._archive.root}/{self._path}"
        if self._archive.is_local:
            os.replace(self._part, target)
            self._part = ""
            _sync_folder(Path(target).parent)
            return
        try:
            self._archive.files.put_file(self._part, target)
        except Exception as error:  # each kind of storage has its own
            raise CannotWork(f"archive: {target} cannot be written: {_line(error)}") from error
        finally:
            self._discard()

    def _open(self) -> IO[bytes]:
        if self._out is None:
            self._archive.refuse_if_away()
            now = datetime.now(UTC)
            name = f"{self._prefix}-{now:%Y%m%dT%H%M%SZ}-{uuid4().hex}.warc.gz"
            self._path = f"{now:%Y/%m/%d}/{name}"
            self._out = self._begin()
            warc.write_info(self._out, name)
        return self._out

    def _begin(self) -> IO[bytes]:
        if self._archive.is_local:
            self._part = f"{self._archive.root}/{self._path}.part"
            # A new archive is its owner's only: texts that are withheld lie in it.
            Path(self._archive.root).mkdir(mode=0o700, parents=True, exist_ok=True)
            Path(self._part).parent.mkdir(parents=True, exist_ok=True)
            return open(self._part, "xb")
        handle, self._part = tempfile.mkstemp(prefix="dateline-", suffix=".warc.gz")
        return os.fdopen(handle, "wb")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What a disk or a storage refuses, as one line; of what was begun nothing stays."""
        try:
            yield
        except OSError as error:
            self._discard()
            raise CannotWork(f"archive {self._archive.root}: {_line(error)}") from error

    def _discard(self) -> None:
        out, self._out = self._out, None
        if out is not None:
            with suppress(OSError, ValueError):  # closing writes what is left, to a full disk too
                out.close()
        if self._part:
            with suppress(OSError):
                os.unlink(self._part)


def _read(reference: Reference, data: Any) -> warc.Kept | ArchiveMissing:
    where = f"{reference.path} at {reference.offset}"
    if data is None:
        return ArchiveMissing(f"{reference.path} leads out of the archive")
    if isinstance(data, Exception):
        return ArchiveMissing(f"{where}: {_line(data)}")
    try:
        return warc.read_response(data)
    except Exception as error:  # whatever a parser makes of it, it is this record's
        return ArchiveMissing(f"{where}: no record there ({error})")


def _joined(
    kept: warc.Kept | ArchiveMissing, originals: dict[Reference, warc.Kept | ArchiveMissing]
) -> Response | ArchiveMissing:
    """The answer with the payload that its record says is kept elsewhere."""
    if isinstance(kept, ArchiveMissing) or kept.payload_at is None:
        return kept if isinstance(kept, ArchiveMissing) else kept.response
    original = originals[kept.payload_at]
    if isinstance(original, ArchiveMissing):
        return original
    body = original.response.body
    if original.payload_at is not None or warc.digest(body) != kept.payload_digest:
        where = f"{kept.payload_at.path} at {kept.payload_at.offset}"
        return ArchiveMissing(f"{where}: not the payload that was seen again")
    return replace(kept.response, body=body)


def _line(error: Exception) -> str:
    told = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(told.split())[:300]


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
