"""Cookies within one chain of redirects, and no further.

Some sites set a cookie and send the visitor to the same page again, for ever if it does not
come back. What is set on the way to an answer goes back on the way to that answer, by the
rules of the standard library's jar (host, path, Secure), and is forgotten with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from email.message import Message
from http.client import HTTPResponse
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import cast
from urllib.request import Request

_MOST_COOKIES = 20
_MAX_COOKIE = 4_096
_MAX_HEADER = 8_192


class ChainCookies:
    """The cookies of one chain; without `is_on` there are none."""

    def __init__(self, *, is_on: bool) -> None:
        policy = DefaultCookiePolicy(strict_domain=True, strict_ns_set_path=False)
        self._jar = CookieJar(policy) if is_on else None

    def take(self, url: str, set_by: Iterable[str]) -> None:
        """Keep what an answer from `url` set, by the values of its Set-Cookie fields."""
        if self._jar is None:
            return
        fields = Message()
        for value in list(set_by)[:_MOST_COOKIES]:
            if len(value) <= _MAX_COOKIE:
                fields["Set-Cookie"] = value
        request = Request(url)  # noqa: S310 - never opened: the jar speaks of such objects
        self._jar.extract_cookies(cast(HTTPResponse, _Told(fields)), request)

    def header(self, url: str) -> bytes:
        """What goes to `url` as its Cookie field; empty where nothing does."""
        if self._jar is None or not len(self._jar):
            return b""
        request = Request(url)  # noqa: S310 - never opened: the jar speaks of such objects
        self._jar.add_cookie_header(request)
        value = str(request.get_header("Cookie") or "").encode("latin-1", "ignore")
        is_plain = len(value) <= _MAX_HEADER and not any(byte < 32 for byte in value)
        return value if is_plain else b""


class _Told:
    """What the jar asks of an answer."""

    def __init__(self, fields: Message) -> None:
        self._fields = fields

    def info(self) -> Message:
        return self._fields
