#!/usr/bin/env bash
# One folder of Parquet: DuckDB reads day=2026-11-20 as a date, pyarrow as text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3.12}" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pyarrow==26.0.1 duckdb==2.0.1
"$folder/venv/bin/python" - <<'EOF'
"""The partition's column has another type by reader, so the same filter works in one only."""
import tempfile
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

folder = Path(tempfile.mkdtemp())
for day in ("2026-11-20", "2026-11-21"):
    (folder / f"day={day}").mkdir()
    pq.write_table(pa.table({"n": [1]}), folder / f"day={day}" / "a.parquet")
arrow = ds.dataset(folder, partitioning="hive").schema.field("day").type
duck = duckdb.sql(f"SELECT typeof(day) FROM read_parquet('{folder}/*/*.parquet', hive_partitioning = true) LIMIT 1").fetchall()[0][0]
print("pyarrow", pa.__version__, "duckdb", duckdb.__version__)
print("type of day: pyarrow", arrow, "| duckdb", duck)
assert (str(arrow), duck) == ("string", "DATE")
EOF
