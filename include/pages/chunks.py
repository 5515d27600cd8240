"""Bodies that say they are chunked, in files of others: some are, and some were undone already."""

from __future__ import annotations

import re

_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,4096})?(\r?\n)")


class CutShort(Exception):
    """A chunked body whose last chunk is not all there."""


def dechunked(data: bytes) -> bytes:
    """`data` without its framing (RFC 9112, 7.1); as it is where it has none.

    A page may begin with a line that is a number in hexadecimal: it is a chunk's size only if
    so many bytes and a line's end follow.

    Raises:
        CutShort: it is chunked and ends early.
    """
    parts: list[bytes] = []
    at = 0
    while found := _SIZE.match(data, at):
        size, begins = int(found[1], 16), found.end()
        if size == 0:
            return b"".join(parts)
        ends = begins + size
        if ends > len(data):
            # A size that the first line only seems to be has no line end of the protocol.
            if not parts and found[2] == b"\n":
                return data
            raise CutShort(f"a chunk of {size} bytes has {len(data) - begins}")
        after = data[ends : ends + 2]
        if not after.startswith(b"\n") and after != b"\r\n":
            if after == b"\r" or not after:
                raise CutShort("it ends behind a chunk")
            return data if not parts else _broken()
        parts.append(data[begins:ends])
        at = ends + (1 if after.startswith(b"\n") else 2)
    if parts and at >= len(data):
        raise CutShort("it has no last chunk")
    return data if not parts else _broken()


def _broken() -> bytes:
    raise CutShort("a chunk does not end where it says")
