"""Brotli and Zstandard under a cap, by Arrow's codecs.

Nobody is asked for them, but caches send them all the same, and browsers' archives are full
of them. pyarrow is here for Parquet and brings both; it reads from a file, so the
compressed bytes (which are bounded, too) are held until they are all there.
"""

from __future__ import annotations

import io

CODINGS = {"br": "brotli", "zstd": "zstd", "x-zstd": "zstd"}

_ZSTD = b"\x28\xb5\x2f\xfd"
# RFC 9659 (September 2024): a decoder of this content coding need not keep more than 8 MB.
_MOST_WINDOW = 8 << 20


def decoded(coding: str, data: bytes, most: int) -> bytes | None:
    """At most `most` + 1 bytes of what was compressed, or None for what is plain under a
    false label.

    Raises:
        ValueError: it is neither; or a frame wants more memory than is given.
    """
    if coding != "br" and not data.startswith(_ZSTD):
        return None
    if coding != "br" and (window_of(data) or 0) > _MOST_WINDOW:
        raise ValueError("a window of more than 8 MB")
    import pyarrow as pa  # it takes a while, and few answers need it

    try:
        with pa.CompressedInputStream(io.BytesIO(data), CODINGS[coding]) as stream:
            parts: list[bytes] = []
            left = most + 1
            while left > 0 and (part := stream.read(min(left, 1 << 18))):
                parts.append(part)
                left -= len(part)
            return b"".join(parts)
    except (OSError, pa.ArrowException) as error:
        if _reads_as_text(data):
            return None
        raise ValueError(str(error)[:100]) from None


def _reads_as_text(data: bytes) -> bool:
    start = data[:512].lstrip()
    return start[:1] in b"<{[\xef" and not any(byte < 9 or 13 < byte < 32 for byte in start)


def window_of(data: bytes) -> int | None:
    """The window a frame asks for (RFC 8878, 3.1.1.1); None where it is cut off."""
    if len(data) < 18:
        return None
    flags = data[4]
    if not flags & 0x20:
        exponent, mantissa = data[5] >> 3, data[5] & 7
        base = 1 << (10 + exponent)
        return base + (base >> 3) * mantissa
    at = 5 + (0, 1, 2, 4)[flags & 3]
    size = {0: 1, 1: 2, 2: 4, 3: 8}[flags >> 6]
    return int.from_bytes(data[at : at + size], "little") + (256 if size == 2 else 0)
