"""What a run holds: the largest resident memory of its processes, stage by stage.

    make bench-memory                          60 pages of 4.9 MB
    make bench-memory PAGES=200 BYTES=4900000
    make bench-memory PAGES=hostile            pages and texts made to be costly

Pages are served on loopback, by twenty hosts, from another process; the run is a process of its
own, whose tree is sampled every 50 ms. The database's processes are not counted: they are
another server's in most places.
"""

from __future__ import annotations

import argparse
import logging
import random
import shutil
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any

import psutil
from rich.console import Console
from rich.table import Table

from include import stages
from include.local.postgres import EmbeddedServer
from include.settings import Settings
from include.stages import Run
from include.warehouse.connect import connector
from include.warehouse.migrate import migrate

HOSTS = 20
SAMPLE_S = 0.05
STAGES = (
    "poll_feeds", "fetch_pages", "renew_rows", "clean_articles", "fingerprint_texts",
    "extract_texts", "group_stories", "join_entities", "join_statements", "refresh_marts",
    "check_warehouse",
)  # fmt: skip
REPORT = (
    "The harbour board of Port Ellery said on Monday that 312 containers had been moved to the "
    "northern quay, and that work would go on through the night. “We shall not wait for the "
    "storm,” said Anna Hartwell, who leads the board. Ferries to Lisbon were late by two hours. "
)


def unlike(seed: int, count: int) -> str:
    """So many made words."""
    rng = random.Random(seed)
    letters = "abcdefghijklmnoprstuvw"
    return " ".join("".join(rng.choices(letters, k=rng.randint(3, 9))) for _ in range(count))


COSTLY: Sequence[Callable[[int], str]] = (
    lambda n: "<div>" * 2_000 + f"<p>{REPORT * 5}</p>" + "</div>" * 2_000,
    lambda n: f"<p {' '.join(f'a{k}=b' for k in range(3_000))}>{REPORT * 5}</p>",
    lambda n: f'<p title="{"x" * 900_000}">{REPORT * 5}</p>',
    lambda n: f"<p>{REPORT * 5}</p><p>{'&amp; ' * 60_000}</p>",
    lambda n: f"<p>{'“a” said ' * 9_000}</p>",
    lambda n: f"<p>{REPORT}{'“' * 20_000}</p>",
    lambda n: "".join(
        f"<p>{name.title()} of {name.title()} Bay met Dr. {name[::-1].title()} in Lisbon.</p>"
        for name in unlike(n, 2_500).split()
    ),
    lambda n: f"<p>{'312 people were killed and 48 wounded, ' * 3_000}</p>",
    lambda n: f"<p>{'on Monday 3 March 2025 at 9:45, ' * 3_000}</p>",
    lambda n: f"<p>{REPORT}{' '.join('w' * 3_000 for _ in range(30))}</p>",
    lambda n: f"<p>{'Mr. ' * 22_000}</p>",
    lambda n: f"<p>{REPORT}{'e' + chr(0x301) * 40_000}</p>",
    lambda n: f"<p>{REPORT}{'([{' * 15_000}{'}])' * 15_000}</p>",
    lambda n: f"<p>{unlike(n, 45_000)}</p>",
    lambda n: f"<p>{chr(0x6211) + chr(0x4EEC) * 2}{'，说道“不' * 40_000}</p>",
    lambda n: f"<p>{REPORT * 30}</p>" + "<span>word </span>" * 14_000,
    lambda n: f"<p>{REPORT * 5}</p><table>{'<tr><td>1<td>2' * 9_000}</table>",
    lambda n: f"<p>{('Hartwell, ' * 12 + 'said ') * 700}</p>",
    lambda n: f"<p>{'! ' * 25_000}</p><p>{REPORT * 5}</p>",
    lambda n: f"<p>{'$1,000,000.00 ' * 6_000}</p>",
)


def page(what: str, number: int, size: int) -> bytes:
    """A page of about `size` bytes, or the costly one with that number; no two are the same."""
    if what == "hostile":
        body = f"<p>{unlike(number, 60)}.</p>" + COSTLY[number % len(COSTLY)](number)
    else:
        story = f"<p>{REPORT * 3}{unlike(number, 120)}.</p>"
        filling = unlike(number, 2_000)
        body = story
        if size > len(body):
            comment = f"<!-- {filling} -->"
            body += comment * ((size - len(body)) // len(comment))
    head = f"<html lang=en><head><title>Report {number} of the harbour</title></head>"
    return f"{head}<body><article><h1>Report {number}</h1>{body}</article></body></html>".encode()


def serve_pages(ready: Connection, what: str, count: int, size: int) -> None:
    """Serve twenty feeds, each on an address of its own, and their pages."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = self.path.strip("/")
            if name.isdigit():
                kind, body = "text/html", page(what, int(name), size)
            elif name.startswith("feed"):
                kind, body = "application/rss+xml", self._feed()
            else:
                self.send_response(404)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(body)

        def _feed(self) -> bytes:
            address = self.headers["Host"]
            host = int(address.split(":")[0].rpartition(".")[2]) - 2
            items = "".join(
                f"<item><title>Report {n}</title><link>http://{address}/{n}</link></item>"
                for n in range(host, count, HOSTS)
            )
            return f"<rss version='2.0'><channel><title>t</title>{items}</channel></rss>".encode()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    first = ThreadingHTTPServer(("127.0.0.2", 0), Handler)
    port = first.server_address[1]
    servers = [first] + [
        ThreadingHTTPServer((f"127.0.0.{n + 2}", port), Handler) for n in range(1, HOSTS)
    ]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    ready.send(port)
    ready.recv()


def work(settings: dict[str, Any], dsn: str, stage: Synchronized[int]) -> None:
    """One whole run; `stage` is told where it is."""
    logging.disable(logging.CRITICAL)
    run = Run(connect=connector(dsn), settings=Settings(**settings), run_id="memory")

    def bar(name: str, done: int, total: int) -> None:
        stage.value = STAGES.index(name)

    with suppress(Exception):  # a red check is not the matter here
        stages.run_all(run, bar=bar)


def sampled(process: psutil.Process, stage: Synchronized[int]) -> dict[str, list[int]]:
    """The most MiB of the process, of one child and of the tree, and the most processes, by
    stage, until the process ends."""
    most: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    with suppress(psutil.NoSuchProcess):
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            held = []
            for one in process.children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    held.append(one.memory_info().rss)
            own = process.memory_info().rss
            now = [own, max(held, default=0), own + sum(held), (len(held) + 1) << 20]
            row = most[STAGES[stage.value]]
            row[:] = [max(pair) for pair in zip(row, now, strict=True)]
            time.sleep(SAMPLE_S)
    return {name: [value >> 20 for value in row] for name, row in most.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="?", default="60", help="a number, or hostile")
    parser.add_argument("bytes", nargs="?", type=int, default=4_900_000)
    parser.add_argument("--set", action="append", default=[], help="a setting, name=value")
    given = parser.parse_args()
    what = given.pages
    count = 3 * len(COSTLY) if what == "hostile" else int(what)
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    folder.chmod(0o755)
    spawn = get_context("spawn")
    here, there = spawn.Pipe()
    server = spawn.Process(target=serve_pages, args=(there, what, count, given.bytes))
    server.start()
    port = here.recv()
    lines = [f"h{n},http://127.0.0.{n + 2}:{port}/feed,h{n}.example,,," for n in range(HOSTS)]
    (folder / "feeds.csv").write_text(
        "\n".join(["feed_id,url,publisher,title,language,country", *lines]), "utf-8"
    )
    settings: dict[str, Any] = {
        "home": folder, "feeds": str(folder / "feeds.csv"), "allow_private": ("127.0.0.0/8",),
        "extra_ports": (port,), "max_pages_per_run": max(count, 1),
        **dict(one.split("=", 1) for one in given.set),
    }  # fmt: skip
    try:
        with EmbeddedServer(folder / "postgres") as postgres:
            migrate(postgres.url())
            stage = spawn.Value("i", 0)
            process = spawn.Process(target=work, args=(settings, postgres.url(), stage))
            process.start()
            most = sampled(psutil.Process(process.pid), stage)
            process.join()
            with connector(postgres.url())() as conn, conn.cursor() as cur:
                cur.execute(
                    "SELECT stage, reason, sum(items) FROM ops.outcomes"
                    " WHERE stage <> 'read_entries' GROUP BY 1, 2 ORDER BY 1, 3 DESC"
                )
                outcomes = cur.fetchall()
    finally:
        here.send("end")
        server.join()
        shutil.rmtree(folder, ignore_errors=True)
    table = Table("stage", *(f"{name} MiB" for name in ("main", "child", "tree")), "processes")
    for name in STAGES:
        if name in most:
            table.add_row(name, *map(str, most[name]))
    table.add_row("whole run", *(str(max(row[i] for row in most.values())) for i in range(4)))
    console = Console()
    console.print(table)
    for name, reason, items in outcomes:
        console.print(f"  {name} {reason} {items}")


if __name__ == "__main__":
    main()
