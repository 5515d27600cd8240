"""What a run has done so far, read from the two databases while it works."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from psycopg2.extensions import connection as Connection

FINISHED = frozenset({"success", "failed", "skipped", "upstream_failed", "removed"})
BAD = frozenset({"failed", "upstream_failed"})

_LAST_RUN = "SELECT coalesce(max(id), 0) FROM dag_run WHERE dag_id = %s"
_NEW_RUN = "SELECT run_id FROM dag_run WHERE dag_id = %s AND id > %s ORDER BY id LIMIT 1"
_STATE = "SELECT state FROM dag_run WHERE dag_id = %s AND run_id = %s"
_TASKS = """
SELECT split_part(task_id, '.', 1), array_agg(coalesce(state, 'waiting')), min(start_date),
       max(end_date), max(rendered_map_index) FILTER (WHERE state = 'running')
FROM task_instance
WHERE dag_id = %s AND run_id = %s
GROUP BY 1
ORDER BY min(start_date) NULLS LAST
"""
_OUTCOMES = """
SELECT stage, status, sum(items)
FROM ops.outcomes
WHERE run_id = %s
GROUP BY stage, status
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of the run, or a group of them: states, duration, outcomes."""

    name: str
    states: tuple[str, ...]
    seconds: float | None
    now: str | None
    outcomes: Mapping[str, int]

    @property
    def is_finished(self) -> bool:
        """Whether none of its instances will change any more."""
        return all(state in FINISHED for state in self.states)

    @property
    def is_running(self) -> bool:
        """Whether an instance of it works right now."""
        return "running" in self.states

    @property
    def state(self) -> str:
        """The worst state of its instances, once it is finished."""
        for state in ("failed", "upstream_failed", "success"):
            if state in self.states:
                return state
        return "skipped"

    def told(self) -> str:
        """Its outcomes in words, the most frequent first."""
        pairs = sorted(self.outcomes.items(), key=lambda pair: (-pair[1], pair[0]))
        return ", ".join(f"{count} {status}" for status, count in pairs)


def last_run(metadata: Connection, dag_id: str) -> int:
    """The number of the newest run, 0 where there is none."""
    return int(_rows(metadata, _LAST_RUN, (dag_id,))[0][0])


def run_after(metadata: Connection, dag_id: str, number: int) -> str | None:
    """The id of the first run that came after run `number`, once it exists."""
    rows = _rows(metadata, _NEW_RUN, (dag_id, number))
    return str(rows[0][0]) if rows else None


def state(metadata: Connection, dag_id: str, run_id: str) -> str:
    """The state of a run as Airflow has it; empty where there is no such run."""
    rows = _rows(metadata, _STATE, (dag_id, run_id))
    return str(rows[0][0]) if rows else ""


def tasks(metadata: Connection, warehouse: Connection, dag_id: str, run_id: str) -> list[Task]:
    """The tasks of a run in the order they began; those that have not come last."""
    outcomes: dict[str, dict[str, int]] = defaultdict(dict)
    for stage, status, items in _rows(warehouse, _OUTCOMES, (run_id,)):
        outcomes[stage][status] = int(items)
    return [
        Task(
            name=name,
            states=tuple(states),
            seconds=(end - start).total_seconds() if start and end else None,
            now=now,
            outcomes=outcomes.get(name, {}),
        )
        for name, states, start, end, now in _rows(metadata, _TASKS, (dag_id, run_id))
    ]


def _rows(conn: Connection, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    with conn, closing(conn.cursor()) as cur:
        cur.execute(query, values)
        return list(cur.fetchall())
