"""The schema: from nothing to now, twice, and every column explained."""

from __future__ import annotations

from contextlib import closing

import psycopg2
import pytest

from include.warehouse import migrate as migrations
from include.warehouse.connect import WarehouseUnreachable, connect
from include.warehouse.dictionary import dictionary
from include.warehouse.migrate import MIGRATIONS, migrate

pytestmark = pytest.mark.warehouse

VIEWS_OF_MART = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'mart'::regnamespace AND relkind = 'v'"
)


def test_migrating_twice_applies_nothing_the_second_time(empty_dsn: str) -> None:
    assert migrate(empty_dsn) == [file.stem for file in sorted(MIGRATIONS.glob("*.sql"))]
    assert migrate(empty_dsn) == []


@pytest.mark.parametrize("file", sorted(MIGRATIONS.glob("*.sql")), ids=lambda file: file.stem)
def test_migrations_state_why_and_how_to_undo(file: object) -> None:
    text = file.read_text("utf-8")  # type: ignore[attr-defined]
    head = text.splitlines()[:3]
    assert [line.split(":")[0] for line in head] == ["-- Why", "-- Safe because", "-- Undo"]


def test_every_column_is_commented(warehouse_dsn: str) -> None:
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        cur.execute("""
            SELECT attrelid::regclass || '.' || attname
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relnamespace::regnamespace::text IN ('core', 'mart', 'ops')
              AND relkind IN ('r', 'p', 'v', 'm') AND NOT relispartition
              AND relname NOT LIKE '%yoyo%'
              AND attnum > 0 AND NOT attisdropped
              AND coalesce(col_description(attrelid, attnum), '') = ''
        """)
        assert cur.fetchall() == []


def test_the_dictionary_names_every_view(warehouse_dsn: str) -> None:
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        text = dictionary(cur)
        cur.execute(VIEWS_OF_MART)
        assert all(f"### mart.{name}\n" in text for (name,) in cur.fetchall())


def test_the_committed_dictionary_is_current(warehouse_dsn: str) -> None:
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        assert (migrations.HERE / "README.md").read_text("utf-8") == dictionary(cur), (
            "run `make docs`"
        )


def test_changed_views_are_applied_anew(
    warehouse_dsn: str, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    folder = tmp_path / "views"  # type: ignore[operator]
    folder.mkdir()
    (folder / "10_one.sql").write_text("CREATE VIEW mart.only_one AS SELECT 1 AS number")
    monkeypatch.setattr(migrations, "VIEWS", folder)
    migrate(warehouse_dsn)
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        cur.execute(VIEWS_OF_MART)
        assert cur.fetchall() == [("only_one",)]


def test_an_unreachable_warehouse_is_one_line() -> None:
    with pytest.raises(WarehouseUnreachable) as caught:
        connect("postgresql://nobody@127.0.0.1:1/none")
    assert "\n" not in str(caught.value)
    assert "DATELINE_WAREHOUSE" in str(caught.value)


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        ("dateline_reader", "INSERT INTO core.publishers (name) VALUES ('x')"),
        ("dateline_reader", "UPDATE ops.runs SET kind = 'x'"),
        ("dateline_reader", "CREATE TABLE core.mine (id integer)"),
        ("dateline_loader", "DROP TABLE core.articles"),
        ("dateline_loader", "ALTER TABLE core.articles ADD mine integer"),
        ("dateline_loader", "CREATE TABLE ops.mine (id integer)"),
    ],
)
def test_roles_are_refused_what_is_not_theirs(
    warehouse_dsn: str, role: str, statement: str
) -> None:
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        cur.execute(f"SET ROLE {role}")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cur.execute(statement)


def test_the_loader_can_make_partitions(warehouse_dsn: str) -> None:
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        cur.execute("SET ROLE dateline_loader")
        cur.execute("SELECT ops.ensure_partitions(4)")
        assert cur.fetchone() == (8,)  # four tables, two months beyond those the migration made
