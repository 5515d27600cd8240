"""Stage `fetch_pages`: due pages → the archive, and what their answers were."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from psycopg2.extensions import connection as Connection

from include.memory import Budget
from include.outcomes import Outcome, Reason, Status
from include.pages.errors import FetchError
from include.pages.fetch import PAGE, Request
from include.pages.signals import Signal, header_signals
from include.pages.warc import Reference
from include.records import Response
from include.settings import Settings
from include.stages.apart import apart
from include.stages.archiving import keep, sha256
from include.stages.heeding import OptedOut, heeding, not_storable
from include.stages.network import fetch_rows, fetcher, in_pieces
from include.stages.work import Batch, Counts, Progress, Run, host_batches
from include.warehouse import ledger, pages
from include.warehouse.claims import Claims
from include.warehouse.ledger import Fetch
from include.warehouse.pages import PageVerdict
from include.warehouse.queries import Row

STAGE = "fetch_pages"
PAGES_A_TASK = 500
_CHUNK = 200
_CHUNK_S = 30.0

HOUR = 3600.0
# When a page is tried again after its first, second, … failure in a row.
RETRY_S = (600.0, HOUR, 6 * HOUR, 24 * HOUR)

_FOR_GOOD = {
    Reason.NOT_FOUND,
    Reason.GONE,
    Reason.FORBIDDEN,
    Reason.HTTP_CLIENT_ERROR,
    Reason.BAD_URL,
    Reason.ADDRESS_REFUSED,
    Reason.TOO_LARGE,
    Reason.TOO_MANY_REDIRECTS,
    Reason.NOT_HTML,
    Reason.BOT_WALL,
    Reason.OPTED_OUT,
    Reason.PAYMENT_REQUIRED,
}
_OURS_TO_OBEY = {Reason.ROBOTS_DISALLOW, Reason.ROBOTS_UNREACHABLE, Reason.RATE_LIMITED}
_HTML = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")

Answer = Response | FetchError
PageEvent = tuple[int, str, str | None, str | None, int | None]
Fetched = tuple[Row, Request, Answer]


def choose_pages(run: Run) -> list[Batch]:
    """Share the due pages out by host."""
    with run.transaction() as cur:
        due = pages.choose_hosts(cur, STAGE, run_id=run.run_id, most=run.settings.max_pages_per_run)
    return host_batches("pages", due, most=PAGES_A_TASK)


def fetch_pages(run: Run, batch: Batch) -> Counts:
    """Fetch the due pages of some hosts, each host in its turn."""
    with run.claims(STAGE) as held:
        with run.transaction() as cur:
            claimed = pages.claim_pages(
                cur, held, batch["hosts"], most=run.settings.max_pages_per_run
            )
        progress = Progress(STAGE, len(claimed))
        if claimed:
            asyncio.run(_fetch(run, held, claimed, progress, run.budget(batch)))
    return progress.finish()


async def _fetch(
    run: Run, held: Claims, claimed: Sequence[Row], progress: Progress, budget: Budget
) -> None:
    rows = {str(row["page_id"]): row for row in claimed}
    requests = [
        Request(
            id=str(row["page_id"]),
            url=row["url"],
            accept=PAGE,
            etag=row["etag"],
            last_modified=row["last_modified"],
            max_bytes=run.settings.page_max_bytes,
        )
        for row in claimed
    ]
    with closing(run.connect()) as conn:
        listed, largest = [row["url"] for row in claimed], run.settings.page_max_bytes
        async with fetcher(run, listed, max_bytes=largest, budget=budget) as manners:
            arrived = manners.fetch(requests)
            found = ((rows[request.id], request, answer) async for request, answer in arrived)
            async for chunk in in_pieces(found, most=_CHUNK, budget=budget, within_s=_CHUNK_S):
                if run.settings.obey_opt_outs:  # in place: what is let go is held by nobody else
                    for number, one in enumerate(chunk):
                        chunk[number] = await heeding(one, manners)
                count = len(chunk)
                outcomes = await asyncio.to_thread(_store, run, conn, held, chunk)
                progress.add(outcomes, done=count)


def _store(run: Run, conn: Connection, held: Claims, chunk: Sequence[Fetched]) -> list[Outcome]:
    """Archive a chunk's answers, then tell the warehouse; in this order, so that no
    reference is stored before its record is durable.
    """
    chunk = [_sound(one) for one in chunk]
    kept, refused = keep(
        run.archive,
        "pages",
        (
            (row, answer)
            for row, _, answer in chunk
            if isinstance(answer, Response) and (answer.status == 304 or _is_html(answer))
        ),
        key="page_id",
    )
    chunk = [
        not_storable(one, refused[one[0]["page_id"]]) if one[0]["page_id"] in refused else one
        for one in chunk
    ]
    said = {row["page_id"]: _said(answer) for row, _, answer in chunk}
    outcomes: list[Outcome] = []

    def tell(some: Sequence[Fetched]) -> None:
        outcomes.extend(_tell(run, conn, held, some, kept, said))

    def give_up(one: Fetched, error: Exception) -> None:
        outcomes.extend(_tell(run, conn, held, [not_storable(one, error)], {}, {}))

    apart(sorted(chunk, key=lambda one: int(one[0]["page_id"])), tell, give_up)
    return outcomes


def _sound(one: Fetched) -> Fetched:
    """What was fetched, or that its headers cannot be read."""
    try:
        _said(one[2])
    except Exception as error:
        return not_storable(one, error)
    return one


def _tell(
    run: Run,
    conn: Connection,
    held: Claims,
    chunk: Sequence[Fetched],
    kept: Mapping[int, Reference],
    said: Mapping[int, Sequence[Signal]],
) -> list[Outcome]:
    """Store what a chunk's answers were, in one transaction."""
    verdicts: list[PageVerdict] = []
    events: list[PageEvent] = []
    outcomes: list[Outcome] = []
    fetches: list[Fetch] = []
    signals = []
    with conn, conn.cursor() as cur:
        ours = held.settle(cur, [row["page_id"] for row, _, _ in chunk])
        for row, request, answer in chunk:
            if str(row["page_id"]) not in ours:
                continue
            reference = kept.get(row["page_id"])
            is_new = isinstance(answer, Response) and _is_new_body(row, answer)
            verdict, outcome = _judge(run.settings, row, answer, reference if is_new else None)
            verdicts.append(verdict)
            events.extend(_events(row, verdict))
            outcomes.append(outcome)
            fetches += fetch_rows(
                "page",
                str(row["page_id"]),
                request,
                answer,
                robots=run.settings.obey_robots,
                kept=reference,
            )
            signals += [
                (row["publisher_id"], row["host"], one, row["url"])
                for one in said.get(row["page_id"], ())
            ]
        for verdict in verdicts:
            pages.settle_page(cur, verdict)
        pages.note_events(cur, events)
        pages.store_signals(cur, signals)
        ledger.record_fetches(cur, run.run_id, fetches)
        ledger.record_outcomes(cur, run.run_id, outcomes)
    return outcomes


def _said(answer: Answer) -> list[Signal]:
    headers = answer.headers if isinstance(answer, Response | OptedOut) else {}
    return list(header_signals(headers))


def _is_new_body(row: Row, answer: Response) -> bool:
    if answer.status == 304 or not answer.body.strip() or not _is_html(answer):
        return False
    return row["body_sha256"] is None or bytes(row["body_sha256"]) != sha256(answer.body)


def _is_html(answer: Response) -> bool:
    kind = answer.headers.get("content-type", "text/html").lower()
    return kind.startswith(_HTML)


def recheck_s(hours: Sequence[float], ladder: int) -> float | None:
    """Seconds from look number `ladder` (0: the first fetch) to the next; None after the last.

    `hours` count from the first fetch, or from the last edit, which starts them anew. Of
    all bodies that change within a week, four fifths change on the first day (GDELT's
    Global Difference Graph).
    """
    if ladder >= len(hours):
        return None
    return (hours[ladder] - (hours[ladder - 1] if ladder else 0.0)) * HOUR


def _events(row: Row, verdict: PageVerdict) -> Iterator[PageEvent]:
    """What a fetch found to have happened to a page that had answered before."""
    if row["body_sha256"] is None:
        return
    before, now, status = row["final_url"], verdict.final_url, verdict.http_status
    if verdict.is_gone and row["gone_at"] is None:
        yield row["page_id"], "gone", before, None, status
    if verdict.is_answered:
        if verdict.is_back:
            yield row["page_id"], "back", before, now or before, status
        if now and before and now != before:
            yield row["page_id"], "moved", before, now, status
        if verdict.reason == Reason.CHANGED:
            yield row["page_id"], "changed", before, now, status


def _judge(
    settings: Settings, row: Row, answer: Answer, reference: Reference | None
) -> tuple[PageVerdict, Outcome]:
    if isinstance(answer, Response) and answer.status != 304:
        if not answer.body.strip():
            answer = FetchError(Reason.EMPTY_BODY, status=answer.status, url=answer.url)
        elif not _is_html(answer):
            kind = answer.headers.get("content-type", "")
            answer = FetchError(Reason.NOT_HTML, kind[:100], status=answer.status, url=answer.url)
    if isinstance(answer, FetchError):
        return _failed(settings, row, answer)
    is_first = row["body_sha256"] is None
    is_edit = reference is not None and not is_first
    ladder = 0 if is_first or is_edit else int(row["ladder"]) + 1
    verdict = PageVerdict(
        page_id=row["page_id"],
        reason=Reason.NOT_MODIFIED,
        wait_s=recheck_s(settings.recheck_hours, ladder),
        attempts=0,
        checks=int(row["checks"]) + 1,
        ladder=ladder,
        http_status=answer.status,
        final_url=answer.url,
        is_answered=True,
        is_back=row["gone_at"] is not None,
    )
    if answer.status == 304:
        return verdict, _outcome(row, Status.UNCHANGED, Reason.NOT_MODIFIED)
    if reference is None:
        return replace(verdict, reason=Reason.SAME_BODY), _outcome(
            row, Status.UNCHANGED, Reason.SAME_BODY
        )
    reason = Reason.NEW if is_first else Reason.CHANGED
    verdict = replace(
        verdict,
        reason=reason,
        has_body=True,
        content_type=answer.headers.get("content-type"),
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        body_sha256=sha256(answer.body),
        fetched_at=answer.fetched_at,
        archive_path=reference.path,
        archive_offset=reference.offset,
        archive_length=reference.length,
    )
    return verdict, _outcome(row, Status.STORED if is_first else Status.UPDATED, reason)


def _failed(settings: Settings, row: Row, error: FetchError) -> tuple[PageVerdict, Outcome]:
    attempts = int(row["attempts"]) + 1
    is_gone = error.reason in (Reason.NOT_FOUND, Reason.GONE)
    ladder = int(row["ladder"])
    wait: float | None
    if error.reason in _OURS_TO_OBEY:
        attempts -= 1  # not the page's fault: it waits, however long
        wait = max(
            error.retry_after_s or 0.0,
            24 * HOUR if error.reason == Reason.ROBOTS_DISALLOW else HOUR,
        )
        status = Status.SKIPPED if error.reason == Reason.ROBOTS_DISALLOW else Status.RETRY
    elif is_gone and row["body_sha256"] is not None:
        # Deleted articles come back, so the ladder is climbed to its end.
        ladder, attempts, status = ladder + 1, 0, Status.FAILED
        wait = recheck_s(settings.recheck_hours, ladder)
    elif error.reason in _FOR_GOOD or attempts > len(RETRY_S):
        wait = None
        status = Status.SKIPPED if error.reason == Reason.OPTED_OUT else Status.FAILED
    else:
        wait, status = max(RETRY_S[attempts - 1], error.retry_after_s or 0.0), Status.RETRY
    verdict = PageVerdict(
        page_id=row["page_id"],
        reason=error.reason,
        wait_s=wait,
        attempts=attempts,
        checks=int(row["checks"]),
        ladder=ladder,
        http_status=error.status,
        final_url=error.url,
        is_gone=is_gone,
    )
    return verdict, _outcome(row, status, error.reason, error.detail)


def _outcome(row: Row, status: Status, reason: Reason, detail: str = "") -> Outcome:
    return Outcome(
        stage=STAGE,
        subject_kind="page",
        subject=row["url"],
        status=status,
        reason=reason,
        detail=detail,
    )
