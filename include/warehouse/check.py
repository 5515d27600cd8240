"""Run the warehouse's checks, and keep what they found in `ops.checks`."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from psycopg2.extensions import cursor as Cursor

from include.urls import masked_in
from include.warehouse import queries
from include.warehouse.check_list import Check, list_checks

_SAMPLE = 10
_DETAIL = 500
ALL = datetime(1, 1, 1, tzinfo=UTC)
"""From here on: the whole warehouse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What one check found; `sample` holds up to ten offending rows.

    `broken` says why the check could not be run; it is empty where it could.
    """

    name: str
    level: str
    what: str
    offending: int
    sample: tuple[Mapping[str, Any], ...]
    elapsed_ms: int = 0
    broken: str = ""

    @property
    def result(self) -> str:
        """passed, found or broken."""
        return "broken" if self.broken else "found" if self.offending else "passed"

    @property
    def is_red(self) -> bool:
        """Whether the run must not pass for good."""
        return bool(self.broken) or (self.level == "fail" and self.offending > 0)


def since_run(cur: Cursor, run_id: str) -> datetime:
    """When the run began; `ALL` where there is no such run."""
    row = queries.one(cur, "run_began", run_id=run_id)
    return row["started_at"] if row else ALL


def run_checks(
    cur: Cursor, run_id: str, *, max_failed_share: float, since: datetime = ALL
) -> list[CheckResult]:
    """Run every check, in one transaction, and keep what each found."""
    found = [
        run_check(cur, check, run_id, since=since, max_failed_share=max_failed_share)
        for check in list_checks()
    ]
    for one in found:
        keep_result(cur, run_id, one, since=since)
    return found


def run_check(
    cur: Cursor, check: Check, run_id: str, *, since: datetime, max_failed_share: float
) -> CheckResult:
    """Run one check."""
    began = time.monotonic()
    cur.execute(
        f"WITH offending AS MATERIALIZED ({check.query}) "  # noqa: S608  our own file
        f"SELECT (SELECT count(*) FROM offending), (SELECT coalesce(json_agg(row), '[]') "
        f"FROM (SELECT * FROM offending LIMIT {_SAMPLE}) AS row)",
        {"run_id": run_id, "since": since, "max_failed_share": max_failed_share},
    )
    row = cur.fetchone()
    offending, sample = row if row else (0, [])
    return CheckResult(
        name=check.name,
        level=check.level,
        what=check.what,
        offending=offending,
        sample=tuple(_without_keys(row) for row in sample),
        elapsed_ms=round(1000 * (time.monotonic() - began)),
    )


def _without_keys(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row for people: URLs of feeds may hold keys, and samples end in logs and messages."""
    return {
        name: masked_in(value) if isinstance(value, str) else value for name, value in row.items()
    }


def broken(check: Check, error: Exception) -> CheckResult:
    """The result of a check that could not be run."""
    return CheckResult(
        name=check.name,
        level=check.level,
        what=check.what,
        offending=0,
        sample=(),
        broken=masked_in(" ".join(str(error).split()))[:_DETAIL] or type(error).__name__,
    )


def keep_result(cur: Cursor, run_id: str, found: CheckResult, *, since: datetime) -> None:
    """Write what a check found to `ops.checks`."""
    queries.run(
        cur,
        "insert_check",
        run_id=run_id,
        check_name=found.name,
        level=found.level,
        looked_at="all" if since == ALL else "run",
        result=found.result,
        offending=found.offending,
        sample=json.dumps(found.sample),
        detail=found.broken,
        elapsed_ms=found.elapsed_ms,
    )
