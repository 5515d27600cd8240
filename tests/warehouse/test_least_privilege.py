"""Who may do what, by walking the catalog: what is new without a stated right is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import psycopg2
import pytest
from psycopg2.errors import InsufficientPrivilege

from include.warehouse.connect import connect
from include.warehouse.migrate import migrate
from tests.conftest import EmbeddedServer, database


@pytest.fixture(scope="module")
def dsn(postgres_server: EmbeddedServer) -> Iterator[str]:
    """A warehouse migrated in place: what a copy of a database loses, its own rights, is there."""
    with database(postgres_server, template="template0") as url:
        migrate(url)
        with closing(connect(url)) as conn, conn, conn.cursor() as cur:
            cur.execute("SELECT ops.ensure_partitions(2)")
        yield url


def ask(dsn: str, statement: str) -> list[tuple[object, ...]]:
    with closing(connect(dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(statement)
        return cur.fetchall()


def test_public_has_nothing_of_ours(dsn: str) -> None:
    assert ask(dsn, """
        SELECT 'relation', pg_class.oid::regclass::text, privilege_type
        FROM pg_class, aclexplode(relacl)
        WHERE grantee = 0 AND relnamespace::regnamespace::text IN ('core', 'ops', 'mart')
        UNION ALL
        SELECT 'column', attrelid::regclass::text || '.' || attname, privilege_type
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid, aclexplode(attacl)
        WHERE grantee = 0 AND relnamespace::regnamespace::text IN ('core', 'ops', 'mart')
        UNION ALL
        SELECT 'function', pg_proc.oid::regprocedure::text, privilege_type
        FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner)))
        WHERE grantee = 0 AND pronamespace::regnamespace::text IN ('core', 'ops', 'mart')
          AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
        UNION ALL
        SELECT 'schema', nspname, privilege_type FROM pg_namespace, aclexplode(nspacl)
        WHERE grantee = 0 AND nspname IN ('core', 'ops', 'mart')
        UNION ALL
        SELECT 'database', datname, privilege_type
        FROM pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
        WHERE grantee = 0 AND datname = current_database()
    """) == []  # fmt: skip


def test_partitions_give_nobody_what_their_tables_withhold(dsn: str) -> None:
    partitions = ask(dsn, "SELECT count(*) FROM pg_class WHERE relispartition AND relkind = 'r'")
    assert partitions[0][0] != 0
    assert ask(dsn, """
        SELECT role, pg_class.oid::regclass FROM pg_class,
            unnest(ARRAY['dateline_reader', 'dateline_page']) AS role
        WHERE relispartition AND relkind = 'r'
          AND has_any_column_privilege(role, pg_class.oid, 'SELECT')
    """) == []  # fmt: skip


def test_no_reader_may_write_to_anything(dsn: str) -> None:
    assert ask(dsn, """
        SELECT role, pg_class.oid::regclass FROM pg_class,
            unnest(ARRAY['dateline_reader', 'dateline_page']) AS role
        WHERE relnamespace::regnamespace::text IN ('core', 'ops', 'mart')
          AND relkind IN ('r', 'p', 'v', 'm')
          AND (has_table_privilege(role, pg_class.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')
               OR has_any_column_privilege(role, pg_class.oid, 'INSERT, UPDATE, REFERENCES'))
    """) == []  # fmt: skip


@pytest.mark.parametrize("role", ["dateline_reader", "dateline_page"])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TEMPORARY TABLE mine (id integer)",
        "SELECT lo_from_bytea(0, 'x')",
        "SELECT lo_create(0)",
        "SELECT detail FROM ops.outcomes",
        "SELECT sample FROM ops.checks",
        "SELECT * FROM ops.fetches",
    ],
)
def test_readers_keep_nothing_and_read_no_keys(dsn: str, role: str, statement: str) -> None:
    url = re.sub(r"//[^/@]+@", f"//{role}@", dsn)
    with closing(psycopg2.connect(url)) as conn, conn.cursor() as cur:
        cur.execute("SET default_transaction_read_only = off; SET transaction_read_only = off")
        with pytest.raises(InsufficientPrivilege):
            cur.execute(statement)
