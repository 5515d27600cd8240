"""The feeds an HTML page names: by `<link rel="alternate">`, and by anchors. Pure.

Pages are untrusted: call `read_page` in a process that can be stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from include import urls
from include.feeds.entry import link
from include.feeds.feed_words import says_feed, says_feed_url
from include.feeds.hubs import header_links
from include.feeds.plain import plain

MAX_CANDIDATES = 500
_MAX_ANCHORS = 20_000
_MAX_LABEL = 200

# libxml2 compares each attribute of a tag with all others; no feed's link is this long.
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}+>?")
_REFRESH = re.compile(
    r"^\s{0,9}\d{0,3}\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}[\"']?([^\"'\s]{1,2048})", re.I
)
_FEED_SCHEME = re.compile(r"^feed:(?://)?(?=https?:)|^feed(?=://)", re.I)
_NESTED = re.compile(r"https?(?::|%3A)(?:/|%2F){2}[^\s\"'<>]{4,1500}", re.I)
_FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/x-rss+xml",
        "application/x.atom+xml",
        "application/x-atom+xml",
        "text/rss+xml",
        "application/rss",
        "text/rss",
        "application/atom",
        "text/atom+xml",
    }
)
_MAYBE_TYPES = frozenset({"application/xml", "text/xml", "application/json"})
# Services whose links hold the feed's address within their own.
_READERS = frozenset(
    {
        "feedly.com",
        "inoreader.com",
        "newsblur.com",
        "theoldreader.com",
        "netvibes.com",
        "yahoo.com",
        "feedbin.com",
        "bloglovin.com",
        "subtome.com",
    }
)
_NO_FEEDS_THERE = frozenset(
    {
        "facebook.com",
        "twitter.com",
        "x.com",
        "linkedin.com",
        "instagram.com",
        "whatsapp.com",
        "wikipedia.org",
        "t.me",
        "pinterest.com",
        "tiktok.com",
    }
)


class How(StrEnum):
    """How a feed was found; earlier is better to believe."""

    ITSELF = "given"
    LINK = "link"
    ANCHOR = "anchor"
    SITEMAP = "robots.txt"
    USUAL = "usual path"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A URL that may be a feed's, and what the page calls it."""

    url: str
    how: How
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFeeds:
    """What a page names as feeds, and the page its `<meta>` refreshes to."""

    candidates: tuple[Candidate, ...] = ()
    refreshes: str | None = None


def read_page(text: str, url: str) -> PageFeeds:
    """The feeds that the page `text` at `url` names, each once, the best to believe first."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        tree = etree.fromstring(_LONG_TAG.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        tree = None
    if tree is None:
        return PageFeeds()
    base = next((link(one.get("href"), url) for one in tree.iter("base")), None) or url
    named = [*_links(tree, base), *_anchors(tree, base)]
    best: dict[str, Candidate] = {}
    for one in named:
        best.setdefault(urls.canonical(one.url), one)
    return PageFeeds(
        candidates=tuple(best.values())[:MAX_CANDIDATES], refreshes=_refresh(tree, base)
    )


def header_candidates(value: str, base: str) -> tuple[Candidate, ...]:
    """The feeds that a Link header (RFC 8288) of the answer from `base` names."""
    found: dict[str, Candidate] = {}
    for target, stated in header_links(value):
        if one := _linked(target, stated, base):
            found.setdefault(one.url, one)
    return tuple(found.values())


def _links(tree: Any, base: str) -> Iterator[Candidate]:
    for element in tree.iter("link"):
        if one := _linked(element.get("href"), element, base):
            yield one


def _linked(href: str | None, stated: Any, base: str) -> Candidate | None:
    """The feed that a link names; `stated` gets its `rel`, `type` and `title`."""
    rel = (stated.get("rel") or "").lower().split()
    if "stylesheet" in rel or not {"alternate", "feed"} & set(rel):
        return None
    url = _feed_url(href, base)
    kind = (stated.get("type") or "").partition(";")[0].strip().lower()
    title = plain(stated.get("title"), limit=_MAX_LABEL)
    if url is None or "/wp-json/" in url or "oembed" in url:
        return None
    is_maybe = kind in _MAYBE_TYPES and (says_feed(title) or says_feed_url(url))
    if kind in _FEED_TYPES or is_maybe or ("feed" in rel and "html" not in kind):
        return Candidate(url=url, how=How.LINK, title=title)
    return None


def _anchors(tree: Any, base: str) -> Iterator[Candidate]:
    """Anchors that speak of feeds; those whose address does come first."""
    by_words = []
    for _, element in zip(range(_MAX_ANCHORS), tree.iter("a", "area"), strict=False):
        url = _feed_url(element.get("href"), base)
        if url is None:
            continue
        label = " ".join("".join(element.itertext())[:1_000].split())
        told = [label, element.get("title") or "", element.get("aria-label") or ""]
        candidate = Candidate(url=url, how=How.ANCHOR, title=plain(label, limit=_MAX_LABEL))
        if says_feed_url(url) or _is_reader(element.get("href"), base):
            yield candidate
        elif any(says_feed(one) for one in told):
            by_words.append(candidate)
    yield from by_words


def _feed_url(href: str | None, base: str) -> str | None:
    if not href or href.lstrip().startswith("#"):
        return None
    url = link(
        _FEED_SCHEME.sub(lambda found: "https" if found.end() == 4 else "", href.strip()), base
    )
    if url is None:
        return None
    domain = urls.publisher_domain(url)
    if domain in _NO_FEEDS_THERE:
        return None
    if domain in _READERS:
        nested = _NESTED.search(url, len(urlsplit(url).netloc) + 9)
        url = link(unquote(nested[0]), None) if nested else None
    if url is None:
        return None
    try:
        urls.canonical(url)
    except urls.BadUrl:
        return None
    return url.partition("#")[0]


def _is_reader(href: str, base: str) -> bool:
    url = link(href, base)
    return url is not None and urls.publisher_domain(url) in _READERS


def _refresh(tree: Any, base: str) -> str | None:
    for element in tree.iter("meta"):
        if (element.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.match((element.get("content") or "")[:3_000])
            return link(found[1], base) if found else None
    return None
