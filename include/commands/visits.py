"""Fetch a few URLs by hand, with all manners but without the warehouse, and read them.

Bodies are read in processes that can be stopped, while other requests go on.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from include.feeds.discover import Document, read_document
from include.isolation import Died, Workers
from include.outcomes import EXPLAINED, Reason
from include.pages.client import Client
from include.pages.errors import FetchError
from include.pages.fetch import Fetcher, Request
from include.pages.guard import AddressGuard
from include.pages.robots import site_of
from include.records import Response
from include.settings import Settings
from include.stages.network import polite
from include.stages.work import reason_of

# For what may be a page or a feed; with it, robots.txt is asked.
ANY = (
    "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,"
    "application/feed+json,application/xml;q=0.9,*/*;q=0.5"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request with its answer, and what that was read as; without one, `reason` says why."""

    request: Request
    answer: Response | FetchError
    document: Document | None = None
    reason: Reason | None = None
    detail: str = ""

    @property
    def status(self) -> int | None:
        """The server's status code, if it answered."""
        return self.answer.status

    @property
    def said(self) -> str:
        """Why it brought no feed, in words."""
        if self.reason is not None:
            told = EXPLAINED[self.reason]
            if self.status is None:  # else the status says more than the detail
                return f"{told}: {self.detail}" if self.detail else told
            return told if str(self.status) in told else f"{told} ({self.status})"
        return self.document.said if self.document else ""


class Visitor:
    """Visits URLs through one fetcher and one pool of parsers."""

    def __init__(self, settings: Settings, fetcher: Fetcher, pool: Workers) -> None:
        self._settings = settings
        self._fetcher = fetcher
        self._pool = pool

    async def see(self, url: str, *, accept: str) -> Visit:
        """One URL."""
        request = self.request(url, url, accept=accept)
        return await self._read(request, await self._fetcher.one(request))

    async def see_all(
        self, requests: Iterable[Request], *, on_visit: Callable[[Visit], None]
    ) -> None:
        """Many, hosts side by side; `on_visit` is given each as it is done."""
        limit = asyncio.Semaphore(2 * self._settings.workers)

        async def read(request: Request, answer: Response | FetchError) -> None:
            try:
                on_visit(await self._read(request, answer))
            finally:
                limit.release()

        async with asyncio.TaskGroup() as group:
            async for request, answer in self._fetcher.fetch(requests):
                await limit.acquire()
                group.create_task(read(request, answer))

    def request(self, name: str, url: str, *, accept: str) -> Request:
        """A request for what may be a feed or a page."""
        most = max(self._settings.feed_max_bytes, self._settings.page_max_bytes)
        return Request(id=name, url=url, accept=accept, max_bytes=most)

    async def robots_of(self, url: str) -> str:
        """The robots.txt of a URL's site; empty where there is none to be had."""
        site = site_of(url)
        for one in self._fetcher.new_robots:
            if one.site == site:
                return one.body
        if self._settings.obey_robots:  # then it was asked for before any page, and not given
            return ""
        answer = await self._fetcher.one(
            self.request(site, f"{site}/robots.txt", accept="text/plain,*/*")
        )
        return answer.body.decode("utf-8", "replace") if isinstance(answer, Response) else ""

    async def _read(self, request: Request, answer: Response | FetchError) -> Visit:
        if isinstance(answer, FetchError):
            return Visit(request=request, answer=answer, reason=answer.reason, detail=answer.detail)
        if not answer.body.strip() and not answer.headers.get("link"):
            return Visit(request=request, answer=answer, reason=Reason.EMPTY_BODY)
        done = await asyncio.to_thread(self._work, answer)
        if isinstance(done, Document):
            return Visit(request=request, answer=answer, document=done)
        return Visit(
            request=request, answer=answer, reason=reason_of(done), detail=_one_line(str(done))
        )

    def _work(self, answer: Response) -> Document | Exception:
        # A function of the pure room, so that workers import that and nothing above it.
        work = partial(
            read_document,
            url=answer.url,
            content_type=answer.headers.get("content-type"),
            link_header=answer.headers.get("link", ""),
            max_entries=self._settings.max_entries,
        )
        deadline_s = self._settings.parse_deadline_s
        (done,) = self._pool.map(work, [answer.body], deadline_s=deadline_s)
        return done.result or done.error or Died("no result")


@asynccontextmanager
async def visitor(settings: Settings, *, at_once: int) -> AsyncIterator[Visitor]:
    """A visitor that reads `at_once` documents; its manners hold within this process."""
    guard = AddressGuard(settings.allow_private, settings.extra_ports)
    with Workers(min(settings.workers, at_once), memory_mb=settings.worker_memory_mb) as pool:
        async with Client(
            guard,
            user_agent=settings.user_agent,
            connections=settings.connections,
            redirect_cookies=settings.redirect_cookies,
        ) as client:
            fetcher = polite(settings, client)
            yield Visitor(settings, fetcher, pool)


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200]
