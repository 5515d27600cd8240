"""Feed lists: what is read, and how a bad line is told."""

from __future__ import annotations

import pytest

from include.feeds.seeds import feed_id, read_feed_list, write_csv, write_opml
from include.records import Feed

CSV = """\
feed_id,url,publisher,title,language,country
bbc,https://feeds.bbci.co.uk/news/rss.xml,BBC,BBC News,en,gb
,https://www.lemonde.fr/rss/une.xml,,,fr,
# a remark

,http://user:secret@x.example/,,,,
,,Nobody,,,
,https://feeds.bbci.co.uk/news/rss.xml?utm_source=x,,,,
bbc,https://other.example/rss,,,,
,https://third.example/rss,,,english,GBR
,a,b,c,d,e,f
"""


def test_csv() -> None:
    feeds, problems = read_feed_list(CSV.encode(), "feeds.csv")
    assert feeds[0] == Feed(
        feed_id="bbc", url="https://feeds.bbci.co.uk/news/rss.xml", publisher="BBC",
        title="BBC News", language="en", country="GB",
    )  # fmt: skip
    assert feeds[1].publisher == "lemonde.fr"
    assert feeds[1].feed_id == "lemonde-fr-rss-une-xml"
    assert [feed.url for feed in feeds[2:]] == ["https://third.example/rss"]
    assert [problem.line for problem in problems] == [6, 7, 8, 9, 10, 10, 11]
    assert "credentials" in str(problems[0])
    assert "line 2 again" in str(problems[2])


def test_csv_only_needs_urls() -> None:
    feeds, problems = read_feed_list(b"https://a.example/rss\nhttps://b.example/rss\n", "x.csv")
    assert [feed.url for feed in feeds] == ["https://a.example/rss", "https://b.example/rss"]
    assert problems == []


def test_csv_of_a_spreadsheet() -> None:
    text = '\ufeffURL;Title\r\nhttps://a.example/rss;"Größe; Maß"\r\n'
    feeds, problems = read_feed_list(text.encode("utf-8"), "x.csv")
    assert (feeds[0].title, problems) == ("Größe; Maß", [])


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "x.csv"),
        (b"name,link\na,b\n", "x.csv"),
        (b"\x00\x01\x02\xff", "x.csv"),
        (b'url\n"https://a.example/\n' + b"x" * 300_000, "x.csv"),
        (b"", "x.opml"),
        (b"<html></html>", "x.opml"),
        (b"<opml><body><outline xmlUrl='javascript:x'/></body></opml>", "x.opml"),
        (b"<opml><body><outline type='rss' text='A'/></body></opml>", "x.opml"),
        (b"<opml><body><outline", "x.opml"),
        (b'<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml>&a;</opml>', "x.opml"),
    ],
)
def test_bad_list_never_raises(content: bytes, name: str) -> None:
    feeds, problems = read_feed_list(content, name)
    assert feeds == []
    assert all(problem.line >= 1 and problem.remedy for problem in problems)


def test_opml_with_folders() -> None:
    opml = b"""<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Europe">
<outline type="rss" text="Le Monde" xmlUrl="https://www.lemonde.fr/rss/une.xml" language="fr"/>
</outline></outline>
<outline text="Again" xmlURL="https://www.lemonde.fr/rss/une.xml"/>
</body></opml>"""
    feeds, problems = read_feed_list(opml, "mine.opml")
    assert [(feed.title, feed.language) for feed in feeds] == [("Le Monde", "fr")]
    assert [problem.line for problem in problems] == [6]


@pytest.mark.parametrize("write", [write_csv, write_opml])
def test_written_lists_are_read_back(write: object) -> None:
    feeds = [
        Feed(feed_id="a", url="https://a.example/rss?x=1&y=2", publisher='A & "B"', title="A, <b>"),
        Feed(feed_id="c", url="https://c.example/", publisher="C", language="pt-BR", country="BR"),
    ]
    name = "x.csv" if write is write_csv else "x.opml"
    again, problems = read_feed_list(write(feeds).encode(), name)  # type: ignore[operator]
    assert problems == []
    assert [one.url for one in again] == [one.url for one in feeds]
    assert [one.feed_id for one in again] == ["a", "c"]
    assert [one.publisher for one in again] == [one.publisher for one in feeds]
    assert again[1].language == "pt-BR"


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "'90s news", "plain"])
def test_no_cell_is_run_by_a_spreadsheet_and_all_are_read_back(title: str) -> None:
    text = write_csv([Feed(feed_id="a", url="https://a.example/rss", publisher=title, title=title)])
    assert not any(cell[:1] in "=+-@" for cell in text.splitlines()[1].split(",") if cell)
    (again,), _ = read_feed_list(text.encode(), "x.csv")
    assert (again.publisher, again.title) == (title, title)


def test_feed_id_does_not_depend_on_the_list() -> None:
    one, other = (
        feed_id("https://a.example/rss?edition=uk"),
        feed_id("https://a.example/rss?edition=us"),
    )
    assert one != other
    assert one.startswith("a-example-rss-")


def test_a_publishers_name_that_no_index_takes_is_told_and_made_of_the_url() -> None:
    listed = f"url,publisher\nhttps://a.example/rss,{chr(0x4E00) * 400}\n"
    (feed,), (problem,) = read_feed_list(listed.encode(), "x.csv")
    assert feed.publisher == "a.example"
    assert "too long a name" in str(problem)
    assert not problem.is_lost


def test_a_section_page_can_be_listed() -> None:
    text = "url,kind\nhttps://a.example/harbour/,page\nhttps://b.example/rss,\nhttps://c.example/x,pag\n"
    feeds, problems = read_feed_list(text.encode(), "x.csv")
    assert [feed.kind for feed in feeds] == ["page", "feed", "feed"]
    assert [(one.line, one.is_lost) for one in problems] == [(4, False)]
    for written, name in ((write_csv(feeds), "x.csv"), (write_opml(feeds), "x.opml")):
        again, _ = read_feed_list(written.encode(), name)
        assert {feed.url: feed.kind for feed in again} == {feed.url: feed.kind for feed in feeds}


def test_a_list_of_feeds_alone_says_no_kind() -> None:
    feeds, _ = read_feed_list(b"https://b.example/rss\n", "x.csv")
    assert "kind" not in write_csv(feeds)
