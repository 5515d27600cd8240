"""Archives of other crawlers: every coding browsers keep, and nothing lost in silence."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from include.outcomes import Reason
from include.pages.captures import Capture, Unreadable
from include.pages.chunks import CutShort, dechunked
from include.pages.warc_reader import WarcTask, read_warc

PAGE = b"<html><body><p>The weir was mended on Friday.</p></body></html>"
HTML = ("Content-Type", "text/html; charset=utf-8")


def packed(codec: str, data: bytes) -> bytes:
    made: bytes = pa.Codec(codec).compress(data, asbytes=True)
    return made


def record(
    body: bytes, *headers: tuple[str, str], kind: str = "response", status: str = "200 OK",
    name: str = "a",
) -> bytes:  # fmt: skip
    """One record, not compressed."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    http = StatusAndHeaders(status, [HTML, *headers], protocol="HTTP/1.1")
    made = writer.create_warc_record(
        f"https://paper.example/{name}",
        kind,
        payload=io.BytesIO(body),
        http_headers=http if kind == "response" else None,
        warc_headers_dict={"WARC-Date": "2026-03-04T05:06:07Z"},
        warc_content_type="text/html" if kind == "resource" else "",
    )
    writer.write_record(made)
    return out.getvalue()


def read(path: Path, data: bytes) -> tuple[Capture, ...]:
    path.write_bytes(data)
    return read_warc(WarcTask(url=str(path), start=0, max_body=1_000_000)).captures


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (packed("brotli", PAGE), [("Content-Encoding", "br")]),
        (packed("zstd", PAGE), [("Content-Encoding", "zstd")]),
        (gzip.compress(PAGE), [("Content-Encoding", "x-gzip")]),
        (PAGE, [("Content-Encoding", "br")]),
        (PAGE, [("Content-Encoding", "aws-chunked")]),
        (PAGE, [("Transfer-Encoding", "chunked")]),
        (b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), [("Transfer-Encoding", "chunked")]),
    ],
    ids=["br", "zstd", "x-gzip", "br undone", "aws-chunked", "chunks undone", "chunked"],
)
def test_codings(tmp_path: Path, body: bytes, headers: list[tuple[str, str]]) -> None:
    (found,) = read(tmp_path / "a.warc.gz", gzip.compress(record(body, *headers)))
    assert found.answer is not None
    assert found.answer.body == PAGE


def test_a_first_line_in_hexadecimal_stays(tmp_path: Path) -> None:
    body = b"beef\n" + PAGE
    (found,) = read(tmp_path / "a.warc", record(body, ("Transfer-Encoding", "chunked")))
    assert found.answer is not None
    assert found.answer.body == body


@pytest.mark.parametrize(
    ("data", "plain"),
    [
        (b"3\r\nabc\r\n0\r\n\r\n", b"abc"),
        (b"3;x=1\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", b"abcde"),
        (b"3\nabc\n0\n", b"abc"),
        (b"<p>plain</p>", b"<p>plain</p>"),
        (b"fade\n<p>x</p>", b"fade\n<p>x</p>"),
        (b"2\r\n<p>x</p>", b"2\r\n<p>x</p>"),
        (b"", b""),
    ],
)
def test_what_is_chunked(data: bytes, plain: bytes) -> None:
    assert dechunked(data) == plain


@pytest.mark.parametrize("data", [b"3\r\nabc\r\n9\r\nde", b"3\r\nabc\r\n", b"9\r\nab", b"3\r\nabc"])
def test_a_body_that_ends_before_its_last_chunk_is_cut(data: bytes) -> None:
    with pytest.raises(CutShort):
        dechunked(data)


def test_a_resource_is_a_page(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.warc", record(PAGE, kind="resource"))
    assert found.answer is not None
    assert found.answer.body == PAGE
    assert found.answer.headers == {"content-type": "text/html"}


def test_a_part_that_is_the_whole_is_a_page(tmp_path: Path) -> None:
    size = len(PAGE)
    whole = record(PAGE, ("Content-Range", f"bytes 0-{size - 1}/{size}"), status="206 Partial")
    part = record(PAGE, ("Content-Range", f"bytes 0-{size - 1}/{size + 9}"), status="206 Partial")
    one, other = read(tmp_path / "a.warc", whole + part)
    assert one.answer is not None
    assert other.answer is None


@pytest.mark.parametrize(
    "frame", [gzip.compress, lambda data: packed("zstd", data)], ids=["gzip", "zstd"]
)
def test_a_file_that_is_cut_is_told(tmp_path: Path, frame: Callable[[bytes], bytes]) -> None:
    first, second = (frame(record(PAGE, name=name)) for name in "ab")
    for left in (12, len(second) // 2, len(second) - 2):
        found = read(tmp_path / "a.warc.gz", first + second[:left])
        assert found[0].answer is not None
        assert found[-1].reason is Reason.BROKEN_TRANSFER or found[-1].answer is not None
        assert any(one.reason is Reason.BROKEN_TRANSFER for one in found[1:])
        assert len([one for one in found if one.reason]) == 1


def test_a_plain_file_that_is_cut_is_told(tmp_path: Path) -> None:
    first, second = (record(PAGE, name=name) for name in "ab")
    for left in (12, len(second) // 2, len(second) - 40):
        found = read(tmp_path / "a.warc", first + second[:left])
        assert found[0].answer is not None
        assert [one.reason for one in found[1:]] == [Reason.BROKEN_TRANSFER]
    assert len(read(tmp_path / "a.warc", first + second)) == 2


def test_frames_of_zstandard(tmp_path: Path) -> None:
    frames = [packed("zstd", record(PAGE, name=str(n))) for n in range(5)]
    path = tmp_path / "a.warc.zst"
    assert [one.url[-1] for one in read(path, b"".join(frames))] == list("01234")
    from_the_third = WarcTask(url=str(path), start=sum(map(len, frames[:2])), max_body=10_000)
    assert [one.url[-1] for one in read_warc(from_the_third).captures] == list("234")
    piece = read_warc(WarcTask(url=str(path), start=0, max_body=10_000, most_captures=2))
    assert piece.following == str(sum(map(len, frames[:2])))


def test_a_broken_frame_costs_itself(tmp_path: Path) -> None:
    frames = [packed("zstd", record(PAGE, name=str(n))) for n in range(3)]
    spoilt = frames[1][:20] + b"\xff" * 20 + frames[1][40:]
    found = read(tmp_path / "a.warc.zst", frames[0] + spoilt + frames[2])
    assert [one.url[-1:] for one in found if one.answer] == ["0", "2"]
    assert [one.reason for one in found if one.reason] == [Reason.BROKEN_TRANSFER]


def test_a_dictionary_is_told(tmp_path: Path) -> None:
    dictionary = (0x184D2A5D).to_bytes(4, "little") + (4).to_bytes(4, "little") + b"dict"
    with pytest.raises(Unreadable, match="dictionary"):
        read(tmp_path / "a.warc.zst", dictionary + packed("zstd", record(PAGE)))
