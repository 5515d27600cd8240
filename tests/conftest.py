"""Shared by all tests: an embedded PostgreSQL for the session, a database for each test."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg2
import pytest

from include.local.postgres import EmbeddedServer
from include.warehouse.migrate import migrate

_numbers = itertools.count(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of one file stay in one process, and so do all that read the sample's warehouse.

    Files share what they set up; filling a warehouse with the sample costs half a minute.
    """
    for item in items:
        shares = "sample_dsn" in getattr(item, "fixturenames", ())
        item.add_marker(pytest.mark.xdist_group("sample" if shares else str(item.path)))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[EmbeddedServer]:
    """A PostgreSQL server in a temporary folder, careless of power cuts and so quick."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    folder.chmod(0o755)  # where we are root, the server is another user
    try:
        with EmbeddedServer(folder / "postgres") as server:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                execute(server.url(), f"ALTER SYSTEM SET {setting} = off")
            execute(server.url(), "SELECT pg_reload_conf()")
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def empty_dsn(postgres_server: EmbeddedServer) -> Iterator[str]:
    """The URL of an empty database that no other test sees."""
    with database(postgres_server, template="template0") as url:
        yield url


@pytest.fixture
def warehouse_dsn(postgres_server: EmbeddedServer, migrated_template: str) -> Iterator[str]:
    """The URL of a migrated, empty warehouse that no other test sees."""
    with database(postgres_server, template=migrated_template) as url:
        yield url


@pytest.fixture(scope="session")
def migrated_template(postgres_server: EmbeddedServer) -> str:
    """A migrated warehouse to copy; copying takes a tenth of the time of migrating."""
    execute(postgres_server.url(), "CREATE DATABASE migrated")
    migrate(postgres_server.url("migrated"))
    return "migrated"


@contextmanager
def database(server: EmbeddedServer, *, template: str) -> Iterator[str]:
    """A new database, a copy of `template`, dropped afterwards whoever is still in it."""
    name = f"test_{next(_numbers)}"
    execute(server.url(), f"CREATE DATABASE {name} TEMPLATE {template}")
    yield server.url(name)
    execute(server.url(), f"DROP DATABASE {name} WITH (FORCE)")


def execute(url: str, statement: str) -> None:
    """Run one statement outside a transaction."""
    with closing(psycopg2.connect(url)) as conn:
        conn.autocommit = True
        with conn.cursor() as cur:
            cur.execute(statement)
