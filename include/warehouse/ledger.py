"""Write the ledger: runs, outcomes, fetches, check results."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit, urlunsplit

from psycopg2.extensions import cursor as Cursor

from include import __version__
from include.outcomes import Outcome, Reason
from include.urls import masked_in
from include.warehouse import queries
from include.warehouse.text import key_of, storable

_DETAIL = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One request we wanted to make, for `ops.fetches`; `is_sent` if it left this machine."""

    kind: str
    subject: str
    url: str
    host: str
    fetched_at: datetime
    final_url: str | None = None
    http_status: int | None = None
    reason: Reason | None = None
    body_bytes: int | None = None
    elapsed_ms: int | None = None
    is_conditional: bool = False
    is_sent: bool = True
    robots: str | None = None
    wire_bytes: int | None = None
    redirects: int = 0
    retry_after_s: float | None = None
    body_sha256: bytes | None = None
    archive_path: str | None = None
    archive_offset: int | None = None
    archive_length: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Items of one stage that a run chose and has no outcome of."""

    stage: str
    items: int
    oldest: datetime

    def __str__(self) -> str:
        return f"{self.stage}: {self.items} (oldest {self.oldest:%Y-%m-%d %H:%M})"


def open_run(cur: Cursor, run_id: str, *, kind: str, flow: str = "") -> None:
    """Note that a run of a flow (a DAG, or a command) began.

    The ledger's partitions of the coming months are made.
    """
    cur.execute("SELECT ops.ensure_partitions(2)")
    queries.run(cur, "open_run", run_id=run_id, kind=kind, flow=flow, version=__version__)


def interrupted_runs(cur: Cursor, flow: str, *, run_id: str) -> list[str]:
    """Runs of a flow, other than `run_id`, that never ended and that nobody works for."""
    return [
        row["run_id"] for row in queries.rows(cur, "interrupted_runs", flow=flow, run_id=run_id)
    ]


def interrupt_run(cur: Cursor, run_id: str, *, reason: str, left: Sequence[Left]) -> None:
    """Note that a run died, or was stopped."""
    queries.run(
        cur,
        "interrupt_run",
        run_id=run_id,
        reason=storable(masked_in(reason)),
        work_left=_as_json(left),
    )


def close_run(cur: Cursor, run_id: str, *, state: str, reason: str, left: Sequence[Left]) -> None:
    """Note that a run's last task ended: `done` or `failed`, why, and what it left."""
    queries.run(
        cur,
        "close_run",
        run_id=run_id,
        state=state,
        reason=storable(masked_in(reason))[:1000],
        work_left=_as_json(left),
    )


def work_left(cur: Cursor, run_id: str) -> list[Left]:
    """What a run chose and has no outcome of, though it could be worked on still."""
    return [Left(**row) for row in queries.rows(cur, "work_left", run_id=run_id)]


def _as_json(left: Sequence[Left]) -> str:
    return json.dumps(
        [{"stage": one.stage, "items": one.items, "oldest": one.oldest.isoformat()} for one in left]
    )


def record_outcomes(cur: Cursor, run_id: str, outcomes: Iterable[Outcome]) -> None:
    """Add outcomes, in the transaction of what they tell of."""
    queries.many(
        cur,
        "insert_outcomes",
        [
            (
                run_id,
                one.stage,
                one.subject_kind,
                key_of(one.subject),
                str(one.status),
                str(one.reason),
                storable(masked_in(one.detail))[:_DETAIL],
                one.items,
                one.elapsed_ms,
            )
            for one in outcomes
        ],
    )


def record_fetches(cur: Cursor, run_id: str, fetches: Sequence[Fetch]) -> None:
    """Add requests."""
    queries.many(
        cur,
        "insert_fetches",
        [
            (
                run_id,
                one.kind,
                key_of(one.subject),
                _without_credentials(one.url),
                key_of(one.host),
                one.final_url and _without_credentials(one.final_url),
                one.http_status,
                str(one.reason) if one.reason else None,
                one.body_bytes,
                one.elapsed_ms,
                one.is_conditional,
                one.is_sent,
                one.robots,
                one.wire_bytes,
                one.redirects,
                one.retry_after_s,
                one.body_sha256,
                one.archive_path,
                one.archive_offset,
                one.archive_length,
                one.fetched_at,
            )
            for one in fetches
        ],
    )


def _without_credentials(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return storable(url)[:2048]
    netloc = parts.netloc.rpartition("@")[2]
    return storable(urlunsplit(parts._replace(netloc=netloc)))[:2048]
