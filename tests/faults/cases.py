"""The table of faults: what goes wrong at one host of many, and what must become of it.

A case is data: which fault of `listing.FAULTS` it is, where it strikes (the feed, the first page,
or the whole site of a host of its own), what the server does, and the reasons of which one must
be told of that feed or page. None of them crashes or hangs a library: sizes are those at which
our own bounds stand.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
from dataclasses import dataclass
from email.utils import formatdate
from time import time

from include.outcomes import Reason
from tests.faults.hosts import OK, Exchange, Fault, whole

FEED, PAGE, SITE = "feed", "page", "site"
DEADLINE_S = 4.0
CAP = 300_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One fault at one host. `reasons`: one of them is what the feed's or page's outcome says.

    `heals`: whether the next runs, after the fault is gone, bring what it kept away; a page that
    was refused for what it is (too large, forbidden, no page) is not asked for again.
    """

    number: int
    name: str
    at: str
    fault: Fault
    reasons: frozenset[Reason]
    heals: bool = True

    @property
    def host(self) -> str:
        return f"{self.name}.{'feed' if self.at == FEED else 'page'}.test"


CASES: list[Case] = []


def case(
    number: int, name: str, fault: Fault, *reasons: Reason, at: str = FEED, heals: bool = True
) -> None:
    """Add a case to the table."""
    CASES.append(
        Case(number=number, name=name, at=at, fault=fault, reasons=frozenset(reasons), heals=heals)
    )


def both(number: int, name: str, fault: Fault, *reasons: Reason, page_heals: bool = True) -> None:
    """The same fault at a feed and at a page."""
    case(number, name, fault, *reasons)
    case(number, name, fault, *reasons, at=PAGE, heals=page_heals)


def rss(items: str | bytes, head: str = "") -> bytes:
    """An answer with an RSS document of these items."""
    inside = items.encode("utf-8") if isinstance(items, str) else items
    return whole(
        b'<?xml version="1.0"?>'
        + head.encode()
        + b'<rss version="2.0"><channel><title>T</title>'
        + inside
        + b"</channel></rss>",
        "Content-Type: application/rss+xml",
    )


def item(inside: str, link: str = "{base}/page/1") -> str:
    """An item that leads to the host's page."""
    return f"<item><title>Told</title><link>{link}</link>{inside}</item>"


def html(inside: str | bytes, *headers: str) -> bytes:
    """An answer with an HTML page."""
    body = inside.encode("utf-8", "surrogatepass") if isinstance(inside, str) else inside
    return whole(b"<!doctype html><html><body>" + body, "Content-Type: text/html", *headers)


async def silent(asked: Exchange) -> None:
    await asyncio.sleep(30)


async def slow_head(asked: Exchange) -> None:
    asked.writer.write(OK)
    for number in range(100):
        asked.writer.write(b"X-%d: a\r\n" % number)
        await asked.writer.drain()
        await asyncio.sleep(0.3)


async def drip(asked: Exchange) -> None:
    asked.writer.write(OK + b"Content-Length: 300\r\n\r\n")
    for _ in range(100):
        asked.writer.write(b"a")
        await asked.writer.drain()
        await asyncio.sleep(0.3)


async def drip_packed(asked: Exchange) -> None:
    asked.writer.write(OK + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n")
    for byte in gzip.compress(bytes(range(256)) * 9):
        asked.writer.write(bytes([byte]))
        await asked.writer.drain()
        await asyncio.sleep(0.3)


async def endless(asked: Exchange) -> None:
    asked.writer.write(OK + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        asked.writer.write(b"8000\r\n" + b"a" * 0x8000 + b"\r\n")
        await asked.writer.drain()


async def refuse(asked: Exchange) -> None:
    linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
    asked.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    asked.writer.transport.abort()


async def reset(asked: Exchange) -> None:
    asked.writer.write(OK + b'ETag: "half"\r\nContent-Length: 300\r\n\r\nabc')
    await asked.writer.drain()
    await refuse(asked)


async def growing(asked: Exchange) -> None:
    place = asked.path.partition("?")[0]
    asked.writer.write(moved(f"{place}?{asked.nth}{'x' * asked.nth}{len(asked.server.asked)}"))


async def back_and_forth(asked: Exchange) -> None:
    place = asked.path.partition("?")[0]
    asked.writer.write(moved(place if "?" in asked.path else f"{place}?again"))


def moved(location: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return whole("", f"Location: {location}", status=status)


def cut(data: bytes) -> bytes:
    """Half an answer of a body that has a validator, and then the end."""
    return OK + b'ETag: "half"\r\nConnection: close\r\nContent-Length: 5000\r\n\r\n' + data


TIMED, BROKEN, LARGE = Reason.TIMED_OUT, Reason.BROKEN_TRANSFER, Reason.TOO_LARGE
REFUSED, LOOPS = Reason.ADDRESS_REFUSED, Reason.TOO_MANY_REDIRECTS
UNREACHED = (Reason.BROKEN_TRANSFER, Reason.CONNECTION_FAILED)
BOMB = OK + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + gzip.compress(bytes(9_000_000))
STACKED = whole(b"x", "Content-Encoding: " + ", ".join(["gzip"] * 40))
NINES = "9" * 300

# the network
both(1, "silent", silent, TIMED)
case(2, "black-hole", b"", TIMED)
both(3, "refused", refuse, *UNREACHED)
both(3, "reset", reset, BROKEN)
both(4, "slow-head", slow_head, TIMED)
both(5, "drip", drip, TIMED)
both(5, "drip-packed", drip_packed, TIMED)
both(6, "short", cut(b"only this"), BROKEN)
both(
    6,
    "short-chunk",
    OK + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n50\r\nonly",
    BROKEN,
)
both(6, "bad-chunk", OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n", BROKEN)
both(7, "two-lengths", OK + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\nhello", BROKEN)
case(
    7,
    "small-length",
    OK + b"Content-Length: 5\r\n\r\n<rss version='2.0'></rss>",
    Reason.NOT_A_FEED,
    Reason.NOTHING_NEW,
)
both(8, "endless", endless, LARGE, page_heals=False)
both(
    9,
    "announced",
    OK + b"Content-Length: 200000000\r\n\r\n" + b"a" * 70_000,
    LARGE,
    page_heals=False,
)
both(9, "unannounced", OK + b"Connection: close\r\n\r\n" + b"a" * 2 * CAP, LARGE, page_heals=False)
both(10, "bomb", BOMB, LARGE, page_heals=False)
both(10, "stacked", STACKED, BROKEN)
both(
    11,
    "cut-gzip",
    whole(gzip.compress(b"<p>packed</p>" * 99)[:-9], "Content-Encoding: gzip"),
    BROKEN,
)
both(
    11,
    "bad-sum",
    whole(gzip.compress(b"<p>x</p>")[:-8] + bytes(8), "Content-Encoding: gzip"),
    BROKEN,
)
both(12, "back-and-forth", back_and_forth, LOOPS, page_heals=False)
both(12, "growing", growing, LOOPS, page_heals=False)
AWAY = {
    "other-port": "http://127.0.0.1:{bait}/",
    "metadata": "http://169.254.169.254/latest/",
    "v6-loopback": "http://[::1]:{bait}/",
    "nat64": "http://[64:ff9b::7f00:1]:{bait}/",
    "mapped": "http://[::ffff:127.0.0.1]:{bait}/",
    "hex": "http://0x7f.1:{bait}/",
    "decimal": "http://2130706433:{bait}/",
    "file": "file://{folder}/bait.txt",
    "gopher": "gopher://127.0.0.1:{bait}/",
    "data": "data:text/html,x",
    "inside-by-name": "http://inside-name.feed.test/",
}
for _name, _location in AWAY.items():
    both(13, f"to-{_name}", moved(_location), REFUSED, Reason.DNS_FAILED, page_heals=False)
case(14, "rebound-name", moved("{base}/feed?again"), REFUSED)
case(15, "mixed-name", b"", REFUSED)
case(15, "inside-name", b"", REFUSED)
case(16, "no-such-name", b"", Reason.DNS_FAILED)
case(16, "name-server-down", b"", Reason.DNS_FAILED)
case(16, "no-address", b"", Reason.DNS_FAILED)
case(16, "slow-name", b"", TIMED)
for _name in ("expired", "other-host", "stranger", "plain"):
    case(17, f"tls-{_name}", b"", Reason.TLS_FAILED)
both(18, "no-http", b"\x00\x01\x02 nothing like HTTP\r\n\r\n", BROKEN)
both(18, "no-status-line", b"<html>no status line</html>\r\n\r\n", BROKEN)
both(18, "status-999", whole("", status="999 Denied"), Reason.HTTP_SERVER_ERROR)
both(18, "many-headers", OK + b"X-A: a\r\n" * 20_000 + b"Content-Length: 2\r\n\r\nok", BROKEN)
both(18, "long-header", OK + b"X-A: " + b"a" * 500_000 + b"\r\n\r\n", BROKEN)
both(19, "error", whole("", status="500 Oh"), Reason.HTTP_SERVER_ERROR)
WAITS = {
    "seconds": "600",
    "past": formatdate(time() - 86_400, usegmt=True),
    "years": NINES,
    "date": formatdate(time() + 900, usegmt=True),
    "words": "soon",
}
for _name, _value in WAITS.items():
    _late = whole("", f"Retry-After: {_value}", status="429 Slow Down")
    both(20, f"wait-{_name}", _late, Reason.RATE_LIMITED)
case(20, "wait-503", whole("", "Retry-After: 700", status="503 No"), Reason.RATE_LIMITED)
case(21, "unasked-304", b'HTTP/1.1 304 Not Modified\r\nETag: "new"\r\n\r\n', Reason.NOT_MODIFIED)
for _name, _tag in {"commas": 'W/"a,b"', "bare": "abc", "huge": '"' + "e" * 50_000 + '"'}.items():
    case(
        22,
        f"tag-{_name}",
        rss(item("")).replace(b"200 OK\r\n", b"200 OK\r\nETag: %b\r\n" % _tag.encode()),
        Reason.NEW,
    )
case(23, "moved-once", moved("{base}/feed?elsewhere", "301 Moved"), LOOPS)
both(23, "missing", whole("", status="404 Not Found"), Reason.NOT_FOUND, page_heals=False)
GONE = whole("", status="410 Gone")
case(23, "gone", GONE, Reason.GONE, heals=False)  # nobody asks there again
case(23, "gone", GONE, Reason.GONE, at=PAGE, heals=False)
both(24, "log-in", whole("", status="401 No"), Reason.FORBIDDEN, page_heals=False)
case(24, "log-in-page", html("<form>Please log in</form>"), Reason.NOT_A_FEED)
both(
    24,
    "challenge",
    whole("", "CF-Mitigated: challenge", status="403 No"),
    Reason.BOT_WALL,
    page_heals=False,
)
both(25, "empty", whole(b""), Reason.EMPTY_BODY, Reason.NOT_A_FEED)
both(25, "only-a-mark", whole(b"\xef\xbb\xbf"), Reason.EMPTY_BODY, Reason.NOT_A_FEED)
both(25, "only-space", whole(b" \n\t " * 9), Reason.EMPTY_BODY, Reason.NOT_A_FEED)
case(
    27,
    "other-clock",
    rss(item("")).replace(
        b"200 OK\r\n",
        b"200 OK\r\nDate: %b\r\n" % formatdate(time() - 260_000, usegmt=True).encode(),
    ),
    Reason.NEW,
)

# what feeds say
case(28, "body-is-a-url", whole("http://127.0.0.1:{bait}/feed"), Reason.NOT_A_FEED)
case(28, "body-is-a-path", whole("{folder}/bait.txt"), Reason.NOT_A_FEED)
case(
    29,
    "long-authors",
    rss(
        "".join(
            item(f"<guid>{n}</guid><author>{'a ' * 1_000}</author>", "{base}/page/1")
            for n in range(50)
        )
    ),
    Reason.NEW,
)
case(
    30, "no-characters", rss(item("<description>&#x110000;&#xD800;&#0;</description>")), Reason.NEW
)
case(
    31,
    "entities",
    rss(
        item("<description>&a;&b;</description>"),
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file://{folder}/bait.txt">]>',
    ),
    Reason.NEW,
)
case(
    31,
    "outside-dtd",
    rss(item(""), '<!DOCTYPE rss SYSTEM "http://127.0.0.1:{bait}/x.dtd">'),
    Reason.NEW,
)
case(
    31,
    "xinclude",
    rss(
        item(
            '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
            'href="file://{folder}/bait.txt" parse="text"/>'
        )
    ),
    Reason.NEW,
)
case(
    32,
    "many-entries",
    rss(item("") + "".join(f"<item><guid>{n}</guid><title>n</title></item>" for n in range(600))),
    Reason.NEW,
)
case(32, "one-large-entry", rss(item(f"<description>{'word ' * 40_000}</description>")), Reason.NEW)
case(33, "nothing-in-entries", rss("<item></item>" * 5 + item("")), Reason.NEW)
case(33, "no-entries", rss(""), Reason.NEW, Reason.NOTHING_NEW, Reason.NOT_A_FEED)
case(
    34,
    "one-guid-for-all",
    rss("".join(item("<guid>N/A</guid>", f"{{base}}/page/{n}") for n in (1, 2))),
    Reason.NEW,
)
case(
    37,
    "odd-dates",
    rss(
        "".join(
            item(f"<guid>{n}</guid><pubDate>{date}</pubDate>")
            for n, date in enumerate(
                (
                    "Fri, 01 Jan 2099 00:00:00 GMT",
                    "Thu, 01 Jan 1970 00:00:00 GMT",
                    "0000-00-00",
                    "99999-01-01",
                    "Sat, 32 Foo",
                    "01/02/03",
                    "Fri, 20 Nov 2026 08:00:00 +9999",
                )
            )
        )
    ),
    Reason.NEW,
)
case(
    38,
    "odd-links",
    rss(
        item("")
        + "".join(
            item(f"<guid>{n}</guid>", link)
            for n, link in enumerate(
                (
                    "javascript:alert(1)",
                    "data:text/html,x",
                    "vbscript:x",
                    "file://{folder}/bait.txt",
                    "/\\evil.example",
                    "//127.0.0.1:{bait}/x",
                    "http://127.0.0.1:{bait}/",
                    "http://[/",
                )
            )
        )
        + '<item><guid isPermaLink="true">javascript:alert(2)</guid><title>t</title></item>'
    ),
    Reason.NEW,
)
case(
    39,
    "script-everywhere",
    rss(
        "<item><title>&lt;script&gt;alert(1)&lt;/script&gt;Told</title><link>{base}/page/1</link>"
        "<author>&lt;img src=x onerror=alert(2)&gt;</author><category>&amp;lt;b&amp;gt;</category>"
        "<description>&lt;svg/onload=alert(3)&gt;</description></item>"
    ),
    Reason.NEW,
)
case(
    40,
    "odd-letters",
    rss(
        item(
            "<description>\u202eabc\u200b\u2066 e\u0301\x85 "
            + "e"
            + "\u0301" * 3_000
            + " 😀</description>"
        )
    ),
    Reason.NEW,
)
case(
    40,
    "lone-surrogates",
    whole(
        '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1","url":'
        '"{base}/page/1","title":"a\\ud800b\\u0000c","content_text":"\\udfff"}]}',
        "Content-Type: application/feed+json",
    ),
    Reason.NEW,
)
for _charset in ("utf-16", "utf-7", "rot13", "no-such-charset"):
    case(
        41,
        f"says-{_charset}",
        rss(item("<description>caf\u00e9</description>")).replace(
            b"rss+xml", b"rss+xml; charset=%b" % _charset.encode()
        ),
        Reason.NEW,
        Reason.NOT_A_FEED,
    )
case(
    42,
    "a-pdf",
    whole(b"%PDF-1.7 " + bytes(200), "Content-Type: application/rss+xml"),
    Reason.NOT_A_FEED,
)
case(42, "a-picture", whole(b"\xff\xd8\xff\xe0" + bytes(200)), Reason.NOT_A_FEED)
case(42, "as-html", rss(item("")).replace(b"application/rss+xml", b"text/html"), Reason.NEW)
case(
    45,
    "long-links",
    rss(
        item("")
        + item("<guid>1</guid>", "{base}/page/2?" + "x" * 5_000)
        + item("<guid>2</guid>", "{base}/page/2?" + "\u6c34" * 900)
    ),
    Reason.NEW,
)


# what pages say
def at_page(number: int, name: str, answer: bytes, *reasons: Reason, heals: bool = True) -> None:
    """A case at a page."""
    case(number, name, answer, *reasons, at=PAGE, heals=heals)


MARKUP = (Reason.HOSTILE_MARKUP, Reason.NOT_AN_ARTICLE, Reason.TOO_SHORT)
at_page(
    42,
    "a-pdf",
    whole(b"%PDF-1.7 " + bytes(200), "Content-Type: application/pdf"),
    Reason.NOT_HTML,
    heals=False,
)
at_page(
    42,
    "a-hidden-pdf",
    html("").replace(b"<!doctype html><html><body>", b"%PDF-1.7" + b" " * 19),
    Reason.NOT_HTML,
)
at_page(
    42, "a-feed", rss(item("")).replace(b"application/rss+xml", b"text/xml"), Reason.FEED_DOCUMENT
)
at_page(
    46, "many-attributes", html("<p " + " ".join(f"a{n}=1" for n in range(700)) + ">x"), *MARKUP
)
at_page(46, "many-elements", html("<p>" * 25_000), *MARKUP)
at_page(46, "deep", html("<div>" * 3_000 + "x"), *MARKUP, Reason.PARSE_ERROR)
at_page(48, "three-words", html("<p>Just three words</p>"), *MARKUP)
at_page(
    48,
    "consent",
    html(
        "<h1>We value your privacy</h1><p>We and our partners use cookies. "
        "Accept all</p><button>Accept all</button>"
    ),
    *MARKUP,
    Reason.CONSENT_WALL,
)
at_page(
    48,
    "outside-entity",
    html(
        '<p>&x; </p><iframe src="file://{folder}/bait.txt"></iframe>'
        '<img src="http://127.0.0.1:{bait}/x.png"><base href="http://127.0.0.1:{bait}/">'
    ),
    *MARKUP,
)
PROSE = (
    "<p>The keepers of the old quay met again and spoke about what the winter had cost. </p>" * 9
)
at_page(
    49,
    "one-run",
    html(f"<h1>Noise</h1>{PROSE}<p>{'!' * 20_000}</p>"),
    Reason.NEW,
    Reason.NEAR_COPY,
    Reason.DOUBTFUL,
)
at_page(
    49,
    "one-token",
    html(f"<h1>Token</h1>{PROSE}<p>http://x.example/{'a-' * 20_000}</p>"),
    Reason.NEW,
    Reason.NEAR_COPY,
    Reason.DOUBTFUL,
)
at_page(
    50,
    "unknown-words",
    html(
        "<h1>Words</h1>"
        + "".join("<p>" + " ".join(f"w{n}x{m}" for m in range(60)) + ".</p>" for n in range(80))
    ),
    Reason.NEW,
    Reason.DOUBTFUL,
    *MARKUP,
)
at_page(
    52,
    "other-canonical",
    html(
        '<link rel="canonical" href="{base}/page/1?x"><link rel="canonical" '
        f'href="http://healthy-0.page.test/page/1"><h1>Elsewhere</h1>{PROSE}'
    ),
    Reason.NEW,
    Reason.DOUBTFUL,
)

# what robots.txt says
ROBOTS = {
    "robots-no.page.test": whole("User-agent: *\nDisallow: /\n"),
    "robots-error.page.test": whole("", status="500 Oh"),
    "robots-html.page.test": whole("<html>welcome</html>"),
    "robots-gone.page.test": whole("", status="403 No"),
}
case(26, "robots-no", b"", Reason.ROBOTS_DISALLOW, at=SITE)
case(26, "robots-error", b"", Reason.ROBOTS_UNREACHABLE, at=SITE)
