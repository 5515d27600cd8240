"""Stages around the work: open and close a run, refresh marts."""

from __future__ import annotations

from include.stages.work import Counts, Run, log
from include.warehouse import changes, ledger, marts, queries

_ARTICLES_AT_ONCE = 5_000  # in one transaction: some hundred megabytes of a server's work


def open_run(run: Run, *, kind: str) -> None:
    """Note that a run began."""
    with run.transaction() as cur:
        ledger.open_run(cur, run.run_id, kind=kind)


def refresh_marts(run: Run) -> Counts:
    """Read changed articles into the derived tables, refresh the marts, number the changes.

    The planner's idea of tables that have grown is brought up to date first: a first run
    goes from empty tables to full ones.
    """
    tables = _analyse(run)
    with run.transaction() as cur:
        waiting = marts.to_summarize(cur)
    for begin in range(0, len(waiting), _ARTICLES_AT_ONCE):
        with run.transaction() as cur:
            marts.summarize(cur, waiting[begin : begin + _ARTICLES_AT_ONCE])
    tables += _analyse(run)
    with run.transaction() as cur:
        views = marts.refresh_views(cur)
    with run.transaction() as cur:
        changes.number_changes(cur)
    log.info("refresh_marts: %d articles read, %d views refreshed, %d tables analysed",
             len(waiting), views, tables)  # fmt: skip
    return {"articles": len(waiting), "views": views, "tables": tables}


def _analyse(run: Run) -> int:
    with run.transaction() as cur:
        stale = queries.rows(cur, "stale_tables")
        for table in stale:
            cur.execute(f"ANALYZE {table['name']}")
    return len(stale)


def close_run(run: Run) -> None:
    """Note that a run ended."""
    with run.transaction() as cur:
        ledger.close_run(cur, run.run_id)
