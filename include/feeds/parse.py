"""Feed bytes → a feed document: RSS, Atom, RDF, CDF, JSON Feed and Google News sitemaps.

The one place where feedparser is called, and only on a file object: a `str` or `bytes`
it would take for a URL to fetch or a file to open. Its sanitizer is off, because every
field becomes plain text here and is escaped where it is shown.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import feedparser

import include.feeds.bounds  # noqa: F401 - bounds what feedparser leaves unbounded
from include.feeds.entries import read_entries, read_feed_language, read_ttl
from include.feeds.entry import told_apart
from include.feeds.hubs import hub_of_feed
from include.feeds.json_feed import read_json_feed
from include.feeds.licences import read_licences
from include.feeds.plain import MAX_TITLE, plain
from include.feeds.prescreen import NotAFeed, Screened, decode, screen
from include.feeds.sitemap import read_sitemap
from include.records import FeedDocument

__all__ = ["NotAFeed", "parse_feed"]

_ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
_ANY_REFERENCE = re.compile(r"&#?\w{1,32};?")


def parse_feed(
    body: bytes, *, url: str | None = None, content_type: str | None = None, max_entries: int = 2000
) -> FeedDocument:
    """The document `body` is, with at most `max_entries` entries, each with an id of its own.

    `url` is where it came from, against which links are made absolute; `content_type` is
    the HTTP header, of which only the charset is believed, and that last.

    Raises:
        NotAFeed: it is in no format we read; the text says what it is instead.
    """
    text = decode(body, content_type, url)
    if text[0] in "{[":
        document = read_json_feed(text, url=url, max_entries=max_entries)
    else:
        screened = screen(text, max_entries=max_entries)
        if screened.root in ("urlset", "sitemapindex"):
            document = read_sitemap(screened, url=url, max_entries=max_entries)
        else:
            document = _read_feed(screened, url=url, max_entries=max_entries)
    return replace(document, entries=told_apart(document.entries))


def _read_feed(screened: Screened, *, url: str | None, max_entries: int) -> FeedDocument:
    try:
        parsed = _feedparser(screened.utf8)
    except Exception:  # feedparser raises whatever its parts raise; once more, simplified
        plainer = replace(screened, text=_ANY_REFERENCE.sub(_only_xml, screened.text))
        try:
            parsed = _feedparser(plainer.utf8)
        except Exception as error:
            raise NotAFeed(f"feedparser cannot read it: {type(error).__name__}: {error}") from None
    version = str(parsed.get("version") or "")
    if not version and not parsed.entries and screened.root not in _ROOTS:
        raise NotAFeed(f"XML of another kind (<{screened.root}>), or HTML, not a feed")
    entries = read_entries(parsed, url=url, max_entries=max_entries)
    licences = read_licences(screened.utf8, url, entries=len(parsed.entries))
    if licences.terms:
        entries = tuple(
            replace(entry, terms=terms)
            for entry, terms in zip(entries, licences.terms, strict=False)
        )
    hub = hub_of_feed(parsed.feed.get("links") or (), url)
    return FeedDocument(
        format=version or "unknown",
        title=plain(parsed.feed.get("title"), limit=MAX_TITLE),
        language=read_feed_language(parsed),
        ttl_minutes=read_ttl(parsed),
        entries=entries,
        left_out=screened.left_out + max(0, len(parsed.entries) - max_entries),
        licences=licences.addresses,
        hub=hub.url if hub else None,
        topic=hub.topic if hub else None,
    )


def _feedparser(body: bytes) -> Any:
    return feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)


def _only_xml(found: re.Match[str]) -> str:
    return found[0] if found[0] in ("&amp;", "&lt;", "&gt;", "&quot;", "&apos;") else ""
