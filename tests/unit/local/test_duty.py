"""One process executes runs in a home; what it was at when it died is closed by the next."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from include.errors import CannotWork
from include.local import processes
from include.local.beside import refuse_other_news
from include.local.duty import RUN, UP, Duty, OnDuty, close_dead_runs, on_duty
from include.local.postgres import Databases
from include.settings import PROJECT, Settings

AT_WORK = Duty(what=UP, feeds="sample", port=8080)
HOLD = """
import sys, time
from pathlib import Path
from include.local.duty import RUN, Duty, on_duty
from include.settings import Settings
with on_duty(Settings(home=Path(sys.argv[1])), Duty(what=RUN, feeds="sample"), print):
    print("held", flush=True)
    time.sleep(600)
"""
TABLES = """
CREATE TABLE dag_run (id serial PRIMARY KEY, dag_id text, run_id text, state text,
                      triggered_by text, end_date timestamptz);
CREATE TABLE task_instance (dag_id text, run_id text, task_id text, state text,
                            end_date timestamptz, updated_at timestamptz);
CREATE TABLE dag_run_note (dag_run_id int PRIMARY KEY, content text, created_at timestamptz,
                           updated_at timestamptz);
INSERT INTO dag_run (dag_id, run_id, state, triggered_by) VALUES
    ('ingest_news', 'dead', 'running', 'TEST'), ('ingest_news', 'over', 'success', 'TEST'),
    ('ingest_news', 'living', 'running', 'TIMETABLE');
INSERT INTO task_instance (dag_id, run_id, task_id, state) VALUES
    ('ingest_news', 'dead', 'open_run', 'success'), ('ingest_news', 'dead', 'poll', 'running'),
    ('ingest_news', 'dead', 'fetch', NULL), ('ingest_news', 'living', 'poll', 'running');
"""


def test_a_make_up_is_met_by_name(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    other = on_duty(settings, Duty(what=RUN, feeds="live"), print)
    with on_duty(settings, AT_WORK, print), pytest.raises(OnDuty) as met, other:
        raise AssertionError("two at once")
    assert met.value.duty == AT_WORK
    with on_duty(settings, AT_WORK, print):  # and is free again
        pass


def test_a_make_run_is_waited_for_and_one_that_was_killed_is_not(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    told: list[object] = []

    def say(line: object) -> None:
        told.append(line)
        holder.kill()

    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        began = time.monotonic()
        with on_duty(Settings(home=tmp_path), AT_WORK, say):
            assert time.monotonic() - began < 60
    finally:
        holder.kill()
        holder.communicate()
    assert told == ["a `make run` is under way here; waiting for its end"]


def test_a_child_that_outlives_its_parent_is_waited_for(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    with on_duty(settings, Duty(what=RUN, feeds="sample"), print) as lock:
        child = processes.start(
            "run", [sys.executable, "-c", "import time; time.sleep(600)"], env=os.environ,
            log=tmp_path / "run.log", keep=[lock],
        )  # fmt: skip
    told: list[object] = []

    def say(line: object) -> None:
        told.append(line)
        processes.stop([child])

    with on_duty(settings, AT_WORK, say):
        assert child.process.poll() is not None
    assert len(told) == 1


@pytest.mark.warehouse
def test_a_dead_run_is_failed_and_named_and_no_other(empty_dsn: str) -> None:
    with closing(psycopg2.connect(empty_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(TABLES)
    found = Databases(metadata=empty_dsn, warehouse=empty_dsn)
    assert close_dead_runs(found) == ["ingest_news dead"]
    assert close_dead_runs(found) == []
    with closing(psycopg2.connect(empty_dsn)) as conn, conn.cursor() as cur:
        cur.execute("SELECT run_id, state FROM dag_run ORDER BY id")
        assert cur.fetchall() == [("dead", "failed"), ("over", "success"), ("living", "running")]
        cur.execute("SELECT run_id, task_id, state FROM task_instance ORDER BY run_id, task_id")
        assert cur.fetchall() == [
            ("dead", "fetch", "skipped"), ("dead", "open_run", "success"),
            ("dead", "poll", "failed"), ("living", "poll", "running"),
        ]  # fmt: skip
        cur.execute("SELECT content FROM dag_run_note")
        ((note,),) = cur.fetchall()
    assert note.startswith("Interrupted: `make run`")


def test_other_news_is_refused_beside_a_make_up() -> None:
    refuse_other_news(AT_WORK, feeds="sample", edition=1)
    for feeds, edition in (("live", 1), ("sample", 2)):
        with pytest.raises(CannotWork, match="stop it first"):
            refuse_other_news(AT_WORK, feeds=feeds, edition=edition)
