"""Stages of keeping house: partitions ahead, and letting go what settings let go.

Nothing goes unless a setting says so, but half files that killed processes left.
`plan_removals` only counts; `remove_old` removes what the plan of that moment names, and notes
it in `ops.removals`.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from include.outcomes import Outcome, Status
from include.pages.archive_files import ArchiveFile, archive_files, take_away
from include.stages.apart import apart, told
from include.stages.work import Counts, Run, log, reason_of
from include.warehouse import ledger, retention

STAGE = "remove_old"
MONTHS_AHEAD = 3
_HOUR = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Something to let go: what, how much, the setting that says so, and how it is done."""

    kind: str
    subject: str
    items: int
    bytes: int
    reason: str
    remove: Callable[[], None]


def make_partitions(run: Run) -> Counts:
    """Make the partitions of the coming months."""
    with run.transaction() as cur:
        return {"made": retention.make_partitions(cur, months=MONTHS_AHEAD)}


def plan_removals(run: Run) -> Counts:
    """Count what would go now, by kind, and say it in the log. Removes nothing."""
    planned = list_removals(run)
    for one in planned:
        log.info(
            "would go (%s): %s %s, %d items, %d bytes",
            one.reason,
            one.kind,
            one.subject,
            one.items,
            one.bytes,
        )
    return _counts(planned)


def remove_old(run: Run) -> Counts:
    """Remove what `list_removals` names, one by one; returns how many of each kind."""
    gone: list[Removal] = []

    def remove(some: Sequence[Removal]) -> None:
        for one in some:
            one.remove()
            with run.transaction() as cur:
                retention.note_removal(
                    cur,
                    run.run_id,
                    kind=one.kind,
                    subject=one.subject,
                    items=one.items,
                    bytes_=one.bytes,
                    reason=one.reason,
                )
            gone.append(one)
            log.info("gone (%s): %s %s", one.reason, one.kind, one.subject)

    for one in list_removals(run):
        apart([one], remove, lambda bad, error: _keep(run, bad, error))
    return _counts(gone)


def _keep(run: Run, one: Removal, error: Exception) -> None:
    log.warning("%s %s could not go and is kept: %s", one.kind, one.subject, told(error))
    outcome = Outcome(
        stage=STAGE,
        subject_kind=one.kind,
        subject=one.subject,
        status=Status.FAILED,
        reason=reason_of(error),
        detail=told(error),
    )
    with run.transaction() as cur:
        ledger.record_outcomes(cur, run.run_id, [outcome])


def list_removals(run: Run) -> list[Removal]:
    """All that settings let go now: months, alerts, texts, files of the archive, left-overs."""
    return [*_months(run), *_alerts(run), *_texts(run), *_archive(run), *_left_overs(run)]


def _counts(planned: list[Removal]) -> Counts:
    counts: Counts = {}
    for one in planned:
        many = one.kind in ("text", "alert")  # one removal of many; the others are each one thing
        counts[one.kind] = counts.get(one.kind, 0) + (one.items if many else 1)
    return counts


def _months(run: Run) -> list[Removal]:
    keep = run.settings.keep_ledger_months
    if keep is None:
        return []

    def drop(name: str) -> None:
        with run.transaction() as cur:
            retention.drop_partition(cur, name, keep_months=keep)

    with run.transaction() as cur:
        return [
            Removal(
                kind="month",
                subject=row["name"],
                items=row["items"],
                bytes=row["bytes"],
                reason=f"KEEP_LEDGER_MONTHS={keep}",
                remove=partial(drop, row["name"]),
            )
            for row in retention.old_partitions(cur, keep_months=keep)
        ]


def _alerts(run: Run) -> list[Removal]:
    keep = run.settings.keep_ledger_months
    if keep is None:
        return []

    def remove() -> None:
        with run.transaction() as cur:
            retention.remove_alerts(cur, keep_months=keep)

    with run.transaction() as cur:
        old = retention.old_alerts(cur, keep_months=keep)
    if not old["items"]:
        return []
    return [
        Removal(
            kind="alert",
            subject="ops.alerts",
            items=old["items"],
            bytes=old["bytes"],
            reason=f"KEEP_LEDGER_MONTHS={keep}",
            remove=remove,
        )
    ]


def _texts(run: Run) -> list[Removal]:
    days = run.settings.keep_text_days
    if not days:
        return []

    def remove(text_ids: list[int]) -> None:
        with run.transaction() as cur:
            retention.remove_texts(cur, text_ids)

    with run.transaction() as cur:
        return [
            Removal(
                kind="text",
                subject=row["publisher"],
                items=row["texts"],
                bytes=row["bytes"],
                reason=f"KEEP_TEXT_DAYS={days.get(row['publisher'], days.get('*'))}",
                remove=partial(remove, row["text_ids"]),
            )
            for row in retention.old_texts(cur, days)
        ]


def _archive(run: Run) -> list[Removal]:
    keep = run.settings.keep_archive_days
    if keep is None:
        return []
    before = datetime.now(UTC).date() - timedelta(days=keep)
    archive = run.archive
    old = [one for one in archive_files(archive) if not one.is_part and one.day < before]
    with run.transaction() as cur:
        in_use = retention.files_in_use(cur, [one.path for one in old])

    def remove(path: str) -> None:
        with run.transaction() as cur:  # first, so that nothing ever refers to what is not there
            retention.forget_files(cur, [path])
        take_away(archive, path)

    return [
        _file(one, "archive file", f"KEEP_ARCHIVE_DAYS={keep}", partial(remove, one.path))
        for one in old
        if one.path not in in_use
    ]


def _left_overs(run: Run) -> list[Removal]:
    hours = run.settings.keep_leftovers_hours
    if hours is None:
        return []
    now, archive, reason = time.time(), run.archive, f"KEEP_LEFTOVERS_HOURS={hours:g}"
    parts = [
        _file(one, "left-over", reason, partial(take_away, archive, one.path))
        for one in archive_files(archive)
        if one.is_part and one.touched_at is not None and now - one.touched_at > hours * _HOUR
    ]
    asides = [
        Removal(
            kind="left-over",
            subject=folder,
            items=1,
            bytes=size,
            reason=reason,
            remove=partial(shutil.rmtree, folder, ignore_errors=True),
        )
        for folder, size in run.exports.left_over(older_than_s=hours * _HOUR, now=now)
    ]
    return [*parts, *asides]


def _file(one: ArchiveFile, kind: str, reason: str, remove: Callable[[], None]) -> Removal:
    return Removal(
        kind=kind, subject=one.path, items=1, bytes=one.bytes, reason=reason, remove=remove
    )
