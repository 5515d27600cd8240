"""Commands on the warehouse: `run`, `report`, `migrate`, `check`, documents, `settings`."""

from __future__ import annotations

import logging
import sys
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from psycopg2.extensions import cursor as Cursor
from rich.console import Console
from rich.logging import RichHandler
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from include.errors import CannotWork
from include.settings import PREFIX, Settings
from include.warehouse.connect import connect, connector
from include.warehouse.migrate import migrate

if TYPE_CHECKING:
    from include.stages import Bar, Run


def warehouse_dsn(settings: Settings) -> str:
    """Where the warehouse is: the setting, or the embedded server, started if need be."""
    if settings.warehouse:
        return settings.warehouse
    from include.local.postgres import ensure_running

    return ensure_running(settings).warehouse


def run(settings: Settings, *, feeds: str | None) -> int:
    """Every stage in order in this process, a bar a stage; its alerts; then the report."""
    from include.stages.feed_list import read_feed_list, refuse_without_contact

    settings = settings.model_copy(update={"feeds": feeds or settings.feeds})
    refuse_without_contact(settings, settings.feeds)
    read_feed_list(settings.feeds)  # complain before anything is started
    return by_hand(settings, _run_and_tell)


def _run_and_tell(run: Run, *, bar: Bar) -> None:
    """A whole run and then, however it ended, what somebody should hear of."""
    from include import stages

    try:
        stages.run_all(run, bar=bar)
    except Exception:
        stages.tell_alerts(run)
        raise
    stages.tell_alerts(run)


class Work(Protocol):
    """Stages to go through; `bar` is told of each batch."""

    def __call__(self, run: Run, *, bar: Bar) -> None: ...


def by_hand(settings: Settings, work: Work) -> int:
    """Do `work` as a run in this process, with a bar a stage; then print its report."""
    from include import stages
    from include.report import print_report
    from include.stages.checking import ChecksFailed
    from include.stages.extracting import config_hashes
    from include.stages.runs import RunFailed

    console = Console(highlight=False)
    logging.basicConfig(
        level=logging.WARNING,
        format="%(message)s",
        handlers=[RichHandler(console=console, show_path=False)],
    )
    config_hashes(settings)  # complain of a missing model before anything is started
    dsn = warehouse_dsn(settings)
    migrate(dsn)
    here = stages.Run(
        connect=connector(dsn, application_name="dateline-run"),
        settings=settings,
        run_id=f"by-hand:{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}",
    )
    columns = (
        TextColumn("{task.description:<18}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    failed: ChecksFailed | RunFailed | None = None
    with Progress(*columns, console=console) as bars:
        try:
            work(here, bar=_Bar(bars))
        except (ChecksFailed, RunFailed) as error:
            failed = error
    with closing(here.connect()) as conn, conn.cursor() as cur:
        print_report(cur, here.run_id, console)
    if failed:
        print(f"dateline: {failed}", file=sys.stderr)
    return 1 if failed else 0


class _Bar:
    """Shows each stage of a run as it works through its batches."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars

    def __call__(self, stage: str, done: int, total: int) -> None:
        task = next((task for task in self._bars.tasks if task.description == stage), None)
        number = task.id if task else self._bars.add_task(stage, total=total)
        self._bars.update(number, completed=done, total=max(total, 1) if done == total else total)
        if total == 0:
            self._bars.update(number, completed=1, total=1)


def report(settings: Settings, *, run_id: str | None) -> int:
    """Print what a run brought."""
    from include.report import print_report

    with closing(connect(warehouse_dsn(settings))) as conn, conn.cursor() as cur:
        need_schema(cur)
        print_report(cur, run_id)
    return 0


def need_schema(cur: Cursor) -> None:
    """Complain in one line where there is a database, but no warehouse in it."""
    cur.execute("SELECT to_regclass('mart.articles') IS NOT NULL")
    if cur.fetchone() != (True,):
        raise CannotWork(
            "the warehouse is empty: `make run` fills it, `python -m include migrate` prepares it"
        )


def migrate_all(settings: Settings) -> int:
    """Bring the schema up to date and say what was done."""
    applied = migrate(warehouse_dsn(settings))
    print(f"applied: {', '.join(applied)}" if applied else "the warehouse is up to date")
    return 0


def check(settings: Settings) -> int:
    """Run the checks on the whole warehouse; exit 1 if one makes it red."""
    from include import stages

    here = stages.Run(
        connect=connector(warehouse_dsn(settings)),
        settings=settings,
        run_id=f"by-hand:{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}",
    )
    console = Console(highlight=False)
    with here.transaction() as cur:
        need_schema(cur)
    results = stages.run_warehouse_checks(here, whole=True)
    for one in results:
        told = "broken" if one.broken else one.offending
        console.print(f"{one.level:<5} {one.name:<28} {told:>6}  {one.broken or one.what}")
    return 1 if any(one.is_red for one in results) else 0


def dictionary(settings: Settings) -> int:
    """Print the data dictionary."""
    from include.warehouse.dictionary import dictionary as generate

    dsn = warehouse_dsn(settings)
    migrate(dsn)
    with closing(connect(dsn)) as conn, conn.cursor() as cur:
        print(generate(cur), end="")
    return 0


def picture(settings: Settings) -> int:
    """Print the picture of entities and relationships."""
    from include.warehouse.picture import picture as draw

    dsn = warehouse_dsn(settings)
    migrate(dsn)
    with closing(connect(dsn)) as conn, conn.cursor() as cur:
        print(draw(cur), end="")
    return 0


def show_settings(settings: Settings) -> int:
    """List every setting: name, value, meaning. Passwords are not shown."""
    table = Table(box=None, pad_edge=False)
    for name in ("setting", "value", "meaning"):
        table.add_column(name, overflow="fold")
    for name, field in type(settings).model_fields.items():
        value = getattr(settings, name)
        shown = "(set)" if name in ("warehouse", "metadata") and value else str(value)
        table.add_row(PREFIX + name.upper(), shown, field.description or "")
    Console(highlight=False).print(table)
    return 0
