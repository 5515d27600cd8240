"""`feeds discover`, `check`, `import`, `export` and `list`, as a user calls them.

Sites are served on loopback: each path answers as its table says, and what was asked is
kept, so that manners can be seen too.
"""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from include.__main__ import main
from include.commands import feeds
from include.commands.feed_tables import ago, span
from include.errors import CannotWork
from include.records import Feed
from include.settings import Settings
from include.warehouse.connect import connect
from include.warehouse.feeds import list_feeds
from seeds.newsroom.server import serve

NOW = datetime.now(UTC)
LINK = '<link rel="alternate" type="application/rss+xml" href="{}" title="{}">'
NEWS = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.test/1</loc>'
    "<news:news><news:title>One</news:title></news:news></url></urlset>"
)
LIST = "feed_id,url,publisher,title,language,country\n# kept\na,https://a.test/feed,A,,en,GB\n"
OPML = (
    '<opml version="2.0"><body><outline type="rss" text="B" xmlUrl="https://b.test/feed"/>\n'
    '<outline type="rss" text="A" xmlUrl="https://a.test/feed#x"/>\n'
    '<outline type="rss" text="C" xmlUrl="file:///etc/passwd"/></body></opml>'
)
Answer = str | tuple[int, dict[str, str], str]


def rss(*pages: str, days: float = 1, title: str = "T", ttl: str = "") -> str:
    at = format_datetime(NOW - timedelta(days=days))
    items = "".join(
        f"<item><title>x</title><link>https://a.test/{page}</link><pubDate>{at}</pubDate></item>"
        for page in pages
    )
    return f"<rss version='2.0'><channel><title>{title}</title>{ttl}{items}</channel></rss>"


class Site:
    """A site on loopback: `answers` by path, all else 404; `asked` is every path asked for."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.other: Answer = (404, {}, "none")
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                found = site.answers.get(self.path, site.other)
                status, headers, body = (200, {}, found) if isinstance(found, str) else found
                data = body.replace("{site}", site.url).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value.replace("{site}", site.url))
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.settings = Settings(
            allow_private=(self.url.removeprefix("http://"),), fetch_deadline_s=5
        )
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def path(self, url: str) -> str:
        return url.removeprefix(self.url)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


Discover = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def discover(site: Site, capsys: pytest.CaptureFixture[str]) -> Discover:
    def run(path: str = "/", **options: Any) -> list[dict[str, Any]]:
        chosen = {"add": None, "most": 20, "climb_all": False, "as_json": True} | options
        status = feeds.discover(site.settings, url=site.url + path, **chosen)
        found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert status == (0 if found else 1)
        return found

    return run


FOUND: dict[str, tuple[dict[str, Answer], list[tuple[str, str]]]] = {
    "the URL is a feed": ({"/start": rss("1")}, [("/start", "given")]),
    "a link, not the anchor": (
        {"/start": LINK.format("/f", "") + '<a href="/rss">RSS</a>', "/f": rss("1"),
         "/rss": rss("2")},
        [("/f", "link")],
    ),
    "comments come last and are not enough": (
        {"/start": LINK.format("/c", "Comments on: X") + '<a href="/rss">RSS</a>',
         "/c": rss("2"), "/rss": rss("1")},
        [("/rss", "anchor"), ("/c", "link")],
    ),
    "a link that leads nowhere, then an anchor": (
        {"/start": LINK.format("/gone", "") + '<a href="/rss">RSS</a>', "/rss": rss("1")},
        [("/rss", "anchor")],
    ),
    "a page that lists feeds": (
        {"/start": '<a href="/rss/">RSS</a>', "/rss/": '<a href="/rss/1.xml">World</a>',
         "/rss/1.xml": rss("1")},
        [("/rss/1.xml", "anchor")],
    ),
    "the front page": ({"/": LINK.format("/f", ""), "/start": "<p>", "/f": rss("1")},
                       [("/f", "link")]),
    "a refresh": (
        {"/start": '<meta http-equiv="refresh" content="0;url=/en">', "/en": LINK.format("/f", ""),
         "/f": rss("1")},
        [("/f", "link")],
    ),
    "a news sitemap": (
        {"/start": "<p>", "/robots.txt": "Sitemap: {site}/all.xml\nSitemap: {site}/news.xml",
         "/all.xml": "<urlset><url><loc>https://a.test/</loc></url></urlset>", "/news.xml": NEWS},
        [("/news.xml", "robots.txt")],
    ),
    "a news sitemap in an index": (
        {"/start": "<p>", "/robots.txt": "Sitemap: {site}/index.xml",
         "/index.xml": "<sitemapindex><sitemap><loc>{site}/old.xml</loc></sitemap><sitemap>"
         "<loc>{site}/google-news.xml</loc></sitemap></sitemapindex>", "/google-news.xml": NEWS},
        [("/google-news.xml", "robots.txt")],
    ),
    "a section's usual path": ({"/start": "<p>", "/start/rss": rss("1")},
                               [("/start/rss", "usual path")]),
    "a usual path": ({"/feed.xml": rss("1")}, [("/feed.xml", "usual path")]),
    "moved for good": (
        {"/start": LINK.format("/old", ""), "/old": (301, {"Location": "{site}/new"}, ""),
         "/new": rss("1")},
        [("/new", "link")],
    ),
    "moved for now": (
        {"/start": LINK.format("/here", ""), "/here": (302, {"Location": "{site}/there"}, ""),
         "/there": rss("1")},
        [("/here", "link")],
    ),
    "one feed by two names": (
        {"/start": LINK.format("/a", "") + LINK.format("/b", ""), "/a": rss("1"),
         "/b": (301, {"Location": "/a"}, "")},
        [("/a", "link")],
    ),
    "nothing": ({"/start": "<p>"}, []),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_the_ladder(site: Site, discover: Discover, case: str) -> None:
    site.answers, expected = FOUND[case]
    found = discover("/start")
    assert [(site.path(one["url"]), one["found_by"]) for one in found] == expected
    if "Location" not in str(site.answers):  # a redirect may lead where we have been
        assert len(site.asked) == len(set(site.asked)), "something was asked for twice"


def test_it_stops_where_feeds_are_unless_told_to_climb(site: Site, discover: Discover) -> None:
    site.answers = {"/": LINK.format("/f", ""), "/f": rss("1"), "/feed": rss("2")}
    assert [site.path(one["url"]) for one in discover()] == ["/f"]
    assert site.asked == ["/robots.txt", "/", "/f"]
    assert [site.path(one["url"]) for one in discover(climb_all=True)] == ["/f", "/feed"]


def test_robots_is_obeyed_for_all_but_declared_feeds(site: Site, discover: Discover) -> None:
    site.answers = {
        "/robots.txt": "User-agent: *\nDisallow: /f\nDisallow: /rss",
        "/": LINK.format("/f", "") + '<a href="/rss.xml">RSS</a>',
        "/f": "<p>not it",
        "/feed": rss("1"), "/rss.xml": rss("2"), "/atom.xml": rss("3"),
    }  # fmt: skip
    assert [site.path(one["url"]) for one in discover()] == ["/atom.xml"]
    assert not {"/feed", "/rss", "/rss.xml"} & set(site.asked)


@pytest.mark.parametrize(
    ("other", "most"),
    [
        ((403, {}, "no"), 4),  # robots.txt, the page, and two more refusals
        ((429, {"Retry-After": "3600"}, ""), 2),
        ((503, {}, ""), 1),  # robots.txt cannot be read
        ("<html><p>a page for every path</p></html>", 55),
        ('<html><a href="/rss/x">RSS</a></html>', 55),
    ],
)
def test_refusals_and_pages_without_end_are_left_alone(
    site: Site, discover: Discover, other: Answer, most: int
) -> None:
    site.other = other
    assert discover() == []
    assert len(site.asked) <= most


def test_links_are_tried_up_to_a_number(
    site: Site, discover: Discover, capsys: pytest.CaptureFixture[str]
) -> None:
    links = "".join(LINK.format(f"/f{number}", "") for number in range(9))
    site.answers = {"/": links} | {f"/f{number}": rss(str(number)) for number in range(9)}
    assert len(discover(most=4)) == 4
    feeds.discover(site.settings, url=site.url, add=None, most=4, climb_all=False, as_json=False)
    assert "5 more links were not tried: --most 9" in capsys.readouterr().err


def test_what_is_found_is_added_but_for_comments_and_twins(
    site: Site, discover: Discover, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {"/f": "News", "/g": "The same", "/comments/feed": "Comments"}
    site.answers = {"/": "".join(LINK.format(path, title) for path, title in names.items())}
    site.answers |= {"/f": rss("1", title="News"), "/g": rss("1"), "/comments/feed": rss("2")}
    target = tmp_path / "mine.csv"
    assert len(discover(add=str(target))) == 3
    lines = target.read_text().splitlines()
    assert len(lines) == 2
    assert f"{site.url}/f" in lines[1]
    assert "News" in lines[1]
    discover(add=str(target))
    assert target.read_text().splitlines() == lines


def test_check_tells_how_feeds_are(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    fresh = (200, {"Cache-Control": "max-age=1800", "ETag": '"x"'}, rss("1", "2"))
    site.answers = {
        "/works": fresh, "/moved": (301, {"Location": "/works"}, ""),
        "/stale": rss("1", days=90), "/empty": rss(), "/page": "<html><p>x</p></html>",
        "/blank": " ", "/refused": (403, {}, "no"),
        "/loop": (302, {"Location": "/loop"}, ""),
    }  # fmt: skip
    asked = [f"{site.url}{path}" for path in (*site.answers, "/none")]
    assert feeds.check(site.settings, chosen=asked, file=None, as_json=True) == 1
    out = capsys.readouterr()
    found = {site.path(one["url"]): one for one in map(json.loads, out.out.splitlines())}
    assert {path: one["verdict"] for path, one in found.items()} == {
        "/works": "works", "/moved": "moved", "/stale": "stale", "/empty": "empty",
        "/page": "not a feed", "/blank": "not a feed", "/refused": "failed",
        "/loop": "failed", "/none": "failed",
    }  # fmt: skip
    works = found["/works"]
    assert (works["entries"], works["wish_s"], works["has_validators"]) == (2, 1800, True)
    assert found["/moved"]["moved_to"] == f"{site.url}/works"
    assert found["/none"]["said"] == "the server answered 404"
    assert found["/none"]["status"] == 404
    assert "4 of 9 feeds can be read" in out.err
    assert feeds.check(site.settings, chosen=asked[:4], file=None, as_json=False) == 0
    out = capsys.readouterr()
    assert f"moved to {site.url}/works" in out.out
    assert "30 min between polls" in out.out
    assert "4 of 4 feeds can be read" in out.err


def test_check_takes_ids_of_a_list(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text(f"feed_id,url\none,{site.url}/1\ntwo,{site.url}/2\nlost,ftp://x.example/f\n")
    site.answers = {"/1": rss("1"), "/2": "no"}
    assert feeds.check(site.settings, chosen=["one"], file=str(listed), as_json=False) == 0
    assert site.asked == ["/1"]
    assert "list.csv: line 4" in capsys.readouterr().err
    assert feeds.check(site.settings, chosen=[], file=str(listed), as_json=False) == 1
    with pytest.raises(CannotWork, match="no feed three"):
        feeds.check(site.settings, chosen=["one", "three"], file=str(listed), as_json=False)


def test_the_newsroom_is_discovered_and_checked(capsys: pytest.CaptureFixture[str]) -> None:
    with serve() as newsroom:
        settings = Settings(allow_private=(newsroom.url.removeprefix("http://"),))
        options: dict[str, Any] = {"add": None, "most": 20, "climb_all": False, "as_json": True}
        house = f"{newsroom.url}/harbourtimes/"
        assert feeds.discover(settings, url=house, **options) == 0
        found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [(one["url"], one["found_by"]) for one in found] == [
            (f"{house}feed", "link"), (f"{house}feed/world", "link"),
        ]  # fmt: skip
        assert feeds.discover(settings, url=newsroom.url, **options) == 0
        formats = {json.loads(line)["format"] for line in capsys.readouterr().out.splitlines()}
        assert formats >= {"rss20", "atom10", "rss10", "json_feed"}
        chosen = [f"{newsroom.url}/{path}/feed" for path in ("harbourtimes", "nightpost")]
        assert feeds.check(settings, chosen=chosen, file=None, as_json=False) == 1
        assert "an HTML page, not a feed" in capsys.readouterr().out


def test_import_adds_what_is_new_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into, given = tmp_path / "list.csv", tmp_path / "given.opml"
    into.write_text(LIST)
    into.chmod(0o600)
    given.write_text(OPML)
    options = {"file": str(given), "into": str(into)}
    assert feeds.import_feeds(Settings(), **options, dry_run=True) == 1
    assert "1 would be added, 1 were there, 1 lines gave no feed" in capsys.readouterr().out
    assert into.read_text() == LIST
    for added, known in ((1, 1), (0, 2)):
        assert feeds.import_feeds(Settings(), **options, dry_run=False) == 1
        out = capsys.readouterr()
        assert f"{added} added, {known} were there" in out.out
        assert "given.opml: line 3: url 'file:///etc/passwd'" in out.err
    assert into.read_text().startswith(LIST)
    assert into.read_text().count("https://b.test/feed") == 1
    assert into.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["given.opml", "list.csv"]


def test_import_follows_links_and_refuses_other_lists(tmp_path: Path) -> None:
    real, into, given = tmp_path / "real.csv", tmp_path / "link.csv", tmp_path / "given.csv"
    real.write_text(LIST)
    into.symlink_to(real)
    given.write_text("https://b.test/feed\n")
    assert feeds.import_feeds(Settings(), file=str(given), into=str(into), dry_run=False) == 0
    assert into.is_symlink()
    assert "b.test" in real.read_text()
    settings = Settings(feeds=str(tmp_path / "polled.opml"))
    with pytest.raises(CannotWork, match="CSV lists only"):
        feeds.import_feeds(settings, file=str(given), into=None, dry_run=False)
    with pytest.raises(CannotWork, match="cannot write"):
        feeds.import_feeds(
            Settings(), file=str(given), into=str(tmp_path / "no" / "x.csv"), dry_run=False
        )


def test_import_goes_to_the_list_that_is_polled(tmp_path: Path) -> None:
    into, given = tmp_path / "polled.csv", tmp_path / "given.csv"
    into.write_text(LIST)
    given.write_text("https://b.test/feed\n")
    settings = Settings(feeds=str(into))
    assert feeds.import_feeds(settings, file=str(given), into=None, dry_run=False) == 0
    assert "b.test" in into.read_text()


@pytest.mark.parametrize("form", ["csv", "opml"])
def test_export_and_import_are_inverse(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    listed, out, back = tmp_path / "list.csv", tmp_path / f"out.{form}", tmp_path / "back.csv"
    listed.write_text(LIST.replace("A,,en", '"A, B",T,en'))
    options = {"form": form, "source": "list", "file": str(listed)}
    assert feeds.export(Settings(), out=str(out), **options) == 0
    assert feeds.import_feeds(Settings(), file=str(out), into=str(back), dry_run=False) == 0
    assert back.read_text() == listed.read_text().replace("# kept\n", "")
    capsys.readouterr()
    assert feeds.export(Settings(), out=None, **options) == 0
    assert capsys.readouterr().out == out.read_text()


STATES = {
    "due": "next_poll_at = now() - interval '1 h', last_polled_at = now()",
    "failing": "failures = 2, last_reason = 'not_found', last_polled_at = now()",
    "quiet": "last_polled_at = now(), last_new_at = now() - interval '8 d'",
    "stopped": "stopped_at = now(), failures = 1, last_new_at = now() - interval '9 d'",
    "fine": "last_polled_at = now(), last_new_at = now()",
    "unlisted": "is_listed = false, failures = 3, next_poll_at = now() - interval '1 d'",
}


@pytest.fixture
def states(warehouse_dsn: str) -> Settings:
    """A warehouse with a feed in every state."""
    with closing(connect(warehouse_dsn)) as conn, conn, conn.cursor() as cur:
        list_feeds(
            cur,
            [
                Feed(feed_id=name, url=f"https://{name}.test/feed", publisher=f"[b]{name}[/b]")
                for name in STATES
            ],
        )
        cur.execute("UPDATE core.feeds SET next_poll_at = now() + interval '3 h'")
        for name, change in STATES.items():
            cur.execute(f"UPDATE core.feeds SET {change} WHERE feed_id = %s", (name,))
        cur.execute("UPDATE core.feeds SET url = 'https://moved.test/feed' WHERE feed_id = 'fine'")
    return Settings(warehouse=warehouse_dsn)


@pytest.mark.warehouse
@pytest.mark.parametrize("only", [None, "due", "failing", "quiet", "stopped"])
def test_list(states: Settings, only: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    expected = {only} if only else set(STATES)
    assert feeds.list_feeds(states, only=only, as_json=True) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["feed_id"] for row in rows} == expected
    assert feeds.list_feeds(states, only=only, as_json=False) == 0
    out = capsys.readouterr().out
    assert all(f"[b]{name}[/b]" in out for name in expected), "markup was taken for markup"
    if only == "failing":
        assert "the server answered 404" in out


@pytest.mark.warehouse
def test_export_gives_the_present_urls_of_what_is_polled(
    states: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert feeds.export(states, form="csv", out=None, source="warehouse", file=None) == 0
    out = capsys.readouterr().out
    assert "https://moved.test/feed" in out
    assert "https://failing.test/feed" in out
    assert "unlisted" not in out
    assert "stopped" not in out


@pytest.mark.warehouse
def test_an_empty_warehouse_is_one_line(
    warehouse_dsn: str, empty_dsn: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert feeds.list_feeds(Settings(warehouse=warehouse_dsn), only=None, as_json=False) == 0
    out = capsys.readouterr()
    assert (out.out, len(out.err.splitlines())) == ("", 1)
    with pytest.raises(CannotWork, match="the warehouse is empty"):
        feeds.list_feeds(Settings(warehouse=empty_dsn), only=None, as_json=False)


@pytest.fixture
def streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input as a terminal has it; pytest's cannot be told its encoding."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))


@pytest.mark.usefixtures("streams")
@pytest.mark.parametrize(
    "arguments",
    [
        ("discover", "ftp://a.test"), ("discover", "https://a:b@c.test/"), ("discover", ""),
        ("import", "/nowhere.csv"), ("import", "sample"), ("export", "--list", "/nowhere.opml"),
        ("check", "no-such-feed"), ("check", "--list", "sample"),
    ],
)  # fmt: skip
def test_what_cannot_work_is_one_line(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feeds", *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("dateline: ")


@pytest.mark.parametrize(
    "arguments",
    [(), ("discover",), ("discover", "a.test", "--most", "0"), ("list", "--due", "--quiet"),
     ("export", "--format", "xml"), ("export", "--from", "warehouse", "--list", "x.csv")],
)  # fmt: skip
def test_wrong_arguments_are_told(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["feeds", *arguments])
    assert stop.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0 s"), (59, "59 s"), (61, "1 min"), (7100, "118 min"), (7200, "2 h"), (172_800, "2 d")],
)
def test_spans(seconds: float, told: str) -> None:
    assert span(seconds) == told
    assert ago(NOW - timedelta(seconds=seconds), NOW) == f"{told} ago"
    assert ago(None, NOW) == "-"
