"""What becomes of an item whose worker was stopped or died: it is tried again, a few times.

It may have been the item, or a machine short of memory. So later runs try it again, alone,
after all others, with twice the time of the try before; then it goes into quarantine, where a
person finds it (`python -m include quarantine list`). A new body, or another configuration, is
a new item.
"""

from __future__ import annotations

from collections.abc import Sequence

from psycopg2.extensions import cursor as Cursor

from include.outcomes import Outcome, Reason, Status
from include.stages.apart import told
from include.stages.work import Counts, Run, log, reason_of
from include.warehouse import ledger, tries
from include.warehouse.queries import Row

TRIED_AGAIN = frozenset({Reason.WORKER_TIMED_OUT, Reason.WORKER_DIED})


def more_time(failed_tries: int) -> float:
    """How many times the usual deadline an item gets after so many tries."""
    return 2.0**failed_tries


def try_again(
    cur: Cursor, run_id: str, stage: str, row: Row, reason: Reason, detail: str
) -> tuple[Status, str]:
    """Count a failed try of a claimed item; the status and detail of its outcome.

    The status is `retry` while a later run tries it again because its worker ended, else
    `failed`.
    """
    number, is_last = tries.count_failed(
        cur, stage, row, run_id=run_id, reason=reason, detail=detail
    )
    what_next = "in quarantine" if is_last else "a later run tries again"
    is_open = reason in TRIED_AGAIN and not is_last
    line = f"try {number} of {tries.MOST_TRIES}, {what_next}: {detail}"
    return Status.RETRY if is_open else Status.FAILED, line


def leave(
    cur: Cursor, run_id: str, stage: str, row: Row, error: Exception, *, kind: str = "text"
) -> Outcome:
    """Count a failed try of an item that no claim stands for; its outcome, which is stored.

    `row` has `subject` and `mark`. The item is left alone in this run, and tried in a later one
    unless it is in quarantine now.
    """
    reason = reason_of(error)
    status, detail = try_again(cur, run_id, stage, row, reason, told(error))
    outcome = Outcome(
        stage=stage,
        subject_kind=kind,
        subject=row["subject"],
        status=status,
        reason=reason,
        detail=detail,
    )
    ledger.record_outcomes(cur, run_id, [outcome])
    return outcome


def in_turns(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """Rows in pieces that may be worked on together: those that failed before each alone, last."""
    fresh = [row for row in rows if not row["tries"]]
    tried = [[row] for row in rows if row["tries"]]
    return [*([fresh] if fresh else []), *tried]


def release_quarantine(
    run: Run, *, stage: str | None = None, subjects: Sequence[str] | None = None
) -> Counts:
    """Let items out of quarantine, all where no stage and no subjects are named."""
    with run.transaction() as cur:
        released = tries.release(cur, stage=stage, subjects=subjects)
    log.info("release_quarantine: %d items, the next run tries them", len(released))
    if unknown := sorted(set(subjects or ()) - {row["subject"] for row in released}):
        log.warning("release_quarantine: not in quarantine: %s", ", ".join(unknown))
    return {"released": len(released)}
