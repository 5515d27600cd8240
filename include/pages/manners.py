"""How often and how many at once: slots of a host, and what it asks for by Retry-After."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol

from include import urls
from include.outcomes import Reason
from include.pages.errors import FetchError

LONGEST_WAIT_S = 86_400.0
# After a 429 that does not say for how long.
USUAL_WAIT_S = 30.0
# A wait no longer than this is waited out here; for a longer one the request is given back.
_PATIENCE_S = 5.0


class Turns(Protocol):
    """Turns at hosts that several processes share."""

    async def take(self, host: str, gap_s: float) -> tuple[int | None, float]:
        """A lease, and the seconds until its turn; without a lease, ask again after them."""
        ...

    async def end(self, lease: int) -> None:
        """Give a lease back."""
        ...


class HostSlots:
    """Keeps requests to one host apart, within this process and, by `turns`, across all.

    Between the starts of two requests to a host lie at least `gap_s` seconds; at most
    `concurrency` are under way at once. `until` holds the instants before which hosts asked
    to be left alone, by the key that `back_off_key` gives.
    """

    def __init__(self, *, concurrency: int, turns: Turns | None = None) -> None:
        self.until: dict[str, datetime] = {}
        self._turns = turns
        self._concurrency = concurrency
        self._free: dict[str, asyncio.Semaphore] = {}
        self._next_start: dict[str, float] = {}

    @asynccontextmanager
    async def slot(self, host: str, *, gap_s: float, key: str | None = None) -> AsyncIterator[None]:
        """Wait for this host's turn, and hold it; `key` is what may have been asked to wait.

        Raises:
            FetchError: RATE_LIMITED, if the host asked for a longer wait.
        """
        free = self._free.setdefault(host, asyncio.Semaphore(self._concurrency))
        async with free:
            key = key or host
            self.check(key)
            clock = asyncio.get_running_loop().time
            start = max(clock(), self._next_start.get(host, 0.0), clock() + self._left(key))
            self._next_start[host] = start + gap_s
            await asyncio.sleep(start - clock())
            lease = await self._take(host, gap_s)
            try:
                self.check(key)  # another request may have been told to wait meanwhile
                yield
            finally:
                if self._turns is not None and lease is not None:
                    await asyncio.shield(self._turns.end(lease))

    async def _take(self, host: str, gap_s: float) -> int | None:
        if self._turns is None:
            return None
        while True:
            lease, wait_s = await self._turns.take(host, gap_s)
            try:
                await asyncio.sleep(wait_s)
            except asyncio.CancelledError:
                if lease is not None:
                    await asyncio.shield(self._turns.end(lease))
                raise
            if lease is not None:
                return lease

    def check(self, key: str) -> None:
        """Raise RATE_LIMITED if we were asked for a wait that is too long to wait here."""
        left = self._left(key)
        if left > _PATIENCE_S:
            raise FetchError(
                Reason.RATE_LIMITED, f"{key} asked to wait {left:.0f} s more", retry_after_s=left
            )

    def hold_off(self, key: str, seconds: float) -> None:
        """Leave a host (or what `key` stands for) alone for so long, at most a day."""
        wait = timedelta(seconds=min(seconds, LONGEST_WAIT_S))
        until = datetime.now(UTC) + wait
        self.until[key] = max(until, self.until.get(key, until))

    def _left(self, key: str) -> float:
        until = self.until.get(key)
        return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until else 0.0


def back_off_key(url: str, by: str) -> str:
    """What is left alone when `url`'s server asks us to wait: `by` is feed, host or domain."""
    if by == "feed":
        return url
    if by == "domain":
        return urls.publisher_domain(url)
    return urls.host(url)


def retry_after_s(value: str | None, *, date: str | None = None) -> float | None:
    """Seconds that a Retry-After header asks for, at most a day; None if it is not one.

    It holds seconds, or an instant that is set against the server's own clock (`date`, its
    Date header) where it tells the time. What lies in the past is 0.
    """
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:12]), LONGEST_WAIT_S)
    at = _http_date(value)
    if at is None:
        return None
    now = (_http_date(date) if date else None) or datetime.now(UTC)
    return min(max(0.0, (at - now).total_seconds()), LONGEST_WAIT_S)


def _http_date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
