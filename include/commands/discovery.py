"""Climb from a page or site to its feeds, rung by rung, and stop where some are found.

1. the URL is a feed itself
2. what the page links to as feeds
3. its anchors that speak of RSS, and pages of feeds that these lead to
4. the same of the site's front page
5. news sitemaps that robots.txt names, or that an index it names leads to
6. the usual paths

Every candidate is fetched and read. robots.txt is asked for all but what a page declares
as its feeds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from include import urls
from include.commands.visits import ANY, Visit, Visitor
from include.errors import CannotWork
from include.feeds.discover import (
    Document,
    FoundFeed,
    found_feed,
    ranked,
    sitemaps_of_robots,
    usual_paths,
)
from include.feeds.moves import permanent_target
from include.feeds.page_links import Candidate, How
from include.outcomes import Reason
from include.pages.fetch import FEED
from include.pages.robots import site_of
from include.records import Response

_MOST_SITEMAPS = 6
_MOST_LISTINGS = 2
_MOST_REFUSALS = 3
# These hold for whatever else we would ask of the host.
_OF_THE_HOST = frozenset(
    {
        Reason.DNS_FAILED,
        Reason.CONNECTION_FAILED,
        Reason.TLS_FAILED,
        Reason.TIMED_OUT,
        Reason.ADDRESS_REFUSED,
        Reason.RATE_LIMITED,
        Reason.ROBOTS_UNREACHABLE,
    }
)
_NO_CONNECTION = frozenset({Reason.CONNECTION_FAILED, Reason.TLS_FAILED})
_REFUSALS = frozenset({Reason.FORBIDDEN, Reason.BOT_WALL})

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """The feeds found, the best first; how many candidates `left` untried; and, where none
    was found, why."""

    feeds: tuple[FoundFeed, ...]
    left: int = 0
    said: str = ""


class _HostGaveOut(Exception):
    """Nothing more is to be had of the site's host; the text says why."""


async def discover(
    visitor: Visitor, url: str, *, most: int, climb_all: bool = False, tell: Tell
) -> Discovery:
    """The feeds of the page or site at `url`.

    At most `most` named candidates are fetched. It stops at the first rung that gives a
    feed (of other than comments), unless `climb_all`. `tell` is given each URL tried.

    Without a scheme, https is tried, then http.

    Raises:
        CannotWork: `url` is none.
    """
    schemes = [""] if "://" in url else ["https://", "http://"]
    for scheme in schemes:
        try:
            start = urls.absolute(f"{scheme}{url}")
            urls.canonical(start)
        except urls.BadUrl as error:
            raise CannotWork(f"{url!r}: {error} (give a site's address: https://…)") from None
        climb = _Climb(visitor, start, most=most, tell=tell)
        said = ""
        try:
            for rung in climb.rungs:
                await rung()
                if climb.has_some and not climb_all:
                    break
        except _HostGaveOut as error:
            said = str(error)
        if not climb.never_answered:
            break
    return Discovery(
        feeds=tuple(ranked(climb.found)), left=climb.left, said=said or climb.said_of_start
    )


class _Climb:
    def __init__(self, visitor: Visitor, start: str, *, most: int, tell: Tell) -> None:
        self.found: list[FoundFeed] = []
        self.left = 0
        self.said_of_start = ""
        self.never_answered = False
        self.rungs = (
            self._itself,
            self._links,
            self._anchors,
            self._front,
            self._sitemaps,
            self._usual,
        )
        self._visitor = visitor
        self._start = start
        self._most = most
        self._tell = tell
        self._seen: dict[str, Document | None] = {}
        self._page: tuple[Candidate, ...] = ()
        self._listings = 0
        self._refusals = 0

    @property
    def has_some(self) -> bool:
        """Whether a feed worth stopping for was found."""
        return any(not one.is_comments and one.document.entries for one in self.found)

    async def _itself(self) -> None:
        document = await self._try(Candidate(url=self._start, how=How.ITSELF))
        self._page = document.candidates if document else ()

    async def _links(self) -> None:
        await self._try_all(one for one in self._page if one.how is How.LINK)

    async def _anchors(self) -> None:
        await self._try_all(one for one in self._page if one.how is not How.LINK)

    async def _front(self) -> None:
        front = f"{site_of(self._start)}/"
        if _key(front) in self._seen:
            return
        document = await self._try(Candidate(url=front, how=How.ANCHOR))
        self._page = document.candidates if document else ()
        await self._links()
        if not self.has_some:
            await self._anchors()

    async def _sitemaps(self) -> None:
        site = site_of(self._start)
        await self._follow(sitemaps_of_robots(await self._visitor.robots_of(site), site))

    async def _follow(self, sitemaps: Iterable[str]) -> None:
        """Read sitemaps until one is a feed; those that an index names come next."""
        waiting = list(sitemaps)
        before = len(self.found)
        for _ in range(_MOST_SITEMAPS):
            if not waiting or len(self.found) > before:
                break
            candidate = Candidate(url=waiting.pop(0), how=How.SITEMAP)
            document = await self._try(candidate)
            if document is not None:  # an index: what it names is nearer than what is left
                waiting = [*document.sitemaps[:_MOST_SITEMAPS], *waiting]

    async def _usual(self) -> None:
        before = len(self.found)
        for candidate in usual_paths(self._start):
            document = await self._try(candidate)
            if document is not None and document.sitemaps:
                await self._follow(document.sitemaps)
            if len(self.found) > before:
                break

    async def _try_all(self, candidates: Iterable[Candidate]) -> None:
        """Fetch candidates, and those of pages they lead to, which only list feeds."""
        waiting = list(candidates)
        while waiting:
            candidate = waiting.pop(0)
            if self._most <= 0:
                self.left += 1 + len(waiting)
                return
            if _key(candidate.url) in self._seen:
                continue
            self._most -= 1
            document = await self._try(candidate)
            if document is not None and document.candidates and self._listings < _MOST_LISTINGS:
                self._listings += 1
                waiting += document.candidates

    async def _try(self, candidate: Candidate) -> Document | None:
        """What is at a candidate's URL, once; a feed is noted in `found`."""
        # Not the canonical URL: /feed and /feed/ may answer differently.
        if (known := _key(candidate.url)) in self._seen:
            return self._seen[known]
        self._tell(candidate.url)
        accept = FEED if candidate.how is How.LINK else ANY
        visit = await self._visitor.see(candidate.url, accept=accept)
        self._seen[known] = visit.document
        if candidate.how is How.ITSELF:
            self._arrive(visit)
        self._note_failure(visit)
        document = visit.document
        if document is not None and document.feed is not None:
            self.found.append(
                found_feed(candidate, document.feed, url=address(visit), now=datetime.now(UTC))
            )
        if document is not None and document.refreshes and candidate.how is How.ITSELF:
            self._start = document.refreshes
            document = await self._try(Candidate(url=self._start, how=How.ANCHOR))
        return document

    def _arrive(self, visit: Visit) -> None:
        self.said_of_start = visit.said if visit.document is None else ""
        self.never_answered = visit.reason in _NO_CONNECTION
        if isinstance(visit.answer, Response):
            self._start = visit.answer.url
            self._seen.setdefault(_key(self._start), visit.document)

    def _note_failure(self, visit: Visit) -> None:
        if urls.host(visit.request.url) != urls.host(self._start):
            return
        self._refusals = self._refusals + 1 if visit.reason in _REFUSALS else 0
        if visit.reason in _OF_THE_HOST or self._refusals >= _MOST_REFUSALS:
            raise _HostGaveOut(visit.said)


def address(visit: Visit) -> str:
    """Where a feed that answered is to be polled: past permanent redirects, no others."""
    assert isinstance(visit.answer, Response)
    return permanent_target(visit.answer.redirects) or visit.request.url


def _key(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc.lower()}{parts.path or '/'}?{parts.query}"
