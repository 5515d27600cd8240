"""
### Days as files, searches as feeds

Writes every day of the warehouse that changed since it was last exported: Parquet files of
articles, mentions, quotes, figures and stories, and a file of GKG 2.1 records. A day is that
on which an article was first seen, so its files are complete once it is over; an edit, a
withdrawal, a move between stories or a new model's facts make the day be written again. Then
an Atom feed for each line of `seeds/watchlists.csv`.

It runs whenever `ingest_news`, `replay_archive`, `regroup_stories` or `import_warc` releases a
checked warehouse in which a day has changed.

### What to set
* `DATELINE_EXPORTS`: a folder, or `s3://…`. `DATELINE_WATCHLISTS`, `DATELINE_WATCHLIST_DAYS`.
* `since`, `until`: days, both inclusive, for a run by hand. `again`: unchanged days, too.

### When it fails
* **A red `export_days`**: the folder cannot be written, or the warehouse is out of reach. The
  day's earlier files stay as they were, and their manifest with them.
* **A red `write_watchlists`**: a line of the file cannot be used; the log names it and says
  what to write. The other feeds are written.

### How to run it again
Clear the red task, or trigger the DAG anew: a day that is not noted in `ops.exports` as
exported is written, and each file is replaced in one step.
"""

from __future__ import annotations

from typing import Any

from airflow.sdk import Param, chain, dag, task

from include.orchestration.defaults import WAREHOUSE, Tag, dag_options
from include.orchestration.running import (
    AFTER_BATCHES,
    mapped_stage,
    or_nothing,
    run_stage,
    stage,
)

DAY = {"type": ["null", "string"], "format": "date"}
EMPTY = "Left empty: every day that was never exported, or has changed since."


@dag(  # type: ignore[untyped-decorator]
    schedule=[WAREHOUSE],
    params={
        "since": Param(
            None, **DAY, title="First day", description=f"Included, UTC: 2026-11-01. {EMPTY}"
        ),
        "until": Param(
            None, **DAY, title="Last day", description=f"Included, UTC: 2026-11-07. {EMPTY}"
        ),
        "again": Param(
            False,
            type="boolean",
            title="Write unchanged days as well",
            description="On: every day between the two is written once more, changed or not.",
        ),
    },
    **dag_options(
        tag=Tag.NEWS,
        doc=__doc__,
        description="Days that changed → Parquet and GKG files; watchlists → Atom feeds",
    ),
)
def export_news() -> None:
    """Wire the choice of days before their export, and the watchlists after it."""

    @task
    def choose_days(params: dict[str, Any] | None = None) -> Any:
        from datetime import date

        given = params or {}
        since, until = (
            date.fromisoformat(given[name]) if given.get(name) else None
            for name in ("since", "until")
        )
        again = bool(given.get("again"))
        return or_nothing(run_stage("choose_days", since=since, until=until, again=again))

    days = choose_days()
    chain(
        days,
        mapped_stage("export_days", days, at_once=1),
        stage("write_watchlists", trigger_rule=AFTER_BATCHES),
    )


export_news()
