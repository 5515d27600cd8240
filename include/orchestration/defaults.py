"""What every DAG of the project has in common: schedule, tags, retries, assets."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Any

from airflow.sdk import Asset, ExceptionRetryPolicy, RetryAction, RetryRule

from include.errors import NeedsSetup
from include.settings import PREFIX, SettingsError, load

WAREHOUSE = Asset(name="warehouse", uri="dateline://warehouse", group="dateline")
"""Stands for the tables people read; each run that refreshes and checks them leaves an event."""


OURS_TO_MEND = ExceptionRetryPolicy(
    rules=[
        RetryRule(
            exception=[ImportError, AttributeError, TypeError, NameError, AssertionError],
            action=RetryAction.FAIL,
            reason="a mistake in the code does not pass by itself",
        ),
        RetryRule(
            exception=NeedsSetup,
            action=RetryAction.FAIL,
            reason="a setting or an installation must be put right first",
        ),
    ]
)
"""What is tried again: a world that is briefly bad, but no mistake of ours."""


class Tag(StrEnum):
    """The tags a DAG may carry; every DAG has at least one."""

    NEWS = "news"
    UPKEEP = "upkeep"


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
        SettingsError: it is neither, or another setting is wrong; this becomes the import
            error of the DAG, shown on the front page of Airflow.
    """
    from croniter import croniter  # type: ignore[import-untyped]

    given = load().schedule.strip()
    if given.lower() == "none":
        return None
    if not croniter.is_valid(given):
        raise SettingsError(
            f"{PREFIX}SCHEDULE: {given!r} is not a cron expression such as '0 6 * * *', "
            "a preset such as @hourly, or none"
        )
    return given
