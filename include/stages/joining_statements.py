"""Stage `join_statements`: quotes → the statements they are of, with their first carriers."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

from include.outcomes import Outcome, Reason, Status
from include.stages.apart import apart, told
from include.stages.work import Counts, Run, log
from include.warehouse import ledger, statements

STAGE = "join_statements"
_QUOTES_AT_ONCE = 1_000


def join_statements(run: Run) -> Counts:
    """Join every quote that was never compared, and statements whose quotes have gone.

    A quote that cannot be joined has an outcome, and is of no statement.
    """
    started = time.monotonic()
    counts = Counter[str](quotes=0, statements=0)

    def join(quote_ids: Sequence[int]) -> None:
        with run.transaction() as cur:
            statements.lock_statements(cur)
            new = statements.unjoined(cur, most=len(quote_ids), only=quote_ids)
            made = statements.join_quotes(cur, new, ())
        counts.update(quotes=len(new), statements=made)

    def renew(statement_ids: Sequence[int]) -> None:
        with run.transaction() as cur:
            statements.lock_statements(cur)
            made = statements.join_quotes(cur, (), statement_ids)
        counts.update(statements=made)

    with run.transaction() as cur:
        outdated = statements.outdated(cur)
    apart(outdated, renew, lambda one, error: _leave(run, "statement", one, error))
    while True:
        with run.transaction() as cur:
            waiting = [row["quote_id"] for row in statements.unjoined(cur, most=_QUOTES_AT_ONCE)]
        if not waiting:
            break
        apart(waiting, join, lambda one, error: _leave(run, "quote", one, error))
    log.info(
        "%s: %d quotes, %d statements made or made anew, in %.1f s",
        STAGE, counts["quotes"], counts["statements"], time.monotonic() - started,
    )  # fmt: skip
    return dict(counts)


def _leave(run: Run, kind: str, number: int, error: Exception) -> None:
    log.warning("%s: %s %d is left alone: %s", STAGE, kind, number, told(error))
    outcome = Outcome(
        stage=STAGE, subject_kind=kind, subject=str(number), status=Status.FAILED,
        reason=Reason.NOT_STORABLE, detail=told(error),
    )  # fmt: skip
    with run.transaction() as cur:
        if kind == "quote":
            statements.leave_quote_alone(cur, number)
        else:
            statements.drop_statement(cur, number)
        ledger.record_outcomes(cur, run.run_id, [outcome])
