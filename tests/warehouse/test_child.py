"""Pieces of work in a child: ended at a deadline or a cap, they leave nothing and tell why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from include import stages
from include.isolation import Died, Foreign, TimedOut
from include.settings import Settings
from include.stages.apart import apart, is_of_the_world
from include.stages.child import Child
from include.warehouse.connect import connector

pytestmark = pytest.mark.warehouse


class Stubborn(Exception):
    """An error that cannot be brought over from another process."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.held = lambda: what


def work(run: stages.Run, items: Sequence[str]) -> int:
    """Stores a row an item; what some items do to it is in their names."""
    with run.transaction() as cur:
        for item in items:
            cur.execute("INSERT INTO core.publishers (name) VALUES (%s)", (item,))
            match item:
                case "endless":
                    while True:
                        pass
                case "large":
                    bytearray(1 << 34)
                case "stubborn":
                    raise Stubborn(item)
                case "refused":
                    cur.execute("SELECT 1 / 0")
                case "no connection":
                    raise psycopg2.OperationalError("server closed the connection")
    return len(items)


@pytest.fixture
def run(warehouse_dsn: str, tmp_path: Path) -> stages.Run:
    settings = Settings(home=tmp_path, relate_deadline_s=1.0)
    return stages.Run(connect=connector(warehouse_dsn), settings=settings, run_id="child")


def stored(run: stages.Run) -> set[str]:
    with run.transaction() as cur:
        cur.execute("SELECT name FROM core.publishers")
        return {name for (name,) in cur.fetchall()}


@pytest.fixture
def child(run: stages.Run) -> Iterator[Child]:
    with Child(run) as one:
        yield one


@pytest.mark.parametrize(
    ("item", "error"),
    [
        ("endless", TimedOut),
        ("large", Died),
        ("stubborn", Foreign),
        ("refused", psycopg2.errors.DivisionByZero),
    ],
)
def test_what_a_child_began_is_undone_and_the_reason_told(
    run: stages.Run, child: Child, item: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        child.do(work, ["good", item])
    assert stored(run) == set()
    assert child.do(work, ["good"]) == 1
    assert stored(run) == {"good"}


def test_what_the_server_says_keeps_its_code_on_the_way(run: stages.Run, child: Child) -> None:
    with pytest.raises(psycopg2.Error) as refused:
        child.do(work, ["refused"])
    assert refused.value.pgcode == "22012"
    assert not is_of_the_world(refused.value)
    with pytest.raises(psycopg2.OperationalError) as away:
        child.do(work, ["no connection"])
    assert is_of_the_world(away.value)


def test_one_endless_item_costs_its_time_only(run: stages.Run, child: Child) -> None:
    left: list[Any] = []
    items = [*(f"good {number}" for number in range(6)), "endless", "good 7"]
    apart(items, lambda some: child.do(work, some), lambda item, error: left.append((item, error)))
    assert [(item, type(error)) for item, error in left] == [("endless", TimedOut)]
    assert stored(run) == {item for item in items if item != "endless"}
