"""Where records of a WARC file begin and end, found without reading what is in them.

For what is broken, and for a record that ends its reader: how to go on behind it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from include.pages.captures import Unreadable
from include.pages.warc_zst import MAGIC, end_of_frame, is_zst

GZIP = b"\x1f\x8b\x08"
BLOCK = 1 << 20
_RECORD = re.compile(rb"(?:^|\n)(WARC/1\.\d\r?\n)")
_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d{1,15})\s*\r\n", re.IGNORECASE)


class UpTo:
    """A file that ends at byte `end`."""

    def __init__(self, file: Any, end: int) -> None:
        self._file = file
        self._end = end

    def read(self, size: int = -1) -> bytes:
        """As of a file; nothing from `end` on."""
        left = max(0, self._end - self._file.tell())
        return bytes(self._file.read(left if size < 0 else min(size, left)))

    def seek(self, at: int) -> int:
        """As of a file, from its beginning."""
        return int(self._file.seek(at))

    def tell(self) -> int:
        """As of a file."""
        return int(self._file.tell())


def record_behind(file: Any, at: int) -> int | None:
    """Where the record behind the one at byte `at` begins; None where there is none.

    What is in a record does not count, be it a record itself: its end is where its compressed
    member ends, or where its length says. Only behind a broken one is it looked for.
    """
    file.seek(at)
    head = file.read(BLOCK)
    end: int | None = None
    with suppress(zlib.error, ValueError, Unreadable):
        if head.startswith(GZIP):
            end = _end_of_member(file, at)
        elif is_zst(head):
            end = end_of_frame(file, at, head[:18])
        else:
            end = end_of_plain(at, head)
    return next_record(file, at + 1 if end is None else end)


def _end_of_member(file: Any, at: int) -> int | None:
    file.seek(at)
    member, fed = zlib.decompressobj(31), 0
    while head := file.read(BLOCK):
        fed += len(head)
        while head and not member.eof:
            member.decompress(head, BLOCK)
            head = member.unconsumed_tail
        if member.eof:
            return at + fed - len(member.unused_data)
    return None


def end_of_plain(at: int, head: bytes) -> int | None:
    """Where the uncompressed record at `at` says that it ends; `head` is its beginning."""
    end = head.find(b"\r\n\r\n")
    found = _LENGTH.search(head[: end + 2])
    return None if end < 0 or found is None else at + end + 4 + int(found[1])


def next_record(file: Any, start: int) -> int | None:
    """The first byte from `start` on that begins a record, compressed or not."""
    file.seek(start)
    held, base = b"", start
    while block := file.read(BLOCK):
        held += block
        for found in _beginnings(held):
            if not held.startswith(GZIP, found) or is_member(held[found:]):
                return base + found
        keep = 4096  # a beginning, and enough behind it to see what it is
        base += max(0, len(held) - keep)
        held = held[-keep:]
    return None


def _beginnings(data: bytes) -> Iterator[int]:
    plain = (found.start(1) for found in _RECORD.finditer(data))
    packed = (found.start() for found in re.finditer(re.escape(GZIP), data))
    frames = (found.start() for found in re.finditer(re.escape(MAGIC), data))
    yield from sorted((*plain, *packed, *frames))


def is_member(data: bytes) -> bool:
    """Whether `data` begins with a gzip member that holds a record."""
    with suppress(zlib.error):
        return zlib.decompressobj(31).decompress(data[:4096], 64).startswith(b"WARC/")
    return False
