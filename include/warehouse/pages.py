"""Choose and settle pages: `core.pages`, robots and the waits that hosts ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from psycopg2.extensions import cursor as Cursor

from include import urls
from include.outcomes import Reason
from include.urls_before import canonical_before
from include.warehouse import claims, queries
from include.warehouse.claims import Claims
from include.warehouse.queries import Row
from include.warehouse.text import key_of, storable


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVerdict:
    """All that a fetch taught of its page. `wait_s` None: it need not be fetched again."""

    page_id: int
    reason: Reason
    wait_s: float | None
    attempts: int
    checks: int
    ladder: int
    http_status: int | None = None
    final_url: str | None = None
    has_body: bool = False
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_sha256: bytes | None = None
    fetched_at: datetime | None = None
    archive_path: str | None = None
    archive_offset: int | None = None
    archive_length: int | None = None
    is_gone: bool = False
    is_answered: bool = False
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A page's URL as it is fetched, its normal form, that one's key, and its host."""

    url: str
    canonical_url: str
    key: bytes
    host: str


def place_of(url: str | None) -> Place | Reason:
    """The page a URL leads to, or why it leads to none."""
    if not url:
        return Reason.NO_URL
    try:
        absolute = urls.absolute(storable(url))
        canonical = urls.canonical(absolute)
    except urls.BadUrl:
        return Reason.BAD_URL
    return Place(absolute, canonical, urls.key(canonical), urls.host(absolute))


def store_pages(cur: Cursor, places: Mapping[Place, int]) -> dict[bytes, int]:
    """Make pages, with the number of their publisher, where there are none; ids by key."""
    _take_new_keys(cur, places)
    by_key: dict[bytes, tuple[str, str, bytes, int, str]] = {}
    for one, publisher_id in places.items():
        by_key.setdefault(one.key, (one.url, one.canonical_url, one.key, publisher_id, one.host))
    queries.many(cur, "upsert_pages", [by_key[key] for key in sorted(by_key)])
    found = queries.rows(cur, "page_ids", keys=sorted(by_key))
    return {bytes(row["url_sha256"]): row["page_id"] for row in found}


def choose_hosts(cur: Cursor, stage: str, *, run_id: str, most: int) -> dict[str, int]:
    """Choose pages to fetch, at most `most`, for a run: their hosts, and how many each has."""
    chosen = claims.choose(cur, stage, "due_pages", run_id=run_id, most=most, hosts=None)
    return Counter(row["host"] for row in chosen)


def _take_new_keys(cur: Cursor, places: Iterable[Place]) -> None:
    """Give pages (and their articles) that are known under a former key their present one.

    One former key may have stood for several pages: only the page whose own URL has the
    present form takes it.
    """
    former: dict[bytes, dict[bytes, Place]] = {}
    for one in places:
        if (before := canonical_before(one.url)) is not None:
            former.setdefault(urls.key(before), {})[one.key] = one
    if not former:
        return
    for row in queries.rows(cur, "pages_of_keys", keys=sorted(former)):
        own = place_of(row["url"])
        if isinstance(own, Reason) or own.key not in former[bytes(row["url_sha256"])]:
            continue
        queries.run(
            cur,
            "take_new_key",
            page_id=row["page_id"],
            before=row["url_sha256"],
            canonical_url=own.canonical_url,
            url_sha256=own.key,
        )


def claim_pages(cur: Cursor, held: Claims, hosts: Sequence[str], *, most: int) -> list[Row]:
    """Take due pages of `hosts`, at most `most` beside those that were chosen."""
    return held.take(cur, "due_pages", "claimed_pages", hosts=list(hosts), most=most)


def settle_page(cur: Cursor, verdict: PageVerdict) -> None:
    """Apply what a fetch taught of its page."""
    fields = {name: getattr(verdict, name) for name in verdict.__dataclass_fields__}
    fields["reason"] = str(verdict.reason)
    for name in ("etag", "last_modified", "content_type", "final_url"):
        fields[name] = storable(fields[name])[:2048] if fields[name] else fields[name]
    queries.run(cur, "settle_page", **fields)
    if verdict.is_gone or verdict.is_back:
        queries.run(cur, "follow_page", page_id=verdict.page_id)


def note_events(
    cur: Cursor, events: Sequence[tuple[int, str, str | None, str | None, int | None]]
) -> None:
    """Note what happened to pages: (page_id, kind, from_url, to_url, http_status)."""
    queries.many(cur, "insert_page_events", events)


Said = tuple[str, str, str]
"""(source, signal, value) of something a publisher says of machines."""


def store_signals(cur: Cursor, rows: Iterable[tuple[int, str, Said, str]]) -> None:
    """Keep what publishers said: (publisher_id, host, what, URL where it was said)."""
    by_key = {
        (publisher_id, storable(host), *(storable(part) for part in said)): storable(url)[:2048]
        for publisher_id, host, said, url in rows
    }
    queries.many(cur, "upsert_signals", [(*key, by_key[key]) for key in sorted(by_key)])


def store_site_signals(cur: Cursor, said: Mapping[str, tuple[str, Sequence[Said]]]) -> None:
    """Keep what a file of each host said, for every publisher with pages there.

    `said` holds, by host, the URL of the file (robots.txt, tdmrep.json) and what stands there.
    """
    rows = []
    for row in queries.rows(cur, "publishers_of_hosts", hosts=sorted(said)):
        url, signals = said[row["host"]]
        rows += [(row["publisher_id"], row["host"], one, url) for one in signals]
    store_signals(cur, rows)


def uncleaned(cur: Cursor) -> int:
    """How many pages wait to be cleaned."""
    return claims.count_due(cur, "due_uncleaned", shard=0, of=1)


def choose_uncleaned(cur: Cursor, stage: str, *, run_id: str, most: int) -> int:
    """Choose pages that wait to be cleaned, at most `most`, for a run; returns how many."""
    return len(claims.choose(cur, stage, "due_uncleaned", run_id=run_id, most=most, shard=0, of=1))


def claim_uncleaned(cur: Cursor, held: Claims, *, shard: int, of: int, most: int) -> list[Row]:
    """Take pages of one shard that wait to be cleaned, at most `most` beside the chosen ones."""
    return held.take(cur, "due_uncleaned", "claimed_uncleaned", shard=shard, of=of, most=most)


def mark_for_replay(cur: Cursor, *, since: datetime, until: datetime) -> int:
    """Make pages fetched in a span due to be cleaned again; returns how many."""
    return queries.run(cur, "mark_for_replay", since=since, until=until)


def settle_cleaning(cur: Cursor, done: Sequence[tuple[int, bytes, str, str, int | None]]) -> None:
    """Mark pages cleaned: (page_id, sha256 of the bytes, cleaner, reason, article_id)."""
    template = "(%s::bigint, %s::bytea, %s::text, %s::text, %s::bigint)"
    queries.many(cur, "settle_cleaning", sorted(done), template=template)


def robots_of(cur: Cursor, sites: Sequence[str]) -> list[Row]:
    """robots.txt of sites as read within a day: host, http_status, body, fetched_at."""
    return queries.rows(cur, "robots_of", hosts=list(sites))


def wish_files_of(cur: Cursor, urls_: Sequence[str]) -> list[Row]:
    """tdmrep.json of sites as read within a day: url, http_status, body, fetched_at."""
    return queries.rows(cur, "wish_files_of", urls=list(urls_))


def store_wish_files(cur: Cursor, rows: Iterable[tuple[str, int, str, datetime]]) -> None:
    """Keep files in which sites say what may be done with their pages."""
    by_url = {storable(url)[:2048]: (status, storable(body), at) for url, status, body, at in rows}
    queries.many(cur, "upsert_wish_files", [(url, *by_url[url]) for url in sorted(by_url)])


def store_robots(cur: Cursor, rows: Sequence[tuple[str, int | None, str, datetime]]) -> None:
    """Keep robots.txt of sites."""
    queries.many(
        cur,
        "upsert_robots",
        sorted((site, status, storable(body), at) for site, status, body, at in rows),
    )


def waits_of(cur: Cursor, hosts: Sequence[str]) -> dict[str, datetime]:
    """Until when hosts asked us to wait."""
    found = queries.rows(cur, "waits_of", hosts=[key_of(host) for host in hosts])
    return {row["host"]: row["not_before"] for row in found}


def store_waits(cur: Cursor, waits: Sequence[tuple[str, datetime, Reason]]) -> None:
    """Keep until when hosts asked us to wait, across workers and runs."""
    queries.many(
        cur,
        "upsert_waits",
        sorted((key_of(host), until, str(reason)) for host, until, reason in waits),
    )


def is_any_archived(cur: Cursor) -> bool:
    """Whether the archive should hold something: a body of a page or feed was put there."""
    row = queries.one(cur, "is_archived")
    return bool(row and row["is_archived"])
