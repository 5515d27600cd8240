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
* **A red `check_warehouse`**: the load is stored, but a check of level *fail* found rows.
  Its log names the check; `ops.checks` keeps the finding.
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
from airflow.sdk import chain, dag, task

from include.orchestration.defaults import (
    AFTER,
    HEAVY,
    NETWORK,
    WAREHOUSE,
    Tag,
    default_args,
    schedule,
)
from include.orchestration.running import run_kind, stage_context


@dag(
    schedule=schedule(),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=default_args(),
    tags=[Tag.NEWS],
    doc_md=__doc__,
)
def ingest_news() -> None:
    """Wire the stages in the order of the data."""

    @task
    def open_run() -> Any:
        from include import stages

        return stages.open_run(*stage_context(), kind=run_kind())

    @task
    def choose_feeds() -> Any:
        from include import stages

        return stages.choose_feeds(*stage_context())

    @task(**NETWORK)
    def poll_feeds(batch: dict[str, Any]) -> Any:
        from include import stages

        return stages.poll_feeds(*stage_context(), batch)

    @task(**AFTER)
    def choose_pages() -> Any:
        from include import stages

        return stages.choose_pages(*stage_context())

    @task(**NETWORK)
    def fetch_pages(batch: dict[str, Any]) -> Any:
        from include import stages

        return stages.fetch_pages(*stage_context(), batch)

    @task(**AFTER)
    def choose_articles() -> Any:
        from include import stages

        return stages.choose_articles(*stage_context())

    @task(**HEAVY)
    def clean_articles(batch: dict[str, Any]) -> Any:
        from include import stages

        return stages.clean_articles(*stage_context(), batch)

    @task(**AFTER)
    def fingerprint_texts() -> Any:
        from include import stages

        return stages.fingerprint_texts(*stage_context())

    @task
    def choose_texts() -> Any:
        from include import stages

        return stages.choose_texts(*stage_context())

    @task(**HEAVY)
    def extract_texts(batch: dict[str, Any]) -> Any:
        from include import stages

        return stages.extract_texts(*stage_context(), batch)

    @task(**AFTER)
    def group_stories() -> Any:
        from include import stages

        return stages.group_stories(*stage_context())

    @task(outlets=[WAREHOUSE])
    def refresh_marts(*, outlet_events: Any = None) -> Any:
        from include import stages

        counts = stages.refresh_marts(*stage_context())
        outlet_events[WAREHOUSE].extra = counts
        return counts

    @task
    def check_warehouse() -> Any:
        from include import stages

        return stages.check_warehouse(*stage_context())

    @task
    def close_run() -> Any:
        from include import stages

        return stages.close_run(*stage_context())

    opened = open_run()
    feeds, pages, articles, texts = choose_feeds(), choose_pages(), choose_articles(), choose_texts()
    chain(
        opened,
        feeds, poll_feeds.expand(batch=feeds),
        pages, fetch_pages.expand(batch=pages),
        articles, clean_articles.expand(batch=articles),
        fingerprint_texts(),
        texts, extract_texts.expand(batch=texts),
        group_stories(), refresh_marts(), check_warehouse(),
        # a teardown: it runs whatever failed before it, and does not make a red run green
        close_run().as_teardown(setups=opened),
    )  # fmt: skip


ingest_news()
