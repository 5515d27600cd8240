"""Find the articles that fit a saved search."""

from __future__ import annotations

from collections.abc import Sequence

from psycopg2.extensions import cursor as Cursor

from include.warehouse import queries
from include.warehouse.queries import Row


def fitting_articles(
    cur: Cursor,
    *,
    words: Sequence[str],
    entities: Sequence[str],
    places: Sequence[str],
    countries: Sequence[str],
    publishers: Sequence[str],
    languages: Sequence[str],
    days: int,
    most: int,
) -> list[Row]:
    """The newest articles of the last `days` that meet, of each kind given, at least one."""
    return queries.rows(
        cur,
        "watchlist_articles",
        words=list(words),
        entities=list(entities),
        places=list(places),
        countries=list(countries),
        publishers=list(publishers),
        languages=list(languages),
        days=days,
        most=most,
    )
