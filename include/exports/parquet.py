"""Write rows to a Parquet file, a row group at a time, in bounded memory.

pyarrow is Apache Arrow's own library and writes what DuckDB, pandas, Polars and Spark read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_A_GROUP = 50_000
CHARS_A_GROUP = 32_000_000

Row = Sequence[Any]
LeaveOut = Callable[[Row, Exception], None]


class WrittenWrong(Exception):
    """A file does not hold what was written to it: a disk or a library has failed us."""


def write_parquet(
    rows: Iterable[Row], file: Path, schema: pa.Schema, *, leave_out: LeaveOut | None = None
) -> int:
    """Write `rows`, in the order of the schema's columns; returns how many.

    A row group holds at most `ROWS_A_GROUP` rows, and texts of about `CHARS_A_GROUP`
    characters. Without rows the file is there all the same, with its schema. A row that
    cannot be written goes to `leave_out`, and all others are written; without that it is raised.

    Raises:
        WrittenWrong: the file's footer counts other rows.
    """
    written = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(rows):
            for batch in _batches(group, schema, leave_out):
                writer.write_batch(batch)
                written += batch.num_rows
    counted = pq.read_metadata(file).num_rows
    if counted != written:
        raise WrittenWrong(f"{file.name}: {written} rows written, {counted} read back")
    return written


def _batches(
    group: Sequence[Row], schema: pa.Schema, leave_out: LeaveOut | None
) -> Iterator[pa.RecordBatch]:
    try:
        batch = _batch(group, schema)
    except Exception as error:
        if leave_out is None:
            raise
        if len(group) > 1:
            middle = len(group) // 2
            yield from _batches(group[:middle], schema, leave_out)
            yield from _batches(group[middle:], schema, leave_out)
        else:
            leave_out(group[0], error)
    else:
        yield batch


def _batch(group: Sequence[Row], schema: pa.Schema) -> pa.RecordBatch:
    columns = zip(*group, strict=True)
    arrays = [_array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.record_batch(arrays, schema=schema)


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
