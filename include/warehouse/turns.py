"""Turns at hosts, shared by all workers: gaps and concurrency held in the warehouse."""

from __future__ import annotations

from threading import Lock
from uuid import uuid4

from psycopg2 import InterfaceError, OperationalError
from psycopg2.extensions import connection as Connection

from include.warehouse import queries
from include.warehouse.connect import Connect
from include.warehouse.queries import Row


class HostTurns:
    """Hands out turns; safe to use from several threads. `close` it after use.

    A worker that is refused comes next, so that none keeps a host to itself.

    A turn lost with a crashed server does no harm, so commits do not wait for the disk.
    """

    def __init__(self, connect: Connect, *, at_once: int, longest_s: float) -> None:
        self._connect = connect
        self._lock = Lock()
        self._worker = str(uuid4())
        self._at_once = at_once
        self._longest_s = longest_s
        self._conn = self._open()

    def take(self, host: str, gap_s: float) -> tuple[int | None, float]:
        """A lease, and the seconds until its turn; without a lease, ask again after them."""
        row = self._ask(
            "take_turn",
            host=host,
            worker=self._worker,
            gap_s=gap_s,
            at_once=self._at_once,
            longest_s=self._longest_s,
        )
        return row["lease_id"], max(0.0, float(row["wait_s"]))

    def end(self, lease: int) -> None:
        """Give a lease back."""
        self._ask("end_turn", lease_id=lease)

    def close(self) -> None:
        """Close its connection; leases still held run out by themselves."""
        with self._lock:
            self._conn.close()

    def _open(self) -> Connection:
        conn = self._connect()
        conn.autocommit = True
        with conn.cursor() as cur:
            cur.execute("SET synchronous_commit = off")
        return conn

    def _ask(self, query: str, **values: object) -> Row:
        with self._lock:
            try:
                return self._answer(query, values)
            except (OperationalError, InterfaceError):
                # The server may have come back while other connections were idle; a page
                # must not be called broken for that.
                self._conn.close()
                self._conn = self._open()
                return self._answer(query, values)

    def _answer(self, query: str, values: dict[str, object]) -> Row:
        with self._conn.cursor() as cur:
            row = queries.one(cur, query, **values)
        assert row is not None
        return row
