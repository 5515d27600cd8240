"""Which alerts are told one by one and which in a digest, and when to try again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from include.alerts.kinds import KINDS, Alert

_FIRST_WAIT_S = 300.0
_LONGEST_WAIT_S = 6 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Alerts that get a message each, and those that share one."""

    alone: tuple[Alert, ...]
    together: tuple[Alert, ...]


def plan(alerts: Sequence[Alert], *, most: int, most_a_kind: int) -> Plan:
    """The most urgent first: at most `most` alone and of each kind `most_a_kind`."""
    order = list(KINDS)
    alone: list[Alert] = []
    together: list[Alert] = []
    told: Counter[str] = Counter()
    for one in sorted(alerts, key=lambda alert: (order.index(alert.kind), alert.alert_id or 0)):
        if len(alone) < most and told[one.kind] < most_a_kind:
            alone.append(one)
            told[one.kind] += 1
        else:
            together.append(one)
    return Plan(alone=tuple(alone), together=tuple(together))


def next_try(tries: int) -> timedelta:
    """How long to wait after that many tries that failed: 5 minutes, then twice as long each."""
    return timedelta(seconds=min(_FIRST_WAIT_S * 2 ** max(0, tries - 1), _LONGEST_WAIT_S))
