"""Feeds are added at a list's end, in its own form; what stands there is not touched."""

from __future__ import annotations

import pytest

from include.feeds.adding import CannotAdd, add_to_csv
from include.feeds.seeds import read_feed_list
from include.records import Feed

B = Feed(feed_id="b", url="https://b.test/feed", publisher="B", title='B; "b", b', country="FR")
A_AGAIN = Feed(feed_id="other", url="http://www.a.test/feed/?utm_source=x", publisher="A")
FULL = "feed_id,url,publisher,title,language,country\n"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (FULL + "# kept\n\na,https://a.test/feed,A,,en,GB\n",
         'b,https://b.test/feed,B,"B; ""b"", b",,FR\n'),
        (FULL + "a,https://a.test/feed,A,,en,GB",  # no line end
         '\nb,https://b.test/feed,B,"B; ""b"", b",,FR\n'),
        ("\ufeffURL;Note;Title\r\nhttps://a.test/feed;x;\r\n",
         'https://b.test/feed;;"B; ""b"", b"\r\n'),
        ("https://a.test/feed\n", "https://b.test/feed\n"),
        ("url\nhttps://a.test/feed\n", "https://b.test/feed\n"),
    ],
)  # fmt: skip
def test_lists_keep_their_form(before: str, line: str) -> None:
    made = add_to_csv(before.encode(), [A_AGAIN, B, B])
    assert made.text == before + line
    assert [one.feed_id for one in made.added] == ["b"]
    assert len(made.known) == 2


@pytest.mark.parametrize("before", ["", "# mine\n", "\n\n"])
def test_an_empty_list_gets_a_header(before: str) -> None:
    made = add_to_csv(before.encode(), [B])
    assert made.text.startswith(before + FULL)
    assert read_feed_list(made.text.encode(), "x.csv")[0] == [B]


def test_a_broken_field_does_not_swallow_what_is_added() -> None:
    before = FULL + '"' + "x" * 200_000
    assert read_feed_list(add_to_csv(before.encode(), [B]).text.encode(), "x.csv")[0] == [B]


def test_nothing_new_changes_nothing() -> None:
    before = FULL + "a,https://a.test/feed,A,,,"
    assert add_to_csv(before.encode(), [A_AGAIN]).text == before


def test_a_taken_feed_id_is_marked() -> None:
    before = FULL + "b,https://else.test/feed,E,,,\n"
    (added,) = add_to_csv(before.encode(), [B]).added
    assert added.feed_id.startswith("b-")
    assert added.url == B.url


def test_a_title_is_never_a_remark() -> None:
    shout = Feed(feed_id="h", url="https://h.test/feed", publisher="H", title="#1 news")
    made = add_to_csv(b"title,url\n,https://a.test/feed\n", [shout])
    assert read_feed_list(made.text.encode(), "x.csv")[0][-1].url == shout.url


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("name,link\nx,https://a.test/\n", "no column url"),
        ("<opml><body/></opml>", "OPML"),
        (FULL + 'a,https://a.test/feed,"A,,en,GB\n', "quotes"),
    ],
)
def test_what_cannot_be_added_to(before: str, said: str) -> None:
    with pytest.raises(CannotAdd, match=said):
        add_to_csv(before.encode(), [B])


def test_a_page_needs_its_column() -> None:
    one = Feed(feed_id="q", url="https://q.example/harbour/", publisher="Q", kind="page")
    assert "q.example/harbour/,Q,,,,page" in add_to_csv(b"", [one]).text
    assert add_to_csv(b"url,kind\n", [one]).text.endswith("https://q.example/harbour/,page\n")
    with pytest.raises(CannotAdd, match="no column kind"):
        add_to_csv(b"url,publisher\n", [one])
