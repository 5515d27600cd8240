"""Claims: what the dead held is free at once, and what the living hold is left to them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest

from include.warehouse import claims
from include.warehouse.claims import Attempt, Claims
from include.warehouse.connect import connect, connector

pytestmark = pytest.mark.warehouse

STAGE = "clean_articles"
PAGES = 6


def ask(dsn: str, query: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(connect(dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(query, values or None)
        return list(cur.fetchall()) if cur.description else []


@pytest.fixture
def dsn(warehouse_dsn: str) -> str:
    """A warehouse with pages that wait to be cleaned."""
    ask(
        warehouse_dsn,
        """
        INSERT INTO core.publishers (name) VALUES ('Tern Post');
        INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host, body_sha256,
                                fetched_at, archive_path, archive_offset, archive_length)
        SELECT 'http://tern.example/' || n, 'http://tern.example/' || n, sha256(n::text::bytea), 1,
               'tern.example', sha256(n::text::bytea), now(), 'none.warc.gz', 0, 10
        FROM generate_series(1, 6) AS n
        """,
    )
    return warehouse_dsn


@contextmanager
def transaction(dsn: str) -> Iterator[Any]:
    with closing(connect(dsn)) as conn, conn, conn.cursor() as cur:
        yield cur


def take(dsn: str, held: Claims, *, most: int = 100) -> list[str]:
    with transaction(dsn) as cur:
        found = held.take(cur, "due_uncleaned", "claimed_uncleaned", most=most, shard=0, of=1)
    return [row["subject"] for row in found]


def choose(dsn: str, run_id: str, *, most: int = 100) -> int:
    with transaction(dsn) as cur:
        return len(
            claims.choose(
                cur, STAGE, "due_uncleaned", run_id=run_id, most=most, shard=0, of=1
            )
        )  # fmt: skip


def working(dsn: str, run_id: str = "run:1", attempt: Attempt = claims.BY_HAND) -> Claims:
    return Claims(connector(dsn), STAGE, run_id=run_id, attempt=attempt)


def test_what_a_live_worker_holds_is_neither_chosen_nor_taken(dsn: str) -> None:
    with working(dsn) as first, working(dsn, "run:2") as second:
        assert len(take(dsn, first, most=4)) == 4
        assert choose(dsn, "run:2") == 2
        assert len(take(dsn, second)) == 2


def test_what_a_worker_gave_back_is_free_at_once(dsn: str) -> None:
    with working(dsn) as first:
        take(dsn, first)
    with working(dsn, "run:2") as second:
        assert len(take(dsn, second)) == PAGES


def _hold_and_wait(dsn: str, ready: Any) -> None:
    with working(dsn) as held:
        take(dsn, held)
        ready.set()
        signal.pause()


def test_what_a_killed_worker_held_is_chosen_and_taken_at_once(dsn: str) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    worker = context.Process(target=_hold_and_wait, args=(dsn, ready))
    worker.start()
    assert ready.wait(60)
    assert choose(dsn, "run:2") == 0
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    worker.join(60)
    found = _soon(lambda: choose(dsn, "run:2"))
    assert found == PAGES
    with working(dsn, "run:2") as second:
        assert len(take(dsn, second)) == PAGES


def _soon(look: Callable[[], int]) -> int:
    """What `look` finds once the server has seen that a session is over, or zero."""
    for _ in range(200):
        if found := look():
            return found
        time.sleep(0.05)
    return 0


def test_a_session_that_stays_open_holds_nothing_once_the_beats_stop(dsn: str) -> None:
    with working(dsn) as first, working(dsn, "run:2") as second:
        take(dsn, first)
        ask(dsn, "UPDATE ops.workers SET beat_at = now() - interval '2 minutes' WHERE run_id = %s",
            "run:1")  # fmt: skip
        assert len(take(dsn, second)) == PAGES


def test_another_session_of_the_same_process_number_holds_nothing(dsn: str) -> None:
    with working(dsn) as first, working(dsn, "run:2") as second:
        take(dsn, first)
        ask(dsn, "UPDATE ops.workers SET backend_start = backend_start - interval '1 hour' "
                 "WHERE run_id = %s", "run:1")  # fmt: skip
        assert len(take(dsn, second)) == PAGES


def test_a_later_try_takes_its_predecessors_place_though_that_one_lives(dsn: str) -> None:
    tries = [Attempt("clean_articles", 3, number) for number in (1, 2)]
    with (
        working(dsn, attempt=tries[0]) as first,
        working(dsn, attempt=tries[1]) as second,
        working(dsn, attempt=Attempt("clean_articles", 4, 1)) as other,
    ):
        assert len(take(dsn, other, most=1)) == 1
        assert len(take(dsn, second)) == PAGES - 1
        assert take(dsn, first) == []


def test_a_try_takes_over_what_its_predecessor_holds(dsn: str) -> None:
    with working(dsn, attempt=Attempt("clean_articles", 0, 1)) as first:
        take(dsn, first)
        with working(dsn, attempt=Attempt("clean_articles", 0, 2)) as second:
            ours = take(dsn, second)
            assert len(ours) == PAGES
            with transaction(dsn) as cur:
                assert first.settle(cur, ours) == set()
                assert second.settle(cur, ours) == set(ours)


def test_a_claim_ends_with_its_transaction_or_not_at_all(dsn: str) -> None:
    with working(dsn) as held:
        ours = take(dsn, held)
        with closing(connect(dsn)) as conn, conn.cursor() as cur:
            assert held.settle(cur, ours) == set(ours)
            conn.rollback()
        with transaction(dsn) as cur:
            assert held.settle(cur, ours[:2]) == set(ours[:2])
        with transaction(dsn) as cur:
            assert held.settle(cur, ours) == set(ours[2:])
    assert ask(dsn, "SELECT count(*) FROM ops.claims") == [(0,)]


def test_work_that_was_done_in_the_moment_before_it_was_taken_is_let_go(
    dsn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = claims._take

    def taken_too_late(cur: Any, *arguments: Any, **named: Any) -> Any:
        found = taken(cur, *arguments, **named)
        ask(dsn, "UPDATE core.pages SET cleaned_sha256 = body_sha256 WHERE page_id = 1")
        return found

    monkeypatch.setattr(claims, "_take", taken_too_late)
    with working(dsn) as held:
        assert take(dsn, held) == ["2", "3", "4", "5", "6"]
        assert ask(dsn, "SELECT count(*) FROM ops.claims WHERE subject = '1'") == [(0,)]


def test_a_worker_whose_session_broke_lives_on_in_a_new_one(
    dsn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "BEAT_S", 0.1)
    with working(dsn) as held:
        ours = take(dsn, held)
        ask(dsn, "SELECT pg_terminate_backend(backend_pid) FROM ops.workers")
        alive = "SELECT count(*) FROM ops.live_workers()"
        assert _soon(lambda: int(ask(dsn, alive)[0][0])) == 1
        with transaction(dsn) as cur:
            assert held.settle(cur, ours) == set(ours)
    assert ask(dsn, "SELECT count(*) FROM ops.workers") == [(0,)]


def test_what_a_run_chose_comes_before_what_came_since(dsn: str) -> None:
    ask(dsn, "UPDATE core.pages SET cleaned_sha256 = body_sha256 WHERE page_id < 4")
    assert choose(dsn, "run:1") == 3
    ask(dsn, "UPDATE core.pages SET cleaned_sha256 = NULL")
    with working(dsn) as held:
        assert take(dsn, held, most=2) == ["4", "5", "6"]
