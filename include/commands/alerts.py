"""The command `alerts`: what was raised, send what waits, or try the channels."""

from __future__ import annotations

import json
import platform
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from include.alerts import KINDS, Kind, render_test
from include.alerts.words import shown
from include.commands.warehouse import need_schema, warehouse_dsn
from include.errors import CannotWork
from include.settings import PREFIX, Settings
from include.stages.alert_channels import Sender, channels
from include.stages.alerting import tell_alerts
from include.stages.work import Run
from include.warehouse import alerts as stored
from include.warehouse.connect import connector


def list_alerts(
    settings: Settings, *, kind: str | None, unsent: bool, most: int, as_json: bool
) -> int:
    """Show the newest alerts, or print them as JSON lines."""
    with _run(settings).transaction() as cur:
        need_schema(cur)
        rows = stored.list_alerts(cur, kind=kind, unsent=unsent, most=most)
    if as_json:
        for row in rows:
            print(json.dumps(row, default=str, ensure_ascii=False))
        return 0
    console = Console(highlight=False)
    table = Table(box=None, pad_edge=False)
    for name in ("raised", "what", "sentence", "sent"):
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(
            f"{row['raised_at']:%Y-%m-%d %H:%M}",
            Text(KINDS[Kind(row["kind"])]),
            Text(shown(row["sentence"], 300)),
            Text(_state(row["sent_at"], row["answer"])),
        )
    console.print(table if rows else "no alerts")
    return 0


def send(settings: Settings) -> int:
    """Raise what is new and send what waits; exit 1 where something was not taken."""
    _need_channels(settings)
    run = _run(settings)
    with run.transaction() as cur:
        need_schema(cur)
    counts = tell_alerts(run)
    with run.transaction() as cur:
        unsent = stored.list_alerts(cur, kind=None, unsent=True, most=1_000)
    failed = [row for row in unsent if row["tries"] and row["given_up_at"] is None]
    print(f"{counts.get('raised', 0)} raised, {counts.get('sent', 0)} sent")
    for answer in sorted({row["answer"] for row in failed}):
        print(f"not taken, to be tried again: {answer}")
    return 1 if failed or len(counts) < 2 else 0


def test(settings: Settings) -> int:
    """Send a message that says it is a test; exit 1 where a channel did not take it."""
    _need_channels(settings)
    failed = 0
    message = render_test(platform.node() or "this machine")
    for channel in channels(settings):
        with Sender(settings) as sender:
            answer = sender.send(channel, message)
        failed += not answer.is_taken
        print(f"{channel.name}: {answer.text}")
    return 1 if failed else 0


def kinds() -> list[str]:
    """The kinds of alerts, as the command takes them."""
    return [str(kind) for kind in Kind]


def _state(sent_at: datetime | None, answer: str) -> str:
    return f"{sent_at:%Y-%m-%d %H:%M}" if sent_at else answer or "not yet"


def _need_channels(settings: Settings) -> None:
    if not settings.alert_urls:
        raise CannotWork(f"no channel is set: see {PREFIX}ALERT_URLS")


def _run(settings: Settings) -> Run:
    return Run(
        connect=connector(warehouse_dsn(settings), application_name="dateline-alerts"),
        settings=settings,
        run_id=f"by-hand:{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}",
    )
