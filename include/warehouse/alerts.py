"""Raise alerts, find those that wait, and note what became of sending them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from psycopg2.extensions import cursor as Cursor

from include.alerts import Alert, Kind
from include.warehouse import locks, queries
from include.warehouse.check_list import find_check
from include.warehouse.queries import Row
from include.warehouse.text import storable

_QUERIES = {
    Kind.FAILED_RUN: "failed_runs",
    Kind.LATE_RUN: "late_runs",
    Kind.FAILED_CHECK: "failed_checks",
    Kind.FAILING_FEED: "failing_feeds",
    Kind.SILENT_CORRECTION: "silent_corrections",
    Kind.DISPUTED_TOLL: "disputed_tolls",
}
_MOST_WAITING = 1_000


def rows_of(cur: Cursor, kind: Kind, *, since: datetime, late_minutes: float) -> list[Row]:
    """The rows that an alert of this kind may be raised from.

    `since` bounds what was found when; runs are late after `late_minutes`. Hits of watchlists
    are found by `include.warehouse.watchlists`.
    """
    if kind is Kind.QUIET_PUBLISHER:  # the check says who is quiet, and there is one rule for it
        cur.execute(find_check("silent_publishers").query)
        names = [column.name for column in cur.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cur.fetchall()]
    return queries.rows(cur, _QUERIES[kind], since=since, minutes=late_minutes)


def raise_alerts(cur: Cursor, run_id: str | None, alerts: Iterable[Alert]) -> list[str]:
    """Write alerts; returns the keys of those that were not there before."""
    by_key = {storable(one.key): one for one in alerts}
    found = queries.many(
        cur,
        "insert_alerts",
        [
            (
                str(one.kind),
                storable(one.subject),
                key,
                storable(one.sentence),
                one.url and storable(one.url),
                storable(one.query),
                storable(json.dumps(one.evidence, default=str)).replace("\\u0000", ""),
                run_id,
            )
            for key, one in sorted(by_key.items())
        ],
        fetch=True,
    )
    return [row["dedup_key"] for row in found]


def become_sender(cur: Cursor) -> bool:
    """Whether this transaction may send, until it ends: False while another does."""
    return locks.try_hold(cur, locks.Lock.ALERTS)


def waiting(cur: Cursor, *, hours: float, kinds: Sequence[str]) -> list[tuple[Alert, Row]]:
    """Alerts to be sent now, each with the row of what became of it so far.

    One never tried is sent only within `hours` of being raised: a channel that is set up
    today is not flooded with what happened last month.
    """
    found = queries.rows(cur, "waiting_alerts", hours=hours, kinds=list(kinds), most=_MOST_WAITING)
    return [
        (
            Alert(
                kind=Kind(row["kind"]),
                subject=row["subject"],
                key=row["dedup_key"],
                sentence=row["sentence"],
                url=row["url"],
                query=row["query"],
                evidence=row["evidence"],
                raised_at=row["raised_at"],
                alert_id=row["alert_id"],
            ),
            row,
        )
        for row in found
    ]


def settle(
    cur: Cursor,
    alert_ids: Sequence[int],
    *,
    channel: Sequence[str],
    answer: str,
    is_sent: bool,
    wait: timedelta,
    most_tries: int,
) -> None:
    """Note a try: the channels that took it, what all answered, and when to try again."""
    queries.run(
        cur,
        "settle_alerts",
        alert_ids=list(alert_ids),
        channel=list(channel),
        answer=storable(answer)[:500],
        is_sent=is_sent,
        wait_s=wait.total_seconds(),
        most_tries=most_tries,
    )


def list_alerts(cur: Cursor, *, kind: str | None, unsent: bool, most: int) -> list[Row]:
    """The newest alerts."""
    return queries.rows(cur, "list_alerts", kind=kind, unsent=unsent, most=most)
