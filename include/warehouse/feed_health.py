"""Read what the warehouse knows of feeds: how each is doing, and a list of those polled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from psycopg2.extensions import cursor as Cursor

from include.records import Feed
from include.warehouse import queries
from include.warehouse.queries import Row


def feed_states(cur: Cursor, *, only: str | None, quiet_since: datetime) -> Sequence[Row]:
    """How feeds are doing, by publisher: all, or `only` those that are due, failing, quiet
    (polled, and without a new entry since `quiet_since`) or stopped."""
    return queries.rows(cur, "feed_states", only=only, quiet_since=quiet_since)


def polled_feeds(cur: Cursor) -> list[Feed]:
    """The feeds that are polled, where they are polled now, as a list to write."""
    return [Feed(**row) for row in queries.rows(cur, "feed_export")]
