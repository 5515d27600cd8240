"""Paths with wildcards as robots.txt has them (RFC 9309, 2.2.2 and 2.2.3): `/news/*.html$`.

robots.txt itself, tdmrep.json and RSL name pages so. `*` stands for any characters, `$` at the
end for the end of the address; a path matches what begins with it, byte by byte.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


def path_of(url: str) -> str:
    """What of a URL is matched: its path and query."""
    parts = urlsplit(url)
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path


def matches(pattern: str, path: str) -> bool:
    """Whether a path (with its query) matches a pattern; in linear time."""
    pattern, path = _plain(pattern), _plain(path)
    is_whole = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not pieces:
        return path == first if is_whole else True
    last = pieces.pop() if is_whole else ""
    at = len(first)
    for piece in pieces:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return len(path) - len(last) >= at and path.endswith(last)


def _plain(path: str) -> str:
    """One spelling of a path's escapes: `%41` is `A`, `%2f` is `%2F`, `é` is `%C3%A9`."""

    def one(found: re.Match[str]) -> str:
        character = chr(int(found[1], 16))
        return character if _UNRESERVED.fullmatch(character) else found[0].upper()

    escaped = "".join(
        character if character < "\x7f" else quote(character, errors="replace")
        for character in path
    )
    return _ESCAPED.sub(one, escaped)
