"""`feeds import`, `export`, `list`, `check` and `discover`, as a user calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from include.commands import feeds
from include.errors import CannotWork
from include.records import Feed
from include.settings import Settings
from include.warehouse.connect import connect
from include.warehouse.feeds import sync_feeds
from seeds.newsroom.server import serve

LIST = "feed_id,url,publisher,title,language,country\n# kept\na,https://a.test/feed,A,,en,GB\n"
OPML = (
    '<opml version="2.0"><body><outline type="rss" text="B" xmlUrl="https://b.test/feed"/>'
    '<outline type="rss" text="A" xmlUrl="https://a.test/feed#x"/></body></opml>'
)


def test_import_adds_what_is_new_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into, given = tmp_path / "list.csv", tmp_path / "given.opml"
    into.write_text(LIST)
    given.write_text(OPML)
    options = {"file": str(given), "into": str(into)}
    assert feeds.import_list(Settings(), **options, dry_run=True) == 0
    assert into.read_text() == LIST
    for added in (1, 0):
        assert feeds.import_list(Settings(), **options, dry_run=False) == 0
        assert f"{added} feeds added" in capsys.readouterr().out
    assert into.read_text().startswith(LIST)
    assert into.read_text().count("https://b.test/feed") == 1
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".feeds")] == []


def test_import_refuses_a_list_with_other_columns(tmp_path: Path) -> None:
    into, given = tmp_path / "list.csv", tmp_path / "given.opml"
    into.write_text("url\nhttps://a.test/feed\n")
    given.write_text(OPML)
    with pytest.raises(CannotWork, match="begins with"):
        feeds.import_list(Settings(), file=str(given), into=str(into), dry_run=False)
    assert into.read_text() == "url\nhttps://a.test/feed\n"


def test_list_and_export_from_the_warehouse(
    warehouse_dsn: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with connect(warehouse_dsn) as conn, conn.cursor() as cur:
        sync_feeds(cur, [Feed(feed_id="a", url="https://a.test/feed", publisher="A [one]")])
        cur.execute("UPDATE core.feeds SET url = 'https://moved.test/feed', failures = 2")
    conn.close()
    settings = Settings(warehouse=warehouse_dsn)
    assert feeds.list_feeds(settings, only="failing") == 0
    assert "A [one]" in capsys.readouterr().out
    assert feeds.list_feeds(settings, only="stopped") == 0
    assert "0 feeds" in capsys.readouterr().out
    out = tmp_path / "out.csv"
    assert feeds.export_list(settings, form="csv", out=str(out), source="warehouse") == 0
    assert "https://moved.test/feed" in out.read_text()


def test_check_and_discover_on_the_newsroom(capsys: pytest.CaptureFixture[str]) -> None:
    with serve() as newsroom:
        site = newsroom.url
        settings = Settings(allow_private=(site.removeprefix("http://").strip("/"),))
        good, bad = f"{site}/valleyobserver/feed", f"{site}/nowhere"
        assert feeds.check_feeds(settings, chosen=[good], file=None) == 0
        assert "1 of 1 feeds work" in capsys.readouterr().out
        assert feeds.check_feeds(settings, chosen=[good, bad], file=None) == 1
        assert "1 of 2 feeds work" in capsys.readouterr().out
        assert feeds.discover(settings, url=f"{site}/") == 0
        assert "rss20" in capsys.readouterr().out
        assert feeds.discover(settings, url=bad) == 1
        assert "no feed found" in capsys.readouterr().out


def test_what_cannot_be_used_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWork, match="https://example"):
        feeds.discover(Settings(), url="ftp://a.test")
    with pytest.raises(CannotWork, match="nowhere"):
        feeds.import_list(Settings(), file="/nowhere.csv", into=None, dry_run=True)
    with pytest.raises(CannotWork, match="no feed of the list is named x-y-z"):
        feeds.check_feeds(Settings(), chosen=["x-y-z"], file=None)
