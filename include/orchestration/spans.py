"""A span of time that a DAG goes through again: set by hand, or the days of a backfill."""

from __future__ import annotations

from typing import Any

import pendulum
from airflow.sdk import Param, task

from include.orchestration.running import run_stage

_INSTANT = {"type": ["null", "string"], "format": "date-time"}


def span_params(verb: str) -> dict[str, Param]:
    """The fields `since` and `until` of a run's form; `verb` says what happened then."""
    return {
        "since": Param(None, **_INSTANT, title=f"{verb} from"),
        "until": Param(None, **_INSTANT, title=f"{verb} before"),
    }


def stage_on_span(name: str) -> Any:
    """A task that runs the stage `name` on the span set, else on its run's own day."""

    @task(task_id=name)  # type: ignore[untyped-decorator]
    def body(
        params: dict[str, Any] | None = None,
        data_interval_start: Any = None,
        data_interval_end: Any = None,
    ) -> Any:
        given = params or {}
        return run_stage(
            name,
            since=pendulum.parse(given["since"]) if given.get("since") else data_interval_start,
            until=pendulum.parse(given["until"]) if given.get("until") else data_interval_end,
        )

    return body()
