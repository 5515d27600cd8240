"""The closed vocabularies in the warehouse: `ops.vocabulary`."""

from __future__ import annotations

from psycopg2.extensions import cursor as Cursor

from include.alerts.kinds import KINDS
from include.extraction.events.kinds import EventKind
from include.outcomes import Status
from include.vocabulary import VOCABULARIES, Word
from include.warehouse import queries

_BESIDE: dict[str, type[Word]] = {"event kind": EventKind, "outcome status": Status}
"""Vocabularies that stand beside their rules."""


def all_words() -> list[tuple[str, str, int, str]]:
    """Every word: (vocabulary, word, place, explanation)."""
    rows = [
        (name, str(word), place, word.explanation)
        for name, words in sorted((VOCABULARIES | _BESIDE).items())
        for place, word in enumerate(words, start=1)
    ]
    rows += [
        ("alert kind", str(kind), place, told)
        for place, (kind, told) in enumerate(KINDS.items(), start=1)
    ]
    return sorted(rows)


def store_words(cur: Cursor) -> None:
    """Write the vocabularies; words that are no more are gone."""
    rows = all_words()
    queries.run(
        cur, "forget_words", vocabularies=[row[0] for row in rows], words=[row[1] for row in rows]
    )
    queries.many(cur, "upsert_words", rows)
