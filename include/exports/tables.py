"""What is exported by day: views of `mart`, with all their columns, and the columns' Arrow types.

The columns are the views' own, so that what is added to a view is in its files as well.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

TABLES = (
    "articles",
    "mentions",
    "quotes",
    "figures",
    "times",
    "places",
    "statements",
    "stories",
)
"""Views of `mart`, in the order they are written; their files have their names."""
_TYPES = {
    "bigint": pa.int64(),
    "integer": pa.int32(),
    "text": pa.string(),
    "text[]": pa.list_(pa.string()),
    "timestamp with time zone": pa.timestamp("us", tz="UTC"),
    "date": pa.date32(),
    "real": pa.float32(),
    "double precision": pa.float64(),
    "numeric": pa.float64(),
    "boolean": pa.bool_(),
}
"""Arrow types by PostgreSQL's names. A double holds 15 digits of a numeric, as in any reader."""


def schema_of(columns: Iterable[tuple[str, str, str]], metadata: dict[str, str]) -> pa.Schema:
    """The Arrow schema of columns: (name, PostgreSQL's name of its type, meaning).

    `metadata` goes into the file.

    Raises:
        ValueError: there is no Arrow type for a column's.
    """
    fields = []
    for name, kind, about in columns:
        if kind not in _TYPES:
            raise ValueError(f"column {name}: no Arrow type for {kind}")
        fields.append(pa.field(name, _TYPES[kind], metadata={"description": about}))
    return pa.schema(fields, metadata=metadata)
