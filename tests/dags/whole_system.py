"""A whole system to disturb: Airflow and PostgreSQL as `make up` has them, and what it brings."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import psycopg2

from include.local import processes
from include.settings import PROJECT, Settings

BOOT_S = 400.0

# What a run brings, without numbers of rows and times of the clock.
_TEXT = "encode(t.sha256, 'hex')"
PRODUCTS = {
    "entries": "SELECT concat_ws('|', feed_id, url, title) FROM core.entries",
    "articles": f"""
        SELECT concat_ws('|', canonical_url, v.number, v.title, {_TEXT})
        FROM core.articles JOIN core.article_versions AS v USING (version_id)
        JOIN core.texts AS t ON t.text_id = v.text_id""",
    "texts": "SELECT encode(sha256, 'hex') || body FROM core.texts",
    "copies": """
        SELECT encode(copy.sha256, 'hex') || encode(original.sha256, 'hex')
        FROM core.texts AS copy JOIN core.texts AS original ON original.text_id = copy.copy_of""",
    "stories": f"""
        SELECT string_agg(a.canonical_url || {_TEXT}, ' ' ORDER BY a.canonical_url)
        FROM core.story_articles AS s JOIN core.articles AS a USING (article_id)
        JOIN core.article_versions AS v ON v.version_id = a.version_id
        JOIN core.texts AS t ON t.text_id = v.text_id GROUP BY s.story_id""",
    "statements": "SELECT concat_ws('|', text, quotes, texts) FROM core.statements",
    "extractions": f"SELECT {_TEXT} FROM core.extractions JOIN core.texts AS t USING (text_id)",
} | {
    facts: f"""
        SELECT {_TEXT} || (
            SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(fact))
            WHERE right(key, 3) <> '_id')
        FROM core.{facts} AS fact JOIN core.texts AS t USING (text_id)"""
    for facts in ("mentions", "quotes", "figures", "times", "events")
}  # fmt: skip

Products = dict[str, tuple[int, str]]


def ask(url: str, query: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows of a query, in a transaction and a session of its own."""
    with closing(psycopg2.connect(url, connect_timeout=10)) as conn, conn, conn.cursor() as cur:
        cur.execute(query, values or None)
        return list(cur.fetchall()) if cur.description else []


def products(warehouse: str) -> Products:
    """The count and the checksum of everything that runs bring."""
    found = {}
    for name, query in PRODUCTS.items():
        ((count, checksum),) = ask(
            warehouse,
            "SELECT count(*), md5(coalesce(string_agg(one, ' ' ORDER BY one), '')) "
            f"FROM ({query}) AS rows (one)",
        )
        found[name] = (int(count), str(checksum))
    return found


def wait_until(look: Callable[[], object], most_s: float, failed: str) -> None:
    """Wait until `look` finds something; a server that is away for a moment is waited for."""
    started = time.monotonic()
    while True:
        with suppress(psycopg2.Error):
            if look():
                return
        assert time.monotonic() - started < most_s, failed
        time.sleep(0.1)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: in Airflow's words, and in the warehouse's own."""

    run_id: str
    airflow: str
    state: str
    reason: str
    left: Sequence[dict[str, Any]]
    claims: dict[str, int]
    products: Products


@dataclass(slots=True)
class System:
    """`make up` in a home of its own, its databases in the embedded server of that home."""

    home: Path
    port: int
    windows: dict[str, float] = field(default_factory=dict)
    """Seconds of processor time that a stage takes, from its first claim to its last, in a run
    that nobody disturbs. By the clock a busy neighbour would move every moment."""

    @property
    def data(self) -> Path:
        """The folder of the embedded server."""
        return self.home / "postgres"

    @property
    def settings(self) -> Settings:
        """The settings of this home."""
        return Settings(home=self.home, api_port=self.port)

    @property
    def env(self) -> dict[str, str]:
        """The environment of the system's processes."""
        return {
            **os.environ, "DATELINE_HOME": str(self.home), "DATELINE_API_PORT": str(self.port),
            "DATELINE_SCHEDULE": "none", "DATELINE_SAMPLE_DAY": "fixed", "OMP_NUM_THREADS": "1",
            "PYTHONPATH": str(PROJECT),
        }  # fmt: skip

    def url(self, database: str) -> str:
        """The URL of one of its databases."""
        socket = (self.data / "postmaster.pid").read_text("ascii").splitlines()[4]
        return f"postgresql://postgres@/{database}?host={socket}"

    @property
    def warehouse(self) -> str:
        """The URL of the warehouse."""
        return self.url("warehouse")

    @contextmanager
    def up(self) -> Iterator[processes.Child]:
        """`make up`, from saying that it is up until it is stopped."""
        command = [sys.executable, "-m", "include.local", "up"]
        log = self.home / "up.log"
        child = processes.start("up", command, env=self.env, log=log)

        def is_up() -> bool:
            assert child.process.poll() is None, "\n".join(child.last_lines())
            return "Dateline is up" in log.read_text("utf-8")

        try:
            wait_until(is_up, BOOT_S, "Airflow is not up")
            wait_until(self._knows_its_dags, BOOT_S, "Airflow knows no DAG")
            yield child
        finally:
            child.process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                child.process.wait(60)
            processes.stop([child], patience_s=30.0)

    def _knows_its_dags(self) -> bool:
        found = ask(
            self.url("airflow"),
            "SELECT count(*) FROM dag WHERE dag_id IN ('ingest_news', 'import_warc')",
        )
        return found == [(2,)]

    def keep_pristine(self) -> None:
        """Keep a copy of the warehouse as it is, empty, for `reset`."""

        def is_copied() -> bool:  # it cannot be while somebody is in it
            ask_outside(self.url("postgres"), "CREATE DATABASE pristine TEMPLATE warehouse")
            return True

        wait_until(is_copied, BOOT_S, "the warehouse is never left alone")

    def reset(self) -> None:
        """A new, empty warehouse and archive, as before the first run."""
        server = self.url("postgres")
        ask_outside(server, "DROP DATABASE warehouse WITH (FORCE)")
        ask_outside(server, "CREATE DATABASE warehouse TEMPLATE pristine")
        for folder in (self.home / "archive").iterdir():
            shutil.rmtree(folder)

    def scheduler(self, up: processes.Child) -> psutil.Process | None:
        """The scheduler's process, a child of `make up`, if it runs."""
        for one in psutil.Process(up.process.pid).children():
            with suppress(psutil.Error):
                if one.cmdline()[-1:] == ["scheduler"]:
                    return one
        return None

    def ended(self, run_id: str, state: str) -> Ended:
        """How a run ended that Airflow calls `state`."""
        url = self.warehouse
        ((told, reason, left),) = ask(
            url, "SELECT state, state_reason, work_left FROM ops.runs WHERE run_id = %s", run_id
        )
        claims = ask(
            url, "SELECT stage, count(*) FROM ops.claims WHERE run_id = %s GROUP BY stage", run_id
        )
        return Ended(run_id, state, told, reason, left, dict(claims), products(url))


def ask_outside(url: str, statement: str) -> None:
    """A statement outside any transaction."""
    with closing(psycopg2.connect(url)) as conn:
        conn.autocommit = True
        with conn.cursor() as cur:
            cur.execute(statement)
