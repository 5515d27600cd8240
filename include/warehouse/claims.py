"""Claims on work, with an owner that can be seen to live: the one mechanism of all stages.

A worker keeps a session of the server open for as long as it lives, and says every few
seconds that it does. What it holds is free the moment that session ends, wherever it ran and
however it died; a session that outlives its machine counts no more once the beats stop. A
later try of the same task takes its predecessor's place at once, dead or not.

A claim ends in the transaction of its item's outcome, and only there, so that whoever lost a
claim stores nothing. What a run chose and did not settle still stands in `ops.claims` at its
end: that is what it left.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

from psycopg2 import Error as DatabaseError
from psycopg2.extensions import connection as Connection
from psycopg2.extensions import cursor as Cursor

from include.logs import log
from include.warehouse import queries
from include.warehouse.connect import Connect
from include.warehouse.queries import Row

BEAT_S = 10.0
"""Seconds between two signs of life; `ops.live_workers` believes the last for ninety."""

_SESSION = (
    "SET synchronous_commit = off",  # a beat lost with a crashed server does no harm
    "SET tcp_keepalives_idle = 20",  # a machine that vanished holds its session a minute
    "SET tcp_keepalives_interval = 10",
    "SET tcp_keepalives_count = 3",
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try of a task, as Airflow numbers them; `map_index` is -1 where there is one batch."""

    task: str = ""
    map_index: int = -1
    number: int = 0


BY_HAND = Attempt()


def choose(
    cur: Cursor, stage: str, due: str, *, run_id: str, most: int, **parameters: Any
) -> list[Row]:
    """Note that a run answers for items that are due, at most `most`; returns their rows.

    `due` names a statement that returns what can be worked on, with `subject` and `turn`
    (lower ones first). What a live worker holds is left to it.
    """
    return _take(cur, stage, due, run_id=run_id, worker_id=None, most=most, **parameters)


def count_due(cur: Cursor, due: str, **parameters: Any) -> int:
    """How many items the statement `due` finds, held by somebody or not."""
    cur.execute(f"SELECT count(*) FROM (\n{queries.statement(due)}\n) AS due", parameters)  # noqa: S608  our own file
    row = cur.fetchone()
    return int(row[0]) if row else 0


def _take(cur: Cursor, stage: str, due: str, **parameters: Any) -> list[Row]:
    statement = queries.statement("take_claims").replace("{due}", queries.statement(due))
    cur.execute(statement, {"stage": stage, **parameters})
    return queries.dictionaries(cur, cur.fetchall())


class Claims:
    """What one worker of a stage holds; use it as a context manager around the work."""

    def __init__(
        self, connect: Connect, stage: str, *, run_id: str, attempt: Attempt = BY_HAND
    ) -> None:
        self.stage = stage
        self._connect = connect
        self._run_id = run_id
        self._attempt = attempt
        self._worker_id = 0
        self._conn: Connection | None = None
        self._ended = Event()
        self._thread = Thread(target=self._beat_on, name=f"beat of {stage}", daemon=True)

    def __enter__(self) -> Self:
        self._conn = self._open()
        with self._conn.cursor() as cur:
            me = queries.one(
                cur,
                "register_worker",
                run_id=self._run_id,
                stage=self.stage,
                task=self._attempt.task,
                map_index=self._attempt.map_index,
                try_number=self._attempt.number,
                host=socket.gethostname(),
                pid=os.getpid(),
            )
            assert me is not None
            self._worker_id = int(me["worker_id"])
            if self._attempt.task:
                queries.run(
                    cur,
                    "supersede_workers",
                    run_id=self._run_id,
                    task=self._attempt.task,
                    map_index=self._attempt.map_index,
                    worker_id=self._worker_id,
                )
            queries.run(cur, "sweep_workers")
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()
        try:
            if self._conn is None or self._conn.closed:
                self._conn = self._open()
            with self._conn.cursor() as cur:
                queries.run(cur, "end_worker", worker_id=self._worker_id)
        except Exception as failed:  # what it held is free all the same once its session ends
            log.warning("%s: could not give its claims back: %s", self.stage, failed)
        finally:
            self._close()

    def take(
        self, cur: Cursor, due: str, details: str, *, most: int, **parameters: Any
    ) -> list[Row]:
        """Take items that are due, at most `most` beside those that the run chose before.

        `due` is as in `choose`; `details` names a statement that reads what is held by
        `worker_id` and due still, with its `subject`. What was done by others in the moment
        before it was taken is let go.
        """
        _take(
            cur,
            self.stage,
            due,
            run_id=self._run_id,
            worker_id=self._worker_id,
            most=most,
            **parameters,
        )
        found = queries.rows(
            cur,
            details,
            stage=self.stage,
            worker_id=self._worker_id,
            run_id=self._run_id,
            **parameters,
        )
        queries.run(
            cur,
            "forget_claims",
            stage=self.stage,
            worker_id=self._worker_id,
            subjects=[row["subject"] for row in found],
        )
        return found

    def settle(self, cur: Cursor, subjects: Iterable[object]) -> set[str]:
        """End the claims on `subjects`; returns those that were still this worker's.

        Call it first in the transaction of their outcomes, and store nothing of the others:
        another worker took them, and answers for them.
        """
        return self._ours(cur, "settle_claims", subjects)

    def hold(self, cur: Cursor, subjects: Iterable[object]) -> set[str]:
        """Which of `subjects` are still this worker's, and stay so until `cur` commits."""
        return self._ours(cur, "hold_claims", subjects)

    def _ours(self, cur: Cursor, statement: str, subjects: Iterable[object]) -> set[str]:
        asked = sorted({str(one) for one in subjects})
        found = queries.rows(
            cur, statement, stage=self.stage, worker_id=self._worker_id, subjects=asked
        )
        ours = {row["subject"] for row in found}
        if lost := len(asked) - len(ours):
            log.warning("%s: %d items were taken over by another worker", self.stage, lost)
        return ours

    def _open(self) -> Connection:
        conn = self._connect()
        conn.autocommit = True
        with conn.cursor() as cur:
            for statement in _SESSION:
                cur.execute(statement)
        return conn

    def _close(self) -> None:
        if self._conn is not None:
            with suppress(DatabaseError):
                self._conn.close()

    def _beat_on(self) -> None:
        """Say that the worker lives until it ends, or until another took its place."""
        wait_s = BEAT_S
        while not self._ended.wait(wait_s):
            try:
                if self._conn is None or self._conn.closed:
                    self._conn = self._open()
                with self._conn.cursor() as cur:
                    if not queries.run(cur, "beat_worker", worker_id=self._worker_id):
                        log.warning("%s: another worker took this one's place", self.stage)
                        return
                wait_s = BEAT_S
            except Exception as error:  # a server that was away and came back: register anew
                log.warning("%s: no sign of life given: %s", self.stage, error)
                self._close()
                wait_s = 1.0
