"""Undo Content-Encoding as the bytes arrive, and never make more of them than is allowed."""

from __future__ import annotations

import zlib

from include.outcomes import Reason
from include.pages.arrow_codings import CODINGS, decoded
from include.pages.errors import FetchError

# What we ask for, bounded by zlib's own `max_length`. Brotli and Zstandard are undone where they
# come all the same. Other names in that header (`aws-chunked`, `utf-8`, `identity`) are of no
# coding of the content, and browsers and libraries take the body as it is.
ACCEPTED = "gzip, deflate"
_UNDONE = frozenset({"gzip", "x-gzip", "deflate", *CODINGS})
_MOST_LAYERS = 2
_STEP = 1 << 18


class Body:
    """Collects a body: decompresses, counts, and stops at `max_bytes`.

    With `cut`, what lies beyond the limit is left out, and `is_full` tells so; without it
    the body is refused. `wire_bytes` counts what came.
    """

    def __init__(self, encodings: str, *, max_bytes: int, cut: bool = False) -> None:
        names = [name.strip().lower() for name in encodings.split(",") if name.strip()]
        layers = [name for name in names if name in _UNDONE]
        if len(layers) > _MOST_LAYERS:
            raise FetchError(Reason.BROKEN_TRANSFER, f"compressed {len(layers)} times over")
        self._layers = [
            _Held(name, max_bytes) if name in CODINGS else _Layer(name == "deflate")
            for name in reversed(layers)
        ]
        self._max_bytes = max_bytes
        self._cut = cut
        self.wire_bytes = 0
        self._out = bytearray()
        self.is_full = False

    def add(self, data: bytes) -> None:
        """Take bytes from the wire.

        Raises:
            FetchError: TOO_LARGE, or BROKEN_TRANSFER if they do not decompress.
        """
        self.wire_bytes += len(data)
        if self.wire_bytes > self._max_bytes and not self._layers:
            self._out += data
            self._limit()
            return
        if self.wire_bytes > self._max_bytes + 4096:
            if self._cut:
                self._drain()
            self._overfull()
            return
        self._push(0, data)

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            FetchError: BROKEN_TRANSFER if a compressed stream broke off.
        """
        self._drain()
        if not self.is_full and any(layer.is_open for layer in self._layers):
            raise FetchError(Reason.BROKEN_TRANSFER, "the compressed body broke off")
        return bytes(self._out)

    def _drain(self) -> None:
        """Take what layers give only when all is there, the outermost first."""
        for number, layer in enumerate(self._layers):
            layer.end()
            while not self.is_full and (piece := layer.take(_STEP)):
                self._push(number + 1, piece)

    def _push(self, number: int, data: bytes) -> None:
        if number == len(self._layers):
            self._out += data
            self._limit()
            return
        layer = self._layers[number]
        layer.feed(data)
        while not self.is_full and (piece := layer.take(_STEP)):
            self._push(number + 1, piece)

    def _limit(self) -> None:
        if len(self._out) > self._max_bytes:
            self._overfull()

    def _overfull(self) -> None:
        if not self._cut:
            raise FetchError(Reason.TOO_LARGE, f"more than {self._max_bytes} bytes")
        del self._out[self._max_bytes :]
        self.is_full = True


class _Held:
    """A stream that is undone when it is whole; its compressed bytes are bounded as all are."""

    def __init__(self, coding: str, most: int) -> None:
        self._coding = coding
        self._most = most
        self._waiting = bytearray()
        self._out = b""
        self.is_open = False

    def feed(self, data: bytes) -> None:
        self._waiting += data
        if len(self._waiting) > self._most + 4096:
            raise FetchError(Reason.TOO_LARGE, f"more than {self._most} bytes")

    def end(self) -> None:
        data, self._waiting = bytes(self._waiting), bytearray()
        if not data:
            return
        try:
            found = decoded(self._coding, data, self._most)
        except ValueError as error:
            raise FetchError(Reason.BROKEN_TRANSFER, f"does not decompress: {error}") from None
        self._out = data if found is None else found

    def take(self, most: int) -> bytes:
        data, self._out = self._out[:most], self._out[most:]
        return data


class _Layer:
    """One gzip or deflate stream; plain bytes under a false label pass through."""

    def __init__(self, is_deflate: bool) -> None:
        self._is_deflate = is_deflate
        self._waiting = b""
        self._head = b""
        self._zlib: zlib._Decompress | None = None
        self._is_plain = False

    @property
    def is_open(self) -> bool:
        """Whether more bytes were to come."""
        return bool(self._head) or (self._zlib is not None and not self._zlib.eof)

    def end(self) -> None:
        """Nothing is held back: what was fed has been taken."""

    def feed(self, data: bytes) -> None:
        if self._zlib is None and not self._is_plain:
            self._head += data
            if len(self._head) < 2:
                return
            data, self._head = self._head, b""
            self._start(data)
        self._waiting += data

    def take(self, most: int) -> bytes:
        if self._is_plain:
            data, self._waiting = self._waiting, b""
            return data
        while self._zlib is not None and self._waiting:
            if self._zlib.eof:
                # Members may follow one another; anything else after the end is ignored.
                if self._is_deflate or not self._waiting.startswith(b"\x1f\x8b"):
                    self._waiting = b""
                    return b""
                self._zlib = zlib.decompressobj(wbits=31)
            piece = _decompress(self._zlib, self._waiting, most)
            self._waiting = self._zlib.unused_data if self._zlib.eof else self._zlib.unconsumed_tail
            if piece:
                return piece
        # What zlib holds back in its own buffer, once its input is used up.
        if self._zlib is not None and not self._zlib.eof:
            return _decompress(self._zlib, b"", most)
        return b""

    def _start(self, data: bytes) -> None:
        if self._is_deflate:
            # RFC 9110 means zlib's format; some servers send the bare stream.
            is_zlib = data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
            self._zlib = zlib.decompressobj(wbits=15 if is_zlib else -15)
        elif data.startswith(b"\x1f\x8b"):
            self._zlib = zlib.decompressobj(wbits=31)
        else:
            self._is_plain = True


def _decompress(stream: zlib._Decompress, data: bytes, most: int) -> bytes:
    try:
        return stream.decompress(data, most)
    except zlib.error as error:
        raise FetchError(Reason.BROKEN_TRANSFER, f"does not decompress: {error}") from None
