"""Turn functions of `include.stages` into Airflow tasks.

Nothing of a stage is imported while a DAG file is parsed: parsers and language models
come with the first task that needs them.
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any

from airflow.sdk import TaskGroup, get_current_context, task

from include.orchestration.defaults import WAREHOUSE
from include.warehouse.check_list import Check, list_checks

if TYPE_CHECKING:
    from include.stages import Run

AFTER_BATCHES = "none_failed"  # an empty list of batches must not skip what follows
BATCH_NAME = "{{ task.op_kwargs['batch']['name'] }}"


def stages() -> ModuleType:
    """The module `include.stages`, imported when first asked for."""
    from include import stages as module

    return module


def this_run() -> Run:
    """The run that the current task belongs to: its warehouse, its settings, its name."""
    from include.orchestration.connections import archive, warehouse
    from include.settings import load
    from include.stages import Run
    from include.warehouse.claims import Attempt

    context = get_current_context()
    task = context["ti"]
    return Run(
        connect=warehouse(),
        settings=load(),
        run_id=context["run_id"],
        open_archive=archive,
        attempt=Attempt(task.task_id, task.map_index, task.try_number),
    )


def run_stage(name: str, *batch: Any, **options: Any) -> Any:
    """Run the stage `name` in the current run; what trying again cannot mend is not tried again."""
    from airflow.sdk.exceptions import AirflowFailException

    from include.stages.checking import ChecksFailed
    from include.stages.runs import RunFailed

    try:
        return getattr(stages(), name)(this_run(), *batch, **options)
    except (ChecksFailed, RunFailed) as error:
        raise AirflowFailException(str(error)) from error


def run_kind() -> str:
    """How the current run came about: scheduled, manual, backfill or asset_triggered."""
    return str(get_current_context()["dag_run"].run_type.value)


@task
def open_run() -> None:
    """Note that the current run began."""
    flow = get_current_context()["dag"].dag_id
    stages().open_run(this_run(), kind=run_kind(), flow=flow)


def close_run(opened: Any) -> Any:
    """The teardown that ends what `opened` began: it runs whatever failed before.

    A run whose work is not done must be red. Airflow heeds a teardown's failure only if it is
    told to, and then heeds nothing upstream of it: so this one fails whenever anything did.
    """

    @task(task_id="close_run")  # type: ignore[untyped-decorator]
    def body() -> None:
        run_stage("close_run", failed=failed_tasks())

    return body().as_teardown(setups=opened, on_failure_fail_dagrun=True)


def failed_tasks() -> str:
    """The tasks of the current run that have failed, in a line; empty where none has."""
    context = get_current_context()
    ended = context["ti"].get_task_breadcrumbs(context["dag"].dag_id, context["run_id"])
    names = sorted({one["task_id"] for one in ended if one["state"] == "failed"})
    return f"failed: {', '.join(names)}" if names else ""


@task(outlets=[WAREHOUSE])  # type: ignore[untyped-decorator]
def release_warehouse(outlet_events: Any = None, ti: Any = None) -> None:
    """Tell those who wait for it that what people read is refreshed and checked."""
    outlet_events[WAREHOUSE].extra = ti.xcom_pull(task_ids="refresh_marts")


def stage(name: str, **options: Any) -> Any:
    """A task that runs the stage `name` and hands on what it returns."""

    def body() -> Any:
        return run_stage(name)

    return task(task_id=name, **options)(body)()


def stages_from_cleaning() -> list[Any]:
    """The tasks that need no network, in the order of the data, to be chained."""

    @task(trigger_rule=AFTER_BATCHES)  # type: ignore[untyped-decorator]
    def choose_articles() -> Any:
        run_stage("renew_rows")
        return run_stage("choose_articles")

    articles = choose_articles()
    texts = stage("choose_texts")
    return [
        articles,
        mapped_stage("clean_articles", articles, side_by_side=False),
        stage("fingerprint_texts", trigger_rule=AFTER_BATCHES),
        texts,
        mapped_stage("extract_texts", texts, side_by_side=False),
        stage("group_stories", trigger_rule=AFTER_BATCHES),
        stage("join_entities"),
        stage("join_statements"),
        stage("refresh_marts"),
        check_warehouse(),
        release_warehouse(),
    ]


def check_warehouse(*, whole: bool = False) -> Any:
    """A group with a task for each check, on what the run wrote or on the `whole` warehouse."""
    with TaskGroup("check_warehouse") as group:
        for check in list_checks():
            _check(check, whole=whole)
    return group


def _check(check: Check, *, whole: bool) -> None:
    def body() -> Any:
        return run_stage("check_one", check.name, whole=whole)

    task(task_id=check.name, doc_md=f"**{check.level}**: {check.what}")(body)()


def mapped_stage(name: str, batches: Any, *, side_by_side: bool = True) -> Any:
    """A task for each of `batches`, carrying the batch's name.

    Stages that wait for servers run side by side; those that keep every processor busy
    by themselves do not.
    """

    def body(batch: Any) -> Any:
        return run_stage(name, batch)

    most = None if side_by_side else 1
    made = task(task_id=name, map_index_template=BATCH_NAME, max_active_tis_per_dagrun=most)(body)
    return made.expand(batch=batches)
