"""A newsroom that never ends, one request in ten at fault: nothing is lost, and memory stays.

    python -m tests.soak --minutes 120      what `make soak` does

Each round every house publishes under new addresses and a whole run is made of it, language model
included. One request in ten (feeds, pages, robots.txt) meets a fault of the network. After each run
what it saw must be what its outcomes sum to; when the faults stop, all that was ever published must
be stored within a few rounds. Prints a line a round, and a summary as JSON at the end.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil
import pytest

from include import stages, urls
from include.local.postgres import EmbeddedServer
from include.pages import guard
from include.settings import Settings
from include.stages.checking import ChecksFailed
from include.warehouse.connect import connector
from include.warehouse.migrate import migrate
from tests.conftest import execute
from tests.faults import cases, invariants
from tests.faults.certificates import authority
from tests.faults.hosts import OK, Exchange, Fault, FaultyHosts, page, sentences, whole
from tests.faults.invariants import World
from tests.faults.plain_runs import list_feeds

HOUSES = tuple(f"{name}.page.test" for name in ("ash", "birch", "cedar", "elm", "fir", "gorse"))
EACH = 3
"""How many articles each house publishes in a round."""
LISTED = 12
"""How many of its newest articles a house lists."""
SHARE = 0.1
FAULTS: dict[str, Fault] = {
    "reset": cases.reset,
    "refused": cases.refuse,
    "error": whole("", status="500 Oh"),
    "busy": whole("", status="502 Bad Gateway"),
    "short": cases.cut(b"only this"),
    "bad chunk": OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
    "no http": b"\x00\x01 nothing like HTTP\r\n\r\n",
    "slow": cases.drip,
    "bad sum": whole(b"\x1f\x8b\x08\x00" + bytes(20), "Content-Encoding: gzip"),
}
"""Of the network only: what refuses a page for what it is would be lost as it should."""


@dataclass
class Newsroom(FaultyHosts):
    """Houses that have published `newest` articles each, and fail as chance will have it."""

    newest: int = 0
    chance: random.Random = field(default_factory=lambda: random.Random(1))
    met: int = 0
    requests: int = 0

    async def _answer(self, asked: Exchange) -> None:
        self.requests += 1
        if self.faulty and self.chance.random() < SHARE:
            self.met += 1
            fault = self.chance.choice([*FAULTS.values()])
            if isinstance(fault, bytes):
                asked.writer.write(fault)
            else:
                await fault(asked)
            asked.writer.close()
        elif asked.path.startswith("/feed"):
            asked.writer.write(whole(self._feed(asked), "Content-Type: application/rss+xml"))
        elif asked.path.startswith("/page/"):
            number = int(asked.path.removeprefix("/page/"))
            body = page(asked.host, number)
            asked.writer.write(whole(body, "Content-Type: text/html; charset=utf-8"))
        else:
            asked.writer.write(whole("", status="404 Not Found"))

    def _feed(self, asked: Exchange) -> str:
        items = "".join(
            f"<item><title>{sentences(asked.host, number)[0]}</title>"
            f"<link>{asked.base}/page/{number}</link><guid>{asked.host} {number}</guid></item>"
            for number in range(self.newest, max(self.newest - LISTED, 0), -1)
        )
        return f'<rss version="2.0"><channel><title>{asked.host}</title>{items}</channel></rss>'


@dataclass
class Result:
    """What a soak found. Memory is of this process, in MiB; `slope` is over the second half."""

    rounds: int = 0
    faulty_rounds: int = 0
    requests: int = 0
    faults: int = 0
    published: int = 0
    lost: int = 0
    rounds_to_normal: int = -1
    outcomes: int = 0
    red_runs: list[str] = field(default_factory=list)
    seconds: float = 0.0
    memory_mb: list[float] = field(default_factory=list)

    @property
    def slope_mb(self) -> float:
        """MiB a round, by least squares over the second half of the rounds."""
        some = self.memory_mb[len(self.memory_mb) // 2 :]
        if len(some) < 2:
            return 0.0
        mean_x, mean_y = (len(some) - 1) / 2, sum(some) / len(some)
        above = sum((x - mean_x) * (y - mean_y) for x, y in enumerate(some))
        return above / sum((x - mean_x) ** 2 for x in range(len(some)))


def soak(
    dsn: str, folder: Path, goes_on: Callable[[int], bool], *, quiet_rounds: int = 4
) -> Result:
    """Rounds at fault while `goes_on(rounds)`, then quiet ones until all is there."""
    hosts = Newsroom(faults={}, folder=folder, trusted=authority())
    world, result, started = World(dsn, folder, hosts), Result(), time.monotonic()
    with pytest.MonkeyPatch.context() as patch, hosts.serving():
        patch.setattr(guard, "_getaddrinfo", hosts.resolve)
        list_feeds(folder, hosts, list(HOUSES))
        settings = Settings(
            home=folder / "home", feeds=str(folder / "feeds.csv"), allow_private=hosts.listed(),
            host_gap_s=0, workers=1, fetch_deadline_s=2.0, recheck_hours=(), renew_share=0,
        )  # fmt: skip
        while goes_on(result.rounds):
            _round(world, hosts, settings, result)
        result.faulty_rounds = result.rounds
        hosts.faulty = False
        missing = _missing(world, hosts)
        for number in range(1, quiet_rounds + 1):
            _round(world, hosts, settings, result, publish=False)
            missing = _missing(world, hosts)
            if not missing and result.rounds_to_normal < 0:
                result.rounds_to_normal = number
    result.lost, result.seconds = len(missing), round(time.monotonic() - started, 1)
    result.requests, result.faults = hosts.requests, hosts.met
    result.published = len(HOUSES) * hosts.newest
    ((result.outcomes,),) = world.rows("SELECT coalesce(sum(items), 0)::int FROM ops.outcomes")
    return result


def _round(
    world: World, hosts: Newsroom, settings: Settings, result: Result, *, publish: bool = True
) -> None:
    hosts.newest += EACH * publish
    run_id = f"round-{result.rounds}"
    world.rows("UPDATE core.pages SET next_fetch_at = now() WHERE next_fetch_at IS NOT NULL")
    world.rows("UPDATE ops.hosts SET not_before = now() - interval '1 second'")
    run = stages.Run(connect=connector(world.dsn), settings=settings, run_id=run_id)
    began = time.monotonic()
    try:
        stages.run_all(run, bar=lambda *_: None)
        invariants.ended(world, run_id)
    except ChecksFailed as error:  # a share of failures may be too large for a check, and is told
        result.red_runs.append(f"{run_id}: {error}")
    invariants.conservation(world, run_id)
    invariants.entries_conserved(invariants.listed_and_told(world, run_id))
    hosts.asked.clear()
    hosts.resolved.clear()
    gc.collect()
    result.rounds += 1
    result.memory_mb.append(round(psutil.Process().memory_info().rss / 2**20, 1))
    print(
        f"{run_id}: {time.monotonic() - began:.1f} s, {hosts.met} of {hosts.requests} requests "
        f"at fault, {result.memory_mb[-1]:.0f} MiB, {len(_missing(world, hosts))} articles to come",
        flush=True,
    )


def _missing(world: World, hosts: Newsroom) -> set[str]:
    stored = {url for (url,) in world.rows("SELECT canonical_url FROM core.articles")}
    return {
        urls.canonical(hosts.url(house, f"/page/{number}"))
        for house in HOUSES
        for number in range(1, hosts.newest + 1)
    } - stored


@contextlib.contextmanager
def own_server() -> Iterator[tuple[str, Path]]:
    """A server and a warehouse of one's own, and a folder."""
    with tempfile.TemporaryDirectory(prefix="dateline-soak-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "soak").mkdir()
        with EmbeddedServer(folder / "postgres") as server:
            execute(server.url(), "CREATE DATABASE soak")
            migrate(server.url("soak"))
            yield server.url("soak"), folder / "soak"


def main() -> int:
    """Soak for so many minutes; 1 where something was lost or memory grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=120.0)
    parser.add_argument("--slope", type=float, default=0.5, help="MiB a round that are let pass")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the server is stopped then, too
    end = time.monotonic() + 60 * given.minutes
    with own_server() as (dsn, folder):
        result = soak(dsn, folder, lambda _: time.monotonic() < end)
    print(json.dumps({**asdict(result), "slope_mb": round(result.slope_mb, 3)}))
    is_good = not result.lost and not result.red_runs and result.slope_mb <= given.slope
    return 0 if is_good else 1


if __name__ == "__main__":
    raise SystemExit(main())
