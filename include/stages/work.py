"""What the stages share: batches of work, counts, and progress that a log can show."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypedDict

import psycopg2
from psycopg2 import Error as DatabaseError
from psycopg2.errors import QueryCanceled
from psycopg2.extensions import cursor as Cursor

from include.errors import CannotWork
from include.exports.place import Place
from include.isolation import Died, TimedOut
from include.logs import log as log
from include.memory import Budget
from include.outcomes import EXPLAINED, Outcome, Reason, Status
from include.pages.archive import Archive
from include.settings import Settings
from include.stages.apart import plainly
from include.urls import masked_in
from include.warehouse.claims import BY_HAND, Attempt, Claims
from include.warehouse.connect import Connect
from include.warehouse.pages import is_any_archived

MOST_BATCHES = 8
MOST_SHARDS = 32
BATCHES_AT_ONCE = 4
"""Tasks of one stage that may work side by side, each with its share of memory."""
_EVERY_S = 10.0
_MOST_TOLD = 20
_SHORT = 200

Counts = dict[str, int]


def reason_of(error: Exception | None, *, otherwise: Reason = Reason.PARSE_ERROR) -> Reason:
    """Why a worker brought no result."""
    match error:
        case TimedOut():
            return Reason.WORKER_TIMED_OUT
        case Died():
            return Reason.WORKER_DIED
        case QueryCanceled():
            return Reason.WORKER_TIMED_OUT
        case DatabaseError():
            return Reason.NOT_STORABLE
        case _:
            return otherwise


def whole_span(since: datetime | None, until: datetime | None) -> tuple[datetime, datetime]:
    """A span of time that a stage was asked to go through again.

    Raises:
        CannotWork: there is none, or it is empty.
    """
    if since is None or until is None:
        raise CannotWork("no span: set since and until, or make a backfill over days")
    if since >= until:
        raise CannotWork(f"nothing lies between {since} and {until}")
    return since, until


class Batch(TypedDict, total=False):
    """A piece of work as one task takes it: a reference, never the work itself.

    `sharing` is how many of them may be worked on at once.
    """

    name: str
    hosts: list[str]
    shard: int
    of: int
    poll_all: bool
    url: str
    kind: str
    megabytes: int
    day: str
    sharing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the pipeline: where it works, under what settings, and its name.

    `attempt` is the try of the task that works here, where Airflow runs it.
    """

    connect: Connect
    settings: Settings
    run_id: str
    open_archive: Callable[[str], Archive] = Archive.at
    attempt: Attempt = BY_HAND

    @property
    def archive(self) -> Archive:
        """The raw archive of the settings."""
        found = self.open_archive(self.settings.archive_url)
        return replace(found, is_begun=self._is_archived)

    def _is_archived(self) -> bool:
        with self.transaction() as cur:
            return is_any_archived(cur)

    @property
    def exports(self) -> Place:
        """The folder of the exports of the settings."""
        return Place.at(self.settings.exports_url)

    def budget(self, batch: Batch | None = None) -> Budget:
        """The memory that a process of the run may use, beside those that work on other batches."""
        sharing = batch.get("sharing", 1) if batch else 1
        return Budget.of(self.settings.memory_mb, sharing=sharing)

    def claims(self, stage: str) -> Claims:
        """What a worker of `stage` holds while it works for this run."""
        return Claims(self.connect, stage, run_id=self.run_id, attempt=self.attempt)

    @contextmanager
    def transaction(self) -> Iterator[Cursor]:
        """A cursor in a transaction on a connection of its own: commits, or rolls back."""
        try:
            with closing(self.connect()) as conn, conn, conn.cursor() as cur:
                yield cur
        except psycopg2.errors.DiskFull as error:
            raise plainly(error) from error

    @contextmanager
    def piece(self, items: int) -> Iterator[Cursor]:
        """A transaction on so many items, whose statements the server ends if they take too long.

        So an item that costs the server without end fails alone, as one in a child does.
        """
        with self.transaction() as cur:
            milliseconds = int(1000 * statement_s(items))
            cur.execute("SELECT set_config('statement_timeout', %s, true)", (f"{milliseconds}",))
            yield cur


def statement_s(items: int) -> float:
    """Seconds that one statement on so many items may take; more than a lock is waited for."""
    return 120.0 + 0.1 * items


def host_batches(what: str, due: Mapping[str, int], *, most: int) -> list[Batch]:
    """Share hosts out over batches of about `most` items, the busiest hosts first.

    A host is never in two batches, so that one process keeps its spacing.
    """
    total = sum(due.values())
    if not total:
        return []
    count = max(1, min(MOST_BATCHES, len(due), -(-total // most)))
    piles: list[tuple[int, list[str]]] = [(0, []) for _ in range(count)]
    for host, items in sorted(due.items(), key=lambda pair: (-pair[1], pair[0])):
        lightest = min(range(count), key=lambda index: piles[index][0])
        load, hosts = piles[lightest]
        piles[lightest] = (load + items, [*hosts, host])
    return [
        Batch(
            name=f"{what} {index} of {count} · {load} due",
            hosts=sorted(hosts),
            sharing=min(count, BATCHES_AT_ONCE),
        )
        for index, (load, hosts) in enumerate(piles, start=1)
    ]


def shard_batches(what: str, waiting: int, *, most: int) -> list[Batch]:
    """Share waiting items out over shards of about `most` items, by their number."""
    if not waiting:
        return []
    count = max(1, min(MOST_SHARDS, -(-waiting // most)))
    return [
        Batch(
            name=f"{what} {shard + 1} of {count} · about {-(-waiting // count)}",
            shard=shard,
            of=count,
        )
        for shard in range(count)
    ]


@dataclass(slots=True)
class Progress:
    """Counts outcomes and says so in the log: how many, how fast, and why items fell out.

    The first twenty items that failed are told in a line each, the rest are counted.
    """

    stage: str
    total: int
    counts: Counter[str] = field(default_factory=Counter)
    _failed: int = 0
    _done: int = 0
    _started: float = field(default_factory=time.monotonic)
    _told: float = field(default_factory=time.monotonic)

    def add(self, outcomes: Iterable[Outcome], *, done: int = 0) -> None:
        """Count outcomes of this stage, and `done` items as worked on."""
        for one in outcomes:
            self.counts[f"{one.status}/{one.reason}"] += one.items
            if one.status in (Status.FAILED, Status.RETRY):
                self._tell(one)
        self._done += done
        if time.monotonic() - self._told > _EVERY_S:
            self._told = time.monotonic()
            log.info("%s: %d of %d, %.1f a second", self.stage, self._done, self.total, self.rate)

    def _tell(self, one: Outcome) -> None:
        self._failed += 1
        if self._failed <= _MOST_TOLD:
            log.warning("%s: %s", self.stage, told_in_a_line(one))

    @property
    def rate(self) -> float:
        """Items a second so far."""
        return self._done / max(time.monotonic() - self._started, 1e-6)

    def finish(self) -> Counts:
        """Say what came of it all, and return the counts."""
        seconds = time.monotonic() - self._started
        if self._failed > _MOST_TOLD:
            log.warning(
                "%s: … and %d more that failed; all are in ops.outcomes",
                self.stage,
                self._failed - _MOST_TOLD,
            )
        told = ", ".join(f"{name} {count}" for name, count in sorted(self.counts.items()))
        log.info(
            "%s: %d done in %.1f s (%.1f a second): %s",
            self.stage,
            self._done,
            seconds,
            self.rate,
            told or "nothing to do",
        )
        return dict(sorted(self.counts.items()))


def told_in_a_line(one: Outcome) -> str:
    """What became of an item, for a log: the reason, its name and address; secrets masked.

    `not_a_feed (an HTML page): feed nightpost https://…`. The address comes last: the UI makes
    a link of it, with whatever stands behind.
    """
    detail = " ".join((one.detail or EXPLAINED[one.reason]).split())
    if len(detail) > _SHORT:
        detail = detail[: _SHORT - 2] + " …"
    told = f"{one.reason} ({detail}): {one.subject_kind} {one.subject} {one.address}"
    return masked_in(" ".join(told.split()))


def chunks[Item](items: Sequence[Item], size: int) -> Iterable[Sequence[Item]]:
    """`items` in pieces of `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
