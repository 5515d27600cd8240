"""Servers that misbehave: every fault ends in time, with the right reason, and stays put.

One server on loopback answers each path with one fault, byte by byte, on raw sockets. The
guard allows exactly this server's address and port, so that a step anywhere else, another
port of loopback included, is refused.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from itertools import pairwise

import pytest

from include.outcomes import Reason
from include.pages.client import Client
from include.pages.errors import FetchError
from include.pages.fetch import FEED, Fetcher, Request
from include.pages.guard import AddressGuard
from include.records import Response

OK = b"HTTP/1.1 200 OK\r\n"
CAP = 1_000_000
DEADLINE_S = 1.0
Writer = asyncio.StreamWriter
Handler = Callable[["Server", Writer, dict[str, str]], Awaitable[None]]
HANDLERS: dict[str, Handler] = {}


@dataclass
class Server:
    """The server, and what it was asked: (seconds, path, headers)."""

    port: int = 0
    log: list[tuple[float, str, dict[str, str]]] = field(default_factory=list)
    robots: bytes = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for _, path, _ in self.log]

    async def handle(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                path = head[0].split(" ")[1]
                pairs = (line.split(": ", 1) for line in head[1:] if ": " in line)
                headers = {name.lower(): value for name, value in pairs}
                self.log.append((time.monotonic(), path, headers))
                if path == "/robots.txt":
                    writer.write(self.robots)
                else:
                    name = path.strip("/").split("/")[0].split("?")[0]
                    await HANDLERS[name](self, writer, headers)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


def handler(name: str) -> Callable[[Handler], Handler]:
    def register(function: Handler) -> Handler:
        HANDLERS[name] = function
        return function

    return register


def raw(name: str, data: bytes, *, close: bool = False) -> None:
    async def answer(server: Server, writer: Writer, headers: dict[str, str]) -> None:
        writer.write(data)
        if close:
            await writer.drain()
            writer.close()

    HANDLERS[name] = answer


def whole(body: bytes, *headers: str) -> bytes:
    lines = "".join(f"{line}\r\n" for line in headers).encode("latin-1")
    return OK + lines + b"Content-Length: %d\r\n\r\n" % len(body) + body


def bomb() -> bytes:
    # About 2 MB that become 2 GB, made from one member repeated.
    member = gzip.compress(bytes(100_000_000), 9)
    return member * 20


raw("fine", whole(b"<p>fine</p>", 'ETag: W/"a,b"', "Last-Modified: Mon, 02 Sep 2024 10:00:00 GMT"))
raw("empty", whole(b""))
raw("no_length", OK + b"Connection: close\r\n\r\n<p>until the end</p>", close=True)
raw("short", OK + b"Content-Length: 500\r\n\r\nonly this", close=True)
raw("short_chunk", OK + b"Transfer-Encoding: chunked\r\n\r\n50\r\nonly this", close=True)
raw("bad_chunk", OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n")
raw("two_lengths", OK + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\nhello")
raw("garbage", b"\x00\x01\x02 nothing like HTTP\r\n\r\n")
raw("http09", b"<html>no status line</html>", close=True)
raw("long_header", OK + b"X-A: " + b"a" * 1_000_000 + b"\r\nContent-Length: 2\r\n\r\nok")
raw("many_headers", OK + b"X-A: a\r\n" * 20_000 + b"Content-Length: 2\r\n\r\nok")
raw("announced", OK + b"Content-Length: 200000000\r\n\r\n" + b"a" * 70_000)
raw("gzip", whole(gzip.compress(b"<p>packed</p>"), "Content-Encoding: gzip"))
raw(
    "gzip_members",
    whole(gzip.compress(b"<p>") + gzip.compress(b"two</p>"), "Content-Encoding: gzip"),
)
raw("deflate", whole(zlib.compress(b"<p>packed</p>"), "Content-Encoding: deflate"))
raw("raw_deflate", whole(zlib.compress(b"<p>packed</p>", wbits=-15), "Content-Encoding: deflate"))
raw("not_gzip", whole(b"<p>plain</p>", "Content-Encoding: gzip"))
raw("cut_gzip", whole(gzip.compress(b"<p>packed</p>" * 999)[:-9], "Content-Encoding: gzip"))
raw("bad_crc", whole(gzip.compress(b"<p>x</p>")[:-8] + b"\x00" * 8, "Content-Encoding: gzip"))
raw("brotli", whole(b"whatever", "Content-Encoding: br"))
raw("stacked", whole(b"whatever", "Content-Encoding: " + ", ".join(["gzip"] * 40)))
raw("bomb", OK + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + bomb(), close=True)
raw("not_modified", b'HTTP/1.1 304 Not Modified\r\nETag: "new"\r\n\r\n')
raw("missing", b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
raw("gone", b"HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")
raw("odd_status", b"HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n")
raw("challenge", b"HTTP/1.1 403 No\r\nCF-Mitigated: challenge\r\nContent-Length: 0\r\n\r\n")
raw("error", b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n")


@handler("silent")
async def _silent(server: Server, writer: Writer, headers: dict[str, str]) -> None:
    await asyncio.sleep(60)


@handler("slow_headers")
async def _slow_headers(server: Server, writer: Writer, headers: dict[str, str]) -> None:
    writer.write(OK)
    for number in range(300):
        writer.write(b"X-%d: a\r\n" % number)
        await writer.drain()
        await asyncio.sleep(0.2)


@handler("drip")
async def _drip(server: Server, writer: Writer, headers: dict[str, str]) -> None:
    writer.write(OK + b"Content-Length: 300\r\n\r\n")
    for _ in range(300):
        writer.write(b"a")
        await writer.drain()
        await asyncio.sleep(0.2)


@handler("endless")
async def _endless(server: Server, writer: Writer, headers: dict[str, str]) -> None:
    writer.write(OK + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"8000\r\n" + b"a" * 0x8000 + b"\r\n")
        await writer.drain()


@handler("reset")
async def _reset(server: Server, writer: Writer, headers: dict[str, str]) -> None:
    writer.write(OK + b"Content-Length: 300\r\n\r\nabc")
    await writer.drain()
    writer.get_extra_info("socket").setsockopt(
        socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00"
    )
    writer.transport.abort()


def redirect(name: str, location: Callable[[Server], str]) -> None:
    async def answer(server: Server, writer: Writer, headers: dict[str, str]) -> None:
        to = location(server).encode("utf-8")
        writer.write(b"HTTP/1.1 302 Found\r\nLocation: %b\r\nContent-Length: 0\r\n\r\n" % to)

    HANDLERS[name] = answer


redirect("moved", lambda server: "/fine")
redirect("moved_relative", lambda server: "../fine#part")
redirect("ping", lambda server: "/pong")
redirect("pong", lambda server: "/ping")
redirect("growing", lambda server: f"/growing?{len(server.log)}")
LEADS_AWAY = {
    "other_port": "http://127.0.0.1:9/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "v6_loopback": "http://[::1]/",
    "nat64": "http://[64:ff9b::a9fe:a9fe]/",
    "mapped": "http://[::ffff:127.0.0.1]/",
    "hex": "http://0x7f.1/",
    "decimal": "http://2130706433/",
    "zero": "http://0.0.0.0/",
    "file": "file:///etc/passwd",
    "gopher": "gopher://127.0.0.1:70/",
    "data": "data:text/html,x",
    "credentials": "http://user:secret@example.org/",
    "ssh": "http://93.184.216.34:22/",
    "over_long": "http://example.org/" + "x" * 60_000,
}
for _name, _location in LEADS_AWAY.items():
    redirect(_name, lambda server, to=_location: to)  # type: ignore[misc]


@handler("later")
async def _later(server: Server, writer: Writer, headers: dict[str, str]) -> None:
    value = server.paths()[-1].split("?", 1)[1].replace("+", " ")
    writer.write(
        b"HTTP/1.1 429 Slow Down\r\nRetry-After: %b\r\nContent-Length: 0\r\n\r\n" % value.encode()
    )


@asynccontextmanager
async def newsroom(**options: object) -> AsyncIterator[tuple[Server, Client, Fetcher]]:
    server = Server()
    listener = await asyncio.start_server(server.handle, "127.0.0.1", 0)
    server.port = listener.sockets[0].getsockname()[1]
    guard = AddressGuard([f"127.0.0.1:{server.port}"])
    settings = {
        "deadline_s": DEADLINE_S, "gap_s": 5.0, "private_gap_s": 0.0, "host_concurrency": 4,
        "connections": 8, "agent": "Dateline", **options,
    }  # fmt: skip
    async with Client(guard, user_agent="Dateline/0 (+https://example.org)") as client:
        yield server, client, Fetcher(client, **settings)  # type: ignore[arg-type]
    listener.close()


def get(path: str, *, deadline_s: float = DEADLINE_S, **options: str) -> Response | FetchError:
    async def one() -> Response | FetchError:
        async with newsroom() as (server, client, _):
            try:
                return await client.get(
                    server.url(path), max_bytes=CAP, deadline_s=deadline_s, **options
                )
            except FetchError as error:
                return error

    return asyncio.run(one())


FAULTS = {
    "silent": Reason.TIMED_OUT,
    "slow_headers": Reason.TIMED_OUT,
    "drip": Reason.TIMED_OUT,
    "endless": Reason.TOO_LARGE,
    "announced": Reason.TOO_LARGE,
    "bomb": Reason.TOO_LARGE,
    "reset": Reason.BROKEN_TRANSFER,
    "short": Reason.BROKEN_TRANSFER,
    "short_chunk": Reason.BROKEN_TRANSFER,
    "bad_chunk": Reason.BROKEN_TRANSFER,
    "two_lengths": Reason.BROKEN_TRANSFER,
    "garbage": Reason.BROKEN_TRANSFER,
    "http09": Reason.BROKEN_TRANSFER,
    "long_header": Reason.BROKEN_TRANSFER,
    "many_headers": Reason.BROKEN_TRANSFER,
    "cut_gzip": Reason.BROKEN_TRANSFER,
    "bad_crc": Reason.BROKEN_TRANSFER,
    "brotli": Reason.BROKEN_TRANSFER,
    "stacked": Reason.BROKEN_TRANSFER,
    "ping": Reason.TOO_MANY_REDIRECTS,
    "growing": Reason.TOO_MANY_REDIRECTS,
    **dict.fromkeys(LEADS_AWAY, Reason.ADDRESS_REFUSED),
}


@pytest.mark.parametrize(("path", "reason"), FAULTS.items())
def test_fault_ends_in_time_with_its_reason(path: str, reason: Reason) -> None:
    started = time.monotonic()
    answer = get(f"/{path}", deadline_s=DEADLINE_S if reason == Reason.TIMED_OUT else 10.0)
    assert isinstance(answer, FetchError)
    assert answer.reason == reason, answer
    if reason == Reason.TIMED_OUT:
        assert time.monotonic() - started < DEADLINE_S + 1.0


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("fine", b"<p>fine</p>"),
        ("moved", b"<p>fine</p>"),
        ("moved_relative", b"<p>fine</p>"),
        ("no_length", b"<p>until the end</p>"),
        ("empty", b""),
        ("gzip", b"<p>packed</p>"),
        ("gzip_members", b"<p>two</p>"),
        ("deflate", b"<p>packed</p>"),
        ("raw_deflate", b"<p>packed</p>"),
        ("not_gzip", b"<p>plain</p>"),
    ],
)
def test_body_arrives_whole(path: str, body: bytes) -> None:
    answer = get(f"/{path}")
    assert isinstance(answer, Response), answer
    assert answer.body == body


def test_redirects_are_told() -> None:
    answer = get("/moved")
    assert isinstance(answer, Response)
    assert answer.url.endswith("/fine")
    assert answer.requested_url.endswith("/moved")
    assert [status for status, _ in answer.redirects] == [302]


def test_bomb_costs_little_time() -> None:
    started = time.process_time()
    get("/bomb", deadline_s=20)
    assert time.process_time() - started < 1.0


def test_validators_go_back_as_they_came() -> None:
    async def both() -> Server:
        async with newsroom() as (server, client, _):
            first = await client.get(server.url("/fine"), max_bytes=CAP, deadline_s=5)
            second = await client.get(
                server.url("/not_modified"), max_bytes=CAP, deadline_s=5,
                etag=first.headers["etag"], last_modified=first.headers["last-modified"],
            )  # fmt: skip
            assert (second.status, second.body, second.headers["etag"]) == (304, b"", '"new"')
        return server

    sent = asyncio.run(both()).log[-1][2]
    assert sent["if-none-match"] == 'W/"a,b"'
    assert sent["if-modified-since"] == "Mon, 02 Sep 2024 10:00:00 GMT"
    assert not {"authorization", "cookie"} & sent.keys()


def test_refused_redirect_reaches_nobody() -> None:
    async def main() -> tuple[FetchError, list[str]]:
        async with newsroom() as (own, client, _), newsroom() as (other, _client, _fetcher):
            redirect("to_other", lambda server: other.url("/fine"))
            with pytest.raises(FetchError) as caught:
                await client.get(own.url("/to_other"), max_bytes=CAP, deadline_s=5)
            return caught.value, other.paths()

    error, reached = asyncio.run(main())
    assert error.reason == Reason.ADDRESS_REFUSED
    assert reached == []


@pytest.mark.parametrize(
    "answers", [["93.184.216.34", "127.0.0.1"], ["127.0.0.1"], ["fd00::1"], ["10.0.0.8"]]
)
def test_name_with_any_private_answer_is_refused(
    monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    def resolve(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (text, port)) for text in answers]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)

    async def main() -> None:
        async with Client(AddressGuard(), user_agent="Dateline/0") as client:
            await client.get("http://news.test/", max_bytes=CAP, deadline_s=5)

    with pytest.raises(FetchError) as caught:
        asyncio.run(main())
    assert caught.value.reason == Reason.ADDRESS_REFUSED


def test_name_is_resolved_once_for_check_and_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers differently the second time gains nothing: there is none."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *args: object, **options: object) -> list[object]:
        if host != "news.test":
            return real(host, port, *args, **options)  # type: ignore[arg-type, return-value]
        asked.append(host)
        text = "127.0.0.1" if len(asked) == 1 else "127.0.0.2"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (text, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)

    async def main() -> Server:
        async with newsroom() as (server, client, _):
            answer = await client.get(
                f"http://news.test:{server.port}/fine", max_bytes=CAP, deadline_s=5
            )
            assert answer.body == b"<p>fine</p>"
        return server

    server = asyncio.run(main())
    assert asked == ["news.test"]
    assert server.log[0][2]["host"] == f"news.test:{server.port}"


def test_plaintext_where_tls_was_asked_for() -> None:
    async def talk(reader: asyncio.StreamReader, writer: Writer) -> None:
        writer.write(whole(b"not TLS"))
        await reader.read()
        writer.close()

    async def main() -> None:
        listener = await asyncio.start_server(talk, "127.0.0.1", 0)
        port = listener.sockets[0].getsockname()[1]
        async with Client(AddressGuard([f"127.0.0.1:{port}"]), user_agent="Dateline/0") as client:
            await client.get(f"https://127.0.0.1:{port}/", max_bytes=CAP, deadline_s=5)

    with pytest.raises(FetchError) as caught:
        asyncio.run(main())
    assert caught.value.reason == Reason.TLS_FAILED


def test_certificates_are_verified() -> None:
    async def main() -> ssl.SSLContext:
        async with Client(AddressGuard(), user_agent="Dateline/0") as client:
            return client.tls

    context = asyncio.run(main())
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


def test_refused_connection() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]

        async def main() -> None:
            guard = AddressGuard([f"127.0.0.1:{port}"])
            async with Client(guard, user_agent="Dateline/0") as client:
                await client.get(f"http://127.0.0.1:{port}/", max_bytes=CAP, deadline_s=5)

        with pytest.raises(FetchError) as caught:
            asyncio.run(main())
    assert caught.value.reason == Reason.CONNECTION_FAILED


def fetch(
    paths: list[str], robots: bytes | None = None, **options: object
) -> tuple[Server, Fetcher, dict[str, Response | FetchError]]:
    async def main() -> tuple[Server, Fetcher, dict[str, Response | FetchError]]:
        async with newsroom(**options) as (server, _, fetcher):
            if robots is not None:
                server.robots = robots
            requests = [Request(id=path, url=server.url(path), max_bytes=CAP) for path in paths]
            answers = {one.id: answer async for one, answer in fetcher.fetch(requests)}
        return server, fetcher, answers

    return asyncio.run(main())


def reason_of(answer: Response | FetchError) -> Reason:
    assert isinstance(answer, FetchError), answer
    return answer.reason


@pytest.mark.parametrize(
    ("path", "reason", "status"),
    [
        ("/missing", Reason.NOT_FOUND, 404),
        ("/gone", Reason.GONE, 410),
        ("/error", Reason.HTTP_SERVER_ERROR, 500),
        ("/odd_status", Reason.HTTP_SERVER_ERROR, 999),
        ("/challenge", Reason.BOT_WALL, 403),
    ],
)
def test_bad_status_is_an_error(path: str, reason: Reason, status: int) -> None:
    _, _, answers = fetch([path])
    answer = answers[path]
    assert reason_of(answer) == reason
    assert isinstance(answer, FetchError)
    assert answer.status == status


def test_one_bad_page_costs_the_others_nothing() -> None:
    paths = ["/fine", "/silent", "/reset", "/fine?2", "/bomb", "/fine?3", "/error"]
    _, _, answers = fetch(paths)
    assert answers.keys() == set(paths)
    assert all(isinstance(answers[path], Response) for path in paths if "fine" in path)


ROBOTS = {
    "disallow": (whole(b"User-agent: *\nDisallow: /fine\n"), Reason.ROBOTS_DISALLOW),
    "named": (whole(b"User-agent: dateline\nDisallow: /\n"), Reason.ROBOTS_DISALLOW),
    "wildcard": (whole(b"User-agent: *\nDisallow: /*ne$\n"), Reason.ROBOTS_DISALLOW),
    "server_error": (b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n", Reason.ROBOTS_UNREACHABLE),
    "too_many": (b"HTTP/1.1 429 No\r\nContent-Length: 0\r\n\r\n", Reason.ROBOTS_UNREACHABLE),
    "broken": (OK + b"Content-Length: -1\r\n\r\n", Reason.ROBOTS_UNREACHABLE),
    "others": (whole(b"User-agent: otherbot\nDisallow: /\n"), None),
    "allowed": (whole(b"User-agent: *\nDisallow: /\nAllow: /fine\n"), None),
    "missing": (b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", None),
    "forbidden": (b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", None),
    "html": (whole(b"<html>welcome</html>"), None),
    "huge": (whole(b"User-agent: *\nDisallow: /no\n" + b"#" * 3_000_000), None),
}  # fmt: skip


@pytest.mark.parametrize(("robots", "reason"), ROBOTS.values(), ids=ROBOTS.keys())
def test_robots(robots: bytes, reason: Reason | None) -> None:
    server, _, answers = fetch(["/fine", "/fine"], robots)
    answer = answers["/fine"]
    if reason is None:
        assert isinstance(answer, Response), answer
    else:
        assert reason_of(answer) == reason
        assert "/fine" not in server.paths()
    assert server.paths().count("/robots.txt") == 1


def test_robots_of_an_earlier_run_is_not_read_again() -> None:
    _, before, _ = fetch(["/fine"], ROBOTS["disallow"][0])

    async def main() -> tuple[list[str], Response | FetchError]:
        async with newsroom() as (server, client, _):
            (known,) = before.new_robots
            moved = type(known)(
                site=server.url("").rstrip("/"), status=known.status, body=known.body,
                fetched_at=known.fetched_at,
            )  # fmt: skip
            again = Fetcher(
                client, agent="Dateline", deadline_s=5, gap_s=0, private_gap_s=0,
                host_concurrency=1, connections=1, robots=[moved],
            )  # fmt: skip
            answer = await again.one(Request(id="", url=server.url("/fine"), max_bytes=CAP))
            assert list(again.new_robots) == []
            return server.paths(), answer

    paths, answer = asyncio.run(main())
    assert paths == []
    assert reason_of(answer) == Reason.ROBOTS_DISALLOW


def test_robots_holds_for_where_a_redirect_leads() -> None:
    server, _, answers = fetch(["/moved"], ROBOTS["disallow"][0])
    assert reason_of(answers["/moved"]) == Reason.ROBOTS_DISALLOW
    assert "/fine" not in server.paths()


def test_robots_can_be_left_unread() -> None:
    server, _, answers = fetch(["/fine"], ROBOTS["disallow"][0], obey_robots=False)
    assert isinstance(answers["/fine"], Response)
    assert server.paths() == ["/fine"]


def test_feeds_are_polled_whatever_robots_says() -> None:
    async def main() -> Response | FetchError:
        async with newsroom() as (server, _, fetcher):
            server.robots = ROBOTS["disallow"][0]
            return await fetcher.one(
                Request(id="", url=server.url("/fine"), accept=FEED, max_bytes=CAP)
            )

    assert isinstance(asyncio.run(main()), Response)


def kept_apart(arrivals: list[float], gap_s: float) -> bool:
    """Whether requests left `gap_s` apart: each arrives no sooner than its number says, but
    for what a busy machine may have held up the first, and none close behind another."""
    in_all = all(at - arrivals[0] > n * gap_s - 0.1 for n, at in enumerate(arrivals))
    return in_all and all(b - a > gap_s / 2 for a, b in pairwise(arrivals))


@asynccontextmanager
async def two_hosts(**options: object) -> AsyncIterator[tuple[Server, Server, Fetcher]]:
    """Two servers, and a fetcher that may reach both; `/away?N` leads from one to the other."""
    async with newsroom() as (one, _, _a), newsroom() as (other, _, _b):
        leads = {one.port: other, other.port: one}
        redirect("away", lambda server: leads[server.port].url(f"/fine?{len(server.log)}"))
        redirect("away_and_back", lambda server: leads[server.port].url("/away"))
        guard = AddressGuard([f"127.0.0.1:{port}" for port in leads])
        settings = {
            "deadline_s": DEADLINE_S, "gap_s": 5.0, "private_gap_s": 0.0, "host_concurrency": 1,
            "connections": 8, "agent": "Dateline", **options,
        }  # fmt: skip
        async with Client(guard, user_agent="Dateline/0") as client:
            yield one, other, Fetcher(client, **settings)  # type: ignore[arg-type]


def test_a_redirect_takes_a_turn_where_it_leads() -> None:
    async def main() -> list[float]:
        async with two_hosts(private_gap_s=0.15, deadline_s=1.5) as (one, other, fetcher):
            wanted = [
                Request(id=url, url=url, max_bytes=CAP)
                for number in range(8)
                for url in (one.url(f"/away?{number}"), other.url(f"/fine?b{number}"))
            ]
            answers = [answer async for _, answer in fetcher.fetch(wanted)]
        assert all(isinstance(answer, Response) for answer in answers), answers  # no deadline ran
        return [at for at, _, _ in other.log]

    starts = asyncio.run(main())
    assert len(starts) == 17  # one for robots.txt; in all more than the deadline
    assert kept_apart(starts, 0.15)


def test_hosts_that_redirect_to_each_other_wait_for_nobody() -> None:
    async def main() -> list[Response | FetchError]:
        async with two_hosts() as (one, other, fetcher):
            wanted = [
                Request(id=str(number), url=server.url(f"/away_and_back?{number}"), max_bytes=CAP)
                for number in range(6)
                for server in (one, other)
            ]
            async with asyncio.timeout(20):
                return [answer async for _, answer in fetcher.fetch(wanted)]

    for answer in asyncio.run(main()):
        assert isinstance(answer, Response), answer
        assert len(answer.redirects) == 2


def test_errors_tell_of_the_redirects_before_them() -> None:
    async def main() -> tuple[Response | FetchError, Response | FetchError]:
        async with two_hosts() as (one, other, fetcher):
            other.robots = ROBOTS["disallow"][0]
            kept_out = Request(id="", url=one.url("/away"), max_bytes=CAP)
            loop = Request(id="", url=one.url("/ping"), max_bytes=CAP)
            return await fetcher.one(kept_out), await fetcher.one(loop)

    kept_out, loop = asyncio.run(main())
    assert reason_of(kept_out) == Reason.ROBOTS_DISALLOW
    assert reason_of(loop) == Reason.TOO_MANY_REDIRECTS
    assert [len(one.redirects) for one in (kept_out, loop)] == [1, 2]
    assert not any(one.was_sent for one in (kept_out, loop) if isinstance(one, FetchError))


def test_starts_to_one_host_keep_their_gap() -> None:
    server, _, _ = fetch([f"/fine?{number}" for number in range(5)], private_gap_s=0.15)
    starts = [at for at, _, _ in server.log]
    assert len(starts) == 6
    assert kept_apart(starts, 0.15)


def test_crawl_delay_is_kept() -> None:
    robots = whole(b"User-agent: *\nCrawl-delay: 0.3\n")
    server, _, _ = fetch(["/fine?1", "/fine?2", "/fine?3"], robots)
    starts = [at for at, path, _ in server.log if path != "/robots.txt"]
    assert kept_apart(starts, 0.3)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("120", 119, 120),
        ("in 3600", 3590, 3601),
        ("in 300000000", 86_400, 86_400),
        ("999999999999", 86_400, 86_400),
        ("soon", 30, 30),
    ],
)
def test_retry_after_stops_the_host(value: str, low: float, high: float) -> None:
    if value.startswith("in "):
        at = time.time() + int(value.removeprefix("in "))
        value = formatdate(at, usegmt=True).replace(" ", "+")
    paths = [f"/later?{value}", "/fine?1", "/fine?2"]
    server, fetcher, answers = fetch(paths, host_concurrency=1)
    first = answers[paths[0]]
    assert isinstance(first, FetchError)
    assert first.retry_after_s is not None
    assert low <= first.retry_after_s <= high
    assert all(reason_of(answer) == Reason.RATE_LIMITED for answer in answers.values())
    assert server.paths() == ["/robots.txt", paths[0]]
    assert fetcher.slots.until.keys() == {f"127.0.0.1:{server.port}"}


def test_retry_after_in_the_past_stops_nothing() -> None:
    past = formatdate(time.time() - 3600, usegmt=True).replace(" ", "+")
    _, _, answers = fetch([f"/later?{past}", "/fine"], host_concurrency=1)
    assert isinstance(answers["/fine"], Response)


def test_host_that_is_down_is_tried_three_times() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]

        async def main() -> list[Response | FetchError]:
            guard = AddressGuard([f"127.0.0.1:{port}"])
            async with Client(guard, user_agent="Dateline/0") as client:
                fetcher = Fetcher(
                    client, agent="Dateline", deadline_s=5, gap_s=0, private_gap_s=0,
                    host_concurrency=1, connections=4, obey_robots=False,
                )  # fmt: skip
                requests = [
                    Request(id=str(number), url=f"http://127.0.0.1:{port}/{number}", max_bytes=CAP)
                    for number in range(8)
                ]
                return [answer async for _, answer in fetcher.fetch(requests)]

        answers = asyncio.run(main())
    assert [reason_of(answer) for answer in answers] == [Reason.CONNECTION_FAILED] * 8
    assert sum("not tried" in str(answer) for answer in answers) == 5


def test_slow_host_holds_up_no_other() -> None:
    async def main() -> list[str]:
        async with newsroom() as (slow, _, _), newsroom() as (quick, _, _):
            guard = AddressGuard([f"127.0.0.1:{slow.port}", f"127.0.0.1:{quick.port}"])
            async with Client(guard, user_agent="Dateline/0") as client:
                fetcher = Fetcher(
                    client, agent="Dateline", deadline_s=1, gap_s=0, private_gap_s=0,
                    host_concurrency=1, connections=2, obey_robots=False,
                )  # fmt: skip
                urls = [slow.url(f"/silent?{n}") for n in range(2)]
                urls += [quick.url(f"/fine?{n}") for n in range(4)]
                requests = [Request(id=url, url=url, max_bytes=CAP) for url in urls]
                return [one.url async for one, _ in fetcher.fetch(requests)]

    order = asyncio.run(main())
    assert all("/fine" in url for url in order[:4])


def test_leaving_early_ends_what_is_under_way() -> None:
    async def main() -> int:
        async with newsroom() as (server, _, fetcher):
            requests = [
                Request(id=str(n), url=server.url("/fine" if n == 0 else "/silent"), max_bytes=CAP)
                for n in range(4)
            ]
            arriving = fetcher.fetch(requests)
            async for _ in arriving:
                break
            await arriving.aclose()  # type: ignore[attr-defined]
            return len(asyncio.all_tasks())

    assert asyncio.run(main()) < 10
