"""Which texts wait for extraction, and their beginnings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from psycopg2.extensions import cursor as Cursor

from include.warehouse import claims, queries
from include.warehouse.claims import Claims
from include.warehouse.queries import Row


def unextracted(cur: Cursor, config_hashes: dict[str, str]) -> int:
    """How many texts wait for the present configuration of their language."""
    hashes = by_language(config_hashes)
    return claims.count_due(cur, "due_texts_to_extract", shard=0, of=1, **hashes)


def choose_unextracted(
    cur: Cursor, stage: str, config_hashes: dict[str, str], *, run_id: str, most: int
) -> int:
    """Choose texts that wait for the present configuration of their language; how many."""
    hashes = by_language(config_hashes)
    return len(
        claims.choose(
            cur, stage, "due_texts_to_extract", run_id=run_id, most=most, shard=0, of=1, **hashes
        )
    )


def claim_unextracted(
    cur: Cursor, held: Claims, config_hashes: dict[str, str], *, shard: int, of: int, most: int
) -> list[Row]:
    """Take texts of one shard that wait, each with the title and instant of its first article.

    Their bodies are read in pieces, by `bodies`.
    """
    hashes = by_language(config_hashes)
    return held.take(
        cur, "due_texts_to_extract", "claimed_texts", shard=shard, of=of, most=most, **hashes
    )


def bodies(cur: Cursor, text_ids: Sequence[int], *, most_chars: int) -> dict[int, str]:
    """The beginnings of some texts, by number: up to so many characters and one more.

    One that was removed in the meantime is empty.
    """
    found = queries.rows(
        cur, "bodies_of_texts", text_ids=sorted(text_ids), most_chars=most_chars + 1
    )
    return dict.fromkeys(text_ids, "") | {row["text_id"]: row["body"] or "" for row in found}


def by_language(config_hashes: dict[str, str]) -> dict[str, Any]:
    """Configurations as parameters of a statement: languages, their hashes, that of all others."""
    return {
        "languages": [language for language in config_hashes if language != "*"],
        "hashes": [value for language, value in config_hashes.items() if language != "*"],
        "other": config_hashes["*"],
    }
