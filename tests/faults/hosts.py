"""Many hosts on loopback, each with a feed and pages, some of which go wrong as they are told.

Every host is a name under `.test` that a resolver of ours leads to one server. `/feed` is an
RSS document of the host's pages, `/page/N` an article. Where the host is one of a case, the
case's fault answers in place of its feed or its first page while `faulty` is on.

Whoever is led to `bait` (another port, another loopback address, IPv6) is counted there.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.certificates import Authority, contexts

OK = b"HTTP/1.1 200 OK\r\n"


@dataclass(slots=True)
class Exchange:
    """One request as a fault sees it; `nth` counts the requests of this path, from 0."""

    writer: asyncio.StreamWriter
    host: str
    path: str
    headers: dict[str, str]
    nth: int
    server: FaultyHosts

    @property
    def base(self) -> str:
        is_tls = self.writer.get_extra_info("sslcontext") is not None
        return f"http{'s' if is_tls else ''}://{self.headers.get('host', self.host)}"


Fault = bytes | Callable[[Exchange], Awaitable[None]]


def whole(body: bytes | str, *headers: str, status: str = "200 OK") -> bytes:
    """A complete answer."""
    data = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    lines = "".join(f"{line}\r\n" for line in headers).encode("latin-1")
    return b"HTTP/1.1 %b\r\n%bContent-Length: %d\r\n\r\n%b" % (
        status.encode(),
        lines,
        len(data),
        data,
    )


@dataclass
class FaultyHosts:
    """The server, what it was asked, and whether it is at fault now.

    `faults` maps a host to the place ("feed" or "page") and the fault there; `robots` maps a
    host to its robots.txt; `pages_of` to how many pages its feed lists (1 where it is not named).
    """

    faults: Mapping[str, tuple[str, Fault]]
    folder: Path
    trusted: Authority
    robots: Mapping[str, bytes] = field(default_factory=dict)
    pages_of: Mapping[str, int] = field(default_factory=dict)
    faulty: bool = True
    edition: int = 1
    port: int = 0
    tls_port: int = 0
    plain_port: int = 0
    hole_port: int = 0
    bait_port: int = 0
    baited: list[str] = field(default_factory=list)
    asked: list[tuple[float, str, str]] = field(default_factory=list)
    most_at_once: Counter[str] = field(default_factory=Counter)
    at_once: Counter[str] = field(default_factory=Counter)
    resolved: Counter[str] = field(default_factory=Counter)

    def url(self, host: str, path: str) -> str:
        """Where a host's document is."""
        name = host.partition(".")[0]
        if name in _TLS:
            return f"https://{host}:{self.tls_port}{path}"
        if name in _NOT_TLS:
            return f"https://{host}:{self.plain_port}{path}"
        return f"http://{host}:{self.hole_port if name == 'black-hole' else self.port}{path}"

    def listed(self) -> tuple[str, ...]:
        """The addresses that may be fetched, and no others."""
        ports = (self.port, self.tls_port, self.plain_port, self.hole_port)
        return tuple(f"127.0.0.1:{port}" for port in ports)

    def resolve(self, host: str, port: int) -> list[Any]:
        """What the name server says of a host, in `getaddrinfo`'s form."""
        self.resolved[host] += 1
        if not host.endswith(".test"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        addresses: tuple[str, ...] = ("127.0.0.1",)
        if self.faulty:
            match host.partition(".")[0]:
                case "no-such-name":
                    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
                case "name-server-down":
                    raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure")
                case "slow-name":
                    time.sleep(8.0)
                case "no-address":
                    addresses = ()
                case "mixed-name":
                    addresses = ("127.0.0.1", "10.0.0.1")
                case "inside-name":
                    addresses = ("169.254.169.254",)
                case "rebound-name":  # first where it may go, then inside
                    addresses = ("127.0.0.1" if self.resolved[host] == 1 else "127.0.0.2",)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses]

    @contextlib.contextmanager
    def serving(self) -> Iterator[FaultyHosts]:
        """Serve in a thread of its own."""
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever, daemon=True)
        thread.start()
        hole = _BlackHole()
        self.hole_port = hole.port
        try:
            asyncio.run_coroutine_threadsafe(self._open(), loop).result(30)
            self._reopen = lambda: asyncio.run_coroutine_threadsafe(self._fill(hole), loop).result(
                30
            )
            yield self
        finally:
            hole.close()
            asyncio.run_coroutine_threadsafe(self._close(), loop).result(30)
            loop.call_soon_threadsafe(loop.stop)
            thread.join()

    def heal(self) -> None:
        """From now on nothing is at fault; the black hole is filled for good."""
        self.faulty = False
        self._reopen()

    async def _fill(self, hole: _BlackHole) -> None:
        if hole.is_open:
            hole.close()
            self._servers.append(await asyncio.start_server(self._plain, "127.0.0.1", hole.port))

    async def _open(self) -> None:
        self._contexts = contexts(self.folder, self.trusted)
        self._contexts["good"].sni_callback = self._by_name
        plain = await asyncio.start_server(self._plain, "127.0.0.1", 0, backlog=500)
        tls = await asyncio.start_server(
            self._plain, "127.0.0.1", 0, ssl=self._contexts["good"], ssl_handshake_timeout=20
        )
        odd = await asyncio.start_server(self._no_tls, "127.0.0.1", 0)
        self.port, self.tls_port, self.plain_port = (
            one.sockets[0].getsockname()[1] for one in (plain, tls, odd)
        )
        bait = await asyncio.start_server(self._bait, "127.0.0.1", 0)
        self.bait_port = bait.sockets[0].getsockname()[1]
        self._servers = [plain, tls, odd, bait]
        for address, port in (("127.0.0.2", self.port), ("::1", self.bait_port)):
            with contextlib.suppress(OSError):  # a machine without IPv6 has no such bait
                self._servers.append(await asyncio.start_server(self._bait, address, port))

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        current = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not current]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def _by_name(self, conn: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        wanted = _TLS.get((name or "").partition(".")[0], "good") if self.faulty else "good"
        conn.context = self._contexts[wanted]

    async def _bait(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.baited.append(str(writer.get_extra_info("sockname")))
        writer.close()

    async def _no_tls(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.faulty:
            # What plain HTTP says where TLS was meant.
            writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            writer.close()
            return
        with contextlib.suppress(OSError):
            await writer.start_tls(self._contexts["good"])
        await self._plain(reader, writer)

    async def _plain(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = ""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                path = head[0].split(" ")[1]
                pairs = (line.split(": ", 1) for line in head[1:] if ": " in line)
                headers = {name.lower(): value for name, value in pairs}
                host = headers.get("host", "").rpartition(":")[0]
                nth = sum(one[1:] == (host, path) for one in self.asked)
                self.asked.append((time.monotonic(), host, path))
                self.at_once[host] += 1
                self.most_at_once[host] = max(self.most_at_once[host], self.at_once[host])
                try:
                    await self._answer(Exchange(writer, host, path, headers, nth, self))
                    await writer.drain()
                finally:
                    self.at_once[host] -= 1
                if self._is_fault(host, path) or writer.is_closing():
                    break
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()

    def _is_fault(self, host: str, path: str) -> bool:
        place, _ = self.faults.get(host, ("", b""))
        if not self.faulty or path == "/robots.txt" or not place:
            return False
        return path.startswith("/feed" if place == "feed" else "/page/1")

    async def _answer(self, asked: Exchange) -> None:
        if asked.path == "/robots.txt":
            robots = self.robots.get(asked.host) if self.faulty else None
            asked.writer.write(robots or whole("", status="404 Not Found"))
        elif self._is_fault(asked.host, asked.path):
            fault = self.faults[asked.host][1]
            if isinstance(fault, bytes):
                asked.writer.write(fill(fault, asked.base, self))
            else:
                await fault(asked)
        elif asked.path.startswith("/feed"):
            count = self.pages_of.get(asked.host, 1)
            asked.writer.write(
                whole(
                    feed(asked.host, asked.base, count, self.edition),
                    "Content-Type: application/rss+xml",
                )
            )
        elif asked.path.startswith("/page/"):
            number = int(asked.path.removeprefix("/page/").partition("?")[0])
            asked.writer.write(
                whole(page(asked.host, number), "Content-Type: text/html; charset=utf-8")
            )
        else:
            asked.writer.write(whole("gone", status="404 Not Found"))


_TLS = {
    "tls-good": "good",
    "tls-expired": "expired",
    "tls-other-host": "other_host",
    "tls-stranger": "stranger",
}
_NOT_TLS = frozenset({"tls-plain"})


class _BlackHole:
    """A port whose queue of connections is full: what knocks there hears nothing."""

    def __init__(self) -> None:
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen(0)
        self.port = int(self._listener.getsockname()[1])
        self._fillers = []
        for _ in range(4):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", self.port))
            self._fillers.append(one)
        self.is_open = True

    def close(self) -> None:
        for one in (*self._fillers, self._listener):
            one.close()
        self.is_open = False


def fill(raw: bytes, base: str, server: FaultyHosts) -> bytes:
    """Put the server's addresses into a prepared answer, and mend its length."""
    filled = raw.replace(b"{base}", base.encode()).replace(
        b"{bait}", str(server.bait_port).encode()
    )
    filled = filled.replace(b"{folder}", str(server.folder).encode())
    head, mark, body = filled.partition(b"\r\n\r\n")
    if filled != raw and body:
        told = f"Content-Length: {len(raw.partition(b'\r\n\r\n')[2])}".encode()
        head = head.replace(told, f"Content-Length: {len(body)}".encode())
    return head + mark + body


_WHO = (
    "Ana Rossel",
    "Petra Nyman",
    "Jonas Abiola",
    "Mireille Castan",
    "Karim Doss",
    "Lena Vogt",
    "Tomas Ferreira",
    "Ines Calder",
    "Oskar Lindqvist",
    "Nadia Benali",
)
_WHERE = ("Velden", "Orsk Bay", "Tarnby", "Port Sael", "Castrel", "Nordmark", "Illen", "Quarre")
_WHAT = (
    "bridge",
    "harbour",
    "library",
    "school",
    "tram",
    "market",
    "river",
    "museum",
    "clinic",
    "quarry",
    "orchard",
    "ferry",
    "theatre",
    "stadium",
    "reservoir",
    "archive",
    "mill",
    "garden",
    "tunnel",
    "square",
    "lighthouse",
    "airfield",
    "brewery",
    "chapel",
    "dam",
    "warehouse",
)
_DOES = (
    "opened",
    "closed",
    "rebuilt",
    "sold",
    "painted",
    "inspected",
    "flooded",
    "renamed",
    "moved",
    "measured",
    "cleared",
    "planned",
    "praised",
    "mapped",
    "repaired",
    "insured",
    "debated",
)


def sentences(host: str, number: int) -> tuple[str, list[str]]:
    """A title and paragraphs that are unlike those of any other host and number."""
    made = random.Random(f"{host} {number}")
    one, other = made.sample(_WHAT, 2)
    who, where = made.choice(_WHO), made.choice(_WHERE)
    title = f"{where} has its {one} {made.choice(_DOES)} by the {other}, number {number}"
    lines = [
        f"{made.choice(_WHO)} and the {' '.join(made.sample(_WHAT, 3))} committee of "
        f"{made.choice(_WHERE)} {made.choice(_DOES)} the {made.choice(_WHAT)} after "
        f"{made.randrange(3, 900)} days, and the {made.choice(_WHAT)} was {made.choice(_DOES)} "
        f"near the {made.choice(_WHAT)} on a {made.choice(['Monday', 'Tuesday', 'Friday'])}."
        for _ in range(4)
    ]
    lines.insert(1, f"“The {one} will not be {made.choice(_DOES)} again,” said {who}, the mayor.")
    return title, lines


def page(host: str, number: int) -> str:
    """An article as HTML."""
    title, lines = sentences(host, number)
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>'
        '<meta property="article:published_time" content="2026-11-20T08:00:00Z"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def feed(host: str, base: str, count: int, edition: int = 1) -> str:
    """A host's feed of so many pages."""
    items = "".join(
        f"<item><title>{sentences(host, n)[0]}</title><link>{base}/page/{n}</link>"
        f"<guid>{base}/page/{n}</guid><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate></item>"
        for n in range(1, count + edition)
    )
    return f'<rss version="2.0"><channel><title>{host}</title>{items}</channel></rss>'
