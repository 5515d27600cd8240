"""By which rules rows were made, and which of them are to be made again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from psycopg2.extensions import cursor as Cursor

from include import __version__
from include.warehouse import queries
from include.warehouse.fact_claims import by_language
from include.warehouse.queries import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Rules in force: of a stage, for a kind of result in a language (`*`: all, or all others)."""

    stage: str
    kind: str
    rules: str
    language: str = "*"


def keep_rules(cur: Cursor, present: Iterable[Rules]) -> None:
    """Note which rules are in force; all others are of the past."""
    rows = sorted({(one.stage, one.kind, one.language, one.rules, __version__) for one in present})
    queries.run(cur, "retire_rules")
    queries.many(cur, "upsert_rules", rows)


_OLD = {
    "pages": "old_pages",
    "texts": "old_texts_by_rules",
    "copies": "old_copies",
    "stories": "old_stories",
}
_RENEW = {
    "pages": "renew_pages",
    "texts": "renew_texts",
    "copies": "renew_copies",
    "stories": "renew_stories",
}


def old(cur: Cursor, kind: str, rules: str, *, run_id: str, most: int) -> list[Row]:
    """The newest pages, copies or stories (`kind`) by other rules: item, subject, mark."""
    return queries.rows(cur, _OLD[kind], rules=rules, run_id=run_id, most=most)


def old_texts(cur: Cursor, config_hashes: dict[str, str], *, run_id: str, most: int) -> list[Row]:
    """The newest texts with facts by other rules: item, subject, mark."""
    return queries.rows(cur, _OLD["texts"], **by_language(config_hashes), run_id=run_id, most=most)


def renew(cur: Cursor, kind: str, items: Sequence[int]) -> int:
    """Make some pages, or some texts' facts, copies or stories, due again; returns how many."""
    return queries.run(cur, _RENEW[kind], items=sorted(items))


def compare(cur: Cursor, old: str, new: str, *, examples: int) -> tuple[int, list[Row]]:
    """What two configurations (`config_hash`, or its beginning) found otherwise.

    Returns how many texts both read, and rows of kind, change, facts and some examples.
    """
    texts = queries.one(cur, "texts_read_twice", old=old, new=new)
    rows = queries.rows(cur, "compared_facts", old=old, new=new, examples=examples)
    return (int(texts["texts"]) if texts else 0), rows


def configurations(cur: Cursor) -> list[Row]:
    """Configurations that texts were extracted by, the newest first."""
    return queries.rows(cur, "configurations")


def of_the_past(cur: Cursor) -> list[Row]:
    """What is still by other rules than the present ones: stage, kind, language, items, share."""
    return queries.rows(cur, "rules_of_the_past")
