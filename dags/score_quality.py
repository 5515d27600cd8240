"""
### How right extraction is, night by night

Extracts some sixty short texts whose facts are known (`seeds/gold/`: four languages, all kinds
of news, invented people) and keeps precision, recall and F1 of people, bodies, places, quotes,
speakers, figures and times in `ops.scores`. Nothing of the news is read or written.

`SELECT * FROM mart.scores WHERE f1_change < -0.02` shows where an update of rules, a model or a
library hurt; `is_by_other_rules` says that one came in between.

### What to set
* `DATELINE_MODEL_EN`, `DATELINE_MODEL_FR`, `DATELINE_MODELS`: the models that are measured, which
  are those that runs extract with.

### When it fails
* **A red `score_quality`**: a text could not be extracted, or its model is not installed; the
  log has the line. News are extracted by the same code: look at `ingest_news` as well.

### How to run it again
Clear the red task, or trigger the DAG: a measurement is a row more, nothing is replaced.
"""

from __future__ import annotations

from airflow.sdk import dag

from include.orchestration.defaults import Tag, dag_options
from include.orchestration.running import stage


@dag(  # type: ignore[untyped-decorator]
    schedule="30 4 * * *",
    **dag_options(
        tag=Tag.UPKEEP,
        doc=__doc__,
        description="Texts whose facts are known → how right extraction is, by language and kind",
    ),
)
def score_quality() -> None:
    """One task: what it measures is small."""
    stage("score_quality")


score_quality()
