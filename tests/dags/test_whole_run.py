"""`make run` itself, on the sample newsroom: Airflow, both databases, every stage."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from include.local.airflow_env import airflow_env
from include.local.postgres import Databases, EmbeddedServer
from include.settings import PROJECT, Settings
from tests.conftest import database

pytestmark = [
    pytest.mark.airflow,
    pytest.mark.model,
    pytest.mark.warehouse,
    pytest.mark.timeout(1200),  # whole runs of Airflow, maybe beside busy neighbours
]

PRODUCTS = (
    "core.feeds", "core.entries", "core.pages", "core.articles", "core.article_versions",
    "core.texts", "core.mentions", "core.quotes", "core.figures", "core.stories",
)  # fmt: skip


class Installation:
    """A home of its own with a metadata database and a warehouse of its own."""

    def __init__(self, home: Path, metadata: str, warehouse: str) -> None:
        self.warehouse = warehouse
        self.metadata = metadata
        self.home = home
        self._env = {
            **os.environ, "DATELINE_HOME": str(home), "DATELINE_METADATA": metadata,
            "DATELINE_WAREHOUSE": warehouse, "OMP_NUM_THREADS": "1",
        }  # fmt: skip

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """`make run` with these arguments."""
        return subprocess.run(
            [sys.executable, "-m", "include.local", "run", *arguments],
            cwd=PROJECT, env=self._env | environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def trigger(self, dag: str, **conf: object) -> subprocess.CompletedProcess[str]:
        """A run of a DAG with these params, in Airflow's own runner."""
        found = Databases(metadata=self.metadata, warehouse=self.warehouse)
        env = airflow_env(Settings(home=self.home), found) | {"OMP_NUM_THREADS": "1"}
        return subprocess.run(
            [sys.executable, "-m", "include.orchestration.once", dag, json.dumps(conf)],
            cwd=PROJECT, env=env, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def ask(self, query: str, url: str | None = None) -> list[tuple[Any, ...]]:
        """The rows of a query on the warehouse."""
        with closing(psycopg2.connect(url or self.warehouse)) as conn, conn.cursor() as cur:
            cur.execute(query)
            return list(cur.fetchall())

    def counts(self) -> dict[str, int]:
        """How many rows each table of products holds."""
        return {table: self.ask(f"SELECT count(*) FROM {table}")[0][0] for table in PRODUCTS}

    def states(self) -> dict[str, str]:
        """The state of each task of the last run, as Airflow recorded it."""
        rows = self.ask(
            "SELECT task_id, max(state) FROM task_instance "
            "WHERE run_id = (SELECT run_id FROM dag_run ORDER BY id DESC LIMIT 1) GROUP BY task_id",
            self.metadata,
        )
        return dict(rows)


@pytest.fixture(scope="module")
def installation(
    postgres_server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    with (
        database(postgres_server, template="template0") as metadata,
        database(postgres_server, template="template0") as warehouse,
    ):
        yield Installation(tmp_path_factory.mktemp("home"), metadata, warehouse)


@pytest.fixture(scope="module")
def first(installation: Installation) -> subprocess.CompletedProcess[str]:
    return installation.run()


def test_a_first_run_is_green_and_brings_every_product(
    installation: Installation, first: subprocess.CompletedProcess[str]
) -> None:
    assert first.returncode == 0, first.stdout + first.stderr
    assert set(installation.states().values()) == {"success"}
    empty = [table for table, count in installation.counts().items() if count == 0]
    assert empty == []


def test_every_chosen_batch_is_named_in_the_ui(
    installation: Installation, first: subprocess.CompletedProcess[str]
) -> None:
    rows = installation.ask(
        "SELECT task_id, rendered_map_index FROM task_instance WHERE map_index >= 0",
        installation.metadata,
    )
    assert len(rows) >= 4
    assert all(" of " in name for _, name in rows)


def test_the_refreshed_views_are_an_asset_event_with_counts(
    installation: Installation, first: subprocess.CompletedProcess[str]
) -> None:
    ((extra,),) = installation.ask("SELECT extra FROM asset_event", installation.metadata)
    assert extra["views"] >= 0
    assert extra["funnel"]["poll_feeds"]["seen"] == 14


def test_the_run_tells_its_funnel_in_its_note(
    installation: Installation, first: subprocess.CompletedProcess[str]
) -> None:
    ((note,),) = installation.ask("SELECT content FROM dag_run_note", installation.metadata)
    assert "| feeds polled | 14 | 13 | 0 | 1 | 1 not_a_feed |" in note
    assert "checks passed." in note


def test_a_run_is_known_by_who_executes_it(
    installation: Installation, first: subprocess.CompletedProcess[str]
) -> None:
    # by this an interrupted run is told from one of the scheduler's: include/local/duty.py
    kinds = installation.ask(
        "SELECT DISTINCT triggered_by::text FROM dag_run", installation.metadata
    )
    assert kinds == [("TEST",)]


def test_tasks_have_logs_where_the_ui_looks_and_failed_feeds_are_named(
    installation: Installation, first: subprocess.CompletedProcess[str]
) -> None:
    folder = installation.home / "logs" / "airflow"
    logs = {file.parent.name: file for file in folder.rglob("attempt=1.log")}
    assert "task_id=open_run" in logs
    (polled,) = folder.rglob("task_id=poll_feeds/map_index=0/attempt=1.log")
    lines = [json.loads(line) for line in polled.read_text("utf-8").splitlines()]
    warned = [line["event"] for line in lines if line["level"] == "warning"]
    assert [line for line in warned if "not_a_feed (" in line and " http://127.0.0.1:" in line]
    (checked,) = folder.rglob("task_id=check_warehouse/attempt=1.log")
    assert "check no_orphan (fail) passed" in checked.read_text("utf-8")


def test_a_second_run_stores_nothing_twice(
    installation: Installation, first: subprocess.CompletedProcess[str]
) -> None:
    before = installation.counts()
    again = installation.run()
    assert again.returncode == 0, again.stdout + again.stderr
    assert installation.counts() == before
    events = installation.ask("SELECT count(*) FROM asset_event", installation.metadata)
    assert set(installation.states().values()) == {"success"}  # nothing skipped, nothing pink
    assert events[0][0] <= 2


def test_a_replay_cleans_all_again_and_changes_nothing(
    installation: Installation, first: subprocess.CompletedProcess[str]
) -> None:
    before = installation.counts()
    told = installation.trigger(
        "replay_archive", since="2020-01-01T00:00:00Z", until="2099-01-01T00:00:00Z"
    )
    assert told.returncode == 0, told.stdout[-2000:] + told.stderr[-2000:]
    assert set(installation.states().values()) <= {"success", "skipped"}
    assert installation.counts() == before
    ((again,),) = installation.ask(
        "SELECT sum(items) FROM ops.outcomes WHERE stage = 'clean_articles' AND run_id = "
        "(SELECT run_id FROM ops.runs ORDER BY started_at DESC LIMIT 1)"
    )
    assert (
        again
        == installation.ask("SELECT count(*) FROM core.pages WHERE fetched_at IS NOT NULL")[0][0]
    )


def test_an_import_brings_pages_to_articles(
    installation: Installation, first: subprocess.CompletedProcess[str], tmp_path: Path
) -> None:
    before = installation.counts()
    paragraph = "The council of Ulm voted on Monday to close the old bridge until the spring. " * 9
    (tmp_path / "bridge.html").write_text(
        "<html><head><link rel='canonical' href='https://www.example.org/2026/bridge'>"
        "<title>Old bridge closes until spring</title></head><body><article>"
        f"<h1>Old bridge closes until spring</h1><p>{paragraph}</p></article></body></html>"
    )
    told = installation.trigger("import_warc", path=str(tmp_path))
    assert told.returncode == 0, told.stdout[-2000:] + told.stderr[-2000:]
    assert set(installation.states().values()) <= {"success", "skipped"}
    after = installation.counts()
    assert after["core.articles"] == before["core.articles"] + 1
    assert after["core.feeds"] == before["core.feeds"]
    wrong = installation.trigger("import_warc", path=str(tmp_path / "nowhere"))
    assert wrong.returncode != 0
    assert "no .warc" in wrong.stdout + wrong.stderr


def test_what_a_run_brought_is_exported_and_kept_in_order(
    installation: Installation, first: subprocess.CompletedProcess[str]
) -> None:
    told = installation.trigger("export_news")
    assert told.returncode == 0, told.stdout[-2000:] + told.stderr[-2000:]
    days = installation.ask("SELECT day, tables FROM ops.exports")  # two over midnight
    for day, _ in days:
        assert (installation.home / f"exports/articles/day={day}/articles.parquet").is_file()
    written = sum(tables["articles"] for _, tables in days)
    assert written == installation.counts()["core.articles"]
    assert list((installation.home / "exports/watchlists").glob("*.atom"))
    kept = installation.trigger("keep_house")
    assert kept.returncode == 0, kept.stdout[-2000:] + kept.stderr[-2000:]
    assert set(installation.states().values()) == {"success"}
    looked = dict(
        installation.ask("SELECT looked_at, count(DISTINCT check_name) FROM ops.checks GROUP BY 1")
    )
    assert looked["run"] == looked["all"]
    assert installation.ask("SELECT count(*) FROM ops.removals") == [(0,)]
