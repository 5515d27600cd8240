"""One bad item of a feed, a page or a text costs itself: everybody else's are stored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from include import stages
from include.settings import Settings
from include.warehouse.connect import connect, connector
from seeds.newsroom.server import serve
from tests.warehouse.test_bounds import unlike

Rows = list[tuple[object, ...]]


def ask(dsn: str, statement: str, *values: object) -> Rows:
    """The rows of one statement."""
    with closing(connect(dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(statement, values)
        return cur.fetchall() if cur.description else []


@pytest.fixture
def run(warehouse_dsn: str, tmp_path: Path) -> Iterator[stages.Run]:
    """A run against the sample newsroom, whose feeds have been polled."""
    with serve() as newsroom:
        listed = tmp_path / "feeds.csv"
        listed.write_text(newsroom.feeds_csv(), "utf-8")
        settings = Settings(
            home=tmp_path, feeds=str(listed), allow_private=(f"127.0.0.1:{newsroom.port}",)
        )
        one = stages.Run(connect=connector(warehouse_dsn), settings=settings, run_id="bad")
        stages.open_run(one, kind="by_hand")
        for batch in stages.choose_feeds(one, poll_all=True):
            stages.poll_feeds(one, batch)
        yield one


def fetch(run: stages.Run) -> None:
    for batch in stages.choose_pages(run):
        stages.fetch_pages(run, batch)


def test_a_page_with_a_very_long_address_lets_the_others_be_fetched(
    run: stages.Run, warehouse_dsn: str
) -> None:
    ask(
        warehouse_dsn,
        "UPDATE core.pages SET url = 'http://' || host || '/absent?x=' || %s"
        " WHERE page_id = (SELECT min(page_id) FROM core.pages)",
        quote(unlike(100)) + unlike(1_000),
    )
    fetch(run)
    assert ask(warehouse_dsn, "SELECT count(*) FROM ops.outcomes WHERE stage = 'fetch_pages'") == [
        (60,)
    ]


def test_a_page_that_the_warehouse_refuses_is_told_and_the_others_are_stored(
    run: stages.Run, warehouse_dsn: str
) -> None:
    ask(
        warehouse_dsn,
        "ALTER TABLE core.pages ADD CHECK (page_id <> 7 OR archive_path IS NULL) NOT VALID",
    )
    fetch(run)
    counted = dict(
        ask(
            warehouse_dsn,
            "SELECT reason, count(*) FROM ops.outcomes WHERE stage = 'fetch_pages' GROUP BY 1",
        )
    )
    assert sum(counted.values()) == 60
    assert counted["not_storable"] == 1
    assert counted["new"] >= 50
    assert ask(warehouse_dsn, "SELECT claimed_until FROM core.pages WHERE page_id = 7") == [(None,)]
