"""Where feeds are looked for, in what order, and that no page can make it go wrong or on."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from include.feeds.discover import (
    FoundFeed,
    How,
    newest_entry,
    ranked,
    read_document,
    sitemaps_of_robots,
    usual_paths,
)
from include.feeds.feed_words import says_comments, says_feed, says_feed_url
from include.records import FeedDocument, FeedEntry

URL = "https://site.test/news/"
RSS = 'rel="alternate" type="application/rss+xml"'
NOW = datetime(2026, 5, 4, tzinfo=UTC)


def page(*elements: str) -> bytes:
    return f"<html><head>{''.join(elements)}</head><body><p>x</p></body></html>".encode()


def named(*elements: str, url: str = URL) -> list[tuple[str, How]]:
    document = read_document(page(*elements), url=url)
    return [(one.url.removeprefix("https://site.test"), one.how) for one in document.candidates]


@pytest.mark.parametrize(
    ("element", "found"),
    [
        (f'<link {RSS} href="/rss">', "/rss"),
        ('<LINK REL="Home Alternate" TYPE="application/ATOM+xml; charset=x" HREF="a">', "/news/a"),
        ('<link rel="alternate" type="application/feed+json" href="//cdn.test/f">',
         "https://cdn.test/f"),
        ('<link rel="feed" href="/f">', "/f"),
        ('<link rel="alternate" type="text/xml" title="RSS" href="/x">', "/x"),
        (f'<base href="/en/"><link {RSS} href="a">', "/en/a"),
        (f'<link {RSS} href="feed://site.test/a">', "/a"),
        (f'<link {RSS} href="feed:https://site.test/a">', "/a"),
        (f'<link {RSS} href="/a#top">', "/a"),
        ('<link rel="alternate" hreflang="de" href="/de">', None),
        ('<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">', None),
        ('<link rel="alternate" type="application/json+oembed" href="/oembed">', None),
        ('<link rel="alternate stylesheet" type="application/rss+xml" href="/rss.css">', None),
        (f'<link {RSS} href="javascript:alert(1)">', None),
        (f'<link {RSS} href="https://a:b@site.test/rss">', None),
        (f'<link {RSS} href="https://xn--{"a" * 70}.ü/rss">', None),
        (f"<link {RSS}>", None),
    ],
)  # fmt: skip
def test_what_a_page_declares(element: str, found: str | None) -> None:
    assert named(element) == ([(found, How.LINK)] if found else [])


@pytest.mark.parametrize(
    ("element", "found"),
    [
        ('<a href="/feeds/world.xml">World</a>', "/feeds/world.xml"),
        ('<a href="/world/rss">World</a>', "/world/rss"),
        ('<a href="/?feed=rss2">x</a>', "/?feed=rss2"),
        ('<a href="/abo">RSS</a>', "/abo"),
        ('<a href="/abo" title="Unser RSS-Feed"><img></a>', "/abo"),
        ('<a href="https://feeds.other.test/top">Top</a>', "https://feeds.other.test/top"),
        ('<a href="https://feedly.com/i/feed/https%3A%2F%2Fsite.test%2Fa">+</a>', "/a"),
        ('<a href="/feedback">Tell us</a>', None),
        ('<a href="/news/feed-the-hungry">Feed the hungry</a>', None),
        ('<a href="/news/1">Atom bomb survivors remember</a>', None),
        ('<a href="/news/2">How RSS made us all read more, and what became of it</a>', None),
        ('<a href="https://www.linkedin.com/feed/">Share</a>', None),
        ('<a href="#rss">RSS</a>', None),
        ('<a href="mailto:rss@site.test">RSS</a>', None),
    ],
)  # fmt: skip
def test_what_anchors_say(element: str, found: str | None) -> None:
    assert named(element) == ([(found, How.ANCHOR)] if found else [])


def test_declared_feeds_come_first_and_each_once() -> None:
    found = named(
        '<a href="/abo">RSS</a>', '<a href="/rss">x</a>', f'<link {RSS} href="/feed">',
        f'<link {RSS} href="/feed/?utm_source=x">', '<a href="/feed">RSS</a>',
    )  # fmt: skip
    assert found == [("/feed", How.LINK), ("/rss", How.ANCHOR), ("/abo", How.ANCHOR)]


@pytest.mark.parametrize(
    "body",
    [b"", b"\x00", b"<", b"{}", b"<!-- -->", b"%PDF-1.7", b"<p", b"\xff\xfe<\x00", b"<urlset/>",
     b"<sitemapindex", b"<sitemapindex><sitemap><loc>javascript:x</loc></sitemap></sitemapindex>"],
)  # fmt: skip
def test_what_is_no_page_names_nothing(body: bytes) -> None:
    document = read_document(body, url=URL)
    assert (document.feed, document.candidates, document.sitemaps) == (None, (), ())
    assert document.said


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>" + b'<a href="/rss/%d">x</a>' * 60_000,
        b"<html><head><link " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">",
        b"<html>" + b"<div>" * 400_000,
        b"<html><a href='" + b"rss-" * 500_000 + b"'>rss</a>",
        b"<html>" + b"<a>" * 300_000 + b"rss",
        b"<html><meta http-equiv=refresh content='" + b" " * 900_000 + b"'>",
        b"<sitemapindex>" + b"<sitemap><loc>http://a.test/news</loc></sitemap>" * 50_000,
    ],
)
def test_hostile_pages_end(body: bytes) -> None:
    started = time.process_time()
    document = read_document(body, url=URL)
    assert time.process_time() - started < 8
    assert len(document.candidates) <= 500
    assert len(document.sitemaps) <= 50


def test_a_feed_is_a_feed_and_a_refresh_is_told() -> None:
    feed = read_document(b"<rss><channel><title>T</title></channel></rss>", url=URL).feed
    assert feed is not None
    assert feed.title == "T"
    moved = read_document(page('<meta http-equiv="Refresh" content="0; URL=\'/en\'">'), url=URL)
    assert moved.refreshes == "https://site.test/en"


def test_sitemaps_of_news_come_first() -> None:
    robots = "User-agent: *\nSitemap: /all.xml\n sitemap : https://site.test/news.xml\nSitemap:\n"
    assert sitemaps_of_robots(robots, "https://site.test") == (
        "https://site.test/news.xml", "https://site.test/all.xml",
    )  # fmt: skip


def test_an_index_names_its_news_sitemaps_newest_first() -> None:
    parts = [
        ("/posts.xml", "2026-05-03"),
        ("/news-1.xml", "2026-05-01"),
        ("/news-2.xml", "2026-05-02"),
    ]
    index = "".join(
        f"<sitemap><loc>https://site.test{path}</loc><lastmod>{day}</lastmod></sitemap>"
        for path, day in parts
    )
    body = f'<?xml version="1.0"?><sitemapindex xmlns="x:y">{index}</sitemapindex>'.encode()
    assert read_document(body, url=URL).sitemaps == (
        "https://site.test/news-2.xml", "https://site.test/news-1.xml",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("url", "first"),
    [
        ("https://site.test", "https://site.test/feed"),
        ("https://site.test/world/", "https://site.test/world/feed"),
        ("https://site.test/2026/05/a-long-headline-of-an-article.html", "https://site.test/feed"),
    ],
)
def test_usual_paths(url: str, first: str) -> None:
    paths = [one.url for one in usual_paths(url)]
    assert paths[0] == first
    assert "https://site.test/news-sitemap.xml" in paths


@pytest.mark.parametrize(
    ("url", "title", "expected"),
    [
        ("https://a.test/comments/feed/", "", True),
        ("https://a.test/feeds/comments/default", "", True),
        ("https://a.test/x/feed", "Comments on: A bridge", True),
        ("https://a.test/x/feed", "Site » A bridge Comments Feed", True),
        ("https://a.test/x/feed", "Commentaires sur : Un pont", True),
        ("https://a.test/comment/rss", "Comment | A paper", False),
        ("https://a.test/kommentare/rss", "Kommentare der Redaktion", False),
    ],
)
def test_comments_are_told_from_opinion(url: str, title: str, expected: bool) -> None:
    assert says_comments(url, title) is expected


@pytest.mark.parametrize("words", ["rss" * 100_000, "a-" * 200_000, "feed_" * 100_000])
def test_words_take_linear_time(words: str) -> None:
    started = time.monotonic()
    says_feed(words)
    says_feed_url(f"https://a.test/{words}")
    says_comments(f"https://a.test/{words}", words)
    assert time.monotonic() - started < 2


def feed(url: str, *pages: str, how: How = How.LINK, is_comments: bool = False) -> FoundFeed:
    entries = tuple(FeedEntry(entry_id=one, url=one, title=one) for one in pages)
    document = FeedDocument(
        format="rss20", title="", language=None, ttl_minutes=None, entries=entries
    )
    return FoundFeed(url=url, how=how, document=document, newest=None, is_comments=is_comments)


def test_ranking() -> None:
    found = ranked([
        feed("https://a.test/comments", "https://a.test/1", is_comments=True),
        feed("https://a.test/empty"),
        feed("https://a.test/atom", "https://a.test/1", "https://a.test/2", how=How.ANCHOR),
        feed("https://a.test/rss", "https://a.test/2", "https://a.test/1"),
        feed("http://www.a.test/rss/", "https://a.test/3"),
        feed("https://a.test/other", "https://a.test/3", how=How.USUAL),
    ])  # fmt: skip
    assert [(one.url.rpartition("/")[2], one.same_as) for one in found] == [
        ("rss", None), ("other", None), ("atom", "https://a.test/rss"), ("empty", None),
        ("comments", None),
    ]  # fmt: skip


def test_the_newest_entry_is_not_of_the_future() -> None:
    entries = tuple(
        FeedEntry(entry_id=str(days), url=None, title="", published_at=NOW + timedelta(days=days))
        for days in (-3, -2, 400)
    )
    document = FeedDocument(format="", title="", language=None, ttl_minutes=None, entries=entries)
    assert newest_entry(document, now=NOW) == NOW - timedelta(days=2)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ('</feeds/main>; rel="alternate"; type="application/rss+xml"', ["/feeds/main"]),
        (
            '<a.atom>; rel=alternate; type=application/atom+xml; title="A, and B"; rel=next, '
            '<b.json>; REL="alternate home"; Type="application/feed+json; v=1"',
            ["/news/a.atom", "/news/b.json"],
        ),
        ('<https://a.test/wp-json/>; rel="https://api.w.org/"', []),
        ('</de/>; rel="alternate"; hreflang="de"', []),
        ('</oembed?x>; rel="alternate"; type="application/json"', []),
        ("<" * 50_000, []),
        ('<javascript:x>; rel="alternate"; type="application/rss+xml"', []),
        ('</f>;rel="feed"', ["/f"]),
    ],
)
def test_a_header_names_feeds(header: str, found: list[str]) -> None:
    read = read_document(b"<html><p>x</p>", url="https://a.test/news/", link_header=header)
    assert [one.url.removeprefix("https://a.test") for one in read.candidates] == found
