"""Stage `check_warehouse`: every check, or one, with its result kept in `ops.checks`."""

from __future__ import annotations

from datetime import datetime

from psycopg2 import Error as DatabaseError

from include.stages.work import Counts, Run, log
from include.warehouse.check import ALL, CheckResult, broken, keep_result, run_check, since_run
from include.warehouse.check_list import Check, find_check, list_checks


class ChecksFailed(Exception):
    """A check of level `fail` found rows that should not be there, or one could not be run."""


def check_one(run: Run, name: str, *, whole: bool = False) -> Counts:
    """Run one check, on what the run wrote or on the `whole` warehouse.

    Raises:
        ChecksFailed: it is of level `fail` and found something, or could not be run; its
            result is kept all the same.
    """
    (found,) = _run(run, [find_check(name)], whole=whole)
    _complain(run, [found])
    return {"offending": found.offending}


def check_warehouse(run: Run, *, whole: bool = False) -> Counts:
    """Run every check, each in a transaction of its own.

    Raises:
        ChecksFailed: as `check_one`, after all have run.
    """
    results = run_warehouse_checks(run, whole=whole)
    _complain(run, results)
    return {"checks": len(results), "warnings": sum(one.offending > 0 for one in results)}


def run_warehouse_checks(run: Run, *, whole: bool) -> list[CheckResult]:
    """Run every check and keep the results."""
    return _run(run, list_checks(), whole=whole)


def _run(run: Run, checks: list[Check] | tuple[Check, ...], *, whole: bool) -> list[CheckResult]:
    since = ALL
    if not whole:
        with run.transaction() as cur:
            since = since_run(cur, run.run_id)
    return [_run_one(run, check, since) for check in checks]


def _run_one(run: Run, check: Check, since: datetime) -> CheckResult:
    try:
        with run.transaction() as cur:
            found = run_check(
                cur, check, run.run_id, since=since,
                max_failed_share=run.settings.max_failed_share,
            )  # fmt: skip
            keep_result(cur, run.run_id, found, since=since)
    except DatabaseError as error:
        found = broken(check, error)
        with run.transaction() as cur:
            keep_result(cur, run.run_id, found, since=since)
    if found.result != "passed":
        log.warning(
            "check %s (%s): %s", found.name, found.level,
            found.broken or f"{found.offending} rows where {found.what} {list(found.sample)[:3]}",
        )  # fmt: skip
    return found


def _complain(run: Run, results: list[CheckResult]) -> None:
    red = [one.name for one in results if one.is_red]
    log.info("check_warehouse: %d checks, %d red", len(results), len(red))
    if red:
        raise ChecksFailed(f"{', '.join(red)}: ops.checks has the rows, for run_id {run.run_id}")
