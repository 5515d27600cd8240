"""What a feed was packed in."""

from __future__ import annotations

import zlib

MAX_UNPACKED = 20_000_000


def unpacked(body: bytes) -> bytes:
    """`body`, gunzipped where it is a gzip file, at most `MAX_UNPACKED` bytes of it."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MAX_UNPACKED)
    except zlib.error:
        return body
