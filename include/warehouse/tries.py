"""Items whose worker was stopped or died: tried again a few times, then kept in quarantine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from psycopg2.extensions import cursor as Cursor

from include.outcomes import Reason
from include.urls import masked_in
from include.warehouse import queries
from include.warehouse.queries import Row
from include.warehouse.text import storable

MOST_TRIES = 3
"""Runs that try an item before it is put into quarantine."""


def count_failed(
    cur: Cursor, stage: str, row: Row, *, run_id: str, reason: Reason, detail: str
) -> tuple[int, bool]:
    """Count one more failed try of a claimed item: how many that makes, and whether it is the last.

    `row` is one that its stage claimed: with `subject` and `mark`.
    """
    found = queries.one(
        cur,
        "count_failed_try",
        stage=stage,
        subject=row["subject"],
        mark=row["mark"],
        run_id=run_id,
        reason=str(reason),
        detail=storable(masked_in(detail))[:500],
        most=MOST_TRIES,
    )
    assert found is not None
    return int(found["tries"]), bool(found["is_quarantined"])


def forget(cur: Cursor, stage: str, subjects: Iterable[str]) -> None:
    """Items that went well, or are settled for good, have no failed tries any more."""
    listed = sorted(subjects)
    if listed:
        queries.run(cur, "forget_tries", stage=stage, subjects=listed)


def quarantined(cur: Cursor) -> list[Row]:
    """What is in quarantine: stage, subject, reason, detail, tries, since, quarantined_at, url."""
    return queries.rows(cur, "quarantined")


def release(
    cur: Cursor, *, stage: str | None = None, subjects: Sequence[str] | None = None
) -> list[Row]:
    """Let items out of quarantine, all where none are named; rows of stage and subject."""
    chosen = sorted(subjects) if subjects is not None else None
    return queries.rows(cur, "release_quarantined", stage=stage, subjects=chosen)
