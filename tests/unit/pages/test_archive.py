"""The archive gives back what it was given, or says that it cannot."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from include.pages.archive import ArchiveMissing, ArchiveWriter, Reference, read_record
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


@pytest.fixture(params=["file", "memory"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> str:
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
    with ArchiveWriter(root, "pages") as archive:
        archive.write(response(b"before"))
        reference = archive.write(answer)
        archive.write(response(b"after"))
    assert read_record(root, reference.path, reference.offset, reference.length) == answer


def test_files_are_warc_that_others_read(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path.as_uri(), "pages") as archive:
        asked = {"host": "paper.example"}
        reference = archive.write(response(b"<p>A</p>", request_headers=asked))
    path = tmp_path / reference.path
    assert path.name.startswith("pages-")
    assert path.parent.relative_to(tmp_path).as_posix() == f"{datetime.now(UTC):%Y/%m/%d}"
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
    archive = ArchiveWriter(tmp_path.as_uri(), "pages")
    reference = archive.write(response())
    with pytest.raises(ArchiveMissing):
        read_record(tmp_path.as_uri(), reference.path, reference.offset, reference.length)
    archive.close()
    assert read_record(tmp_path.as_uri(), reference.path, reference.offset, reference.length)


def test_failed_run_leaves_nothing(root: str, tmp_path: Path) -> None:
    def fail() -> None:
        with ArchiveWriter(root, "pages") as archive:
            archive.write(response())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_no_answer_no_file(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path.as_uri(), "pages"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_large_files_are_rolled(root: str) -> None:
    with ArchiveWriter(root, "pages", roll_at=2_000) as archive:
        references = [archive.write(response(b"%d" % number)) for number in range(6)]
    assert len({one.path for one in references}) > 1
    bodies = [read_record(root, one.path, one.offset, one.length).body for one in references]
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
    with ArchiveWriter(tmp_path.as_uri(), "pages") as archive:
        reference = archive.write(response())
    spoil(tmp_path / reference.path)  # type: ignore[operator]
    with pytest.raises(ArchiveMissing):
        read_record(tmp_path.as_uri(), reference.path, reference.offset, reference.length)


def test_path_cannot_leave_the_archive(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    reference = Reference("../secret", 0, 1)
    with pytest.raises(ArchiveMissing, match="out of the archive"):
        read_record((tmp_path / "in").as_uri(), reference.path, reference.offset, reference.length)
