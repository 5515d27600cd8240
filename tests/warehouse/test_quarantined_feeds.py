"""Feeds that end their worker: tried again with more time, then polled no more; released."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from include import stages
from include.commands import quarantine
from include.isolation import Died, Done, TimedOut, Workers
from include.settings import Settings
from include.stages import trying
from tests.warehouse.loopback_site import Site, World, rss

pytestmark = pytest.mark.warehouse


class Poison:
    """Workers that are stopped or die at documents that say so, and the times they were given."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.given: list[tuple[int, float]] = []

    def map(self, function: Any, items: Any, *, deadline_s: Any) -> Iterator[Any]:
        listed = list(items)
        self.given.append((len(listed), deadline_s))
        for item in listed:
            try:
                if b"poison" in item.body:
                    raise self.error
                yield Done(item, function(item))
            except Exception as error:
                yield Done(item, None, error)


@pytest.fixture
def poison(monkeypatch: pytest.MonkeyPatch) -> Poison:
    found = Poison(TimedOut("stopped"))
    monkeypatch.setattr(Workers, "map", lambda self, *given, **named: found.map(*given, **named))
    return found


@pytest.fixture
def world(warehouse_dsn: str, tmp_path: Path, poison: Poison) -> Iterator[World]:
    site = Site()
    made = World(warehouse_dsn, site, tmp_path)
    made.list_feeds("bad", "good")
    for name in ("bad", "good"):
        site.answers[f"/{name}"] = rss(("1", "/1", "poison" if name == "bad" else "Bridge closes"))
    yield made
    site.server.shutdown()
    site.server.server_close()


def poll(world: World, run_id: str) -> list[tuple[Any, ...]]:
    """Poll both feeds in a run of its own; (feed, status, reason) of each that was."""
    world.run = replace(world.run, run_id=run_id)
    stages.open_run(world.run, kind="by_hand")
    world.poll()
    stages.close_run(world.run)
    return world.ask(
        "SELECT subject, status, reason FROM ops.outcomes WHERE stage = 'poll_feeds' "
        f"AND run_id = '{run_id}' ORDER BY subject"
    )


def test_a_feed_that_ends_its_worker_is_tried_in_three_runs_and_then_polled_no_more(
    world: World, poison: Poison
) -> None:
    good = ("good", "stored", "new")
    assert poll(world, "run:1") == [("bad", "retry", "worker_timed_out"), good]
    good = ("good", "unchanged", "same_body")
    assert poll(world, "run:2") == [("bad", "retry", "worker_timed_out"), good]
    assert poll(world, "run:3") == [("bad", "failed", "worker_timed_out"), good]
    asked = len(world.site.asked)
    assert poll(world, "run:4") == [good]
    assert "/bad" not in {path for path, _ in world.site.asked[asked:]}
    usual = Settings().parse_deadline_s
    assert poison.given == [(2, usual), (1, 2 * usual), (1, 4 * usual)]
    ((quarantined, feeds),) = world.ask(
        "SELECT (SELECT sum(quarantined) FROM mart.waiting WHERE stage = 'poll_feeds'), "
        "(SELECT count(*) FROM mart.feeds WHERE quarantined_at IS NOT NULL)"
    )
    assert (quarantined, feeds) == (1, 1)


def test_it_is_listed_and_released_and_polled_again(
    world: World,
    poison: Poison,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    warehouse_dsn: str,
) -> None:
    poison.error = Died("exit code 9")
    for number in range(4):
        poll(world, f"run:{number}")
    capsys.readouterr()
    settings = Settings(warehouse=warehouse_dsn)
    assert quarantine.list_quarantined(settings, as_json=True) == 0
    (listed,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (listed["stage"], listed["subject"]) == ("poll_feeds", "bad")
    assert listed["url"] == f"{world.site.url}/bad"
    given = ["bad", "no-such"]
    assert trying.release_quarantine(world.run, subjects=given) == {"released": 1}
    assert caplog.records[-1].getMessage() == "release_quarantine: not in quarantine: no-such"
    world.site.answers["/bad"] = rss(("1", "/1", "Bridge opens"))
    assert ("bad", "stored", "new") in poll(world, "run:5")
    assert world.ask("SELECT count(*) FROM ops.tries") == [(0,)]


def test_a_feed_that_can_be_read_again_has_no_failed_tries(world: World) -> None:
    poll(world, "run:1")
    world.site.answers["/bad"] = (200, {"Content-Type": "text/html"}, "<p>no feed</p>")
    assert ("bad", "failed", "not_a_feed") in poll(world, "run:2")
    assert world.ask("SELECT count(*) FROM ops.tries") == [(0,)]
