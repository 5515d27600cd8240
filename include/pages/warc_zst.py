"""WARC files in Zstandard, one frame a record (the IIPC's .warc.zst), read frame by frame.

Where a frame ends is read from its blocks (RFC 8878, 3.1.1), so that reading can begin at any
record's byte, as it can in gzip. Arrow undoes the frames; it takes no dictionaries, so files
that bring one are told.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from include.pages.arrow_codings import decoded
from include.pages.captures import Unreadable

MAGIC = b"\x28\xb5\x2f\xfd"
_SKIPPABLE = range(0x184D2A50, 0x184D2A60)
_DICTIONARY = 0x184D2A5D
_MOST_FRAME = 64_000_000
_MOST_PACKED = 64_000_000


class BrokenFrame(Exception):
    """A frame that cannot be read; `at` is the byte where it begins."""

    def __init__(self, said: str, at: int) -> None:
        super().__init__(said)
        self.at = at


def is_zst(start: bytes) -> bool:
    """Whether a file that begins so is in Zstandard."""
    return start.startswith(MAGIC) or int.from_bytes(start[:4], "little") in _SKIPPABLE


def zst_records(file: Any, start: int) -> Iterator[tuple[int, Any]]:
    """Each record from byte `start` on, with the byte of its frame.

    Raises:
        Unreadable: it has a dictionary, or is one frame for all records.
        BrokenFrame: a frame is broken, or the file ends within it.
    """
    at = start
    while True:
        file.seek(at)
        head = file.read(18)
        if not head:
            return
        magic = int.from_bytes(head[:4], "little")
        if magic == _DICTIONARY:
            raise Unreadable("compressed with a dictionary: recompress it as .warc.gz")
        if magic in _SKIPPABLE:
            at += 8 + int.from_bytes(head[4:8], "little")
            continue
        if not head.startswith(MAGIC):
            raise BrokenFrame("no frame begins where one should", at)
        try:
            end = end_of_frame(file, at, head)
            file.seek(at)
            data = decoded("zstd", file.read(end - at), _MOST_FRAME)
        except ValueError as error:
            raise BrokenFrame(str(error), at) from None
        if data is None or len(data) > _MOST_FRAME:
            raise Unreadable("compressed as a whole, not record by record")
        for record in ArchiveIterator(io.BytesIO(data)):
            yield at, record
        at = end


def end_of_frame(file: Any, at: int, head: bytes) -> int:
    """The byte behind a frame: its header, its blocks, its checksum."""
    flags = head[4]
    is_single = bool(flags & 0x20)
    size = (1 if is_single else 0, 2, 4, 8)[flags >> 6]
    if flags & 3:
        raise Unreadable("compressed with a dictionary: recompress it as .warc.gz")
    here = at + 5 + (0 if is_single else 1) + size
    while True:
        file.seek(here)
        header = file.read(3)
        if len(header) < 3:
            raise ValueError("the file ends within a record")
        block = int.from_bytes(header, "little")
        kind, length = (block >> 1) & 3, block >> 3
        if kind == 3:
            raise ValueError("a block of no kind")
        here += 3 + (1 if kind == 1 else length)
        if here - at > _MOST_PACKED:
            raise Unreadable("compressed as a whole, not record by record")
        if block & 1:
            break
    here += 4 if flags & 4 else 0
    file.seek(here - 1)
    if not file.read(1):
        raise ValueError("the file ends within a record")
    return here
