"""Headline, authors, dates, address: one claim at a time."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from include.articles.dates import find_dates
from include.articles.headline import find_headline
from include.articles.instants import instant
from include.articles.metadata import canonical_url, is_free, tags
from include.articles.names import names_in
from include.articles.page import Page
from include.articles.titles import without_site

Parsed = Callable[..., Page]
NOW = datetime(2026, 3, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Bridge closed | The Vale Courier", "Bridge closed"),
        ("The Vale Courier: Bridge closed to lorries", "Bridge closed to lorries"),
        ("Bridge closed – courier.example", "Bridge closed"),
        ("Bridge closed: what we know", "Bridge closed: what we know"),
        ("Town – and country – at odds", "Town – and country – at odds"),
    ],
)
def test_the_site_leaves_the_headline(title: str, expected: str) -> None:
    assert without_site(title, frozenset({"the vale courier", "courier example"})) == expected


def test_the_visible_heading_wins_over_its_search_variant(parsed: Parsed) -> None:
    page = parsed(
        "<title>Old bridge closed to lorries after new cracks - Courier</title>",
        "<h1>Old bridge closed to lorries after cracks</h1>",
    )
    assert find_headline(page) == "Old bridge closed to lorries after cracks"


def test_a_kicker_is_no_part_of_the_headline(parsed: Parsed) -> None:
    page = parsed(
        '<meta property="og:title" content="Old bridge closed to lorries">',
        "<h1><span>Roads</span> Old bridge closed to lorries</h1>",
    )
    assert find_headline(page) == "Old bridge closed to lorries"


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By Ann Lowe and Tom Reyes", ["Ann Lowe", "Tom Reyes"]),
        ("Von Jana Müller, Berlin", ["Jana Müller", "Berlin"]),
        ("Par Zoé Martin et Luc Petit", ["Zoé Martin", "Luc Petit"]),
        ("Ann Lowe (ann@courier.example)", ["Ann Lowe"]),
        ("Martin Luther King, Jr.", ["Martin Luther King"]),
        ("https://courier.example/ann", []),
        ("", []),
    ],
)
def test_bylines_hold_names(byline: str, expected: list[str]) -> None:
    assert names_in(byline) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-03T23:30:00-05:00", datetime(2026, 3, 4, 4, 30, tzinfo=UTC)),
        ("2026-03-03", datetime(2026, 3, 3, tzinfo=UTC)),
        ("Tue, 03 Mar 2026 20:00:00 CET", datetime(2026, 3, 3, 19, 0, tzinfo=UTC)),
        ("1772564400", datetime(2026, 3, 3, 19, 0, tzinfo=UTC)),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_instants(text: str | None, expected: datetime | None) -> None:
    found = instant(text)
    assert (found[0] if found else None) == expected


def _dated(when: str) -> str:
    node = json.dumps({"@type": "NewsArticle", "datePublished": when})
    return f'<script type="application/ld+json">{node}</script>'


@pytest.mark.parametrize("when", ["2030-01-01T00:00:00Z", "1970-01-01T00:00:00Z"])
def test_impossible_dates_are_dropped_for_the_next_claim(parsed: Parsed, when: str) -> None:
    page = parsed(_dated(when), url="https://a.example/2026/03/01/bridge")
    dates = find_dates(page, fetched_at=NOW)
    assert (dates.published_at, dates.published_from) == (datetime(2026, 3, 1, tzinfo=UTC), "url")


def test_an_update_never_precedes_publication(parsed: Parsed) -> None:
    head = _dated("2026-03-03T10:00:00Z")
    page = parsed(head + '<meta property="article:modified_time" content="2026-03-01T10:00:00Z">')
    assert find_dates(page, fetched_at=NOW).updated_at is None


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("https://courier.example/news/old-bridge-2", "https://courier.example/news/old-bridge-2"),
        ("/news/bridge?utm_source=feed", "https://courier.example/news/bridge"),
        ("https://courier.example/", "https://courier.example/news/old-bridge"),
        ("https://elsewhere.example/a", "https://courier.example/news/old-bridge"),
        ("javascript:void(0)", "https://courier.example/news/old-bridge"),
        ("http://[broken", "https://courier.example/news/old-bridge"),
    ],
)
def test_canonical_addresses_are_believed_with_care(
    parsed: Parsed, claim: str, expected: str
) -> None:
    assert canonical_url(parsed(f'<link rel="canonical" href="{claim}">')) == expected


def test_free_and_tags_are_read_from_broken_linked_data(parsed: Parsed) -> None:
    page = parsed(
        '<script type="application/ld+json">'
        '{"@type":"NewsArticle","isAccessibleForFree":"False","keywords":"a1, b2,, a1",}</script>'
    )
    assert is_free(page) is False
    assert tags(page) == ("a1", "b2")
