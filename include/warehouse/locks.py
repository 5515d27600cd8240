"""Locks that keep workers from doing one thing at once: locks of empty tables.

Only who may write to a table can hold such a lock, and whoever reads the warehouse may not.
An advisory lock is a number that anyone who is logged in can take, and keep. A table's lock
goes with its transaction, however that ends, and needs no transaction number, so the change
feed goes on while one is held.
"""

from __future__ import annotations

from enum import StrEnum

from psycopg2.errors import LockNotAvailable
from psycopg2.extensions import cursor as Cursor


class Lock(StrEnum):
    """What one worker at a time does; the table is `ops.lock_…`."""

    MIGRATIONS = "migrations"
    COPIES = "copies"
    STORIES = "stories"
    NAMES = "names"
    STATEMENTS = "statements"
    MARTS = "marts"
    EXPORTS = "exports"
    ALERTS = "alerts"


def hold(cur: Cursor, lock: Lock, *, shared: bool = False) -> None:
    """Wait for a lock, and hold it until this transaction ends; `shared` by several at once.

    Raises:
        psycopg2.errors.LockNotAvailable: another holds it longer than `lock_timeout`.
    """
    mode = "ROW EXCLUSIVE" if shared else "EXCLUSIVE"
    cur.execute(f"LOCK TABLE ops.lock_{lock} IN {mode} MODE")


def try_hold(cur: Cursor, lock: Lock) -> bool:
    """Hold a lock until this transaction ends; False at once where another holds it.

    The transaction is to end then: the refusal has spoilt it.
    """
    try:
        cur.execute(f"LOCK TABLE ops.lock_{lock} IN EXCLUSIVE MODE NOWAIT")
    except LockNotAvailable:
        return False
    return True
