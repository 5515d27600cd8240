"""A folder that exports go to, on this machine or in object storage; files appear there whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import fsspec

from include.errors import CannotWork

_ASIDE = ".aside"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Place:
    """A folder: its URL, a filesystem as fsspec makes them, and its path there."""

    url: str
    files: Any
    root: str

    @classmethod
    def at(cls, url: str) -> Self:
        """The folder at a path, or a `file://`, `s3://` or other URL of fsspec.

        Raises:
            CannotWork: nothing here can reach that kind of URL.
        """
        try:
            files, root = fsspec.core.url_to_fs(url)
        except (ImportError, ValueError) as error:
            raise CannotWork(f"exports to {url}: {error}; see DATELINE_EXPORTS") from None
        return cls(url.rstrip("/"), files, root.rstrip("/"))

    @property
    def is_local(self) -> bool:
        """Whether it lies on this machine's own disk."""
        kinds = self.files.protocol
        return "file" in ((kinds,) if isinstance(kinds, str) else kinds)

    @contextmanager
    def aside(self) -> Iterator[Path]:
        """A folder of this machine to write files in before they are moved into place.

        It is gone afterwards, whatever happened; a killed process leaves it, in `.aside`.

        Raises:
            CannotWork: the folder cannot be written.
        """
        try:
            if self.is_local:
                parent = Path(self.root) / _ASIDE
                parent.mkdir(parents=True, exist_ok=True)
                made = Path(tempfile.mkdtemp(dir=parent))
            else:
                made = Path(tempfile.mkdtemp(prefix="dateline-export-"))
        except OSError as error:
            raise CannotWork(f"exports to {self.url}: {error.strerror}: {error.filename}") from None
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def put(self, file: Path, path: str) -> None:
        """Move a finished file to `path` here; it replaces what is there in one step.

        Raises:
            CannotWork: the storage does not take it.
        """
        target = f"{self.root}/{path}"
        try:
            if self.is_local:
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                _sync(file)
                os.replace(file, target)
                _sync(Path(target).parent)
            else:
                self.files.put_file(str(file), target)
        except Exception as error:  # each kind of storage has its own
            said = " ".join(str(error).split())[:300] or type(error).__name__
            raise CannotWork(f"exports: {target} cannot be written: {said}") from error

    def left_over(self, *, older_than_s: float, now: float) -> list[tuple[str, int]]:
        """What killed exporters left aside here: (path, bytes), untouched for so long."""
        if not self.is_local:
            return []
        found = []
        for one in sorted(Path(self.root, _ASIDE).glob("*")):
            files = [file for file in one.rglob("*") if file.is_file()]
            newest = max([one.stat().st_mtime, *(file.stat().st_mtime for file in files)])
            if now - newest > older_than_s:
                found.append((str(one), sum(file.stat().st_size for file in files)))
        return found


def digest(file: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    found = hashlib.sha256()
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
