"""What the warehouse holds that is older than it shall be, and letting it go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from psycopg2.extensions import cursor as Cursor

from include.warehouse import queries
from include.warehouse.queries import Row

_TEXTS_AT_ONCE = 1_000


def make_partitions(cur: Cursor, *, months: int) -> int:
    """Make the partitions of the coming months; returns how many were new."""
    row = queries.one(cur, "make_partitions", months=months)
    return int(row["made"]) if row else 0


def old_partitions(cur: Cursor, *, keep_months: int) -> list[Row]:
    """Partitions (name, month, items, bytes) more than so many whole months back."""
    return queries.rows(cur, "old_partitions", keep_months=keep_months)


def drop_partition(cur: Cursor, name: str, *, keep_months: int) -> None:
    """Drop one of them; the database refuses any other."""
    queries.rows(cur, "drop_partition", partition=name, keep_months=keep_months)


def old_alerts(cur: Cursor, *, keep_months: int) -> Row:
    """How many alerts (items, bytes) are of months more than so many whole months back."""
    found = queries.one(cur, "old_alerts", months=keep_months)
    assert found is not None
    return found


def remove_alerts(cur: Cursor, *, keep_months: int) -> None:
    """Remove them. One that holds still is raised anew, and told again."""
    queries.run(cur, "remove_alerts", months=keep_months)


def old_texts(cur: Cursor, days: Mapping[str, int]) -> list[Row]:
    """Texts to remove (publisher, texts, bytes, text_ids), by the days publishers keep theirs.

    `*` stands for publishers that are not named; a text that several published stays as long
    as any of them keeps it.
    """
    return queries.rows(cur, "old_texts", publishers=list(days), days=list(days.values()))


def remove_texts(cur: Cursor, text_ids: Sequence[int]) -> int:
    """Remove the bodies of texts; returns how many."""
    return sum(
        queries.run(cur, "remove_texts", text_ids=list(text_ids[start : start + _TEXTS_AT_ONCE]))
        for start in range(0, len(text_ids), _TEXTS_AT_ONCE)
    )


def files_in_use(cur: Cursor, paths: Sequence[str]) -> set[str]:
    """Those files of the archive that are still to be cleaned from."""
    return {row["archive_path"] for row in queries.rows(cur, "files_in_use", paths=list(paths))}


def forget_files(cur: Cursor, paths: Sequence[str]) -> None:
    """Let no page or feed refer to these files of the archive any more."""
    queries.run(cur, "forget_page_files", paths=list(paths))
    queries.run(cur, "forget_feed_files", paths=list(paths))


def note_removal(
    cur: Cursor, run_id: str, *, kind: str, subject: str, items: int, bytes_: int, reason: str
) -> None:
    """Note in `ops.removals` that something went."""
    queries.run(
        cur,
        "insert_removal",
        run_id=run_id,
        kind=kind,
        subject=subject,
        items=items,
        bytes=bytes_,
        reason=reason,
    )
