"""The command `quarantine`: items that are tried no more, listed and released."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import closing

from rich.console import Console
from rich.table import Table

from include.commands.warehouse import need_schema, warehouse_dsn
from include.settings import Settings
from include.urls import masked_in
from include.warehouse import tries
from include.warehouse.connect import connect


def list_quarantined(settings: Settings, *, as_json: bool) -> int:
    """Print what is in quarantine, the longest first: a table, or JSON lines."""
    with closing(connect(warehouse_dsn(settings))) as conn, conn.cursor() as cur:
        need_schema(cur)
        rows = [
            {**row, "url": masked_in(row["url"]) if row["url"] else None}
            for row in tries.quarantined(cur)
        ]
    if as_json:
        for row in rows:
            print(json.dumps(dict(row), ensure_ascii=False, default=str))
        return 0
    console = Console(highlight=False)
    if not rows:
        console.print("nothing is in quarantine")
        return 0
    table = Table(box=None, pad_edge=False)
    for name in ("stage", "subject", "since", "tries", "reason"):
        table.add_column(name, no_wrap=True)
    table.add_column("url", overflow="fold")
    for row in rows:
        table.add_row(
            row["stage"],
            row["subject"],
            f"{row['quarantined_at']:%Y-%m-%d %H:%M}",
            str(row["tries"]),
            row["reason"],
            row["url"] or "",
        )
    console.print(table)
    return 0


def release(settings: Settings, *, stage: str | None, subjects: Sequence[str]) -> int:
    """Let items out, all where no subject is named; 1 where a named one is not in there."""
    with closing(connect(warehouse_dsn(settings))) as conn, conn, conn.cursor() as cur:
        need_schema(cur)
        released = tries.release(cur, stage=stage, subjects=subjects or None)
    print(f"released: {len(released)}; the next run tries them")
    unknown = sorted(set(subjects) - {row["subject"] for row in released})
    if unknown:
        print(f"dateline: not in quarantine: {', '.join(unknown)}", file=sys.stderr)
    return 1 if unknown else 0
