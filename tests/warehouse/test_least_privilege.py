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


# What `dateline_reader` may read of each table: all of it, or all but withheld columns. A table
# that is new belongs into one of them, once somebody has thought of what may stand in it.
WHOLE = {
    "core": """
        appearances article_versions articles boilerplate boilerplate_spans
        changes entities entity_blocks entity_days
        entity_merges entity_pins events extractions figures fingerprints grouped_texts
        keywords left_out_quotes mentions page_events pages places publishers
        quote_fragments quote_keys quotes signals statement_parts statement_quotes
        statements stories
        story_articles story_events story_memberships summarized_articles term_counts
        text_links text_passages text_terms times
    """,
    "ops": """
        _yoyo_log _yoyo_migration _yoyo_version alerts change_numbers claims exports
        host_leases host_turns hosts lock_alerts lock_copies lock_exports lock_marts
        lock_migrations lock_names lock_statements lock_stories reasons removals robots
        rules runs scores subscriptions tries vocabulary wish_files workers yoyo_lock
    """,
}
IN_PART = {
    "core": """
        copy_changes edit_changes entries entry_versions feed_events feeds searchable texts
    """,
    "ops": """
        checks fetches imports outcomes
    """,
}


def test_every_table_has_a_stated_right(dsn: str) -> None:
    found = ask(
        dsn,
        """
        SELECT nspname, relname, has_table_privilege('dateline_reader', pg_class.oid, 'SELECT'),
               has_any_column_privilege('dateline_reader', pg_class.oid, 'SELECT')
        FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname IN ('core', 'ops') AND relkind IN ('r', 'p', 'v', 'm') AND NOT relispartition
        """,
    )
    stated = {(schema, name): True for schema in WHOLE for name in WHOLE[schema].split()}
    stated |= {(schema, name): False for schema in IN_PART for name in IN_PART[schema].split()}
    assert {(schema, name): whole for schema, name, whole, _ in found} == stated
    assert all(some for *_, some in found)


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
