"""Fingerprints and copies: `core.fingerprints`, and what `core.texts` says of copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from psycopg2.extensions import cursor as Cursor

from include.group_records import CopyVerdict, Fingerprint
from include.stories import TextChanges
from include.warehouse import queries
from include.warehouse.locks import Lock, hold
from include.warehouse.queries import Row


def lock_copies(cur: Cursor) -> None:
    """Wait until no other transaction looks for copies."""
    hold(cur, Lock.COPIES)


def unfingerprinted(cur: Cursor, *, rules: str, run_id: str, most: int) -> list[Row]:
    """Texts whose copies are to be looked for by these rules: text_id, subject, mark, tries."""
    return queries.rows(cur, "unfingerprinted_texts", rules=rules, run_id=run_id, most=most)


def take_unfingerprinted(cur: Cursor, text_ids: Sequence[int]) -> list[Row]:
    """Those of some texts that nobody else has looked at meanwhile, locked: text_id, body."""
    return queries.rows(cur, "lock_unfingerprinted", text_ids=sorted(text_ids))


def store_fingerprints(cur: Cursor, prints: Iterable[Fingerprint]) -> None:
    """Add sketches to the index."""
    rows = sorted((band, int(one.text_id)) for one in prints for band in one.bands)
    queries.many(cur, "insert_fingerprints", rows)


def texts_to_compare(cur: Cursor, text_ids: Sequence[int]) -> list[Row]:
    """These texts and all that may share an original with them."""
    near = {row["text_id"] for row in queries.rows(cur, "copy_candidates", text_ids=list(text_ids))}
    return queries.rows(cur, "texts_to_compare", text_ids=sorted(near | set(text_ids)))


def settle_copies(cur: Cursor, verdicts: Iterable[CopyVerdict], *, rules: str) -> None:
    """Write what texts are copies of, by the rules with this digest."""
    rows = sorted(
        (
            int(one.text_id),
            int(one.copy_of) if one.copy_of else None,
            one.score if one.copy_of else None,
            one.reason if one.copy_of else None,
            rules,
        )
        for one in verdicts
    )
    template = "(%s::bigint, %s::bigint, %s::real, %s::text, %s::text)"
    queries.many(cur, "settle_copies", rows, template=template)


def store_changes(
    cur: Cursor, changes: Iterable[tuple[int, int, TextChanges]], *, none: Iterable[int]
) -> None:
    """Write (copy, original, what changed), and that the texts `none` are copies no more."""
    queries.run(cur, "clear_copy_changes", text_ids=sorted(none))
    rows = [
        (copy, original, one.added_words, one.cut_words, list(one.added), list(one.cut))
        for copy, original, one in sorted(changes, key=lambda row: row[0])
    ]
    template = "(%s, %s, %s, %s, %s::text[], %s::text[])"
    queries.many(cur, "upsert_copy_changes", rows, template=template)


def credit_agencies(cur: Cursor, agencies: Iterable[tuple[int, str]]) -> None:
    """Write which agency texts credit."""
    queries.many(cur, "credit_texts", sorted(agencies))
