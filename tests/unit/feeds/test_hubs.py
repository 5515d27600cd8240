"""Where news of a feed can be subscribed to."""

from __future__ import annotations

import json

import pytest

from include.feeds.hubs import Hub, hub_of_header
from include.feeds.parse import parse_feed

URL = "https://a.test/feed"


@pytest.mark.parametrize(
    ("header", "hub"),
    [
        ("", None),
        ('<https://hub.test/>; rel="hub"', Hub("https://hub.test/", URL)),
        ('<https://hub.test/>; rel=hub, </f>; rel="self"', Hub("https://hub.test/", "https://a.test/f")),
        ('<https://hub.test/>; rel="next hub"', Hub("https://hub.test/", URL)),
        ('</f>; rel="self"', None),
        ("<javascript:x>; rel=hub", None),
        ("<https://one.test/>; rel=hub, <https://two.test/>; rel=hub",
         Hub("https://one.test/", URL)),
        ("<" * 100_000, None),
    ],
)  # fmt: skip
def test_headers(header: str, hub: Hub | None) -> None:
    assert hub_of_header(header, URL) == hub


RSS = (
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>F</title>'
    '<atom:link rel="hub" href="https://hub.test/"/><atom:link rel="self" href="{self}"/>'
    "<item><title>T</title><link>https://a.test/1</link></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>'
    '<link rel="hub" href="https://hub.test/"/><link rel="self" href="{self}"/></feed>'
)
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1", "title": "F", "feed_url": "SELF",
        "items": [],
        "hubs": [{"type": "rssCloud", "url": "https://no.test/"},
                 {"type": "WebSub", "url": "https://hub.test/"}, 7],
    }
)  # fmt: skip


@pytest.mark.parametrize("form", [RSS, ATOM, JSON])
def test_feeds(form: str) -> None:
    text = form.replace("{self}", "https://a.test/own").replace("SELF", "https://a.test/own")
    read = parse_feed(text.encode(), url=URL)
    assert (read.hub, read.topic) == ("https://hub.test/", "https://a.test/own")


def test_a_feed_without_a_hub_has_no_topic() -> None:
    read = parse_feed(RSS.replace('rel="hub"', 'rel="up"').encode(), url=URL)
    assert (read.hub, read.topic) == (None, None)
