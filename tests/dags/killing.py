"""Sure kills in a whole system.

A kill counts only if it was one: the process is stopped first (SIGSTOP), so that it can settle
nothing more, then seen to hold work still, then killed (SIGKILL), then seen to be gone.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

import psutil
import psycopg2

from include.local import beside, processes
from include.local.postgres import postmaster
from tests.dags.whole_system import BOOT_S, Ended, System, wait_until

RUN_S = 1200.0
GONE_S = 60.0
_LOOK_S = 0.02

Victim = Literal["task", "tree", "scheduler", "postmaster", "backend"]


@dataclass(slots=True)
class Kill:
    """Kill `victim` at `share` of the processor time that `stage` usually takes.

    `task` is the process that holds the claims, `tree` that with its children, the
    rest what they say.
    """

    stage: str
    share: float
    victim: Victim = "task"
    pid: int = 0
    held: int = 0

    @property
    def is_done(self) -> bool:
        """Whether somebody was killed."""
        return self.pid > 0

    def __str__(self) -> str:
        return f"{self.victim} {self.pid} in {self.stage} at {self.share:.2f}, held {self.held}"


def run(
    system: System, up: processes.Child, dag: str, conf: dict[str, Any], kills: Sequence[Kill] = ()
) -> Ended:
    """A run of a DAG in which all of `kills` happen, waited for until it has ended."""
    wait_until(lambda: system.scheduler(up), BOOT_S, "no scheduler")
    run_id = beside.trigger(system.settings, system.port, dag, conf)
    watch = _Watch(system, up, run_id, kills)
    started = time.monotonic()
    while (state := watch.look()) not in {"success", "failed"}:
        assert time.monotonic() - started < RUN_S, f"{run_id} is {state} after {RUN_S:.0f} s"
        time.sleep(_LOOK_S)
    if not kills:
        system.windows |= watch.windows()
    return system.ended(run_id, state)


_HOLDING = """
    SELECT stage, worker_id, pid FROM ops.claims JOIN ops.workers USING (stage, worker_id)
    WHERE worker_id IN (SELECT worker_id FROM ops.live_workers()) GROUP BY 1, 2, 3
"""


class _Watch:
    """Looks at a run again and again, and kills when a kill's moment has come."""

    def __init__(
        self, system: System, up: processes.Child, run_id: str, kills: Sequence[Kill]
    ) -> None:
        self._system = system
        self._up = up
        self._run_id = run_id
        self._kills = list(kills)
        self._seen: dict[str, float] = {}
        self._met: set[int] = set()
        self._conns: dict[str, Any] = {}

    def look(self) -> str:
        """Do what is due; the run's state in Airflow, empty while no database answers."""
        try:
            for stage, worker, pid in self._ask("warehouse", _HOLDING):
                seconds = processor_s(pid)
                self._seen[stage] = max(self._seen.get(stage, 0.0), seconds)
                if (kill := self._due(stage, worker, seconds)) is not None:
                    self._kill(kill, worker, pid)
            # the wait of a try that failed is over: nobody learns anything from twenty seconds
            self._ask(
                "airflow",
                "UPDATE task_instance SET end_date = end_date - interval '10 minutes' "
                "WHERE state = 'up_for_retry' AND end_date > now() - interval '5 minutes'",
            )
            rows = self._ask("airflow", "SELECT state FROM dag_run WHERE run_id = %s", self._run_id)
            return str(rows[0][0]) if rows else ""
        except (psycopg2.Error, OSError):
            for conn in self._conns.values():
                with suppress(psycopg2.Error):
                    conn.close()
            self._conns.clear()
            return ""

    def windows(self) -> dict[str, float]:
        """The processor time that each stage had taken when its claims were last seen."""
        return dict(self._seen)

    def _ask(self, database: str, query: str, *values: object) -> list[tuple[Any, ...]]:
        if database not in self._conns:
            conn = psycopg2.connect(self._system.url(database), connect_timeout=10)
            conn.autocommit = True
            self._conns[database] = conn
        with self._conns[database].cursor() as cur:
            cur.execute(query, values or None)
            return list(cur.fetchall()) if cur.description else []

    def _due(self, stage: str, worker: int, seconds: float) -> Kill | None:
        """The next kill of a stage, if its moment has come; one for each worker."""
        for kill in self._kills:
            if kill.stage == stage and not kill.is_done and worker not in self._met:
                is_time = seconds >= kill.share * self._system.windows[stage]
                return kill if is_time else None
        return None

    def _kill(self, kill: Kill, worker: int, pid: int) -> None:
        with suppress(psutil.NoSuchProcess):
            holder = psutil.Process(pid)
            holder.suspend()
            if not (still := self._still_held(worker)):  # it had just done all
                holder.resume()
                return
            kill.held = still
            victims = self._victims(kill, holder)
            for one in victims:
                assert one.is_running()
                with suppress(psutil.NoSuchProcess):
                    one.kill()
            if holder not in victims:
                with suppress(psutil.NoSuchProcess):
                    holder.resume()
            wait_until(lambda: not any(map(is_alive, victims)), GONE_S, f"{victims} live on")
            kill.pid = victims[0].pid
            self._met.add(worker)

    def _still_held(self, worker: int) -> int:
        held = self._ask(
            "warehouse", "SELECT count(*) FROM ops.claims WHERE worker_id = %s", worker
        )
        return int(held[0][0])

    def _victims(self, kill: Kill, holder: psutil.Process) -> list[psutil.Process]:
        match kill.victim:
            case "task":
                return [holder]
            case "tree":
                return [holder, *holder.children(recursive=True)]
            case "scheduler":
                found = self._system.scheduler(self._up)
            case "postmaster":
                found = postmaster(self._system.data)
            case "backend":
                found = psutil.Process(self._a_backend())
        assert found is not None, f"there is no {kill.victim} to kill"
        return [found]

    def _a_backend(self) -> int:
        rows = self._ask(
            "warehouse",
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' "
            "AND datname = 'warehouse' AND pid <> pg_backend_pid()",
        )
        return int(random.choice(rows)[0])


def processor_s(pid: int) -> float:
    """Seconds of processor time of a process and of its children that live."""
    total = 0.0
    with suppress(psutil.NoSuchProcess):
        parent = psutil.Process(pid)
        for one in (parent, *parent.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                times = one.cpu_times()
                total += times.user + times.system
    return total


def is_alive(process: psutil.Process) -> bool:
    """Whether a process runs, and is not only waited for by its parent."""
    with suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False
