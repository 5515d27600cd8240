"""Whatever strangers write, each reader gives an answer or the one error it documents, in time.

A target is a function, what it is fed, and the errors it may raise. Inputs are made of the pieces
that its format is made of, put together wrongly, and of bytes of chance. `make fuzz TIMES=50` goes
on for longer. What was found stands as an example beside its property.
"""

from __future__ import annotations

import contextlib
import io
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from include import urls
from include.articles.linked_data import read_nodes
from include.dates.reader import read_date, read_instant
from include.feeds import plain
from include.feeds.discover import read_document
from include.feeds.parse import parse_feed
from include.feeds.prescreen import NotAFeed
from include.feeds.seeds import read_feed_list
from include.pages.captures import Unreadable
from include.pages.decompress import Body
from include.pages.errors import FetchError
from include.pages.manners import retry_after_s
from include.pages.robots_text import decoded, preference_of, rules_for, wishes_for
from include.pages.signals import header_signals, robots_signals
from include.pages.tolerant import mended
from include.pages.warc import NoRecord, read_response, write_info, write_response
from include.pages.warc_reader import WarcTask, read_warc
from include.records import Response
from tests.effort import effort

_SECONDS = 5.0  # of processor time, for a few thousand bytes: a bound on growth, not a speed


def mixed(pieces: str | list[str], *, most: int = 30) -> st.SearchStrategy[str]:
    """Texts of these pieces (words of a string) and of anything between."""
    listed = pieces.split() if isinstance(pieces, str) else pieces
    piece = st.sampled_from(listed) | st.text(max_size=6)
    return st.lists(piece, max_size=most).map("".join) | st.lists(piece, max_size=most).map(
        " ".join
    )


def encoded(texts: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """Texts in some encoding, and bytes of chance."""
    return st.one_of(
        texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
        texts.map(lambda text: text.encode("utf-16", "surrogatepass")),
        texts.map(lambda text: text.encode("cp1252", "replace")),
        st.binary(max_size=600),
    )


FEEDS = encoded(
    mixed(
        [
            "<?xml version='1.0' encoding='x'?>",
            "<rss>",
            "<channel>",
            "<item>",
            "</item>",
            "<feed xmlns='http://www.w3.org/2005/Atom'>",
            "<entry>",
            "</entry>",
            "<title>",
            "</title>",
            "<link>",
            "<link href='http://a.example/x'/>",
            "</link>",
            "<guid isPermaLink='false'>",
            "<pubDate>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<!DOCTYPE x [",
            "<!ENTITY a 'b'>",
            "]>",
            "&a;",
            "&#x110000;",
            "&#xD800;",
            "&#0;",
            "&nbsp;",
            "<author>",
            "a@b",
            "</author>",
            "<dc:date>",
            "2026-13-40",
            "Fri, 20 Nov 2026",
            "<urlset>",
            "<url>",
            "<loc>",
            "<media:content url='",
            "'>",
            '{"version":"https://jsonfeed.org/v',
            '"items":[',
            '{"id":1,"url":"http://a.example"}',
            "]}",
            "null",
            "\x00",
            "\ufffe",
            "\ud800",
            "<category term=",
            "<content type='xhtml'>",
            "<div>",
            "http://[",
            "//",
            "javascript:",
        ]
    )
)
ROBOTS = mixed(
    [
        "User-agent: ",
        "*",
        "Dateline",
        "\n",
        "\r",
        "Disallow: ",
        "Allow: ",
        "/",
        "$",
        "*",
        "%",
        "%zz",
        "Crawl-delay: ",
        "9" * 30,
        "-1",
        "nan",
        "Sitemap: ",
        "Content-Usage: ",
        "Content-Signal: ",
        "ai=n",
        "search=yes",
        "#",
        "\ufeff",
        ":",
        "Dateline/1.0",
    ],
    most=40,
)
DATES = mixed(
    "2026 11 20 Nov November Friday , . : / - T Z +05:30 08:00 99 0 31 32 Feb 24:00 60 am PM "
    "novembre 20. yesterday heure à uhr 1er 00 -- 9999 0000 UTC EST GMT+25 年 月 日 ١٢"
)
_MOMENTS = st.datetimes(
    timezones=st.none() | st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone)
)
STATED = st.one_of(
    DATES,
    _MOMENTS.map(lambda at: at.isoformat()),
    _MOMENTS.map(lambda at: format_datetime(at.replace(microsecond=0))),
    st.tuples(_MOMENTS, DATES).map(lambda two: f"{two[0]:%Y-%m-%d %H:%M} {two[1]}"),
)
LINKED = mixed(
    [
        '{"@type":"NewsArticle"',
        ',"author":',
        "[",
        "]",
        "{",
        "}",
        "null",
        '"',
        "\\ud800",
        "\\",
        ",",
        '"@graph":',
        "1e999",
        "NaN",
        "-",
        "<!--",
        "//",
        "\n",
        '"headline":"x"',
        "<![CDATA[",
    ]
)
HEADS = mixed(
    [
        "HTTP/1.1 200 OK\r\n",
        "Transfer-Encoding",
        " : ",
        ": ",
        "chunked",
        "\r\n",
        " ",
        "\t",
        "\x00",
        "X",
        "Content-Length: 5",
        "HTTP/9",
        "\n",
        "é",
    ]
).map(lambda text: text.encode("utf-8", "replace"))
HEADERS = st.dictionaries(
    st.sampled_from(["tdm-reservation", "x-robots-tag", "content-usage", "link", "content-signal"]),
    mixed('noai none: all dateline: , ; = train-ai n <http://a> rel="license" 1 0 " \\ bot:'),
)
URLS = mixed(
    [
        "http://",
        "https://",
        "a.example",
        "www.",
        "/",
        "?",
        "#",
        "&",
        "=",
        "utm_source",
        ":",
        "80",
        "@",
        "[",
        "]",
        "%",
        "%2F",
        "..",
        "xn--",
        "。",
        "é",
        "amp.",
        "/amp",
        "google.com/amp/s/",
        "cdn.ampproject.org",
        "\\",
        "\t",
        "999999",
        "1.2.3.4",
        "//",
    ]
)
LISTS = encoded(
    mixed(
        [
            "feed_id,url,publisher\n",
            "http://a.example/feed",
            ",",
            '"',
            "\n",
            "\r",
            ";",
            "\t",
            "<opml>",
            "<body>",
            "<outline xmlUrl='http://a.example/f' text='x'/>",
            "</body>",
            "</opml>",
            "<!DOCTYPE o [",
            "]>",
            "&a;",
            "=cmd",
            "\x00",
            "title",
        ]
    )
)
_RESPONSE = Response(
    requested_url="http://a.example/1",
    url="http://a.example/1",
    status=200,
    headers={"content-type": "text/html"},
    body=b"<p>" + b"word " * 60,
    fetched_at=datetime(2026, 11, 20, tzinfo=UTC),
    elapsed_ms=1,
    redirects=(),
    request_headers={},
)


def _archive() -> bytes:
    out = io.BytesIO()
    write_info(out, "x.warc.gz")
    for _ in range(3):
        write_response(out, _RESPONSE)
    return out.getvalue()


ARCHIVE = _archive()


@st.composite
def archives(draw: st.DrawFn) -> bytes:
    """A good archive with bytes changed, cut out and put in."""
    data = bytearray(ARCHIVE)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        new = draw(st.binary(max_size=12))
        data[at : at + draw(st.integers(0, 40))] = new
    return bytes(data)


def warc(data: bytes) -> None:
    """Read an archive of a stranger to its end, and go on where a piece ends."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.warc.gz"
        path.write_bytes(data)
        start, pieces = 0, 0
        while True:
            piece = read_warc(
                WarcTask(url=path.as_uri(), start=start, max_body=10_000, most_captures=1)
            )
            pieces += 1
            assert pieces < 200
            if piece.following is None:
                return
            assert int(piece.following) > start
            start = int(piece.following)


def robots(text: str) -> None:
    """All that is asked of a robots.txt."""
    read = decoded(text.encode("utf-8", "surrogatepass"))
    rules = rules_for(read, "Dateline")
    assert rules.can_fetch("http://a.example/x", "Dateline") in (True, False)
    list(wishes_for(read, "Dateline"))
    list(robots_signals(read))
    preference_of(read, "Dateline", "http://a.example/x", name="content-usage")


def unpacked(told: tuple[str, bytes]) -> None:
    """A body in some codings, with any bytes, stays within its bound."""
    body = Body(told[0], max_bytes=2_000, cut=False)
    body.add(told[1])
    assert len(body.finish()) <= 2_000


def identity(url: str) -> None:
    """An identity is a fixed point, and masking loses no host."""
    once = urls.canonical(url)
    assert urls.canonical(once) == once
    assert urls.masked(urls.masked(once)) == urls.masked(once)
    urls.key(once)
    urls.host(once)


def plain_text(text: str) -> None:
    """Text without its marks: what is plain stays, and nothing that controls is left."""
    once = plain.plain(text)
    assert len(once) <= plain.MAX_SUMMARY
    assert not any(ord(c) < 32 and c not in "\n\t" for c in once)


def dated(text: str) -> None:
    """A date is one of the calendar, and never of no time zone."""
    found = read_date(text)
    assert found is None or found.at.tzinfo is not None
    instant = read_instant(text)
    assert (instant is None) == (found is None)


CODINGS = st.tuples(
    st.sampled_from(
        ["", "gzip", "deflate", "br", "zstd", "gzip, gzip", "x", "identity", "gzip,br"]
    ),
    st.binary(max_size=300) | st.sampled_from([ARCHIVE, ARCHIVE[:90], ARCHIVE[40:]]),
)


@dataclass(frozen=True, slots=True)
class Target:
    """A function that strangers' input reaches, and what it is fed."""

    read: Callable[[Any], object]
    fed: st.SearchStrategy[Any]
    raises: tuple[type[Exception], ...] = ()
    examples: int = 60


TARGETS = {
    "feed": Target(
        lambda body: parse_feed(body, url="http://a.example/feed"), FEEDS, (NotAFeed,), 150
    ),
    "discovery": Target(lambda b: read_document(b, url="http://a.example/"), FEEDS, (NotAFeed,)),
    "feed list csv": Target(lambda body: read_feed_list(body, "x.csv"), LISTS),
    "feed list opml": Target(lambda body: read_feed_list(body, "x.opml"), LISTS),
    "url": Target(identity, URLS, (urls.BadUrl,), 300),
    "masking": Target(lambda text: urls.masked_in(text), URLS, (), 100),
    "date": Target(dated, STATED, (), 200),
    "plain text": Target(
        plain_text,
        mixed(
            "<b> </b> <!-- --> <script> </script> &lt; &amp;amp; &#0; < > &#xD800; <p \" ' <br/>"
        ),
        (),
        100,
    ),
    "linked data": Target(lambda text: read_nodes([text]), LINKED, (), 100),
    "robots": Target(robots, ROBOTS, (), 100),
    "headers": Target(lambda headers: list(header_signals(headers)), HEADERS),
    "response head": Target(mended, HEADS),
    "retry after": Target(retry_after_s, STATED),
    "coding": Target(unpacked, CODINGS, (FetchError,), 80),
    "warc": Target(warc, archives() | st.binary(max_size=300), (Unreadable,), 60),
    "own record": Target(read_response, archives(), (NoRecord,), 40),
}


def property_of(name: str) -> Callable[[], None]:
    """What must hold of a target, as a property of Hypothesis."""
    target = TARGETS[name]

    @effort(target.examples)
    @given(target.fed)
    def holds(fed: Any) -> None:
        started = time.process_time()
        with contextlib.suppress(target.raises):
            target.read(fed)
        assert time.process_time() - started < _SECONDS

    return holds


@pytest.mark.parametrize("name", TARGETS)
def test_any_input_brings_an_answer_or_the_documented_error(name: str) -> None:
    property_of(name)()
