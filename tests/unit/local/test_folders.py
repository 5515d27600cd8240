"""Other users of the machine read nothing of an installation."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from include.local.folders import PRIVATE, make_private
from include.pages.archive import Archive
from include.records import Response
from include.settings import Settings


def mode(folder: Path) -> int:
    return folder.stat().st_mode & 0o777


def test_folders_are_their_owners_only(tmp_path: Path) -> None:
    home = tmp_path / ".dateline"
    (home / "archive").mkdir(parents=True, mode=0o755)  # as it was made before
    home.chmod(0o755)
    make_private(Settings(home=home))
    assert mode(home) == (0o711 if os.geteuid() == 0 else 0o700)
    assert {mode(home / name) for name in PRIVATE} == {0o700}


def test_a_home_that_others_made_keeps_its_permissions(tmp_path: Path) -> None:
    home = tmp_path / "shared"
    home.mkdir()
    home.chmod(0o755)
    make_private(Settings(home=home))
    assert mode(home) == 0o755
    assert {mode(home / name) for name in PRIVATE} == {0o700}


def test_an_archive_is_made_for_its_owner_only(tmp_path: Path) -> None:
    answer = Response(
        requested_url="https://a.example/", url="https://a.example/", status=200, headers={},
        body=b"x", fetched_at=datetime.now(UTC), elapsed_ms=1,
    )  # fmt: skip
    with Archive.at((tmp_path / "kept").as_uri()).writer("pages") as out:
        out.write(answer)
    assert mode(tmp_path / "kept") == 0o700
