"""When to poll a feed next, from what is known of it when a poll ends. Pure.

Two things are asked of the gap between polls, and the shorter counts:

- **Nothing missed.** A document lists its newest N entries; what came and went between two
  polls is lost. The gap ends when a share of N entries, three fifths unless set otherwise,
  would have come at the rate of the busy hours, or at that of the last gap where it was
  higher. What is left is for volleys, which no rate foretells.
- **Fresh where it matters.** For a given number of requests in all, the sum of delays over
  all entries is smallest when each feed's gap goes with one over the square root of its
  rate: one entry a day is asked for daily, sixteen a day four times as often. From six
  times a day on, requests are worth more spent on what could be missed.

The rate is known from the first poll by the age of the oldest entry listed, and learned
from then on with a memory of days. A publisher's wish makes gaps longer, but never so
long that entries would be missed for it. Failures make them longer by kind, linearly, and
no feed is given up for good: one that answers 404 today is often back next week. The
numbers below are chosen by simulation: `make bench-polling`.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from include.outcomes import Reason

MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR

SHORTEST = 15 * MINUTE
# With the jitter on top still well under a day: daily runs, which never start or arrive at
# a feed at the same minute, must find it due every day and not every other.
LONGEST = 21 * HOUR
LONGEST_FAILING = 7 * DAY
LONGEST_DEAD = 30 * DAY  # once failures weigh more than `_DEAD`
JITTER = 0.1
SHARE = 0.6  # of a document, that may come between two polls

_GAP_OF_ONE_A_DAY = DAY
_FRESH_ENOUGH = 4 * HOUR
_BUSY = 1.85  # the rate of the busy hours, to the mean's
_MEMORY = 3 * DAY
_GROWTH = 2.0  # a gap at most doubles from one poll to the next
_UNKNOWN_WINDOW = 10
_BACK_OFF = 0.5
_DEAD = 30.0

# A 304 is believed for as long as this many entries would have taken to come.
_ENTRIES_AWAITED = 4
_LEAST_DOUBT, _MOST_DOUBT = 6 * HOUR, 7 * DAY

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
class FeedState:
    """What is known of a feed when a poll ends; as it was before that poll.

    `interval_s` is the present gap, `failures` the weighted failures in a row, `per_day`
    the smoothed rate of new entries (None until known), `listed` how many entries its
    document holds. Then the seconds since the poll before this one, since a poll last
    brought a new entry, and since a body was last read whole (200, not 304); None where
    there was none.
    """

    interval_s: float
    failures: float
    per_day: float | None
    listed: int | None
    since_poll_s: float | None
    since_new_s: float | None
    since_full_s: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPoll:
    """`interval_s` is the feed's gap from now on, `wait_s` the time from which it is due;
    the others are the feed's next state."""

    interval_s: float
    wait_s: float
    failures: float
    per_day: float | None
    listed: int | None


def after_success(
    state: FeedState,
    *,
    new: int,
    listed: int,
    hint_s: float | None,
    rng: random.Random,
    oldest_s: float | None = None,
    share: float = SHARE,
) -> NextPoll:
    """The next poll after one that worked.

    `new` of the `listed` entries were new; `listed` is 0 where the body did not come (304)
    or was not read (the same bytes). `hint_s` is the publisher's wish for the gap, and
    `oldest_s` the age of the oldest dated entry listed; it is needed for the first poll
    only. `share` is how much of the document may come between two polls.
    """
    window = listed or state.listed
    elapsed = _since_success(state)
    if elapsed is None or state.per_day is None:
        per_day, found = _first_rate(window, oldest_s), 0.0
        interval = state.interval_s
    else:
        found = max(new, 0) / elapsed * DAY
        weight = 1 - math.exp(-elapsed / _MEMORY)
        per_day = state.per_day + weight * (found - state.per_day)
        interval = min(_fresh_gap(per_day), state.interval_s * _GROWTH)
    safe = _safe_gap(window, max(per_day * _BUSY, found), share)
    interval = min(interval, safe)
    interval = max(interval, min(hint_s or 0.0, safe))
    interval = min(max(interval, SHORTEST), LONGEST)
    return NextPoll(
        interval_s=interval,
        wait_s=_jittered(interval, rng),
        failures=0.0,
        per_day=per_day,
        listed=window,
    )


def after_failure(
    state: FeedState, *, reason: Reason, retry_after_s: float | None, rng: random.Random
) -> NextPoll:
    """The next poll after one that failed; Retry-After wins where it is longer."""
    failures = state.failures + _WEIGHT.get(reason, 1.0)
    longest = LONGEST_DEAD if failures > _DEAD else LONGEST_FAILING
    wait = min(state.interval_s * (1 + failures * _BACK_OFF), longest)
    wait = max(wait, min(retry_after_s or 0.0, LONGEST_FAILING))
    return NextPoll(
        interval_s=state.interval_s,
        wait_s=_jittered(wait, rng),
        failures=failures,
        per_day=state.per_day,
        listed=state.listed,
    )


def wants_full(state: FeedState) -> bool:
    """Whether to ask without validators, because the feed has been answering 304 for
    longer than it usually takes to bring something new: some servers give one ETag to all
    that they ever serve."""
    if state.since_full_s is None:
        return True
    if state.per_day is None:
        return state.since_full_s > DAY
    usual = _ENTRIES_AWAITED * DAY / max(state.per_day, 1e-6)
    return state.since_full_s > min(max(usual, _LEAST_DOUBT), _MOST_DOUBT)


def _since_success(state: FeedState) -> float | None:
    # What is new now came since the last poll that worked. After failures that is not the
    # last poll; the last whole body is then the nearest that is known.
    since = state.since_full_s if state.failures else state.since_poll_s
    return None if since is None else max(since, SHORTEST)


def _first_rate(window: int | None, oldest_s: float | None) -> float:
    """Entries a day of a document that took `oldest_s` to fill; a day, where undated."""
    return (window or _UNKNOWN_WINDOW) / max(oldest_s or DAY, HOUR) * DAY


def _fresh_gap(per_day: float) -> float:
    return max(_GAP_OF_ONE_A_DAY / math.sqrt(max(per_day, 1e-6)), _FRESH_ENOUGH)


def _safe_gap(window: int | None, per_day: float, share: float) -> float:
    return share * (window or _UNKNOWN_WINDOW) / max(per_day, 1e-6) * DAY


def _jittered(seconds: float, rng: random.Random) -> float:
    # Later, never sooner, so that no wish of a publisher is cut short.
    return seconds * (1 + rng.uniform(0, JITTER))
