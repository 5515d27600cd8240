"""Rows as records: each field goes into the column of its name, never into the n-th.

A record says by which statement it is stored (`stored_by`). A field is a column; one with a
`Cut` is a span of a text, in three columns. A test compares the fields with the server's columns:
names, types, and what may be null.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, ClassVar, NamedTuple, get_type_hints

from psycopg2.extensions import cursor as Cursor

from include.records import Span
from include.warehouse import queries
from include.warehouse.queries import Row

_COLUMNS = re.compile(r"INSERT INTO [\w.]+\s*\(([^)]*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A row to store. `stored_by` names its statement in `queries/`."""

    stored_by: ClassVar[str]


class Cut(NamedTuple):
    """The columns of a span of a text: `speaker: Annotated[Span | None, Cut(…)]`."""

    start: str
    end: str
    text: str


def columns_of(kind: type[Stored]) -> dict[str, Any]:
    """The columns that a record fills, with their types as Python has them."""
    hints = get_type_hints(kind, include_extras=True)
    found: dict[str, Any] = {}
    for one in fields(kind):
        cut = _cut(hints[one.name])
        if cut is None:
            found[one.name] = hints[one.name]
        else:
            found |= {cut.start: int | None, cut.end: int | None, cut.text: str | None}
    return found


def _cut(hint: Any) -> Cut | None:
    return next((one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Cut)), None)


@dataclass(frozen=True, slots=True)
class _Form:
    """How the rows of a kind are stored: the template of a row, and its fields with their cuts."""

    template: str
    fields: tuple[tuple[str, Cut | None], ...]


_forms: dict[str, _Form] = {}


def _form(kind: type[Stored]) -> _Form:
    known = _forms.get(kind.__name__)
    if known is None:
        listed = _COLUMNS.search(queries.statement(kind.stored_by))
        columns = [name.strip() for name in listed[1].split(",")] if listed else []
        if sorted(columns) != sorted(columns_of(kind)):
            raise ValueError(f"{kind.__name__} has other fields than {kind.stored_by} has columns")
        hints = get_type_hints(kind, include_extras=True)
        known = _forms[kind.__name__] = _Form(
            template="(" + ", ".join(f"%({name})s" for name in columns) + ")",
            fields=tuple((one.name, _cut(hints[one.name])) for one in fields(kind)),
        )
    return known


def _values(row: Stored, form: _Form) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, cut in form.fields:
        value = getattr(row, name)
        if cut is None:
            found[name] = value
        else:
            span: Span | None = value
            parts = (span.start, span.end, span.text) if span else (None, None, None)
            found |= dict(zip(cut, parts, strict=True))
    return found


def store(cur: Cursor, rows: Iterable[Stored], *, fetch: bool = False) -> list[Row]:
    """Store rows of one kind, in their order; with `fetch`, what their statement returns."""
    listed = list(rows)
    if not listed:
        return []
    (kind,) = {type(row) for row in listed}
    form = _form(kind)
    values: list[Any] = [_values(row, form) for row in listed]
    return queries.many(cur, kind.stored_by, values, template=form.template, fetch=fetch)
