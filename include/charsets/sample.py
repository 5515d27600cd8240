"""The part of a document that tells its encoding: text beyond ASCII, without the markup."""

from __future__ import annotations

import re

_MOST = 24_000
# A tag and the text behind it. What stands in a script tells nothing of the article's encoding.
_PIECE = re.compile(rb"<(script|style)?[^<>]*>([^<>]*)", re.IGNORECASE)
_ASCII = bytes(range(128))


def sample(body: bytes) -> bytes:
    """At most 24,000 bytes of text with bytes beyond ASCII in it, piece by piece."""
    if b"<" not in body:
        return body[:_MOST]
    pieces, length = [], 0
    for found in _PIECE.finditer(body):
        text = found[2]
        if found[1] is None and not text.isascii():
            pieces.append(text)
            length += len(text) + 1
            if length >= _MOST:
                break
    return b"\n".join(pieces)[:_MOST] if pieces else body[:_MOST]


def count_high(body: bytes) -> int:
    """How many bytes are beyond ASCII."""
    return len(body.translate(None, _ASCII))
