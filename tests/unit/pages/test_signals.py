"""Opt-outs are read as they are said, and only what is said to all machines counts."""

from __future__ import annotations

import pytest

from include.pages.signals import (
    Signal,
    header_signals,
    markup_signal,
    reserves_mining,
    robots_signals,
)


@pytest.mark.parametrize(
    ("headers", "said", "reserved"),
    [
        ({}, [], False),
        ({"x-robots-tag": "noindex, NOAI"}, ["noindex", "noai"], True),
        ({"x-robots-tag": "noarchive"}, ["noarchive"], True),
        ({"x-robots-tag": "googlebot: noindex"}, [], False),
        ({"x-robots-tag": "unavailable_after: 25 Jun 2026 15:00:00 PST"},
         ["unavailable_after: 25 jun 2026 15:00:00 pst"], False),
        ({"tdm-reservation": "1", "tdm-policy": "https://a.test/p"}, ["1", "https://a.test/p"],
         True),
        ({"tdm-reservation": "0"}, ["0"], False),
        ({"content-usage": "train-ai=n"}, ["train-ai=n"], True),
        ({"content-usage": "search=y, train-ai=n"}, ["search=y, train-ai=n"], True),
        ({"content-usage": "train-ai=y"}, ["train-ai=y"], False),
        ({"x-robots-tag": "," * 100_000}, [], False),
    ],
)  # fmt: skip
def test_headers(headers: dict[str, str], said: list[str], reserved: bool) -> None:
    assert [one.value for one in header_signals(headers)] == said
    assert (reserves_mining(header_signals(headers)) is not None) == reserved


@pytest.mark.parametrize(
    ("rules", "shut_out"),
    [
        ("", []),
        ("User-agent: *\nDisallow: /", []),
        ("User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /", ["GPTBot", "CCBot"]),
        ("User-agent: gptbot\nDisallow: /private/", []),
        ("User-agent: GPTBot\nAllow: /", []),
    ],
)
def test_robots_tell_whom_they_shut_out(rules: str, shut_out: list[str]) -> None:
    assert [one.signal for one in robots_signals(rules)] == shut_out


@pytest.mark.parametrize(
    ("wish", "signal", "value", "reserved"),
    [
        ("tdm-reservation=1", "tdm-reservation", "1", True),
        ("tdm-reservation=0", "tdm-reservation", "0", False),
        ("tdm-policy=https://a.test/p?x=1", "tdm-policy", "https://a.test/p?x=1", False),
        ("content-usage: train-ai=n", "content-usage", "train-ai=n", True),
        ("noai", "robots", "noai", True),
        ("noindex", "robots", "noindex", False),
    ],
)
def test_markup(wish: str, signal: str, value: str, reserved: bool) -> None:
    found = markup_signal(wish)
    assert found == Signal("page", signal, value)
    assert (reserves_mining([found]) is not None) == reserved
