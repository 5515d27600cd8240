"""The command `changes`: what changed in the warehouse since a number, as JSON lines."""

from __future__ import annotations

from include.commands.lines import Lines
from include.commands.warehouse import need_schema, warehouse_dsn
from include.settings import Settings
from include.stages.work import Run
from include.warehouse.changes import changes_since
from include.warehouse.connect import connector


def changes(settings: Settings, *, since: int, most: int | None) -> int:
    """Print the changes after number `since`; the last line's `number` is where to go on."""
    run = Run(connect=connector(warehouse_dsn(settings)), settings=settings, run_id="")
    with run.transaction() as cur:
        need_schema(cur)
    lines = Lines()
    for row in changes_since(run.connect, since, most=most):
        lines.write({name: value for name, value in row.items() if value is not None})
    return lines.status
