"""Locks: a killed process leaves none behind, and nobody who only reads can hold one."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing

import psycopg2
import pytest
from psycopg2.errors import InsufficientPrivilege, LockNotAvailable

from include.settings import PROJECT
from include.warehouse import entities, exports, marts, statements, stories, texts
from include.warehouse.connect import connect, connector
from include.warehouse.locks import Lock, hold
from include.warehouse.migrate import migrate

ROLES = ("dateline_reader", "dateline_page")


@pytest.mark.parametrize("lock", list(Lock))
def test_a_lock_is_held_by_one_until_its_transaction_ends(warehouse_dsn: str, lock: Lock) -> None:
    with (
        closing(connect(warehouse_dsn)) as one,
        closing(connect(warehouse_dsn)) as other,
        one.cursor() as first,
        other.cursor() as second,
    ):
        hold(first, lock)
        second.execute("SET lock_timeout = '200ms'")
        other.commit()
        with pytest.raises(LockNotAvailable):
            hold(second, lock)
        other.rollback()
        one.rollback()
        hold(second, lock)


def test_a_held_lock_does_not_hold_back_the_change_feed(warehouse_dsn: str) -> None:
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        hold(cur, Lock.EXPORTS)
        cur.execute("SELECT pg_current_xact_id_if_assigned()")
        assert cur.fetchone() == (None,)


def test_an_export_and_joining_statements_go_on_side_by_side(warehouse_dsn: str) -> None:
    with (
        exports.snapshot(connector(warehouse_dsn)),
        closing(connect(warehouse_dsn)) as conn,
        conn.cursor() as cur,
    ):
        cur.execute("SET lock_timeout = '200ms'")
        statements.lock_statements(cur)


LOCKED: list[Callable[..., object]] = [
    texts.lock_copies, stories.lock_reading, stories.lock_stories, entities.lock_joining,
    statements.lock_statements, marts.refresh_views,
]  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_no_reader_can_keep_a_stage_waiting(warehouse_dsn: str, role: str) -> None:
    url = re.sub(r"//[^/@]+@", f"//{role}@", warehouse_dsn)
    with closing(psycopg2.connect(url)) as reader, reader.cursor() as cur:
        cur.execute("SET default_transaction_read_only = off; SET transaction_read_only = off")
        reader.commit()
        for mode in ("ROW SHARE", "ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"):
            for lock in Lock:
                with pytest.raises(InsufficientPrivilege):
                    cur.execute(f"LOCK TABLE ops.lock_{lock} IN {mode} MODE")
                reader.rollback()
        for number in range(7_317_000, 7_317_020):  # numbers that earlier versions waited for
            cur.execute("SELECT pg_advisory_lock(%s)", (number,))
        with closing(connect(warehouse_dsn)) as conn, conn.cursor() as working:
            working.execute("SET lock_timeout = '300ms'")
            conn.commit()
            for take in LOCKED:
                take(working)
                conn.rollback()
        migrate(warehouse_dsn)


def test_no_statement_of_ours_takes_an_advisory_lock() -> None:
    found = [
        path
        for path in (PROJECT / "include").rglob("*")
        if path.suffix in (".py", ".sql")
        and re.search(r"pg_(try_)?advisory", path.read_text("utf-8"))
    ]
    assert found == []


def test_a_lock_row_that_a_killed_migration_left_is_no_hindrance(warehouse_dsn: str) -> None:
    with closing(connect(warehouse_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute("INSERT INTO ops.yoyo_lock (locked, ctime, pid) VALUES (1, now(), 999999)")
    started = time.monotonic()
    assert migrate(warehouse_dsn) == []
    assert time.monotonic() - started < 60  # it used to wait for 120 s, then fail


def test_a_migration_that_is_killed_is_finished_by_the_next(empty_dsn: str) -> None:
    code = f"from include.warehouse.migrate import migrate; migrate({empty_dsn!r})"
    child = subprocess.Popen([sys.executable, "-c", code], start_new_session=True)
    with closing(connect(empty_dsn)) as conn, conn.cursor() as cur:
        for _ in range(600):
            cur.execute(
                "SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('ops')::oid"
            )
            row = cur.fetchone()
            conn.rollback()
            if row and row[0] > 12:
                break
            time.sleep(0.05)
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    migrate(empty_dsn)
    with closing(connect(empty_dsn)) as conn, conn.cursor() as cur:
        cur.execute("SELECT count(*) FROM mart.articles")
        assert cur.fetchone() == (0,)


def test_what_a_killed_migration_left_at_work_in_the_server_ends(warehouse_dsn: str) -> None:
    orphan = psycopg2.connect(warehouse_dsn, application_name="dateline-migrations")
    with closing(orphan), orphan.cursor() as cur:
        cur.execute("SELECT 1")
        started = time.monotonic()
        assert migrate(warehouse_dsn) == []
        assert time.monotonic() - started < 25
        with pytest.raises(psycopg2.OperationalError):
            cur.execute("SELECT 1")


def test_two_first_starts_at_once_both_end_well(empty_dsn: str) -> None:
    ended: list[object] = []

    def start() -> None:
        try:
            ended.append(migrate(empty_dsn))
        except Exception as error:  # told by the assertion below
            ended.append(error)

    threads = [threading.Thread(target=start) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(len(one) > 0 for one in ended if isinstance(one, list)) == [False, True], ended
