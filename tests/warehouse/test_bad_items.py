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
    assert ask(warehouse_dsn, "SELECT 1 FROM ops.claims WHERE worker_id IS NOT NULL") == []


# What each stage is made to refuse of one item, and the outcome it then has.
REFUSED = {
    "clean_articles": "core.article_versions ADD CHECK (page_id <> {})",
    "extract_texts": "core.extractions ADD CHECK (text_id <> {})",
    "join_entities": "core.entity_blocks ADD CHECK (entity_id <> 7 OR block ~ '^aside:')",
    "join_statements": "core.statement_quotes ADD CHECK (quote_id <> 7)",
    "refresh_marts": "core.searchable ADD CHECK (article_id <> {})",
}


def test_each_stage_leaves_one_refused_item_and_does_the_others(
    run: stages.Run, warehouse_dsn: str
) -> None:
    fetch(run)
    ask(warehouse_dsn, f"ALTER TABLE {REFUSED['clean_articles'].format(7)} NOT VALID")
    for batch in stages.choose_articles(run):
        stages.clean_articles(run, batch)
    # What was undone took numbers, so that not every number is there.
    ((text, article),) = ask(
        warehouse_dsn,
        "SELECT (SELECT max(text_id) FROM core.texts), (SELECT max(article_id) FROM core.articles)",
    )
    numbers = {"extract_texts": text, "refresh_marts": article}
    for stage, refused in REFUSED.items():
        if stage != "clean_articles":
            ask(warehouse_dsn, f"ALTER TABLE {refused.format(numbers.get(stage, 7))} NOT VALID")
    stages.run_from_cleaning(run, bar=lambda *_: None)
    failed = ask(
        warehouse_dsn,
        "SELECT stage, count(*) FROM ops.outcomes WHERE reason = 'not_storable' GROUP BY 1",
    )
    assert {stage for stage, _ in failed} == REFUSED.keys()
    assert all(count == 1 for stage, count in failed if stage != "join_entities")
    counted = "SELECT (SELECT count(*) FROM core.{}), (SELECT count(*) FROM core.{})"
    ((articles, searchable),) = ask(warehouse_dsn, counted.format("articles", "searchable"))
    assert articles > 40
    assert searchable == articles - 1
    ((texts, extractions),) = ask(warehouse_dsn, counted.format("texts", "extractions"))
    assert extractions == texts - 1
    waiting = ask(
        warehouse_dsn,
        "SELECT count(*) FROM core.quotes LEFT JOIN core.quote_keys USING (quote_id)"
        " WHERE quote_keys.quote_id IS NULL",
    )
    assert waiting == [(0,)]
