"""Who runs DAGs in a home: one process at a time, `make up` or `make run`.

Airflow's scheduler takes up whatever run it finds begun, that of a `make run` too, and would
work on it a second time. So whoever executes runs holds a lock on a file of the home, which
says who it is. The lock goes with its process: a run that Airflow's database calls running,
begun by `make run`, is dead once another process holds the lock.
"""

from __future__ import annotations

import fcntl
import json
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from include.local.folders import make_private
from include.local.postgres import Databases, open_database
from include.settings import PREFIX, Settings

UP, RUN = "up", "run"
_LOOK_S = 0.2

_CLOSE_RUNS = """
UPDATE dag_run SET state = 'failed', end_date = now()
WHERE state IN ('running', 'queued') AND triggered_by::text = 'TEST'
RETURNING id, dag_id, run_id
"""
_CLOSE_TASKS = """
UPDATE task_instance SET end_date = now(), updated_at = now(),
    state = CASE WHEN state = 'running' THEN 'failed' ELSE 'skipped' END
WHERE dag_id = %s AND run_id = %s
    AND (state IS NULL OR state NOT IN ('success', 'failed', 'skipped', 'upstream_failed',
                                        'removed'))
"""
_NOTE = """
INSERT INTO dag_run_note (dag_run_id, content, created_at, updated_at)
VALUES (%s, 'Interrupted: `make run` was stopped before its end. What was left waits for the next '
            'run.', now(), now())
ON CONFLICT (dag_run_id) DO NOTHING
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who executes runs: `what` is `up` or `run`; what it was asked to read, where its UI is."""

    what: str
    feeds: str
    edition: int = 1
    port: int | None = None


class OnDuty(Exception):
    """Another process executes runs here; `duty` says which."""

    def __init__(self, duty: Duty) -> None:
        super().__init__(f"`make {duty.what}` executes runs here")
        self.duty = duty


@contextmanager
def on_duty(settings: Settings, duty: Duty, say: Callable[[str], object]) -> Iterator[int]:
    """Be the one who executes runs until the end; a `make run` that is at it is waited for.

    Yields the lock's file descriptor. A child that inherits it holds the lock as well: one that
    outlives a killed parent and works on is still waited for.

    Raises:
        OnDuty: a `make up` is at it, which does not end by itself.
    """
    make_private(settings)
    with (settings.home / "duty.lock").open("a+", encoding="utf-8") as file:
        is_told = False
        while not _locked(file):
            other = _read(file)
            if other is not None and other.what == UP:
                raise OnDuty(other)
            if not is_told:
                say("a `make run` is under way here; waiting for its end")
                is_told = True
            time.sleep(_LOOK_S)
        file.truncate(0)
        file.write(json.dumps(asdict(duty)))
        file.flush()
        try:
            yield file.fileno()
        finally:
            file.truncate(0)


def close_dead_runs(found: Databases) -> list[str]:
    """Mark as failed what an interrupted `make run` left running; returns the runs' names.

    To be called on duty only. The scheduler would wait for such a run for ever, since it
    starts no other beside it.
    """
    opened = closing(open_database(found.metadata, PREFIX + "METADATA"))
    with opened as conn, conn, conn.cursor() as cur:
        cur.execute(_CLOSE_RUNS)
        dead = cur.fetchall()
        for number, dag_id, run_id in dead:
            cur.execute(_CLOSE_TASKS, (dag_id, run_id))
            cur.execute(_NOTE, (number,))
    return [f"{dag_id} {run_id}" for _, dag_id, run_id in dead]


def _locked(file: IO[str]) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def _read(file: IO[str]) -> Duty | None:
    """Who holds the lock; None where it has not said so yet."""
    with suppress(OSError, ValueError, TypeError):
        return Duty(**json.loads(Path(file.name).read_text("utf-8")))
    return None
