"""
### The archive again, with today's rules

Cleans the pages fetched in a span of days once more, from the archive, and extracts and
groups what comes out differently. Nothing is fetched. Use it after an upgrade: a page
that comes out differently becomes a version of its article, but no edit by its publisher.

### What to set
* `since` and `until`: instants, for one run by hand. Left empty, a run takes its own day,
  so a backfill over dates replays day by day:
  `airflow backfill create --dag-id replay_archive --from-date 2026-11-01 --to-date 2026-11-20`.
* It never starts by itself.

### When it fails
* **A red `mark_for_replay`**: the span is empty, or the warehouse is out of reach.
* **Outcomes `archive_missing`**: the WARC file is not where the warehouse says; see
  `DATELINE_ARCHIVE`.

### How to run it again
Clear the red task with its downstream tasks, or trigger the same span anew. Neither stores
anything twice.
"""

from __future__ import annotations

import pendulum
from airflow.sdk import chain, dag

from include.orchestration.defaults import Tag, default_args
from include.orchestration.running import close_run, open_run, stages_from_cleaning
from include.orchestration.spans import span_params, stage_on_span
from include.orchestration.timetables import DaysOnRequest


@dag(  # type: ignore[untyped-decorator]
    schedule=DaysOnRequest(),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=default_args(),
    params=span_params("Fetched"),
    tags=[Tag.UPKEEP],
    doc_md=__doc__,
)
def replay_archive() -> None:
    """Wire the stages after fetching, behind the choice of a span."""
    opened = open_run()
    chain(
        opened,
        stage_on_span("mark_for_replay"),
        *stages_from_cleaning(),
        close_run(opened),
    )


replay_archive()
