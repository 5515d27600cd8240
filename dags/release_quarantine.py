"""
### Out of quarantine

Feeds, pages and texts whose worker was stopped or died in three runs are tried no more, so that
they cost the others nothing; nor are texts that failed three times to be compared or grouped. This
lets them out: the next run of `ingest_news` tries them again, as if for the first time.

What is in there: `python -m include quarantine list`, or `ops.tries`; `mart.waiting` counts it.

### What to set
* `stage`: `poll_feeds`, `clean_articles`, `fingerprint_texts`, `extract_texts` or `group_stories`;
  left empty, all of them.
* `subjects`: feed ids, numbers of pages or texts, as the list shows them; left empty, all of them.

### When it fails
* **A red `release_quarantine`**: the warehouse is out of reach.

### How to run it again
Clear it, or trigger it anew: what is out already stays out.
"""

from __future__ import annotations

from typing import Any

from airflow.sdk import Param, dag, task

from include.orchestration.defaults import Tag, dag_options
from include.orchestration.running import run_stage

_STAGES = [
    None,
    "poll_feeds",
    "clean_articles",
    "fingerprint_texts",
    "extract_texts",
    "group_stories",
]


@dag(  # type: ignore[untyped-decorator]
    schedule=None,
    params={
        "stage": Param(
            None,
            type=["null", "string"],
            enum=_STAGES,
            title="Only of this stage",
            description="poll_feeds lets feeds out, clean_articles pages, the others texts; "
            "empty: all.",
        ),
        "subjects": Param(
            [],
            type="array",
            items={"type": "string"},
            title="Feed ids, numbers of pages or texts",
            description="As `python -m include quarantine list` shows them; empty: all of them.",
        ),
    },
    **dag_options(
        tag=Tag.UPKEEP,
        doc=__doc__,
        description="Lets feeds, pages and texts out that were tried too often",
    ),
)
def release_quarantine() -> None:
    """Wire the one task."""

    @task(task_id="release_quarantine")  # type: ignore[untyped-decorator]
    def body(params: dict[str, Any] | None = None) -> Any:
        given = params or {}
        return run_stage(
            "release_quarantine", stage=given.get("stage"), subjects=given.get("subjects") or None
        )

    body()


release_quarantine()
