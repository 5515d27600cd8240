"""When to poll a feed next, from how the last poll went. Pure.

A feed that brings something new is polled sooner, one that does not is polled later, one
that fails waits longer for each failure, and none is ever given up for good. Failures
weigh by kind, as Media Cloud's rss-fetcher has it: a feed that answers 404 today is often
back next week.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from include.outcomes import Reason

MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR

SHORTEST = 15 * MINUTE
LONGEST = 24 * HOUR
LONGEST_FAILING = 7 * DAY
JITTER = 0.1

_WEIGHT = {
    Reason.DNS_FAILED: 0.25,
    Reason.TIMED_OUT: 0.5,
    Reason.CONNECTION_FAILED: 0.5,
    Reason.TLS_FAILED: 0.5,
    Reason.BROKEN_TRANSFER: 0.5,
    Reason.HTTP_SERVER_ERROR: 0.5,
    Reason.NOT_FOUND: 0.5,
    Reason.RATE_LIMITED: 0.5,
    Reason.FORBIDDEN: 0.5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPoll:
    """`interval_s` is the feed's gap from now on, `wait_s` the time to the next poll."""

    interval_s: float
    wait_s: float
    failures: float


def after_success(
    interval_s: float, *, new: int, known: int, hint_s: float | None = None, rng: random.Random
) -> NextPoll:
    """The next poll after one that worked.

    `new` entries of `new + known` listed were new; `hint_s` is the publisher's own wish
    (ttl, sy:*), which is a lower bound.
    """
    share = new / (new + known) if new + known else 0.0
    if share > 2 / 3:
        interval_s /= 2
    elif share == 0:
        interval_s *= 1.5
    interval_s = min(max(interval_s, SHORTEST, min(hint_s or 0, LONGEST)), LONGEST)
    return NextPoll(interval_s=interval_s, wait_s=_jittered(interval_s, rng), failures=0)


def after_failure(
    interval_s: float,
    failures: float,
    *,
    reason: Reason,
    retry_after_s: float | None = None,
    rng: random.Random,
) -> NextPoll:
    """The next poll after one that failed; Retry-After wins where it is longer."""
    failures += _WEIGHT.get(reason, 1.0)
    wait = min(interval_s * (1 + failures), LONGEST_FAILING)
    wait = max(wait, min(retry_after_s or 0, LONGEST_FAILING))
    return NextPoll(interval_s=interval_s, wait_s=_jittered(wait, rng), failures=failures)


def _jittered(seconds: float, rng: random.Random) -> float:
    # Later, never sooner, so that no wish of a publisher is cut short.
    return seconds * (1 + rng.uniform(0, JITTER))
