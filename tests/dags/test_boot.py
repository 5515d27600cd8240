"""`make up` itself: a task that waits while Airflow boots is executed once, at its first try.

Its run has long missed its deadline by then, which Airflow tells of.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from include.local.ports import free_port
from include.local.postgres import EmbeddedServer
from include.settings import PROJECT
from tests.conftest import database

pytestmark = [pytest.mark.airflow, pytest.mark.warehouse, pytest.mark.timeout(600)]
_PATIENCE_S = 300.0


def ask(url: str, query: str) -> list[tuple[Any, ...]]:
    with closing(psycopg2.connect(url)) as conn, conn.cursor() as cur:
        cur.execute(query)
        return list(cur.fetchall())


def test_a_task_queued_at_boot_succeeds_at_its_first_try(
    postgres_server: EmbeddedServer, tmp_path: Path
) -> None:
    with (
        database(postgres_server, template="template0") as metadata,
        database(postgres_server, template="template0") as warehouse,
    ):
        env = {
            **os.environ, "DATELINE_HOME": str(tmp_path), "DATELINE_METADATA": metadata,
            "DATELINE_WAREHOUSE": warehouse, "DATELINE_SCHEDULE": "none",
            "DATELINE_API_PORT": str(free_port()), "DATELINE_ALERT_RUN_MINUTES": "0.02",
        }  # fmt: skip

        def local(*arguments: str) -> None:
            done = subprocess.run(
                [sys.executable, "-m", "include.local", *arguments], cwd=PROJECT, env=env,
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]

        local("setup")
        local("airflow", "dags", "reserialize")
        local("airflow", "dags", "trigger", "keep_house", "--conf", '{"dry_run": true}')
        with (tmp_path / "up.log").open("wb") as log:
            up = subprocess.Popen(
                [sys.executable, "-m", "include.local", "up"], cwd=PROJECT, env=env, stdout=log,
                stderr=subprocess.STDOUT,
            )  # fmt: skip
        try:
            deadline = time.monotonic() + _PATIENCE_S
            query = "SELECT state, run_type FROM dag_run WHERE dag_id = 'keep_house'"
            while ("success", "manual") not in (found := ask(metadata, query)):
                assert up.poll() is None, (tmp_path / "up.log").read_text("utf-8")
                assert ("failed", "manual") not in found
                assert time.monotonic() < deadline, found
                time.sleep(1)
            tries = ask(
                metadata,
                "SELECT task_id, task_instance.state, try_number FROM task_instance JOIN dag_run "
                "USING (dag_id, run_id) WHERE run_type = 'manual' ORDER BY task_id",
            )
            late = "SELECT kind, sentence, url FROM ops.alerts WHERE subject LIKE 'manual%'"
            while not (told := ask(warehouse, late)):
                assert time.monotonic() < deadline, "nobody was told of a late run"
                time.sleep(1)
        finally:
            up.send_signal(signal.SIGINT)
            up.wait(60)
    ((kind, sentence, url),) = told
    assert kind == "late_run"
    assert " of keep_house had not ended 0.02 minutes after " in sentence
    assert "/dags/keep_house/runs/manual__" in url
    assert [task for task, _, _ in tries] == [
        "check_warehouse", "make_partitions", "plan_removals", "remove_old", "trim_airflow",
    ]  # fmt: skip
    assert {(state, number) for _, state, number in tries} == {("success", 1)}
