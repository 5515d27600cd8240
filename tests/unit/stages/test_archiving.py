"""What is kept of a feed's answer beside its payload shows no key of the feed's URL."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

from include.pages.archive import Archive
from include.records import Response
from include.stages.archiving import keep

KEY = "s3cr3tK3y"


def answer(status: int, body: bytes) -> Response:
    return Response(
        requested_url=f"https://ann:{KEY}@news.example/old?key={KEY}",
        url=f"https://news.example/rss?key={KEY}",
        status=status,
        headers={"content-type": "text/xml", "link": f"</rss?key={KEY}>; rel=self"},
        body=body,
        fetched_at=datetime.now(UTC),
        elapsed_ms=1,
        redirects=((301, f"/rss?key={KEY}"),),
        request_headers={"referer": f"https://news.example/old?key={KEY}"},
    )


def test_an_answer_a_repeat_and_a_304_are_kept_without_keys(tmp_path: Path) -> None:
    archive = Archive.at(tmp_path.as_uri())
    row = {"feed_id": "a", "url": f"https://news.example/rss?key={KEY}"}
    row |= {"archive_path": None, "body_sha256": None, "fetched_at": None}
    kept, refused = keep(
        archive, "feeds", [(row, answer(200, b"<rss/>"))], key="feed_id", is_masked=True
    )
    assert not refused
    at = kept["a"]
    there = archive.read(at)
    assert there.body == b"<rss/>"
    assert there.url == "https://news.example/rss?key=***"
    row |= {"archive_path": at.path, "archive_offset": at.offset, "archive_length": at.length}
    row |= {"body_sha256": b"other"}
    for status, body in ((200, b"<rss/>"), (304, b"")):
        keep(archive, "feeds", [(row, answer(status, body))], key="feed_id", is_masked=True)
    files = [gzip.decompress(file.read_bytes()) for file in tmp_path.rglob("*.warc.gz")]
    assert len(files) == 3
    assert [file for file in files if KEY.encode() in file] == []


def test_an_answer_of_a_page_is_kept_as_it_came(tmp_path: Path) -> None:
    archive = Archive.at(tmp_path.as_uri())
    row = {"page_id": 1, "url": "u", "archive_path": None, "body_sha256": None}
    kept, _ = keep(archive, "pages", [(row, answer(200, b"<p>"))], key="page_id")
    assert archive.read(kept[1]).url == f"https://news.example/rss?key={KEY}"
