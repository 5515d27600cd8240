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

# today is a day of a backfill, with an interval that is over; tomorrow is none
now = pendulum.instance(datetime.now(UTC))
today = now.start_of("day")
infos, info = [], None
while True:
    info = days.next_dagrun_info(
        last_automated_data_interval=info and info.data_interval,
        restriction=TimeRestriction(today.subtract(days=2), today.add(days=3), catchup=True),
    )
    if info is None:
        break
    infos.append(info)
assert [(one.data_interval.start - today).days for one in infos] == [-2, -1, 0]
assert all(one.run_after == one.data_interval.start for one in infos)
assert all(one.data_interval.end <= now.add(seconds=5) for one in infos)
print(days.description)
"""


def test_days_come_in_backfills_only(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, check=False, cwd=tmp_path,
        env={**os.environ, "AIRFLOW_HOME": str(tmp_path), "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = done.stdout.strip().split("\n")[-2:]
    assert told == ["[1, 2, 3] True on request", "Only in backfills, day by day"]
