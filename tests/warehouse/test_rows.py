"""Records of rows are the server's columns: by name, by type, and by what may be null."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Union, get_args, get_origin

import pytest

from include.warehouse import fact_rows, queries
from include.warehouse.connect import connect
from include.warehouse.rows import Stored, columns_of, store

TYPES: dict[Any, set[str]] = {
    int: {"bigint", "integer", "smallint"},
    str: {"text"},
    float: {"real", "double precision"},
    Decimal: {"numeric"},
    bool: {"boolean"},
    date: {"date"},
    datetime: {"timestamp with time zone"},
}


def kinds(of: type[Stored] = Stored) -> Iterator[type[Stored]]:
    """Every record that is stored by a statement. Base classes are stored by none."""
    for kind in of.__subclasses__():
        if hasattr(kind, "stored_by") and kind.__module__.startswith("include."):
            yield kind
        yield from kinds(kind)


KINDS = sorted(set(kinds()), key=lambda kind: kind.stored_by)


def test_every_record_of_facts_is_looked_at() -> None:
    assert fact_rows.QuoteRow in KINDS
    assert fact_rows.FactRow not in KINDS
    assert len(KINDS) >= 10


@pytest.mark.warehouse
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.stored_by)
def test_fields_are_columns_of_the_server(kind: type[Stored], warehouse_dsn: str) -> None:
    found = re.search(r"INSERT INTO (\w+)\.(\w+)", queries.statement(kind.stored_by))
    assert found is not None
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cur:
        cur.execute(
            "SELECT column_name, data_type, is_nullable = 'YES' FROM information_schema.columns"
            " WHERE table_schema = %s AND table_name = %s",
            found.groups(),
        )
        columns = {name: (type_, may_be_null) for name, type_, may_be_null in cur}
    for name, hint in columns_of(kind).items():
        may_be_null = type(None) in get_args(hint)
        is_union = get_origin(hint) in (Union, types.UnionType)
        (plain,) = [one for one in get_args(hint) if one is not type(None)] if is_union else [hint]
        assert name in columns, name
        assert columns[name][0] in TYPES[plain], name
        assert columns[name][1] or not may_be_null, f"{name} is never null"


@dataclass(frozen=True, slots=True, kw_only=True)
class Misspelt(Stored):
    """A row of keywords with a field of another name."""

    stored_by: ClassVar[str] = "insert_keywords"
    extraction_id: int
    text_id: int
    keywords: str
    score: float


def test_a_field_of_another_name_is_told_before_anything_is_stored() -> None:
    row = Misspelt(extraction_id=1, text_id=1, keywords="rain", score=1.0)
    with pytest.raises(ValueError, match="Misspelt has other fields than insert_keywords"):
        store(None, [row])  # type: ignore[arg-type]
