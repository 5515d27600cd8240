"""A setting that would spoil every run is refused in one line, before anything is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from include import settings
from include.settings import Settings, SettingsError


def load(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> Settings:
    monkeypatch.setenv(f"DATELINE_{name}", value)
    return settings.load.__wrapped__()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        # not refused by Python's own floats, and no deadline at all, or one of nothing
        ("PARSE_DEADLINE_S", "inf"),
        ("PARSE_DEADLINE_S", "1e400"),
        ("PARSE_DEADLINE_S", "1e-300"),
        ("EXTRACT_DEADLINE_S", "1e300"),
        ("FETCH_DEADLINE_S", "nan"),
        ("RELATE_DEADLINE_S", "inf"),
        ("HOST_GAP_S", "inf"),
        ("PRIVATE_HOST_GAP_S", "nan"),
        ("KEEP_LEFTOVERS_HOURS", "inf"),
        ("SCHEDULE", "every day"),
        ("SCHEDULE", "61 * * * *"),
        ("USER_AGENT_CONTACT", "a\nX-Other: b"),
        ("USER_AGENT_CONTACT", "rédaction@example.org"),
        ("EXTRA_PORTS", "70000"),
        ("EXTRA_PORTS", "0"),
        ("ALLOW_PRIVATE", "127.0.0.1:99999"),
        ("ALLOW_PRIVATE", "10.0.0.0/99"),
        ("NO_SUCH", "1"),
    ],
)
def test_a_wrong_setting_is_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(SettingsError, match=f"DATELINE_{name}") as error:
        load(monkeypatch, name, value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("value", ["none", "@hourly", "*/15 * * * *", " 0 6 * * 1-5 "])
def test_schedules(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    assert load(monkeypatch, "SCHEDULE", value).schedule == value


@pytest.mark.parametrize("name", ["archive", "exports"])
def test_a_path_is_the_same_folder_wherever_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = load(monkeypatch, name.upper(), "kept here")
    monkeypatch.chdir("/")
    assert getattr(found, f"{name}_url") == (tmp_path / "kept here").as_uri()
    assert getattr(load(monkeypatch, name.upper(), "s3://b/f"), f"{name}_url") == "s3://b/f"


def test_a_home_may_be_a_path_from_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    found = load(monkeypatch, "HOME", "kept")
    assert found.home == tmp_path / "kept"
    assert found.archive_url == (tmp_path / "kept" / "archive").as_uri()
