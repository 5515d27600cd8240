"""Statements and the quotes of them: `core.statements`, `core.statement_quotes`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from psycopg2.extensions import cursor as Cursor

from include.statements.alike import (
    Group,
    QuotedWords,
    Wording,
    canonical,
    compare,
    groups,
    keys_of,
)
from include.statements.join import pairs_of_old, pairs_with_new
from include.warehouse import queries
from include.warehouse.locks import Lock, hold
from include.warehouse.queries import Row


def lock_statements(cur: Cursor) -> None:
    """Wait until no other transaction joins statements."""
    hold(cur, Lock.STATEMENTS)


def unjoined(cur: Cursor, *, most: int, only: Sequence[int] | None = None) -> list[Row]:
    """Quotes that were never compared with others, of all or of some."""
    return queries.rows(cur, "unjoined_quotes", most=most, only=None if only is None else [*only])


def leave_quote_alone(cur: Cursor, quote_id: int) -> None:
    """Take a quote for compared: it is of no statement."""
    queries.many(cur, "insert_quote_keys", [(quote_id, [])], template="(%s, %s::bigint[])")


def drop_statement(cur: Cursor, statement_id: int) -> None:
    """Let a statement go; its quotes are of none."""
    queries.run(cur, "delete_statements", statement_ids=[statement_id])


def outdated(cur: Cursor, *, most: int) -> list[int]:
    """Statements with quotes of extractions that are no longer current, or of older rules."""
    return [row["statement_id"] for row in queries.rows(cur, "outdated_statements", most=most)]


def join_quotes(cur: Cursor, new: Sequence[Row], again: Iterable[int]) -> int:
    """Join new quotes with those alike, and statements `again`; returns how many were made."""
    keys = {row["quote_id"]: keys_of(row["text"] or "") for row in new}
    queries.many(cur, "insert_quote_keys", sorted(keys.items()), template="(%s, %s::bigint[])")
    wanted = sorted({key for some in keys.values() for key in some})
    alike = queries.rows(cur, "quotes_alike", keys=wanted) if wanted else []
    touched = {row["statement_id"] for row in alike if row["statement_id"] is not None}
    touched |= set(again)
    if touched:
        beside = queries.rows(cur, "statements_beside", statement_ids=sorted(touched))
        touched |= {row["statement_id"] for row in beside}
    old = queries.rows(cur, "quotes_of_statements", statement_ids=sorted(touched))
    held = queries.rows(cur, "holders_of_statements", statement_ids=sorted(touched))
    rows = {row["quote_id"]: row for row in (*old, *alike, *new)}
    number_of = {row["quote_id"]: row["statement_id"] for row in (*old, *alike)}
    quotes = [
        QuotedWords(row["quote_id"], row["text"] or "", row["kind"], row["speaker_id"])
        for _, row in sorted(rows.items())
    ]
    pairs = {
        *pairs_with_new([(row["quote_id"], row["keys"]) for row in alike], keys),
        *pairs_of_old([(row["statement_id"], row["quote_id"]) for row in (*old, *held)]),
    }
    queries.run(cur, "delete_statements", statement_ids=sorted(touched))
    by_id = {quote.quote_id: quote for quote in quotes}
    used: set[int] = set()
    made = 0
    found = groups(quotes, pairs)
    holders = {one for group in found for one in group.holders}
    for group in found:
        known = [number_of.get(one) for one in group.quotes]
        keep = next((n for n in sorted(filter(None, known)) if n not in used), None)
        number = _store(cur, group, by_id, holders, keep)
        used.add(number)
        made += 1
    return made


def _store(
    cur: Cursor,
    group: Group,
    by_id: Mapping[int, QuotedWords],
    holders: Collection[int],
    statement_id: int | None,
) -> int:
    quotes = [by_id[one] for one in group.quotes]
    full = canonical(quotes, holders)
    speakers = Counter(quote.speaker_id for quote in quotes if quote.speaker_id is not None)
    speaker = min(speakers, key=lambda one: (-speakers[one], one)) if speakers else None
    made = queries.one(
        cur,
        "insert_statement",
        quote_ids=[*group.quotes, *group.holders],
        statement_id=statement_id,
        text=full.text,
        canonical_quote_id=full.quote_id,
        speaker_id=speaker,
    )
    assert made is not None
    number = int(made["statement_id"])
    rows = [
        _row(number, quote, compare(quote, full, is_holder=quote.quote_id in holders))
        for quote in (*quotes, *(by_id[one] for one in group.holders))
    ]
    queries.many(cur, "insert_statement_quotes", rows[: len(quotes)])
    queries.many(cur, "insert_statement_parts", rows[len(quotes) :])
    return number


def _row(number: int, quote: QuotedWords, wording: Wording) -> tuple[object, ...]:
    return (
        quote.quote_id,
        number,
        wording.is_shortened,
        wording.is_altered,
        min(1.0, wording.likeness),
        wording.changes,
    )
