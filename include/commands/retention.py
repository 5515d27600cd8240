"""The command `keep-house`: what settings let go, counted; removed only when told to."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

from include.commands.warehouse import need_schema, warehouse_dsn
from include.settings import PREFIX, Settings
from include.stages.retention import Removal, list_removals, make_partitions, remove_old
from include.stages.work import Run
from include.warehouse.connect import connector


def keep_house(settings: Settings, *, delete: bool, show_all: bool) -> int:
    """Make partitions ahead; say what would go, or with `delete` let it go."""
    console = Console(highlight=False)
    run = Run(
        connect=connector(warehouse_dsn(settings), application_name="dateline-keep-house"),
        settings=settings,
        run_id=f"by-hand:{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}",
    )
    with run.transaction() as cur:
        need_schema(cur)
    console.print(f"partitions made ahead: {make_partitions(run)['made']}")
    planned = list_removals(run)
    if not planned:
        console.print("nothing is to go; see the settings KEEP_… (python -m include settings)")
        return 0
    _print(console, planned, show_all=show_all)
    if delete:
        remove_old(run)
        console.print("gone; ops.removals has each")
    else:
        console.print("a dry run: nothing was removed; --delete removes it")
    return 0


def _print(console: Console, planned: list[Removal], *, show_all: bool) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("what", "setting", "how many", "items", "MB"):
        table.add_column(name, justify="left" if name in ("what", "setting") else "right")
    groups: defaultdict[tuple[str, str], list[Removal]] = defaultdict(list)
    for one in planned:
        groups[one.kind if not show_all else f"{one.kind} {one.subject}", one.reason].append(one)
    for (what, reason), some in groups.items():
        table.add_row(
            what,
            PREFIX + reason,
            str(len(some)),
            str(sum(one.items for one in some)),
            f"{sum(one.bytes for one in some) / 1e6:.1f}",
        )
    console.print(table)
