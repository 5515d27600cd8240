"""Store and choose feeds and what they listed: `core.feeds`, `core.entries`, `core.pages`."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from psycopg2.extensions import cursor as Cursor

from include import urls
from include.feeds.link_tokens import KnownEntry
from include.outcomes import Reason
from include.records import Feed, FeedEntry
from include.warehouse import claims, queries
from include.warehouse.articles import follow_dates
from include.warehouse.claims import Claims
from include.warehouse.pages import Place, place_of, store_pages
from include.warehouse.queries import Row
from include.warehouse.text import storable


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryToStore:
    """An entry, new or changed, with the hash of its content.

    `refused` is why its page is not to be fetched, where that is known.
    """

    entry: FeedEntry
    content_sha256: bytes
    refused: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedVerdict:
    """All that a poll taught of its feed, applied in one statement.

    `url` and `host` are new ones where the feed moved, `moving_…` a redirect on trial.
    """

    feed_id: str
    reason: Reason
    interval_s: float
    wait_s: float
    failures: float
    per_day: float | None
    listed: int | None
    url: str | None = None
    host: str | None = None
    moving_to: str | None = None
    moving_polls: int = 0
    merged_into: str | None = None
    archive_path: str | None = None
    archive_offset: int | None = None
    archive_length: int | None = None
    has_body: bool = False
    etag: str | None = None
    last_modified: str | None = None
    body_sha256: bytes | None = None
    title: str | None = None
    language: str | None = None
    new_entries: int = 0
    is_gone: bool = False


def list_feeds(cur: Cursor, feeds: Sequence[Feed]) -> None:
    """Make `core.feeds` list these feeds; the others stay as they are."""
    by_publisher: dict[str, str | None] = {}
    for feed in feeds:
        by_publisher[feed.publisher] = feed.country or by_publisher.get(feed.publisher)
    queries.many(cur, "upsert_publishers", sorted(by_publisher.items(), key=lambda row: row[0]))
    ordered = sorted(feeds, key=lambda feed: feed.feed_id)
    queries.many(
        cur,
        "upsert_feeds",
        [
            (
                feed.feed_id,
                feed.publisher,
                feed.url,
                urls.host(feed.url),
                feed.title,
                feed.language,
                feed.kind,
            )
            for feed in ordered
        ],
    )


def unlist_others(cur: Cursor, feed_ids: Iterable[str]) -> int:
    """Make `core.feeds` list these feeds alone; returns how many are listed no longer."""
    unlisted = queries.run(cur, "unlist_feeds", feed_ids=list(feed_ids))
    for row in queries.rows(cur, "part_feeds"):
        note_event(cur, row["feed_id"], "revived", from_url=row["url"])
    return unlisted


def choose_hosts(
    cur: Cursor, stage: str, *, run_id: str, most: int, poll_all: bool
) -> dict[str, int]:
    """Choose due feeds, at most `most`, for a run: their hosts, and how many each has."""
    chosen = claims.choose(
        cur, stage, "due_feeds", run_id=run_id, most=most, hosts=None, take_all=poll_all
    )
    return Counter(row["host"] for row in chosen)


def claim_feeds(
    cur: Cursor, held: Claims, hosts: Sequence[str], *, most: int, poll_all: bool
) -> list[Row]:
    """Take due feeds of `hosts`, at most `most` beside those that were chosen.

    With `poll_all` those that were chosen need not be due. A task that is tried again does not
    poll what its first try did: that is chosen no more.
    """
    return held.take(
        cur,
        "due_feeds",
        "claimed_feeds",
        hosts=list(hosts),
        most=most,
        take_all=False,
        poll_all=poll_all,
    )


def entry_key(entry_id: str) -> bytes:
    """The key of an entry within its feed."""
    return hashlib.sha256(storable(entry_id).encode()).digest()


def known_entries(cur: Cursor, feed_id: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
    """Content hashes of the entries we have, by entry key."""
    found = queries.rows(cur, "known_entries", feed_id=feed_id, keys=list(keys))
    return {bytes(row["entry_sha256"]): bytes(row["content_sha256"]) for row in found}


def namesakes(cur: Cursor, feed_id: str, titles: Iterable[str]) -> dict[str, list[KnownEntry]]:
    """The feed's stored entries with these titles, by title in lower case; those listed in
    the last month only."""
    found: dict[str, list[KnownEntry]] = {}
    wanted = sorted({_title_mark(title) for title in titles})
    for row in queries.rows(cur, "entry_namesakes", feed_id=feed_id, titles=wanted):
        found.setdefault(row["title"].lower(), []).append(
            KnownEntry(
                entry_id=row["entry_id"],
                url=row["url"],
                published_at=row["published_at"],
                content_sha256=bytes(row["content_sha256"]),
                since_s=row["since_s"],
            )
        )
    return found


def _title_mark(title: str) -> str:
    text = storable(title)[:2000].lower()
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def store_entries(
    cur: Cursor, feed_id: str, publisher_id: int, entries: Sequence[EntryToStore]
) -> dict[bytes, Reason | None]:
    """Store new and changed entries and the pages they lead to.

    Returns, by entry key, why an entry leads to no page (None where it leads to one).
    """
    places: dict[Place, int] = {}
    leads: dict[bytes, tuple[bytes | None, Reason | None]] = {}
    for one in entries:
        key = entry_key(one.entry.entry_id)
        place = one.refused or place_of(one.entry.url)
        if isinstance(place, Reason):
            leads[key] = (None, place)
        else:
            leads[key] = (place.key, None)
            places.setdefault(place, publisher_id)
    numbers = store_pages(cur, places)
    by_key = {entry_key(one.entry.entry_id): one for one in entries}
    queries.many(
        cur,
        "upsert_entries",
        [
            _entry_row(feed_id, key, by_key[key], numbers.get(leads[key][0] or b""), leads[key][1])
            for key in sorted(by_key)
        ],
    )
    return {key: reason for key, (_, reason) in leads.items()}


def keep_versions(cur: Cursor, feed_id: str, keys: Sequence[bytes]) -> None:
    """Keep what entries say now; call it before `store_entries` writes what they say next."""
    if keys:
        queries.run(cur, "keep_entry_versions", feed_id=feed_id, keys=sorted(keys))


def join_renamed(
    cur: Cursor, feed_id: str, keys: Sequence[bytes], listed: Iterable[bytes]
) -> set[bytes]:
    """Keys of those new entries that repeat an earlier one under another identifier.

    `listed` are the keys of all entries of the document: one that is still listed is not
    repeated but has a namesake.
    """
    if not keys:
        return set()
    found = queries.rows(
        cur, "join_renamed_entries", feed_id=feed_id, keys=sorted(keys), listed=list(listed)
    )
    return {bytes(row["entry_sha256"]) for row in found}


def feed_at(cur: Cursor, url: str, *, other_than: str) -> str | None:
    """The feed that is polled at `url`, if another one is."""
    row = queries.one(cur, "feed_at", url=storable(url), feed_id=other_than)
    return row["feed_id"] if row else None


def note_event(
    cur: Cursor,
    feed_id: str,
    kind: str,
    *,
    from_url: str,
    to_url: str | None = None,
    detail: str = "",
) -> None:
    """Note that a feed was moved, merged, stopped or revived; keys in its URLs are masked."""
    queries.run(
        cur,
        "insert_feed_event",
        feed_id=feed_id,
        kind=kind,
        from_url=urls.masked(from_url),
        to_url=to_url and urls.masked(storable(to_url)),
        detail=detail,
    )


def redate_entries(cur: Cursor, feed_id: str, dated: Mapping[bytes, datetime]) -> set[bytes]:
    """Take up dates that publishers corrected, by entry key; returns the keys of those taken.

    A date later than when we first saw the entry is no date of its publication: feeds that
    write the time of the request into every entry would move it for ever. The date before
    is kept as a version of the entry. An article that has its date from the feed follows.
    """
    if not dated:
        return set()
    keys = sorted(dated)
    found = queries.rows(
        cur, "redate_entries", feed_id=feed_id, keys=keys, dates=[dated[key] for key in keys]
    )
    if found:
        entries = [row["entry_key"] for row in found]
        for row in queries.rows(cur, "redate_articles", entries=entries):
            follow_dates(
                cur,
                article_id=row["article_id"],
                text_id=row["text_id"],
                before=(row["before"],),
                now=(row["published_at"],),
            )
    return {bytes(row["entry_sha256"]) for row in found}


def see_entries(cur: Cursor, feed_id: str, keys: Sequence[bytes]) -> None:
    """Note that known entries were listed again."""
    if keys:
        queries.run(cur, "see_entries", feed_id=feed_id, keys=sorted(keys))


def refetch_pages_of(cur: Cursor, feed_id: str, keys: Sequence[bytes]) -> None:
    """Let the pages of edited entries be fetched again now."""
    if keys:
        queries.run(cur, "refetch_pages", feed_id=feed_id, keys=sorted(keys))


def settle_feed(cur: Cursor, verdict: FeedVerdict) -> None:
    """Apply what a poll taught."""
    fields = {name: getattr(verdict, name) for name in verdict.__dataclass_fields__}
    fields["reason"] = str(verdict.reason)
    for name in ("etag", "last_modified", "title", "url", "moving_to"):
        fields[name] = storable(fields[name]) if fields[name] else fields[name]
    queries.run(cur, "settle_feed", **fields)


def _entry_row(
    feed_id: str, key: bytes, one: EntryToStore, page_id: int | None, reason: Reason | None
) -> tuple[object, ...]:
    entry = one.entry
    return (
        feed_id,
        storable(entry.entry_id)[:2048],
        key,
        storable(entry.url) if entry.url else None,
        storable(entry.title)[:2000],
        [storable(name)[:300] for name in entry.authors][:50],
        storable(entry.summary)[:20_000],
        entry.published_at,
        entry.updated_at,
        entry.language,
        [storable(tag)[:200] for tag in entry.tags][:50],
        one.content_sha256,
        page_id,
        str(reason) if reason else None,
    )
