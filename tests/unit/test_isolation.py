"""Killable workers: a deadline is of the work's own time, and a bad item costs itself only."""

from __future__ import annotations

import os
import re
import time

import pytest

from include import isolation
from include.errors import BrieflyAway
from include.isolation import Died, Foreign, TimedOut, Workers


class _OfTwo(Exception):
    """An error that cannot be made again of its own arguments."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def work(what: str) -> str:
    """What the fake worker does with each item."""
    match what:
        case "starved":  # as on a machine whose processors others keep busy
            time.sleep(1.5)
        case "endless in C":
            re.match("(a+)+$", "a" * 60 + "b")
        case "endless":
            while True:
                pass
        case "waits for ever":
            time.sleep(600)
        case "crashes":
            os._exit(7)
        case "fills its memory":
            return str(len(bytearray(1 << 33)))
        case "raises":
            raise ValueError("not this one")
        case "raises what cannot be brought over":
            raise _OfTwo("one", "two")
    return what


def done_with(*items: str, deadline_s: float = 0.5) -> dict[str, str | type[Exception] | None]:
    with Workers(2, memory_mb=1_000) as workers:
        return {
            done.item: done.result if done.error is None else type(done.error)
            for done in workers.map(work, items, deadline_s=deadline_s)
        }


def test_a_worker_that_gets_no_processor_loses_nothing() -> None:
    assert done_with("starved", "a", "b") == {"starved": "starved", "a": "a", "b": "b"}


def test_each_bad_item_costs_itself_only() -> None:
    bad = {
        "endless": TimedOut, "endless in C": TimedOut, "crashes": Died,
        "fills its memory": Died, "raises": ValueError,
        "raises what cannot be brought over": Foreign,
    }  # fmt: skip
    good = [f"good {number}" for number in range(len(bad))]
    items = [item for pair in zip(bad, good, strict=True) for item in pair]
    assert done_with(*items) == {**bad, **{one: one for one in good}}


def end() -> None:
    """What a worker does where it cannot even begin."""
    os._exit(1)


def test_workers_that_cannot_begin_are_no_items_doing() -> None:
    with (
        Workers(1, memory_mb=1_000, initializer=end) as workers,
        pytest.raises(BrieflyAway, match="end before they work"),
    ):
        list(workers.map(work, ["a", "b"], deadline_s=0.5))


def test_what_only_waits_is_stopped_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_GRACE_S", 1.0)
    monkeypatch.setattr(isolation, "_PATIENCE", 1.0)
    assert done_with("waits for ever", "a") == {"waits for ever": TimedOut, "a": "a"}


def test_the_clock_is_generous() -> None:
    assert isolation.wall_s(20.0) >= 200.0


def test_time_is_counted_for_each_item_anew() -> None:
    items = ["busy"] * 6
    with Workers(1, memory_mb=1_000) as workers:
        done = list(workers.map(busy_for_a_while, items, deadline_s=0.5))
    assert [one.error for one in done] == [None] * 6


def busy_for_a_while(item: str) -> str:
    """A worker that uses 0.2 seconds of processor time."""
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass
    return item


_hoard: list[bytearray] = []


def hoards(item: str) -> int:
    """A worker that keeps what it took before it ran out of memory; returns its process."""
    if item == "hoards":
        while True:
            _hoard.append(bytearray(20_000_000))
    return os.getpid() if bytearray(60_000_000) else 0


def test_what_ran_out_of_memory_is_no_burden_to_the_next() -> None:
    with Workers(1, memory_mb=4_000, data_mb=300) as workers:
        first, bad, last = workers.map(hoards, ["a", "hoards", "b"], deadline_s=20)
    assert isinstance(bad.error, Died)
    assert str(bad.error) == "out of memory"
    assert (first.error, last.error) == (None, None)
    assert first.result != last.result
