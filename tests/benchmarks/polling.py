"""How many requests schedulers make, what they miss, how late they find the rest.

    make bench-polling                 made publishers
    make bench-polling POLLS=FOLDER    the feeds of a folder of recorded polls

Each scheduler polls each publisher on its own, from the same first instant, and every
poll starts a little later than it was due, as a queue has it. An entry that came out
after the first poll and more than a day before the end is judged: it was found, with the
delay since it came out; or its publisher's document dropped it unseen; or it still waits,
which counts as a delay of all the time since. Failed polls are requests too.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from rich.console import Console
from rich.table import Table

from include.feeds import schedule
from include.feeds.schedule import FeedState
from include.outcomes import Reason
from tests.benchmarks.publishers import DAY, HOUR, MINUTE, Publisher, made, recorded

QUEUE = 3 * MINUTE  # the most a poll starts after it was due
FIRST_POLL = 5 * MINUTE
TOLERATED = 0.01  # the share of entries that the best may miss


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One poll as a scheduler sees it. `listed` is 0 where the body did not come or had
    not changed; `oldest_s` is the age of the oldest entry listed."""

    at: float
    new: int = 0
    listed: int = 0
    oldest_s: float | None = None
    reason: Reason | None = None


class Scheduler(Protocol):
    """One feed's: after each poll, the seconds to the next."""

    def wait_s(self, poll: Poll) -> float: ...


@dataclass(slots=True)
class Fixed:
    """Every `interval_s`, come what may."""

    interval_s: float

    def wait_s(self, poll: Poll) -> float:
        return self.interval_s


@dataclass(slots=True)
class Dateline:
    """Ours, with what the warehouse keeps of a feed between polls."""

    publisher: Publisher
    rng: random.Random
    share: float = schedule.SHARE
    interval_s: float = HOUR
    failures: float = 0
    per_day: float | None = None
    listed: int | None = None
    polled_at: float | None = None
    new_at: float | None = None
    full_at: float | None = None

    def wait_s(self, poll: Poll) -> float:
        state = FeedState(
            interval_s=self.interval_s,
            failures=self.failures,
            per_day=self.per_day,
            listed=self.listed,
            since_poll_s=_since(self.polled_at, poll.at),
            since_new_s=_since(self.new_at, poll.at),
            since_full_s=_since(self.full_at, poll.at),
        )
        if poll.reason:
            following = schedule.after_failure(
                state, reason=poll.reason, retry_after_s=None, rng=self.rng
            )
        else:
            wishes = [wish for wish in (self.publisher.ttl_s, self.publisher.sy_s) if wish]
            following = schedule.after_success(
                state, new=poll.new, listed=poll.listed, hint_s=max(wishes, default=None),
                oldest_s=poll.oldest_s, share=self.share, rng=self.rng,
            )  # fmt: skip
            self.full_at = poll.at if poll.listed else self.full_at
        self.polled_at = poll.at
        self.new_at = poll.at if poll.new else self.new_at
        self.interval_s, self.failures = following.interval_s, following.failures
        self.per_day, self.listed = following.per_day, following.listed
        return following.wait_s


@dataclass(slots=True)
class MediaCloud:
    """Media Cloud's rss-fetcher, by its published rule: it judges the share of known
    entries after two successes in a row that came on time.

    Its settings: start at six hours, steps of an hour sooner and of ten minutes (an hour
    after 31 days without news) later, 10 minutes to 24 hours. Failures multiply the gap
    once they weigh 1; after thirty it may grow to 30 days.
    """

    publisher: Publisher
    minutes: float = 0
    failures: float = 0
    worked_at: float | None = None
    new_at: float = 0

    def wait_s(self, poll: Poll) -> float:
        self.minutes = self.minutes or (self.publisher.sy_s or 6 * HOUR) / MINUTE
        before, self.new_at = self.new_at, poll.at if poll.new else self.new_at
        if poll.reason:
            self.failures += {Reason.DNS_FAILED: 0.25}.get(poll.reason, 0.5)
            most = (30 if self.failures > 30 else 1) * DAY / MINUTE
            factor = self.failures if self.failures >= 1 else 1
            return min(self.minutes * factor, most) * MINUTE
        self.failures = 0
        last, self.worked_at = self.worked_at, poll.at
        if last is not None:
            late = (poll.at - last) / MINUTE - self.minutes
            share_known = 1 - poll.new / poll.listed if poll.listed else 1.01
            if share_known >= 0.67 and late >= -20:
                is_quiet = poll.at - before > 31 * DAY and share_known >= 1
                self.minutes = min(self.minutes + (60 if is_quiet else 10), 24 * 60)
            elif share_known < 0.33 and late <= 20:
                sooner = 360 if self.minutes > 360 else self.minutes - 60
                self.minutes = max(sooner, 10, (self.publisher.sy_s or 0) / MINUTE)
        return self.minutes * MINUTE


SCHEDULERS: dict[str, Callable[[Publisher, random.Random], Scheduler]] = {
    "fixed 15 min": lambda _, __: Fixed(15 * MINUTE),
    "fixed 1 h": lambda _, __: Fixed(HOUR),
    "fixed 24 h": lambda _, __: Fixed(DAY),
    "Media Cloud's rule": lambda publisher, _: MediaCloud(publisher),
    "Dateline": Dateline,
    "Dateline, `DATELINE_POLL_SHARE=0.25`": lambda publisher, rng: Dateline(
        publisher, rng, share=0.25
    ),
    "Dateline, `DATELINE_POLL_SHARE=0.1`": lambda publisher, rng: Dateline(
        publisher, rng, share=0.1
    ),
}


@dataclass(slots=True)
class Result:
    """What a scheduler did, over some feeds."""

    requests: int = 0
    feed_days: float = 0
    missed: int = 0
    delays: list[float] = field(default_factory=list)

    @property
    def items(self) -> int:
        return len(self.delays) + self.missed

    def add(self, other: Result) -> None:
        self.requests += other.requests
        self.feed_days += other.feed_days
        self.missed += other.missed
        self.delays += other.delays

    def delay(self, share: float) -> float:
        """The delay in seconds that `share` of the found entries stay under."""
        ranked = sorted(self.delays)
        return ranked[min(int(share * len(ranked)), len(ranked) - 1)] if ranked else 0


def simulate(
    publisher: Publisher, scheduler: Scheduler, rng: random.Random, *, every_s: float = 0
) -> Result:
    """What `scheduler` does on `publisher`. With `every_s`, polls start only in runs that
    far apart, as a DAG's do."""
    result = Result(feed_days=publisher.days)
    arrivals, end = publisher.arrivals, publisher.days * DAY
    at = rng.uniform(0, FIRST_POLL)
    # Of `arrivals`, those before `settled` were found or missed, or preceded the first poll.
    settled = first = bisect_right(arrivals, at)
    judged = max(bisect_right(arrivals, end - DAY), first)
    is_first = True
    while at < end:
        result.requests += 1
        if reason := publisher.outage(at):
            poll = Poll(at=at, reason=reason)
        else:
            out = bisect_right(arrivals, at)
            seen = max(settled, out - publisher.window)
            result.missed += max(0, min(seen, judged) - settled)
            result.delays += [at - one for one in arrivals[seen : min(out, judged)]]
            new = min(out, publisher.window) if is_first else out - seen
            is_same = not new and publisher.has_validators and not is_first
            listed = 0 if is_same else min(out, publisher.window)
            oldest = at - arrivals[out - listed] if listed else None
            poll = Poll(at=at, new=new, listed=listed, oldest_s=oldest)
            settled, is_first = out, False
        at += scheduler.wait_s(poll)
        if every_s:
            at = -(-at // every_s) * every_s
        at += rng.uniform(0, QUEUE)
    result.delays += [end - one for one in arrivals[settled:judged]]
    return result


def compare(publishers: Sequence[Publisher], *, seed: int, every_s: float) -> dict[str, Result]:
    """Each scheduler's result over all publishers, with the same luck for each."""
    results = {}
    for name, scheduler in SCHEDULERS.items():
        results[name] = whole = Result()
        for number, publisher in enumerate(publishers):
            rng = random.Random(f"{seed} {number}")
            whole.add(simulate(publisher, scheduler(publisher, rng), rng, every_s=every_s))
    return results


def show(title: str, results: dict[str, Result]) -> None:
    """The table, and what it comes to."""
    table = Table(title=title, title_justify="left")
    table.add_column("scheduler")
    for heading in (
        "requests", "a feed-day", "items", "missed", "missed %", "delay p50 h", "p95 h",
    ):  # fmt: skip
        table.add_column(heading, justify="right")
    for name, one in results.items():
        table.add_row(
            name, f"{one.requests:,}", f"{one.requests / one.feed_days:.2f}", f"{one.items:,}",
            f"{one.missed:,}", f"{100 * one.missed / max(one.items, 1):.3f}",
            f"{one.delay(0.5) / HOUR:.2f}", f"{one.delay(0.95) / HOUR:.2f}",
        )  # fmt: skip
    console = Console(width=100)
    console.print(table)
    ours = results["Dateline"]
    for name, one in results.items():
        if one is not ours:
            console.print(
                f"against {name}: {ours.requests / one.requests - 1:+.0%} requests, "
                f"{ours.missed - one.missed:+,} missed, "
                f"{(ours.delay(0.5) - one.delay(0.5)) / HOUR:+.2f} h median delay"
            )
    # Requests are easily saved by missing entries, so only those that miss few compete.
    careful = {name: one for name, one in results.items() if one.missed <= TOLERATED * one.items}
    if careful:
        best = min(careful, key=lambda name: careful[name].requests)
        console.print(f"best: {best}, the fewest requests of those that miss under {TOLERATED:.0%}")


def _since(then: float | None, now: float) -> float | None:
    return None if then is None else now - then


def main() -> None:
    """Print the comparison the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--polls", type=Path, help="a folder of recorded polls")
    parser.add_argument("--feeds", type=int, default=300, help="made publishers")
    parser.add_argument("--days", type=int, default=21)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=float, default=0, help="minutes between runs; 0: at once")
    parser.add_argument("--kinds", action="store_true", help="a table for each kind, too")
    given = parser.parse_args()
    if given.polls:
        groups = {"recorded feeds": recorded(given.polls)}
    else:
        publishers = made(given.feeds, days=given.days, seed=given.seed)
        groups = {f"{len(publishers)} made publishers, {given.days} days": publishers}
        if given.kinds:
            for one in publishers:
                groups.setdefault(one.kind, []).append(one)
    for title, group in groups.items():
        show(title, compare(group, seed=given.seed, every_s=given.every * MINUTE))


if __name__ == "__main__":
    main()
