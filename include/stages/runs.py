"""Stages around the work: open and close a run, refresh marts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from include.outcomes import Outcome, Reason, Status
from include.stages.apart import apart, told
from include.stages.work import Counts, Run, chunks, log, reason_of
from include.urls import masked_in
from include.warehouse import changes, ledger, marts, queries
from include.warehouse.ledger import Left

MARTS = "refresh_marts"
_ARTICLES_AT_ONCE = 5_000  # in one transaction: some hundred megabytes of a server's work


class RunFailed(Exception):
    """A run in which a stage failed, or that chose items which have no outcome."""


@contextmanager
def whole_run(run: Run, *, flow: str) -> Iterator[None]:
    """A run in this process, from opening to closing; it lives as long as this process does.

    Raises:
        RunFailed: as `close_run`.
    """
    with run.claims("run"):
        open_run(run, kind="by_hand", flow=flow)
        try:
            yield
        except Exception as error:
            end_run(run, failed=f"{type(error).__name__}: {' '.join(str(error).split())[:300]}")
            raise
        except BaseException:
            _interrupt(run, run.run_id, "it was stopped")
            raise
        close_run(run)


def open_run(run: Run, *, kind: str, flow: str = "") -> None:
    """Note that a run began; runs of the same flow that died are said to be over."""
    with run.transaction() as cur:
        ledger.open_run(cur, run.run_id, kind=kind, flow=flow)
        dead = ledger.interrupted_runs(cur, flow, run_id=run.run_id) if flow else []
    for run_id in dead:
        _interrupt(run, run_id, "its process died")


def _interrupt(run: Run, run_id: str, why: str) -> None:
    with run.transaction() as cur:
        left = ledger.work_left(cur, run_id)
        ledger.interrupt_run(cur, run_id, reason=_reason(why, left), left=left)
    log.warning("run %s was interrupted: %s", run_id, _reason(why, left))


def close_run(run: Run, *, failed: str = "") -> None:
    """Note that a run ended: done if all that it chose has an outcome and nothing `failed`.

    Raises:
        RunFailed: otherwise; what failed, and what is left, how much and how old, is named.
    """
    if reason := end_run(run, failed=failed):
        raise RunFailed(reason)


def end_run(run: Run, *, failed: str) -> str:
    """As `close_run`, but returns why the run has failed, or nothing."""
    with run.transaction() as cur:
        left = ledger.work_left(cur, run.run_id)
        reason = _reason(failed, left)
        state = "failed" if reason else "done"
        ledger.close_run(cur, run.run_id, state=state, reason=reason, left=left)
    log.info("close_run: %s%s", state, f": {reason}" if reason else "")
    return reason


def _reason(why: str, left: Sequence[Left]) -> str:
    undone = f"left without an outcome: {', '.join(map(str, left))}" if left else ""
    return "; ".join(part for part in (masked_in(why), undone) if part)


def refresh_marts(run: Run) -> Counts:
    """Read changed articles into the derived tables, refresh the marts, number the changes.

    The planner's idea of tables that have grown is brought up to date first: a first run
    goes from empty tables to full ones.
    """
    tables = _analyse(run)
    articles = 0
    # What is found to be boilerplate in the first round is taken out of others in the second.
    for _ in range(2):
        with run.transaction() as cur:
            waiting = marts.to_summarize(cur)
        articles += len(waiting)
        for some in chunks(waiting, _ARTICLES_AT_ONCE):
            apart(
                some, lambda few: _summarize(run, few), lambda one, why: _leave_out(run, one, why)
            )
    tables += _analyse(run)
    with run.transaction() as cur:
        views = marts.refresh_views(cur)
    with run.transaction() as cur:
        changes.number_changes(cur)
    log.info(
        "refresh_marts: %d articles read, %d views refreshed, %d tables analysed",
        articles,
        views,
        tables,
    )
    return {"articles": articles, "views": views, "tables": tables}


def _summarize(run: Run, article_ids: Sequence[int]) -> None:
    with run.piece(len(article_ids)) as cur:
        marts.summarize(cur, article_ids)


def _leave_out(run: Run, article_id: int, error: Exception) -> None:
    log.warning("%s: article %d is left out: %s", MARTS, article_id, told(error))
    outcome = Outcome(
        stage=MARTS,
        subject_kind="article",
        subject=str(article_id),
        status=Status.FAILED,
        reason=reason_of(error, otherwise=Reason.NOT_STORABLE),
        detail=told(error),
    )
    with run.transaction() as cur:
        marts.leave_out(cur, article_id)
        ledger.record_outcomes(cur, run.run_id, [outcome])


def _analyse(run: Run) -> int:
    with run.transaction() as cur:
        stale = queries.rows(cur, "stale_tables")
        for table in stale:
            cur.execute(f"ANALYZE {table['name']}")
    return len(stale)
