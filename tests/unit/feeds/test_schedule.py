"""When a feed is polled next."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest

from include.feeds import schedule
from include.feeds.schedule import DAY, HOUR, FeedState, NextPoll
from include.outcomes import Reason

NEW_FEED = FeedState(
    interval_s=HOUR,
    failures=0,
    per_day=None,
    listed=None,
    since_poll_s=None,
    since_new_s=None,
    since_full_s=None,
)
KNOWN = FeedState(
    interval_s=6 * HOUR,
    failures=0,
    per_day=12,
    listed=20,
    since_poll_s=6 * HOUR,
    since_new_s=6 * HOUR,
    since_full_s=6 * HOUR,
)


def worked(
    state: FeedState,
    *,
    new: int = 0,
    listed: int = 0,
    hint_s: float | None = None,
    oldest_s: float | None = None,
) -> NextPoll:
    return schedule.after_success(
        state, new=new, listed=listed, hint_s=hint_s, oldest_s=oldest_s, rng=random.Random(1)
    )


def failed(state: FeedState, reason: Reason, retry_after_s: float | None = None) -> NextPoll:
    return schedule.after_failure(
        state, reason=reason, retry_after_s=retry_after_s, rng=random.Random(1)
    )


def settled(*, per_day: float, listed: int, hint_s: float | None = None) -> NextPoll:
    """Where the gap ends for a feed that brings `per_day` entries a day without swing."""
    state, due = NEW_FEED, 0.0
    following = worked(state, new=listed, listed=listed, oldest_s=listed / per_day * DAY)
    for _ in range(200):
        gap = following.interval_s
        due += gap / DAY * per_day
        new, due = int(due), due % 1
        state = FeedState(
            interval_s=gap,
            failures=0,
            per_day=following.per_day,
            listed=following.listed,
            since_poll_s=gap,
            since_new_s=gap,
            since_full_s=gap,
        )
        following = worked(state, new=new, listed=listed if new else 0, hint_s=hint_s)
    return following


@pytest.mark.parametrize("per_day", [0.01, 0.3, 1, 5, 24, 100, 400, 5000])
@pytest.mark.parametrize("listed", [1, 5, 20, 100])
def test_a_feed_is_polled_before_its_document_turns_over(per_day: float, listed: int) -> None:
    following = settled(per_day=per_day, listed=listed, hint_s=30 * DAY)
    turnover = listed / per_day * DAY
    longest = max(turnover * 0.75, schedule.SHORTEST)
    assert schedule.SHORTEST <= following.interval_s <= longest


def test_a_busier_feed_is_polled_more_often_but_less_than_in_proportion() -> None:
    slow, busy = settled(per_day=4, listed=100), settled(per_day=16, listed=100)
    assert slow.interval_s / busy.interval_s == pytest.approx(2, rel=0.1)


def test_a_feed_without_news_is_polled_daily_soon() -> None:
    following = worked(NEW_FEED, new=10, listed=10, oldest_s=400 * DAY)
    polls = 1
    while following.interval_s < schedule.LONGEST:
        state = replace(
            KNOWN, interval_s=following.interval_s, per_day=following.per_day,
            since_poll_s=following.wait_s,
        )  # fmt: skip
        following = worked(state)
        polls += 1
    assert polls <= 6


@pytest.mark.parametrize("rng_seed", range(20))
def test_daily_runs_find_every_feed_due(rng_seed: int) -> None:
    following = schedule.after_success(
        replace(KNOWN, per_day=0.001, interval_s=DAY), new=0, listed=0, hint_s=7 * DAY,
        rng=random.Random(rng_seed),
    )  # fmt: skip
    assert 20 * HOUR < following.wait_s < 23.5 * HOUR


def test_a_smaller_share_of_the_document_asks_sooner() -> None:
    busy = replace(KNOWN, per_day=200, interval_s=4 * HOUR)
    gaps = [
        schedule.after_success(
            busy, new=30, listed=60, hint_s=None, rng=random.Random(1), share=share
        ).interval_s
        for share in (0.6, 0.3, 0.15)
    ]
    assert gaps[0] == pytest.approx(2 * gaps[1]) == pytest.approx(4 * gaps[2])


def test_a_first_poll_without_dates_expects_a_day_in_the_document() -> None:
    assert worked(NEW_FEED, new=30, listed=30).per_day == pytest.approx(30)
    assert worked(NEW_FEED, new=30, listed=30).interval_s == HOUR
    assert worked(NEW_FEED).listed is None


def test_a_first_poll_learns_from_the_age_of_the_oldest_entry() -> None:
    assert worked(NEW_FEED, new=30, listed=30, oldest_s=60 * DAY).per_day == pytest.approx(0.5)


@pytest.mark.parametrize("oldest_s", [-5 * DAY, 0, 1e-9, 1e12, math.inf])
def test_dates_that_lie_do_no_harm(oldest_s: float) -> None:
    following = worked(NEW_FEED, new=30, listed=30, oldest_s=oldest_s)
    assert schedule.SHORTEST <= following.interval_s <= schedule.LONGEST
    assert following.per_day is not None
    assert 0 <= following.per_day <= 30 * 24


def test_a_burst_shortens_the_gap_at_once() -> None:
    calm, burst = worked(KNOWN, new=3, listed=20), worked(KNOWN, new=20, listed=20)
    assert burst.interval_s < calm.interval_s
    assert burst.interval_s < 5 * HOUR


def test_a_gap_at_most_doubles() -> None:
    state = replace(KNOWN, interval_s=HOUR, since_poll_s=HOUR, per_day=0.1)
    assert worked(state).interval_s == 2 * HOUR


def test_what_a_304_does_not_say_is_kept() -> None:
    following = worked(KNOWN)
    assert following.listed == 20
    assert following.per_day is not None
    assert 11 < following.per_day < 12


def test_a_wish_lengthens_the_gap_and_is_not_cut_short() -> None:
    state = replace(KNOWN, per_day=24, listed=1000, interval_s=HOUR, since_poll_s=HOUR)
    assert worked(state, new=1, listed=1000).interval_s < 8 * HOUR
    following = worked(state, new=1, listed=1000, hint_s=8 * HOUR)
    assert following.interval_s == 8 * HOUR
    assert following.wait_s >= 8 * HOUR


def test_a_wish_does_not_make_us_miss_entries() -> None:
    state = replace(KNOWN, per_day=100, listed=10, interval_s=HOUR, since_poll_s=HOUR)
    following = worked(state, new=4, listed=10, hint_s=DAY)
    assert following.interval_s < HOUR
    assert following.interval_s == worked(state, new=4, listed=10).interval_s


def test_entries_after_failures_came_since_the_last_whole_body() -> None:
    state = replace(KNOWN, failures=3, since_poll_s=HOUR, since_full_s=DAY)
    following = worked(state, new=12, listed=20)
    assert following.failures == 0
    assert following.per_day == pytest.approx(12)  # not twelve in an hour


def test_a_poll_by_hand_right_after_another_does_no_harm() -> None:
    following = worked(replace(KNOWN, since_poll_s=0.001), new=1, listed=20)
    assert following.per_day is not None
    assert following.per_day < 13


@pytest.mark.parametrize(
    ("reason", "weight"),
    [
        (Reason.DNS_FAILED, 0.25),
        (Reason.HTTP_SERVER_ERROR, 0.5),
        (Reason.NOT_FOUND, 0.5),
        (Reason.NOT_A_FEED, 1),
        (Reason.GONE, 1),
    ],
)
def test_failures_weigh_by_kind(reason: Reason, weight: float) -> None:
    following = failed(KNOWN, reason)
    assert following.failures == weight
    assert following.interval_s == KNOWN.interval_s
    assert (following.per_day, following.listed) == (KNOWN.per_day, KNOWN.listed)


def test_back_off_is_linear_and_never_gives_up() -> None:
    state, waits = KNOWN, []
    for _ in range(400):
        following = schedule.after_failure(
            state, reason=Reason.NOT_FOUND, retry_after_s=None, rng=_NoJitter()
        )
        waits.append(following.wait_s)
        state = replace(state, failures=following.failures)
    assert waits == sorted(waits)
    assert waits[1] - waits[0] == pytest.approx(waits[2] - waits[1])
    assert waits[59] <= schedule.LONGEST_FAILING < waits[-1] <= schedule.LONGEST_DEAD


@pytest.mark.parametrize(
    ("retry_after_s", "least", "most"),
    [
        (60, 6 * HOUR, 9 * HOUR),
        (2 * DAY, 2 * DAY, 2.2 * DAY),
        (1e9, 7 * DAY, 7.7 * DAY),
        (-1, 6 * HOUR, 9 * HOUR),
    ],
)
def test_retry_after_wins_where_longer(retry_after_s: float, least: float, most: float) -> None:
    assert least <= failed(KNOWN, Reason.RATE_LIMITED, retry_after_s).wait_s <= most


def test_jitter_is_later_only_and_spreads() -> None:
    waits = {
        schedule.after_success(KNOWN, new=3, listed=20, hint_s=None, rng=random.Random(n)).wait_s
        for n in range(50)
    }
    gap = worked(KNOWN, new=3, listed=20).interval_s
    assert len(waits) == 50
    assert gap <= min(waits) <= max(waits) <= gap * (1 + schedule.JITTER)


@pytest.mark.parametrize(
    ("per_day", "since_full_s", "wants"),
    [
        (None, None, True),
        (12, None, True),
        (None, 23 * HOUR, False),
        (None, 25 * HOUR, True),
        (12, 7 * HOUR, False),
        (12, 9 * HOUR, True),
        (500, 5 * HOUR, False),  # nights are quiet without a lie
        (500, 7 * HOUR, True),
        (0.01, 6 * DAY, False),
        (0.01, 8 * DAY, True),
        (0, 8 * DAY, True),
    ],
)
def test_a_304_is_believed_for_a_while(
    per_day: float | None, since_full_s: float | None, wants: bool
) -> None:
    state = replace(KNOWN, per_day=per_day, since_full_s=since_full_s)
    assert schedule.wants_full(state) is wants


class _NoJitter(random.Random):
    def uniform(self, a: float, b: float) -> float:
        return a
