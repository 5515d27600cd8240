"""What is repeated, moved or too long is no fault: the checks of such a run are green."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from include import stages
from include.warehouse.check import run_checks
from tests.warehouse.loopback_site import Answer, World, page, redirect, rss
from tests.warehouse.test_following import a_day_passes

CHECKED = ("one_outcome_per_item", "funnel_sums", "entries_sum_to_seen", "no_entry_without_outcome")


def red(world: World) -> list[tuple[str, object]]:
    """The checks of the run that are not green, with what they found."""
    with world.run.transaction() as cur:
        found = run_checks(cur, world.run.run_id, max_failed_share=1.0)
    return [
        (one.name, one.sample or one.broken) for one in found if one.name in CHECKED and one.is_red
    ]


def dated(count: int, *, newest_first: bool = False, title: str = "Entry") -> Answer:
    """A feed of entries a minute apart, the oldest first."""
    first = datetime(2024, 3, 1, tzinfo=UTC)
    items = [
        f"<item><guid isPermaLink='false'>n{n}</guid><link>{{site}}/{n}</link>"
        f"<title>{title} {n}</title>"
        f"<pubDate>{format_datetime(first + timedelta(minutes=n))}</pubDate></item>"
        for n in range(1, count + 1)
    ]
    listed = "".join(reversed(items) if newest_first else items)
    text = f"<rss version='2.0'><channel><title>Long</title>{listed}</channel></rss>"
    return 200, {"Content-Type": "application/rss+xml"}, text


@pytest.mark.parametrize("newest_first", [False, True])
def test_of_a_long_feed_the_newest_are_stored_and_the_rest_counted(
    world: World, newest_first: bool
) -> None:
    world.run = world.with_settings(max_entries=200)
    stages.open_run(world.run, kind="by_hand")
    world.list_feeds("long")
    world.site.answers["/long"] = dated(203, newest_first=newest_first)
    world.poll()
    assert world.ask("SELECT entry_id FROM core.entries WHERE entry_id IN ('n1','n3','n4','n203')"
                     " ORDER BY entry_key") != []  # fmt: skip
    kept = {name for (name,) in world.ask("SELECT entry_id FROM core.entries")}
    assert kept == {f"n{n}" for n in range(4, 204)}
    assert world.ask(
        "SELECT reason, sum(items) FROM ops.outcomes WHERE stage = 'read_entries' GROUP BY 1"
        " ORDER BY 1"
    ) == [("new", 200), ("too_many_entries", 3)]
    assert red(world) == []
    world.site.answers["/long"] = dated(205, newest_first=newest_first)
    world.poll()
    assert ("n205",) in world.ask("SELECT entry_id FROM core.entries")
    assert red(world) == []


def test_a_run_over_a_feed_of_2003_entries_is_green_and_counts_what_it_left(world: World) -> None:
    """With the limits as they are: from the poll to the closing of the run."""
    world.run = world.with_settings(max_pages_per_run=3)
    world.list_feeds("long")
    world.site.answers["/long"] = dated(2_003)
    for n in (2_001, 2_002, 2_003):
        world.site.answers[f"/{n}"] = page(f"Some words of entry {n}.")
    with stages.whole_run(world.run, flow="test"):
        world.poll()
        for batch in stages.choose_pages(world.run):
            stages.fetch_pages(world.run, batch)
        for batch in stages.choose_articles(world.run):
            stages.clean_articles(world.run, batch)
        assert red(world) == []
    assert world.ask("SELECT state, state_reason FROM ops.runs") == [("done", "")]
    ((entries, oldest),) = world.ask(
        "SELECT count(*), min(published_at) FROM core.entries JOIN core.feeds USING (feed_id)"
    )
    assert (entries, oldest) == (2_000, datetime(2024, 3, 1, 0, 4, tzinfo=UTC))
    assert world.ask(
        "SELECT reason, sum(items) FROM ops.outcomes WHERE stage = 'read_entries' GROUP BY 1"
        " ORDER BY 1"
    ) == [("new", 2_000), ("too_many_entries", 3)]
    assert world.ask("SELECT count(*) FROM ops.outcomes WHERE stage = 'fetch_pages'") == [(3,)]


def test_a_task_that_is_run_again_tells_of_its_items_again(world: World) -> None:
    stages.open_run(world.run, kind="by_hand")
    world.list_feeds("feed")
    world.site.answers |= {
        "/feed": rss(("1", "/one", "One"), ("2", "/two", "Two")),
        "/one": page("Some words of one."),
        "/two": page("Some words of two."),
    }
    for _ in range(2):
        world.poll()
        world.fetch()
    world.site.answers["/feed"] = rss(("1", "/one", "One"), ("2", "/two", "Two!"), ("3", "/3", "3"))
    world.poll()
    assert red(world) == []


def test_an_item_told_of_twice_in_one_go_is_still_found(world: World) -> None:
    stages.open_run(world.run, kind="by_hand")
    world.tell(
        "INSERT INTO ops.outcomes (run_id, stage, subject_kind, subject, status, reason)"
        " SELECT 'test', 'clean_articles', 'page', 'https://news.example/', 'stored', 'new'"
        " FROM generate_series(1, 2)"
    )
    assert "one_outcome_per_item" in dict(red(world))


def test_an_entry_told_as_stored_that_is_not_there_is_still_found(world: World) -> None:
    stages.open_run(world.run, kind="by_hand")
    world.list_feeds("feed")
    world.site.answers["/feed"] = rss(("1" * 1_500, "/one", "One"), ("2", "/two", "Two"))
    world.poll()
    assert red(world) == []
    world.tell("DELETE FROM core.entries")
    found = dict(red(world))
    assert "entries_sum_to_seen" in found
    assert len(found["entries_sum_to_seen"]) == 2  # type: ignore[arg-type]


def test_the_poll_that_moves_a_feed_is_green_with_the_same_body(world: World) -> None:
    stages.open_run(world.run, kind="by_hand")
    world.list_feeds("old")
    world.site.answers |= {
        "/old": redirect(301, f"{world.site.url}/new"),
        "/new": rss(("1", "/a", "A")),
    }
    for _ in range(3):
        world.poll()
        a_day_passes(world)
    assert world.ask(
        "SELECT reason FROM ops.outcomes WHERE status = 'updated' AND subject = 'old'"
    ) == [("feed_moved",)]
    assert red(world) == []
