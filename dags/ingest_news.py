"""
### From feeds to facts

Polls the feeds that are due, fetches the pages they list, cleans the articles, finds
copies, extracts who said what, how many, where and when, groups articles into stories,
refreshes the views people read and checks the result.

Every stage chooses its work from the state of the warehouse and leaves exactly one
outcome an item in `ops.outcomes`. So any task can be run again at any time, and a run
picks up what a dead one left.

### What to set
* `DATELINE_FEEDS`: `sample`, `live`, or a path to a `.csv` or `.opml` file.
* `DATELINE_SCHEDULE`: cron, UTC; `none` runs it only by hand.
* The Airflow connection `warehouse`.
* All the rest: `python -m include settings`.

### When it fails
* **A red task in `check_warehouse`**: the load is stored, but the check the task is named
  after, of level *fail*, found rows; `ops.checks` keeps them. Nothing is released to those
  who wait for the warehouse.
* **A red `poll_feeds` or `fetch_pages`**: the warehouse or the archive could not be
  written. A feed or page that fails is an outcome, never a red task.
* **A red `extract_texts`**: most often a model that is not installed; its log names it.
* **Red right at `open_run`**: the warehouse is out of reach, or not migrated.

### How to run it again
Clear the red task with its downstream tasks, or trigger a new run. Neither stores
anything twice.
"""

from __future__ import annotations

from typing import Any

import pendulum
from airflow.sdk import Param, chain, dag, task

from include.orchestration.defaults import Tag, default_args, schedule
from include.orchestration.running import (
    AFTER_BATCHES,
    close_run,
    mapped_stage,
    open_run,
    stage,
    stages,
    stages_from_cleaning,
    this_run,
)


@dag(  # type: ignore[untyped-decorator]
    schedule=schedule(),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=default_args(),
    params={"poll_all": Param(False, type="boolean", title="Poll every feed, due or not")},
    tags=[Tag.NEWS],
    doc_md=__doc__,
)
def ingest_news() -> None:
    """Wire the stages in the order of the data."""

    @task
    def choose_feeds(params: dict[str, Any] | None = None) -> Any:
        return stages().choose_feeds(this_run(), poll_all=(params or {})["poll_all"])

    opened = open_run()
    feeds = choose_feeds()
    pages = stage("choose_pages", trigger_rule=AFTER_BATCHES)
    chain(
        opened,
        feeds,
        mapped_stage("poll_feeds", feeds),
        pages,
        mapped_stage("fetch_pages", pages),
        *stages_from_cleaning(),
        # teardowns: they run whatever failed before, and do not make a red run green
        close_run(opened),
        stage("tell_alerts").as_teardown(setups=opened),
    )


ingest_news()
