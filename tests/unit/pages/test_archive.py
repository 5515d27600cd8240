"""The archive gives back what it was given, or says that it cannot."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
import s3fs
from moto.server import ThreadedMotoServer
from warcio.archiveiterator import ArchiveIterator

from include.errors import CannotWork
from include.pages.archive import Archive, ArchiveMissing
from include.pages.warc import Original, Reference
from include.records import Response


def response(body: bytes = b"<p>A</p>", **changes: object) -> Response:
    fields: dict[str, object] = {
        "requested_url": "https://paper.example/r", "url": "https://paper.example/a?x=ü",
        "status": 200, "fetched_at": datetime(2024, 9, 2, 10, 0, 0, 123456, tzinfo=UTC),
        "headers": {"content-type": "text/html", "content-encoding": "gzip", "etag": '"ü"',
                    "content-length": "3", "transfer-encoding": "chunked"},
        "body": body, "elapsed_ms": 12, "redirects": ((301, "https://paper.example/a?x=ü"),),
    }  # fmt: skip
    return Response(**{**fields, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def s3() -> Iterator[ThreadedMotoServer]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def bucket(s3: ThreadedMotoServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """A bucket's URL, and the environment in which any S3 client finds it."""
    host, port = s3.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ACCESS_KEY_ID": "a",
        "AWS_SECRET_ACCESS_KEY": "b", "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    name = f"b{uuid4().hex}"
    s3fs.S3FileSystem().mkdir(name)
    return f"s3://{name}/news"


@pytest.fixture(params=["file", "memory", "s3"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "s3":
        return str(request.getfixturevalue("bucket"))
    return tmp_path.as_uri() if request.param == "file" else f"memory://{tmp_path.name}"


@pytest.mark.parametrize(
    "answer",
    [
        response(),
        response(b""),
        response(bytes(range(256)) * 4000),
        response(b"HTTP/1.1 200 OK\r\n\r\nWARC/1.1\r\n"),
        response(status=999),
        response(headers={}),
        response(request_headers={"host": "paper.example", "if-none-match": '"ü"'}, wire_bytes=9),
    ],
)
def test_answers_come_back_as_they_were(root: str, answer: Response) -> None:
    with Archive.at(root).writer("pages") as archive:
        archive.write(response(b"before"))
        reference = archive.write(answer)
        archive.write(response(b"after"))
    assert Archive.at(root).read(reference) == answer


def test_files_are_warc_that_others_read(tmp_path: Path) -> None:
    days = {f"{datetime.now(UTC):%Y/%m/%d}"}
    with Archive.at(tmp_path.as_uri()).writer("pages") as archive:
        asked = {"host": "paper.example"}
        reference = archive.write(response(b"<p>A</p>", request_headers=asked))
    path = tmp_path / reference.path
    assert path.name.startswith("pages-")
    days.add(f"{datetime.now(UTC):%Y/%m/%d}")  # where midnight has passed meanwhile
    assert path.parent.relative_to(tmp_path).as_posix() in days
    with path.open("rb") as file:
        records = [
            (
                one.rec_type,
                one.rec_headers.get_header("WARC-Target-URI"),
                one.content_stream().read(),
            )
            for one in ArchiveIterator(file, check_digests="raise")
        ]
    assert [kind for kind, _, _ in records] == ["warcinfo", "response", "metadata", "request"]
    assert records[1][2] == b"<p>A</p>"


def test_nothing_stands_under_its_name_before_it_is_whole(tmp_path: Path) -> None:
    archive = Archive.at(tmp_path.as_uri()).writer("pages")
    reference = archive.write(response())
    with pytest.raises(ArchiveMissing):
        Archive.at(tmp_path.as_uri()).read(reference)
    archive.close()
    assert Archive.at(tmp_path.as_uri()).read(reference)


def test_failed_run_leaves_nothing(root: str, tmp_path: Path) -> None:
    def fail() -> None:
        with Archive.at(root).writer("pages") as archive:
            archive.write(response())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_payload_seen_before_is_kept_once(root: str) -> None:
    body = bytes(range(256)) * 4000
    archive = Archive.at(root)
    with archive.writer("pages") as writer:
        first = writer.write(response(body))
        twin = writer.write(response(body, url="https://paper.example/print/a"))
    again = response(body, fetched_at=datetime(2024, 9, 3, tzinfo=UTC), elapsed_ms=9)
    unchanged = response(b"", status=304, fetched_at=datetime(2024, 9, 4, tzinfo=UTC))
    with archive.writer("pages") as writer:
        known = Original(first, "https://paper.example/a?x=ü", response().fetched_at)
        later = writer.write(again, same_as=known)
        last = writer.write(unchanged, same_as=known)
    assert later.length < 2_000 < first.length
    assert archive.read_many([later, twin, last, first]) == [
        again, response(body, url="https://paper.example/print/a"), unchanged, response(body),
    ]  # fmt: skip


def test_repeats_are_revisit_records_that_others_read(tmp_path: Path) -> None:
    archive = Archive.at(tmp_path.as_uri())
    with archive.writer("pages") as writer:
        first = writer.write(response())
    known = Original(first, "https://paper.example/a", datetime(2024, 9, 2, 10, tzinfo=UTC))
    with archive.writer("pages") as writer:
        where = writer.write(response(), same_as=known)
        writer.write(response(b"", status=304), same_as=known)
    with (tmp_path / where.path).open("rb") as file:
        found = [
            {name.lower(): value for name, value in one.rec_headers.headers}
            for one in ArchiveIterator(file)
            if one.rec_type == "revisit"
        ]
    same, not_modified = found
    assert same["warc-profile"].endswith("/1.1/revisit/identical-payload-digest")
    assert same["warc-payload-digest"].startswith("sha1:")
    assert same["warc-refers-to-target-uri"] == "https://paper.example/a"
    assert same["warc-refers-to-date"] == "2024-09-02T10:00:00.000000Z"
    assert not_modified["warc-profile"].endswith("/1.1/revisit/server-not-modified")


@pytest.mark.parametrize("what", ["gone", "another body"])
def test_repeat_of_what_is_not_there_any_more(tmp_path: Path, what: str) -> None:
    archive = Archive.at(tmp_path.as_uri())
    with archive.writer("pages") as writer:
        first, other = writer.write(response()), writer.write(response(b"<p>B</p>"))
    with archive.writer("pages") as writer:
        known = Original(other if what == "another body" else first, "https://paper.example/a")
        repeat = writer.write(response(), same_as=known)
    if what == "gone":
        (tmp_path / first.path).unlink()
    with pytest.raises(ArchiveMissing):
        archive.read(repeat)


def test_storage_out_of_reach_is_one_line(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = bucket.replace("s3://b", "s3://c")
    writer = Archive.at(lost).writer("pages")
    writer.write(response())
    with pytest.raises(CannotWork, match=r"archive: .* cannot be written"):
        writer.close()
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setattr(s3fs.S3FileSystem, "retries", 1)
    s3fs.S3FileSystem.clear_instance_cache()
    with pytest.raises(CannotWork, match="cannot be read"):
        Archive.at(bucket).read(Reference("2026/11/01/x.warc.gz", 0, 10))


def test_nothing_can_reach_that_kind_of_storage() -> None:
    with pytest.raises(CannotWork, match="archive tape://x"):
        Archive.at("tape://x")


KILLED = """
import os, sys
from datetime import UTC, datetime
from include.pages.archive import Archive
from include.records import Response
archive = Archive.at(sys.argv[1])
def answer(body):
    return Response(requested_url="u", url="https://a.example/", status=200, headers={}, body=body,
                    fetched_at=datetime.now(UTC), elapsed_ms=1)
with archive.writer("pages") as writer:
    reference = writer.write(answer(b"whole"))
print(reference.path, reference.offset, reference.length, flush=True)
writer = archive.writer("pages")
for number in range(100):
    writer.write(answer(os.urandom(10_000)))
os.kill(os.getpid(), 9)
"""


def test_writer_killed_in_mid_write_leaves_a_readable_archive(tmp_path: Path) -> None:
    died = subprocess.run(
        [sys.executable, "-c", KILLED, tmp_path.as_uri()], capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert died.returncode == -9, died.stderr
    path, offset, length = died.stdout.split()
    archive = Archive.at(tmp_path.as_uri())
    assert archive.read(Reference(path, int(offset), int(length))).body == b"whole"
    whole = list(tmp_path.rglob("*.warc.gz"))
    assert [one.relative_to(tmp_path).as_posix() for one in whole] == [path]
    with whole[0].open("rb") as file:
        assert [one.rec_type for one in ArchiveIterator(file)] == [
            "warcinfo",
            "response",
            "metadata",
        ]


def test_no_answer_no_file(tmp_path: Path) -> None:
    with Archive.at(tmp_path.as_uri()).writer("pages"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_large_files_are_rolled(root: str) -> None:
    with Archive.at(root).writer("pages", roll_at=2_000) as archive:
        references = [archive.write(response(b"%d" % number)) for number in range(6)]
    assert len({one.path for one in references}) > 1
    bodies = [Archive.at(root).read(one).body for one in references]
    assert bodies == [b"%d" % number for number in range(6)]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-40]),
        lambda path: path.write_bytes(gzip.compress(b"nothing of the kind")),
        lambda path: path.write_bytes(b"\x00" * path.stat().st_size),
    ],
)
def test_missing_or_spoilt_record(tmp_path: Path, spoil: object) -> None:
    with Archive.at(tmp_path.as_uri()).writer("pages") as archive:
        reference = archive.write(response())
    spoil(tmp_path / reference.path)  # type: ignore[operator]
    with pytest.raises(ArchiveMissing):
        Archive.at(tmp_path.as_uri()).read(reference)


def test_path_cannot_leave_the_archive(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    reference = Reference("../secret", 0, 1)
    with pytest.raises(ArchiveMissing, match="out of the archive"):
        Archive.at((tmp_path / "in").as_uri()).read(reference)
