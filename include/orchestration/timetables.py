"""A schedule of days that nobody keeps unless asked to."""

from __future__ import annotations

from airflow.timetables.base import DagRunInfo, DataInterval, TimeRestriction
from airflow.timetables.interval import CronDataIntervalTimetable


class DaysOnRequest(CronDataIntervalTimetable):  # type: ignore[misc]
    """Days, UTC, each a data interval, for backfills only: the scheduler starts none itself.

    Backfills need a schedule to know their runs by, and a DAG that is not paused; a plain
    daily schedule would then also run every day. A backfill asks for its days with
    `catchup`, the scheduler for the next run of a DAG without it: that is how they are told
    apart (`DAG.iter_dagrun_infos_between` and `DAG.next_dagrun_info` of Airflow 3.3).
    """

    description = "Only in backfills, day by day"

    def __init__(self) -> None:
        super().__init__("@daily", timezone="UTC")

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
        """The next day of a backfill; None to the scheduler."""
        if not restriction.catchup:
            return None
        return super().next_dagrun_info(
            last_automated_data_interval=last_automated_data_interval, restriction=restriction
        )
