"""The named statements of `queries/`: one SQL file each, in the folder of the module that runs it.

Names are unique over all folders, so that a statement may move without its callers knowing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from psycopg2.extensions import cursor as Cursor
from psycopg2.extras import execute_values

_FOLDER = Path(__file__).parent / "queries"
_PAGE = 500

Row = Mapping[str, Any]


@cache
def files() -> Mapping[str, Path]:
    """Where each statement stands, by its name.

    Raises:
        ValueError: two files have one name.
    """
    found: dict[str, Path] = {}
    for path in sorted(_FOLDER.glob("*/*.sql")):
        if path.stem in found:
            raise ValueError(f"two statements are called {path.stem}: {found[path.stem]}, {path}")
        found[path.stem] = path
    return found


@cache
def statement(name: str) -> str:
    """The text of `queries/<module>/<name>.sql`."""
    return files()[name].read_text("utf-8")


def run(cur: Cursor, name: str, **parameters: Any) -> int:
    """Execute a statement; returns the number of rows it touched."""
    cur.execute(statement(name), parameters)
    return int(cur.rowcount)


def rows(cur: Cursor, name: str, **parameters: Any) -> list[Row]:
    """Execute a statement; returns its rows as dictionaries."""
    cur.execute(statement(name), parameters)
    return dictionaries(cur, cur.fetchall())


def one(cur: Cursor, name: str, **parameters: Any) -> Row | None:
    """Execute a statement; returns its first row, or None."""
    found = rows(cur, name, **parameters)
    return found[0] if found else None


def many(
    cur: Cursor,
    name: str,
    values: Iterable[Sequence[Any]],
    *,
    fetch: bool = False,
    template: str | None = None,
) -> list[Row]:
    """Execute a statement whose `VALUES %s` takes many rows, a few hundred at a time.

    Callers sort rows by key: two workers that take locks in one order cannot deadlock.
    """
    listed = list(values)
    if not listed:
        return []
    found = execute_values(
        cur, statement(name), listed, template=template, page_size=_PAGE, fetch=fetch
    )
    return dictionaries(cur, found) if fetch else []


def dictionaries(cur: Cursor, found: Iterable[Sequence[Any]]) -> list[Row]:
    """Rows that a cursor brought, as dictionaries by the names of its columns."""
    names = [column.name for column in cur.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found]
