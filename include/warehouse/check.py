"""Run the warehouse's checks: `checks/*.sql`, each the rows that should not be there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg2.extensions import cursor as Cursor

CHECKS = Path(__file__).parent / "checks"
_LEVEL = re.compile(r"^-- level: (fail|warn)$", re.MULTILINE)
_WHAT = re.compile(r"^-- what: (.+)$", re.MULTILINE)
_SAMPLE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What one check found; `sample` holds up to ten offending rows."""

    name: str
    level: str
    what: str
    offending: int
    sample: tuple[Mapping[str, Any], ...]


def run_checks(cur: Cursor, run_id: str, *, max_failed_share: float) -> list[CheckResult]:
    """Run every check and keep its result in `ops.check_results`."""
    parameters = {"run_id": run_id, "max_failed_share": max_failed_share}
    return [_run(cur, file, parameters) for file in sorted(CHECKS.glob("*.sql"))]


def _run(cur: Cursor, file: Path, parameters: Mapping[str, Any]) -> CheckResult:
    text = file.read_text("utf-8")
    level, what = _LEVEL.search(text), _WHAT.search(text)
    if level is None or what is None:
        raise RuntimeError(f"{file.name} must state `-- level:` and `-- what:`")
    cur.execute(
        f"WITH offending AS MATERIALIZED ({text}) "  # noqa: S608  our own file
        f"SELECT (SELECT count(*) FROM offending), (SELECT coalesce(json_agg(row), '[]') "
        f"FROM (SELECT * FROM offending LIMIT {_SAMPLE}) AS row)",
        parameters,
    )
    row = cur.fetchone()
    offending, sample = row if row else (0, [])
    cur.execute(
        "INSERT INTO ops.check_results (run_id, check_name, level, offending, sample, checked_at) "
        "VALUES (%s, %s, %s, %s, %s, clock_timestamp())",
        (parameters["run_id"], file.stem, level[1], offending, json.dumps(sample)),
    )
    return CheckResult(
        name=file.stem, level=level[1], what=what[1], offending=offending, sample=tuple(sample)
    )
