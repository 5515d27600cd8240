"""Servers that are odd rather than broken: what browsers and libraries read is read."""

from __future__ import annotations

import asyncio
import gzip
import re

import pyarrow as pa
import pytest

from include.outcomes import Reason
from include.pages.client import Client
from include.pages.errors import FetchError
from include.pages.fetch import FEED, Request
from include.pages.guard import AddressGuard
from include.pages.tolerant import mended
from include.records import Response
from tests.faults.test_http_faults import CAP, Server, Writer, get, handler, newsroom, raw, whole

TEXT = b"<p>The quay is open again.</p>" * 50


def packed(codec: str, data: bytes) -> bytes:
    made: bytes = pa.Codec(codec).compress(data, asbytes=True)
    return made


raw("as_br", whole(packed("brotli", TEXT), "Content-Encoding: br"))
raw("as_zstd", whole(packed("zstd", TEXT), "Content-Encoding: zstd"))
raw("as_both", whole(gzip.compress(packed("zstd", TEXT)), "Content-Encoding: zstd, gzip"))
raw("br_label", whole(TEXT, "Content-Encoding: br"))
raw("zstd_label", whole(TEXT, "Content-Encoding: zstd"))
raw("br_cut", whole(packed("brotli", bytes(range(256)) * 99)[:-4], "Content-Encoding: br"))
raw("br_bomb", whole(packed("brotli", bytes(50_000_000)), "Content-Encoding: br"))
raw("zstd_bomb", whole(packed("zstd", bytes(50_000_000)), "Content-Encoding: zstd"))
raw("zstd_window", whole(b"\x28\xb5\x2f\xfd\x00\xf0" + bytes(40), "Content-Encoding: zstd"))
for number, name in enumerate(("aws-chunked", "UTF-8", "identity, identity", "none", "x-odd")):
    raw(f"needless{number}", whole(TEXT, f"Content-Encoding: {name}"))
raw("gzip_utf8", whole(gzip.compress(TEXT), "Content-Encoding: gzip,utf-8"))
raw("spaced_name", whole(TEXT, "X-Odd : 1", "Content-Type : text/html"))
raw("no_colon", whole(TEXT, "this is no header"))
raw("odd_name", whole(TEXT, "X(Odd): 1", "<meta>: 2", ": 3"))
raw("controls", whole(TEXT, "X-Odd: a\x01b\x00c"))
raw("folded", whole(TEXT, "X-Odd: a", "  b"))
raw("old_identity", whole(TEXT, "Transfer-Encoding: identity"))
raw("hints", b"HTTP/1.1 103 Early Hints\r\nLink : </a>\r\n\r\n" + whole(TEXT, "X(Odd): 1"))
raw("pay", b"HTTP/1.1 402 Pay\r\nCrawler-Price: USD 0.02\r\nContent-Length: 0\r\n\r\n")


@handler("html_only")
async def _html_only(server: Server, writer: Writer, headers: dict[str, str]) -> None:
    if "text/html" in headers["accept"]:
        writer.write(whole(b"<rss/>", "Content-Type: application/rss+xml"))
    else:
        writer.write(b"HTTP/1.1 406 No\r\nContent-Length: 0\r\n\r\n")


@handler("checked")
async def _checked(server: Server, writer: Writer, headers: dict[str, str]) -> None:
    if "been=here" in headers.get("cookie", ""):
        writer.write(whole(TEXT))
    else:
        writer.write(
            b"HTTP/1.1 302 Found\r\nLocation: /checked\r\nSet-Cookie: been=here; Path=/\r\n"
            b"Set-Cookie: other=1; Path=/elsewhere\r\nContent-Length: 0\r\n\r\n"
        )


@handler("counting")
async def _counting(server: Server, writer: Writer, headers: dict[str, str]) -> None:
    writer.write(
        b"HTTP/1.1 302 Found\r\nLocation: /counting\r\nSet-Cookie: n=%d\r\n"
        b"Content-Length: 0\r\n\r\n" % len(server.log)
    )


@pytest.mark.parametrize(
    "path",
    ["as_br", "as_zstd", "as_both", "br_label", "zstd_label", "gzip_utf8", "spaced_name",
     "no_colon", "odd_name", "controls", "folded", "old_identity", "hints",
     *(f"needless{number}" for number in range(5))],
)  # fmt: skip
def test_what_is_odd_is_read(path: str) -> None:
    answer = get(f"/{path}", deadline_s=20)
    assert isinstance(answer, Response)
    assert answer.body == TEXT


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("br_cut", Reason.BROKEN_TRANSFER),
        ("zstd_window", Reason.BROKEN_TRANSFER),
        ("br_bomb", Reason.TOO_LARGE),
        ("zstd_bomb", Reason.TOO_LARGE),
    ],
)
def test_the_bounds_of_other_codings(path: str, reason: Reason) -> None:
    answer = get(f"/{path}", deadline_s=20)
    assert isinstance(answer, FetchError)
    assert answer.reason is reason


def test_a_mended_head_keeps_its_framing() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding : chunked\r\nno field\r\n lost\r\nX: a\r\n b"
    assert mended(head) == b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX: a b\r\n\r\n"


def test_an_answer_that_asks_to_pay_tells_its_price() -> None:
    async def one() -> Response | FetchError:
        async with newsroom() as (server, _, fetcher):
            return await fetcher.one(Request(id="1", url=server.url("/pay"), max_bytes=CAP))

    answer = asyncio.run(one())
    assert isinstance(answer, FetchError)
    assert answer.reason is Reason.PAYMENT_REQUIRED
    assert "USD 0.02" in answer.detail


def test_a_feed_is_given_to_who_names_html() -> None:
    answer = get("/html_only", accept=FEED)
    assert isinstance(answer, Response)
    assert answer.status == 200


def test_a_cookie_goes_back_within_its_chain_and_no_further() -> None:
    async def twice() -> tuple[list[Response], list[str]]:
        async with newsroom() as (server, client, _):
            answers = [
                await client.get(server.url("/checked"), max_bytes=CAP, deadline_s=5)
                for _ in range(2)
            ]
            return answers, [headers.get("cookie", "") for _, _, headers in server.log]

    answers, sent = asyncio.run(twice())
    assert [answer.body for answer in answers] == [TEXT, TEXT]
    assert sent == ["", "been=here", "", "been=here"]


def test_cookies_can_be_minded() -> None:
    async def one() -> FetchError:
        server = Server()
        listener = await asyncio.start_server(server.handle, "127.0.0.1", 0)
        server.port = listener.sockets[0].getsockname()[1]
        guard = AddressGuard([f"127.0.0.1:{server.port}"])
        async with Client(guard, user_agent="Dateline/0", redirect_cookies=False) as client:
            with pytest.raises(FetchError) as told:
                await client.get(server.url("/checked"), max_bytes=CAP, deadline_s=5)
        listener.close()
        return told.value

    assert asyncio.run(one()).reason is Reason.TOO_MANY_REDIRECTS


def test_ever_new_cookies_are_a_loop_all_the_same() -> None:
    answer = get("/counting", deadline_s=5)
    assert isinstance(answer, FetchError)
    assert answer.reason is Reason.TOO_MANY_REDIRECTS
    assert re.search("more than 5", answer.detail)
