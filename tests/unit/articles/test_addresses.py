"""Traps of URL identity: what must be one address, and what must stay two."""

from __future__ import annotations

import pytest

from include.urls import absolute, canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x?PHPSESSID=1", "https://a.example/x"),
        ("http://https://a.example/x", "https://a.example/x"),
        ("https:/a.example/x", "https://a.example/x"),
        ("https:\\\\a.example\\x", "https://a.example/x"),
        ("https://a.example:/x", "https://a.example/x"),
        ("https://a.example?id=7", "https://a.example/?id=7"),
        ("https://a.example/x?utm_source=f&id=7#top", "https://a.example/x?id=7"),
        ("https://www.A.example//x/", "https://a.example/x"),
        ("https://a-example.cdn.ampproject.org/c/s/a.example/x", "https://a.example/x"),
    ],
)
def test_one_address(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.a.example/x", "https://sports.a.example/x"),
        ("https://archive.a.example/x", "https://a.example/x"),
        ("https://a.example/X", "https://a.example/x"),
        ("https://a.example/x?id=7", "https://a.example/x?id=8"),
        ("https://a.example/politics/war-ends", "https://a.example/politics"),
        ("https://a.example/x?source=harvard-study", "https://a.example/x"),
    ],
)
def test_two_addresses(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_a_link_without_a_scheme_takes_its_pages() -> None:
    assert absolute("//b.example/y", "http://a.example/x") == "http://b.example/y"
    assert absolute("//b.example/y") == "https://b.example/y"
