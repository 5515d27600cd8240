"""Which runs are late, of those whose deadline Airflow says has passed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.orchestration.late import is_late, run_url

DEADLINE = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
BEFORE, AFTER = "2026-11-27T11:59:00Z", "2026-11-27T12:01:00Z"


@pytest.mark.parametrize(
    ("state", "kind", "ended", "late"),
    [
        ("running", "scheduled", None, True),
        ("queued", "scheduled", None, True),
        ("running", "backfill", None, True),
        ("queued", "backfill", None, False),  # behind the other days
        ("success", "manual", AFTER, True),
        ("success", "manual", BEFORE, False),
        ("failed", "manual", BEFORE, False),  # its failure was told
        ("failed", "manual", AFTER, False),
    ],
)
def test_a_run_is_late_that_had_not_ended(
    state: str, kind: str, ended: str | None, late: bool
) -> None:
    run = {"state": state, "run_type": kind, "end_date": ended}
    assert is_late(run, DEADLINE) is late


def test_a_run_is_shown_under_its_whole_name() -> None:
    url = run_url(
        "https://airflow.example/news/", "ingest_news", "manual__2026-11-27T12:00:00+00:00"
    )
    assert url == (
        "https://airflow.example/news/dags/ingest_news/runs/manual__2026-11-27T12%3A00%3A00%2B00%3A00"
    )
