"""What every DAG of the project has in common: schedule, tags, retries, pools, assets."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Any

import pendulum

# public, but not in the stub file that Airflow brings
from airflow.sdk import (  # type: ignore[attr-defined]
    Asset,
    AssetAlias,
    DeadlineAlert,
    DeadlineReference,
    ExceptionRetryPolicy,
    RetryAction,
    RetryRule,
    SyncCallback,
)

from include.errors import BrieflyAway, CannotWork
from include.orchestration.late import tell_late_run
from include.settings import load

WAREHOUSE = Asset(name="warehouse", uri="dateline://warehouse", group="dateline")
"""Stands for the tables people read; a run that changed them and passed its checks leaves an
event, with its funnel."""

RELEASED = AssetAlias(name="released_warehouse", group="dateline")
"""What a run releases: the warehouse where it has changed, else nothing. A plain outlet would
leave an event in every run, and start exports that have no day to write."""

CPU_POOL = "cpu"
"""The pool of tasks that keep every processor busy by themselves, over all DAGs."""

OURS_TO_MEND = ExceptionRetryPolicy(
    rules=[
        RetryRule(
            exception=[ImportError, AttributeError, TypeError, NameError, AssertionError],
            action=RetryAction.FAIL,
            reason="a mistake in the code does not pass by itself",
        ),
        RetryRule(
            exception=BrieflyAway,
            action=RetryAction.DEFAULT,
            reason="a server that is started again answers in a moment",
        ),
        RetryRule(
            exception=CannotWork,
            action=RetryAction.FAIL,
            reason="a person must put something right first; the log says what",
        ),
    ]
)
"""What is tried again: a world that is briefly bad, but no mistake of ours and no wrong setting."""


class Tag(StrEnum):
    """The tags a DAG may carry; every DAG has at least one."""

    NEWS = "news"
    UPKEEP = "upkeep"


def dag_options(
    *, tag: Tag, description: str, doc: str | None, is_backfilled: bool = False
) -> dict[str, Any]:
    """The arguments of `@dag` that all DAGs share. One that concerns every DAG, such as a
    callback for failed runs or a deadline, belongs here.

    Backfills are offered only with `is_backfilled`: where a run is of a day and not of now.
    """
    kinds = ["scheduled", "manual", "asset_triggered", "operator_triggered"]
    return {
        "start_date": pendulum.datetime(2026, 1, 1, tz="UTC"),
        "catchup": False,
        "max_active_runs": 1,
        "default_args": default_args(),
        "tags": [tag],
        "description": description,
        "doc_md": doc,
        "allowed_run_types": [*kinds, "backfill"] if is_backfilled else kinds,
        "deadline": deadline(),
    }


def deadline() -> DeadlineAlert | None:
    """What tells of a run that takes too long, while it does; None where that is not wanted.

    Airflow's scheduler looks at it, so runs without a scheduler have none.

    Raises:
        SettingsError: a setting is wrong.
    """
    settings = load()
    if "late_run" not in settings.alert_kinds:
        return None
    return DeadlineAlert(
        name="late run",
        reference=DeadlineReference.DAGRUN_QUEUED_AT,
        interval=timedelta(minutes=settings.alert_run_minutes),
        callback=SyncCallback(tell_late_run),
    )


def default_args() -> dict[str, Any]:
    """Arguments of every task: three tries, further and further apart, and an end."""
    return {
        "owner": "dateline",
        "retries": 2,
        "retry_delay": timedelta(seconds=20),
        "retry_exponential_backoff": 2.0,
        "max_retry_delay": timedelta(minutes=5),
        "retry_policy": OURS_TO_MEND,
        "execution_timeout": timedelta(hours=6),
    }


def schedule() -> str | None:
    """The cron expression or preset of DATELINE_SCHEDULE; None where it says `none`.

    Raises:
        SettingsError: a setting is wrong; this becomes the import error of the DAG, shown on
            the front page of Airflow.
    """
    given = load().schedule.strip()
    return None if given.lower() == "none" else given
