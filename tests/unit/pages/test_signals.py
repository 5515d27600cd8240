"""Opt-outs are read as they are said, and only what is said to all machines counts."""

from __future__ import annotations

import pytest

from include.pages.robots_text import decoded, rules_for
from include.pages.signals import (
    Signal,
    header_signals,
    markup_signal,
    reserves_mining,
    robots_signals,
    robots_signals_of,
)


@pytest.mark.parametrize(
    ("headers", "said", "reserved"),
    [
        ({}, [], False),
        ({"x-robots-tag": "noindex, NOAI"}, ["noindex", "noai"], True),
        ({"x-robots-tag": "noarchive"}, ["noarchive"], True),
        ({"x-robots-tag": "googlebot: noindex"}, ["googlebot: noindex"], False),
        ({"x-robots-tag": "unavailable_after: 25 Jun 2026 15:00:00 PST"},
         ["unavailable_after: 25 jun 2026 15:00:00 pst"], False),
        ({"tdm-reservation": "1", "tdm-policy": "https://a.test/p"}, ["1", "https://a.test/p"],
         True),
        ({"tdm-reservation": "0"}, ["0"], False),
        ({"content-usage": "train-ai=n"}, ["train-ai=n"], True),
        ({"content-usage": "search=y, train-ai=n"}, ["search=y, train-ai=n"], True),
        ({"content-usage": "train-ai=y"}, ["train-ai=y"], False),
        ({"x-robots-tag": "," * 100_000}, [], False),
        ({"x-robots-tag": "otherbot: noindex, noai"},
         ["otherbot: noindex", "otherbot: noai"], False),
        ({"x-robots-tag": "noai, otherbot: noindex"}, ["noai", "otherbot: noindex"], True),
        ({"x-robots-tag": "otherbot: noindex, dateline: noarchive"},
         ["otherbot: noindex", "noarchive"], True),
        ({"x-robots-tag": "otherbot_2.0: none, *: noai"}, ["otherbot_2.0: none", "noai"], True),
        ({"x-robots-tag": "max-snippet: 50, otherbot: noai"},
         ["max-snippet: 50", "otherbot: noai"], False),
        ({"content-usage": "search=n"}, ["search=n"], True),
        ({"content-usage": "train-ai=y;x=n, other=n"}, ["train-ai=y;x=n, other=n"], False),
        ({"link": '<https://a.test/l.xml>; rel="license"; type="application/rsl+xml"'},
         ["https://a.test/l.xml"], False),
        ({"link": '<https://a.test/cc>; rel="license", <x>; rel=next'}, [], False),
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
        ("googlebot: noai", "robots", "googlebot: noai", False),
        ("rsl=https://a.test/l.xml?a=1", "rsl", "https://a.test/l.xml?a=1", False),
        ("rsl-terms: open", "rsl-terms", "open", False),
        ("rsl-terms: reserved: payment: use", "rsl-terms", "reserved: payment: use", True),
        ("noindex", "robots", "noindex", False),
    ],
)
def test_markup(wish: str, signal: str, value: str, reserved: bool) -> None:
    found = markup_signal(wish)
    assert found == Signal("page", signal, value)
    assert (reserves_mining([found]) is not None) == reserved


@pytest.mark.parametrize(
    ("rules", "url", "reserved"),
    [
        ("User-Agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /", "/a", True),
        ("User-Agent: *\nContent-signal: search=yes,ai-train=yes,use=full", "/a", False),
        ("User-agent: otherbot\nContent-Signal: ai-train=no\n\nUser-agent: *\n", "/", False),
        ("User-agent: *\nContent-Usage: train-ai=n\n", "/a", True),
        ("\ufeffUser-agent: *\nContent-Usage: train-ai=n\n", "/a", True),
        ("User-agent: *\nContent-Usage: /news/ train-ai=n\n", "/a", False),
        ("User-agent: *\nContent-Usage: /news/ train-ai=n\n", "/news/a", True),
        ("User-agent: *\nContent-Usage: train-ai=n\nContent-Usage: /f/ train-ai=y", "/f/a", False),
        ("User-agent: *\nContent-Usage: /*.html$ train-ai=n\n", "/a.html", True),
        ("User-agent: *\nContent-Usage: /*.html$ train-ai=n\n", "/a.html?x", False),
        ("User-agent: *\nContent-Usage: /a train-ai=y\nContent-Usage: /a train-ai=n", "/a", True),
        ("User-agent: Dateline\nAllow: /\n\nUser-agent: *\nContent-Usage: train-ai=n", "/a", False),
        ("License: https://site.test/l.xml\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: *\nContent-Usage: /n%65ws/\ttrain-ai=n\n", "/news/a", True),
        ("User-agent: *\nContent-Signal: /news/ ai-train=no\n", "/a", False),
        ("User-agent: *\nContent-Signal: ai-train=no\nContent-Signal: /a ai-train=yes",
         "/a", False),
        ("User-agent: *\nDisallow: /private", "/a", False),
    ],
)  # fmt: skip
def test_robots_says_of_the_use_of_a_page(rules: str, url: str, reserved: bool) -> None:
    said = list(robots_signals_of(rules, f"https://site.test{url}"))
    assert (reserves_mining(said) is not None) == reserved


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("User-Agent: *\nContent-Signal: ai-train=no # all\n", ("content-signal", "ai-train=no")),
        ("User-Agent: *\nContent-Usage: /a train-ai=n", ("content-usage", "/a train-ai=n")),
        ("license: https://a.test/l.xml#all\nUser-Agent: *\nAllow: /",
         ("rsl", "https://a.test/l.xml#all")),
        ("\ufeffUser-agent: GPTBot/1.2\nDisallow: /", ("GPTBot", "disallow")),
        ("License: https://a.test/all\nUser-agent: *\nLicense: https://a.test/ours\n",
         ("rsl", "https://a.test/ours")),
        ("User-agent: other\nLicense: https://a.test/theirs\n\nUser-agent: *\nAllow: /\n\n"
         "License: https://a.test/all", ("rsl", "https://a.test/all")),
    ],
)  # fmt: skip
def test_what_robots_says_is_a_fact(rules: str, said: tuple[str, str]) -> None:
    assert [(one.signal, one.value) for one in robots_signals(rules)] == [said]


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: Dateline/2.0\nDisallow: /", False),
        ("User-agent: dateline/2.0 (news)\nDisallow: /", False),
        ("User-agent: Date\nDisallow: /", True),
        ("User-agent: DatelineBot\nDisallow: /", True),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("User-agent: *\nContent-Signal: ai-train=no\nDisallow: /", False),
        (
            "User-agent: otherbot\nContent-Usage: train-ai=n\nUser-agent: dateline\nDisallow: /",
            False,
        ),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nAllow: /\n", True),
        ("User-agent: Dateline\nDisallow: /a\n\nUser-agent: Dateline\nDisallow: /p\n", False),
        ("Disallow: /\nUser-agent: *\nAllow: /", True),
    ],
)
def test_whose_rules_hold(rules: str, allowed: bool) -> None:
    assert (
        rules_for(decoded(rules.encode()), "Dateline").can_fetch("https://a.test/p", "Dateline")
        == allowed
    )
