"""Answers whose headers are not quite HTTP, made so before the parser sees them.

One odd header line must not cost a host: h11 refuses a whole answer for it. RFC 9112
(June 2022), 5.1, lets a recipient take away white space before the colon, and RFC 9110, 5.5,
lets it put a space for a control character in a value; a line that names no field at all
says nothing and is left out. Framing is never guessed: Content-Length and Transfer-Encoding
are handed on as they are, but for `identity`, which is no transfer coding any more.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

_MOST_HEAD = 96_000  # h11 reads no more
_END = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:(.*)", re.DOTALL)
_CONTROLS = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_INFORMATIONAL = re.compile(rb"HTTP/1\.\d 1(?!01)\d\d")


class TolerantStream(httpcore.AsyncNetworkStream):
    """A connection that mends the head of each answer; bodies pass as they are."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self._is_head = True

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes of the answer: its whole head at once, then its body piece by piece."""
        data = await self._inner.read(max_bytes, timeout)
        if not self._is_head:
            return data
        done = b""
        while data:
            end = _END.search(data)
            if end is None:
                if len(data) > _MOST_HEAD:
                    break
                more = await self._inner.read(max_bytes, timeout)
                if not more:
                    break
                data += more
                continue
            head, data = data[: end.start()], data[end.end() :]
            done += mended(head)
            if not _INFORMATIONAL.match(head):
                break
            if not data:
                return done  # the answer itself is still to come
        self._is_head = False
        return done + data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send a request: what comes next begins with a head."""
        self._is_head = True
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """The same connection, encrypted."""
        return TolerantStream(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        """What the connection underneath knows of itself."""
        return self._inner.get_extra_info(info)


def mended(head: bytes) -> bytes:
    """The head of an answer (status line and fields, without its empty line) as HTTP has it."""
    status, *lines = re.split(rb"\r?\n", head)
    return b"\r\n".join([status, *_fields(lines), b"", b""])


def _fields(lines: Iterable[bytes]) -> list[bytes]:
    kept: list[bytes] = []
    is_kept = False
    for line in lines:
        if line[:1] in (b" ", b"\t"):  # a folded value goes on
            if is_kept:
                kept[-1] += b" " + _CONTROLS.sub(b" ", line.strip())
            continue
        found = _FIELD.fullmatch(line)
        is_kept = found is not None and not (
            found[1].lower() == b"transfer-encoding" and found[2].strip().lower() == b"identity"
        )
        if found is not None and is_kept:
            kept.append(found[1] + b":" + _CONTROLS.sub(b" ", found[2]))
    return kept
