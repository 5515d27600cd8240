"""Bring a warehouse's schema up to date: numbered migrations, then views and grants.

Migrations run once each, in order, in a transaction of their own, and are kept in yoyo's
ledger (`ops._yoyo_migration`). Views and grants state how things shall be and are applied
anew whenever their files change. One process at a time does this: it holds a lock of the
server, which goes with its session, however that ends. yoyo's own lock is a row that stays
when its process is killed; under ours nobody alive can hold it, so one found is taken away.
"""

from __future__ import annotations

import hashlib
import logging
import time
import warnings
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import psycopg2
from psycopg2.extensions import connection as Connection
from psycopg2.extensions import cursor as Cursor

from include.errors import CannotWork
from include.outcomes import EXPLAINED
from include.warehouse import words
from include.warehouse.connect import connect
from include.warehouse.locks import Lock, hold

HERE = Path(__file__).parent
MIGRATIONS = HERE / "migrations"
VIEWS = HERE / "views"
_PATIENCE = "10min"
_NAME = "dateline-migrations"
_ORPHANS_TRIES = 300


def migrate(dsn: str) -> list[str]:
    """Apply what is missing to the warehouse at `dsn`; returns the migrations applied.

    Raises:
        WarehouseUnreachable: no connection.
        CannotWork: another process has been migrating it for ten minutes.
    """
    with closing(connect(dsn, application_name="dateline-migrate")) as conn:
        _make_lock(conn)
        with conn, conn.cursor() as cur:
            cur.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            cur.execute(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
            try:
                hold(cur, Lock.MIGRATIONS)
            except psycopg2.errors.LockNotAvailable:
                raise CannotWork(
                    f"another process has been migrating the warehouse for {_PATIENCE}"
                ) from None
            _end_orphans(cur)
            applied = _apply_migrations(dsn)
            _apply_views(conn)
    return applied


def _make_lock(conn: Connection) -> None:
    # Two first starts at once may make the same thing: the second finds it there. No migration
    # may touch this table: it would wait for us, and we for it.
    for _ in range(2):
        with (
            suppress(psycopg2.errors.UniqueViolation, psycopg2.errors.DuplicateTable),
            conn,
            conn.cursor() as cur,
        ):
            cur.execute("CREATE SCHEMA IF NOT EXISTS ops")
            cur.execute("SELECT to_regclass('ops.lock_migrations')")
            if cur.fetchone() == (None,):
                cur.execute(
                    "CREATE TABLE ops.lock_migrations (); COMMENT ON TABLE ops.lock_migrations IS"
                    " 'Always empty: its lock is held by who migrates the warehouse.'"
                )


def _end_orphans(cur: Cursor) -> None:
    # The server may still be at work for a process that was killed: what it was told to do
    # has to end, or be undone, before we see what there is.
    for _ in range(_ORPHANS_TRIES):
        cur.execute("SELECT pg_stat_clear_snapshot()")  # else it stays what it was at first
        cur.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND application_name = %s",
            (_NAME,),
        )
        if not cur.rowcount:
            return
        time.sleep(0.1)
    raise CannotWork("a killed migration is still at work in the server; try again in a minute")


def _apply_migrations(dsn: str) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import yoyo

    logging.getLogger("yoyo.migrations").setLevel(logging.WARNING)
    backend = yoyo.get_backend(_yoyo_url(dsn))
    try:
        migrations = yoyo.read_migrations(str(MIGRATIONS))
        backend.break_lock()  # what a killed process left
        with backend.lock():
            waiting = backend.to_apply(migrations)
            for migration in waiting:
                # By yoyo it would be noted in a transaction of its own: a kill in between
                # would have the next start apply it a second time, and fail for ever.
                with backend.transaction():
                    backend.cursor().execute(Path(migration.path).read_text("utf-8"))
                    backend.mark_one(migration, log=False)
            return [migration.id for migration in waiting]
    finally:
        backend.connection.close()


def _yoyo_url(dsn: str) -> str:
    parts = urlsplit(dsn)
    query = [*parse_qsl(parts.query), ("schema", "ops"), ("application_name", _NAME)]
    return urlunsplit(
        ("postgresql", parts.netloc, parts.path, urlencode(query, quote_via=quote), "")
    )


def _apply_views(conn: Connection) -> None:
    files = [*sorted(VIEWS.glob("*.sql")), HERE / "grants.sql"]
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    mark = f"Views for people. State of their files: {digest}"
    with conn.cursor() as cur:
        _store_reasons(cur)
        words.store_words(cur)
        cur.execute("SELECT obj_description(to_regnamespace('mart'), 'pg_namespace')")
        row = cur.fetchone()
        if row is not None and row[0] == mark:
            return
        cur.execute("DROP SCHEMA IF EXISTS mart CASCADE; CREATE SCHEMA mart")
        for file in files:
            try:
                cur.execute(file.read_text("utf-8"))
            except psycopg2.Error as error:
                raise RuntimeError(f"{file.name}: {error}") from error
        cur.execute("COMMENT ON SCHEMA mart IS %s", (mark,))


def _store_reasons(cur: psycopg2.extensions.cursor) -> None:
    rows = sorted((str(reason), text) for reason, text in EXPLAINED.items())
    cur.executemany(
        "INSERT INTO ops.reasons (reason, explanation) VALUES (%s, %s) "
        "ON CONFLICT (reason) DO UPDATE SET explanation = EXCLUDED.explanation "
        "WHERE reasons.explanation <> EXCLUDED.explanation",
        rows,
    )
