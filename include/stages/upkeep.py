"""Stages around the work: open and close a run, refresh marts, check the warehouse."""

from __future__ import annotations

from include.stages.work import Counts, Run, log
from include.warehouse import ledger, queries
from include.warehouse.check import CheckResult, run_checks


class ChecksFailed(Exception):
    """A check of level `fail` found rows that should not be there."""


def open_run(run: Run, *, kind: str) -> None:
    """Note that a run began."""
    with run.transaction() as cur:
        ledger.open_run(cur, run.run_id, kind=kind)


def refresh_marts(run: Run) -> Counts:
    """Refresh the materialized views, and the planner's idea of tables that have grown."""
    with run.transaction() as cur:
        found = queries.rows(cur, "materialized_views")
        for view in found:
            cur.execute(f"REFRESH MATERIALIZED VIEW {view['name']}")
    with run.transaction() as cur:
        stale = queries.rows(cur, "stale_tables")
        for table in stale:
            cur.execute(f"ANALYZE {table['name']}")
    log.info("refresh_marts: %d views refreshed, %d tables analysed", len(found), len(stale))
    return {"views": len(found), "tables": len(stale)}


def run_warehouse_checks(run: Run) -> list[CheckResult]:
    """Run every check and keep the results."""
    with run.transaction() as cur:
        return run_checks(cur, run.run_id, max_failed_share=run.settings.max_failed_share)


def check_warehouse(run: Run) -> Counts:
    """Run every check.

    Raises:
        ChecksFailed: one of level `fail` found something; results are kept all the same.
    """
    results = run_warehouse_checks(run)
    for one in results:
        if one.offending:
            log.warning("check %s (%s): %d rows: %s", one.name, one.level, one.offending, one.what)
    bad = [one.name for one in results if one.offending and one.level == "fail"]
    log.info("check_warehouse: %d checks, %d failed", len(results), len(bad))
    if bad:
        raise ChecksFailed(
            f"{', '.join(bad)}: ops.check_results has the rows, for run_id {run.run_id}"
        )
    return {"checks": len(results), "warnings": sum(one.offending > 0 for one in results)}


def close_run(run: Run) -> None:
    """Note that a run ended."""
    with run.transaction() as cur:
        ledger.close_run(cur, run.run_id)
