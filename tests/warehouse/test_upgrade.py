"""A warehouse made by earlier rules gives way to the present ones, run by run, to the last row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from include import stages
from include.settings import Settings
from include.stages import exporting
from include.warehouse import rules
from include.warehouse.connect import connect, connector
from seeds.newsroom.server import serve
from tests.conftest import EmbeddedServer, database

pytestmark = [pytest.mark.warehouse, pytest.mark.model]

FEEDS = ("norderbote", "nilegazette")
MOST_RUNS = 12
# What earlier rules made of the same pages and texts: other digests, and other facts.
BY_EARLIER_RULES = """
    UPDATE ops.rules SET rules = 'earlier', version = '0.0.1'
    WHERE (stage, kind, language, rules) IN (
        SELECT stage, kind, language, min(rules) FROM ops.rules GROUP BY 1, 2, 3);
    UPDATE core.pages SET cleaned_by = 'earlier' WHERE cleaned_by IS NOT NULL;
    UPDATE core.article_versions SET cleaned_by = 'earlier', authors = '{By Earlier Rules}';
    UPDATE core.texts SET compared_by = 'earlier';
    UPDATE core.grouped_texts SET read_by = 'earlier';
    UPDATE core.extractions SET config_hash = 'earlier' || left(config_hash, 4),
        rules = (SELECT jsonb_object_agg(key, 'earlier') FROM jsonb_each_text(rules));
    UPDATE core.times SET value = '1999-01-01';
    UPDATE core.summarized_articles SET made_by = 'earlier';
    UPDATE ops.exports SET made_by = 'earlier';
"""
FACTS = {
    "articles": "SELECT url, title, authors, published_at, story_id FROM mart.articles",
    "times": "SELECT url, start_char, value FROM mart.times",
    "figures": "SELECT url, start_char, what, low, high FROM mart.figures",
    "quotes": "SELECT url, start_char, quote, speaker FROM mart.quotes",
}


class Warehouse:
    """A warehouse of a few feeds of the sample newsroom, and runs on it without the network."""

    def __init__(self, dsn: str, settings: Settings) -> None:
        self.dsn, self.settings = dsn, settings
        self.runs = 0

    def run(self) -> stages.Run:
        self.runs += 1
        return stages.Run(
            connect=connector(self.dsn), settings=self.settings, run_id=f"upgrade:{self.runs}"
        )

    def renew(self) -> None:
        """A run on what is archived, and the exports after it."""
        run = self.run()
        with stages.whole_run(run, flow="replay"):
            stages.run_from_cleaning(run, bar=lambda *_: None)
        self.export(run)

    def export(self, run: stages.Run) -> None:
        for batch in stages.choose_days(run):
            stages.export_days(run, batch)

    def execute(self, statement: str) -> list[tuple[Any, ...]]:
        with closing(connect(self.dsn)) as conn, conn, conn.cursor() as cur:
            cur.execute(statement)
            return cur.fetchall() if cur.description else []

    def facts(self) -> dict[str, list[tuple[Any, ...]]]:
        return {name: sorted(self.execute(query), key=repr) for name, query in FACTS.items()}

    def old(self) -> dict[str, int]:
        """Rows by earlier rules, by what they are."""
        with closing(connect(self.dsn)) as conn, conn, conn.cursor() as cur:
            return {
                f"{row['stage']} {row['kind']} {row['language']}": row["items"]
                for row in rules.of_the_past(cur)
            }


@pytest.fixture
def earlier(
    postgres_server: EmbeddedServer, migrated_template: str, tmp_path: Path
) -> Iterator[Warehouse]:
    with serve() as newsroom, database(postgres_server, template=migrated_template) as dsn:
        header, *lines = newsroom.feeds_csv().splitlines(keepends=True)
        kept = [line for line in lines if line.split(",")[0] in FEEDS]
        assert len(kept) == len(FEEDS)
        (tmp_path / "feeds.csv").write_text("".join([header, *kept]), "utf-8")
        settings = Settings(
            home=tmp_path,
            feeds=str(tmp_path / "feeds.csv"),
            allow_private=(f"127.0.0.1:{newsroom.port}",),
            exports=str(tmp_path / "out"),
            workers=1,
        )
        warehouse = Warehouse(dsn, settings)
        run = warehouse.run()
        stages.run_all(run, bar=lambda *_: None)
        warehouse.export(run)
        yield warehouse


def test_after_the_budgeted_runs_no_row_is_by_earlier_rules(
    earlier: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages.renewing, "_LEAST", 30)  # a tenth of it a run: three
    monkeypatch.setattr(exporting, "OLD_DAYS_A_RUN", 1)
    present = earlier.facts()
    assert earlier.old() == {}
    earlier.execute(BY_EARLIER_RULES)
    assert {name: facts != present[name] for name, facts in earlier.facts().items()} == {
        "articles": True, "times": True, "figures": False, "quotes": False,
    }  # fmt: skip
    with earlier.run().transaction() as cur:  # as the first run after the upgrade does
        rules.keep_rules(cur, stages.renewing.present_rules(earlier.settings))
    way = [earlier.old()]
    while way[-1] and len(way) <= MOST_RUNS:
        earlier.renew()
        way.append(earlier.old())
    assert way[-1] == {}, way
    assert len(way) > 3, "in one run everything was made again: no budget held it"
    for before, after in pairwise(way):
        assert sum(after.values()) < sum(before.values())
        assert all(items <= before.get(what, 0) for what, items in after.items()), (before, after)
    assert {what.split()[0] for what in way[0]} == {
        "clean_articles", "fingerprint_texts", "extract_texts", "group_stories", "refresh_marts",
        "export_days",
    }  # fmt: skip
    assert earlier.facts() == present
    assert earlier.execute("SELECT DISTINCT reason FROM ops.outcomes WHERE reason = 'restated'")
