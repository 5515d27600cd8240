"""
### The stories of some days once more

Reads the texts published in a span of days again and places them anew, with what hangs on
them. Use it after an upgrade of grouping or of the language models, or when a span was
loaded in pieces long apart. Nothing is fetched, cleaned or extracted. Stories keep their
names where most of their texts stay; what merged, split or moved is in `mart.story_events`.

### What to set
* `since` and `until`: instants of publication, for one run by hand; both, or neither.
* A backfill over dates goes day by day, today included, and leaves both empty:
  `make airflow ARGS="backfill create --dag-id regroup_stories --from-date 2026-11-01
  --to-date 2026-11-20"`.
* It never starts by itself.

### When it fails
* **A red `regroup_stories`**: no span is set, or it is empty, or the warehouse is out of reach.

### How to run it again
Clear the red task with its downstream tasks, or trigger the same span anew: what was done
stays, and a second time changes nothing.
"""

from __future__ import annotations

from airflow.sdk import chain, dag

from include.orchestration.defaults import Tag, dag_options
from include.orchestration.running import close_run, group, open_run, publish, stage
from include.orchestration.spans import span_params, stage_on_span
from include.orchestration.timetables import DaysOnRequest


@dag(  # type: ignore[untyped-decorator]
    schedule=DaysOnRequest(),
    params=span_params("Published"),
    **dag_options(
        tag=Tag.UPKEEP,
        doc=__doc__,
        is_backfilled=True,
        description="The texts of some days read and grouped into stories again",
    ),
)
def regroup_stories() -> None:
    """Wire the regrouping of a span before what depends on stories."""
    opened = open_run()
    with group("relate", "articles → stories, names → entities") as related:
        chain(stage_on_span("regroup_stories"), stage("join_entities"))
    chain(opened, related, publish(), close_run(opened))


regroup_stories()
