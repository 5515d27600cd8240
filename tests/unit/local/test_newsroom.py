"""Where a run reads: the sample is always at the same address."""

from __future__ import annotations

import urllib.request
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from include.errors import CannotWork
from include.local.newsroom import source
from include.local.ports import free_port, is_free
from include.settings import Settings
from seeds.newsroom.content import DAY


def silent(line: str) -> None:
    raise AssertionError(f"nothing to say, but: {line}")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "newsroom"
    folder.mkdir()
    (folder / "port").write_text(str(free_port()))
    return Settings(home=tmp_path, allow_private=("10.0.0.0/8",))


def test_the_sample_is_served_at_the_same_address_again(settings: Settings) -> None:
    with source(settings, "sample", silent) as first:
        listed = Path(first.feeds).read_text("utf-8")
        port = int((settings.home / "newsroom" / "port").read_text())
        address = f"http://127.0.0.1:{port}/"
        assert address in listed
        with urllib.request.urlopen(listed.split(",")[6]) as answer:
            assert answer.status == 200
    assert is_free(port)
    with source(settings, "sample", silent) as second:
        assert Path(second.feeds).read_text("utf-8") == listed
    assert first.env["DATELINE_ALLOW_PRIVATE"] == f"10.0.0.0/8,127.0.0.1:{port}"


def test_a_newsroom_that_is_served_already_is_used(settings: Settings) -> None:
    with source(settings, "sample", silent) as up, source(settings, "sample", silent) as run:
        assert run == up


def test_a_taken_port_is_left_and_the_move_is_told(settings: Settings, tmp_path: Path) -> None:
    import socket

    said: list[str] = []
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        (tmp_path / "newsroom" / "port").write_text(str(port))
        with source(settings, "sample", said.append):
            assert (tmp_path / "newsroom" / "port").read_text() != str(port)
    assert str(port) in said[0]


def test_a_list_of_ones_own_starts_no_server(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.csv").write_text("feed_id,url,publisher\none,https://one.example/feed,one.example\n")
    with source(settings, "mine.csv", silent) as found:
        assert found.env == {"DATELINE_FEEDS": str(tmp_path / "mine.csv")}


def test_a_list_that_is_not_there_is_told_before_anything_starts(settings: Settings) -> None:
    with pytest.raises(CannotWork, match=r"nowhere\.csv"), source(settings, "nowhere.csv", silent):
        pass


def day_of(settings: Settings) -> date:
    """The day that the newsroom was served for."""
    return date.fromisoformat((settings.home / "newsroom" / "day").read_text("ascii"))


def test_the_sample_is_of_its_own_day_unless_told_otherwise(settings: Settings) -> None:
    with source(settings, "sample", silent):
        assert day_of(settings) == DAY


def test_a_recent_sample_keeps_the_day_it_had_at_first(settings: Settings) -> None:
    recent = settings.model_copy(update={"sample_day": "recent"})
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    with source(recent, "sample", silent):
        assert yesterday <= day_of(settings) <= yesterday + timedelta(days=1)  # midnight passes
    (settings.home / "newsroom" / "day").write_text("2027-03-01")
    with source(recent, "sample", silent):
        assert day_of(settings) == date(2027, 3, 1)


def test_a_sample_that_moves_says_so(settings: Settings) -> None:
    said: list[str] = []
    with source(settings, "sample", silent):
        pass
    chosen = settings.model_copy(update={"sample_day": date(2027, 5, 4)})
    with source(chosen, "sample", said.append):
        assert day_of(settings) == date(2027, 5, 4)
    assert "2026-11-20" in said[0]
    assert "2027-05-04" in said[0]
