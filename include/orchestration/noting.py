"""Make what a run tells about itself its note in Airflow: a listener for ended runs.

A task may not write notes; the scheduler, which ends runs, may. So the last task hands the
note on as an XCom, and this takes it from there when the run ends. Airflow's database is all
it reads, so that the scheduler never waits for the warehouse.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from airflow.listeners import hookimpl

from include.orchestration.running import NOTE


@hookimpl  # type: ignore[untyped-decorator]
def on_dag_run_success(dag_run: Any, msg: str) -> None:
    """Airflow calls this once a run has ended well."""
    _note(dag_run)


@hookimpl  # type: ignore[untyped-decorator]
def on_dag_run_failed(dag_run: Any, msg: str) -> None:
    """Airflow calls this once a run has failed: its note begins with the tasks that did."""
    failed = sorted(
        {f"`{ti.task_id}`" for ti in dag_run.get_task_instances() if ti.state == "failed"}
    )
    _note(dag_run, f"**Failed**: {', '.join(failed)}; its log says why" if failed else "")


def _note(dag_run: Any, *first: str) -> None:
    from airflow.models.dagrun import DagRun
    from airflow.utils.session import create_session
    from sqlalchemy.orm import object_session

    session = object_session(dag_run)
    if session is not None:
        _write(session, dag_run, first)
        return
    with create_session() as own:  # Airflow's test runner hands on a run without its session
        if (found := own.get(DagRun, dag_run.id)) is not None:
            _write(own, found, first)


def _write(session: Any, dag_run: Any, first: Sequence[str]) -> None:
    from airflow.models.xcom import XComModel
    from sqlalchemy import select

    if dag_run.note:  # a person's own note stays
        return
    told = session.scalars(
        select(XComModel.value).where(
            XComModel.dag_id == dag_run.dag_id,
            XComModel.run_id == dag_run.run_id,
            XComModel.key == NOTE,
        )
    )
    lines = [*first, *(str(value) for value in told)]
    if note := "\n\n".join(line for line in lines if line):
        dag_run.note = note
