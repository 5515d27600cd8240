"""Of a document with too many entries the newest are read, whatever their order."""

from __future__ import annotations

import json
import time

import pytest

from include.feeds.newest import newest, when_written
from include.feeds.parse import parse_feed


@pytest.mark.parametrize(
    ("when", "most", "kept"),
    [
        ([], 2, []),
        ([1.0, 2.0], 2, [0, 1]),
        ([1.0, 2.0, 3.0], 2, [1, 2]),
        ([3.0, 2.0, 1.0], 2, [0, 1]),
        ([1.0, 9.0, 2.0, 8.0], 2, [1, 3]),
        ([5.0, 5.0, 5.0], 2, [0, 1]),
        ([None, None, 3.0], 2, [0, 1]),  # most say nothing: the document's order
        ([1.0, None, 3.0, None], 2, [2, 3]),  # as new as the one before
    ],
)
def test_the_newest_stay_in_the_documents_order(
    when: list[float | None], most: int, kept: list[int]
) -> None:
    assert newest(when, most) == kept


def test_dates_of_several_kinds_are_in_one_order() -> None:
    dates = [
        "2024-02-29", "2024-02-29T10:30:00Z", "Thu, 29 Feb 2024 11:00:00 +0000",
        "1 Mar 2024 08:00 GMT", "2024-03-01T09:00:00.5+01:00",
    ]  # fmt: skip
    found = [when_written(one) for one in dates]
    assert None not in found
    assert found == sorted(found, key=lambda one: one or 0.0)
    for other in ("", "yesterday", "99-99", None, 7, "\x00" * 50, "1" * 100):
        when_written(other)


ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title>{}<id>urn:a</id></feed>",
    "<entry><id>e{n}</id><title>{n}</title><updated>2024-01-{n:02}T00:00:00Z</updated>"
    "<content>&lt;item&gt;</content></entry>",
)
RSS = (
    "<rss version='2.0'><channel><title>A</title>{}</channel></rss>",
    "<item><guid>e{n}</guid><description><![CDATA[<item> is not one <entry>]]></description>"
    "<!-- <item> --><pubDate>{n} Jan 2024 10:00:00 GMT</pubDate></item>",
)
SITEMAP = (
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{}</urlset>",
    "<url><loc>https://n.example/e{n}</loc><news:news><news:title>{n}</news:title>"
    "<news:publication_date>2024-01-{n:02}</news:publication_date></news:news></url>",
)


@pytest.mark.parametrize("form", [ATOM, RSS, SITEMAP], ids=["atom", "rss", "sitemap"])
@pytest.mark.parametrize("backwards", [False, True])
def test_each_format_keeps_its_newest(form: tuple[str, str], backwards: bool) -> None:
    numbers = range(28, 0, -1) if backwards else range(1, 29)
    whole, one = form
    text = whole.replace("{}", "".join(one.replace("{n}", str(n)).replace("{n:02}", f"{n:02}")
                                       for n in numbers))  # fmt: skip
    document = parse_feed(text.encode(), max_entries=5)
    assert document.left_out == 23
    kept = [int(entry.entry_id.rpartition("e")[2]) for entry in document.entries]
    assert kept == [n for n in numbers if n > 23]
    assert document.title in ("A", "")


def test_a_json_feed_keeps_its_newest() -> None:
    items = [{"id": f"e{n}", "date_published": f"2024-01-{n:02}T00:00:00Z"} for n in range(1, 29)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": items}
    document = parse_feed(json.dumps(feed).encode(), max_entries=5)
    assert [entry.entry_id for entry in document.entries] == [f"e{n}" for n in range(24, 29)]
    assert document.left_out == 23


@pytest.mark.parametrize("piece", ["<item>", "<![CDATA[", "<!--", "<pubDate>", "<item><pubDate>1"])
def test_choosing_costs_no_more_than_reading(piece: str) -> None:
    text = f"<rss><channel>{piece * (1_000_000 // len(piece))}</channel></rss>"
    started = time.process_time()
    parse_feed(text.encode(), max_entries=100)
    assert time.process_time() - started < 6
