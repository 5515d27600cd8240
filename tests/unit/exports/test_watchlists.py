"""Watchlists are read line by line; what is wrong is told in one line."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import feedparser
import pytest

from include.exports.atom import AtomEntry, atom_feed
from include.exports.watchlists import COLUMNS, Watchlist, read_watchlists
from include.settings import PROJECT

HEAD = ",".join(COLUMNS) + "\n"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_a_line_becomes_a_watchlist() -> None:
    line = "eu,Europe,rail  strike|Streik,Ursula von der Leyen,DE|Lyon,bbc.co.uk,en|fr,why"
    assert read_watchlists(f"# mine\n\n{HEAD}{line}\n".encode()) == (
        [
            Watchlist(
                watchlist_id="eu", title="Europe", words=("rail strike", "Streik"),
                entities=("ursula von der leyen",), places=("lyon",), countries=("DE",),
                publishers=("bbc.co.uk",), languages=("en", "fr"),
            )
        ],
        [],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Bad Id,,rain", "line 2: watchlist_id 'Bad Id' is no short name: use a-z, 0-9 and -"),
        (",,rain", "line 2: watchlist_id '' is no short name"),
        ("all,Everything", "line 2: 'all' would fit every article: fill one of words, entities"),
        ("a,,,,,,English", "line 2: language 'English' is no code: write ISO 639-1 codes: en|fr"),
        ("a,,!!!", "line 2: '!!!' holds no word: write words or phrases"),
        ("a,,,???", "line 2: entities '???' hold no name: write names as articles do"),
        ('a,,"rain', "line 2: not CSV (unexpected end of data): close the quotes"),
        ("a,,b,c,d,e,f,g,h", "line 2: 9 fields where the header has 8"),
        ("a,," + "x" * 300, "line 2: words are too many or too long: at most 100"),
        ("a,," + "x|" * 200, "line 2: words are too many or too long"),
    ],
)
def test_a_wrong_line_is_told_in_a_line_and_spoils_no_other(line: str, told: str) -> None:
    found, (problem,) = read_watchlists(f"{HEAD}{line}\nrain,,rain\n".encode())
    assert str(problem).startswith(told)
    assert [one.watchlist_id for one in found] == ["rain"]


def test_a_repeated_id_and_a_wrong_header_are_told() -> None:
    found, (problem,) = read_watchlists(f"{HEAD}a,,rain\na,,snow\n".encode())
    assert len(found) == 1
    assert str(problem) == "line 3: 'a' came before: give each its own watchlist_id"
    assert str(read_watchlists(b"name,words\n")[1][0]).startswith("line 1: the header does not fit")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b'"' * 9999, b"\x00" * 99])
def test_no_bytes_are_an_error(content: bytes) -> None:
    assert read_watchlists(content)[0] == []


def test_the_shipped_list_is_good() -> None:
    found, problems = read_watchlists((PROJECT / "seeds/watchlists.csv").read_bytes())
    assert found
    assert problems == []


def test_a_feed_is_what_a_reader_of_feeds_reads() -> None:
    entry = AtomEntry(
        url="https://a.example/1?x=1&y=2", title="Fish & <chips>\x07", publisher="a.example",
        updated_at=NOW, published_at=NOW, authors=("Jo", "Al"), language="en", story_id="s1",
        license="CC BY", text="One. " + "word " * 200,
    )  # fmt: skip
    bare = AtomEntry(url="https://a.example/2", title="", publisher="b.example", updated_at=NOW)
    read = feedparser.parse(BytesIO(atom_feed("x", "All & more", [entry, bare], made_at=NOW)))
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "All & more"
    one, two = read.entries
    assert (one.title, one.link) == ("Fish & <chips>", entry.url)
    assert [author.name for author in one.authors] == ["Jo", "Al"]
    assert one.summary.endswith(" …")
    assert len(one.summary) <= 302
    assert (two.title, two.author) == ("https://a.example/2", "b.example")
    assert "summary" not in two
    assert one.id != two.id


def test_an_empty_feed_is_a_feed() -> None:
    read = feedparser.parse(BytesIO(atom_feed("x", "Nothing", [], made_at=NOW)))
    assert (read.bozo, read.entries) == (False, [])
