"""A run is done only if all that it chose has an outcome; what is left is named."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from include import stages
from include.settings import Settings
from include.stages import runs
from include.stages.runs import RunFailed
from include.stages.work import Run
from include.warehouse.check import ALL, run_check
from include.warehouse.check_list import find_check
from include.warehouse.connect import connect, connector

pytestmark = pytest.mark.warehouse

PAGES = 5


class World:
    """A warehouse with fetched pages, and runs in it."""

    def __init__(self, dsn: str, home: Path) -> None:
        self.dsn = dsn
        self.settings = Settings(home=home, workers=1)
        self.ask(
            """
            INSERT INTO core.publishers (name) VALUES ('Tern Post');
            INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host,
                body_sha256, fetched_at, archive_path, archive_offset, archive_length,
                next_fetch_at)
            SELECT 'http://tern.example/' || n, 'http://tern.example/' || n,
                   sha256(n::text::bytea), 1, 'tern.example', sha256(n::text::bytea),
                   now() - interval '3 hours', 'none.warc.gz', 0, 10, NULL
            FROM generate_series(1, 5) AS n
            """
        )

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(connect(self.dsn)) as conn, conn, conn.cursor() as cur:
            cur.execute(query, values or None)
            return list(cur.fetchall()) if cur.description else []

    def run(self, run_id: str) -> Run:
        return Run(connect=connector(self.dsn), settings=self.settings, run_id=run_id)

    def state(self, run_id: str) -> tuple[str, str, list[dict[str, Any]]]:
        ((state, reason, left),) = self.ask(
            "SELECT state, state_reason, work_left FROM ops.runs WHERE run_id = %s", run_id
        )
        return state, reason, left

    def check(self, name: str, run_id: str) -> int:
        with closing(connect(self.dsn)) as conn, conn.cursor() as cur:
            found = run_check(cur, find_check(name), run_id, since=ALL, max_failed_share=0.2)
        return found.offending


@pytest.fixture
def world(warehouse_dsn: str, tmp_path: Path) -> World:
    return World(warehouse_dsn, tmp_path)


def open_and_choose(world: World, run_id: str, flow: str = "ingest_news") -> Run:
    run = world.run(run_id)
    stages.open_run(run, kind="manual", flow=flow)
    assert stages.choose_articles(run)
    return run


def settle(world: World, *page_ids: int) -> None:
    world.ask("UPDATE core.pages SET cleaned_sha256 = body_sha256 WHERE page_id = ANY (%s)",
              list(page_ids))  # fmt: skip


def test_a_run_that_left_work_fails_and_names_it(world: World) -> None:
    run = open_and_choose(world, "run:1")
    with pytest.raises(RunFailed, match=r"left without an outcome: clean_articles: 5 \(oldest 20"):
        stages.close_run(run)
    state, reason, left = world.state("run:1")
    assert state == "failed"
    assert "clean_articles: 5" in reason
    assert [(one["stage"], one["items"]) for one in left] == [("clean_articles", PAGES)]
    assert world.check("nothing_left", "run:1") == 1


def test_a_run_without_work_left_is_done(world: World) -> None:
    run = open_and_choose(world, "run:1")
    with run.claims("clean_articles") as held, run.transaction() as cur:
        held.take(cur, "due_uncleaned", "claimed_uncleaned", most=10, shard=0, of=1)
        held.settle(cur, range(1, PAGES + 1))
    settle(world, 1, 2, 3, 4, 5)
    stages.close_run(run)
    assert world.state("run:1") == ("done", "", [])
    assert world.check("nothing_left", "run:1") == 0


def test_what_was_done_by_others_is_not_left(world: World) -> None:
    run = open_and_choose(world, "run:1")
    settle(world, 1, 2, 3, 4, 5)
    stages.close_run(run)
    assert world.state("run:1")[0] == "done"


def test_what_another_run_took_over_is_its_to_answer_for(world: World) -> None:
    first = open_and_choose(world, "run:1")
    open_and_choose(world, "run:2", flow="import_warc")
    stages.close_run(first)
    assert world.state("run:1")[0] == "done"
    assert world.ask("SELECT run_id, items FROM mart.unfinished") == [("run:2", PAGES)]


def test_a_failed_task_makes_its_run_fail(world: World) -> None:
    run = world.run("run:1")
    stages.open_run(run, kind="manual", flow="ingest_news")
    with pytest.raises(RunFailed, match="failed: extract_texts"):
        stages.close_run(run, failed="failed: extract_texts")
    assert world.state("run:1")[:2] == ("failed", "failed: extract_texts")


def test_a_run_that_died_is_closed_by_the_next_of_its_flow(world: World) -> None:
    open_and_choose(world, "run:1")
    stages.open_run(world.run("other:1"), kind="manual", flow="import_warc")
    assert world.state("run:1")[0] == "running"
    stages.open_run(world.run("run:2"), kind="manual", flow="ingest_news")
    state, reason, left = world.state("run:1")
    assert state == "interrupted"
    assert reason.startswith("its process died; left without an outcome: clean_articles: 5")
    assert left[0]["items"] == PAGES
    assert world.state("run:2")[0] == "running"


def test_a_run_that_somebody_works_for_is_not_called_dead(world: World) -> None:
    run = open_and_choose(world, "run:1")
    with run.claims("clean_articles"):
        stages.open_run(world.run("run:2"), kind="manual", flow="ingest_news")
        assert world.state("run:1")[0] == "running"


def test_a_run_by_hand_that_raises_is_failed_and_one_that_is_stopped_is_interrupted(
    world: World,
) -> None:
    with pytest.raises(OSError, match="no space"), runs.whole_run(world.run("run:1"), flow="run"):
        raise OSError("no space left")
    assert world.state("run:1")[:2] == ("failed", "OSError: no space left")
    with pytest.raises(KeyboardInterrupt), runs.whole_run(world.run("run:2"), flow="run"):
        raise KeyboardInterrupt
    assert world.state("run:2")[:2] == ("interrupted", "it was stopped")
    with runs.whole_run(world.run("run:3"), flow="run"):
        stages.open_run(world.run("run:4"), kind="by_hand", flow="run")
        assert world.state("run:3")[0] == "running"
    assert world.state("run:3")[0] == "done"


def test_the_backlog_is_told_by_stage_with_its_oldest_item(world: World) -> None:
    ((stage, items, age, tried, quarantined),) = world.ask(
        "SELECT stage, items, now() - oldest > interval '2 hours', tried, quarantined "
        "FROM mart.waiting"
    )
    assert (stage, items, age, tried, quarantined) == ("clean_articles", PAGES, True, 0, 0)
    assert world.ask("SELECT count(*) FROM mart.waiting_items") == [(PAGES,)]


def test_a_backlog_that_three_good_runs_passed_by_is_told(world: World) -> None:
    for number in range(3):
        assert world.check("backlog_ages", "run:3") == 0
        run = world.run(f"run:{number}")
        stages.open_run(run, kind="scheduled", flow="ingest_news")
        stages.close_run(run)
    assert world.check("backlog_ages", "run:3") == 1
    settle(world, 1, 2, 3, 4, 5)
    assert world.check("backlog_ages", "run:3") == 0


def test_a_feed_chosen_before_its_time_waits_since_it_was_chosen(world: World) -> None:
    world.ask(
        "INSERT INTO core.feeds (feed_id, publisher_id, url, listed_url, host, next_poll_at) "
        "VALUES ('tern', 1, 'http://tern.example/feed', '', 'tern.example', now() + '1 day')"
    )
    world.ask("INSERT INTO ops.claims (stage, subject, run_id) VALUES ('poll_feeds', 'tern', 'r')")
    assert world.ask("SELECT stage, items, oldest <= now() FROM mart.unfinished") == [
        ("poll_feeds", 1, True)
    ]
