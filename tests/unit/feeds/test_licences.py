"""RSL in feeds: whose terms are whose, and that other feeds are read as before."""

from __future__ import annotations

import pytest

from include.feeds.parse import parse_feed

OPEN = (
    '<r:content url=""><r:license><r:permits type="usage">all</r:permits></r:license></r:content>'
)
PAID = '<r:content url=""><r:license><r:payment type="use"/></r:license></r:content>'


def feed(*items: str, beside: str = "") -> bytes:
    listed = "".join(
        f"<item><title>T{n}</title><link>https://a.test/{n}</link>{one}</item>"
        for n, one in enumerate(items)
    )
    return (
        '<rss version="2.0" xmlns:r="https://rslstandard.org/rsl"><channel><title>F</title>'
        f"{beside}{listed}</channel></rss>"
    ).encode()


@pytest.mark.parametrize(
    ("document", "terms"),
    [
        (feed("", ""), ["", ""]),
        (feed(OPEN, ""), ["open: permits usage: all", ""]),
        (feed("", PAID), ["", "reserved: payment: use"]),
        (feed(OPEN + PAID), ["reserved: payment: use"]),
        (feed("", OPEN, beside=PAID), ["reserved: payment: use", "open: permits usage: all"]),
        (feed("<r:content>"), ["open"]),
    ],
)
def test_terms_are_those_of_their_entry(document: bytes, terms: list[str]) -> None:
    assert [one.terms for one in parse_feed(document).entries] == terms


def test_an_atom_feed_names_its_licence() -> None:
    document = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>'
        '<link rel="license" type="application/rsl+xml" href="/l.xml"/>'
        '<link rel="license" href="/cc"/><entry><id>1</id><title>T</title></entry></feed>'
    )
    read = parse_feed(document.encode(), url="https://a.test/feed")
    assert read.licences == ("https://a.test/l.xml",)
    assert [one.terms for one in read.entries] == [""]
