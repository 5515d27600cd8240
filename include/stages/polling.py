"""Stage `poll_feeds`: due feeds → answers → entries, and the pages they lead to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, closing
from dataclasses import dataclass

from include.feeds import schedule
from include.feeds.parse import parse_feed
from include.isolation import Done, Workers
from include.memory import PARSER_MB, Budget
from include.outcomes import Reason
from include.pages.errors import FetchError
from include.pages.fetch import FEED, PAGE, Request
from include.records import FeedDocument, Response
from include.stages.apart import told
from include.stages.archiving import keep, sha256
from include.stages.feed_list import listed_feeds, sync_feeds
from include.stages.network import fetch_rows, fetcher, in_pieces
from include.stages.storing_polls import STAGE, Answer, Polled, feed_state, store_poll
from include.stages.subscribing import subscribe
from include.stages.trying import in_turns, more_time
from include.stages.work import Batch, Counts, Progress, Run, host_batches
from include.warehouse import feeds
from include.warehouse.claims import Claims
from include.warehouse.queries import Row

FEEDS_A_TASK = 500
_CHUNK = 100


@dataclass(frozen=True, slots=True)
class FeedTask:
    """A feed document to parse, as it goes to a worker."""

    body: bytes
    url: str | None
    content_type: str | None
    max_entries: int
    is_page: bool = False


def read_feed(task: FeedTask) -> FeedDocument:
    """What a worker does."""
    if task.is_page:
        from include.articles.section import read_section

        return read_section(
            task.body,
            url=task.url or "",
            content_type=task.content_type,
            max_entries=task.max_entries,
        )
    return parse_feed(
        task.body, url=task.url, content_type=task.content_type, max_entries=task.max_entries
    )


def choose_feeds(run: Run, *, poll_all: bool = False) -> list[Batch]:
    """Take up the feed list, then share the due feeds out by host; all with `poll_all`."""
    sync_feeds(run, listed_feeds(run.settings))
    with run.transaction() as cur:
        due = feeds.choose_hosts(
            cur, STAGE, run_id=run.run_id, most=run.settings.max_feeds_per_run, poll_all=poll_all
        )
    batches = host_batches("feeds", due, most=FEEDS_A_TASK)
    for batch in batches:
        batch["poll_all"] = poll_all
    return batches


def poll_feeds(run: Run, batch: Batch) -> Counts:
    """Poll the due feeds of some hosts; entries and what the poll taught commit together."""
    with run.claims(STAGE) as held:
        with run.transaction() as cur:
            claimed = feeds.claim_feeds(
                cur,
                held,
                batch["hosts"],
                most=run.settings.max_feeds_per_run,
                poll_all=batch["poll_all"],
            )
        progress = Progress(STAGE, len(claimed))
        if claimed:
            asyncio.run(_poll(run, held, claimed, progress, run.budget(batch)))
            subscribe(run, [row["feed_id"] for row in claimed])
    return progress.finish()


async def _poll(
    run: Run, held: Claims, claimed: Sequence[Row], progress: Progress, budget: Budget
) -> None:
    settings = run.settings
    parsers = budget.children(min(settings.workers, len(claimed)), need_mb=PARSER_MB)
    with (
        closing(run.connect()) as conn,
        Workers(
            parsers.count, memory_mb=settings.worker_memory_mb, data_mb=parsers.data_mb
        ) as pool,
    ):
        async with aclosing(_answers(run, claimed, budget)) as answers:
            async for arrived in in_pieces(answers, most=_CHUNK, budget=budget):
                polled = await asyncio.to_thread(_parse, run, pool, arrived)  # requests go on
                for one in polled:
                    outcomes = store_poll(conn, run.run_id, held, one)
                    progress.add(outcomes, done=1)


async def _answers(
    run: Run, claimed: Sequence[Row], budget: Budget
) -> AsyncGenerator[tuple[Row, Request, Answer]]:
    rows = {row["feed_id"]: row for row in claimed}
    requests = [
        Request(
            id=row["feed_id"],
            url=row["url"],
            accept=PAGE if row["kind"] == "page" else FEED,
            etag=None if is_full else row["etag"],
            last_modified=None if is_full else row["last_modified"],
            max_bytes=run.settings.feed_max_bytes,
        )
        for row in claimed
        for is_full in [schedule.wants_full(feed_state(row))]
    ]
    listed, largest = [row["url"] for row in claimed], run.settings.feed_max_bytes
    async with fetcher(run, listed, max_bytes=largest, budget=budget) as manners:
        async for request, answer in manners.fetch(requests):
            yield rows[request.id], request, answer


def _parse(run: Run, pool: Workers, arrived: Sequence[tuple[Row, Request, Answer]]) -> list[Polled]:
    news = {
        row["feed_id"]: FeedTask(
            answer.body,
            answer.url,
            answer.headers.get("content-type"),
            run.settings.max_entries,
            is_page=row["kind"] == "page",
        )
        for row, _, answer in arrived
        if isinstance(answer, Response) and _has_news(row, answer)
    }
    parsed: dict[str, Done[FeedTask, FeedDocument]] = {}
    for rows in in_turns([row for row, _, _ in arrived if row["feed_id"] in news]):
        ids = [row["feed_id"] for row in rows]
        deadline_s = run.settings.parse_deadline_s * more_time(rows[0]["tries"])
        done_of = pool.map(read_feed, [news[one] for one in ids], deadline_s=deadline_s)
        parsed |= zip(ids, done_of, strict=True)
    kept, refused = keep(  # before anything of them is stored
        run.archive,
        "feeds",
        ((row, answer) for row, _, answer in arrived if isinstance(answer, Response)),
        key="feed_id",
        is_masked=True,
    )
    polled: list[Polled] = []
    for row, request, answer in arrived:
        done = parsed.get(row["feed_id"])
        reference = kept.get(row["feed_id"])
        if error := refused.get(row["feed_id"]):
            answer, done = FetchError(Reason.NOT_STORABLE, told(error)), None
        polled.append(
            Polled(
                row=row,
                answer=answer,
                document=done.result if done else None,
                error=done.error if done else None,
                kept=reference,
                share=run.settings.poll_share,
                obeys=run.settings.obey_opt_outs,
                settings=run.settings,
                fetches=tuple(
                    fetch_rows(
                        "feed",
                        row["feed_id"],
                        request,
                        answer,
                        robots=run.settings.obey_robots and request.obeys_robots,
                        kept=reference,
                    )
                ),
            )
        )
    return polled


def _has_news(row: Row, answer: Answer) -> bool:
    if isinstance(answer, FetchError) or answer.status == 304 or not answer.body.strip():
        return False
    return row["body_sha256"] is None or bytes(row["body_sha256"]) != sha256(answer.body)
