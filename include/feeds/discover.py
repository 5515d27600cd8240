"""Where a site's feeds may be: what its page links to, then the usual paths. Pure.

Candidates are only that: whoever asks must fetch and parse them.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml import html

from include import urls
from include.feeds.entry import link

MAX_CANDIDATES = 40
_MAX_MARKUP = 2_000_000
_TYPES = re.compile(r"(?:application|text)/(?:rss|atom|rdf|feed)\+(?:xml|json)", re.IGNORECASE)
_HREF = re.compile(
    r"(?:^|[/._=-])(?:rss|atom|feeds?|rdf)(?:$|[/._?&-])|news[-_]?sitemap", re.IGNORECASE
)
_COMMENTS = re.compile(r"comment|kommentar", re.IGNORECASE)
_PATHS = (
    "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/posts/default",
    "/feed.json", "/news-sitemap.xml", "/sitemap-news.xml",
)  # fmt: skip


class Candidate(NamedTuple):
    """A URL that may be a feed, its title where one is given, and how it was found."""

    url: str
    title: str
    how: str


def linked_feeds(markup: bytes, url: str) -> list[Candidate]:
    """What a page declares as feeds, then what its links look like feeds; comments last."""
    try:
        tree = html.fromstring(markup[:_MAX_MARKUP])
    except (ValueError, html.etree.ParserError):
        return []
    found: list[Candidate] = []
    for element in tree.iter("link"):
        rel = (element.get("rel") or "").lower().split()
        if ("alternate" in rel and _TYPES.search(element.get("type") or "")) or "feed" in rel:
            _add(found, element.get("href"), url, element.get("title") or "", "declared")
    for element in tree.iter("a"):
        if _HREF.search(element.get("href") or ""):
            _add(found, element.get("href"), url, " ".join(element.itertext())[:200], "linked")
    ranked = sorted(found, key=lambda one: bool(_COMMENTS.search(f"{one.url} {one.title}")))
    return _once(ranked)


def usual_places(url: str) -> list[Candidate]:
    """The paths where software of all kinds puts a site's feed."""
    parts = urlsplit(url)
    site = f"{parts.scheme}://{parts.netloc}"
    return [Candidate(site + path, "", "guessed") for path in _PATHS]


def sitemap_lines(robots: str) -> list[Candidate]:
    """Sitemaps that robots.txt names and that look like news sitemaps."""
    found: list[Candidate] = []
    for each in robots[:500_000].splitlines():
        name, _, value = each.partition(":")
        if name.strip().lower() == "sitemap" and "news" in value.lower():
            _add(found, value.strip(), None, "", "robots.txt")
    return _once(found)


def _add(found: list[Candidate], href: str | None, base: str | None, title: str, how: str) -> None:
    if target := link(href, base):
        found.append(Candidate(target, " ".join(title.split()), how))


def _once(found: list[Candidate]) -> list[Candidate]:
    kept: dict[str, Candidate] = {}
    for one in found:
        try:
            kept.setdefault(urls.canonical(one.url), one)
        except urls.BadUrl:
            continue
    return list(kept.values())[:MAX_CANDIDATES]
