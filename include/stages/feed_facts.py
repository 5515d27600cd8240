"""What a feed says beside its entries: licences, and the hub that tells of its news."""

from __future__ import annotations

from psycopg2.extensions import cursor as Cursor

from include import urls
from include.feeds.hubs import Hub, hub_of_header
from include.pages.signals import Signal, licences_of
from include.records import FeedDocument, Response
from include.settings import Settings
from include.stages.subscribing import token_hash, token_of
from include.warehouse import pages, subscriptions
from include.warehouse.queries import Row

_MOST_TERMS = 20


def store_wishes(cur: Cursor, row: Row, answer: Response, document: FeedDocument) -> None:
    """Keep what a feed, and the answer that brought it, says of licences."""
    said = [Signal("header", "rsl", one) for one in licences_of(answer.headers)]
    said += [Signal("feed", "rsl", one) for one in document.licences]
    terms = dict.fromkeys(entry.terms for entry in document.entries if entry.terms)
    said += [Signal("feed", "rsl-terms", one) for one in list(terms)[:_MOST_TERMS]]
    host = urls.host(answer.url)
    pages.store_signals(cur, [(row["publisher_id"], host, one, row["url"]) for one in said])


def store_hub(
    cur: Cursor, settings: Settings, row: Row, answer: Response, document: FeedDocument
) -> None:
    """Note where news of the feed can be subscribed to, as its header or itself says."""
    hub = hub_of_header(answer.headers.get("link", ""), answer.url)
    if hub is None and document.hub and document.topic:
        hub = Hub(document.hub, document.topic)
    if hub is None:
        subscriptions.forget(cur, row["feed_id"])
        return
    token = token_of(settings, row["feed_id"], hub)
    subscriptions.want(
        cur, row["feed_id"], hub=hub.url, topic=hub.topic, token_sha256=token_hash(token)
    )
