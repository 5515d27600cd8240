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

from typing import Any

import pendulum
from airflow.sdk import Param, chain, dag, task

from include.orchestration.defaults import Tag, default_args
from include.orchestration.running import (
    open_run,
    stage,
    stages,
    stages_from_cleaning,
    this_run,
)
from include.orchestration.timetables import DaysOnRequest

INSTANT = {"type": ["null", "string"], "format": "date-time"}


@dag(  # type: ignore[untyped-decorator]
    schedule=DaysOnRequest(),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=default_args(),
    params={
        "since": Param(None, **INSTANT, title="Fetched from"),
        "until": Param(None, **INSTANT, title="Fetched before"),
    },
    tags=[Tag.UPKEEP],
    doc_md=__doc__,
)
def replay_archive() -> None:
    """Wire the stages after fetching, behind the choice of a span."""

    @task
    def mark_for_replay(
        params: dict[str, Any] | None = None,
        data_interval_start: Any = None,
        data_interval_end: Any = None,
    ) -> Any:
        given = params or {}
        return stages().mark_for_replay(
            this_run(),
            since=pendulum.parse(given["since"]) if given.get("since") else data_interval_start,
            until=pendulum.parse(given["until"]) if given.get("until") else data_interval_end,
        )

    opened = open_run()
    chain(
        opened,
        mark_for_replay(),
        *stages_from_cleaning(),
        stage("close_run").as_teardown(setups=opened),
    )


replay_archive()
