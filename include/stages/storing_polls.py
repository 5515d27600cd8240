"""What a poll leaves: entries, the feed's next poll and validators, outcomes; at one commit."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from psycopg2.extensions import connection as Connection
from psycopg2.extensions import cursor as Cursor

from include import urls
from include.feeds import schedule
from include.feeds.changes import content_hash, content_hash_before
from include.feeds.hints import wish_s
from include.feeds.link_tokens import under_known_links
from include.feeds.moves import try_move
from include.feeds.schedule import FeedState
from include.outcomes import Outcome, Reason, Status
from include.pages.errors import FetchError
from include.pages.warc import Reference
from include.records import FeedDocument, FeedEntry, Response
from include.rsl import is_reserved
from include.settings import Settings
from include.stages.apart import apart, told
from include.stages.archiving import sha256
from include.stages.feed_facts import store_hub, store_wishes
from include.stages.trying import TRIED_AGAIN, try_again
from include.stages.work import log, reason_of
from include.warehouse import feeds, ledger, tries
from include.warehouse.claims import Claims
from include.warehouse.feeds import EntryToStore, FeedVerdict
from include.warehouse.ledger import Fetch
from include.warehouse.queries import Row

STAGE = "poll_feeds"
ENTRIES = "read_entries"

_RNG = random.Random()  # noqa: S311  spreads polls, guards nothing

Answer = Response | FetchError


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """One poll: the feed's row, what its server answered, and what was made of that.

    `kept` is where the archive holds the answer, `fetches` the ledger's rows, `share` how
    much of the document may be new at the next poll, `obeys` whether pages are left that the
    feed's own licence reserves.

    `document` is None where nothing was to be read, or where `error` says why not.
    """

    row: Row
    answer: Answer
    document: FeedDocument | None
    error: Exception | None
    kept: Reference | None
    fetches: tuple[Fetch, ...]
    share: float
    obeys: bool = False
    settings: Settings | None = None


def store_poll(conn: Connection, run_id: str, held: Claims, polled: Polled) -> list[Outcome]:
    """Store one poll and return its outcomes; a poll that is refused is an outcome too.

    Of a feed that another worker has taken over, nothing is stored.
    """
    outcomes: list[Outcome] = []

    def settle(some: Sequence[Polled]) -> None:
        outcomes.extend(_settle(conn, run_id, held, some[0]))

    def give_up(one: Polled, error: Exception) -> None:
        log.warning("feed %s could not be stored: %s", one.row["feed_id"], told(error))
        failed = FetchError(Reason.NOT_STORABLE, told(error))
        settle([replace(one, answer=failed, document=None, error=None)])

    apart([polled], settle, give_up)
    return outcomes


def _settle(conn: Connection, run_id: str, held: Claims, polled: Polled) -> list[Outcome]:
    row, answer, document, error = polled.row, polled.answer, polled.document, polled.error
    outcomes: list[Outcome]
    with conn, conn.cursor() as cur:
        if not held.settle(cur, [row["feed_id"]]):
            return []
        if isinstance(answer, FetchError):
            reason, detail = answer.reason, answer.detail
            verdict = _failed(row, reason, answer.retry_after_s)
            outcomes = [_of_feed(row, _status(reason), reason, detail)]
            if verdict.is_gone:
                feeds.note_event(cur, row["feed_id"], "stopped", from_url=row["url"], detail=detail)
        elif error is not None or (
            document is None and answer.status != 304 and not answer.body.strip()
        ):
            reason = reason_of(error, otherwise=Reason.NOT_A_FEED) if error else Reason.EMPTY_BODY
            verdict = _failed(row, reason, None)
            status, detail = Status.FAILED, str(error or "")
            if reason in TRIED_AGAIN:
                status, detail = try_again(cur, run_id, STAGE, row, reason, detail)
            outcomes = [_of_feed(row, status, reason, detail)]
        elif document is None:
            reason = Reason.NOT_MODIFIED if answer.status == 304 else Reason.SAME_BODY
            # Validators may change while the body does not: keep the new ones, or every
            # later poll would be unconditional.
            verdict = _worked(row, reason, answer, None, new=0, share=polled.share)
            outcomes = [_of_feed(row, Status.UNCHANGED, reason)]
            verdict = _moved(cur, row, answer, verdict, outcomes)
        else:
            entries, new, changed, known = _store_entries(cur, row, document, obeys=polled.obeys)
            store_wishes(cur, row, answer, document)
            if polled.settings is not None and polled.settings.public_url is not None:
                store_hub(cur, polled.settings, row, answer, document)
            reason = Reason.NEW if new or changed else Reason.NOTHING_NEW
            status = Status.STORED if new or changed else Status.UNCHANGED
            verdict = _worked(row, reason, answer, document, new=new, share=polled.share)
            detail = f"{new} new, {changed} changed, {known} known"
            outcomes = [_of_feed(row, status, reason, detail), *entries]
            verdict = _moved(cur, row, answer, verdict, outcomes)
        if document is not None:  # the body that the feed's hash is of
            verdict = _with_archive(verdict, polled.kept)
        if row["tries"] and not isinstance(answer, FetchError) and reason not in TRIED_AGAIN:
            tries.forget(cur, STAGE, [row["feed_id"]])
        feeds.settle_feed(cur, verdict)
        ledger.record_fetches(cur, run_id, polled.fetches)
        ledger.record_outcomes(cur, run_id, outcomes)
    return outcomes


def _with_archive(verdict: FeedVerdict, kept: Reference | None) -> FeedVerdict:
    if kept is None:
        return verdict
    return replace(
        verdict, archive_path=kept.path, archive_offset=kept.offset, archive_length=kept.length
    )


def _moved(
    cur: Cursor, row: Row, answer: Response, verdict: FeedVerdict, outcomes: list[Outcome]
) -> FeedVerdict:
    """The verdict with what the answer's permanent redirects mean for the feed.

    One that has held moves the feed's URL; where another feed is polled at that URL
    already, this one is polled no more and points to it, and its history stays.
    """
    trial = try_move(
        answer.redirects,
        moving_to=row["moving_to"],
        polls=row["moving_polls"],
        since_s=row["moving_s"],
    )
    if trial.to is None or not trial.has_held:
        return replace(verdict, moving_to=trial.to, moving_polls=trial.polls)
    feed_id, url = row["feed_id"], row["url"]
    other = feeds.feed_at(cur, trial.to, other_than=feed_id)
    kind, reason = ("merged", Reason.FEED_MERGED) if other else ("moved", Reason.FEED_MOVED)
    feeds.note_event(cur, feed_id, kind, from_url=url, to_url=trial.to, detail=other or "")
    first = outcomes[0]
    outcomes[0] = replace(
        first,
        status=Status.UPDATED,
        reason=reason,
        detail=f"{first.detail or first.reason}; now {other or trial.to}",
    )
    if other:
        return replace(verdict, merged_into=other)
    return replace(verdict, url=trial.to, host=urls.host(trial.to))


def _known_or_fresh(
    cur: Cursor, feed_id: str, entries: Sequence[FeedEntry]
) -> tuple[dict[bytes, FeedEntry], dict[bytes, bytes]]:
    """The entries by key, and the content hashes of those we have.

    Where some are new or changed, those that are only listed under new links (tokens made
    for each request) are given back under the links they are known by.
    """
    listed = {feeds.entry_key(entry.entry_id): entry for entry in entries}
    had = feeds.known_entries(cur, feed_id, listed)
    unchanged = {
        entry.entry_id for key, entry in listed.items() if had.get(key) == content_hash(entry)
    }
    other = [
        one.title for one in entries if one.url and one.title and one.entry_id not in unchanged
    ]
    if other and (namesakes := feeds.namesakes(cur, feed_id, other)):
        settled = under_known_links(entries, namesakes, unchanged=unchanged)
        if settled != tuple(entries):
            listed = {feeds.entry_key(entry.entry_id): entry for entry in settled}
            had = feeds.known_entries(cur, feed_id, listed)
    return listed, had


def _store_entries(
    cur: Cursor, row: Row, document: FeedDocument, *, obeys: bool
) -> tuple[list[Outcome], int, int, int]:
    feed_id = row["feed_id"]
    listed, had = _known_or_fresh(cur, feed_id, document.entries)
    hashes = {key: content_hash(entry) for key, entry in listed.items()}
    fresh = [key for key in listed if key not in had]
    same = [
        key
        for key, entry in listed.items()
        if key in had and had[key] in (hashes[key], content_hash_before(entry))
    ]
    changed = [key for key in listed if key in had and key not in set(same)]
    redated = feeds.redate_entries(
        cur, feed_id, {key: at for key in same if (at := listed[key].published_at) is not None}
    )
    known = [key for key in same if key not in redated]
    feeds.keep_versions(cur, feed_id, changed)
    leads = feeds.store_entries(
        cur,
        feed_id,
        row["publisher_id"],
        [
            EntryToStore(
                entry=listed[key],
                content_sha256=hashes[key],
                refused=Reason.OPTED_OUT if obeys and is_reserved(listed[key].terms) else None,
            )
            for key in (*fresh, *changed)
        ],
    )
    feeds.see_entries(cur, feed_id, same)
    feeds.refetch_pages_of(cur, feed_id, changed)
    renamed = feeds.join_renamed(cur, feed_id, fresh, listed)
    outcomes = []
    for key in (*fresh, *changed):
        bad = leads[key]
        status = Status.STORED if key not in had else Status.UPDATED
        reason = Reason.NEW if key not in had else Reason.CHANGED
        if key in renamed:
            status, reason = Status.DUPLICATE, Reason.RENAMED_ENTRY
        outcomes.append(
            Outcome(
                stage=ENTRIES,
                subject_kind="entry",
                subject=f"{feed_id} {listed[key].entry_id}",
                status=Status.SKIPPED if bad else status,
                reason=bad or reason,
                detail=listed[key].title[:200],
            )
        )
    outcomes.extend(
        Outcome(
            stage=ENTRIES,
            subject_kind="entry",
            subject=f"{feed_id} {listed[key].entry_id[:1900]}",
            status=Status.UPDATED,
            reason=Reason.REDATED_ENTRY,
            detail=f"{listed[key].published_at}",
        )
        for key in sorted(redated)
    )
    if known:
        outcomes.append(
            Outcome(
                stage=ENTRIES,
                subject_kind="feed",
                subject=feed_id,
                status=Status.UNCHANGED,
                reason=Reason.KNOWN_ENTRY,
                items=len(known),
            )
        )
    if document.left_out:
        outcomes.append(
            Outcome(
                stage=ENTRIES,
                subject_kind="feed",
                subject=feed_id,
                status=Status.SKIPPED,
                reason=Reason.TOO_MANY_ENTRIES,
                items=document.left_out,
                detail="all but the newest of the document were left",
            )
        )
    many_changed = len(changed) + len(redated)
    return outcomes, len(fresh) - len(renamed), many_changed, len(known) + len(renamed)


def feed_state(row: Row) -> FeedState:
    """What is known of a claimed feed, as its schedule takes it."""
    return FeedState(
        interval_s=row["interval_s"],
        failures=row["failures"],
        per_day=row["per_day"],
        listed=row["listed"],
        since_poll_s=row["since_poll_s"],
        since_new_s=row["since_new_s"],
        since_full_s=row["since_full_s"],
    )


def _worked(
    row: Row,
    reason: Reason,
    answer: Response,
    document: FeedDocument | None,
    *,
    new: int,
    share: float,
) -> FeedVerdict:
    now = datetime.now(UTC)
    dated = [
        entry.published_at
        for entry in (document.entries if document else ())
        if entry.published_at and entry.published_at < now
    ]
    following = schedule.after_success(
        feed_state(row),
        new=new,
        listed=len(document.entries) if document else 0,
        hint_s=wish_s(document.ttl_minutes if document else None, answer.headers, now=now),
        rng=_RNG,
        oldest_s=(now - min(dated)).total_seconds() if dated else None,
        share=share,
    )
    has_body = answer.status != 304
    return FeedVerdict(
        feed_id=row["feed_id"],
        reason=reason,
        interval_s=following.interval_s,
        wait_s=following.wait_s,
        failures=following.failures,
        per_day=following.per_day,
        listed=following.listed,
        has_body=has_body,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        body_sha256=sha256(answer.body) if has_body else None,
        title=document.title if document else None,
        language=document.language if document else None,
        new_entries=new,
    )


def _failed(row: Row, reason: Reason, retry_after_s: float | None) -> FeedVerdict:
    following = schedule.after_failure(
        feed_state(row), reason=reason, retry_after_s=retry_after_s, rng=_RNG
    )
    return FeedVerdict(
        feed_id=row["feed_id"],
        reason=reason,
        interval_s=following.interval_s,
        wait_s=following.wait_s,
        failures=following.failures,
        per_day=following.per_day,
        listed=following.listed,
        moving_to=row["moving_to"],
        moving_polls=row["moving_polls"],
        is_gone=reason == Reason.GONE,
    )


def _status(reason: Reason) -> Status:
    lasting = {Reason.GONE, Reason.ADDRESS_REFUSED, Reason.BAD_URL, Reason.NOT_STORABLE}
    return Status.FAILED if reason in lasting else Status.RETRY


def _of_feed(row: Row, status: Status, reason: Reason, detail: str = "") -> Outcome:
    return Outcome(
        stage=STAGE,
        subject_kind="feed",
        subject=row["feed_id"],
        status=status,
        reason=reason,
        detail=detail,
        address=row["url"],
    )
