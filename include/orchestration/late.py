"""Tell of a run that has missed its deadline: what Airflow's scheduler calls when one does."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import quote

_WAITING = ("queued", "backfill")
"""State and kind of a run that waits for its turn behind other days: nothing is wrong."""


def tell_late_run(context: dict[str, Any]) -> None:
    """Raise the alert of a late run and send it.

    `context` is Airflow's, with the run as its API shows it (`dag_run`) and the deadline
    (`deadline`). Airflow asks about a run that failed in time, too: its failure was told.
    """
    from airflow.sdk.configuration import conf

    from include.orchestration.connections import archive, warehouse
    from include.settings import load
    from include.stages import Run, tell_late

    run, deadline = context["dag_run"], context["deadline"]
    if not is_late(run, _instant(deadline["deadline_time"])):
        return
    since = _instant(run["queued_at"] or run["run_after"])
    work = Run(
        connect=warehouse("deadline"),
        settings=load(),
        run_id=run["dag_run_id"],
        open_archive=archive,
    )
    url = run_url(conf.get("api", "base_url", fallback=""), run["dag_id"], run["dag_run_id"])
    tell_late(work, flow=run["dag_id"], since=since, url=url)


def run_url(base: str, flow: str, run_id: str) -> str:
    """Where Airflow's UI, at `base`, shows a run."""
    return f"{base.rstrip('/')}/dags/{quote(flow, safe='')}/runs/{quote(run_id, safe='')}"


def is_late(run: dict[str, Any], deadline: datetime) -> bool:
    """Whether `run` had not ended at its `deadline`, and nobody has heard of it yet."""
    state, ended = run["state"], run["end_date"]
    if state == "failed" or (state, run["run_type"]) == _WAITING:
        return False
    return ended is None or _instant(ended) > deadline


def _instant(value: datetime | str) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)
