"""Logs are begun anew, and whoever writes to them goes on in the same file."""

from __future__ import annotations

from pathlib import Path

from include.local.rotation import rotate


def test_a_large_log_is_moved_on_while_it_is_written(tmp_path: Path) -> None:
    log = tmp_path / "scheduler.log"
    with log.open("ab", buffering=0) as writer:
        for number in range(6):
            writer.write(b"%d " % number * 50)
            assert rotate(log, most_bytes=60)
        writer.write(b"last")
        assert not rotate(log, most_bytes=60)
    assert log.read_bytes() == b"last"
    kept = [tmp_path / f"scheduler.log.{number}" for number in (1, 2, 3)]
    assert [file.read_bytes()[:1] for file in kept] == [b"5", b"4", b"3"]
    assert sorted(tmp_path.iterdir()) == [log, *kept]


def test_a_log_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    assert not rotate(tmp_path / "none.log", most_bytes=1)
