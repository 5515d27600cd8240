"""Stage `check_warehouse`: every check, in one go, each with its result in `ops.checks`."""

from __future__ import annotations

from datetime import datetime
from logging import ERROR, WARNING

from include.stages.work import Counts, Run, log
from include.urls import masked_in
from include.warehouse.check import ALL, CheckResult, broken, keep_result, run_check, since_run
from include.warehouse.check_list import Check, list_checks


class ChecksFailed(Exception):
    """A check of level `fail` found rows that should not be there, or one could not be run."""


def check_warehouse(run: Run, *, whole: bool = False) -> Counts:
    """Run every check, each in a transaction of its own, and say what each found.

    Raises:
        ChecksFailed: a check of level `fail` found something, or one could not be run; all
            have run, and their results are kept all the same.
    """
    results = run_warehouse_checks(run, whole=whole)
    red = [one.name for one in results if one.is_red]
    warned = [one.name for one in results if one.offending and not one.is_red]
    log.info("check_warehouse: %d checks, %d red, %d warned", len(results), len(red), len(warned))
    if red:
        raise ChecksFailed(f"{', '.join(red)}: ops.checks has the rows, for run_id {run.run_id}")
    return {"checks": len(results), "warnings": len(warned)}


def run_warehouse_checks(run: Run, *, whole: bool) -> list[CheckResult]:
    """Run every check on what the run wrote, or on the `whole` warehouse; keep the results."""
    since = ALL
    if not whole:
        with run.transaction() as cur:
            since = since_run(cur, run.run_id)
    return [_run_one(run, check, since) for check in list_checks()]


def _run_one(run: Run, check: Check, since: datetime) -> CheckResult:
    try:
        with run.transaction() as cur:
            found = run_check(
                cur,
                check,
                run.run_id,
                since=since,
                max_failed_share=run.settings.max_failed_share,
            )
            keep_result(cur, run.run_id, found, since=since)
    except Exception as error:  # whatever befalls one check, the others are run
        found = broken(check, error)
        with run.transaction() as cur:
            keep_result(cur, run.run_id, found, since=since)
    _tell(found)
    return found


def _tell(found: CheckResult) -> None:
    if found.broken:
        log.error("check %s (%s) could not be run: %s", found.name, found.level, found.broken)
    elif found.offending:
        rows = masked_in(str(list(found.sample)[:3]))
        log.log(
            ERROR if found.is_red else WARNING,
            "check %s (%s) found %d rows where not: %s %s",
            found.name,
            found.level,
            found.offending,
            found.what,
            rows,
        )
    else:
        log.info(
            "check %s (%s) passed in %d ms: %s",
            found.name,
            found.level,
            found.elapsed_ms,
            found.what,
        )
