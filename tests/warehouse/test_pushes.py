"""Subscriptions at a hub, from the feed that names it to the poll that a push brings about.

The hub is a real one on loopback: it takes forms, calls back to verify, and pushes.
"""

from __future__ import annotations

import hmac
import http.client
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import uvicorn
from pydantic import SecretStr

from include.commands import receiving
from include.commands.receiving import is_signed, poll_pushed
from include.stages import Run
from tests.warehouse.loopback_site import World, page, rss

SECRET = "a secret of sixteen letters"


class Hub:
    """A hub: what it was asked, and how it answers; it verifies before it answers, if told to."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.status = 202
        self.lease_s = 864_000
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
                hub.asked.append(form)
                self.send_response(hub.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/hub"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def verify(self, **changes: str) -> tuple[int, str]:
        """Call back about the last subscription, as WebSub has it."""
        form = self.asked[-1]
        asked = {
            "hub.mode": "subscribe",
            "hub.topic": form["hub.topic"],
            "hub.challenge": "<b>challenge</b>",
            "hub.lease_seconds": str(self.lease_s),
        }
        asked |= {f"hub.{name}": value for name, value in changes.items()}
        return call("GET", f"{form['hub.callback']}?{urlencode(asked)}")

    def push(self, body: bytes = b"<rss/>", *, method: str = "sha256", secret: str = "") -> int:
        """Push something, signed with the secret of the last subscription, or another."""
        form = self.asked[-1]
        key = (secret or form["hub.secret"]).encode()
        signature = f"{method}={hmac.new(key, body, method).hexdigest()}"
        return call("POST", form["hub.callback"], body, {"X-Hub-Signature": signature})[0]


def call(
    method: str, url: str, body: bytes = b"", headers: dict[str, str] | None = None
) -> tuple[int, str]:
    parts = urlsplit(url)
    conn = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    conn.request(method, f"{parts.path}?{parts.query}", body or None, headers or {})
    answer = conn.getresponse()
    return answer.status, answer.read().decode()


class Pushed(World):
    """A world whose feed names the hub, with a receiver where hubs can reach it."""

    hub: Hub
    subscriber: Run

    def feed(self, *items: tuple[str, str, str]) -> None:
        status, headers, text = rss(*items)
        link = f'<{self.hub.url}>; rel="hub", <{self.site.url}/f>; rel="self"'
        self.site.answers["/f"] = (status, headers | {"Link": link}, text)

    def poll_all(self) -> None:
        self.poll(self.subscriber)

    def row(self) -> dict[str, Any]:
        names = "state pushes refused_pushes detail"
        found = self.ask(f"SELECT {names.replace(' ', ', ')} FROM ops.subscriptions")
        return dict(zip(names.split(), found[0], strict=True)) if found else {}


@pytest.fixture
def pushed(world: World) -> Iterator[Pushed]:
    world.__class__ = Pushed
    assert isinstance(world, Pushed)
    world.hub = Hub()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    world.subscriber = world.with_settings(
        public_url=f"http://127.0.0.1:{port}/websub",
        push_secret=SecretStr(SECRET),
        allow_private=tuple(urlsplit(one).netloc for one in (world.site.url, world.hub.url)),
    )
    config = uvicorn.Config(
        receiving.app(world.subscriber, polls=False), port=port, log_level="warning"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 60
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    world.list_feeds("f")
    world.feed(("1", "/one", "One"))
    world.site.answers |= {"/one": page("x"), "/two": page("y")}
    yield world
    server.should_exit = True
    thread.join(20)
    world.hub.server.shutdown()
    world.hub.server.server_close()


def test_from_the_feed_to_the_poll_that_a_push_brings(pushed: Pushed) -> None:
    pushed.poll_all()
    (form,) = pushed.hub.asked
    assert form["hub.mode"] == "subscribe"
    assert form["hub.topic"] == f"{pushed.site.url}/f"
    assert len(form["hub.secret"]) >= 32
    assert SECRET not in str(form)
    assert pushed.row()["state"] == "asked"
    assert pushed.hub.push() == 410  # it has not been verified
    assert pushed.hub.verify() == (200, "<b>challenge</b>")
    assert pushed.row()["state"] == "active"
    assert not poll_pushed(pushed.subscriber)

    pushed.feed(("2", "/two", "Two"), ("1", "/one", "One"))
    pushed.tell(
        "UPDATE core.feeds SET last_polled_at = now() - interval '1 hour', "
        "next_poll_at = now() + interval '1 day'"
    )
    asked = len(pushed.site.asked)
    assert pushed.hub.push(secret="a guess") == 202  # who sent it learns nothing
    assert not poll_pushed(pushed.subscriber)
    assert pushed.hub.push() == 202
    assert poll_pushed(pushed.subscriber)
    assert [path for path, _ in pushed.site.asked[asked:]] == ["/f"]
    assert pushed.ask("SELECT count(*) FROM core.entries") == [(2,)]
    assert pushed.row() == {
        "state": "active", "pushes": 1, "refused_pushes": 1, "detail": "",
    }  # fmt: skip
    assert not poll_pushed(pushed.subscriber)  # once
    assert pushed.ask("SELECT state FROM ops.runs WHERE run_id LIKE 'push:%'") == [("done",)]
    kinds = dict(pushed.ask("SELECT kind, count(*) FROM ops.fetches GROUP BY kind"))
    assert kinds == {"feed": 2, "hub": 1}


def test_many_pushes_are_few_polls(pushed: Pushed) -> None:
    pushed.poll_all()
    pushed.hub.verify()
    for _ in range(5):
        assert pushed.hub.push() == 202
    assert not poll_pushed(pushed.subscriber)  # the feed was polled less than a minute ago
    ((wait,),) = pushed.ask(
        "SELECT extract(epoch FROM next_poll_at - last_polled_at) FROM core.feeds"
    )
    assert 55 <= wait <= 60


def test_nothing_is_asked_unless_an_address_is_set(pushed: Pushed) -> None:
    pushed.poll()
    assert pushed.hub.asked == []
    assert pushed.row() == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"topic": "https://other.example/feed"},
        {"mode": "unsubscribe"},
        {"mode": "publish"},
        {"challenge": ""},
        {"challenge": "x" * 2_000},
    ],
)
def test_what_we_did_not_mean_is_refused(pushed: Pushed, changes: dict[str, str]) -> None:
    pushed.poll_all()
    assert pushed.hub.verify(**changes)[0] == 404
    assert pushed.row()["state"] == "asked"


def test_an_address_that_nobody_gave_is_none(pushed: Pushed) -> None:
    pushed.poll_all()
    base = pushed.hub.asked[-1]["hub.callback"].rpartition("/")[0]
    for path in ("", "/", f"/{'0' * 32}", "/../../etc", f"/{'g' * 32}"):
        assert call("POST", base + path, b"x")[0] in (404, 410)
        assert call("GET", f"{base}{path}?hub.mode=subscribe&hub.challenge=x")[0] == 404


def test_a_hub_may_say_no(pushed: Pushed) -> None:
    pushed.poll_all()
    assert pushed.hub.verify(mode="denied", reason="not for you")[0] == 200
    assert pushed.row()["state"] == "denied"
    assert pushed.row()["detail"] == "not for you"
    assert pushed.hub.verify()[0] == 404
    pushed.poll_all()
    assert len(pushed.hub.asked) == 1  # it is asked again in a day
    pushed.tell("UPDATE ops.subscriptions SET asked_at = asked_at - interval '25 hours'")
    pushed.poll_all()
    assert len(pushed.hub.asked) == 2


@pytest.mark.parametrize("status", [400, 500, 302])
def test_a_hub_that_does_not_take_it_costs_the_poll_nothing(pushed: Pushed, status: int) -> None:
    pushed.hub.status = status
    pushed.poll_all()
    assert pushed.row()["state"] == "failed"
    assert str(status) in pushed.row()["detail"]
    assert pushed.ask("SELECT count(*) FROM core.entries") == [(1,)]


def test_a_hub_at_a_closed_address_is_not_asked(pushed: Pushed) -> None:
    allowed = (pushed.site.url.removeprefix("http://"),)
    pushed.subscriber = pushed.with_settings(
        public_url="https://dateline.example/websub",
        push_secret=SecretStr(SECRET),
        allow_private=allowed,
    )
    pushed.poll_all()
    assert pushed.hub.asked == []
    assert pushed.row()["state"] == "failed"
    assert pushed.ask("SELECT is_sent, reason FROM ops.fetches WHERE kind = 'hub'") == [
        (False, "address_refused")
    ]


def test_a_lease_is_renewed_under_the_same_address_before_it_ends(pushed: Pushed) -> None:
    pushed.poll_all()
    pushed.hub.verify()
    pushed.poll_all()
    assert len(pushed.hub.asked) == 1
    pushed.tell(
        "UPDATE ops.subscriptions SET verified_at = verified_at - interval '9 days', "
        "lease_until = lease_until - interval '9 days', asked_at = asked_at - interval '9 days'"
    )
    pushed.poll_all()
    first, second = pushed.hub.asked
    assert first == second
    assert pushed.hub.push() == 202  # it holds meanwhile
    pushed.hub.verify()
    ((left,),) = pushed.ask("SELECT extract(day FROM lease_until - now()) FROM ops.subscriptions")
    assert left >= 9


def test_a_feed_that_names_no_hub_any_more_is_pushed_no_more(pushed: Pushed) -> None:
    pushed.poll_all()
    pushed.hub.verify()
    pushed.site.answers["/f"] = rss(("3", "/three", "Three"))
    pushed.poll_all()
    assert pushed.row() == {}
    assert pushed.hub.push() == 410
    assert pushed.hub.verify(mode="unsubscribe") == (200, "<b>challenge</b>")


def test_what_is_pushed_is_bounded(pushed: Pushed) -> None:
    pushed.poll_all()
    pushed.hub.verify()
    try:
        status = pushed.hub.push(b"x" * (pushed.subscriber.settings.feed_max_bytes + 70_000))
    except OSError:  # it hung up before all was sent
        status = 413
    assert status == 413
    assert pushed.row()["pushes"] == 0


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_signatures_of_every_method(method: str) -> None:
    right = hmac.new(b"key", b"body", method).hexdigest()
    assert is_signed(b"body", f"{method}={right}", "key")
    assert is_signed(b"body", f" {method.upper()}={right.upper()} ", "key")
    assert not is_signed(b"body!", f"{method}={right}", "key")
    assert not is_signed(b"body", f"{method}={right}", "other")


@pytest.mark.parametrize(
    "signature",
    ["", "sha256", "sha256=", "md5=00", "sha256=\u00e9", f"sha2={'0' * 64}"],
)
def test_what_is_no_signature(signature: str) -> None:
    assert not is_signed(b"body", signature, "key")
