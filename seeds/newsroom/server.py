"""Serve the sample newsroom on loopback.

`python -m seeds.newsroom.server --port 8765 --edition 1`, or `serve()` from a program.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import threading
import time
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from seeds.newsroom.content import DAY, EDITIONS, load_publishers
from seeds.newsroom.pages import Answer, build

HOST = "127.0.0.1"
FEED_COLUMNS = ("feed_id", "url", "publisher", "title", "language", "country")


class Request(NamedTuple):
    """A request the newsroom answered; `at` is Unix time in seconds."""

    at: float
    method: str
    path: str
    status: int


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Newsroom:
    """A newsroom that is being served. Use `serve()` to start one, `stop()` to end it."""

    def __init__(self, port: int, edition: int, day: date | None) -> None:
        self.day = day or DAY
        self.requests: list[Request] = []
        self._server = _Server((HOST, port), _handler(self))
        self.set_edition(edition)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """Its address, without a final slash."""
        return f"http://{HOST}:{self.port}"

    def set_edition(self, edition: int) -> None:
        """Let time pass: serve another edition from now on."""
        self.site = build(self.url, edition, self.day)
        self.edition = edition

    def feeds_csv(self) -> str:
        """The list of its feeds, in the form of seeds/feeds.csv."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(FEED_COLUMNS)
        for house in load_publishers().values():
            for feed in house.feeds:
                url = f"{self.url}/{house.slug}/{feed.path}"
                writer.writerow(
                    [feed.id, url, house.domain, feed.title, house.language, house.country]
                )
        return out.getvalue()

    def stop(self) -> None:
        """Stop serving and free the port."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Newsroom:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def serve(port: int = 0, edition: int = 1, day: date | None = None) -> Newsroom:
    """A newsroom, listening on loopback at `port` (0: any free one).

    Raises:
        OSError: the port is taken.
        ContentError: a source file of the newsroom is wrong.
    """
    return Newsroom(port, edition, day)


def _not_modified(answer: Answer, etag: str | None, since: str | None) -> bool:
    if answer.changed is None or answer.status != 200:
        return False
    if etag is not None:  # decides alone where both are sent (RFC 9110, 13.1.3)
        return answer.etag in [tag.strip().removeprefix("W/") for tag in etag.split(",")]
    try:
        known = parsedate_to_datetime(since) if since else None
    except ValueError:
        return False
    return known is not None and int(answer.changed.timestamp()) <= known.timestamp()


def _handler(newsroom: Newsroom) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "newsroom"
        sys_version = ""
        timeout = 30

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            answer = newsroom.site.get(path) or Answer(status=404, body=b"<h1>Page not found</h1>")
            if _not_modified(
                answer, self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
            ):
                self._send(answer, 304, b"")
            else:
                self._send(answer, answer.status, answer.body)

        do_HEAD = do_GET

        def _send(self, answer: Answer, status: int, body: bytes) -> None:
            newsroom.requests.append(Request(time.time(), self.command, self.path, status))
            self.send_response(status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.changed is not None:
                self.send_header("ETag", answer.etag)
                changed = answer.changed.astimezone(UTC)
                self.send_header("Last-Modified", format_datetime(changed, usegmt=True))
            if status != 304:
                self.send_header("Content-Type", answer.content_type)
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Requests are kept in `requests`, not printed."""

    return Handler


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--edition", type=int, choices=EDITIONS, default=1)
    parser.add_argument("--day", type=date.fromisoformat, default=DAY, help="YYYY-MM-DD")
    args = parser.parse_args()
    with serve(args.port, args.edition, args.day) as newsroom:
        print(f"edition {args.edition} of {newsroom.day} at {newsroom.url}", flush=True)
        print(newsroom.feeds_csv(), end="", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(f"{len(newsroom.requests)} requests answered at {datetime.now(UTC):%H:%M} UTC")


if __name__ == "__main__":
    main()
