"""Whole polls and fetches of a site that states wishes: each is a fact, and heeded where set."""

from __future__ import annotations

import json

import pytest

from include.settings import Settings
from tests.warehouse.loopback_site import World, page, rss

Answer = tuple[int, dict[str, str], str]
PATHS = ("/free/1", "/kept/1")
HTML = {"Content-Type": "text/html"}
RESERVED = (
    '<rsl xmlns="https://rslstandard.org/rsl"><content url="/kept/"><license>'
    '<prohibits type="usage">ai-all</prohibits></license></content></rsl>'
)


def rules(text: str) -> Answer:
    return 200, {"Content-Type": "text/plain"}, text


def tdmrep(*listed: dict[str, object]) -> Answer:
    return 200, {"Content-Type": "application/json"}, json.dumps(listed)


def with_head(head: str) -> Answer:
    return 200, HTML, f"<html><head>{head}</head><body><p>y</p></body></html>"


LINK = '<link rel="license" type="application/rsl+xml" href="/l.xml">'
SAYS: dict[str, tuple[dict[str, Answer], tuple[str, str, str]]] = {
    "file": (
        {"/.well-known/tdmrep.json": tdmrep({"location": "/kept/", "tdm-reservation": 1})},
        ("file", "tdm-reservation", "/kept/ 1"),
    ),
    "content-usage": (
        {"/robots.txt": rules("User-agent: *\nContent-Usage: /kept/\ttrain-ai=n\nAllow: /")},
        ("robots", "content-usage", "/kept/\ttrain-ai=n"),
    ),
    "content-signal": (
        {"/robots.txt": rules("User-agent: *\nContent-Signal: /kept/ ai-train=no\n")},
        ("robots", "content-signal", "/kept/ ai-train=no"),
    ),
    "robots-licence": (
        {"/robots.txt": rules("License: {site}/l.xml\n"), "/l.xml": rules(RESERVED)},
        ("robots", "rsl", "{site}/l.xml"),
    ),
    "link-licence": (
        {
            "/kept/1": page("y", Link='</l.xml>; rel="license"; type="application/rsl+xml"'),
            "/l.xml": rules(RESERVED),
        },
        ("header", "rsl", "/l.xml"),
    ),
    "lost-licence": (
        {"/kept/1": page("y", Link='</l.xml>; rel="license"; type="application/rsl+xml"')},
        ("header", "rsl", "/l.xml"),
    ),
    "for-us": (
        {"/kept/1": page("y", x_robots_tag="otherbot: noindex, dateline: noai")},
        ("header", "x-robots-tag", "noai"),
    ),
}


@pytest.mark.parametrize("obeys", [False, True])
@pytest.mark.parametrize("said", SAYS)
def test_wishes_are_facts_and_heeded_where_set(world: World, said: str, obeys: bool) -> None:
    answers, fact = SAYS[said]
    world.list_feeds("f")
    world.site.answers |= {
        "/f": rss(*((path, path, path) for path in PATHS)),
        **{path: page(path) for path in PATHS},
        **answers,
    }
    world.poll()
    world.fetch(world.with_settings(obey_opt_outs=obeys))
    kept = {
        url.removeprefix(world.site.url)
        for (url,) in world.ask("SELECT url FROM core.pages WHERE body_sha256 IS NOT NULL")
    }
    assert kept == ({"/free/1"} if obeys else set(PATHS))
    facts = world.ask("SELECT source, signal, value FROM core.signals")
    assert tuple(part.replace("{site}", world.site.url) for part in fact) in facts


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        ({"/kept/1": page("y", x_robots_tag="otherbot: noai, noarchive")}, True),
        ({"/kept/1": with_head('<meta name="googlebot" content="noarchive">')}, True),
        ({"/kept/1": with_head(LINK), "/l.xml": rules(RESERVED)}, False),
        ({"/kept/1": with_head(LINK), "/l.xml": rules(RESERVED.replace("/kept/", "/x/"))}, True),
        ({"/kept/1": with_head(LINK), "/l.xml": (503, {}, "")}, False),
        (
            {
                "/.well-known/tdmrep.json": tdmrep({"location": "/", "tdm-reservation": 1}),
                "/kept/1": page("y", tdm_reservation="0"),
            },
            True,
        ),
        ({"/.well-known/tdmrep.json": (500, {}, "")}, True),
        ({"/.well-known/tdmrep.json": (200, HTML, "<html>not found</html>")}, True),
    ],
)
def test_what_is_heeded(world: World, answers: dict[str, Answer], kept: bool) -> None:
    world.list_feeds("f")
    world.site.answers |= {"/f": rss(("1", "/kept/1", "K")), "/kept/1": page("y"), **answers}
    world.poll()
    world.fetch(world.with_settings(obey_opt_outs=True))
    ((is_kept,),) = world.ask("SELECT body_sha256 IS NOT NULL FROM core.pages")
    assert is_kept == kept


def test_a_licence_that_is_away_for_now_is_asked_for_again(world: World) -> None:
    world.list_feeds("f")
    world.site.answers |= {
        "/f": rss(("1", "/kept/1", "K")),
        "/kept/1": with_head(LINK),
        "/l.xml": (503, {}, ""),
    }
    world.poll()
    run = world.with_settings(obey_opt_outs=True)
    world.fetch(run)
    assert world.ask("SELECT last_reason FROM core.pages") == [("http_server_error",)]
    world.site.answers["/l.xml"] = rules(RESERVED.replace("prohibits", "permits"))
    world.fetch(run)
    assert world.ask("SELECT body_sha256 IS NOT NULL FROM core.pages") == [(True,)]


def test_a_sites_file_is_read_once_a_day_and_can_be_left(world: World) -> None:
    world.list_feeds("f")
    world.site.answers |= {"/f": rss(("1", "/one", "One")), "/one": page("x")}
    world.poll()
    world.fetch(world.with_settings(read_tdmrep=False))
    asked = [path for path, _ in world.site.asked]
    assert "/.well-known/tdmrep.json" not in asked
    world.fetch()
    world.fetch()
    asked = [path for path, _ in world.site.asked]
    assert asked.count("/.well-known/tdmrep.json") == 1
    told = world.ask("SELECT http_status FROM ops.fetches WHERE kind = 'wishes'")
    assert told == [(404,)]
    assert Settings.model_fields["read_tdmrep"].default is True


def licensed(use: str) -> str:
    return (
        f'<rsl:content url=""><rsl:license><rsl:prohibits type="usage">{use}</rsl:prohibits>'
        "</rsl:license></rsl:content>"
    )


@pytest.mark.parametrize("obeys", [False, True])
def test_a_feed_says_what_may_be_done_with_its_entries(world: World, obeys: bool) -> None:
    items = "".join(
        f"<item><title>{name}</title><link>{{site}}/{name}</link>{terms}</item>"
        for name, terms in (("open", ""), ("shut", licensed("ai-train")))
    )
    feed = (
        '<rss version="2.0" xmlns:rsl="https://rslstandard.org/rsl"><channel><title>F</title>'
        f"{items}</channel></rss>"
    )
    link = '</l.xml>; rel="license"; type="application/rsl+xml"'
    world.list_feeds("f")
    world.site.answers |= {
        "/f": (200, {"Content-Type": "application/rss+xml", "Link": link}, feed),
        **{f"/{name}": page(name) for name in ("open", "shut")},
    }
    world.poll(world.with_settings(obey_opt_outs=obeys))
    world.fetch()
    kept = {url.rpartition("/")[2] for (url,) in world.ask("SELECT url FROM core.pages")}
    assert kept == ({"open"} if obeys else {"open", "shut"})
    assert set(world.ask("SELECT source, signal, value FROM core.signals")) == {
        ("header", "rsl", "/l.xml"),
        ("feed", "rsl-terms", "reserved: prohibits usage: ai-train"),
    }
    told = world.ask("SELECT reason FROM ops.outcomes WHERE status = 'skipped'")
    assert told == ([("opted_out",)] if obeys else [])
