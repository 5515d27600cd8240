"""Pages that others fetched: how far each file was read, and the pages in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from psycopg2.extensions import cursor as Cursor

from include import urls
from include.warehouse import claims, pages, queries
from include.warehouse.claims import Claims
from include.warehouse.text import key_of, storable


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How far an import has come. `mark` tells whether the file is still the same."""

    mark: str
    state: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPage:
    """A capture whose body becomes that of its page. `publisher` None: by its host."""

    place: pages.Place
    publisher: str | None
    final_url: str
    http_status: int
    reason: str
    content_type: str | None
    body_sha256: bytes
    fetched_at: datetime
    archive_path: str
    archive_offset: int
    archive_length: int


def choose(cur: Cursor, stage: str, url: str, *, run_id: str) -> bool:
    """Choose an import for a run; False where a live worker is at it."""
    return bool(claims.choose(cur, stage, "due_imports", run_id=run_id, most=1, url=url))


def claim(cur: Cursor, held: Claims, url: str) -> str | None:
    """Take an import: the position where it goes on, or None where there is nothing to do."""
    found = held.take(cur, "due_imports", "claimed_imports", most=1, url=url)
    return found[0]["position"] if found else None


def find(cur: Cursor, url: str) -> Known | None:
    """What is known of the import of a file or folder."""
    row = queries.one(cur, "find_import", url=url)
    return Known(**row) if row else None


def begin(cur: Cursor, url: str, *, kind: str, mark: str, run_id: str, afresh: bool) -> None:
    """Begin it, or go on with it."""
    queries.run(cur, "begin_import", url=url, kind=kind, mark=mark, run_id=run_id, afresh=afresh)


def advance(
    cur: Cursor,
    url: str,
    *,
    state: str,
    position: str = "",
    records: int = 0,
    new: int = 0,
    detail: str = "",
) -> None:
    """Note that a piece of it is stored, or that it is done or failed."""
    queries.run(
        cur,
        "advance_import",
        url=url,
        state=state,
        position=position,
        records=records,
        pages=new,
        detail=storable(detail)[:1000],
    )


def kept_bodies(cur: Cursor, keys: Iterable[bytes]) -> dict[bytes, tuple[bytes, datetime]]:
    """By key of their URL, the hash of the body and its instant, of pages that have one."""
    found = queries.rows(cur, "bodies_of_pages", keys=sorted(keys))
    return {
        bytes(row["url_sha256"]): (bytes(row["body_sha256"]), row["fetched_at"])
        for row in found
        if row["body_sha256"] is not None
    }


def store(cur: Cursor, captures: Sequence[ImportedPage]) -> None:
    """Make the pages that are not there, and give each the body of its capture.

    A page of a host that we know belongs to the publisher we know there; of another, to the
    one the import names, or to one called as the registered domain.
    """
    ordered = sorted(
        (
            replace(one, publisher=key_of(one.publisher)) if one.publisher else one
            for one in captures
        ),
        key=lambda one: (one.place.key, one.fetched_at),
    )
    hosts = sorted({one.place.host for one in ordered if one.publisher is None})
    at_hosts: dict[str, int] = {}
    for row in queries.rows(cur, "publishers_of_hosts", hosts=hosts):
        at_hosts.setdefault(row["host"], row["publisher_id"])
    told = {one.place.host: one.publisher for one in ordered if one.publisher is not None}
    names = {
        one.publisher or told.get(one.place.host) or urls.publisher_domain(one.place.url)
        for one in ordered
        if one.publisher is not None or one.place.host not in at_hosts
    }
    queries.many(cur, "upsert_publishers", [(name, None) for name in sorted(names)])
    named = {
        row["name"]: row["publisher_id"]
        for row in queries.rows(cur, "publisher_ids", names=sorted(names))
    }
    pages.store_pages(
        cur,
        {
            one.place: at_hosts[one.place.host]
            if one.publisher is None and one.place.host in at_hosts
            else named[
                one.publisher or told.get(one.place.host) or urls.publisher_domain(one.place.url)
            ]
            for one in ordered
        },
    )
    for one in ordered:
        fields = {name: getattr(one, name) for name in one.__dataclass_fields__}
        del fields["place"], fields["publisher"]
        for name in ("final_url", "content_type"):
            fields[name] = storable(fields[name])[:2048] if fields[name] else fields[name]
        queries.run(cur, "settle_capture", url_sha256=one.place.key, **fields)
