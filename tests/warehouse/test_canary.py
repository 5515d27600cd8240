"""A key in a feed's URL is kept where feeds are, and shown nowhere else."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from include import stages
from include.settings import Settings
from include.stages.runs import RunFailed
from include.warehouse.connect import connect, connector
from seeds.newsroom.server import serve

CANARY = "Kanarienvogel7Xq"
# What no reader sees: the feeds themselves, which could not be polled without.
_BESIDE_FEEDS = re.compile(r"core\.feeds")


class _Hostile(BaseHTTPRequestHandler):
    """Redirects: in a circle, to a private address, and to a path that is no address."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host = self.headers["Host"]
        to = {
            "/loop": f"http://{host}/loop?key={CANARY}",
            "/away": f"http://10.0.0.1/feed?key={CANARY}",
            "/odd": f"http://[/feed?key={CANARY}",
            "/secret": f"http://user:{CANARY}@{host}/feed",
            "/page": f"http://{host}/absent?key={CANARY}",
        }.get(self.path.partition("?")[0])
        self.send_response(302 if to else 404)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def hostile() -> Iterator[int]:
    """The port of a server whose redirects repeat the key."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Hostile) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def kept_outside_feeds(dsn: str) -> list[str]:
    """Columns of the warehouse that hold the canary, but for those that are meant to."""
    found = []
    with closing(connect(dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(
            "SELECT format('%I.%I', nspname, relname) FROM pg_class"
            " JOIN pg_namespace ON pg_namespace.oid = relnamespace"
            " WHERE relkind IN ('r', 'm') AND nspname IN ('core', 'ops', 'mart')"
        )
        for (table,) in cur.fetchall():
            cur.execute(f"SELECT count(*) FROM {table} AS one WHERE one::text LIKE '%{CANARY}%'")
            if cur.fetchone() != (0,) and not _BESIDE_FEEDS.match(table):
                found.append(table)
    return found


def test_a_key_in_a_feeds_url_is_shown_nowhere(
    warehouse_dsn: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="dateline")
    with serve() as newsroom, hostile() as port:
        lines = newsroom.feeds_csv().splitlines()
        listed = [
            lines[0],
            *(re.sub(r",(http[^,]*),", rf",\1?key={CANARY},", line, count=1) for line in lines[1:]),
            *(f"bad-{path},http://127.0.0.1:{port}/{path}?key={CANARY},bad.example,,,"
              for path in ("loop", "away", "odd", "secret", "absent")),
            f"creds,http://ann:{CANARY}@127.0.0.1:{port}/feed,bad.example,,,",
            f"twice,http://127.0.0.1:{port}/loop?key={CANARY},bad.example,,,",
        ]  # fmt: skip
        (tmp_path / "feeds.csv").write_text("\n".join(listed) + "\n", "utf-8")
        settings = Settings(
            home=tmp_path, feeds=str(tmp_path / "feeds.csv"),
            allow_private=(f"127.0.0.1:{newsroom.port}", f"127.0.0.1:{port}"),
        )  # fmt: skip
        run = stages.Run(connect=connector(warehouse_dsn), settings=settings, run_id="canary")
        stages.open_run(run, kind="by_hand")
        came: list[object] = []
        for batch in stages.choose_feeds(run, poll_all=True):
            came += [batch, stages.poll_feeds(run, batch)]
        for batch in stages.choose_pages(run)[:1]:
            came += [batch, stages.fetch_pages(run, batch)]
        for batch in stages.choose_articles(run):
            came += [batch, stages.clean_articles(run, batch)]
    with closing(connect(warehouse_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute("UPDATE core.feeds SET failures = 5 WHERE feed_id LIKE 'bad-%'")
        cur.execute("SELECT count(*) FROM ops.outcomes WHERE detail LIKE '%***%'")
        ((told,),) = cur.fetchall()
    with suppress(Exception):  # what it finds is not the matter here
        stages.refresh_marts(run)
    with suppress(Exception):
        stages.check_warehouse(run)
    came.append(stages.tell_alerts(run))
    for batch in stages.choose_days(run):
        came += [batch, stages.export_days(run, batch)]
    with pytest.raises(RunFailed) as failed:
        stages.close_run(run, failed=f"stopped at http://127.0.0.1/feed?key={CANARY}")
    came.append(failed.value)

    assert told >= 3  # the redirects were told, masked
    assert "quiet_feeds" in caplog.text
    assert CANARY not in caplog.text
    assert CANARY not in repr(came)
    assert kept_outside_feeds(warehouse_dsn) == []
    exported = [one for one in (tmp_path / "exports").rglob("*") if one.is_file()]
    assert exported
    assert [one for one in exported if CANARY.encode() in one.read_bytes()] == []


def test_an_error_that_names_an_address_is_logged_without_its_key(
    caplog: pytest.LogCaptureFixture,
) -> None:
    from include.logs import log

    try:
        raise ValueError(f"no feed at http://news.example/rss?key={CANARY}")
    except ValueError:
        log.exception("could not read %s", f"http://ann:{CANARY}@news.example/rss")
    assert "http://***@news.example/rss" in caplog.text
    assert "rss?key=***" in caplog.text
    assert CANARY not in caplog.text
