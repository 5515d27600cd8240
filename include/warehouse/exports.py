"""Read what is exported, day by day, and note what was: `ops.exports`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from psycopg2.extensions import ISOLATION_LEVEL_REPEATABLE_READ, quote_ident
from psycopg2.extensions import connection as Connection
from psycopg2.extensions import cursor as Cursor

from include.warehouse import queries
from include.warehouse.changes import number_changes
from include.warehouse.connect import Connect
from include.warehouse.locks import Lock, hold

_FETCH = 500  # rows a round trip: a few megabytes even of long texts


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the warehouse; `through` is the last change that is in it."""

    conn: Connection
    through: int

    def columns(self, views: Sequence[str]) -> dict[str, tuple[tuple[str, str, str], ...]]:
        """The columns of views in `mart`, in order, by view: (name, type, meaning)."""
        found: dict[str, list[tuple[str, str, str]]] = {view: [] for view in views}
        with self.conn.cursor() as cur:
            for row in queries.rows(cur, "export_columns", views=list(views)):
                found[row["view"]].append((row["column"], row["type"], row["about"] or ""))
        return {view: tuple(columns) for view, columns in found.items()}

    def stream(self, statement: str, **parameters: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement, some hundred at a time from a cursor on the server."""
        with self.conn.cursor(name=quote_ident(statement, self.conn).strip('"')) as cur:
            cur.itersize = _FETCH
            cur.execute(queries.statement(statement), parameters)
            yield from cur


@contextmanager
def snapshot(connect: Connect) -> Iterator[Snapshot]:
    """Hold one state of the warehouse, with all that is settled; other exporters wait."""
    with closing(connect()) as turn, turn, turn.cursor() as held, closing(connect()) as conn:
        # As long as the export takes, and as long as the one before it may take.
        held.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        held.execute("SET LOCAL lock_timeout = 0")
        hold(held, Lock.EXPORTS)
        conn.autocommit = True
        with conn.cursor() as cur:  # before the state is fixed, or it would be that of before
            number_changes(cur)
        conn.autocommit = False
        conn.set_session(isolation_level=ISOLATION_LEVEL_REPEATABLE_READ, readonly=True)
        with conn, conn.cursor() as cur:
            row = queries.one(cur, "export_snapshot")
            yield Snapshot(conn, int(row["last_number"]) if row else 0)


def days_to_export(
    cur: Cursor,
    folder: str,
    *,
    made_by: str,
    since: date | None,
    until: date | None,
    again: bool,
    old: int,
) -> list[date]:
    """Days that were never exported to a folder or changed since; with `again`, all days.

    `since` and `until` bound them, both inclusive. Of days that only other rules than
    `made_by` exported, the `old` newest are among them.
    """
    through = number_changes(cur)
    found = queries.rows(
        cur,
        "days_to_export",
        folder=folder,
        made_by=made_by,
        since=since,
        until=until,
        again=again,
        old=old,
    )
    days = [row["day"] for row in found]
    if since is None and until is None and not again:
        queries.run(cur, "settle_exports", folder=folder, through=through, chosen=days)
    return days


def note_export(
    cur: Cursor,
    folder: str,
    day: date,
    *,
    made_by: str,
    through: int,
    tables: Mapping[str, int],
    run_id: str,
) -> None:
    """Note that a day was exported."""
    queries.run(
        cur,
        "upsert_export",
        folder=folder,
        day=day,
        made_by=made_by,
        through=through,
        tables=json.dumps(dict(tables)),
        run_id=run_id,
    )
