"""What Dateline adds to Airflow: a timetable, and notes on runs that have ended."""

from __future__ import annotations

from typing import ClassVar

from airflow.plugins_manager import AirflowPlugin

from include.orchestration import noting
from include.orchestration.timetables import DaysOnRequest


class DatelinePlugin(AirflowPlugin):
    """Registers what Airflow must know by name to read a stored DAG."""

    name = "dateline"
    timetables: ClassVar = [DaysOnRequest]
    listeners: ClassVar = [noting]
