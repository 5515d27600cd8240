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
        ("https://a.example/x?smid=fb-share", "https://a.example/x"),
        ("https://a.example/x?ocid=socialflow_facebook&ICID=rss-top", "https://a.example/x"),
        ("https://a.example/x?fbclid=IwY2xjawK9qQ1leHRu", "https://a.example/x"),
        ("https://a.example/x?at_medium=RSS&at_campaign=64", "https://a.example/x"),
        ("https://a.example/x?xtor=RSS-16", "https://a.example/x"),
        ("https://a.example/x?q=%e8&b=2", "https://a.example/x?b=2&q=%E8"),
        ("https://Bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("https://ｂ.example/x", "https://b.example/x"),
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
        ("https://a.example/x?q=%E8t%E8", "https://a.example/x?q=%F2t%F2"),
        ("https://a.example/x?q=%CF%F0%EE", "https://a.example/x?q=%CF%F0%F3"),
        ("https://a.example/x?%E8=1", "https://a.example/x?%F2=1"),
        ("https://a.example/x?linkid=31", "https://a.example/x?linkid=32"),
        ("https://a.example/x?mbid=31", "https://a.example/x?mbid=32"),
        ("https://a.example/x?icid=harbour", "https://a.example/x?icid=school"),
        ("https://a.example/x?at_id=31", "https://a.example/x?at_id=32"),
        ("https://a.example/x?ns_article=31", "https://a.example/x?ns_article=32"),
        ("https://a.example/x?mc_page=31", "https://a.example/x?mc_page=32"),
        ("https://a.example/x?utmost=31", "https://a.example/x?utmost=32"),
        ("https://a.example/x?sessionid=31", "https://a.example/x?sessionid=32"),
        ("https://a.example/x?spm=31", "https://a.example/x"),
        ("https://groß.example/x", "https://gross.example/x"),
        ("https://βόλος.example/x", "https://βόλοσ.example/x"),
        ("https://نامه\u200cای.example/x", "https://نامهای.example/x"),
        ("https://☂.example/x", "https://☃.example/x"),
    ],
)
def test_two_addresses(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_a_link_without_a_scheme_takes_its_pages() -> None:
    assert absolute("//b.example/y", "http://a.example/x") == "http://b.example/y"
    assert absolute("//b.example/y") == "https://b.example/y"
