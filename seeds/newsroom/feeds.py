"""Write a publisher's feed: RSS 2.0, Atom 1.0, RSS 1.0 (RDF) or JSON Feed 1.1.

The faults of publishers.toml are made here: an XML document that ends too early, and an
HTML page where a feed should be.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from jinja2 import Environment

from seeds.newsroom.content import Article, FeedSource, Publisher

CONTENT_TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "rdf": "application/rdf+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
}


def entry_link(article: Article, base: str) -> str | None:
    """The link an entry gives: the article's URL with the house's tracking, or an odd one."""
    if article.link is not None:
        return article.link.replace("{base}", base).replace("{path}", article.path) or None
    tracking = article.publisher.tracking
    return f"{base}{article.path}" + (f"?{tracking}" if tracking else "")


def entry_guid(article: Article, base: str) -> str:
    """The entry's identifier."""
    return article.guid or f"tag:{article.publisher.domain},2026:{article.id}"


def listed(source: FeedSource, articles: Iterable[Article]) -> list[Article]:
    """The articles a feed lists, the newest first."""
    kept = [
        article
        for article in articles
        if not article.is_gone and source.section in {None, article.section}
    ]
    return sorted(kept, key=lambda article: (article.changed, article.id), reverse=True)


def write_feed(
    env: Environment, publisher: Publisher, source: FeedSource, articles: list[Article], base: str
) -> tuple[str, bytes]:
    """Content type and bytes of a feed."""
    if publisher.fault == "html":
        page = env.get_template("not_a_feed.html").render(publisher=publisher, base=base)
        return "text/html; charset=utf-8", page.encode()
    chosen = listed(source, articles)
    if publisher.format == "json":
        document = json.dumps(
            _json_feed(publisher, source, chosen, base), ensure_ascii=False, indent=1
        )
    else:
        document = env.get_template(f"feed_{publisher.format}.xml").render(
            publisher=publisher,
            source=source,
            entries=[
                (article, entry_link(article, base), entry_guid(article, base))
                for article in chosen
            ],
            base=base,
            newest=newest(chosen),
            rfc822=format_datetime,
        )
    if publisher.fault == "unclosed":
        document = document[: document.rindex("</item>")]
    return CONTENT_TYPES[publisher.format], document.encode()


def newest(articles: Iterable[Article]) -> datetime:
    """The last change among articles."""
    return max(article.changed for article in articles)


def _json_feed(
    publisher: Publisher, source: FeedSource, articles: list[Article], base: str
) -> dict[str, Any]:
    items = []
    for article in articles:
        item: dict[str, Any] = {
            "id": entry_guid(article, base),
            "url": entry_link(article, base),
            "title": article.feed_title or article.title,
            "summary": article.summary,
            "content_text": article.summary,
            "authors": [{"name": name} for name in article.authors],
            "tags": list(article.tags),
            "date_published": article.published and article.published.isoformat(),
            "date_modified": article.updated and article.updated.isoformat(),
        }
        items.append({key: value for key, value in item.items() if value})
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": source.title,
        "home_page_url": f"{base}/{publisher.slug}/",
        "feed_url": f"{base}/{publisher.slug}/{source.path}",
        "description": publisher.tagline,
        "language": publisher.language,
        "items": items,
    }
