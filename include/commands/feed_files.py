"""Feed lists as files: which is meant, and how one is changed without ever being half written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from include.errors import CannotWork
from include.feeds.adding import CannotAdd, LongerList, add_to_csv
from include.records import Feed
from include.settings import Settings
from include.stages.feed_list import LIVE, SAMPLE, list_bytes, list_path

_NEW_FILE = 0o644


def default_list(settings: Settings) -> Path:
    """The list that DATELINE_FEEDS names; seeds/feeds.csv where that is the sample newsroom."""
    return list_path(LIVE if settings.feeds == SAMPLE else settings.feeds)


def add_feeds(target: Path, feeds: Iterable[Feed], *, dry_run: bool = False) -> LongerList:
    """Add feeds at the end of the CSV list `target`, which is made if there is none.

    Raises:
        CannotWork: it cannot be added to, read or written.
    """
    if target.suffix.lower() in (".opml", ".xml"):
        raise CannotWork(f"{target}: feeds are added to CSV lists only; name one that is")
    before = list_bytes(target) if target.exists() else b""
    try:
        made = add_to_csv(before, feeds)
    except CannotAdd as error:
        raise CannotWork(f"{target}: {error}") from None
    if made.added and not dry_run:
        write_text(target, made.text)
    return made


def write_text(target: Path, text: str) -> None:
    """Put `text` into a file in one step: readers see the old file or the new one.

    A link keeps leading where it leads, and a file keeps its permissions.

    Raises:
        CannotWork: it cannot be written.
    """
    part: str | None = None
    try:
        target = target.resolve()
        mode = target.stat().st_mode & 0o777 if target.exists() else _NEW_FILE
        handle, part = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(part, mode)
        os.replace(part, target)
    except OSError as error:
        if part is not None:
            with suppress(OSError):
                os.unlink(part)
        raise CannotWork(f"cannot write {target}: {error.strerror}") from None
