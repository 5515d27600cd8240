"""What polls and fetches follow: feeds that move, merge and stop, entries that change, pages
that go and come back, and publishers who opt out. A site on loopback answers as told."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from include import stages
from include.errors import CannotWork
from include.pages.warc import Reference
from tests.warehouse.loopback_site import MISSING, Answer, World, page, redirect, rss

ONE = rss(("1", "/one", "One"))


def a_day_passes(world: World) -> None:
    world.tell(
        "UPDATE core.feeds SET moving_since = moving_since - interval '1 day', "
        "last_full_at = last_full_at - interval '1 day'"
    )


@pytest.mark.parametrize(
    ("status", "moves"), [(301, True), (308, True), (302, False), (307, False)]
)
def test_a_permanent_redirect_that_holds_moves_a_feed(
    world: World, status: int, moves: bool
) -> None:
    world.list_feeds("old")
    world.site.answers |= {"/old": redirect(status, "/new"), "/new": ONE}
    for polls in range(4):
        ((url,),) = world.ask("SELECT url FROM core.feeds") or [(None,)]
        assert polls == 0 or (url == f"{world.site.url}/new") == (moves and polls > 2)
        world.poll()
        a_day_passes(world)
    asked = [path for path, _ in world.site.asked]
    assert asked[-1] == "/new"
    assert (asked[-2] == "/old") == (not moves)
    events = world.ask("SELECT kind, from_url, to_url FROM core.feed_events")
    here = world.site.url
    assert events == ([("moved", f"{here}/old", f"{here}/new")] if moves else [])
    assert world.ask("SELECT count(*) FROM core.entries") == [(1,)]
    world.list_feeds("old")  # the list still has the old URL: it has not changed its mind
    world.poll()
    assert world.ask("SELECT url FROM core.feeds") == [(f"{here}/{'new' if moves else 'old'}",)]


def test_feeds_that_become_one_are_merged_and_part_when_the_other_goes(world: World) -> None:
    world.list_feeds("old", "new")
    world.site.answers |= {"/old": redirect(301, "/new"), "/new": ONE}
    for _ in range(3):
        world.poll()
        a_day_passes(world)
    assert world.ask("SELECT feed_id, merged_into FROM core.feeds ORDER BY feed_id") == [
        ("new", None), ("old", "new"),
    ]  # fmt: skip
    assert world.ask("SELECT feed_id FROM core.entries ORDER BY feed_id") == [("new",), ("old",)]
    world.site.asked.clear()
    world.poll()
    assert [path for path, _ in world.site.asked] == ["/new"]
    world.list_feeds("old")
    world.poll()
    assert world.ask("SELECT merged_into FROM core.feeds WHERE feed_id = 'old'") == [(None,)]
    kinds = world.ask("SELECT kind FROM core.feed_events ORDER BY happened_at")
    assert kinds == [("merged",), ("revived",)]


def test_a_feed_that_is_gone_is_stopped_with_a_note(world: World) -> None:
    world.list_feeds("f")
    world.site.answers["/f"] = (410, {}, "")
    world.poll()
    world.poll()
    assert len(world.site.asked) == 1
    assert world.ask("SELECT kind FROM core.feed_events") == [("stopped",)]


def test_validators_are_left_out_when_304_has_lasted_too_long(world: World) -> None:
    world.list_feeds("f")
    status, headers, body = ONE
    world.site.answers["/f"] = (status, headers | {"ETag": '"x"'}, body)
    for _ in range(3):
        world.poll()
    world.tell("UPDATE core.feeds SET last_full_at = now() - interval '30 days'")
    world.site.answers["/f"] = (200, {"ETag": '"x"'}, rss(("2", "/two", "Two"))[2])  # it lies
    world.poll()
    conditional = ["if-none-match" in headers for _, headers in world.site.asked]
    assert conditional == [False, True, True, False]
    assert world.ask("SELECT count(*) FROM core.entries") == [(2,)]


def test_what_an_entry_said_before_is_kept(world: World) -> None:
    world.list_feeds("f")
    for title in ("One", "One", "Uno", "Eins"):
        world.site.answers["/f"] = rss(("1", "/one", title), ("2", "/two", title + " too"))
        world.poll()
    kept = world.ask(
        "SELECT number, entry_versions.title FROM core.entry_versions JOIN core.entries "
        "USING (entry_key) WHERE entry_id = '1' ORDER BY number"
    )
    assert kept == [(1, "One"), (2, "Uno")]
    assert world.ask("SELECT title, edits FROM core.entries WHERE entry_id = '1'") == [("Eins", 2)]


@pytest.mark.parametrize(
    ("then", "is_same"),
    [
        ([("b", "/one", "ONE")], True),
        ([("b", "/one", "Another")], False),
        ([("b", "/two", "One")], False),
        ([("a", "/one", "One"), ("b", "/one", "One")], False),
    ],
)
def test_an_entry_under_a_new_identifier_points_to_the_old(
    world: World, then: list[tuple[str, str, str]], is_same: bool
) -> None:
    world.list_feeds("f")
    world.site.answers["/f"] = rss(("a", "/one", "One"))
    world.poll()
    world.site.answers["/f"] = rss(*then)
    world.poll()
    (same_as,) = world.ask("SELECT same_as IS NOT NULL FROM core.entries WHERE entry_id = 'b'")
    assert same_as == (is_same,)
    reasons = {reason for (reason,) in world.ask("SELECT reason FROM ops.outcomes")}
    assert ("renamed_entry" in reasons) == is_same


def test_sightings_are_counted(world: World) -> None:
    world.list_feeds("f")
    for number in range(3):
        world.site.answers["/f"] = rss(("1", "/one", "One"), (f"n{number}", "/x", f"x{number}"))
        world.poll()
    assert world.ask("SELECT sightings FROM core.entries WHERE entry_id = '1'") == [(3,)]


def test_pages_that_change_go_and_come_back(world: World) -> None:
    world.list_feeds("f")
    world.site.answers |= {"/f": ONE, "/one": page("first")}
    world.poll()
    world.fetch()
    world.tell(
        "INSERT INTO core.articles (canonical_url, url_sha256, publisher_id) "
        "SELECT canonical_url, url_sha256, publisher_id FROM core.pages"
    )
    world.tell("UPDATE core.pages SET article_id = (SELECT article_id FROM core.articles)")
    ladder, gone = [], []
    for answer in (page("first"), page("second"), MISSING, page("second")):
        world.site.answers["/one"] = answer
        world.fetch()
        ladder += world.ask("SELECT ladder FROM core.pages")
        gone += world.ask("SELECT gone_at IS NOT NULL FROM core.articles")
    assert ladder == [(1,), (0,), (1,), (2,)]
    assert gone == [(False,), (False,), (True,), (False,)]
    world.site.answers |= {"/one": redirect(302, "/else"), "/else": page("second")}
    world.fetch()
    kinds = world.ask("SELECT kind FROM core.page_events ORDER BY happened_at")
    assert kinds == [("changed",), ("gone",), ("back",), ("moved",)]


def test_the_ladder_has_an_end(world: World) -> None:
    world.list_feeds("f")
    world.site.answers |= {"/f": ONE, "/one": page("x")}
    world.poll()
    for _ in range(8):
        world.fetch()
    assert sum(path == "/one" for path, _ in world.site.asked) == 5


@pytest.mark.parametrize("obeys", [False, True])
def test_opt_outs_are_recorded_always_and_obeyed_where_set(world: World, obeys: bool) -> None:
    world.list_feeds("f")
    world.site.answers |= {
        "/f": rss(("1", "/one", "One"), ("2", "/two", "Two")),
        "/one": page("x", tdm_reservation="1"),
        "/two": page("y"),
        "/robots.txt": (200, {}, "User-agent: GPTBot\nDisallow: /"),
    }
    world.poll()
    world.fetch(world.with_settings(obey_opt_outs=obeys))
    kept = world.ask("SELECT url FROM core.pages WHERE body_sha256 IS NOT NULL ORDER BY url")
    assert len(kept) == (1 if obeys else 2)
    said = world.ask("SELECT source, signal, value FROM core.signals ORDER BY source")
    assert said == [("header", "tdm-reservation", "1"), ("robots", "GPTBot", "disallow")]
    reasons = {reason for (reason,) in world.ask("SELECT reason FROM ops.outcomes")}
    assert ("opted_out" in reasons) == obeys


def test_the_receipt_tells_what_left_and_what_was_held_back(world: World) -> None:
    world.list_feeds("f")
    world.site.answers |= {
        "/f": rss(("1", "/one", "One"), ("2", "/no/two", "Two")),
        "/one": page("x"),
        "/robots.txt": (200, {}, "User-agent: *\nDisallow: /no/"),
    }
    world.poll()
    world.fetch()
    (row,) = world.ask(
        "SELECT requests, feed_requests, page_requests, robots_requests, robots_disallowed "
        "FROM mart.hosts"
    )
    assert row == (4, 1, 1, 1, 1)  # the feed, robots.txt, tdmrep.json, and the page
    assert len(world.site.asked) == 4


def test_the_receipt_has_a_row_a_request(world: World) -> None:
    world.list_feeds("f")
    world.site.answers |= {
        "/f": redirect(302, "/g"),
        "/g": rss(("1", "/one", "One"), ("2", "/two", "Two")),
        "/one": redirect(301, "/there"),
        "/there": page("x"),
        "/two": redirect(302, "/lost"),
        "/robots.txt": redirect(301, "/rules"),
        "/rules": (200, {}, ""),
    }
    world.poll()
    world.fetch()
    told = world.ask("SELECT url, http_status, reason FROM ops.fetches WHERE is_sent")
    assert len(told) == len(world.site.asked)
    paths = sorted(str(url).removeprefix(world.site.url) for url, _, _ in told)
    assert paths == sorted(path for path, _ in world.site.asked)
    by_path = {str(url).removeprefix(world.site.url): (code, why) for url, code, why in told}
    assert by_path["/robots.txt"] == (301, None)
    assert by_path["/one"] == (301, None)
    assert by_path["/lost"] == (404, "not_found")


def test_a_robots_txt_that_does_not_answer_is_on_the_receipt(world: World) -> None:
    world.list_feeds("f")
    world.site.answers |= {
        "/f": rss(("1", "/one", "One")), "/robots.txt": redirect(302, "/robots.txt"),
    }  # fmt: skip
    world.poll()
    world.fetch()
    told = world.ask(
        "SELECT http_status, reason, is_sent FROM ops.fetches WHERE kind = 'robots' "
        "ORDER BY redirects, reason NULLS FIRST"
    )
    assert told == [(302, None, True), (None, "too_many_redirects", False)]


def test_every_answer_is_in_the_archive_and_payloads_once(world: World) -> None:
    words = [sha256(b"%d" % number).hexdigest() for number in range(90)]  # do not compress
    world.site.answers["/f"] = rss(*((word, f"/{word}", word) for word in words))
    world.site.answers[f"/{words[0]}"] = page(" ".join(words))
    world.list_feeds("f")
    world.poll()
    world.fetch()
    world.fetch()
    world.poll()
    status, headers, text = world.site.answers["/f"]
    world.site.answers["/f"] = (status, headers, "<html>no feed today</html>")
    world.poll()
    world.site.answers["/f"] = (status, headers, text)
    world.poll()
    kept = world.ask(
        "SELECT kind, subject, http_status, body_sha256, archive_path, archive_offset, "
        "archive_length FROM ops.fetches WHERE http_status = 200 ORDER BY fetched_at"
    )
    assert [row[0] for row in kept] == ["feed", "page", "page", "feed", "feed", "feed"]
    for _, _, _, digest, *where in kept:
        answer = world.run.archive.read(Reference(*where))
        assert sha256(answer.body).digest() == bytes(digest)
    feed, page_once, page_again, feed_again, _, feed_back = (row[-1] for row in kept)
    assert page_again < page_once / 2
    assert max(feed_again, feed_back) < feed / 2
    ((path, *rest),) = world.ask(
        "SELECT archive_path, archive_offset, archive_length FROM core.feeds"
    )
    assert world.run.archive.read(Reference(path, *rest)).body.startswith(b"<rss")


@pytest.mark.parametrize("mounted", [False, True])
def test_an_archive_that_is_away_is_not_begun_anew(
    world: World, tmp_path: Path, mounted: bool
) -> None:
    """Else the first answer that is kept would make all that waits there count as lost."""
    world.site.answers |= {"/f": ONE, "/one": page("Words. " * 80)}
    world.list_feeds("f")
    world.poll()
    world.fetch()
    (tmp_path / "archive").rename(tmp_path / "away")
    if mounted:
        (tmp_path / "archive").mkdir()
    world.site.answers["/f"] = rss(("1", "/one", "One"), ("2", "/two", "Two"))
    with pytest.raises(CannotWork, match=r"archive .* where records were kept before"):
        world.poll()
    with pytest.raises(CannotWork, match="archive"):
        clean(world)
    assert not any((tmp_path / "archive").rglob("*"))
    if mounted:
        (tmp_path / "archive").rmdir()
    (tmp_path / "away").rename(tmp_path / "archive")
    world.poll()
    assert clean(world) == {"stored/new": 1}


def clean(world: World) -> dict[str, int]:
    (batch,) = stages.choose_articles(world.run)
    return stages.clean_articles(world.run, batch)


def dated(stated: str) -> Answer:
    item = (
        "<item><guid isPermaLink='false'>g1</guid><link>{site}/a</link><title>Dam repaired</title>"
        f"<pubDate>{stated}</pubDate></item>"
    )
    text = f"<rss version='2.0'><channel><title>T</title>{item}</channel></rss>"
    return 200, {"Content-Type": "application/rss+xml"}, text


def test_a_corrected_date_is_taken_up_and_the_wrong_one_kept(world: World) -> None:
    world.list_feeds("f")
    world.site.answers["/f"] = dated("Tue, 09 Sep 2025 18:45:10 GMT")
    world.poll()
    world.site.answers["/f"] = dated("Mon, 08 Sep 2025 18:45:10 GMT")
    world.poll()
    found = world.ask("SELECT published_at::date::text, edits FROM core.entries")
    assert found == [("2025-09-08", 1)]
    assert world.ask("SELECT published_at::date::text FROM core.entry_versions") == [
        ("2025-09-09",)
    ]
    told = world.ask("SELECT status FROM ops.outcomes WHERE reason = 'redated_entry'")
    assert told == [("updated",)]
    world.poll()
    assert world.ask("SELECT edits FROM core.entries") == [(1,)]


def test_a_date_after_the_first_sighting_is_no_date_of_publication(world: World) -> None:
    world.list_feeds("f")
    world.site.answers["/f"] = dated("Tue, 09 Sep 2025 18:45:10 GMT")
    world.poll()
    world.site.answers["/f"] = dated("Tue, 09 Sep 2098 18:45:10 GMT")
    world.poll()
    assert world.ask("SELECT published_at::date::text FROM core.entries") == [("2025-09-09",)]


def listing(*items: tuple[str, str], guid: str = "") -> Answer:
    """A feed of (title, path), each with the same guid if there is one."""
    listed = "".join(
        f"<item><title>{title}</title><link>{{site}}{path}</link>"
        + (f"<guid isPermaLink='false'>{guid}{title}</guid>" if guid else "")
        + "</item>"
        for title, path in items
    )
    text = f"<rss version='2.0'><channel><title>T</title>{listed}</channel></rss>"
    return 200, {"Content-Type": "application/rss+xml"}, text


@pytest.mark.parametrize(("guid", "count"), [("", 3), ("g", 3), ("g", 1)])
def test_tokens_in_links_make_no_new_entries(world: World, guid: str, count: int) -> None:
    name = "token" if count == 1 else "v"
    world.list_feeds("f")
    for poll in range(3):
        world.site.answers["/f"] = listing(
            *[(f"Study {n} of dunes", f"/s/{n}.html?{name}={n}{poll}77") for n in range(count)],
            guid=guid,
        )
        world.poll()
    assert world.ask("SELECT count(*), max(edits) FROM core.entries") == [(count, 0)]
    assert world.ask("SELECT count(*) FROM core.pages") == [(count,)]
    told = world.ask("SELECT sum(items) FROM ops.outcomes WHERE reason = 'known_entry'")
    assert told == [(2 * count,)]


def test_a_namesake_beside_links_that_stay_is_a_new_entry(world: World) -> None:
    world.list_feeds("f")
    stays = [("Bridge closed", "/read?id=1"), ("Mayor resigns", "/read?id=2")]
    world.site.answers["/f"] = listing(*stays, ("Morning", "/read?id=3"), ("Evening", "/read?id=4"))
    world.poll()
    world.site.answers["/f"] = listing(*stays, ("Morning", "/read?id=5"), ("Evening", "/read?id=6"))
    world.poll()
    assert world.ask("SELECT count(*) FROM core.pages") == [(6,)]


def test_a_corrected_link_is_followed(world: World) -> None:
    world.list_feeds("f")
    world.site.answers["/f"] = listing(("Bridge closed", "/read?id=1"), guid="g")
    world.poll()
    world.site.answers["/f"] = listing(("Bridge closed", "/read?id=2"), guid="g")
    world.poll()
    found = world.ask("SELECT right(url, 4), edits FROM core.entries")
    assert found == [("id=2", 1)]
