"""Bring a warehouse's schema up to date: numbered migrations, then views and grants.

Migrations run once each, in order, in a transaction of their own, under yoyo's lock and
in its ledger (`ops._yoyo_migration`). Views and grants state how things shall be and are
applied anew whenever their files change.
"""

from __future__ import annotations

import hashlib
import logging
import warnings
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import psycopg2
from psycopg2.extensions import connection as Connection

from include.outcomes import EXPLAINED
from include.warehouse.connect import connect

HERE = Path(__file__).parent
MIGRATIONS = HERE / "migrations"
VIEWS = HERE / "views"
_LOCK = 7_317_001  # advisory lock: one process applies views at a time


def migrate(dsn: str) -> list[str]:
    """Apply what is missing to the warehouse at `dsn`; returns the migrations applied.

    Raises:
        WarehouseUnreachable: no connection.
    """
    conn = connect(dsn, application_name="dateline-migrate")
    try:
        with conn, conn.cursor() as cur:
            cur.execute("CREATE SCHEMA IF NOT EXISTS ops")
        applied = _apply_migrations(dsn)
        with conn:
            _apply_views(conn)
    finally:
        conn.close()
    return applied


def _apply_migrations(dsn: str) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import yoyo

    logging.getLogger("yoyo.migrations").setLevel(logging.WARNING)
    backend = yoyo.get_backend(_yoyo_url(dsn))
    try:
        migrations = yoyo.read_migrations(str(MIGRATIONS))
        with backend.lock(timeout=120):
            waiting = backend.to_apply(migrations)
            with redirect_stdout(StringIO()):  # yoyo prints the rows of a SELECT
                backend.apply_migrations(waiting)
            return [migration.id for migration in waiting]
    finally:
        backend.connection.close()


def _yoyo_url(dsn: str) -> str:
    parts = urlsplit(dsn)
    query = [*parse_qsl(parts.query), ("schema", "ops")]
    return urlunsplit(
        ("postgresql", parts.netloc, parts.path, urlencode(query, quote_via=quote), "")
    )


def _apply_views(conn: Connection) -> None:
    files = [*sorted(VIEWS.glob("*.sql")), HERE / "grants.sql"]
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    mark = f"Views for people. State of their files: {digest}"
    with conn.cursor() as cur:
        cur.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        _store_reasons(cur)
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
