"""Tables for people: feeds found, feeds checked, feeds of the warehouse."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from include.commands.feed_checks import BAD, Check, Verdict
from include.feeds.discover import FoundFeed
from include.urls import masked, masked_in
from include.warehouse.queries import Row

_WIDTH = 160  # where no terminal sets one: wide enough for a URL and its facts in a line
_COLOURS = {Verdict.WORKS: "green", **dict.fromkeys(BAD, "red")}


def wide_console() -> Console:
    """A console on standard output that does not cut lines short in a pipe or a file."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH)


def found_table(found: Sequence[FoundFeed], *, now: datetime) -> Table:
    """The feeds that discovery found, the best first."""
    table = _table("url", "format", "title", "language", "entries", "newest", "found by")
    for one in found:
        document = one.document
        remarks = [str(one.how)]
        if one.is_comments:
            remarks.append("comments")
        if one.same_as is not None:
            remarks.append("same entries as a feed above")
        _row(
            table,
            one.url,
            document.format,
            document.title,
            document.language or "",
            str(len(document.entries)),
            ago(one.newest, now),
            ", ".join(remarks),
        )
    return table


def found_record(one: FoundFeed) -> dict[str, Any]:
    """A found feed as a JSON line."""
    document = one.document
    return {
        "url": one.url,
        "format": document.format,
        "title": document.title,
        "language": document.language,
        "entries": len(document.entries),
        "newest": one.newest,
        "ttl_minutes": document.ttl_minutes,
        "found_by": str(one.how),
        "is_comments": one.is_comments,
        "same_as": one.same_as,
    }


def check_table(checks: Sequence[Check], *, now: datetime) -> Table:
    """What was found of each feed checked."""
    table = _table(
        "feed", "verdict", "status", "format", "entries", "newest", "asks for", "remarks"
    )
    for one in checks:
        asks = f"{span(one.wish_s)} between polls" if one.wish_s else ""
        verdict = Text(str(one.verdict), style=_COLOURS.get(one.verdict, "yellow"))
        _row(
            table,
            masked(one.name),
            verdict,
            str(one.status or ""),
            one.format or "",
            "" if one.entries is None else str(one.entries),
            ago(one.newest, now) if one.entries else "",
            asks,
            masked_in(one.said),
        )
    return table


def state_table(states: Sequence[Row], *, now: datetime) -> Table:
    """How the feeds of the warehouse are doing."""
    table = _table(
        "feed",
        "publisher",
        "every",
        "polled",
        "due",
        "new entry",
        "entries",
        "failures",
        "last poll",
    )
    for state in states:
        _row(
            table,
            state["feed_id"],
            state["publisher"],
            span(state["interval_s"]),
            ago(state["last_polled_at"], now),
            _due(state, now),
            ago(state["last_new_at"], now),
            str(state["entries"]),
            f"{state['failures']:g}" if state["failures"] else "",
            state["explanation"] or state["last_reason"] or "not polled yet",
        )
    return table


def ago(at: datetime | None, now: datetime) -> str:
    """How long ago an instant is, or how far ahead, in its largest unit; "-" for None."""
    if at is None:
        return "-"
    seconds = (now - at).total_seconds()
    return f"{span(seconds)} ago" if seconds >= 0 else f"in {span(-seconds)}"


def span(seconds: float) -> str:
    """A length of time in the unit that suits it."""
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size or (unit == "min" and seconds >= size):
            return f"{seconds // size:.0f} {unit}"
    return f"{seconds:.0f} s"


def _due(state: Row, now: datetime) -> str:
    if state["stopped_at"] is not None:
        return "stopped"
    if state["merged_into"] is not None:
        return f"polled as {state['merged_into']}"
    if not state["is_listed"]:
        return "no longer listed"
    return "now" if state["next_poll_at"] <= now else ago(state["next_poll_at"], now)


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in names:
        is_number = name in ("entries", "failures", "status")
        table.add_column(name, overflow="fold", justify="right" if is_number else "left")
    return table


def _row(table: Table, *cells: str | Text) -> None:
    # As Text, so that no feed's title is taken for markup.
    table.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in cells))
