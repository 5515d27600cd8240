"""robots.txt, by RFC 9309: whether a URL may be fetched, and how long to wait between."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from protego import Protego

from include.outcomes import Reason
from include.pages.errors import FetchError
from include.pages.robots_text import decoded, rules_for
from include.records import Response

MAX_BYTES = 512 * 1024
MAX_CRAWL_DELAY_S = 60.0
_KEPT = timedelta(hours=24)
# What could not be read is asked for again sooner than what could.
_KEPT_UNREAD = timedelta(hours=1)
# These tell of the host, not of its robots.txt, and are handed on as they are.
_OF_THE_HOST = frozenset(
    {
        Reason.DNS_FAILED,
        Reason.CONNECTION_FAILED,
        Reason.TLS_FAILED,
        Reason.ADDRESS_REFUSED,
        Reason.RATE_LIMITED,
        Reason.BAD_URL,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """robots.txt of a site as the server answered; `status` None where it did not."""

    site: str
    status: int | None
    body: str
    fetched_at: datetime
    redirects: tuple[tuple[int, str], ...] = ()

    @property
    def is_readable(self) -> bool:
        """Whether it can be obeyed: given (2xx), or given as missing (4xx but 429)."""
        return self.status is not None and self.status != 429 and self.status < 500

    def is_fresh(self, now: datetime) -> bool:
        """Whether it need not be read again yet."""
        kept = _KEPT if self.is_readable else _KEPT_UNREAD
        return now - self.fetched_at < kept


def site_of(url: str) -> str:
    """Scheme, host and port of a URL: what one robots.txt speaks for."""
    parts = urlsplit(url)
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    is_default = parts.port in (None, {"http": 80, "https": 443}.get(scheme))
    return f"{scheme}://{host}" if is_default else f"{scheme}://{host}:{parts.port}"


class RobotsRules:
    """What sites ask of `agent`, read once a site and day through `get`.

    `get` fetches a robots.txt and raises `FetchError` if it cannot. Records of earlier runs
    come in as `known`; those read now are in `new`. A site that could not be reached is not
    asked again by the same instance, and leaves no record.
    """

    def __init__(
        self, get: Callable[[str], Awaitable[Response]], *, agent: str, known: Iterable[Robots] = ()
    ) -> None:
        self._get = get
        self._agent = agent
        self._records = {one.site: one for one in known}
        self._parsed: dict[str, Protego] = {}
        self._failed: dict[str, FetchError] = {}
        self._reading: dict[str, asyncio.Lock] = {}
        self.new: list[Robots] = []
        self.failed: list[tuple[str, FetchError]] = []

    async def check(self, url: str) -> float:
        """Seconds the site wants between requests, 0 if it does not say.

        Raises:
            FetchError: ROBOTS_DISALLOW; ROBOTS_UNREACHABLE; or why the host itself is.
        """
        site = site_of(url)
        rules = await self._rules(site)
        if not rules.can_fetch(url, self._agent):
            raise FetchError(Reason.ROBOTS_DISALLOW, f"{site}/robots.txt disallows it")
        return min(rules.crawl_delay(self._agent) or 0.0, MAX_CRAWL_DELAY_S)

    def text_of(self, url: str) -> str:
        """What the robots.txt of a URL's site says, as far as it was read; "" if it was not."""
        record = self._records.get(site_of(url))
        return record.body if record is not None and record.is_readable else ""

    async def _rules(self, site: str) -> Protego:
        async with self._reading.setdefault(site, asyncio.Lock()):
            if site in self._failed:
                raise _again(self._failed[site])
            record = self._records.get(site)
            if record is None or not record.is_fresh(datetime.now(UTC)):
                record = await self._read(site)
                self._records[site] = record
                self._parsed.pop(site, None)
                self.new.append(record)
            if not record.is_readable:
                raise FetchError(
                    Reason.ROBOTS_UNREACHABLE,
                    f"{site}/robots.txt: the server answered {record.status}",
                )
            if site not in self._parsed:
                self._parsed[site] = rules_for(record.body, self._agent)
            return self._parsed[site]

    async def _read(self, site: str) -> Robots:
        status, body = None, ""
        redirects: tuple[tuple[int, str], ...] = ()
        try:
            answer = await self._get(f"{site}/robots.txt")
        except FetchError as error:
            self.failed.append((site, error))
            if error.reason != Reason.TOO_MANY_REDIRECTS:
                if error.reason != Reason.RATE_LIMITED:
                    self._failed[site] = error
                raise _again(error) from None
            status = 404  # RFC 9309, 2.3.1.2: after five redirects it may be taken as missing
        else:
            status, redirects = answer.status, answer.redirects
            if 200 <= status < 300:
                body = decoded(answer.body)
        return Robots(
            site=site, status=status, body=body, fetched_at=datetime.now(UTC), redirects=redirects
        )


def _again(error: FetchError) -> FetchError:
    if error.reason in _OF_THE_HOST:
        return FetchError(error.reason, error.detail, retry_after_s=error.retry_after_s)
    return FetchError(Reason.ROBOTS_UNREACHABLE, f"robots.txt: {error}")
