"""Run tests as if it were another day, under Debian's `faketime`.

    python -m tests.days one [PYTEST ARGUMENTS]   one day, chosen tests: what `make check` does
    python -m tests.days ten [PYTEST ARGUMENTS]   every day below, the whole suite by default

The embedded PostgreSQL is started by the tests, so `now()` in SQL tells the faked time too.
Days before the sample newsroom's own are left out: its news would be of the future.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

from include.settings import PROJECT

DAYS = (
    # local time, zone of the machine, why
    ("2026-11-28 12:00:00", "UTC", "a Saturday, the first after the sample's own"),
    ("2026-12-31 23:58:00", "UTC", "New Year's Eve, over midnight"),
    ("2027-03-14 01:57:00", "America/New_York", "the hour that summer time skips there"),
    ("2027-03-28 00:58:00", "Europe/Brussels", "the night summer time begins here"),
    ("2027-05-31 09:00:00", "Asia/Kolkata", "a month's last day, half an hour off"),
    ("2027-10-31 02:58:00", "Europe/Brussels", "the hour that comes twice when it ends"),
    ("2028-01-01 00:30:00", "Pacific/Kiritimati", "New Year there, the old year in UTC"),
    ("2028-02-29 23:57:00", "UTC", "a leap day, over midnight"),
    ("2028-08-16 03:00:00", "America/Lima", "a day in 2028"),
    ("2032-02-29 12:00:00", "UTC", "a leap day that is a Sunday"),
)
ONE = DAYS[7]
LEFT_OUT = ("statement_timeout",)
"""Parts of names of tests that need PostgreSQL's own timers, which faketime holds up."""
LEAVE = " and ".join(f"not {name}" for name in LEFT_OUT)
CHOSEN = (
    "tests/unit/test_newsroom.py",
    "tests/warehouse/test_marts.py",  # the worked questions, on both editions of the sample
    "tests/warehouse/test_revisions.py",
    "tests/warehouse/test_retention.py",
)


def run_on(day: tuple[str, str, str], arguments: list[str]) -> int:
    """The exit status of pytest on one of the days."""
    at, zone, why = day
    print(f"as if it were {at} in {zone}: {why}", flush=True)
    started = time.monotonic()
    pytest = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-k",
        LEAVE,
        *arguments,
    ]
    command = ["faketime", at, *pytest, *arguments]
    done = subprocess.run(command, cwd=PROJECT, env={**os.environ, "TZ": zone}, check=False)
    print(f"{time.monotonic() - started:.0f} s", flush=True)
    return done.returncode


def main(arguments: list[str]) -> int:
    """Run the tests on one day or on all; the exit status is 1 if any day failed."""
    how, *given = arguments
    if shutil.which("faketime") is None:
        print("faketime is not installed: the tests on another day are left out", file=sys.stderr)
        return 0 if how == "one" else 2
    if how == "one":
        return run_on(ONE, given or list(CHOSEN))
    failed = [day for day in DAYS if run_on(day, given) != 0]
    for at, zone, why in failed:
        print(f"failed as if it were {at} in {zone}: {why}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
