"""Bring both databases up to date before anything runs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from psycopg2.extensions import parse_dsn

from include.errors import CannotWork
from include.local.airflow_env import airflow_env
from include.local.postgres import Databases, open_database
from include.settings import Settings
from include.warehouse.migrate import migrate

CPU_POOL = "cpu"
"""The pool that DAGs name; a test holds that they do."""

_POOL = """
INSERT INTO slot_pool (pool, slots, description, include_deferred) VALUES (%s, %s, %s, false)
ON CONFLICT (pool) DO NOTHING
"""

Say = Callable[[str], None]


def migrate_both(settings: Settings, found: Databases, say: Say) -> None:
    """Airflow's tables to its version, the warehouse's to ours.

    Raises:
        CannotWork: a database is out of reach, or Airflow refuses it.
    """
    _migrate_metadata(settings, found, say)
    _make_pools(found)
    applied = migrate(found.warehouse)
    if applied:
        say(f"warehouse: {len(applied)} migrations applied, up to {applied[-1]}")


def _migrate_metadata(settings: Settings, found: Databases, say: Say) -> None:
    """Bring Airflow's tables to its version. Asking Airflow costs twelve seconds, so what
    it last answered is kept beside the revision the database then had.
    """
    record = settings.home / "airflow" / "migrated.json"
    if _recorded(record) == _state(found.metadata):
        return
    say("preparing Airflow's database, once; about half a minute")
    log = settings.home / "logs" / "airflow-migrate.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        done = subprocess.run(
            [sys.executable, "-m", "airflow", "db", "migrate"],
            env=airflow_env(settings, found),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode != 0:
        lines = log.read_text("utf-8", "replace").strip().splitlines() or ["no output"]
        raise CannotWork(f"Airflow could not prepare its database: {lines[-1]} (log: {log})")
    record.write_text(json.dumps(_state(found.metadata)), "utf-8")


def _make_pools(found: Databases) -> None:
    """Make the pools that tasks name; slots that somebody has set stay."""
    opened = closing(open_database(found.metadata, "DATELINE_METADATA"))
    with opened as conn, conn, conn.cursor() as cur:
        cur.execute(_POOL, (CPU_POOL, 1, "Tasks that keep every processor busy by themselves"))


def _recorded(record: Path) -> object:
    try:
        return json.loads(record.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _state(url: str) -> dict[str, object]:
    with closing(open_database(url, "DATELINE_METADATA")) as conn, conn.cursor() as cur:
        cur.execute("SELECT to_regclass('alembic_version') IS NOT NULL, current_database()")
        (migrated, database) = cur.fetchone() or (False, None)
        cur.execute("SELECT version_num FROM alembic_version" if migrated else "SELECT NULL")
        (revision,) = cur.fetchone() or (None,)
    server = {key: value for key, value in parse_dsn(url).items() if key in {"host", "port"}}
    return {
        "airflow": version("apache-airflow"),
        "revision": revision,
        "database": database,
        **server,
    }
