"""The kinds of alerts, the most urgent first, and the record of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What an alert tells of."""

    FAILED_RUN = "failed_run"
    LATE_RUN = "late_run"
    FAILED_CHECK = "failed_check"
    FAILING_FEED = "failing_feed"
    QUIET_PUBLISHER = "quiet_publisher"
    SILENT_CORRECTION = "silent_correction"
    DISPUTED_TOLL = "disputed_toll"
    WATCHLIST_HIT = "watchlist_hit"


KINDS: dict[Kind, str] = {
    Kind.FAILED_RUN: "Run failed",
    Kind.LATE_RUN: "Run is late",
    Kind.FAILED_CHECK: "Check failed",
    Kind.FAILING_FEED: "Feed failing",
    Kind.QUIET_PUBLISHER: "Publisher quiet",
    Kind.SILENT_CORRECTION: "Silent change",
    Kind.DISPUTED_TOLL: "Toll disputed",
    Kind.WATCHLIST_HIT: "Watchlist",
}
"""Each kind in words, in the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something to tell. `key` names the occurrence: it is told once.

    `query` is SQL for a reader of the warehouse; `url` is where to look, or None.
    `evidence` holds what JSON can hold.
    """

    kind: Kind
    subject: str
    key: str
    sentence: str
    query: str
    url: str | None = None
    evidence: dict[str, Any] = field(default_factory=dict)
    raised_at: datetime | None = None
    alert_id: int | None = None
