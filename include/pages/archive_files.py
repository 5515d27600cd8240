"""The archive as files: which there are, how old, and taking one away.

Only files that bear the names our own writer gives are ever listed, so that nothing else
kept in the same folder can be taken away.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from include.errors import CannotWork
from include.pages.archive import Archive

_OURS = re.compile(r"(\d{4})/(\d\d)/(\d\d)/[a-z_-]+-\d{8}T\d{6}Z-[0-9a-f]{32}\.warc\.gz(\.part)?")


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A file: its path in the archive, its size, the day it was begun.

    `is_part`: a writer is at work on it, or was killed. `touched_at` is in seconds since
    1970, None where the storage does not say.
    """

    path: str
    bytes: int
    day: date
    is_part: bool
    touched_at: float | None


def archive_files(archive: Archive) -> Iterator[ArchiveFile]:
    """Every file our writers made, by path.

    Raises:
        CannotWork: the storage is out of reach.
    """
    try:
        found = archive.files.find(archive.root, detail=True)
    except FileNotFoundError:
        return
    except Exception as error:  # each kind of storage has its own
        raise CannotWork(f"archive {archive.root} cannot be listed: {error}") from error
    inside = len(archive.root) + 1
    for name, info in sorted(found.items()):
        path = name[inside:]
        match = _OURS.fullmatch(path)
        if match is None:
            continue
        with suppress(ValueError):  # a folder named like a day that no calendar has
            day = date(*(int(part) for part in match.groups()[:3]))
            touched = info.get("mtime")
            yield ArchiveFile(
                path,
                int(info["size"]),
                day,
                bool(match[4]),
                float(touched) if isinstance(touched, int | float) else None,
            )


def take_away(archive: Archive, path: str) -> None:
    """Delete a file, and its day's folder once that is empty.

    Raises:
        CannotWork: the storage does not let us.
    """
    target = f"{archive.root}/{path}"
    try:
        archive.files.rm_file(target)
    except FileNotFoundError:
        return
    except Exception as error:  # each kind of storage has its own
        raise CannotWork(f"archive: {target} cannot be deleted: {error}") from error
    if archive.is_local:
        with suppress(OSError):
            os.rmdir(Path(target).parent)
