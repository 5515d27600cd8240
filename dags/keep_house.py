"""
### What keeps the warehouse in order

Makes the monthly partitions of the coming months, says what settings let go, lets it go, and
runs every check on the whole warehouse (the checks of other runs look at what they wrote).

**Nothing is removed unless a setting says so; by default everything is kept.** What went is
in `ops.removals`. Facts, copies and stories never go, nor a page that waits to be cleaned.

### What to set
* `DATELINE_KEEP_LEDGER_MONTHS`: whole months of outcomes, requests, checks and changes.
* `DATELINE_KEEP_ARCHIVE_DAYS`: days that files of raw pages are kept.
* `DATELINE_KEEP_TEXT_DAYS`: days that texts are kept, by publisher: `bbc.co.uk=90,*=365`.
* `DATELINE_KEEP_LEFTOVERS_HOURS`: when half-written files of killed processes are swept.
* `dry_run`: a run by hand that only says what would go, as `python -m include keep-house`.

### When it fails
* **A red `remove_old`**: the archive or the warehouse is out of reach. What went before it
  is noted, the rest is due.
* **A red task in `check_warehouse`**: the check it is named after found rows somewhere in the
  whole warehouse; `ops.checks` keeps them.

### How to run it again
Clear the red task, or trigger the DAG anew: what is gone is not planned again.
"""

from __future__ import annotations

from typing import Any

import pendulum
from airflow.sdk import Param, chain, dag, task

from include.orchestration.defaults import Tag, default_args
from include.orchestration.running import check_warehouse, stage, stages, this_run


@dag(  # type: ignore[untyped-decorator]
    schedule="30 3 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=default_args(),
    params={"dry_run": Param(False, type="boolean", title="Only say what would go")},
    tags=[Tag.UPKEEP],
    doc_md=__doc__,
)
def keep_house() -> None:
    """Wire the plan before the removal, and the checks after both."""

    @task
    def remove_old(params: dict[str, Any] | None = None) -> Any:
        return {} if (params or {})["dry_run"] else stages().remove_old(this_run())

    chain(
        stage("make_partitions"),
        stage("plan_removals"),
        remove_old(),
        check_warehouse(whole=True),
    )


keep_house()
