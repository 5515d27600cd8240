"""Words of others in an alert: one line, nothing invisible, nothing to click."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.alert_settings import ALERT_KINDS
from include.alerts import KINDS, Alert, Kind, render, render_digest, sign
from include.alerts.words import for_chat, instant, link, literal, quoted, shown


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("two\r\nlines\tof it", "two lines of it"),
        ("Bcc: a@b.example\r\n\r\nbody", "Bcc: a@b.example body"),
        ("right\u202eto left\u2066", "rightto left"),
        ("hid\u200bden\u00ad\ufeff", "hidden"),
        ("bell\x07 and escape\x1b[31m", "bell and escape[31m"),
        ("go to https://trap.example/x", "go to https[:]//trap.example/x"),
        ("go to www.trap.example", "go to www[.]trap.example"),
        ("tags \U000e0041\U000e0042", "tags"),
        ("lone \ud800 surrogate", "lone surrogate"),
    ],
)
def test_what_is_shown_is_one_plain_line(given: str, expected: str) -> None:
    assert shown(given) == expected


def test_long_words_are_cut() -> None:
    assert shown("a" * 500, 20) == "a" * 19 + "…"


def test_quotation_marks_cannot_be_closed_from_within() -> None:
    assert quoted('said” and "more“') == "“said’ and ’more’”"


@pytest.mark.parametrize("given", ["<!channel> now", "<http://trap.example|bank>", "@everyone"])
def test_chats_find_no_mention_and_no_link(given: str) -> None:
    told = for_chat(given)
    assert "<" not in told
    assert "@everyone" not in told


def test_a_literal_cannot_be_left() -> None:
    assert literal("x'; DROP TABLE a; --") == "'x''; DROP TABLE a; --'"


@pytest.mark.parametrize(
    ("given", "followed"),
    [
        ("https://paper.example/a?b=1", True), ("http://127.0.0.1:80/a", True),
        ("javascript:alert(1)", False), ("https://user@trap.example/", False),
        ("https://a.example/\n", False), ("data:text/html,x", False), (None, False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(given: str | None, followed: bool) -> None:
    assert (link(given) is not None) is followed


def test_instants_are_told_in_utc() -> None:
    assert instant(datetime(2026, 3, 1, 7, 5, tzinfo=UTC)) == "1 Mar 2026, 07:05 UTC"


def test_settings_know_the_kinds() -> None:
    assert list(ALERT_KINDS) == [str(kind) for kind in Kind] == [str(kind) for kind in KINDS]


HOSTILE = Alert(
    kind=Kind.WATCHLIST_HIT, subject="w", key="k",
    sentence=f"Watch: {quoted('<script>alert(1)</script> & <img src=x onerror=y>')}, b.example.",
    url="https://b.example/?q=\"><script>", query="SELECT '<b>';",
    raised_at=datetime(2026, 3, 1, tzinfo=UTC), alert_id=1,
)  # fmt: skip


def test_a_mail_holds_no_markup_of_others() -> None:
    for message in (render(HOSTILE), render_digest([HOSTILE])):
        assert "<script" not in message.html
        assert "<img" not in message.html
        assert "&lt;script&gt;" in message.html
        assert 'href="https://b.example/?q="' not in message.html
        assert "\n" not in message.subject
        assert len(message.subject) <= 120


def test_a_message_has_sentence_address_and_query() -> None:
    message = render(HOSTILE)
    for part in (HOSTILE.sentence, str(HOSTILE.url), HOSTILE.query):
        assert part in message.text
    assert message.data["id"] == "k"
    assert message.data["query"] == HOSTILE.query


def test_the_signature_is_that_of_timestamp_and_body() -> None:
    # echo -n '1700000000.{}' | openssl dgst -sha256 -hmac 'a secret of sixteen'
    assert sign("a secret of sixteen", 1_700_000_000, b"{}") == (
        "sha256=9e0f98fb6d96af0b7ebef51d30bd6c877daee8bce9b06dccbaa91614ae5b1e5b"
    )
