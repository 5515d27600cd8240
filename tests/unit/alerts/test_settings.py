"""The settings of alerts: checked, and never repeated where they may be read."""

from __future__ import annotations

import pytest

from include import settings
from include.commands.warehouse import show_settings
from include.settings import Settings, SettingsError
from include.stages.alert_channels import Channel, channels, without_secrets

SECRET = "a secret of sixteen"
MAIL = "mailtos://me:hunter22@mail.example?to=you@b.example"
HOOK = "https://hooks.example/private-token"


def load(monkeypatch: pytest.MonkeyPatch, **given: str) -> Settings:
    """The settings with these in the environment."""
    for name, value in given.items():
        monkeypatch.setenv(f"DATELINE_ALERT_{name.upper()}", value)
    return settings.load.__wrapped__()


def test_channels_are_named_by_their_schemes(monkeypatch: pytest.MonkeyPatch) -> None:
    found = channels(load(monkeypatch, urls=f"{MAIL} {HOOK} {HOOK}-2", secret=SECRET))
    assert [one.name for one in found] == ["mailtos", "https", "https-2"]
    assert [one.is_webhook for one in found] == [False, True, True]
    assert "token" not in repr(found)
    assert "hunter22" not in repr(found)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"urls": HOOK}, "DATELINE_ALERT_SECRET"),
        ({"urls": f"{MAIL} hunter22-token"}, "address 2"),
        ({"urls": HOOK, "secret": "hunter22-token"}, "16 characters"),
        ({"kinds": "failed_run,wether"}, "wether"),
    ],
)
def test_wrong_ones_are_told_without_what_is_secret(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], said: str
) -> None:
    with pytest.raises(SettingsError) as error:
        load(monkeypatch, **given)
    assert said in str(error.value)
    assert "token" not in str(error.value)


def test_secrets_are_not_listed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    show_settings(load(monkeypatch, urls=f"{MAIL} {HOOK}", secret=SECRET))
    printed = capsys.readouterr().out
    assert "hunter22" not in printed
    assert "private-token" not in printed
    assert SECRET not in printed


def test_answers_lose_every_part_of_an_address_but_its_host() -> None:
    channel = Channel(
        name="x", address="ntfys://user:p%40ssword@ntfy.example/topic-name?token=abcdef",
        secret=SECRET,
    )  # fmt: skip
    told = f"ntfy.example refused topic-name of user p@ssword p%40ssword abcdef {SECRET}"
    assert without_secrets(told, channel) == "ntfy.example refused … of … … … … …"
