"""The two databases, Airflow's own and the warehouse: where they are, and up to date."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import psycopg2
from psycopg2.extensions import connection as Connection
from psycopg2.extensions import parse_dsn

from include.local.airflow_env import airflow_env
from include.local.postgres import EmbeddedServer
from include.local.problem import Problem
from include.settings import Settings
from include.warehouse.connect import WarehouseUnreachable
from include.warehouse.migrate import migrate

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Databases:
    """URLs of both databases, in libpq's form."""

    metadata: str
    warehouse: str


@contextmanager
def databases(settings: Settings, say: Say) -> Iterator[Databases]:
    """Both databases, reachable and migrated; the embedded server runs until the end.

    Raises:
        Problem: a server does not answer, or does not let us in.
    """
    with ExitStack() as stack:
        metadata, warehouse = settings.metadata, settings.warehouse
        if metadata is None or warehouse is None:
            server = stack.enter_context(EmbeddedServer(settings.home / "postgres"))
            metadata = metadata or _created(server, "airflow")
            warehouse = warehouse or _created(server, "warehouse")
        found = Databases(metadata=metadata, warehouse=warehouse)
        _migrate_metadata(settings, found, say)
        try:
            applied = migrate(warehouse)
        except WarehouseUnreachable as error:
            raise Problem(str(error)) from None
        if applied:
            say(f"warehouse: applied {len(applied)} migrations, up to {applied[-1]}")
        yield found


def open_database(url: str, setting: str) -> Connection:
    """A plain connection; a server that does not answer is named after its setting."""
    try:
        return psycopg2.connect(url, connect_timeout=10, application_name="dateline-local")
    except psycopg2.Error as error:
        reason = str(error).strip().splitlines()[-1]
        raise Problem(f"{setting}: {reason} (unset it to use the embedded server)") from None


def _created(server: EmbeddedServer, name: str) -> str:
    with closing(open_database(server.url(), "embedded PostgreSQL")) as conn:
        conn.autocommit = True
        with conn.cursor() as cur:
            cur.execute("SELECT FROM pg_database WHERE datname = %s", (name,))
            if cur.fetchone() is None:
                cur.execute(f'CREATE DATABASE "{name}"')
    return server.url(name)


def _migrate_metadata(settings: Settings, found: Databases, say: Say) -> None:
    """Bring Airflow's tables to its version. Asking Airflow costs twelve seconds, so what
    it last answered is kept beside the revision the database then had.
    """
    record = settings.home / "airflow" / "migrated.json"
    if _recorded(record) == _state(found.metadata):
        return
    say("preparing Airflow's database, once; this takes half a minute")
    log = settings.home / "logs" / "migrate.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        done = subprocess.run(
            [sys.executable, "-m", "airflow", "db", "migrate"],
            env=airflow_env(settings, metadata=found.metadata, warehouse=found.warehouse),
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
    if done.returncode != 0:
        lines = log.read_text("utf-8", "replace").strip().splitlines() or ["no output"]
        raise Problem(f"Airflow could not prepare its database: {lines[-1]} (log: {log})")
    record.write_text(json.dumps(_state(found.metadata)), "utf-8")


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
        "airflow": version("apache-airflow"), "revision": revision, "database": database, **server,
    }  # fmt: skip
