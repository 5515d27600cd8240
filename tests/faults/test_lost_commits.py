"""A commit that arrives, and whose answer never comes: the task fails, its next try finds it done.

Between the run and the server stands a proxy on loopback that lets a COMMIT through and then cuts
the connection, so that the run cannot know whether it was done. Each stage is tried until it has
met every commit of its own so: its first try loses the first answer, its second the second.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg2
import pytest

from include.errors import CannotWork
from include.stages.checking import ChecksFailed
from tests.conftest import EmbeddedServer, database
from tests.faults import invariants
from tests.faults.invariants import World
from tests.faults.plain_runs import hosts_of, run_all, run_of, steps

pytestmark = [pytest.mark.warehouse, pytest.mark.timeout(1_200)]
_MOST_TRIES = 60
LOST = (psycopg2.OperationalError, psycopg2.InterfaceError)


class Proxy:
    """Passes on what goes to PostgreSQL, until `left` commits are done: the last loses its answer.

    `cuts` counts the answers that were kept from the run.
    """

    def __init__(self, dsn: str) -> None:
        parts = urlsplit(dsn)
        asked = parse_qs(parts.query)
        self._socket = f"{asked['host'][0]}/.s.PGSQL.{asked.get('port', ['5432'])[0]}"
        self._database = parts.path.lstrip("/")
        self.left = self.cuts = self.port = 0

    @property
    def dsn(self) -> str:
        place = f"postgres@127.0.0.1:{self.port}/{self._database}"
        return f"postgresql://{place}?sslmode=disable&gssencmode=disable"

    @contextlib.contextmanager
    def running(self) -> Iterator[Proxy]:
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever, daemon=True)
        thread.start()

        async def opened() -> asyncio.Server:
            return await asyncio.start_server(self._pass_on, "127.0.0.1", 0)

        server = asyncio.run_coroutine_threadsafe(opened(), loop).result(30)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            loop.call_soon_threadsafe(server.close)
            loop.call_soon_threadsafe(loop.stop)
            thread.join()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, to = await asyncio.open_unix_connection(self._socket)
        is_cut = asyncio.Event()

        async def answers() -> None:
            while data := await there.read(65_536):
                if is_cut.is_set():
                    break
                writer.write(data)
                await writer.drain()
            writer.close()

        task = asyncio.create_task(answers())
        with contextlib.suppress(OSError):
            while data := await reader.read(65_536):
                if data.startswith(b"Q") and data.endswith(b"COMMIT\x00"):
                    self.left -= 1
                    if self.left == 0:
                        self.cuts += 1
                        is_cut.set()
                to.write(data)
                await to.drain()
        to.close()
        with contextlib.suppress(OSError):
            await task


def test_no_lost_answer_loses_or_doubles_anything(
    postgres_server: EmbeddedServer, migrated_template: str, tmp_path: Path
) -> None:
    pages_of = {f"house-{number}.page.test": 3 for number in range(2)}
    with (
        hosts_of(tmp_path, pages_of) as hosts,
        database(postgres_server, template=migrated_template) as quiet,
        database(postgres_server, template=migrated_template) as cut,
        Proxy(cut).running() as proxy,
    ):
        run_all(run_of(quiet, tmp_path, hosts, "quiet", "one"))
        run = run_of(proxy.dsn, tmp_path, hosts, "cut", "other")
        for step in steps(run):
            for number in range(1, _MOST_TRIES):
                proxy.left = number
                try:
                    step()
                except (*LOST, CannotWork, ChecksFailed):
                    assert proxy.left <= 0
                else:
                    if proxy.left > 0:  # no commit is left that has not been cut once
                        break
        undisturbed, world = World(quiet, tmp_path), World(cut, tmp_path)
        assert proxy.cuts >= 20
        assert invariants.contents(world) == invariants.contents(undisturbed)
        assert len(invariants.contents(world)) == 6
        invariants.identity(world)
        assert told(world) == told(undisturbed)
        assert world.rows("SELECT state, work_left FROM ops.runs") == [("done", [])]


def told(world: World) -> list[tuple[object, ...]]:
    """Each item with its outcome, however often it was tried."""
    return world.rows(
        "SELECT DISTINCT stage, subject_kind, subject, status, reason FROM ops.outcomes "
        "WHERE stage IN ('poll_feeds', 'fetch_pages', 'clean_articles', 'fingerprint_texts') "
        "AND NOT (stage = 'poll_feeds' AND status = 'unchanged') ORDER BY 1, 2, 3, 4, 5"
    )
