"""
### The stories of some days once more

Reads the texts published in a span of days again and places them anew, with what hangs on
them. Use it after an upgrade of grouping or of the language models, or when a span was
loaded in pieces long apart. Nothing is fetched, cleaned or extracted. Stories keep their
names where most of their texts stay; what merged, split or moved is in `mart.story_events`.

### What to set
* `since` and `until`: instants of publication, for one run by hand. Left empty, a run takes
  its own day, so a backfill over dates regroups day by day:
  `airflow backfill create --dag-id regroup_stories --from-date 2026-11-01 --to-date 2026-11-20`.
* It never starts by itself.

### When it fails
* **A red `regroup_stories`**: the span is empty, or the warehouse is out of reach.

### How to run it again
Clear the red task with its downstream tasks, or trigger the same span anew: what was done
stays, and a second time changes nothing.
"""

from __future__ import annotations

import pendulum
from airflow.sdk import chain, dag

from include.orchestration.defaults import Tag, default_args
from include.orchestration.running import (
    check_warehouse,
    close_run,
    open_run,
    release_warehouse,
    stage,
)
from include.orchestration.spans import span_params, stage_on_span
from include.orchestration.timetables import DaysOnRequest


@dag(  # type: ignore[untyped-decorator]
    schedule=DaysOnRequest(),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=default_args(),
    params=span_params("Published"),
    tags=[Tag.UPKEEP],
    doc_md=__doc__,
)
def regroup_stories() -> None:
    """Wire the regrouping of a span before what depends on stories."""
    opened = open_run()
    chain(
        opened,
        stage_on_span("regroup_stories"),
        stage("join_entities"),
        stage("refresh_marts"),
        check_warehouse(),
        release_warehouse(),
        close_run(opened),
    )


regroup_stories()
