"""A schedule of days that nobody keeps unless asked to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pendulum
from airflow.timetables.base import DagRunInfo, DataInterval, TimeRestriction
from airflow.timetables.interval import CronDataIntervalTimetable

_BEFORE_NOW = timedelta(seconds=1)


class DaysOnRequest(CronDataIntervalTimetable):  # type: ignore[misc]
    """Days, UTC, each a data interval, for backfills only: the scheduler starts none itself.

    Backfills need a schedule to know their runs by, and a DAG that is not paused; a plain
    daily schedule would then also run every day. A backfill asks for its days with
    `catchup`, the scheduler for the next run of a DAG without it: that is how they are told
    apart (`DAG.iter_dagrun_infos_between` and `DAG.next_dagrun_info` of Airflow 3.3).

    A run is named after its own day, where Airflow's schedules name it after the day that
    follows. Today is a day of a backfill too: Airflow takes only intervals that are over, so
    today's ends a moment ago.
    """

    def __init__(self) -> None:
        super().__init__("@daily", timezone="UTC")
        self.description = "Only in backfills, day by day"  # over that of the cron expression

    @classmethod
    def deserialize(cls, data: dict[str, object]) -> DaysOnRequest:
        """Airflow's way back from `serialize`; there is nothing to restore."""
        return cls()

    def serialize(self) -> dict[str, object]:
        """What Airflow keeps of it: nothing, since there is nothing to set."""
        return {}

    @property
    def summary(self) -> str:
        """The schedule as the UI shows it."""
        return "on request"

    def next_dagrun_info(
        self,
        *,
        last_automated_data_interval: DataInterval | None,
        restriction: TimeRestriction,
    ) -> DagRunInfo | None:
        """The next day of a backfill, up to today; None to the scheduler."""
        if not restriction.catchup:
            return None
        found = super().next_dagrun_info(
            last_automated_data_interval=last_automated_data_interval, restriction=restriction
        )
        if found is None or found.data_interval is None:
            return None
        start, end = found.data_interval
        latest = pendulum.instance(datetime.now(UTC) - _BEFORE_NOW)
        if start >= latest:
            return None
        return DagRunInfo(
            run_after=start, data_interval=DataInterval(start=start, end=min(end, latest))
        )
