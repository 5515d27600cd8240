"""The command `export`: days as Parquet and GKG files, watchlists as Atom feeds."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, date, datetime

from rich.console import Console
from rich.logging import RichHandler

from include.commands.warehouse import need_schema, warehouse_dsn
from include.errors import CannotWork
from include.settings import Settings
from include.warehouse.connect import connector


def export(
    settings: Settings, *, since: date | None, until: date | None, again: bool, out: str | None
) -> int:
    """Export the days that changed since they were last exported, and every watchlist.

    `since` and `until`, both inclusive, bound the days; `again` takes those unchanged, too.
    Exit 1 where a watchlist cannot be used.
    """
    from include import stages
    from include.stages.watching import BadWatchlists

    settings = settings.model_copy(update={"exports": out or settings.exports})
    console = Console(highlight=False)
    logging.basicConfig(
        level=logging.WARNING,
        format="%(message)s",
        handlers=[RichHandler(console=Console(stderr=True), show_path=False)],
    )
    run = stages.Run(
        connect=connector(warehouse_dsn(settings), application_name="dateline-export"),
        settings=settings,
        run_id=f"by-hand:{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}",
    )
    with run.transaction() as cur:
        need_schema(cur)
    days = stages.choose_days(run, since=since, until=until, again=again)
    failed = 0
    for batch in days:
        try:
            counts = stages.export_days(run, batch)
        except CannotWork:
            raise
        except Exception as error:  # it is in ops.outcomes, and due still
            failed += 1
            print(f"dateline: {batch['day']}: {_line(error)}", file=sys.stderr)
            continue
        told = ", ".join(f"{count} {table}" for table, count in counts.items())
        console.print(f"{batch['day']}  {told}", soft_wrap=True)
    if days:
        console.print(f"days exported: {len(days) - failed}, to {run.exports.url}", soft_wrap=True)
    else:
        console.print("nothing changed since the last export; --again exports anew")
    try:
        feeds = stages.write_watchlists(run)
    except BadWatchlists as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 1
    console.print(f"watchlists: {len(feeds)}, with {sum(feeds.values())} entries")
    return 1 if failed else 0


def _line(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
