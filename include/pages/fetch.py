"""Fetch many URLs: hosts side by side, each host in its turn, every request answered."""

from __future__ import annotations

import asyncio
import sys
from collections import deque
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial

from include import urls
from include.logs import log
from include.outcomes import Reason
from include.pages.client import Client
from include.pages.errors import FetchError
from include.pages.manners import USUAL_WAIT_S, HostSlots, Turns, back_off_key, retry_after_s
from include.pages.robots import MAX_BYTES, Robots, RobotsRules
from include.pages.wish_files import MAX_BYTES as WISH_BYTES
from include.pages.wish_files import WishFile, WishFiles, tdmrep_url
from include.records import Response

PAGE = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"
FEED = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,"
    # Servers that only know HTML answer 406 to those who do not name it.
    "text/xml;q=0.9,text/html;q=0.5,*/*;q=0.5"
)
_DOWN = frozenset(
    {Reason.DNS_FAILED, Reason.CONNECTION_FAILED, Reason.TLS_FAILED, Reason.TIMED_OUT}
)
_FAILURES_UNTIL_DOWN = 3
_WISHES_S = 10.0
_FOR_A_WHILE = frozenset({Reason.HTTP_SERVER_ERROR, Reason.RATE_LIMITED, Reason.BOT_WALL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One URL to fetch, and the validators of its last good answer, as they were sent.

    `id` is the caller's; `accept` is `PAGE` or `FEED`.
    """

    id: str
    url: str
    accept: str = PAGE
    etag: str | None = None
    last_modified: str | None = None
    max_bytes: int

    @property
    def obeys_robots(self) -> bool:
        """Whether robots.txt is asked: not for feeds, which are published to be polled."""
        return self.accept != FEED


def _size(answer: Response | FetchError) -> int:
    return len(answer.body) if isinstance(answer, Response) else 0


class Fetcher:
    """Fetches with manners: robots.txt, a gap per host, and waits that hosts ask for.

    `slots.until` tells (and takes) the instants before which hosts want no request;
    `new_robots` is what was read of robots.txt and is worth keeping for a day, as what is new
    in `wish_files`. With `read_tdmrep`, a site's tdmrep.json is read before its first page.
    """

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
        obey_robots: bool = True,
        robots: Iterable[Robots] = (),
        read_tdmrep: bool = False,
        wish_files: Iterable[WishFile] = (),
        turns: Turns | None = None,
        back_off_by: str = "host",
        most_held: int = sys.maxsize,
    ) -> None:
        self.slots = HostSlots(concurrency=host_concurrency, turns=turns)
        self._back_off_by = back_off_by
        self._client = client
        self._deadline_s = deadline_s
        self._gap_s = gap_s
        self._private_gap_s = private_gap_s
        self._lanes = host_concurrency
        self._connections = connections
        self._obey_robots = obey_robots
        self._rules = RobotsRules(self._get_robots, agent=agent, known=robots)
        self._read_tdmrep = read_tdmrep
        self.wish_files = WishFiles(self._get_wishes, known=wish_files)
        self._busy = asyncio.Semaphore(connections)
        self._failures: dict[str, int] = {}
        self._most_held = most_held
        self._held = 0  # bytes of answers that nobody has taken yet
        self._has_room = asyncio.Event()
        self._has_room.set()

    @property
    def new_robots(self) -> Sequence[Robots]:
        """Records of robots.txt read by this fetcher."""
        return self._rules.new

    @property
    def failed_robots(self) -> Sequence[tuple[str, FetchError]]:
        """Sites whose robots.txt brought no answer, and why; one pair a request."""
        return self._rules.failed

    def robots_text(self, url: str) -> str:
        """What the robots.txt of a URL's site says, as far as this fetcher knows it."""
        return self._rules.text_of(url)

    async def fetch(
        self, requests: Iterable[Request]
    ) -> AsyncIterator[tuple[Request, Response | FetchError]]:
        """Every request with its answer (2xx or 304) or its error, as they arrive.

        Hosts are served side by side, so that a slow or a large one holds up no other. No
        request is begun while answers of more than `most_held` bytes wait to be taken.
        Leaving the iteration early ends what is under way.
        """
        queues: dict[str, deque[Request]] = {}
        waiting = 0
        for request in requests:
            queues.setdefault(_host(request.url), deque()).append(request)
            waiting += 1
        arrived: asyncio.Queue[tuple[Request, Response | FetchError]] = asyncio.Queue(
            2 * self._connections
        )

        async def lane(queue: deque[Request]) -> None:
            while queue:
                request = queue.popleft()
                answer = await self.one(request)
                self._hold(_size(answer))
                await arrived.put((request, answer))
                del answer  # its bytes are the taker's now

        tasks = [
            asyncio.create_task(lane(queue))
            for number in range(self._lanes)
            for queue in queues.values()
            if number < len(queue)
        ]
        try:
            for _ in range(waiting):
                taken = await arrived.get()
                self._hold(-_size(taken[1]))
                yield taken
                del taken
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _hold(self, size: int) -> None:
        self._held += size
        if self._held <= self._most_held:
            self._has_room.set()
        else:
            self._has_room.clear()

    async def one(self, request: Request) -> Response | FetchError:
        """One request's answer (2xx or 304) or error; never raises but when cancelled."""
        host = _host(request.url)
        try:
            answer = await self._polite(request)
        except FetchError as error:
            if error.reason in _DOWN:
                down = _host(error.redirects[-1][1]) if error.redirects else host
                self._failures[down] = self._failures.get(down, 0) + 1
            return error
        except Exception as error:  # a fault of ours must cost one page, not the run
            log.exception("unexpected while fetching from %s", host)
            said = f"{type(error).__name__}: {str(error)[:200]}"
            return FetchError(Reason.BROKEN_TRANSFER, said)
        self._failures.pop(host, None)
        return self._judge(answer)

    async def _polite(self, request: Request) -> Response:
        _check(request.url)
        obeys = self._obey_robots and request.obeys_robots
        return await self._client.get(
            request.url,
            etag=request.etag,
            last_modified=request.last_modified,
            max_bytes=request.max_bytes,
            deadline_s=self._deadline_s,
            accept=request.accept,
            turn=partial(self._turn, obeys=obeys, asks=self._read_tdmrep and request.obeys_robots),
        )

    @asynccontextmanager
    async def _turn(self, url: str, *, obeys: bool, asks: bool = False) -> AsyncIterator[None]:
        """A turn at the URL's host; a redirect takes one where it leads, and holds no other.

        With `asks`, what the site's tdmrep.json says is read before.
        """
        host = _host(url)
        self._check_up(host)
        self.slots.check(self._key(url))
        gap = self._gap(url)
        if obeys:
            gap = max(gap, await self._rules.check(url))
        if asks:
            with suppress(FetchError):  # a site without it does not use the protocol
                await self.wish_files.read(tdmrep_url(url))
        async with self.slots.slot(host, gap_s=gap, key=self._key(url)), self._busy:
            await self._has_room.wait()  # last of all, so that few are past it at once
            self._check_up(host)
            yield

    async def _get_robots(self, url: str) -> Response:
        answer = await self._client.get(
            url,
            max_bytes=MAX_BYTES,
            deadline_s=self._deadline_s,
            accept="text/plain,*/*",
            cut=True,
            turn=self._turn_for_robots,
        )
        self._note_wait(answer)
        return answer

    async def _get_wishes(self, url: str) -> Response:
        answer = await self._client.get(
            url,
            max_bytes=WISH_BYTES,
            deadline_s=min(self._deadline_s, _WISHES_S),
            accept="application/json,application/rsl+xml,application/xml;q=0.9,*/*;q=0.5",
            cut=True,
            turn=partial(self._turn, obeys=self._obey_robots),
        )
        judged = self._judge(answer)
        if isinstance(judged, FetchError) and judged.reason in _FOR_A_WHILE:
            raise judged
        return answer

    @asynccontextmanager
    async def _turn_for_robots(self, url: str) -> AsyncIterator[None]:
        async with self.slots.slot(_host(url), gap_s=self._gap(url), key=self._key(url)):
            yield

    def _key(self, url: str) -> str:
        try:
            return back_off_key(url, self._back_off_by)
        except ValueError:
            return ""

    def _gap(self, url: str) -> float:
        return self._private_gap_s if self._client.guard.is_listed_url(url) else self._gap_s

    def _check_up(self, host: str) -> None:
        if self._failures.get(host, 0) >= _FAILURES_UNTIL_DOWN:
            said = "not tried: the host failed several times in a row"
            raise FetchError(Reason.CONNECTION_FAILED, said)

    def _judge(self, answer: Response) -> Response | FetchError:
        wait = self._note_wait(answer)
        status = answer.status
        if 200 <= status < 300 or status == 304:
            return answer
        reason = _REASONS.get(status)
        if reason is None:
            is_client = 400 <= status < 500
            reason = Reason.HTTP_CLIENT_ERROR if is_client else Reason.HTTP_SERVER_ERROR
        if wait is not None:
            reason = Reason.RATE_LIMITED
        elif answer.headers.get("cf-mitigated") == "challenge":
            reason = Reason.BOT_WALL
        said = f"the server answered {status}"
        if reason is Reason.PAYMENT_REQUIRED:
            said += _price(answer.headers)
        return FetchError(
            reason,
            said,
            status=status,
            url=answer.url,
            retry_after_s=wait,
            redirects=answer.redirects,
        )

    def _note_wait(self, answer: Response) -> float | None:
        if answer.status not in (429, 503):
            return None
        headers = answer.headers
        wait = retry_after_s(headers.get("retry-after"), date=headers.get("date"))
        if wait is None and answer.status == 429:
            wait = USUAL_WAIT_S
        if wait is not None:
            self.slots.hold_off(self._key(answer.url), wait)
            if self._back_off_by == "feed":  # the next request asks for it as it was listed
                self.slots.hold_off(self._key(answer.requested_url), wait)
        return wait


def _price(headers: Mapping[str, str]) -> str:
    """What a page costs a crawler, as Cloudflare's pay per crawl states it (July 2025)."""
    price = headers.get("crawler-price", "").strip()[:100]
    return f", and asks {price}" if price else ", and names no price"


_REASONS = dict.fromkeys((401, 403, 451), Reason.FORBIDDEN) | {
    402: Reason.PAYMENT_REQUIRED,
    404: Reason.NOT_FOUND,
    410: Reason.GONE,
    429: Reason.RATE_LIMITED,
}


def _check(url: str) -> None:
    try:
        urls.absolute(url)
    except urls.BadUrl as error:
        raise FetchError(Reason.BAD_URL, str(error)) from None


def _host(url: str) -> str:
    try:
        return urls.host(url)
    except ValueError:
        return ""
