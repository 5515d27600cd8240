"""`run`: one run of `ingest_news` through Airflow, watched from the terminal."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from include.local import processes, progress
from include.local.airflow_env import airflow_env
from include.local.beside import refuse_other_news, trigger
from include.local.databases import migrate_both
from include.local.duty import RUN, Duty, OnDuty, close_dead_runs, on_duty
from include.local.newsroom import source
from include.local.postgres import Databases, databases, open_database
from include.local.processes import Child
from include.local.progress import Task
from include.settings import PREFIX, Settings

DAG = "ingest_news"
_LOOK_S = 0.3
_LOG_LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_MARKS = {"success": "[green]✓[/]", "skipped": "[dim]·[/]", "failed": "[red]✗[/]"}


def run(settings: Settings, feeds: str | None, *, edition: int = 1) -> int:
    """Run the DAG once and print what it brought; 0 if every task of it succeeded.

    Beside a `make up` the run is one of its own: triggered there, and watched from here.
    """
    console = Console(highlight=False)
    chosen = feeds or settings.feeds
    conf = {"poll_all": True}
    with ExitStack() as stack:
        try:
            duty = Duty(what=RUN, feeds=chosen, edition=edition)
            lock = stack.enter_context(on_duty(settings, duty, console.print))
        except OnDuty as other:
            return _beside(settings, other.duty, console, feeds=chosen, edition=edition, conf=conf)
        news = stack.enter_context(source(settings, chosen, console.print, edition=edition))
        found = stack.enter_context(databases(settings))
        migrate_both(settings, found, console.print)
        _close_dead(found, console)
        env = airflow_env(settings, found) | news.env
        log = settings.home / "logs" / "run.log"
        log.unlink(missing_ok=True)
        watch = Watch(found, console)
        stack.callback(watch.close)
        command = [sys.executable, "-m", "include.orchestration.once", DAG, json.dumps(conf)]
        child = processes.start(
            "run", command, env=env, log=log, keep=[lock], orphaned=signal.SIGKILL
        )  # a task of Airflow's takes SIGTERM for nothing, and would go on without its newsroom
        stack.callback(close_dead_runs, found)  # after the child has ended, in whatever way
        stack.callback(processes.stop, [child])
        console.print(f"running {DAG} on {news.feeds}", highlight=False)
        code = watch.until_ended(child)
        if code != 0:
            console.print(_error(child), highlight=False)
        if watch.run_id is None:
            return 2
        return max(code, _report(watch.run_id, env))


def _beside(
    settings: Settings,
    duty: Duty,
    console: Console,
    *,
    feeds: str,
    edition: int,
    conf: dict[str, Any],
) -> int:
    refuse_other_news(duty, feeds=feeds, edition=edition)
    port = duty.port or settings.api_port
    with ExitStack() as stack:
        found = stack.enter_context(databases(settings))
        watch = Watch(found, console)
        stack.callback(watch.close)
        watch.run_id = trigger(settings, port, DAG, conf)
        url = f"http://127.0.0.1:{port}/dags/{DAG}/runs/{watch.run_id}"
        console.print(f"running {DAG} in the `make up` that is up here: {url}", highlight=False)
        try:
            is_good = watch.until_settled()
        except KeyboardInterrupt:
            console.print("the run goes on in `make up`")
            raise
        if not is_good:
            console.print(f"[red]the run failed[/]; the logs of its tasks: {url}", highlight=False)
        return max(0 if is_good else 1, _report(watch.run_id, airflow_env(settings, found)))


def _close_dead(found: Databases, console: Console) -> None:
    for name in close_dead_runs(found):
        console.print(f"closed a run that was interrupted: {name}", highlight=False)


def _report(run_id: str, env: dict[str, str]) -> int:
    report = [sys.executable, "-m", "include", "report", "--run", run_id]
    return subprocess.run(report, env=env, check=False).returncode  # noqa: S603  our own command


class Watch:
    """Tells of each stage as it ends, and of the one that works now."""

    def __init__(self, found: Databases, console: Console) -> None:
        self.run_id: str | None = None
        self._console = console
        self._metadata = open_database(found.metadata, PREFIX + "METADATA")
        self._warehouse = open_database(found.warehouse, PREFIX + "WAREHOUSE")
        self._before = progress.last_run(self._metadata, DAG)
        self._told: set[str] = set()

    def close(self) -> None:
        """Leave both databases."""
        self._metadata.close()
        self._warehouse.close()

    def until_ended(self, child: Child) -> int:
        """Show the run of `child` until it ends; its exit code, never negative."""
        with self._console.status("starting Airflow") as status:
            while True:
                code = child.process.poll()
                line = self._look()
                if line:
                    status.update(line)
                if code is not None:
                    return code if code >= 0 else 128 - code
                time.sleep(_LOOK_S)

    def until_settled(self) -> bool:
        """Show the run `run_id`, which others execute, until it ends; whether it ended well."""
        with self._console.status("waiting for Airflow") as status:
            while True:
                state = progress.state(self._metadata, DAG, str(self.run_id))
                if line := self._look():
                    status.update(line)
                if state not in ("queued", "running"):
                    return state == "success"
                time.sleep(_LOOK_S)

    def _look(self) -> str:
        """Tell of stages that have ended since; returns a line on the one under way."""
        self.run_id = self.run_id or progress.run_after(self._metadata, DAG, self._before)
        if self.run_id is None:
            return ""
        line = ""
        for task in progress.tasks(self._metadata, self._warehouse, DAG, self.run_id):
            if task.is_finished and task.name not in self._told:
                self._told.add(task.name)
                self._tell(task)
            elif not task.is_finished and not line:
                line = _under_way(task)
        return line

    def _tell(self, task: Task) -> None:
        chose = task.state == "success" and task.name.startswith("choose_")
        if chose or task.state == "upstream_failed":
            return
        seconds = "" if task.seconds is None else f"{task.seconds:6.1f} s"
        told = task.told() or {"skipped": "nothing to do", "success": ""}.get(
            task.state, task.state
        )
        mark = _MARKS.get(task.state, "[red]✗[/]")
        self._console.print(f"{mark} {task.name:<18}{seconds:>9}  {told}", highlight=False)


def _under_way(task: Task) -> str:
    done = sum(state in progress.FINISHED for state in task.states)
    batches = f" · {done} of {len(task.states)} batches" if len(task.states) > 1 else ""
    again = " · failed, will be tried again" if "up_for_retry" in task.states else ""
    told = f" · {task.told()}" if task.outcomes else ""
    return f"{task.name}{batches}{told}{again}"


def _plain(error: str) -> str:
    """An error of ours without its trace: its text says what to do."""
    ours = re.search(r"^include\.[\w.]+: (.+)", error, re.MULTILINE | re.DOTALL)
    return ours[1] if ours else error


def _error(child: Child) -> Panel:
    """The last error of the run's log, in a block, with the log's path below."""
    lines = child.last_lines(2_000)
    starts = [number for number, line in enumerate(lines) if line.startswith("Traceback (")]
    error: list[str] = []
    for line in lines[starts[-1] :] if starts else lines[-8:]:
        if error and _LOG_LINE.match(line):
            break
        if "<frozen " not in line:
            error.append(line)
    text = Text(_plain("\n".join(error[-6:]).strip()) or "it ended without a word")
    return Panel(text, title="the run failed", subtitle=f"log: {child.log}", border_style="red")
