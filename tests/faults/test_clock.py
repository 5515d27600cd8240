"""A clock that is set back or jumps ahead: runs go on, and what is known stays what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import invariants
from tests.faults.invariants import World
from tests.faults.plain_runs import hosts_of, run_all, run_of

pytestmark = [pytest.mark.warehouse, pytest.mark.timeout(1_200)]
_TABLES = ("feeds", "pages", "entries", "articles", "texts", "stories", "grouped_texts")


def shift(world: World, span: str) -> None:
    """Move every instant that core knows: as if the clock had moved the other way."""
    for table, column, _ in world.columns(("timestamptz",)):
        if table in _TABLES:
            world.rows(f"UPDATE core.{table} SET {column} = {column} + interval '{span}'")
    world.rows(f"UPDATE ops.hosts SET not_before = not_before + interval '{span}'")


@pytest.mark.parametrize("span", ["1 hour", "3 days", "-400 days"])
def test_runs_go_on_whatever_the_clock_did(span: str, warehouse_dsn: str, tmp_path: Path) -> None:
    world = World(warehouse_dsn, tmp_path)
    with hosts_of(tmp_path, {"house-0.page.test": 3}) as hosts:
        run_all(run_of(warehouse_dsn, tmp_path, hosts, "before"))
        before = invariants.contents(world)
        shift(world, span)
        hosts.edition = 2  # an article more
        run_all(run_of(warehouse_dsn, tmp_path, hosts, "after"))
    after = invariants.contents(world)
    invariants.no_regression(before, after)
    assert len(after) == 4
    invariants.identity(world)
    invariants.ended(world, "after")
    ((waits,),) = world.rows("SELECT max(next_poll_at) - now() < interval '8 days' FROM core.feeds")
    assert waits
