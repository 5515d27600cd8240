"""Bring the marts up to date: derived tables article by article, then materialized views.

An article is read again when its state (version, text, story, extraction, names) differs
from the state in which it was last read, so reading costs what changed, a refresh that died
is finished by the next, and changed statements read everything again. Finding what changed
looks at every article's state, and the views are made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from psycopg2.extensions import cursor as Cursor

from include.warehouse import queries
from include.warehouse.definitions import digest_of
from include.warehouse.locks import Lock, hold

_FORGET = ("note_entity_days", "clear_marts")
_STATEMENTS = (
    "note_entity_days",
    "clear_marts",
    "summarize_articles",
    "tell_agencies",
    "insert_passages",
    "find_boilerplate",
    "mark_boilerplate",
    "insert_appearances",
    "note_entity_days",
    "count_entity_days",
    "insert_edit_changes",
    "upsert_searchable",
)


def to_summarize(cur: Cursor) -> list[int]:
    """Articles that the derived tables have to read (again)."""
    found = queries.rows(cur, "articles_to_summarize", made_by=made_by())
    return [row["article_id"] for row in found]


def summarize(cur: Cursor, article_ids: Sequence[int]) -> None:
    """Read these articles into the derived tables; whatever they held of them goes."""
    _run(cur, _STATEMENTS, article_ids)


def leave_out(cur: Cursor, article_id: int) -> None:
    """Take an article that cannot be read for read: the marts hold nothing of it.

    It is read again once its state changes, or the statements do.
    """
    _run(cur, (*_FORGET, "summarize_articles", "count_entity_days"), [article_id])


def _run(cur: Cursor, statements: Sequence[str], article_ids: Sequence[int]) -> None:
    hold(cur, Lock.MARTS)
    for name in statements:
        queries.run(cur, name, article_ids=list(article_ids), made_by=made_by())


def refresh_views(cur: Cursor) -> int:
    """Refresh the materialized views beside their readers; returns how many there are."""
    hold(cur, Lock.MARTS)
    found = queries.rows(cur, "materialized_views")
    for view in found:
        beside = "CONCURRENTLY " if view["has_key"] else ""
        cur.execute(f"REFRESH MATERIALIZED VIEW {beside}{view['name']}")
    return len(found)


@cache
def made_by() -> str:
    """Digest of the statements and what they read; with another, all articles are read again."""
    return digest_of(_STATEMENTS)
