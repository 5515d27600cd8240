"""Make what a run tells about itself its note in Airflow: a listener for ended runs.

A task may not write notes; the scheduler, which ends runs, may. So the last task hands the
note on as an XCom, and this takes it from there when the run ends. Airflow's database is all
it reads, so that the scheduler never waits for the warehouse.

The scheduler calls this in the middle of its work, in a session that holds its locks. Whatever
is asked goes through that session and leaves it as it is: Airflow's helpers that open one of
their own get the same one, commit it and close it, and with that the scheduler ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from airflow.listeners import hookimpl

from include.orchestration.running import NOTE


@hookimpl  # type: ignore[untyped-decorator]
def on_dag_run_success(dag_run: Any, msg: str) -> None:
    """Airflow calls this once a run has ended well."""
    _note(dag_run, is_failed=False)


@hookimpl  # type: ignore[untyped-decorator]
def on_dag_run_failed(dag_run: Any, msg: str) -> None:
    """Airflow calls this once a run has failed: its note begins with the tasks that did."""
    _note(dag_run, is_failed=True)


def _note(dag_run: Any, *, is_failed: bool) -> None:
    from airflow.models.dagrun import DagRun
    from airflow.utils.session import create_session
    from sqlalchemy.orm import object_session

    session = object_session(dag_run)
    if session is not None:
        with session.no_autoflush:
            _write(session, dag_run, is_failed=is_failed)
        return
    with create_session() as own:  # Airflow's test runner hands on a run without its session
        if (found := own.get(DagRun, dag_run.id)) is not None:
            _write(own, found, is_failed=is_failed)


def _write(session: Any, dag_run: Any, *, is_failed: bool) -> None:
    if dag_run.note:  # a person's own note stays
        return
    first = _failed(session, dag_run) if is_failed else ()
    lines = [f"**Failed**: {', '.join(first)}; its log says why" if first else ""]
    lines += [str(value) for value in _told(session, dag_run)]
    if note := "\n\n".join(line for line in lines if line):
        dag_run.note = note


def _failed(session: Any, dag_run: Any) -> Sequence[str]:
    from airflow.models.taskinstance import TaskInstance
    from sqlalchemy import select

    found = session.scalars(
        select(TaskInstance.task_id).where(
            TaskInstance.dag_id == dag_run.dag_id,
            TaskInstance.run_id == dag_run.run_id,
            TaskInstance.state == "failed",
        )
    )
    return sorted({f"`{task_id}`" for task_id in found})


def _told(session: Any, dag_run: Any) -> Sequence[Any]:
    from airflow.models.xcom import XComModel
    from sqlalchemy import select

    found = session.scalars(
        select(XComModel.value).where(
            XComModel.dag_id == dag_run.dag_id,
            XComModel.run_id == dag_run.run_id,
            XComModel.key == NOTE,
        )
    )
    return list(found)
