"""Retry-After, slots of a host, and whose robots.txt speaks for a URL."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from include.outcomes import Reason
from include.pages.errors import FetchError
from include.pages.manners import HostSlots, retry_after_s
from include.pages.robots import Robots, site_of

NOW = datetime(2024, 9, 2, 10, tzinfo=UTC)


def http_date(after_s: float) -> str:
    return format_datetime(NOW + timedelta(seconds=after_s), usegmt=True)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("99999999999999999999", 86_400),
        (http_date(90), 90),
        (http_date(-90), 0),
        (http_date(1e8), 86_400),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        (None, None),
        ("x" * 10_000, None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after_s(value, date=http_date(0)) == seconds


def test_retry_after_without_a_date_is_set_against_our_clock() -> None:
    value = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    found = retry_after_s(value, date="nonsense")
    assert found is not None
    assert 3590 < found <= 3600


def test_slots_keep_gap_and_concurrency() -> None:
    starts: dict[str, list[float]] = {"a": [], "b": []}
    at_once = {"a": 0, "b": 0}
    most = {"a": 0, "b": 0}

    async def use(slots: HostSlots, host: str) -> None:
        async with slots.slot(host, gap_s=0.05):
            starts[host].append(time.monotonic())
            at_once[host] += 1
            most[host] = max(most[host], at_once[host])
            await asyncio.sleep(0.12)
            at_once[host] -= 1

    async def main() -> None:
        slots = HostSlots(concurrency=2)
        await asyncio.gather(*(use(slots, host) for host in "aabbaabb"))

    asyncio.run(main())
    for host in "ab":
        gaps = [b - a for a, b in pairwise(starts[host])]
        assert min(gaps) > 0.045
        assert most[host] == 2
    assert abs(starts["a"][0] - starts["b"][0]) < 0.04


def test_host_that_asked_to_wait_is_left_alone() -> None:
    async def main() -> None:
        slots = HostSlots(concurrency=1)
        slots.hold_off("a", 600)
        slots.hold_off("a", 60)  # a shorter wish does not undo a longer one
        async with slots.slot("b", gap_s=0):
            pass
        async with slots.slot("a", gap_s=0):
            pass

    with pytest.raises(FetchError) as caught:
        asyncio.run(main())
    assert caught.value.reason == Reason.RATE_LIMITED
    assert caught.value.retry_after_s == pytest.approx(600, abs=2)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("HTTP://News.Example:80/a", "http://news.example"),
        ("https://news.example:443/a", "https://news.example"),
        ("https://news.example:8443/a", "https://news.example:8443"),
        ("http://[::1]:80/a", "http://[::1]"),
    ],
)
def test_site(url: str, site: str) -> None:
    assert site_of(url) == site


@pytest.mark.parametrize(
    ("status", "hours", "is_fresh"),
    [(200, 23, True), (200, 25, False), (404, 23, True), (503, 0.5, True), (503, 2, False)],
)
def test_how_long_robots_is_kept(status: int, hours: float, is_fresh: bool) -> None:
    read_at = NOW - timedelta(hours=hours)
    assert Robots(site="", status=status, body="", fetched_at=read_at).is_fresh(NOW) is is_fresh
