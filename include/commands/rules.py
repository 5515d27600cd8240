"""The command `diff-rules`: what two states of the rules found otherwise in the same texts."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from include.commands.warehouse import need_schema, warehouse_dsn
from include.errors import CannotWork
from include.settings import Settings
from include.stages.work import Run
from include.warehouse import rules
from include.warehouse.connect import connector
from include.warehouse.queries import Row


def diff_rules(settings: Settings, *, old: str | None, new: str | None, examples: int) -> int:
    """Print what `new` found otherwise than `old`, by kind; without both, what there is.

    Raises:
        CannotWork: only one configuration is named, or no text was read by both.
    """
    out = Console(highlight=False)
    run = Run(connect=connector(warehouse_dsn(settings)), settings=settings, run_id="")
    with run.transaction() as cur:
        need_schema(cur)
        if old is None:
            return _list(out, rules.configurations(cur))
        if new is None:
            raise CannotWork("name two configurations; without any they are listed")
        texts, rows = rules.compare(cur, old, new, examples=examples)
    if not texts:
        raise CannotWork(f"no text was read by both {old} and {new}")
    if not rows:
        out.print(f"{texts} texts were read by both, and the same was found in all")
        return 0
    out.print(f"{texts} texts were read by both; otherwise found:")
    table = Table(box=None, pad_edge=False)
    for column in ("kind", "change"):
        table.add_column(column)
    table.add_column("facts", justify="right")
    table.add_column("for example", overflow="fold")
    for row in rows:
        shown = "\n".join(escape(one) for one in row["examples"])
        table.add_row(row["kind"], row["change"], str(row["facts"]), shown)
    out.print(table)
    return 0


def _list(out: Console, found: list[Row]) -> int:
    table = Table(box=None, pad_edge=False)
    for column in ("configuration", "language", "extractor", "texts", "present", "last used"):
        table.add_column(column)
    for row in found:
        table.add_row(
            row["config_hash"],
            escape(row["language"]),
            row["extractor"],
            str(row["texts"]),
            str(row["present"]),
            f"{row['last_used_at']:%Y-%m-%d %H:%M}",
        )
    out.print(table)
    return 0
