"""An archive that is away, or on a full disk: work waits, and nothing half is left."""

from __future__ import annotations

import errno
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from include.errors import CannotWork
from include.pages.archive import Archive, ArchiveMissing
from include.pages.warc import Reference
from include.records import Response


def answer(body: bytes = b"<p>Some words.</p>") -> Response:
    url = "https://news.example/a"
    return Response(
        requested_url=url, url=url, status=200, headers={"content-type": "text/html"}, body=body,
        fetched_at=datetime(2026, 1, 2, tzinfo=UTC), elapsed_ms=1,
    )  # fmt: skip


def written(folder: Path, count: int = 2) -> list[Reference]:
    with Archive.at(folder.as_uri()).writer("pages") as writer:
        return [writer.write(answer(b"<p>%d</p>" % number)) for number in range(count)]


def test_an_archive_that_is_away_for_a_moment_makes_the_work_wait(tmp_path: Path) -> None:
    here, away = tmp_path / "archive", tmp_path / "away"
    references = written(here)
    archive = Archive.at(here.as_uri())
    here.rename(away)
    with pytest.raises(CannotWork, match="archive"):
        archive.read_many(references)
    here.mkdir()  # what a mount point is while nothing is mounted
    with pytest.raises(CannotWork, match="empty"):
        archive.read_many(references)
    here.rmdir()
    away.rename(here)
    assert all(isinstance(one, Response) for one in archive.read_many(references))


def test_only_a_record_that_is_truly_not_there_is_missing(tmp_path: Path) -> None:
    (kept,), (lost,) = written(tmp_path, 1), written(tmp_path, 1)
    (tmp_path / lost.path).unlink()
    found = Archive.at(tmp_path.as_uri()).read_many([kept, lost])
    assert isinstance(found[0], Response)
    assert isinstance(found[1], ArchiveMissing)


def test_a_damaged_record_costs_itself_only(tmp_path: Path) -> None:
    """Whatever byte of it changed, and also where a record is of another kind."""
    kept, damaged = written(tmp_path)
    info = Reference(kept.path, 0, kept.offset)  # who wrote the file: a record without an answer
    archive = Archive.at(tmp_path.as_uri())
    whole = (tmp_path / damaged.path).read_bytes()
    for at in range(damaged.offset, damaged.offset + damaged.length, 3):
        changed = bytearray(whole)
        changed[at] ^= 0xFF
        (tmp_path / damaged.path).write_bytes(changed)
        found = archive.read_many([damaged, info])
        assert all(isinstance(one, Response | ArchiveMissing) for one in found)
        assert isinstance(found[1], ArchiveMissing)
        assert isinstance(archive.read(kept), Response)


@pytest.mark.parametrize("code", [errno.EIO, errno.ESTALE, errno.EACCES, errno.ETIMEDOUT])
def test_a_disk_in_trouble_makes_the_work_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    references = written(tmp_path)
    archive = Archive.at(tmp_path.as_uri())
    failed = OSError(code, os.strerror(code))
    monkeypatch.setattr(
        type(archive.files), "cat_ranges", lambda _, paths, *__, **___: [failed for _ in paths]
    )
    with pytest.raises(CannotWork, match=re.escape(os.strerror(code))):
        archive.read_many(references)


class FullDisk:
    """A file that takes some bytes and then no more, whoever asks."""

    def __init__(self, file: Any, room: int) -> None:
        self._file, self._room = file, room

    def write(self, data: bytes) -> int:
        self._room -= len(data)
        if self._room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return int(self._file.write(data))

    def flush(self) -> None:
        self._full_or(self._file.flush)

    def close(self) -> None:
        self._file.close()
        self._full_or(lambda: None)

    def _full_or(self, then: Any) -> None:
        if self._room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        then()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def write_all(folder: Path, pages: list[Response]) -> None:
    with Archive.at(folder.as_uri()).writer("pages") as writer:
        for one in pages:
            writer.write(one)


@pytest.mark.parametrize("room", [0, 300, 2_000, 10_000])
@pytest.mark.parametrize("body", [100, 200_000])
def test_a_full_disk_is_one_line_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int, body: int
) -> None:
    from include.pages import archive as module

    begin = module.ArchiveWriter._begin
    monkeypatch.setattr(module.ArchiveWriter, "_begin", lambda self: FullDisk(begin(self), room))
    pages = [answer(os.urandom(body)) for _ in range(40)]
    with pytest.raises(CannotWork) as told:
        write_all(tmp_path, pages)
    assert "No space left" in str(told.value)
    assert "\n" not in str(told.value)
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []
