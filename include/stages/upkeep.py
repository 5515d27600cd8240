"""Stages around the work: open and close a run, refresh marts."""

from __future__ import annotations

from include.stages.work import Counts, Run, log
from include.warehouse import changes, ledger, queries


def open_run(run: Run, *, kind: str) -> None:
    """Note that a run began."""
    with run.transaction() as cur:
        ledger.open_run(cur, run.run_id, kind=kind)


def refresh_marts(run: Run) -> Counts:
    """Refresh the materialized views, number the changes, analyse tables that have grown."""
    with run.transaction() as cur:
        found = queries.rows(cur, "materialized_views")
        for view in found:
            cur.execute(f"REFRESH MATERIALIZED VIEW {view['name']}")
    with run.transaction() as cur:
        changes.number_changes(cur)
    with run.transaction() as cur:
        stale = queries.rows(cur, "stale_tables")
        for table in stale:
            cur.execute(f"ANALYZE {table['name']}")
    log.info("refresh_marts: %d views refreshed, %d tables analysed", len(found), len(stale))
    return {"views": len(found), "tables": len(stale)}


def close_run(run: Run) -> None:
    """Note that a run ended."""
    with run.transaction() as cur:
        ledger.close_run(cur, run.run_id)
