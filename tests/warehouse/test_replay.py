"""A replay takes exactly the pages that were fetched in its span."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.errors import CannotWork
from include.settings import Settings
from include.stages import Run, mark_for_replay
from include.warehouse.connect import connector

FIRST, SECOND, THIRD = (datetime(2026, 11, day, tzinfo=UTC) for day in (1, 2, 3))


@pytest.fixture
def run(warehouse_dsn: str) -> Run:
    run = Run(connect=connector(warehouse_dsn), settings=Settings(), run_id="test")
    with run.transaction() as cur:
        cur.execute("INSERT INTO core.publishers (name) VALUES ('a.test') RETURNING publisher_id")
        (publisher_id,) = cur.fetchone() or (None,)
        for number, (at, path) in enumerate(
            [(FIRST, "w"), (SECOND, "w"), (THIRD, "w"), (SECOND, None)]
        ):
            cur.execute(
                "INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host,"
                " body_sha256, cleaned_sha256, fetched_at, archive_path)"
                " VALUES (%s, %s, %s, %s, 'a.test', 'x', 'x', %s, %s)",
                (f"u{number}", f"u{number}", str(number), publisher_id, at, path),
            )
    return run


def due(run: Run) -> set[str]:
    with run.transaction() as cur:
        cur.execute("SELECT url FROM core.pages WHERE cleaned_sha256 IS NULL")
        return {url for (url,) in cur.fetchall()}


def test_the_span_is_taken_and_nothing_else(run: Run) -> None:
    assert mark_for_replay(run, since=SECOND, until=THIRD) == {"pages": 1}
    assert due(run) == {"u1"}
    assert mark_for_replay(run, since=FIRST, until=THIRD) == {"pages": 1}
    assert due(run) == {"u0", "u1"}


def test_an_empty_span_is_refused(run: Run) -> None:
    with pytest.raises(CannotWork, match="nothing lies between"):
        mark_for_replay(run, since=THIRD, until=THIRD)
    assert due(run) == set()
