"""Subscriptions to feeds at hubs (WebSub): `ops.subscriptions`."""

from __future__ import annotations

from collections.abc import Sequence

from psycopg2.extensions import cursor as Cursor

from include.warehouse import queries
from include.warehouse.queries import Row
from include.warehouse.text import storable

_MAX_DETAIL = 300


def want(cur: Cursor, feed_id: str, *, hub: str, topic: str, token_sha256: bytes) -> None:
    """Note the hub that a feed names; a new one, or a new topic, is to be asked."""
    queries.run(
        cur,
        "want",
        feed_id=feed_id,
        hub=storable(hub),
        topic=storable(topic),
        token_sha256=token_sha256,
    )


def forget(cur: Cursor, feed_id: str) -> None:
    """The feed names no hub any more."""
    queries.run(cur, "forget", feed_id=feed_id)


def ask_due(cur: Cursor, feed_ids: Sequence[str]) -> list[Row]:
    """Subscriptions (feed_id, hub, topic) that the caller is to ask for now."""
    return queries.rows(cur, "ask_due", feed_ids=list(feed_ids))


def note_failure(cur: Cursor, feed_id: str, detail: str) -> None:
    """A hub could not be asked."""
    queries.run(cur, "note_answer", feed_id=feed_id, detail=storable(detail)[:_MAX_DETAIL])


def known(cur: Cursor, token_sha256: bytes) -> Row | None:
    """The subscription (feed_id, hub, topic, state) that a hub calls about, if we know it."""
    return queries.one(cur, "known", token_sha256=token_sha256)


def verify(cur: Cursor, token_sha256: bytes, *, topic: str, lease_s: float) -> bool:
    """Whether we asked for this topic under this address; if so, it holds from now on."""
    given = {"token_sha256": token_sha256, "topic": storable(topic), "lease_s": lease_s}
    return queries.one(cur, "verify", **given) is not None


def deny(cur: Cursor, token_sha256: bytes, *, topic: str, detail: str) -> bool:
    """A hub says no; whether it was about a subscription of ours."""
    given = {"token_sha256": token_sha256, "topic": storable(topic)}
    return queries.one(cur, "deny", detail=storable(detail)[:_MAX_DETAIL], **given) is not None


def pushed(cur: Cursor, token_sha256: bytes, *, gap_s: float) -> None:
    """News of a feed: it is due, no sooner than `gap_s` seconds after its last poll."""
    queries.run(cur, "pushed", token_sha256=token_sha256, gap_s=gap_s)


def refused(cur: Cursor, token_sha256: bytes) -> None:
    """A push without a right signature."""
    queries.run(cur, "refused", token_sha256=token_sha256)


def waiting(cur: Cursor) -> int:
    """How many feeds were pushed since they were last polled, and are due."""
    row = queries.one(cur, "waiting")
    return int(row["feeds"]) if row else 0
