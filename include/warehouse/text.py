"""Make text that Postgres takes: no NUL, no lone surrogate."""

from __future__ import annotations


def storable(text: str) -> str:
    """`text` without what the server refuses; the same object where nothing is wrong."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text
