"""Write rows to a Parquet file, a row group at a time, in bounded memory.

pyarrow is Apache Arrow's own library and writes what DuckDB, pandas, Polars and Spark read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_A_GROUP = 50_000
CHARS_A_GROUP = 32_000_000

Row = Sequence[Any]


class WrittenWrong(Exception):
    """A file does not hold what was written to it: a disk or a library has failed us."""


def write_parquet(rows: Iterable[Row], file: Path, schema: pa.Schema) -> int:
    """Write `rows`, in the order of the schema's columns; returns how many.

    A row group holds at most `ROWS_A_GROUP` rows, and texts of about `CHARS_A_GROUP`
    characters. Without rows the file is there all the same, with its schema.

    Raises:
        WrittenWrong: the file's footer counts other rows.
    """
    written = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(rows):
            columns = zip(*group, strict=True)
            arrays = [
                _array(column, field.type) for column, field in zip(columns, schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
            written += len(group)
    counted = pq.read_metadata(file).num_rows
    if counted != written:
        raise WrittenWrong(f"{file.name}: {written} rows written, {counted} read back")
    return written


def _array(column: Sequence[Any], of_type: pa.DataType) -> pa.Array:
    if pa.types.is_float64(of_type):  # pyarrow takes no decimal for a double
        column = [None if value is None else float(value) for value in column]
    return pa.array(column, type=of_type)


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    chars = 0
    for row in rows:
        group.append(row)
        chars += sum(len(value) for value in row if isinstance(value, str))
        if len(group) == ROWS_A_GROUP or chars >= CHARS_A_GROUP:
            yield group
            group, chars = [], 0
    if group:
        yield group
