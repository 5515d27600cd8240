"""The schedule of days on request: every day of a backfill, none by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from include.settings import PROJECT

ASK = """
from datetime import UTC, datetime
import pendulum
from airflow.timetables.base import TimeRestriction
from include.orchestration.timetables import DaysOnRequest

days = DaysOnRequest.deserialize(DaysOnRequest().serialize())
begin, end = pendulum.datetime(2026, 11, 1, tz="UTC"), pendulum.datetime(2026, 11, 3, tz="UTC")

def following(last, *, catchup, latest):
    found = days.next_dagrun_info(
        last_automated_data_interval=last,
        restriction=TimeRestriction(begin, latest, catchup=catchup),
    )
    return found.data_interval if found else None

assert following(None, catchup=False, latest=None) is None
interval, found = None, []
while interval := following(interval, catchup=True, latest=end):
    found.append(interval.start.day)
assert following(interval, catchup=False, latest=None) is None
print(found, days.periodic, days.summary)
"""


def test_days_come_in_backfills_only(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, check=False, cwd=tmp_path,
        env={**os.environ, "AIRFLOW_HOME": str(tmp_path), "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[-2] == "[1, 2, 3] True on request"
