"""The note of an ended run is written in the scheduler's own session, which stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from include.settings import PROJECT

SCHEDULE = """
from datetime import UTC, datetime
from uuid import uuid4
from airflow import settings
from airflow.models import import_all_models
from airflow.models.base import Base
from airflow.models.dagrun import DagRun
from airflow.models.taskinstance import TaskInstance
from airflow.models.xcom import XComModel
from airflow.utils.session import create_session
from airflow.utils.sqlalchemy import prohibit_commit
from sqlalchemy import select, text
from include.orchestration import noting

import_all_models()
Base.metadata.create_all(settings.engine)
now = datetime.now(UTC)
with create_session() as session:
    session.execute(text("PRAGMA foreign_keys = OFF"))
    for name, state in (("bad", "failed"), ("good", "success"), ("busy", "running")):
        run = DagRun(dag_id="d", run_id=name, run_type="manual", state=state, run_after=now)
        session.add(run)
        session.flush()
        for task_id in ("poll", "fetch"):
            session.execute(TaskInstance.__table__.insert().values(
                id=uuid4(), task_id=task_id, dag_id="d", run_id=name, map_index=-1,
                pool="default_pool", pool_slots=1, state=state))
        session.execute(XComModel.__table__.insert().values(
            dag_run_id=run.id, task_id="close_run", map_index=-1, key="note", dag_id="d",
            run_id=name, value="54 stored", timestamp=now))
with create_session() as session, prohibit_commit(session) as guard:
    bad, good, at_work = session.scalars(select(DagRun).order_by(DagRun.id)).all()
    noting.on_dag_run_failed(bad, "")
    noting.on_dag_run_success(good, "")
    assert at_work in session and bad in session, "the scheduler's runs have lost their session"
    assert at_work.run_id == "busy"
    guard.commit()
with create_session() as session:
    for run in session.scalars(select(DagRun).order_by(DagRun.id)):
        print(f"{run.run_id}: {run.note!r}")
"""


def test_a_note_leaves_the_session_of_the_scheduler_alone(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "AIRFLOW_HOME": str(tmp_path),
        "PYTHONPATH": str(PROJECT),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{tmp_path}/airflow.db",
    }
    done = subprocess.run(
        [sys.executable, "-c", SCHEDULE], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.splitlines()[-3:] == [
        "bad: '**Failed**: `fetch`, `poll`; its log says why\\n\\n54 stored'",
        "good: '54 stored'",
        "busy: None",
    ]
