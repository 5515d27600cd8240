"""How quickly the warehouse answers at size: loading, refreshing, questions, search.

    make bench-warehouse                      100,000 articles, two million facts
    make bench-warehouse ARTICLES=20000       fewer
    make bench-warehouse FOLDER=/tmp/made     keeps the warehouse there for the next time

Loads a made warehouse (`made_warehouse.py`) by COPY, brings the marts up to date, then asks
every worked question, searches for words from rare to everywhere and for names, each five
times, and prints the median and the slowest. Plans of what was slow are kept, and named in the
table. Ends with 1 where a question takes longer than 200 ms or a search than 50 ms.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

from psycopg2.errors import QueryCanceled
from psycopg2.extensions import connection as Connection
from rich.console import Console
from rich.table import Table

from include.local.postgres import EmbeddedServer
from include.warehouse import marts
from include.warehouse.connect import connect
from include.warehouse.migrate import migrate
from tests.benchmarks.made_warehouse import load
from tests.conftest import execute
from tests.warehouse.questions import as_reader, questions

QUESTION_MS, SEARCH_MS = 200.0, 50.0
TIMES = 5
GIVE_UP_MS = 20_000
SEARCHES = (
    ("a word of most articles", "SELECT * FROM mart.search('said')"),
    ("two common words", "SELECT * FROM mart.search('earthquake toll')"),
    ("a rare word", "SELECT * FROM mart.search('ayacucho')"),
    ("a phrase", "SELECT * FROM mart.search('\"police killed\"')"),
    ("one of two, not a third", "SELECT * FROM mart.search('cholera OR vaccine -strike')"),
    ("of one week", "SELECT * FROM mart.search('court', NULL, '2026-11-10', '2026-11-17')"),
    ("of one outlet", "SELECT * FROM mart.search('court', by_publisher => 'norderbote.example')"),
    ("no such word", "SELECT * FROM mart.search('zzyzx')"),
    ("a name", "SELECT * FROM mart.find_entities('zelensky')"),
    ("part of a name", "SELECT * FROM mart.find_entities('leyen')"),
    ("a name misspelt", "SELECT * FROM mart.find_entities('ursula van der layen')"),
    ("three letters", "SELECT * FROM mart.find_entities('ban')"),
)  # fmt: skip


def main() -> int:
    """Run the benchmark; 1 where something is too slow."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="keep the made warehouse here")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="dateline-"))
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)  # where we are root, the server is another user
    console = Console(highlight=False)
    try:
        with EmbeddedServer(folder / "postgres") as server:
            name = f"made_{options.articles}"
            dsn = server.url(name)
            if not _exists(server.url(), name):
                _make(server.url(), name, dsn, options.articles, console)
            migrate(dsn)
            _refresh(dsn, console)
            return _measure(dsn, options.folder, console)
    finally:
        if options.folder is None:
            shutil.rmtree(folder, ignore_errors=True)


def _exists(url: str, name: str) -> bool:
    with closing(connect(url)) as conn, conn.cursor() as cur:
        cur.execute("SELECT FROM pg_database WHERE datname = %s", (name,))
        return cur.fetchone() is not None


def _make(url: str, name: str, dsn: str, articles: int, console: Console) -> None:
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        execute(url, f"ALTER SYSTEM SET {setting} = off")
    execute(url, "SELECT pg_reload_conf()")
    execute(url, f"CREATE DATABASE {name}")
    migrate(dsn)
    with closing(connect(dsn)) as conn:
        began = time.perf_counter()
        rows, facts = load(conn, articles)
        took = time.perf_counter() - began
    console.print(f"loaded {rows:,} rows, {facts:,} of them facts, of {articles:,} articles: "
                  f"{took:.0f} s, {rows / took:,.0f} rows a second")  # fmt: skip


def _refresh(dsn: str, console: Console) -> None:
    with closing(connect(dsn)) as conn:
        with conn, conn.cursor() as cur:
            began = time.perf_counter()
            waiting = marts.to_summarize(cur)
            found = time.perf_counter() - began
        began = time.perf_counter()
        for start in range(0, len(waiting), 5_000):
            with conn, conn.cursor() as cur:
                marts.summarize(cur, waiting[start : start + 5_000])
        took = time.perf_counter() - began
        with conn, conn.cursor() as cur:
            cur.execute("ANALYZE")
            began = time.perf_counter()
            views = marts.refresh_views(cur)
            refreshed = time.perf_counter() - began
    console.print(f"{len(waiting):,} articles found due in {found:.2f} s, read in {took:.0f} s; "
                  f"{views} views refreshed in {refreshed:.1f} s")  # fmt: skip


def _measure(dsn: str, folder: Path | None, console: Console) -> int:
    asked = [
        *((each.title, each.sql, QUESTION_MS) for each in questions()),
        *((f"search: {title}", sql, SEARCH_MS) for title, sql in SEARCHES),
    ]
    table = Table("question", "rows", "median ms", "slowest ms", "plan", box=None, pad_edge=False)
    slow = 0
    with closing(as_reader(dsn)) as conn:
        for title, sql, most in asked:
            times, rows = _times(conn, sql)
            plan = ""
            if median(times) > most:
                slow += 1
                plan = _keep_plan(conn, sql, folder, title, max(times))
            table.add_row(title, str(rows), f"{median(times):.1f}", f"{max(times):.1f}", plan)
    console.print(table)
    console.print(f"{len(asked)} asked, {slow} too slow "
                  f"({QUESTION_MS:.0f} ms a question, {SEARCH_MS:.0f} ms a search)")  # fmt: skip
    return 1 if slow else 0


def _times(conn: Connection, sql: str) -> tuple[Sequence[float], int]:
    times, rows = [], 0
    with conn.cursor() as cur:
        cur.execute(f"SET statement_timeout = {GIVE_UP_MS}")
        for _ in range(TIMES + 1):  # the first warms the caches, and is told nowhere
            began = time.perf_counter()
            try:
                cur.execute(sql)
            except QueryCanceled:
                conn.rollback()
                return [float(GIVE_UP_MS)], 0
            rows = len(cur.fetchall())
            times.append((time.perf_counter() - began) * 1000)
    return times[1:], rows


def _keep_plan(conn: Connection, sql: str, folder: Path | None, title: str, ms: float) -> str:
    plans = folder or Path(tempfile.mkdtemp(prefix="dateline-plans-"))
    path = plans / f"{re.sub(r'[^a-z]+', '_', title.lower())[:60].strip('_')}.plan"
    with conn.cursor() as cur:
        analyze = "ANALYZE, BUFFERS" if ms < GIVE_UP_MS else "COSTS"
        cur.execute(f"EXPLAIN ({analyze}) {sql}")
        path.write_text("\n".join(row[0] for row in cur.fetchall()), "utf-8")
    return str(path)


if __name__ == "__main__":
    sys.exit(main())
