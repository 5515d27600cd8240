"""Stage `join_statements`: quotes → the statements they are of, with their first carriers."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

from include.outcomes import Outcome, Reason, Status
from include.stages.apart import apart, told
from include.stages.child import Child
from include.stages.work import Counts, Run, log, reason_of
from include.warehouse import ledger, statements

STAGE = "join_statements"
_QUOTES_AT_ONCE = 1_000
_STATEMENTS_AT_ONCE = 1_000


def join_statements(run: Run) -> Counts:
    """Join every quote that was never compared, and statements whose quotes have gone.

    A quote that cannot be joined has an outcome, and is of no statement.
    """
    started = time.monotonic()
    counts = Counter[str](quotes=0, statements=0)
    with Child(run) as child:

        def join(quote_ids: Sequence[int]) -> None:
            counts.update(child.do(join_quotes, quote_ids))

        def renew(statement_ids: Sequence[int]) -> None:
            counts.update(child.do(renew_statements, statement_ids))

        while outdated := _outdated(run):
            apart(outdated, renew, lambda one, error: _leave(run, "statement", one, error))
        while waiting := _waiting(run):
            apart(waiting, join, lambda one, error: _leave(run, "quote", one, error))
    log.info(
        "%s: %d quotes, %d statements made or made anew, in %.1f s",
        STAGE,
        counts["quotes"],
        counts["statements"],
        time.monotonic() - started,
    )
    return dict(counts)


def _outdated(run: Run) -> list[int]:
    with run.transaction() as cur:
        return statements.outdated(cur, most=_STATEMENTS_AT_ONCE)


def _waiting(run: Run) -> list[int]:
    with run.transaction() as cur:
        return [row["quote_id"] for row in statements.unjoined(cur, most=_QUOTES_AT_ONCE)]


def join_quotes(run: Run, quote_ids: Sequence[int]) -> Counts:
    """Join some quotes in one transaction, those that wait still."""
    with run.piece(len(quote_ids)) as cur:
        statements.lock_statements(cur)
        new = statements.unjoined(cur, most=len(quote_ids), only=quote_ids)
        made = statements.join_quotes(cur, new, ())
    return {"quotes": len(new), "statements": made}


def renew_statements(run: Run, statement_ids: Sequence[int]) -> Counts:
    """Make some statements anew, in one transaction."""
    with run.piece(len(statement_ids)) as cur:
        statements.lock_statements(cur)
        made = statements.join_quotes(cur, (), statement_ids)
    return {"statements": made}


def _leave(run: Run, kind: str, number: int, error: Exception) -> None:
    log.warning("%s: %s %d is left alone: %s", STAGE, kind, number, told(error))
    outcome = Outcome(
        stage=STAGE,
        subject_kind=kind,
        subject=str(number),
        status=Status.FAILED,
        reason=reason_of(error, otherwise=Reason.NOT_STORABLE),
        detail=told(error),
    )
    with run.transaction() as cur:
        if kind == "quote":
            statements.leave_quote_alone(cur, number)
        else:
            statements.drop_statement(cur, number)
        ledger.record_outcomes(cur, run.run_id, [outcome])
