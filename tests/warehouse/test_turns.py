"""Turns at a host hold across processes: the server's own log tells."""

from __future__ import annotations

import asyncio
import multiprocessing
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from multiprocessing.synchronize import Barrier

import pytest

from include.pages.fetch import Request
from include.records import Response
from include.settings import Settings
from include.stages.network import fetcher
from include.stages.work import Run
from include.warehouse.connect import connector
from include.warehouse.turns import HostTurns

GAP_S = 0.3
PAGES = 4


class Log:
    """A server that notes when each request came, from whom, and how many were under way."""

    def __init__(self) -> None:
        self.came: list[tuple[float, str]] = []
        self.most = 0
        self._under_way = 0
        self._lock = threading.Lock()
        log = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with log._lock:
                    log._under_way += 1
                    log.most = max(log.most, log._under_way)
                    log.came.append((time.monotonic(), self.path))
                time.sleep(0.2)
                self.send_response(404 if self.path == "/robots.txt" else 200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", "2")
                self.end_headers()
                with log._lock:
                    log._under_way -= 1
                self.wfile.write(b"ok")

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def log() -> Iterator[Log]:
    made = Log()
    yield made
    made.server.shutdown()
    made.server.server_close()


def work(dsn: str, port: int, name: str, gap_s: float, start: Barrier) -> None:
    """What each worker process does: fetch some pages of the one host."""
    settings = Settings(
        allow_private=(f"127.0.0.1:{port}",),
        private_host_gap_s=gap_s,
        obey_robots=False,
        read_tdmrep=False,
    )
    run = Run(connect=connector(dsn), settings=settings, run_id=name)
    wanted = [f"http://127.0.0.1:{port}/{name}/{number}" for number in range(PAGES)]

    async def fetch_all() -> None:
        async with fetcher(run, wanted, max_bytes=1_000_000, budget=run.budget()) as manners:
            # the first request of a process pays for imports on its way
            warm = f"http://127.0.0.1:{port}/warm"
            await manners.one(Request(id="warm", url=warm, max_bytes=10_000))
            start.wait(60)
            await asyncio.sleep(gap_s)
            requests = [Request(id=url, url=url, max_bytes=10_000) for url in wanted]
            async for _, answer in manners.fetch(requests):
                assert isinstance(answer, Response), answer

    asyncio.run(fetch_all())


def run_two(dsn: str, port: int, gap_s: float) -> None:
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(2)
    workers = [
        context.Process(target=work, args=(dsn, port, name, gap_s, start))
        for name in ("one", "two")
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]


@pytest.mark.parametrize("gap_s", [GAP_S, 0.0])
def test_two_processes_share_gap_and_concurrency(
    warehouse_dsn: str, log: Log, gap_s: float
) -> None:
    run_two(warehouse_dsn, log.port, gap_s)
    came = sorted((at, path.split("/")[1]) for at, path in log.came if path != "/warm")
    assert len(came) == 2 * PAGES
    by_worker = [name for _, name in came]
    turns = sum(one != other for one, other in pairwise(by_worker))
    assert turns >= 2, "they did not take turns"
    # The start is spaced; the way to the server is not, least of all on a busy machine.
    assert all(at - came[0][0] > n * gap_s - 0.1 for n, (at, _) in enumerate(came))
    assert all(later - earlier >= gap_s / 2 for (earlier, _), (later, _) in pairwise(came))
    assert log.most <= 2


def test_the_lease_of_a_dead_worker_runs_out(warehouse_dsn: str) -> None:
    turns = HostTurns(connector(warehouse_dsn), at_once=1, longest_s=0.2)
    try:
        lease, _ = turns.take("a.test", 0.0)
        assert lease is not None
        assert turns.take("a.test", 0.0)[0] is None
        assert turns.take("b.test", 0.0)[0] is not None
        time.sleep(0.25)
        after, wait_s = turns.take("a.test", 5.0)
        assert after is not None
        assert wait_s < 0.1
        turns.end(after)
        assert turns.take("a.test", 5.0)[1] > 4
    finally:
        turns.close()
