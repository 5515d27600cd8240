"""Begin the logs of long-lived processes anew before they fill the disk."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

KEPT = 3


def rotate(log: Path, *, most_bytes: int) -> bool:
    """Move the content of `log` to `log.1`, earlier ones up to `log.3`, once it is too large.

    The process that writes goes on in the same file: it was opened for appending, so after
    the cut it writes at the new end. Lines written between copy and cut are lost, as with
    logrotate's `copytruncate`. A full disk leaves things as they are.
    """
    with suppress(OSError):
        if log.stat().st_size <= most_bytes:
            return False
        for number in range(KEPT - 1, 0, -1):
            earlier = _numbered(log, number)
            if earlier.exists():
                earlier.replace(_numbered(log, number + 1))
        shutil.copyfile(log, _numbered(log, 1))
        with log.open("r+b") as file:
            file.truncate(0)
        return True
    return False


def _numbered(log: Path, number: int) -> Path:
    return log.with_name(f"{log.name}.{number}")
