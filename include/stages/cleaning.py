"""Stage `clean_articles`: archived pages → articles, versions and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass

from psycopg2.extensions import connection as Connection

from include import urls
from include.articles import Rejected, cleaned_by
from include.isolation import Done, Workers
from include.memory import PARSER_MB, Children
from include.outcomes import Outcome, Reason, Status
from include.pages.archive import ArchiveMissing
from include.pages.signals import markup_signal, reserves_mining
from include.pages.warc import Reference
from include.records import CleanArticle, RawPage
from include.stages.apart import apart, told
from include.stages.trying import TRIED_AGAIN, more_time, try_again
from include.stages.work import (
    MOST_SHARDS,
    Batch,
    Counts,
    Progress,
    Run,
    chunks,
    reason_of,
    shard_batches,
)
from include.warehouse import articles, ledger, pages, tries
from include.warehouse.claims import Claims
from include.warehouse.queries import Row

STAGE = "clean_articles"
PAGES_A_TASK = 400
_CHUNK = 40
_SHARE_READ = 16
"""One in so many of the memory is for pages that are read at once."""
_TASKS_PER_WORKER = 500


@dataclass(frozen=True, slots=True)
class CleanTask:
    """One page to clean, as it goes to a worker."""

    page: RawPage
    min_words: int


def clean_task(task: CleanTask) -> CleanArticle | Rejected:
    """What a worker does."""
    from include.articles.cleaner import clean  # Trafilatura is for workers, not for their parent

    return clean(task.page, min_words=task.min_words)


def choose_articles(run: Run) -> list[Batch]:
    """Batches of fetched pages that wait to be cleaned."""
    with run.transaction() as cur:
        waiting = pages.choose_uncleaned(
            cur, STAGE, run_id=run.run_id, most=MOST_SHARDS * PAGES_A_TASK
        )
    return shard_batches("pages", waiting, most=PAGES_A_TASK)


def clean_articles(run: Run, batch: Batch) -> Counts:
    """Clean one batch in killable processes; articles and outcomes commit together."""
    settings = run.settings
    with run.claims(STAGE) as held:
        with run.transaction() as cur:
            claimed = pages.claim_uncleaned(
                cur, held, shard=batch["shard"], of=batch["of"], most=4 * PAGES_A_TASK
            )
        progress = Progress(STAGE, len(claimed))
        budget = run.budget(batch)
        at_once = budget.items(_SHARE_READ, settings.page_max_bytes, most=_CHUNK)
        fresh = [row for row in claimed if not row["tries"]]
        tried = [row for row in claimed if row["tries"]]  # each alone, after the others
        for rows, size, wanted in ((fresh, at_once, settings.workers), (tried, 1, 1)):
            if rows:
                parsers = budget.children(min(wanted, len(rows)), need_mb=PARSER_MB)
                _clean(run, held, chunks(rows, size), parsers, progress)
    return progress.finish()


def _clean(
    run: Run, held: Claims, pieces: Iterable[Sequence[Row]], parsers: Children, progress: Progress
) -> None:
    with (
        closing(run.connect()) as conn,
        Workers(
            parsers.count,
            memory_mb=run.settings.worker_memory_mb,
            data_mb=parsers.data_mb,
            tasks_per_worker=_TASKS_PER_WORKER,
        ) as workers,
    ):
        for piece in pieces:
            done = _clean_chunk(run, workers, piece)
            apart(
                done,
                lambda some: _store(conn, run, held, some, progress),
                lambda one, error: _store(conn, run, held, [_refused(one, error)], progress),
            )


Cleaned = tuple[Row, CleanArticle | Rejected]


def _clean_chunk(run: Run, workers: Workers, chunk: Sequence[Row]) -> list[Cleaned]:
    tasks: list[CleanTask] = []
    rows: list[Row] = []
    cleaned: list[Cleaned] = []
    kept = run.archive.read_many(
        [
            Reference(row["archive_path"], row["archive_offset"], row["archive_length"])
            for row in chunk
        ]
    )
    for row, answer in zip(chunk, kept, strict=True):
        if isinstance(answer, ArchiveMissing):
            cleaned.append((row, Rejected(reason=Reason.ARCHIVE_MISSING, detail=str(answer))))
            continue
        tasks.append(CleanTask(_raw_page(row, answer.body), run.settings.min_words))
        rows.append(row)
    deadline_s = run.settings.parse_deadline_s * more_time(chunk[0]["tries"])
    results = workers.map(clean_task, tasks, deadline_s=deadline_s)
    cleaned.extend((row, _verdict(done)) for row, done in zip(rows, results, strict=True))
    return cleaned


def _raw_page(row: Row, body: bytes) -> RawPage:
    return RawPage(
        url=row["url"],
        body=body,
        content_type=row["content_type"],
        feed_title=row["feed_title"],
        feed_authors=tuple(row["feed_authors"]),
        feed_published_at=row["feed_published_at"],
        feed_language=row["feed_language"],
        publisher_country=row["publisher_country"],
        fetched_at=row["fetched_at"],
    )


def _verdict(done: Done[CleanTask, CleanArticle | Rejected]) -> CleanArticle | Rejected:
    if done.result is not None:
        return done.result
    detail = f"{type(done.error).__name__}: {done.error}"
    return Rejected(reason=reason_of(done.error), detail=detail)


_FAILURES = {Reason.PARSE_ERROR, Reason.ARCHIVE_MISSING, Reason.NOT_STORABLE}


def _store(
    conn: Connection, run: Run, held: Claims, cleaned: Sequence[Cleaned], progress: Progress
) -> None:
    outcomes: list[Outcome] = []
    settled: list[tuple[int, bytes, str, str, int | None]] = []
    said: list[tuple[int, str, pages.Said, str]] = []
    with conn, conn.cursor() as cur:
        ours = held.settle(cur, [row["page_id"] for row, _ in cleaned])
        for row, result in sorted(cleaned, key=_by_key):
            if str(row["page_id"]) not in ours:
                continue
            article_id: int | None = None
            detail = ""
            if isinstance(result, CleanArticle):
                wishes = [markup_signal(wish) for wish in result.wishes]
                host = urls.host(row["url"])
                said += [(row["publisher_id"], host, one, row["url"]) for one in wishes]
                if run.settings.obey_opt_outs and (reserved := reserves_mining(wishes)):
                    result = Rejected(reason=Reason.OPTED_OUT, detail=reserved)
            if isinstance(result, Rejected) and result.reason in TRIED_AGAIN:
                reason = result.reason
                status, detail = try_again(cur, run.run_id, STAGE, row, reason, result.detail)
            elif isinstance(result, Rejected):
                is_ours = result.reason in _FAILURES
                status = Status.FAILED if is_ours else Status.SKIPPED
                reason, detail = result.reason, result.detail
            else:
                article_id, status, reason = articles.store_article(cur, result, row)
                detail = f"{result.method}: {result.method_reason}"
            outcomes.append(
                Outcome(
                    stage=STAGE,
                    subject_kind="page",
                    subject=row["canonical_url"],
                    status=status,
                    reason=reason,
                    detail=detail,
                )
            )
            if reason in TRIED_AGAIN:
                continue  # its body is not cleaned
            settled.append(
                (row["page_id"], bytes(row["body_sha256"]), cleaned_by(), str(reason), article_id)
            )
        pages.settle_cleaning(cur, settled)
        tries.forget(cur, STAGE, [str(page_id) for page_id, *_ in settled])
        pages.store_signals(cur, said)
        ledger.record_outcomes(cur, run.run_id, outcomes)
    progress.add(outcomes, done=len(cleaned))


def _refused(one: Cleaned, error: Exception) -> Cleaned:
    return one[0], Rejected(reason=Reason.NOT_STORABLE, detail=told(error))


def _by_key(pair: Cleaned) -> tuple[bool, str]:
    # One order of locks for all workers: by the article's key, rejections last.
    row, result = pair
    if isinstance(result, Rejected):
        return True, row["canonical_url"]
    return False, result.canonical_url
