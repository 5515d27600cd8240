"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from include.dates.reader import read_instant
from include.feeds.entry import build, language_tag, link
from include.feeds.hubs import hub_of_json
from include.feeds.names import author_names
from include.feeds.newest import newest, when_written
from include.feeds.plain import MAX_TITLE, plain
from include.feeds.prescreen import NotAFeed
from include.records import FeedDocument, FeedEntry

FORMAT = "json_feed"


def read_json_feed(text: str, *, url: str | None, max_entries: int) -> FeedDocument:
    """The feed that `text` is.

    Raises:
        NotAFeed: it is not JSON, or not an object with a list of items.
    """
    try:
        document = json.loads(text, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise NotAFeed(f"not JSON: {str(error)[:200]}") from None
    items = document.get("items") if isinstance(document, dict) else None
    version = document.get("version") if isinstance(document, dict) else None
    is_said = isinstance(version, str) and "jsonfeed.org" in version
    if not isinstance(items, list) or not (is_said or all(isinstance(one, dict) for one in items)):
        raise NotAFeed("JSON, but not a JSON Feed: it has no list of items")
    if not is_said and not any("url" in one or "id" in one for one in items[:10]):
        raise NotAFeed("JSON, but not a JSON Feed: it states no version")
    language = language_tag(document.get("language"))
    base = url or link(document.get("feed_url"), None) or link(document.get("home_page_url"), None)
    authors = _authors(document)
    found = [one for one in items if isinstance(one, dict)]
    kept = newest([when_written(one.get("date_published")) for one in found], max_entries)
    hub = hub_of_json(document, url)
    return FeedDocument(
        format=FORMAT,
        title=plain(document.get("title"), limit=MAX_TITLE),
        language=language,
        ttl_minutes=None,
        entries=tuple(_entry(found[place], base, authors) for place in kept),
        left_out=len(found) - len(kept),
        hub=hub.url if hub else None,
        topic=hub.topic if hub else None,
    )


def _entry(item: dict[str, Any], base: str | None, feed_authors: tuple[str, ...]) -> FeedEntry:
    tags = item.get("tags")
    identifier = item.get("id")
    summary = item.get("summary") or item.get("content_text") or item.get("content_html")
    return build(
        identifier=str(identifier) if isinstance(identifier, str | float) else None,
        url=link(item.get("url"), base) or link(item.get("external_url"), base),
        title=item.get("title"),
        summary=summary,
        authors=_authors(item) or feed_authors,
        published_at=read_instant(item.get("date_published")),
        updated_at=read_instant(item.get("date_modified")),
        language=language_tag(item.get("language")),
        tags=tags if isinstance(tags, list) else (),
    )


def _authors(holder: dict[str, Any]) -> tuple[str, ...]:
    stated = holder.get("authors")
    if not isinstance(stated, list):
        stated = [holder.get("author")]
    names = [one.get("name") if isinstance(one, dict) else one for one in stated]
    return author_names(names)
