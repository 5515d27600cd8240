"""What the two stages that go to the network share: manners kept in the warehouse."""

from __future__ import annotations

import asyncio
import math
import sys
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

from include import urls
from include.memory import Budget
from include.outcomes import Reason
from include.pages.client import Client
from include.pages.errors import FetchError
from include.pages.fetch import Fetcher, Request
from include.pages.guard import AddressGuard
from include.pages.manners import Turns, back_off_key
from include.pages.robots import Robots, site_of
from include.pages.signals import file_signals, robots_signals
from include.pages.tdmrep import read_rules
from include.pages.warc import Reference
from include.pages.wish_files import WishFile, tdmrep_url
from include.records import Response
from include.settings import Settings
from include.stages.archiving import sha256
from include.stages.work import Run
from include.warehouse import ledger, pages
from include.warehouse.ledger import Fetch
from include.warehouse.queries import Row
from include.warehouse.turns import HostTurns

# A turn may start late and its redirects wait; then a dead worker's is given to others.
_SLACK_S = 120.0

# Shares of a process's memory, one in so many: bodies on their way (which take twice their size
# for a moment, when they are put together), bodies that wait to be stored, and those being stored.
_SHARE_ARRIVING, _SHARE_HELD = 6, 16

Fetched = tuple[Row, Request, Response | FetchError]


@asynccontextmanager
async def fetcher(
    run: Run, wanted: Iterable[str], *, max_bytes: int, budget: Budget
) -> AsyncIterator[Fetcher]:
    """A fetcher that knows what the sites of the wanted URLs asked for in earlier runs.

    No body is larger than `max_bytes`: how many may be under way at once follows the budget.
    What it learns of robots.txt and of hosts that ask for quiet is stored at the end.
    """
    listed = list(wanted)
    settings = run.settings
    with run.transaction() as cur:
        robots = [
            Robots(
                site=row["host"],
                status=row["http_status"],
                body=row["body"],
                fetched_at=row["fetched_at"],
            )
            for row in pages.robots_of(cur, sorted({site_of(url) for url in listed}))
        ]
        wish_files = [
            WishFile(
                url=row["url"],
                status=row["http_status"],
                body=row["body"],
                fetched_at=row["fetched_at"],
            )
            for row in pages.wish_files_of(cur, sorted({tdmrep_url(url) for url in listed}))
        ]
        keys = {back_off_key(url, settings.backoff_key) for url in listed}
        waits = pages.waits_of(cur, sorted(keys))
    guard = AddressGuard(settings.allow_private, settings.extra_ports)
    turns = _SharedTurns(
        HostTurns(
            run.connect,
            at_once=settings.host_concurrency,
            longest_s=settings.fetch_deadline_s + _SLACK_S,
        )
    )
    async with Client(
        guard,
        user_agent=settings.user_agent,
        connections=settings.connections,
        redirect_cookies=settings.redirect_cookies,
    ) as client:
        manners = polite(
            settings,
            client,
            robots=robots,
            read_tdmrep=settings.read_tdmrep,
            wish_files=wish_files,
            turns=turns,
            most_held=budget.share(_SHARE_HELD),
            at_once=budget.items(_SHARE_ARRIVING, max_bytes, most=settings.connections),
        )
        manners.slots.until.update(waits)
        try:
            yield manners
        finally:
            turns.close()
            _keep(run, manners, before=waits)


async def in_pieces(
    arrived: AsyncIterator[Fetched], *, most: int, budget: Budget, within_s: float = math.inf
) -> AsyncIterator[list[Fetched]]:
    """Answers in pieces: so many, or what came in a time, or a share of memory full of bodies.

    A piece is emptied before the next one is begun.
    """
    loop = asyncio.get_running_loop()
    most_bytes = budget.share(_SHARE_HELD)
    piece: list[Fetched] = []
    size, since = 0, loop.time()
    async for one in arrived:
        piece.append(one)
        size += len(one[2].body) if isinstance(one[2], Response) else 0
        del one
        if len(piece) == most or size > most_bytes or loop.time() - since > within_s:
            yield piece
            piece.clear()  # or the last piece would be held while the next one grows
            piece, size, since = [], 0, loop.time()
    if piece:
        yield piece


class _SharedTurns:
    """The warehouse's turns, without keeping other requests from going on meanwhile."""

    def __init__(self, turns: HostTurns) -> None:
        self._turns = turns

    async def take(self, host: str, gap_s: float) -> tuple[int | None, float]:
        return await asyncio.to_thread(self._turns.take, host, gap_s)

    async def end(self, lease: int) -> None:
        await asyncio.to_thread(self._turns.end, lease)

    def close(self) -> None:
        self._turns.close()


def polite(
    settings: Settings,
    client: Client,
    *,
    robots: Sequence[Robots] = (),
    wish_files: Sequence[WishFile] = (),
    turns: Turns | None = None,
    at_once: int | None = None,
    most_held: int = sys.maxsize,
    read_tdmrep: bool = False,
) -> Fetcher:
    """A fetcher with the manners that are set; without `turns` they hold in this process."""
    return Fetcher(
        client,
        agent="Dateline",
        deadline_s=settings.fetch_deadline_s,
        gap_s=settings.host_gap_s,
        private_gap_s=settings.private_host_gap_s,
        host_concurrency=settings.host_concurrency,
        connections=at_once or settings.connections,
        most_held=most_held,
        obey_robots=settings.obey_robots,
        robots=robots,
        read_tdmrep=read_tdmrep,
        wish_files=wish_files,
        turns=turns,
        back_off_by=settings.backoff_key,
    )


def _keep(run: Run, manners: Fetcher, *, before: dict[str, datetime]) -> None:
    new_waits = [
        (host, until, Reason.RATE_LIMITED)
        for host, until in manners.slots.until.items()
        if before.get(host) != until
    ]
    with run.transaction() as cur:
        pages.store_robots(
            cur, [(one.site, one.status, one.body, one.fetched_at) for one in manners.new_robots]
        )
        pages.store_wish_files(
            cur,
            [(one.url, one.status, one.body, one.fetched_at) for one in manners.wish_files.new],
        )
        pages.store_waits(cur, new_waits)
        ledger.record_fetches(cur, run.run_id, [*_robots_rows(manners), *_wish_rows(manners)])
        pages.store_site_signals(
            cur,
            {
                urls.host(one.site): (f"{one.site}/robots.txt", [*robots_signals(one.body)])
                for one in manners.new_robots
                if one.is_readable and one.body
            },
        )
        pages.store_site_signals(
            cur,
            {
                urls.host(one.url): (one.url, [*file_signals(read_rules(one.body))])
                for one in manners.wish_files.new
                if one.is_tdmrep and one.body
            },
        )


_ROBOTS_SAID = {
    Reason.ROBOTS_DISALLOW: "disallowed",
    Reason.ROBOTS_UNREACHABLE: "unreachable",
}


def fetch_rows(
    kind: str,
    subject: str,
    request: Request,
    answer: Response | FetchError,
    *,
    robots: bool,
    kept: Reference | None = None,
) -> list[Fetch]:
    """What was asked for one page or feed, as the ledger keeps it: a row a request.

    Redirects come first, then what they led to, with its place in the archive. `robots` tells
    whether robots.txt was asked. Keys in URLs of feeds are masked.
    """
    first = Fetch(
        kind=kind,
        subject=subject,
        url=request.url,
        host=urls.host(request.url),
        is_conditional=bool(request.etag or request.last_modified),
        robots="allowed" if robots else None,
        fetched_at=answer.fetched_at if isinstance(answer, Response) else datetime.now(UTC),
    )
    rows, last = _hops(first, answer.redirects)
    if isinstance(answer, FetchError):
        told = last.robots if answer.was_sent else None  # it may have failed before robots.txt
        last = replace(
            last,
            reason=answer.reason,
            http_status=answer.status,
            final_url=answer.url,
            is_sent=answer.was_sent,
            robots=_ROBOTS_SAID.get(answer.reason, told),
            retry_after_s=answer.retry_after_s if answer.status is not None else None,
        )
    else:
        last = replace(
            last,
            final_url=answer.url,
            http_status=answer.status,
            body_bytes=len(answer.body),
            elapsed_ms=answer.elapsed_ms,
            wire_bytes=answer.wire_bytes,
            body_sha256=sha256(answer.body) if answer.body else None,
        )
    if kept is not None:
        last = replace(
            last, archive_path=kept.path, archive_offset=kept.offset, archive_length=kept.length
        )
    rows.append(last)
    if kind == "feed":
        rows = [
            replace(
                one,
                url=urls.masked(one.url),
                final_url=one.final_url and urls.masked(one.final_url),
            )
            for one in rows
        ]
    return rows


def _hops(first: Fetch, redirects: Sequence[tuple[int, str]]) -> tuple[list[Fetch], Fetch]:
    """A row for each redirect, and the begun row of the request that they led to."""
    rows, here = [], first
    for number, (status, location) in enumerate(redirects, start=1):
        rows.append(replace(here, http_status=status, final_url=location))
        here = replace(first, url=location, host=urls.host(location), redirects=number)
    return rows, here


def _robots_rows(manners: Fetcher) -> list[Fetch]:
    rows: list[Fetch] = []
    looped = {
        site for site, error in manners.failed_robots if error.reason == Reason.TOO_MANY_REDIRECTS
    }
    for one in manners.new_robots:
        if one.site in looped:  # taken as missing; nobody answered so
            continue
        hops, last = _hops(_robots_row(one.site, one.fetched_at), one.redirects)
        size = len(one.body.encode("utf-8", "replace"))
        rows += [*hops, replace(last, http_status=one.status, body_bytes=size)]
    for site, error in manners.failed_robots:
        hops, last = _hops(_robots_row(site, datetime.now(UTC)), error.redirects)
        rows += [*hops, replace(last, reason=error.reason, is_sent=error.was_sent)]
    return rows


def _wish_rows(manners: Fetcher) -> list[Fetch]:
    rows: list[Fetch] = []
    for one in manners.wish_files.new:
        hops, last = _hops(_wish_row(one.url, one.fetched_at), one.redirects)
        size = len(one.body.encode("utf-8", "replace"))
        rows += [*hops, replace(last, http_status=one.status, body_bytes=size)]
    for url, error in manners.wish_files.failed:
        hops, last = _hops(_wish_row(url, datetime.now(UTC)), error.redirects)
        last = replace(last, reason=error.reason, http_status=error.status)
        rows += [*hops, replace(last, is_sent=error.was_sent)]
    return rows


def _wish_row(url: str, fetched_at: datetime) -> Fetch:
    return Fetch(
        kind="wishes", subject=site_of(url), url=url, host=urls.host(url), fetched_at=fetched_at
    )


def _robots_row(site: str, fetched_at: datetime) -> Fetch:
    return Fetch(
        kind="robots",
        subject=site,
        url=f"{site}/robots.txt",
        host=urls.host(site),
        fetched_at=fetched_at,
    )
