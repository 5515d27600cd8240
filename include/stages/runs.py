"""Stages around the work: open and close a run, refresh marts."""

from __future__ import annotations

from collections.abc import Sequence

from include.outcomes import Outcome, Reason, Status
from include.stages.apart import apart, told
from include.stages.work import Counts, Run, chunks, log
from include.warehouse import changes, ledger, marts, queries

MARTS = "refresh_marts"
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
    for some in chunks(waiting, _ARTICLES_AT_ONCE):
        apart(some, lambda few: _summarize(run, few), lambda one, why: _leave_out(run, one, why))
    tables += _analyse(run)
    with run.transaction() as cur:
        views = marts.refresh_views(cur)
    with run.transaction() as cur:
        changes.number_changes(cur)
    log.info("refresh_marts: %d articles read, %d views refreshed, %d tables analysed",
             len(waiting), views, tables)  # fmt: skip
    return {"articles": len(waiting), "views": views, "tables": tables}


def _summarize(run: Run, article_ids: Sequence[int]) -> None:
    with run.transaction() as cur:
        marts.summarize(cur, article_ids)


def _leave_out(run: Run, article_id: int, error: Exception) -> None:
    log.warning("%s: article %d is left out: %s", MARTS, article_id, told(error))
    outcome = Outcome(
        stage=MARTS, subject_kind="article", subject=str(article_id), status=Status.FAILED,
        reason=Reason.NOT_STORABLE, detail=told(error),
    )  # fmt: skip
    with run.transaction() as cur:
        marts.leave_out(cur, article_id)
        ledger.record_outcomes(cur, run.run_id, [outcome])


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
