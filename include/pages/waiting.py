"""Waiting our turn: the gap and the number of requests at once that a host is given."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_WAIT_S = 24 * 3600.0


def retry_after(
    value: str | None, server_date: str | None, *, now: datetime | None = None
) -> float | None:
    """Seconds that a Retry-After header asks for, at most a day; None where it says nothing.

    A date is taken relative to the server's own clock where the answer states it.
    """
    if not value:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:12]), LONGEST_WAIT_S)
    until = _date(text)
    if until is None:
        return None
    here = _date(server_date or "") or now or datetime.now(UTC)
    return min(max((until - here).total_seconds(), 0.0), LONGEST_WAIT_S)


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


class HostSlots:
    """Gives requests to one host their turns: so far apart, so many at once.

    `gap_of` gives the seconds between two starts by host. A host that asks to wait is
    closed until then: `until` keeps when, for the caller to store.
    """

    def __init__(self, gap_of: Callable[[str], float], *, concurrency: int) -> None:
        self._gap_of = gap_of
        self._concurrency = concurrency
        self._slots: dict[str, asyncio.Semaphore] = {}
        self._next: dict[str, float] = {}
        self.until: dict[str, datetime] = {}

    def closed_until(self, host: str) -> datetime | None:
        """Until when the host asked us to stay away, if that is not over."""
        until = self.until.get(host)
        return until if until is not None and until > datetime.now(UTC) else None

    def close(self, host: str, seconds: float) -> None:
        """The host asked for that many seconds of quiet."""
        until = datetime.now(UTC) + timedelta(seconds=min(seconds, LONGEST_WAIT_S))
        self.until[host] = max(until, self.until.get(host, until))

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn with the host, and hold it."""
        slot = self._slots.setdefault(host, asyncio.Semaphore(self._concurrency))
        async with slot:
            gap = self._gap_of(host)
            if gap > 0:
                now = time.monotonic()
                start = max(now, self._next.get(host, 0.0))
                self._next[host] = start + gap
                await asyncio.sleep(start - now)
            yield
