"""Pages that others fetched, as they lie in files; read in pieces, so that a reader can stop."""

from __future__ import annotations

from dataclasses import dataclass

from include.outcomes import Reason
from include.records import Response

_HTML = ("text/html", "application/xhtml+xml")


class Unreadable(Exception):
    """A file that is not what it was taken for, or that storage does not give; says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One page in a file: its answer, or why it is none for us.

    `where` is its place in the file: a byte, or a file's path in its folder. `publisher` is
    what the folder says of it, if anything.
    """

    where: str
    url: str
    answer: Response | None = None
    reason: Reason | None = None
    detail: str = ""
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Captures in the order of their file, and where to go on; `following` None at the end."""

    captures: tuple[Capture, ...]
    following: str | None


def is_html(content_type: str, body: bytes) -> bool:
    """Whether a body is a page, by its header or, without one, by how it begins."""
    if content_type.strip():
        return content_type.strip().lower().startswith(_HTML)
    start = body[:1024].lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html")) or b"<html" in start
