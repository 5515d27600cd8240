"""Turn functions of `include.stages` into Airflow tasks, and these into groups.

Nothing of a stage is imported while a DAG file is parsed: parsers and language models
come with the first task that needs them.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

from airflow.sdk import TaskGroup, chain, get_current_context, task

from include.errors import CannotWork
from include.flow import READING, RELATING, Step
from include.orchestration.defaults import CPU_POOL, RELEASED, WAREHOUSE

if TYPE_CHECKING:
    from include.stages import Run

log = logging.getLogger("dateline")

AFTER_BATCHES = "none_failed"  # a batch that was skipped by hand must not skip what follows
BATCH_NAME = "{{ task.op_kwargs['batch']['name'] }}"
NOTHING = {"name": "nothing due"}
"""The batch of a stage without work: its task is green and says so, where an empty list of
batches would be shown as skipped, as if something had gone wrong."""
NOTE = "note"


def stages() -> ModuleType:
    """The module `include.stages`, imported when first asked for."""
    from include import stages as module

    return module


def this_run() -> Run:
    """The run that the current task belongs to: its warehouse, its settings, its name.

    Raises:
        CannotWork: it was triggered with a parameter that its DAG does not have.
    """
    from include.orchestration.connections import archive, warehouse
    from include.settings import load
    from include.stages import Run
    from include.warehouse.claims import Attempt

    context = get_current_context()
    refuse_unknown(context["dag_run"].conf, context["dag"].params)
    task = context["ti"]
    return Run(
        connect=warehouse(task.task_id),
        settings=load(),
        run_id=context["run_id"],
        open_archive=archive,
        attempt=Attempt(task.task_id, task.map_index, task.try_number),
    )


def refuse_unknown(conf: Mapping[str, Any] | None, params: Mapping[str, Any]) -> None:
    """Do nothing where every key of a run's `conf` is one of its DAG's `params`.

    Raises:
        CannotWork: one is not, most often a misspelt one; Airflow itself would ignore it.
    """
    unknown = sorted(set(conf or {}) - set(params))
    if unknown:
        known = ", ".join(params) or "none"
        raise CannotWork(f"unknown parameter {', '.join(unknown)}: this DAG has {known}")


def run_stage(name: str, *batch: Any, **options: Any) -> Any:
    """Run the stage `name` in the current run; what trying again cannot mend is not tried again.

    Airflow logs what is raised, so that no key of a feed's URL may stand in it.
    """
    from airflow.sdk.exceptions import AirflowFailException

    from include.logs import mask_error
    from include.stages.checking import ChecksFailed
    from include.stages.runs import RunFailed

    try:
        return getattr(stages(), name)(this_run(), *batch, **options)
    except Exception as error:
        mask_error(error)
        if isinstance(error, ChecksFailed | RunFailed):
            raise AirflowFailException(str(error)) from error
        raise


def run_kind() -> str:
    """How the current run came about: scheduled, manual, backfill or asset_triggered."""
    return str(get_current_context()["dag_run"].run_type.value)


def or_nothing(batches: list[Any]) -> list[Any]:
    """`batches`, or the one batch of a stage without work."""
    return batches or [NOTHING]


@task
def open_run() -> None:
    """Note that the current run began."""
    flow = get_current_context()["dag"].dag_id
    run_stage("open_run", kind=run_kind(), flow=flow)


def close_run(opened: Any) -> Any:
    """The teardown that ends what `opened` began: it runs whatever failed before.

    A run whose work is not done must be red. Airflow heeds a teardown's failure only if it is
    told to, and then heeds nothing upstream of it: so this one fails whenever anything did.
    """

    @task(task_id="close_run")  # type: ignore[untyped-decorator]
    def body(ti: Any = None) -> None:
        try:
            run_stage("close_run", failed=failed_tasks())
        finally:
            leave_note(ti, stages().run_note)

    return body().as_teardown(setups=opened, on_failure_fail_dagrun=True)


def failed_tasks() -> str:
    """The tasks of the current run that have failed, in a line; empty where none has."""
    context = get_current_context()
    ended = context["ti"].get_task_breadcrumbs(context["dag"].dag_id, context["run_id"])
    names = sorted({one["task_id"] for one in ended if one["state"] == "failed"})
    return f"failed: {', '.join(names)}" if names else ""


def leave_note(ti: Any, tell: Any) -> None:
    """Keep what `tell` says of the current run: `noting` makes it the note of the run.

    A note that cannot be made is a line in the log: it must not hide what else went wrong.
    """
    try:
        ti.xcom_push(key=NOTE, value=tell(this_run()))
    except Exception as error:
        log.warning("no note of this run: %s", error)


@task(outlets=[RELEASED])  # type: ignore[untyped-decorator]
def release_warehouse(outlet_events: Any = None, ti: Any = None) -> bool:
    """Tell those who wait for it that what people read has changed, and passed its checks.

    Returns whether it has.
    """
    run = this_run()
    is_changed = bool(stages().is_anything_to_export(run))
    if is_changed:
        read = ti.xcom_pull(task_ids="refresh_marts") or {}
        outlet_events[RELEASED].add(WAREHOUSE, extra={**read, "funnel": stages().run_counts(run)})
    log.info("release_warehouse: %s", "released" if is_changed else "nothing changed, no event")
    return is_changed


def stage(name: str, **options: Any) -> Any:
    """A task that runs the stage `name` and hands on what it returns."""

    def body() -> Any:
        return run_stage(name)

    return task(task_id=name, **options)(body)()


def choose(name: str, *, first: str | None = None, **options: Any) -> Any:
    """A task that runs the stage `name` and hands on its batches, never none.

    The stage `first` is run before it, in the same task.
    """

    def body() -> Any:
        if first is not None:
            run_stage(first)
        return or_nothing(run_stage(name))

    return task(task_id=name, **options)(body)()


def group(name: str, says: str) -> TaskGroup:
    """A group of tasks, folded in the graph; tasks keep their plain names."""
    return TaskGroup(name, prefix_group_id=False, tooltip=says)


def stages_from_cleaning() -> list[Any]:
    """The groups of tasks that need no network, in the order of the data, to be chained."""
    with group("read", "pages → articles, copies, facts") as read:
        chain(*_tasks_of(READING))
    with group("relate", "articles → stories, names → entities, quotes → statements") as relate:
        chain(*_tasks_of(RELATING))
    return [read, relate, publish()]


def _tasks_of(steps: Sequence[Step]) -> list[Any]:
    """The tasks of some steps, in order; what comes before the first has batches."""
    made: list[Any] = []
    after: dict[str, Any] = {"trigger_rule": AFTER_BATCHES}
    for step in steps:
        if step.batches is None:
            made.append(stage(step.stage, **after))
            after = {}
        else:
            chosen = choose(step.batches, first=step.first, **after)
            made += [chosen, mapped_stage(step.stage, chosen, is_cpu_heavy=step.is_cpu_heavy)]
            after = {"trigger_rule": AFTER_BATCHES}
    return made


def publish() -> Any:
    """The group that refreshes what people read, checks it, and says that it is good."""
    with group("publish", "views refreshed, checked, released") as published:
        chain(stage("refresh_marts"), check_warehouse(), release_warehouse())
    return published


def check_warehouse(*, whole: bool = False) -> Any:
    """A task that runs every check, on what the run wrote or on the `whole` warehouse.

    One task, not one a check: a process for each costs a second and more, a check
    milliseconds. Its log and the run's note name each.
    """

    @task(task_id="check_warehouse")  # type: ignore[untyped-decorator]
    def body() -> Any:
        return run_stage("check_warehouse", whole=whole)

    return body()


def mapped_stage(
    name: str, batches: Any, *, is_cpu_heavy: bool = False, at_once: int | None = None
) -> Any:
    """A task for each of `batches`, carrying the batch's name.

    Stages that wait for servers run side by side; those that keep every processor busy
    by themselves do not, over all DAGs. `at_once` bounds how many of a run do.
    """

    def body(batch: Any) -> Any:
        if batch == NOTHING:
            log.info("%s: nothing due", name)
            return {}
        return run_stage(name, batch)

    made = task(
        task_id=name,
        map_index_template=BATCH_NAME,
        max_active_tis_per_dagrun=1 if is_cpu_heavy else at_once,
        pool=CPU_POOL if is_cpu_heavy else "default_pool",
    )(body)
    return made.expand(batch=batches)
