"""Stage `poll_feeds`: due feeds → answers → entries, and the pages they lead to."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from psycopg2 import Error as DatabaseError
from psycopg2.extensions import connection as Connection
from psycopg2.extensions import cursor as Cursor

from include.feeds import schedule
from include.feeds.changes import content_hash
from include.feeds.parse import parse_feed
from include.isolation import Died, Done, TimedOut, Workers
from include.outcomes import Outcome, Reason, Status
from include.pages.errors import FetchError
from include.pages.fetch import FEED, Request
from include.records import FeedDocument, Response
from include.stages.lists import listed_feeds, sync_feeds
from include.stages.network import fetch_row, fetcher
from include.stages.work import Batch, Counts, Progress, Run, host_batches, log
from include.warehouse import feeds, ledger
from include.warehouse.feeds import EntryToStore, FeedVerdict
from include.warehouse.ledger import Fetch
from include.warehouse.queries import Row

STAGE = "poll_feeds"
ENTRIES = "read_entries"
FEEDS_A_TASK = 500
_CHUNK = 100

_RNG = random.Random()  # noqa: S311  spreads polls, guards nothing

Answer = Response | FetchError
Polled = tuple[Row, Answer, FeedDocument | None, Exception | None, Fetch]


@dataclass(frozen=True, slots=True)
class FeedTask:
    """A feed document to parse, as it goes to a worker."""

    body: bytes
    url: str | None
    content_type: str | None
    max_entries: int


def read_feed(task: FeedTask) -> FeedDocument:
    """What a worker does."""
    return parse_feed(
        task.body, url=task.url, content_type=task.content_type, max_entries=task.max_entries
    )


def choose_feeds(run: Run, *, poll_all: bool = False) -> list[Batch]:
    """Take up the feed list, then share the due feeds out by host; all with `poll_all`."""
    sync_feeds(run, listed_feeds(run.settings))
    with run.transaction() as cur:
        batches = host_batches("feeds", feeds.due_hosts(cur, poll_all=poll_all), most=FEEDS_A_TASK)
    for batch in batches:
        batch["poll_all"] = poll_all
    return batches


def poll_feeds(run: Run, batch: Batch) -> Counts:
    """Poll the due feeds of some hosts; entries and what the poll taught commit together."""
    with run.transaction() as cur:
        claimed = feeds.claim_feeds(
            cur, batch["hosts"], most=run.settings.max_feeds_per_run, poll_all=batch["poll_all"]
        )
    progress = Progress(STAGE, len(claimed))
    try:
        if claimed:
            asyncio.run(_poll(run, claimed, progress))
    finally:
        with run.transaction() as cur:  # those that were not reached are free again at once
            feeds.release_feeds(cur, [row["feed_id"] for row in claimed])
    return progress.finish()


async def _poll(run: Run, claimed: Sequence[Row], progress: Progress) -> None:
    settings = run.settings
    workers = min(settings.workers, len(claimed))
    with (
        closing(run.connect()) as conn,
        Workers(workers, memory_mb=settings.worker_memory_mb) as pool,
    ):
        async for arrived in _in_chunks(_answers(run, claimed)):
            polled = await asyncio.to_thread(_parse, run, pool, arrived)  # requests go on
            for one in polled:
                outcomes = _store(conn, run.run_id, one)
                progress.add(outcomes, done=1)


async def _answers(run: Run, claimed: Sequence[Row]) -> AsyncIterator[tuple[Row, Request, Answer]]:
    rows = {row["feed_id"]: row for row in claimed}
    requests = [
        Request(
            id=row["feed_id"], url=row["url"], accept=FEED, etag=row["etag"],
            last_modified=row["last_modified"], max_bytes=run.settings.feed_max_bytes,
        )
        for row in claimed
    ]  # fmt: skip
    async with fetcher(run, [row["url"] for row in claimed]) as manners:
        async for request, answer in manners.fetch(requests):
            yield rows[request.id], request, answer


async def _in_chunks(
    answers: AsyncIterator[tuple[Row, Request, Answer]],
) -> AsyncIterator[list[tuple[Row, Request, Answer]]]:
    chunk = []
    async for one in answers:
        chunk.append(one)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _parse(run: Run, pool: Workers, arrived: Sequence[tuple[Row, Request, Answer]]) -> list[Polled]:
    tasks = [
        FeedTask(
            answer.body, answer.url, answer.headers.get("content-type"), run.settings.max_entries
        )
        for row, _, answer in arrived
        if isinstance(answer, Response) and _has_news(row, answer)
    ]
    parsed = pool.map(read_feed, tasks, deadline_s=run.settings.parse_deadline_s)
    polled: list[Polled] = []
    for row, request, answer in arrived:
        done: Done[FeedTask, FeedDocument] | None = next(parsed) if _has_news(row, answer) else None
        fetch = fetch_row("feed", row["feed_id"], request, answer)
        polled.append(
            (row, answer, done.result if done else None, done.error if done else None, fetch)
        )
    return polled


def _has_news(row: Row, answer: Answer) -> bool:
    if isinstance(answer, FetchError) or answer.status == 304 or not answer.body.strip():
        return False
    return row["body_sha256"] is None or bytes(row["body_sha256"]) != _sha256(answer.body)


def _sha256(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()


def _store(conn: Connection, run_id: str, polled: Polled) -> list[Outcome]:
    row, answer, document, error, fetch = polled
    try:
        return _store_poll(conn, run_id, row, answer, document, error, fetch)
    except (DatabaseError, ValueError) as refused:
        if conn.closed:
            raise
        log.warning("feed %s was refused by the warehouse: %s", row["feed_id"], refused)
        failed = FetchError(Reason.NOT_STORABLE, str(refused)[:200])
        return _store_poll(conn, run_id, row, failed, None, None, fetch)


def _store_poll(
    conn: Connection, run_id: str, row: Row, answer: Answer, document: FeedDocument | None,
    error: Exception | None, fetch: Fetch,
) -> list[Outcome]:  # fmt: skip
    outcomes: list[Outcome]
    with conn, conn.cursor() as cur:
        if isinstance(answer, FetchError):
            reason, detail = answer.reason, answer.detail
            verdict = _failed(row, reason, answer.retry_after_s)
            outcomes = [_of_feed(row, _status(reason), reason, detail)]
        elif error is not None or (
            document is None and answer.status != 304 and not answer.body.strip()
        ):
            reason = _parse_reason(error)
            verdict = _failed(row, reason, None)
            outcomes = [_of_feed(row, Status.FAILED, reason, str(error or ""))]
        elif document is None:
            reason = Reason.NOT_MODIFIED if answer.status == 304 else Reason.SAME_BODY
            # Validators may change while the body does not: keep the new ones, or every
            # later poll would be unconditional.
            verdict = _worked(row, reason, answer, None, new=0, known=1)
            outcomes = [_of_feed(row, Status.UNCHANGED, reason)]
        else:
            entries, new, changed, known = _store_entries(cur, row, document)
            reason = Reason.NEW if new or changed else Reason.NOTHING_NEW
            status = Status.STORED if new or changed else Status.UNCHANGED
            verdict = _worked(row, reason, answer, document, new=new, known=known + changed)
            detail = f"{new} new, {changed} changed, {known} known"
            outcomes = [_of_feed(row, status, reason, detail), *entries]
        feeds.settle_feed(cur, verdict)
        ledger.record_fetches(cur, run_id, [fetch])
        ledger.record_outcomes(cur, run_id, outcomes)
    return outcomes


def _store_entries(
    cur: Cursor, row: Row, document: FeedDocument
) -> tuple[list[Outcome], int, int, int]:
    feed_id = row["feed_id"]
    listed = {feeds.entry_key(entry.entry_id): entry for entry in document.entries}
    hashes = {key: content_hash(entry) for key, entry in listed.items()}
    had = feeds.known_entries(cur, feed_id, listed)
    fresh = [key for key in listed if key not in had]
    changed = [key for key in listed if key in had and had[key] != hashes[key]]
    known = [key for key in listed if key in had and had[key] == hashes[key]]
    leads = feeds.store_entries(
        cur,
        feed_id,
        row["publisher_id"],
        [EntryToStore(entry=listed[key], content_sha256=hashes[key]) for key in (*fresh, *changed)],
    )
    feeds.see_entries(cur, feed_id, known)
    feeds.refetch_pages_of(cur, feed_id, changed)
    outcomes = []
    for key in (*fresh, *changed):
        bad = leads[key]
        status = Status.STORED if key not in had else Status.UPDATED
        reason = Reason.NEW if key not in had else Reason.CHANGED
        outcomes.append(
            Outcome(
                stage=ENTRIES, subject_kind="entry",
                subject=f"{feed_id} {listed[key].entry_id[:1900]}",
                status=Status.SKIPPED if bad else status, reason=bad or reason,
                detail=listed[key].title[:200],
            )
        )  # fmt: skip
    if known:
        outcomes.append(
            Outcome(
                stage=ENTRIES, subject_kind="feed", subject=feed_id, status=Status.UNCHANGED,
                reason=Reason.KNOWN_ENTRY, items=len(known),
            )
        )  # fmt: skip
    if document.is_truncated:
        outcomes.append(
            Outcome(
                stage=ENTRIES, subject_kind="feed", subject=feed_id, status=Status.SKIPPED,
                reason=Reason.TOO_MANY_ENTRIES, detail="the rest of the document was not read",
            )
        )  # fmt: skip
    return outcomes, len(fresh), len(changed), len(known)


def _worked(
    row: Row,
    reason: Reason,
    answer: Response,
    document: FeedDocument | None,
    *,
    new: int,
    known: int,
) -> FeedVerdict:
    hint = document.ttl_minutes * 60.0 if document and document.ttl_minutes else None
    following = schedule.after_success(
        float(row["interval_s"]), new=new, known=known, hint_s=hint, rng=_RNG
    )
    has_body = answer.status != 304
    return FeedVerdict(
        feed_id=row["feed_id"],
        reason=reason,
        interval_s=following.interval_s,
        wait_s=following.wait_s,
        failures=following.failures,
        has_body=has_body,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        body_sha256=_sha256(answer.body) if has_body else None,
        title=document.title if document else None,
        language=document.language if document else None,
        new_entries=new,
    )


def _failed(row: Row, reason: Reason, retry_after_s: float | None) -> FeedVerdict:
    following = schedule.after_failure(
        float(row["interval_s"]), row["failures"], reason=reason, retry_after_s=retry_after_s,
        rng=_RNG,
    )  # fmt: skip
    return FeedVerdict(
        feed_id=row["feed_id"], reason=reason, interval_s=following.interval_s,
        wait_s=following.wait_s, failures=following.failures, is_gone=reason == Reason.GONE,
    )  # fmt: skip


def _parse_reason(error: Exception | None) -> Reason:
    match error:
        case None:
            return Reason.EMPTY_BODY
        case TimedOut():
            return Reason.WORKER_TIMED_OUT
        case Died():
            return Reason.WORKER_DIED
        case _:
            return Reason.NOT_A_FEED


def _status(reason: Reason) -> Status:
    lasting = {Reason.GONE, Reason.ADDRESS_REFUSED, Reason.BAD_URL, Reason.NOT_STORABLE}
    return Status.FAILED if reason in lasting else Status.RETRY


def _of_feed(row: Row, status: Status, reason: Reason, detail: str = "") -> Outcome:
    return Outcome(
        stage=STAGE, subject_kind="feed", subject=row["feed_id"], status=status, reason=reason,
        detail=detail,
    )  # fmt: skip
