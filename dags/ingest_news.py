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
* `Poll every feed` in the form of a run: on, a run that you trigger polls every listed feed;
  off, those that are due, as scheduled runs always do.
* The connection `warehouse`, which the environment gives (`AIRFLOW_CONN_WAREHOUSE`), so that
  the page of connections does not show it.
* All the rest: `python -m include settings`.

### When it fails
* **A red `check_warehouse`**: the load is stored, but a check of level *fail* found rows. The
  task's log and the run's note name it; `ops.checks` keeps the rows. Nothing is released to
  those who wait for the warehouse.
* **A red `poll_feeds` or `fetch_pages`**: the warehouse or the archive could not be
  written. A feed or page that fails is an outcome, never a red task: the log of the task has a
  line for each, with address and reason.
* **A red `extract_texts`**: most often a model that is not installed; its log names it.
* **Red right at `open_run`**: the warehouse is out of reach after three tries, or not migrated.

### How to run it again
Clear the red task with its downstream tasks, or trigger a new run. Neither stores
anything twice.
"""

from __future__ import annotations

from typing import Any

from airflow.sdk import Param, chain, dag, task

from include.orchestration.defaults import Tag, dag_options, schedule
from include.orchestration.running import (
    AFTER_BATCHES,
    choose,
    close_run,
    group,
    mapped_stage,
    open_run,
    or_nothing,
    run_kind,
    run_stage,
    stage,
    stages_from_cleaning,
)


@dag(  # type: ignore[untyped-decorator]
    schedule=schedule(),
    params={
        "poll_all": Param(
            True,
            type="boolean",
            title="Poll every feed, due or not",
            description="On: a run you trigger polls every listed feed. Off: those that are due, "
            "as scheduled runs always do.",
        ),
    },
    **dag_options(
        tag=Tag.NEWS,
        doc=__doc__,
        description="Feeds → pages → articles → facts → stories, checked and released",
    ),
)
def ingest_news() -> None:
    """Wire the stages in the order of the data."""

    @task
    def choose_feeds(params: dict[str, Any] | None = None) -> Any:
        poll_all = run_kind() == "manual" and bool((params or {})["poll_all"])
        return or_nothing(run_stage("choose_feeds", poll_all=poll_all))

    opened = open_run()
    with group("poll", "feeds → entries") as polled:
        feeds = choose_feeds()
        chain(feeds, mapped_stage("poll_feeds", feeds))
    with group("fetch", "pages → the archive") as fetched:
        pages = choose("choose_pages", trigger_rule=AFTER_BATCHES)
        chain(pages, mapped_stage("fetch_pages", pages))
    chain(
        opened,
        polled,
        fetched,
        *stages_from_cleaning(),
        # teardowns: they run whatever failed before, and do not make a red run green
        close_run(opened),
        stage("tell_alerts").as_teardown(setups=opened),
    )


ingest_news()
