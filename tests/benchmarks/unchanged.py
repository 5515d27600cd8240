"""What a poll of feeds costs that have not changed: wall clock and processor time.

    make bench-unchanged               200 feeds of 40 entries, 20 hosts

The feeds are served on loopback by another process; a throw-away PostgreSQL holds the
warehouse, and its time is counted apart. Three kinds of poll: the first, of new feeds; one
answered by 304; one answered by 200 with the same bytes, as servers without validators do.
"""

from __future__ import annotations

import argparse
import logging
import resource
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import psutil
from rich.console import Console
from rich.table import Table

from include import stages
from include.local.postgres import EmbeddedServer, postmaster
from include.settings import Settings
from include.stages import Run
from include.warehouse.connect import connector
from include.warehouse.migrate import migrate

ENTRIES = 40


class Feeds(BaseHTTPRequestHandler):
    """A feed under each path; `/plain/…` without validators."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self.path.rsplit("/", 1)[-1]
        etag = f'"{name}"'
        if not self.path.startswith("/plain/") and self.headers.get("If-None-Match") == etag:
            self.send_response(304)
            self.send_header("ETag", etag)
            self.end_headers()
            return
        body = _feed(name)
        self.send_response(200)
        if not self.path.startswith("/plain/"):
            self.send_header("ETag", etag)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


class Server(ThreadingHTTPServer):
    request_queue_size = 256


def _feed(name: str) -> bytes:
    items = "".join(
        f"<item><guid>https://{name}.example/{n}</guid><link>https://{name}.example/{n}</link>"
        f"<title>Headline {n} of {name}</title><description>{'Words of it. ' * 20}</description>"
        f"<pubDate>Mon, 02 Nov 2026 {n % 24:02}:00:00 GMT</pubDate></item>"
        for n in range(ENTRIES)
    )
    head = f"<rss version='2.0'><channel><title>{name}</title>"
    return f"{head}{items}</channel></rss>".encode()


def _serve(hosts: int, say: Connection) -> None:
    servers = [Server(("127.0.0.1", 0), Feeds) for _ in range(hosts)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    say.send([server.server_address[1] for server in servers])
    say.recv()


@contextmanager
def served(hosts: int) -> Iterator[list[int]]:
    """Ports of so many servers in a process of their own."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_serve, args=(hosts, theirs), daemon=True)
    process.start()
    yield ours.recv()
    ours.send("enough")
    process.join(5)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--feeds", type=int, default=200)
    options.add_argument("--hosts", type=int, default=20)
    options.add_argument("--repeat", type=int, default=3)
    given = options.parse_args()
    logging.getLogger("dateline").setLevel(logging.ERROR)
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    folder.chmod(0o755)
    table = Table("poll", "feeds", "wall s", "our CPU s", "PostgreSQL CPU s", "feeds a wall second")
    try:
        with EmbeddedServer(folder / "postgres") as database, served(given.hosts) as ports:
            migrate(database.url())
            for kind, word in (("304", "etag"), ("200, same bytes", "plain")):
                rows = _measure(folder, database.url(), ports, given.feeds, word, given.repeat)
                for poll, (wall, ours, theirs) in zip(("first", kind), rows, strict=True):
                    table.add_row(
                        poll, str(given.feeds), f"{wall:.2f}", f"{ours:.2f}", f"{theirs:.2f}",
                        f"{given.feeds / wall:.0f}",
                    )  # fmt: skip
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    Console().print(table)


Cost = tuple[float, float, float]


def _measure(
    folder: Path, url: str, ports: list[int], count: int, word: str, repeat: int
) -> tuple[Cost, Cost]:
    listed = folder / f"{word}.csv"
    rows = "".join(
        f"{word}{n},http://127.0.0.1:{ports[n % len(ports)]}/{word}/{word}{n},P{n % len(ports)}\n"
        for n in range(count)
    )
    listed.write_text(f"feed_id,url,publisher\n{rows}", "utf-8")
    settings = Settings(
        home=folder, feeds=str(listed), allow_private=tuple(f"127.0.0.1:{port}" for port in ports)
    )
    run = Run(connect=connector(url), settings=settings, run_id="bench")
    server = postmaster(folder / "postgres")
    assert server is not None
    first = _poll(run, server, expected="stored/new")
    later = [_poll(run, server, expected="unchanged/") for _ in range(repeat)]
    return first, (
        median(one[0] for one in later),
        median(one[1] for one in later),
        median(one[2] for one in later),
    )


def _poll(run: Run, server: psutil.Process, *, expected: str) -> Cost:
    began, ours, theirs = time.perf_counter(), _own_cpu(), _cpu_of(server)
    counts: dict[str, int] = {}
    for batch in stages.choose_feeds(run, poll_all=True):
        for name, number in stages.poll_feeds(run, batch).items():
            counts[name] = counts.get(name, 0) + number
    cost = time.perf_counter() - began, _own_cpu() - ours, _cpu_of(server) - theirs
    assert sum(n for name, n in counts.items() if name.startswith(expected)), counts
    return cost


def _own_cpu() -> float:
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _cpu_of(server: psutil.Process) -> float:
    # Ended backends count with their parent once it has waited for them.
    times = server.cpu_times()
    total = times.user + times.system + times.children_user + times.children_system
    for child in server.children(recursive=True):
        try:
            of_child = child.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += of_child.user + of_child.system
    return float(total)


if __name__ == "__main__":
    main()
