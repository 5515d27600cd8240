"""Large bodies: memory is bounded in bytes, whatever their number."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from include.memory import Budget
from include.pages.fetch import Fetcher, Request
from include.records import Response
from include.stages.network import Fetched, in_pieces

MIB = 1 << 20


def answer(url: str, size: int) -> Response:
    return Response(
        requested_url=url, url=url, status=200, headers={}, body=bytes(size),
        fetched_at=datetime.now(UTC), elapsed_ms=1,
    )  # fmt: skip


@pytest.mark.parametrize(("size", "sizes"), [(5 * MIB, [4, 4, 2]), (10, [8, 2])])
def test_a_piece_ends_when_its_bodies_fill_their_share(size: int, sizes: list[int]) -> None:
    async def arrived() -> AsyncIterator[Fetched]:
        for number in range(10):
            url = f"https://a.example/{number}"
            yield {}, Request(id=str(number), url=url, max_bytes=size), answer(url, size)

    async def lengths() -> list[int]:
        return [len(one) async for one in in_pieces(arrived(), most=8, budget=Budget(256))]

    assert asyncio.run(lengths()) == sizes


class _Large:
    """A client of servers that each answer with a large body at once."""

    def __init__(self) -> None:
        self.guard = self
        self.begun = 0

    def is_listed_url(self, url: str) -> bool:
        return False

    async def get(self, url: str, *, turn: Any, **_: Any) -> Response:
        async with turn(url):
            self.begun += 1
            await asyncio.sleep(0)
            return answer(url, MIB)


def test_no_request_is_begun_while_enough_bytes_wait() -> None:
    async def most_ahead() -> tuple[int, int]:
        client = _Large()
        manners = Fetcher(
            client, agent="Dateline", deadline_s=1.0, gap_s=0.0, private_gap_s=0.0,  # type: ignore[arg-type]
            host_concurrency=1, connections=4, obey_robots=False, most_held=10 * MIB,
        )  # fmt: skip
        asked = [
            Request(id=str(number), url=f"https://h{number}.example/", max_bytes=MIB)
            for number in range(60)
        ]
        ahead = taken = 0
        async for _ in manners.fetch(asked):
            taken += 1
            for _ in range(20):  # whoever takes is slow
                await asyncio.sleep(0)
            ahead = max(ahead, client.begun - taken)
        return ahead, taken

    ahead, taken = asyncio.run(most_ahead())
    assert taken == 60
    assert ahead <= 10 + 1 + 4 + 1  # what fills the share, and those under way then
