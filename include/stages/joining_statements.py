"""Stage `join_statements`: quotes → the statements they are of, with their first carriers."""

from __future__ import annotations

import time

from include.stages.work import Counts, Run, log
from include.warehouse import statements

STAGE = "join_statements"
_QUOTES_AT_ONCE = 1_000


def join_statements(run: Run) -> Counts:
    """Join every quote that was never compared, and statements whose quotes have gone."""
    started = time.monotonic()
    counts = {"quotes": 0, "statements": 0}
    while True:
        with run.transaction() as cur:
            statements.lock_statements(cur)
            new = statements.unjoined(cur, most=_QUOTES_AT_ONCE)
            again = statements.outdated(cur)
            if not new and not again:
                break
            counts["statements"] += statements.join_quotes(cur, new, again)
            counts["quotes"] += len(new)
    log.info(
        "%s: %d quotes, %d statements made or made anew, in %.1f s",
        STAGE, counts["quotes"], counts["statements"], time.monotonic() - started,
    )  # fmt: skip
    return counts
