"""Authors where the page alone names them, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from include.articles.authors import find_authors
from include.articles.bylines import marked_bylines
from include.articles.names import looks_like_name, names_in
from include.articles.page import Page

Parsed = Callable[..., Page]
TITLES = frozenset({"old bridge closed to lorries"})
HEADLINE = "<h1>Old bridge closed to lorries</h1>"


def authors(page: Page) -> tuple[str, ...]:
    """The authors of a page of The Vale Courier."""
    return find_authors(page, frozenset({"the vale courier"}), titles=TITLES)[0]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<a rel="author" href="/x">Ann Lowe</a>', ("Ann Lowe",)),
        ('<a rel="author" href="/x">annlowe</a>', ("annlowe",)),
        ('<span itemprop="author"><span itemprop="name">Lía Núñez</span></span>', ("Lía Núñez",)),
        ('<div class="article-byline">By Ann Lowe and Tom Reyes</div>', ("Ann Lowe", "Tom Reyes")),
        ("<p>Von Jana Müller</p>", ("Jana Müller",)),
        ("<p>Par Zoé Martin | 3 mars 2026</p>", ("Zoé Martin",)),
    ],
)
def test_printed_bylines(parsed: Parsed, markup: str, expected: tuple[str, ...]) -> None:
    assert authors(parsed("", HEADLINE + markup)) == expected


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="comments"><span class="author">Angry Reader</span></div>',
        '<div class="author">All articles</div>',
        "<p>By Friday the water had fallen by a metre.</p>",
    ],
)
def test_no_bylines(parsed: Parsed, markup: str) -> None:
    assert authors(parsed("", HEADLINE + markup)) == ()


def test_authors_of_teasers_are_not_marked_as_the_articles(parsed: Parsed) -> None:
    teaser = '<div class="related-list"><span class="author-name">Tom Reyes</span></div>'
    assert list(marked_bylines(parsed("", HEADLINE + teaser))) == []


def test_a_person_in_the_page_beats_the_site_in_its_head(parsed: Parsed) -> None:
    head = '<meta name="author" content="The Vale Courier">'
    assert authors(parsed(head, HEADLINE + '<a rel="author">Ann Lowe</a>')) == ("Ann Lowe",)
    assert authors(parsed(head, HEADLINE)) == ("The Vale Courier",)


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Veröffentlicht von HansG", ["HansG"]),
        ("Ann Marie Lowe December", ["Ann Marie Lowe"]),
        ("Ann Lowe (Image: Getty Images, iStock)", ["Ann Lowe"]),
        ("No Author", []),
    ],
)
def test_what_clings_to_names_goes(byline: str, expected: list[str]) -> None:
    assert names_in(byline) == expected


@pytest.mark.parametrize("name", ["Ann Lowe", "Jan van der Berg", "Zoé Martin", "山田太郎"])
def test_names(name: str) -> None:
    assert looks_like_name(name)


@pytest.mark.parametrize("name", ["July", "Ann", "read on", "Top Stories", "Room 12", ""])
def test_no_names(name: str) -> None:
    assert not looks_like_name(name)
