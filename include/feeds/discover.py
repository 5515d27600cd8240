"""From a document to the feeds of its site: what it is, what it names, what to try next. Pure.

A site tells of its feeds in several places, and some are better to believe than others:
`<link rel="alternate">`, then anchors that speak of RSS, then the sitemaps of robots.txt,
then paths where software usually puts feeds. Whatever is named is only a candidate until it
has been fetched and read. Documents are untrusted: call `read_document` in a process that
can be stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

from lxml import etree

from include import urls
from include.charsets import text_of
from include.feeds.entry import link
from include.feeds.feed_words import says_comments, says_news
from include.feeds.page_links import Candidate, How, header_candidates, read_page
from include.feeds.parse import NotAFeed, parse_feed
from include.feeds.prescreen import screen
from include.feeds.unpack import unpacked
from include.records import FeedDocument

_MAX_TEXT = 3_000_000
_MAX_SITEMAPS = 50
_SITEMAP_LINE = re.compile(r"^[ \t]{0,20}sitemap[ \t]{0,20}:[ \t]{0,20}(\S{1,2048})", re.I | re.M)
_USUAL = (
    "/feed",
    "/rss",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/index.xml",
    "/feed/",
    "/feed.json",
    "/news-sitemap.xml",
    "/sitemap-news.xml",
    "/sitemap_news.xml",
    "/news_sitemap.xml",
    "/googlenews.xml",
    "/google-news-sitemap.xml",
    "/sitemap/news.xml",
    "/sitemaps/news.xml",
    "/feeds/posts/default",
    "/rss/news.xml",
    "/news/rss.xml",
    "/index.rdf",
    "/index.rss",
    "/feeds",
    "/feed.rss",
    "/feed.atom",
    "/feed/atom",
    "/atom",
    "/blog/feed",
    "/news/feed",
    "/rss.php",
    "/rss/index.xml",
    "/feed/index.xml",
    "/rssfeed.xml",
    "/arc/outboundfeeds/rss/?outputType=xml",
    "/arc/outboundfeeds/news-sitemap/?outputType=xml",
    "/?feed=rss2",
    "/?format=feed&type=rss",
    "/sitemap.xml",
    "/sitemap_index.xml",
    "/sitemap-index.xml",
    "/sitemapindex.xml",
    "/wp-sitemap.xml",
    "/sitemap.xml.gz",
    "/sitemap_index.xml.gz",
    "/sitemap/sitemap.xml",
    "/sitemap/index.xml",
    "/sitemaps/sitemap.xml",
    "/sitemaps.xml",
    "/sitemap.php",
    "/sitemap",
)
_USUAL_OF_SECTIONS = ("/feed", "/rss", "/rss.xml")
_RANK = {how: number for number, how in enumerate(How)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a document is to one who looks for feeds.

    A feed has `feed`; an HTML page the `candidates` it names and where it `refreshes` to;
    an index of sitemaps those `sitemaps`. `said` is why it is no feed.
    """

    feed: FeedDocument | None = None
    candidates: tuple[Candidate, ...] = ()
    sitemaps: tuple[str, ...] = ()
    refreshes: str | None = None
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFeed:
    """A feed that was fetched and read. `same_as` is a better feed of the same entries."""

    url: str
    how: How
    document: FeedDocument
    newest: datetime | None
    is_comments: bool
    same_as: str | None = None


def read_document(
    body: bytes,
    *,
    url: str,
    content_type: str | None = None,
    link_header: str = "",
    max_entries: int = 2000,
) -> Document:
    """What `body`, fetched from `url`, is; whatever it is, this does not raise for it.

    `link_header` is the answer's Link field, which may name feeds as a page's head does.
    """
    try:
        return Document(
            feed=parse_feed(body, url=url, content_type=content_type, max_entries=max_entries)
        )
    except NotAFeed as error:
        said = str(error)
    text = text_of(unpacked(body), content_type, url=url)[:_MAX_TEXT]
    head = text[:2_000].lower()
    if "<sitemapindex" in head:
        return Document(sitemaps=_sitemaps_of_index(text, url), said=said)
    named = header_candidates(link_header, url)
    if "<urlset" in head or "<" not in head:
        return Document(candidates=named, said=said)
    page = read_page(text, url)
    known = {one.url for one in named}
    candidates = (*named, *(one for one in page.candidates if one.url not in known))
    return Document(candidates=candidates, refreshes=page.refreshes, said=said)


def sitemaps_of_robots(body: str, url: str) -> tuple[str, ...]:
    """The sitemaps that robots.txt of the site at `url` names, those of news first."""
    found = (link(one[1], url) for one in _SITEMAP_LINE.finditer(body))
    listed = dict.fromkeys(one for one in found if one)
    return tuple(sorted(listed, key=lambda one: not says_news(one)))[:_MAX_SITEMAPS]


def usual_paths(url: str) -> tuple[Candidate, ...]:
    """Where a site's feeds often are: below the page's own path if that looks like a
    section's, then below the root."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    last = path.rpartition("/")[2]
    is_section = bool(path) and path.count("/") <= 3 and "." not in last and len(last) <= 30
    paths = [path + tail for tail in _USUAL_OF_SECTIONS] if is_section else []
    return tuple(
        Candidate(url=f"{urlunsplit((parts.scheme, parts.netloc, '', '', ''))}{one}", how=How.USUAL)
        for one in [*paths, *_USUAL]
    )


def found_feed(
    candidate: Candidate, document: FeedDocument, *, url: str, now: datetime
) -> FoundFeed:
    """A candidate that proved to be a feed; `url` is where it is to be polled."""
    return FoundFeed(
        url=url,
        how=candidate.how,
        document=document,
        newest=newest_entry(document, now=now),
        is_comments=says_comments(url, candidate.title, document.title),
    )


def newest_entry(document: FeedDocument, *, now: datetime) -> datetime | None:
    """The instant of the newest entry; dates of the future are not believed."""
    latest = now + timedelta(days=1)
    stated = (
        at
        for entry in document.entries
        for at in (entry.published_at, entry.updated_at)
        if at is not None and at <= latest
    )
    return max(stated, default=None)


def ranked(feeds: Iterable[FoundFeed]) -> list[FoundFeed]:
    """`feeds`, each once, the best first: comments last, before them what is empty, before
    that what lists the same pages as a better one (`same_as` tells which)."""
    kept: list[FoundFeed] = []
    by_url: set[str] = set()
    by_pages: dict[frozenset[str], str] = {}
    for one in sorted(feeds, key=_rank):
        key = urls.canonical(one.url)
        if key in by_url:
            continue
        by_url.add(key)
        pages = frozenset(entry.url for entry in one.document.entries if entry.url)
        better = by_pages.setdefault(pages, one.url) if pages else one.url
        kept.append(one if better == one.url else replace(one, same_as=better))
    return sorted(kept, key=_rank)


def _rank(one: FoundFeed) -> tuple[bool, bool, bool, int]:
    return one.is_comments, not one.document.entries, one.same_as is not None, _RANK[one.how]


def _sitemaps_of_index(text: str, url: str) -> tuple[str, ...]:
    """The news sitemaps that an index names, the newest first; if none is called so, all."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        screened = screen(text, max_entries=_MAX_SITEMAPS)
        root = etree.fromstring(screened.utf8, parser=parser)
    except (NotAFeed, etree.LxmlError, ValueError):
        return ()
    listed: list[tuple[str, str]] = []
    for one in root.iterchildren("{*}sitemap") if root is not None else ():
        stated = {
            etree.QName(part).localname: (part.text or "").strip()
            for part in one.iterchildren("{*}*")
        }
        if page := link(stated.get("loc"), url):
            listed.append((stated.get("lastmod", "")[:30], page))
    listed.sort(key=lambda one: one[0], reverse=True)
    pages = [page for _, page in listed]
    return tuple(dict.fromkeys(list(filter(says_news, pages)) or pages))[:_MAX_SITEMAPS]
