"""The one HTTP client: GET, HTTP/1.1, one deadline for all of it.

Built on httpcore rather than on a client above it, because what such clients add is what
must not happen here: proxies and credentials from the environment, cookies kept from one
page to the next, redirects followed unseen, bodies decompressed without a bound.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import urlencode

import certifi
import httpcore
import httpx

from include.outcomes import Reason
from include.pages.cookies import ChainCookies
from include.pages.decompress import ACCEPTED, Body
from include.pages.errors import FetchError
from include.pages.guard import AddressGuard, GuardedBackend
from include.pages.signals import is_for_all
from include.records import Response
from include.urls import BadUrl, absolute, masked, with_ascii_host

MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_HEADER = 4_096
_MAX_HEADERS = 200
_CONNECT_S = 15.0
_KEEPALIVE_S = 3.0
_NO_CONNECTION = frozenset(
    {Reason.BAD_URL, Reason.DNS_FAILED, Reason.CONNECTION_FAILED, Reason.ADDRESS_REFUSED}
)

Turn = Callable[[str], AbstractAsyncContextManager[None]]


class _Answer(NamedTuple):
    """One hop: what came, and what had been asked."""

    status: int
    headers: dict[str, str]
    body: bytes
    asked: dict[str, str]
    wire_bytes: int
    cookies: tuple[str, ...] = ()


class Client:
    """GETs URLs; use it as an async context manager."""

    def __init__(
        self,
        guard: AddressGuard,
        *,
        user_agent: str,
        connections: int = 64,
        redirect_cookies: bool = True,
    ) -> None:
        self.guard = guard
        self._redirect_cookies = redirect_cookies
        self.user_agent = user_agent
        self.tls = ssl.create_default_context()
        self.tls.load_verify_locations(certifi.where())
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=self.tls,
            max_connections=connections,
            max_keepalive_connections=connections // 2,
            keepalive_expiry=_KEEPALIVE_S,
            http2=False,
            retries=0,
            network_backend=GuardedBackend(guard),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._pool.aclose()
        self.guard.close()

    async def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        max_bytes: int,
        deadline_s: float,
        accept: str = "*/*",
        cut: bool = False,
        turn: Turn = lambda _: nullcontext(),
    ) -> Response:
        """The answer to a GET, whatever its status, after at most five redirects.

        `deadline_s` covers names, connections, redirects and body. `etag` and
        `last_modified` go back exactly as the server wrote them. Each request, those to
        where redirects lead too, is made within `turn(url)`, which may wait, outside of the
        deadline, and may raise. With `cut`, a body is read up to `max_bytes` instead of
        being refused.

        Raises:
            FetchError: there is no answer to be had; the reason says why.
        """
        validators = [
            (name, value.encode("latin-1", "ignore"))
            for name, value in ((b"If-None-Match", etag), (b"If-Modified-Since", last_modified))
            if value and "\r" not in value and "\n" not in value
        ]
        hops: list[tuple[int, str]] = []
        here, left_s = url, deadline_s
        cookies = ChainCookies(is_on=self._redirect_cookies)
        seen = {(url, b"")}
        was_sent = False
        try:
            while True:
                was_sent = False
                self._check_literal(here)  # before the wait for a turn, which it would not need
                async with turn(here):
                    was_sent, started = True, time.monotonic()
                    async with asyncio.timeout(left_s):
                        answer = await self._one(
                            here,
                            validators,
                            accept=accept,
                            max_bytes=max_bytes,
                            cut=cut,
                            cookie=cookies.header(here),
                        )
                    left_s -= time.monotonic() - started
                location = answer.headers.get("location")
                if answer.status not in _REDIRECTS or not location:
                    break
                was_sent = False  # the next one is not, yet
                cookies.take(here, answer.cookies)
                here = _target(location, here)
                hops.append((answer.status, here))
                # The same place with another cookie is another request.
                asked_for = (here, cookies.header(here))
                is_loop = asked_for in seen
                seen.add(asked_for)
                if is_loop or len(hops) > MAX_REDIRECTS:
                    what = "a loop" if is_loop else f"more than {MAX_REDIRECTS}"
                    raise FetchError(Reason.TOO_MANY_REDIRECTS, f"{what}, at {masked(here)[:200]}")
        except TimeoutError:
            error = FetchError(Reason.TIMED_OUT, f"no whole answer in {deadline_s:g} s")
            error.redirects = tuple(hops)
            raise error from None
        except FetchError as error:
            error.redirects = tuple(hops)
            error.was_sent = was_sent and error.reason not in _NO_CONNECTION
            raise
        return Response(
            requested_url=url,
            url=here,
            status=answer.status,
            headers=answer.headers,
            body=answer.body,
            fetched_at=datetime.now(UTC),
            elapsed_ms=round((deadline_s - left_s) * 1000),
            redirects=tuple(hops),
            request_headers=answer.asked,
            wire_bytes=answer.wire_bytes,
        )

    def _check_literal(self, url: str) -> None:
        with suppress(ValueError):  # what is no URL is told where the request is made
            self.guard.check_literal(url)

    async def post(self, url: str, form: Mapping[str, str], *, deadline_s: float) -> int:
        """The status of the answer to a form that is posted; no redirect is followed.

        Raises:
            FetchError: there is no answer to be had; the reason says why.
        """
        self._check_literal(url)
        body = urlencode(form).encode("ascii")
        asked = self._request(url, "*/*", [])
        headers = [
            *asked.headers,
            (b"Content-Type", b"application/x-www-form-urlencoded"),
            (b"Content-Length", str(len(body)).encode("ascii")),
        ]
        request = httpcore.Request(
            "POST", asked.url, headers=headers, content=body, extensions=asked.extensions
        )
        try:
            async with asyncio.timeout(deadline_s):
                with _as_fetch_errors():
                    response = await self._pool.handle_async_request(request)
                    await response.aclose()
                    return response.status
        except TimeoutError:
            raise FetchError(Reason.TIMED_OUT, f"no answer in {deadline_s:g} s") from None

    async def _one(
        self,
        url: str,
        validators: list[tuple[bytes, bytes]],
        *,
        accept: str,
        max_bytes: int,
        cut: bool,
        cookie: bytes,
    ) -> _Answer:
        more = [*validators, (b"Cookie", cookie)] if cookie else validators
        request = self._request(url, accept, more)
        asked = _headers(request.headers)
        with _as_fetch_errors():
            response = await self._pool.handle_async_request(request)
            try:
                headers = _headers(response.headers)
                if response.status in _REDIRECTS or response.status == 304:
                    return _Answer(response.status, headers, b"", asked, 0, _cookies(response))
                body = Body(headers.get("content-encoding", ""), max_bytes=max_bytes, cut=cut)
                stated = headers.get("content-length", "")
                if not cut and stated.isdecimal() and len(stated) < 20 and int(stated) > max_bytes:
                    raise FetchError(Reason.TOO_LARGE, f"{int(stated)} bytes announced")
                async for data in response.aiter_stream():
                    body.add(data)
                    if body.is_full:
                        break
                return _Answer(response.status, headers, body.finish(), asked, body.wire_bytes)
            finally:
                await response.aclose()

    def _request(
        self, url: str, accept: str, validators: list[tuple[bytes, bytes]]
    ) -> httpcore.Request:
        try:
            parts = httpx.URL(with_ascii_host(absolute(url))).copy_with(fragment=None)
        except (httpx.InvalidURL, BadUrl, ValueError) as error:
            raise FetchError(Reason.BAD_URL, str(error)[:300]) from None
        if not parts.raw_host:
            raise FetchError(Reason.BAD_URL, "no host")
        headers = [
            (b"Host", parts.netloc),
            (b"User-Agent", self.user_agent.encode("ascii", "ignore")),
            (b"Accept", accept.encode("ascii")),
            (b"Accept-Encoding", ACCEPTED.encode("ascii")),
            (b"Connection", b"keep-alive"),
            *validators,
        ]
        address = httpcore.URL(
            scheme=parts.raw_scheme, host=parts.raw_host, port=parts.port, target=parts.raw_path
        )
        times = {"connect": _CONNECT_S, "read": None, "write": None, "pool": None}
        return httpcore.Request("GET", address, headers=headers, extensions={"timeout": times})


@contextmanager
def _as_fetch_errors() -> Iterator[None]:
    """What goes wrong on a connection, told as a `FetchError`."""
    try:
        yield
    except FetchError:
        raise
    except (httpcore.ConnectTimeout, httpcore.ReadTimeout, httpcore.WriteTimeout) as error:
        raise FetchError(Reason.TIMED_OUT, _said(error) or "no connection in time") from None
    except (httpcore.ConnectError, ssl.SSLError) as error:
        if tls := _tls_error(error):
            raise FetchError(Reason.TLS_FAILED, _said(tls)) from None
        raise FetchError(Reason.CONNECTION_FAILED, _said(error)) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise FetchError(Reason.BROKEN_TRANSFER, _said(error)) from None


def _cookies(response: httpcore.Response) -> tuple[str, ...]:
    return tuple(
        value.decode("latin-1")
        for name, value in response.headers[:_MAX_HEADERS]
        if name.lower() == b"set-cookie"
    )


def _target(location: str, base: str) -> str:
    with suppress(UnicodeError):
        # Servers write UTF-8 into this header, which HTTP reads as Latin-1.
        location = location.encode("latin-1").decode("utf-8")
    try:
        return absolute(location, base).partition("#")[0]
    except BadUrl as error:
        shown = masked(location if "://" in location else location.partition("?")[0])
        said = f"redirected to {shown[:200]!r}: {error}"
        raise FetchError(Reason.ADDRESS_REFUSED, said) from None


def _headers(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    # Over-long values are left out: a cut validator would be a wrong one. An over-long Location
    # stays, cut: it is refused as too long, where without it a redirect would look like a fault.
    headers: dict[str, str] = {}
    for name, value in raw[:_MAX_HEADERS]:
        if name.lower() == b"location":
            value = value[:_MAX_HEADER]
        if len(value) <= _MAX_HEADER:
            key, text = name.decode("latin-1").lower(), value.decode("latin-1")
            if key == "x-robots-tag" and key in headers and is_for_all(text):
                # Behind a directive for one crawler it would read as meant for that one.
                headers[key] = f"{text}, {headers[key]}"
                continue
            headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers


def _tls_error(error: BaseException | None) -> BaseException | None:
    for _ in range(8):
        if error is None or isinstance(error, ssl.SSLError | ssl.CertificateError):
            return error
        error = error.__cause__ or error.__context__
    return None


def _said(error: BaseException) -> str:
    text = str(error).replace("\n", " ")[:300]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
