"""Feeds are found where a page declares or links them; broken markup gives none."""

from __future__ import annotations

import pytest

from include.feeds.discover import MAX_CANDIDATES, linked_feeds, sitemap_lines, usual_places

URL = "https://site.test/news/"


def page(*elements: str) -> bytes:
    return f"<html><head>{''.join(elements)}</head><body><p>x</p></body></html>".encode()


@pytest.mark.parametrize(
    ("element", "found"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/rss">', ["https://site.test/rss"]),
        ('<LINK REL="Alternate" TYPE="application/atom+xml" HREF="a">',
         ["https://site.test/news/a"]),
        ('<link rel="alternate" type="application/feed+json" href="//cdn.test/f.json">',
         ["https://cdn.test/f.json"]),
        ('<link rel="feed" href="/f">', ["https://site.test/f"]),
        ('<a href="/feeds/world.xml">World</a>', ["https://site.test/feeds/world.xml"]),
        ('<a href="/rss">RSS</a>', ["https://site.test/rss"]),
        ('<link rel="alternate" hreflang="de" href="/de">', []),
        ('<link rel="stylesheet" type="text/css" href="/rss.css">', []),
        ('<a href="/feedback">Tell us</a>', []),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">', []),
        ('<link rel="alternate" type="application/rss+xml">', []),
    ],
)  # fmt: skip
def test_what_a_page_links(element: str, found: list[str]) -> None:
    assert [one.url for one in linked_feeds(page(element), URL)] == found


def test_declared_before_linked_and_comments_last() -> None:
    kind = 'rel="alternate" type="application/rss+xml"'
    found = linked_feeds(
        page(
            f'<link {kind} title="Comments" href="/comments/feed">',
            '<a href="/rss">RSS</a>',
            f'<link {kind} title="News" href="/feed">',
            f'<link {kind} href="/feed#again">',
        ),
        URL,
    )
    assert [one.url.removeprefix("https://site.test") for one in found] == [
        "/feed", "/rss", "/comments/feed",
    ]  # fmt: skip


@pytest.mark.parametrize("markup", [b"", b"\x00", b"<", b"{}", b"<!-- -->"])
def test_no_page_no_feeds(markup: bytes) -> None:
    assert linked_feeds(markup, URL) == []


def test_candidates_have_an_end() -> None:
    many = "".join(f'<a href="/rss/{number}">x</a>' for number in range(1_000))
    assert len(linked_feeds(page(many), URL)) == MAX_CANDIDATES


def test_guesses_and_sitemaps() -> None:
    assert all(one.url.startswith("https://site.test/") for one in usual_places(URL))
    robots = "User-agent: *\nSitemap: https://site.test/news.xml\nsitemap: /all.xml\nSitemap:"
    assert [one.url for one in sitemap_lines(robots)] == ["https://site.test/news.xml"]
