"""What changed in the warehouse since somebody last asked: `core.changes`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import psycopg2
from psycopg2.extensions import cursor as Cursor

from include.errors import CannotWork
from include.warehouse import queries
from include.warehouse.connect import Connect
from include.warehouse.queries import Row

_PAGE = 5_000


class NoSuchChange(CannotWork):
    """The number asked from is no longer kept, or never was."""


def number_changes(cur: Cursor) -> int:
    """Number the changes that no transaction still at work can precede; returns the last."""
    row = queries.one(cur, "number_changes")
    return int(row["last_number"]) if row else 0


def changes_since(connect: Connect, since: int, *, most: int | None = None) -> Iterator[Row]:
    """The changes after number `since`, in order, at most so many; each page a transaction.

    Raises:
        NoSuchChange: `since` is before what is kept, or beyond what there is.
    """
    left = most
    with closing(connect()) as conn:
        while left is None or left > 0:
            page = _PAGE if left is None else min(_PAGE, left)
            try:
                with conn, conn.cursor() as cur:
                    found = queries.rows(cur, "changes_since", since=since, most=page)
            except psycopg2.errors.RaiseException as error:
                told = f"{error.diag.message_primary}. {error.diag.message_hint or ''}"
                raise NoSuchChange(told.strip()) from None
            yield from found
            if len(found) < page:
                return
            since = found[-1]["number"]
            left = None if left is None else left - len(found)
