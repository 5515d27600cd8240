"""Make text that Postgres takes: no NUL, no lone surrogate, no key longer than an index holds."""

from __future__ import annotations

import hashlib

KEY_BYTES = 1_000
"""The longest text, in bytes of UTF-8, that stands in an index; a row of one holds 2,704."""
NAME_CHARS = 300
"""The longest name that is kept, in characters: 1,200 bytes at most."""


def storable(text: str) -> str:
    """`text` without what the server refuses; the same object where nothing is wrong."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text


def key_of(text: str, most: int = KEY_BYTES) -> str:
    """`text` as it may stand in an index: storable, and at most `most` bytes.

    PostgreSQL counts bytes there, and a letter has up to four. A longer text is cut and ends
    with a digest of the whole, so that two that begin alike stay two.
    """
    text = storable(text)
    whole = text.encode("utf-8")
    if len(whole) <= most:
        return text
    mark = f"…{hashlib.sha256(whole).hexdigest()[:16]}"
    return whole[: most - len(mark.encode())].decode("utf-8", "ignore") + mark


def name_of(text: str) -> str:
    """`text` as a name is kept: storable, and at most `NAME_CHARS` characters."""
    return storable(text)[:NAME_CHARS]
