"""A page without a feed as a source: whole runs from a section page to stored pages."""

from __future__ import annotations

from tests.warehouse.loopback_site import World, page

HTML = {"Content-Type": "text/html; charset=utf-8"}


def section(*names: str) -> tuple[int, dict[str, str], str]:
    cards = "".join(
        f'<div class="teaser"><h2><a href="/harbour/{name}">The boat called {name} is late</a></h2>'
        f"<p>Nobody knows when the {name} will leave the harbour.</p></div>"
        for name in names
    )
    head = '<html lang="en"><head><title>Harbour</title></head>'
    return 200, HTML, f"{head}<body><main>{cards}</main></body></html>"


def list_page(world: World, kind: str = "page") -> None:
    world.list_file.write_text(
        f"feed_id,url,publisher,kind\nsec,{world.site.url}/harbour,Quay,{kind}\n"
    )


def test_a_section_page_is_polled_as_a_feed(world: World) -> None:
    list_page(world)
    names = ["anna", "berta", "clara"]
    world.site.answers |= {f"/harbour/{name}": page(name) for name in [*names, "dora"]}
    world.site.answers["/harbour"] = section(*names)
    world.poll()
    world.fetch()
    told = world.ask("SELECT kind, last_reason, title FROM core.feeds")
    assert told == [("page", "new", "Harbour")]
    assert world.ask("SELECT count(*) FROM core.pages WHERE body_sha256 IS NOT NULL") == [(3,)]
    ((title, published),) = world.ask(
        "SELECT title, published_at FROM core.entries WHERE url LIKE '%/anna'"
    )
    assert (title, published) == ("The boat called anna is late", None)
    world.site.answers["/harbour"] = section("dora", *names[:2])
    world.poll()
    told = world.ask("SELECT detail FROM ops.outcomes WHERE subject = 'sec' ORDER BY detail DESC")
    assert ("1 new, 0 changed, 2 known",) in told
    world.poll()
    ((reason, interval),) = world.ask(
        "SELECT last_reason, extract(epoch FROM poll_interval) FROM core.feeds"
    )
    assert reason == "same_body"
    assert interval >= 900


def test_robots_txt_holds_for_a_section_page(world: World) -> None:
    list_page(world)
    world.site.answers |= {
        "/harbour": section("anna", "berta", "clara"),
        "/robots.txt": (200, {}, "User-agent: *\nDisallow: /harbour$"),
    }
    world.poll()
    assert world.ask("SELECT last_reason FROM core.feeds") == [("robots_disallow",)]
    assert [path for path, _ in world.site.asked] == ["/robots.txt"]


def test_a_page_that_lists_nothing_is_told(world: World) -> None:
    list_page(world)
    world.site.answers["/harbour"] = page("The harbour is closed.")
    world.poll()
    ((reason, detail),) = world.ask("SELECT reason, detail FROM ops.outcomes")
    assert reason == "not_a_feed"
    assert "lists 0 articles" in detail


def test_a_feed_that_becomes_a_page_is_read_anew(world: World) -> None:
    list_page(world, kind="feed")
    world.site.answers["/harbour"] = section("anna", "berta", "clara")
    world.poll()
    assert world.ask("SELECT last_reason FROM core.feeds") == [("not_a_feed",)]
    list_page(world)
    world.poll()
    assert world.ask("SELECT kind, last_reason FROM core.feeds") == [("page", "new")]
