"""Stage `mark_for_replay`: pages of a span of days are cleaned again, from the archive."""

from __future__ import annotations

from datetime import datetime

from include.stages.work import Counts, Run, log, whole_span
from include.warehouse import pages


def mark_for_replay(run: Run, *, since: datetime | None, until: datetime | None) -> Counts:
    """Make the pages whose bodies were fetched from `since` to before `until` due again.

    The stages after cleaning take up what comes out differently; nothing is fetched.

    Raises:
        CannotWork: there is no span, or it is empty.
    """
    since, until = whole_span(since, until)
    with run.transaction() as cur:
        marked = pages.mark_for_replay(cur, since=since, until=until)
    log.info("mark_for_replay: %d pages fetched from %s to %s", marked, since, until)
    return {"pages": marked}
