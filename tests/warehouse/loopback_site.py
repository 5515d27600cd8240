"""A site on loopback that answers as told, and a warehouse that polls its feeds."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from include import stages
from include.settings import Settings
from include.stages import Run
from include.warehouse.connect import connector

Answer = tuple[int, dict[str, str], str]
MISSING: Answer = (404, {}, "")


def rss(*items: tuple[str, str, str]) -> Answer:
    """A feed of (guid, path, title)."""
    listed = "".join(
        f"<item><guid isPermaLink='false'>{guid}</guid><link>{{site}}{path}</link>"
        f"<title>{title}</title></item>"
        for guid, path, title in items
    )
    text = f"<rss version='2.0'><channel><title>T</title>{listed}</channel></rss>"
    return 200, {"Content-Type": "application/rss+xml"}, text


def page(words: str, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return 200, {"Content-Type": "text/html"} | named, f"<html><body><p>{words}</p></body></html>"


def redirect(status: int, to: str) -> Answer:
    return status, {"Location": to}, ""


class Site:
    """Answers by path, and what was asked: (path, headers)."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                status, headers, body = site.answers.get(self.path, MISSING)
                etag = headers.get("ETag")
                if etag and self.headers.get("If-None-Match") == etag:
                    status, body = 304, ""
                data = body.replace("{site}", site.url).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if status != 304:
                    self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class World:
    """A warehouse that polls the site's feeds."""

    def __init__(self, dsn: str, site: Site, folder: Path) -> None:
        self.site = site
        self.list_file = folder / "feeds.csv"
        self._settings = Settings(
            allow_private=(site.url.removeprefix("http://"),), feeds=str(self.list_file),
            archive=(folder / "archive").as_uri(), workers=1,
        )  # fmt: skip
        self._connect = connector(dsn)
        self.run = self.with_settings()

    def with_settings(self, **changes: Any) -> Run:
        return Run(
            connect=self._connect, settings=self._settings.model_copy(update=changes), run_id="test"
        )

    def list_feeds(self, *names: str) -> None:
        rows = "".join(f"{name},{self.site.url}/{name},A\n" for name in names)
        self.list_file.write_text(f"feed_id,url,publisher\n{rows}")

    def poll(self, run: Run | None = None) -> None:
        for batch in stages.choose_feeds(run or self.run, poll_all=True):
            stages.poll_feeds(run or self.run, batch)

    def fetch(self, run: Run | None = None) -> None:
        self.tell("UPDATE core.pages SET next_fetch_at = now() WHERE next_fetch_at IS NOT NULL")
        for batch in stages.choose_pages(run or self.run):
            stages.fetch_pages(run or self.run, batch)

    def tell(self, statement: str) -> None:
        with self.run.transaction() as cur:
            cur.execute(statement)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        with self.run.transaction() as cur:
            cur.execute(query)
            return list(cur.fetchall())
