"""
### What keeps the warehouse in order

Makes the monthly partitions of the coming months, says what settings let go, lets it go, trims
what Airflow writes about its own work, and runs every check on the whole warehouse (the checks
of other runs look at what they wrote).

**Of the news nothing is removed unless a setting says so; by default everything is kept.** What
went is in `ops.removals`. Facts, copies and stories never go, nor a page that waits to be
cleaned. Airflow's own records of runs and the logs of tasks go after 90 days.

### What to set
* `DATELINE_KEEP_LEDGER_MONTHS`: whole months of outcomes, requests, checks, changes
  and alerts. What still holds after that is told anew.
* `DATELINE_KEEP_ARCHIVE_DAYS`: days that files of raw pages are kept.
* `DATELINE_KEEP_TEXT_DAYS`: days that texts are kept, by publisher: `bbc.co.uk=90,*=365`.
* `DATELINE_KEEP_LEFTOVERS_HOURS`: when half-written files of killed processes are swept.
* `DATELINE_KEEP_AIRFLOW_DAYS`: days that Airflow's records of runs and logs of tasks are kept.
* `dry_run`: a run by hand that only says what would go, as `python -m include keep-house`.

### When it fails
* **A red `remove_old`**: the archive or the warehouse is out of reach. What went before it
  is noted, the rest is due.
* **A red `check_warehouse`**: a check found rows somewhere in the whole warehouse. The task's
  log names it; `ops.checks` keeps the rows.
* **A red `trim_airflow`**: Airflow refused to clean its database; the log has its words.

### How to run it again
Clear the red task, or trigger the DAG anew: what is gone is not planned again.
"""

from __future__ import annotations

from typing import Any

from airflow.sdk import Param, chain, dag, task

from include.orchestration.defaults import Tag, dag_options
from include.orchestration.running import check_warehouse, run_stage, stage


@dag(  # type: ignore[untyped-decorator]
    schedule="30 3 * * *",
    params={
        "dry_run": Param(
            False,
            type="boolean",
            title="Only say what would go",
            description="On: nothing is removed; the logs of plan_removals and trim_airflow say "
            "what would be.",
        ),
    },
    **dag_options(
        tag=Tag.UPKEEP,
        doc=__doc__,
        description="Partitions ahead, what settings let go, every check on the whole warehouse",
    ),
)
def keep_house() -> None:
    """Wire the plan before the removal, and the checks after both."""

    @task
    def remove_old(params: dict[str, Any] | None = None) -> Any:
        return {} if (params or {})["dry_run"] else run_stage("remove_old")

    @task
    def trim_airflow(params: dict[str, Any] | None = None) -> Any:
        from include.orchestration.upkeep import trim_airflow

        return trim_airflow(dry_run=bool((params or {})["dry_run"]))

    chain(
        stage("make_partitions"),
        stage("plan_removals"),
        remove_old(),
        trim_airflow(),
        check_warehouse(whole=True),
    )


keep_house()
