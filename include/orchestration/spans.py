"""A span of time that a DAG goes through again: set by hand, or the days of a backfill."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from airflow.sdk import Param, task

from include.errors import CannotWork
from include.orchestration.running import run_kind, run_stage

_INSTANT = {"type": ["null", "string"], "format": "date-time"}
_DAY = timedelta(days=1)


def span_params(verb: str) -> dict[str, Param]:
    """The fields `since` and `until` of a run's form; `verb` says what happened then."""
    empty = "Leave both empty in a backfill: each of its runs takes its own day, UTC."
    return {
        "since": Param(
            None,
            **_INSTANT,
            title=f"{verb} from",
            description=f"First instant of the span, included: 2026-11-01T00:00:00Z. {empty}",
        ),
        "until": Param(
            None,
            **_INSTANT,
            title=f"{verb} before",
            description=f"End of the span, not included: 2026-11-08T00:00:00Z. {empty}",
        ),
    }


def stage_on_span(name: str) -> Any:
    """A task that runs the stage `name` on the span set, else on its run's own day."""

    @task(task_id=name)  # type: ignore[untyped-decorator]
    def body(params: dict[str, Any] | None = None, data_interval_start: Any = None) -> Any:
        own_day = data_interval_start if run_kind() == "backfill" else None
        since, until = span(params or {}, own_day)
        return run_stage(name, since=since, until=until)

    return body()


def span(params: dict[str, Any], day: datetime | None) -> tuple[datetime | None, datetime | None]:
    """The span that `params` set; where they set none, the `day` of a backfill's run.

    Raises:
        CannotWork: only one end is set, or one is no instant.
    """
    given = {name: params.get(name) for name in ("since", "until")}
    if not any(given.values()):
        return (day, day + _DAY) if day else (None, None)
    if not all(given.values()):
        raise CannotWork("a span has two ends: set both since and until, or neither")
    return _instant("since", given["since"]), _instant("until", given["until"])


def _instant(name: str, text: Any) -> datetime:
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        raise CannotWork(f"{name}: {text!r} is no instant such as 2026-11-01T00:00:00Z") from None
    if found.tzinfo is None:
        raise CannotWork(f"{name}: {text!r} has no time zone; write 2026-11-01T00:00:00Z")
    return found
