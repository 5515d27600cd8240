"""
### The archive again, with today's rules

Cleans the pages fetched in a span of days once more, from the archive, and extracts and
groups what comes out differently. Nothing is fetched. Use it after an upgrade: a page
that comes out differently becomes a version of its article, but no edit by its publisher.

### What to set
* `since` and `until`: instants, for one run by hand; both, or neither.
* A backfill over dates goes day by day, today included, and leaves both empty:
  `make airflow ARGS="backfill create --dag-id replay_archive --from-date 2026-11-01
  --to-date 2026-11-20"`.
* It never starts by itself.

### When it fails
* **A red `mark_for_replay`**: no span is set, or it is empty, or the warehouse is out of reach.
* **Outcomes `archive_missing`**: the WARC file is not where the warehouse says; see
  `DATELINE_ARCHIVE`.

### How to run it again
Clear the red task with its downstream tasks, or trigger the same span anew. Neither stores
anything twice.
"""

from __future__ import annotations

from airflow.sdk import chain, dag

from include.orchestration.defaults import Tag, dag_options
from include.orchestration.running import close_run, open_run, stages_from_cleaning
from include.orchestration.spans import span_params, stage_on_span
from include.orchestration.timetables import DaysOnRequest


@dag(  # type: ignore[untyped-decorator]
    schedule=DaysOnRequest(),
    params=span_params("Fetched"),
    **dag_options(
        tag=Tag.UPKEEP,
        doc=__doc__,
        is_backfilled=True,
        description="Archived pages of some days cleaned and extracted again, with today's rules",
    ),
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
