"""Many requests at once, each host in its turn, robots.txt asked first where it is obeyed."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from include import urls
from include.outcomes import Reason
from include.pages.client import Client, failure
from include.pages.errors import FetchError
from include.pages.robots import MOST_BYTES, Robots, Rules, site_of
from include.pages.waiting import HostSlots
from include.records import Response

FEED = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)
PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
_QUIET_S = 30.0  # after a 429 that names no time


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A GET to make; `id` is the caller's."""

    id: str
    url: str
    accept: str
    max_bytes: int
    etag: str | None = None
    last_modified: str | None = None


class Fetcher:
    """Fetches with manners. `robots` and `slots.until` grow as it goes, for the caller to keep."""

    def __init__(
        self,
        client: Client,
        *,
        agent: str,
        deadline_s: float,
        gap_s: float,
        private_gap_s: float,
        host_concurrency: int,
        connections: int,
        obey_robots: bool,
        robots: Iterable[Robots] = (),
    ) -> None:
        self._client = client
        self._agent = agent
        self._deadline_s = deadline_s
        self._gap_s = gap_s
        self._private_gap_s = private_gap_s
        self._obey = obey_robots
        self._rules = {one.site: Rules(one) for one in robots}
        self._reading: dict[str, asyncio.Task[Rules]] = {}
        self._delay: dict[str, float] = {}
        self._open = asyncio.Semaphore(connections)
        self.slots = HostSlots(self._gap, concurrency=host_concurrency)
        self.new_robots: list[Robots] = []

    async def fetch(
        self, requests: Sequence[Request]
    ) -> AsyncIterator[tuple[Request, Response | FetchError]]:
        """Make all requests; answers come as they arrive, every request gets one."""
        queues: defaultdict[str, list[Request]] = defaultdict(list)
        for request in requests:
            queues[urls.host(request.url)].append(request)
        arrived: asyncio.Queue[tuple[Request, Response | FetchError]] = asyncio.Queue(256)

        async def serve(queue: Sequence[Request]) -> None:
            async def one(request: Request) -> None:
                await arrived.put((request, await self._one(request)))

            async with asyncio.TaskGroup() as group:
                waiting = asyncio.Semaphore(16)  # keeps a long queue from becoming as many tasks

                async def bounded(request: Request) -> None:
                    try:
                        await one(request)
                    finally:
                        waiting.release()

                for request in queue:
                    await waiting.acquire()
                    group.create_task(bounded(request))

        working = [asyncio.create_task(serve(queue)) for queue in queues.values()]
        try:
            for _ in range(len(requests)):
                yield await arrived.get()
        finally:
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)

    async def _one(self, request: Request) -> Response | FetchError:
        host = urls.host(request.url)
        try:
            if self._obey and request.accept == PAGE:
                await self._ask_robots(request.url)
            async with self.slots.turn(host), self._open:
                if (until := self.slots.closed_until(host)) is not None:
                    wait = (until - datetime.now(UTC)).total_seconds()
                    return FetchError(
                        Reason.RATE_LIMITED, f"{host} asked us to wait", retry_after_s=wait
                    )
                response = await self._client.get(
                    request.url, max_bytes=request.max_bytes, deadline_s=self._deadline_s,
                    accept=request.accept, etag=request.etag, last_modified=request.last_modified,
                )  # fmt: skip
            problem = failure(response)
            if problem is not None and problem.reason == Reason.RATE_LIMITED:
                self.slots.close(urls.host(response.url), problem.retry_after_s or _QUIET_S)
            return problem or response
        except FetchError as error:
            return error
        except Exception as error:  # one request must not end the others
            return FetchError(Reason.BROKEN_TRANSFER, f"{type(error).__name__}: {error}"[:200])

    def _gap(self, host: str) -> float:
        name, _, port = host.rpartition(":")
        number = int(port) if name and port.isdigit() else 443
        private = self._client.guard.is_private_host(name or host, number)
        least = self._private_gap_s if private else self._gap_s
        return max(least, self._delay.get(host, 0.0))

    async def _ask_robots(self, url: str) -> None:
        site = site_of(url)
        rules = self._rules.get(site)
        if rules is None:
            if site not in self._reading:
                self._reading[site] = asyncio.create_task(self._read_robots(site))
            rules = await self._reading[site]
        self._delay[urls.host(url)] = rules.delay_s(self._agent)
        if rules.is_unreachable:
            raise FetchError(Reason.ROBOTS_UNREACHABLE, f"{site}/robots.txt")
        if not rules.allows(url, self._agent):
            raise FetchError(Reason.ROBOTS_DISALLOW, f"{site}/robots.txt")

    async def _read_robots(self, site: str) -> Rules:
        status: int | None = None
        body = ""
        try:
            async with self.slots.turn(urls.host(site)), self._open:
                answer = await self._client.get(
                    f"{site}/robots.txt", max_bytes=2 * MOST_BYTES, deadline_s=self._deadline_s,
                    accept="text/plain, */*;q=0.5",
                )  # fmt: skip
            status = answer.status
            body = answer.body[:MOST_BYTES].decode("utf-8", "replace")
        except FetchError as error:
            if error.reason in (Reason.ADDRESS_REFUSED, Reason.BAD_URL):
                raise
        found = Robots(site=site, status=status, body=body, fetched_at=datetime.now(UTC))
        self.new_robots.append(found)
        self._rules[site] = Rules(found)
        return self._rules[site]
