"""Who is an author beside whom: people, teams, agencies, the site; and where bylines stand."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from include.articles.authors import find_authors
from include.articles.bylines import marked_bylines
from include.articles.names import looks_like_handle, names_in
from include.articles.page import Page

Parsed = Callable[..., Page]
TITLES = frozenset({"old bridge closed to lorries"})
HEADLINE = "<h1>Old bridge closed to lorries</h1>"
SITES = frozenset({"the vale courier", "courier example"})


def authors(page: Page, **options: object) -> tuple[str, ...]:
    """The authors of a page of The Vale Courier."""
    return find_authors(page, SITES, titles=TITLES, **options)[0]  # type: ignore[arg-type]


def linked(*names: str) -> str:
    """Linked data with an author for each name."""
    node = {"@type": "NewsArticle", "author": [{"@type": "Person", "name": n} for n in names]}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("names", "expected", "credit"),
    [
        (("Ann Lowe", "dpa"), ("Ann Lowe",), "dpa"),
        (("Ann Lowe and Tom Reyes, dpa",), ("Ann Lowe", "Tom Reyes"), "dpa"),
        (("Ann Lowe", "Garden Team"), ("Ann Lowe", "Garden Team"), None),
        (("Ann Lowe, Transport Editor",), ("Ann Lowe",), None),
        (("Max Read", "Emily Post", "View all"), ("Max Read", "Emily Post"), None),
        (("Ann Lowe", "The Vale Courier"), ("Ann Lowe",), None),
        (("Ann Lowe", "ann lowe"), ("Ann Lowe",), None),
        (("The Vale Courier",), ("The Vale Courier",), None),
        (("Newsroom24 Team",), ("Newsroom24 Team",), None),
        (("The Vale Courier", "AFP"), ("The Vale Courier", "AFP"), "AFP"),
    ],
)
def test_who_stands_beside_whom(
    parsed: Parsed, names: tuple[str, ...], expected: tuple[str, ...], credit: str | None
) -> None:
    assert find_authors(parsed(linked(*names)), SITES) == (expected, credit)


def test_an_agency_is_not_doubted_for_the_names_of_teasers(parsed: Parsed) -> None:
    page = parsed(linked("Reuters"), f'{HEADLINE}<p class="author">By Tom Reyes</p>')
    assert authors(page) == ("Reuters",)


def test_a_person_printed_beats_the_site_stated(parsed: Parsed) -> None:
    page = parsed(linked("The Vale Courier"), f'{HEADLINE}<p class="author">By Tom Reyes</p>')
    assert authors(page) == ("Tom Reyes",)


def test_the_site_printed_first_ends_the_search(parsed: Parsed) -> None:
    body = f'{HEADLINE}<a rel="author">The Vale Courier</a><a rel="author">x</a>'
    body += '<div><a class="author">Tom Reyes</a></div>'
    assert authors(parsed("", body)) == ("The Vale Courier",)


def test_marks_far_below_the_headline_are_teasers(parsed: Parsed) -> None:
    filler = "<p>The bridge was closed.</p>" * 80
    teaser = '<div class="author">Tom Reyes</div>'
    assert list(marked_bylines(parsed("", HEADLINE + filler + teaser))) == []
    assert list(marked_bylines(parsed("", HEADLINE + teaser))) == [("Tom Reyes", False)]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<meta name="author" content="Vale Media GmbH">'
            '<meta name="cXenseParse:author" content="Ann Lowe">',
            ("Ann Lowe",),
        ),
        (
            '<meta name="twitter:label1" content="Verfasst von">'
            '<meta name="twitter:data1" content="Ann Lowe">',
            ("Ann Lowe",),
        ),
        (
            '<meta name="twitter:label1" content="Reading time">'
            '<meta name="twitter:data1" content="Ten Minutes">',
            (),
        ),
        ('<meta name="author" content="The Vale Courier, Harrow, England">', ("The Vale Courier",)),
    ],
)
def test_meta_elements(parsed: Parsed, head: str, expected: tuple[str, ...]) -> None:
    assert authors(parsed(head, HEADLINE)) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<a href="/author/ann-lowe">Ann Lowe</a>', ("Ann Lowe",)),
        ('<a href="/autoren/zoe-muller/">Zoé Müller</a>', ("Zoé Müller",)),
        ('<a href="https://a.example/staff/annlowe/">annlowe</a>', ("annlowe",)),
        ('<a href="/authors/all">All authors</a>', ()),
        ('<a href="/author/archive-2">More by us</a>', ()),
        (
            '<div><a rel="author">Ann Lowe</a>, <a rel="author">Tom Reyes</a></div>',
            ("Ann Lowe", "Tom Reyes"),
        ),
        ('<span class="author vcard">by <a class="fn">Konrad</a></span>', ("Konrad",)),
        ('<span class="byline">von Redaktion, 3. März 2026</span>', ("Redaktion",)),
        ('<span class="author">Follow</span>', ()),
    ],
)
def test_marks(parsed: Parsed, markup: str, expected: tuple[str, ...]) -> None:
    assert authors(parsed("", HEADLINE + markup)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Posted by Konrad", ("Konrad",)),
        ("Autorin/Autor Ann Lowe", ("Ann Lowe",)),
        ("Auteur : Zoé Martin", ("Zoé Martin",)),
        ("Ein Artikel von Ann Lowe | 03.03.2026 - 12:45", ("Ann Lowe",)),
        ("03.03.2026 13:30 von Ann Lowe", ("Ann Lowe",)),
        ("05.02.2026 - Redaktion: Ann Lowe (Pressesprecherin)", ("Ann Lowe",)),
        ("（责编：王明、李华）", ("王明", "李华")),
        ("von Annelie1", ("Annelie1",)),
        ("By the river the water had fallen", ()),
        ("Von Masken bis Abstand", ()),
        ("03.03.2026 Harrow Vale", ()),
    ],
)
def test_lines(parsed: Parsed, line: str, expected: tuple[str, ...]) -> None:
    assert authors(parsed("", f"{HEADLINE}<p>{line}</p>")) == expected


def test_a_labelled_line_is_believed_at_the_end(parsed: Parsed) -> None:
    text = "<p>The bridge was closed on Tuesday and stays so.</p>" * 40
    assert authors(parsed("", f"{HEADLINE}{text}<p>Text: Ann Lowe</p>")) == ("Ann Lowe",)
    assert authors(parsed("", f"{HEADLINE}{text}<p>Von Ann Lowe</p>")) == ()


def test_the_feed_is_asked_last(parsed: Parsed) -> None:
    assert authors(parsed("", HEADLINE), feed_authors=("Ann Lowe",)) == ("Ann Lowe",)
    page = parsed(linked("Tom Reyes"), HEADLINE)
    assert authors(page, feed_authors=("Ann Lowe",)) == ("Tom Reyes",)


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Redaktion Vale", ["Redaktion Vale"]),
        ("Redaktion: Ann Lowe", ["Ann Lowe"]),
        ("Quelle: sid/dpa", ["sid", "dpa"]),
        ("Ann Lowe - http://lowe.example/", ["Ann Lowe"]),
        ("ANN LOWE UND TOM REYES", ["ANN LOWE", "TOM REYES"]),
        ("Ann Lowe @annlowe", ["Ann Lowe"]),
        ("Von: Ann Lowe & Tom Reyes", ["Ann Lowe", "Tom Reyes"]),
    ],
)
def test_names_in_bylines(byline: str, expected: list[str]) -> None:
    assert names_in(byline) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Krimiblogger", True), ("July", False), ("", False)]
)
def test_handles(text: str, expected: bool) -> None:
    assert looks_like_handle(text) is expected


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("By Reuters Staff", "Reuters"),
        ("By Press Trust of India", "PTI"),
        ("By Xinhua News Agency", "Xinhua"),
        ("By AFP correspondents", "AFP"),
        ("By The Associated Press", "AP"),
        ("By Web Desk", None),
        ("By Agencies", None),
        ("By Our Staff Reporter", None),
    ],
)
def test_printed_lines_of_agencies_and_desks_name_no_author(
    parsed: Parsed, line: str, credit: str | None
) -> None:
    page = parsed("", f'{HEADLINE}<p class="byline">{line}</p>')
    assert find_authors(page, SITES, titles=TITLES) == ((), credit)


def test_an_account_of_somebody_named_in_full_is_no_second_author(parsed: Parsed) -> None:
    page = parsed(linked("Reuters Staff", "alowe", "Ann Lowe"))
    assert find_authors(page, SITES) == (("Ann Lowe",), "Reuters")


def test_lists_of_lists_of_authors_are_read(parsed: Parsed) -> None:
    node = {"@type": "NewsArticle", "author": [[{"name": "Ann Lowe"}], [{"name": "Tom Reyes"}]]}
    page = parsed(f'<script type="application/ld+json">{json.dumps(node)}</script>')
    assert authors(page) == ("Ann Lowe", "Tom Reyes")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lowe, Ann; Reyes, Tom", ["Ann Lowe", "Tom Reyes"]),
        ("Ana Ruiz\u200b\u200bCorresponsal en Roma", ["Ana Ruiz"]),
        ("Ana Ruiz Corresponsal en Roma", ["Ana Ruiz"]),
        ("Ana Ruiz Corresponsal en Roma y Tom Reyes", ["Ana Ruiz", "Tom Reyes"]),
        ("By Ann Lowe and Tom Reyes, Staff Writers", ["Ann Lowe", "Tom Reyes"]),
        ("Anne Petit, envoyée spéciale à Rome", ["Anne Petit"]),
        ("بقلم: ليلى حداد", ["ليلى حداد"]),
        ("كتبت ليلى حداد", ["ليلى حداد"]),
        ("كتب: سامي نور، ليلى حداد", ["سامي نور", "ليلى حداد"]),
        ("מאת: דנה לוי", ["דנה לוי"]),
        ("מאת דנה לוי", ["דנה לוי"]),
        ("نویسنده: مریم کریمی", ["مریم کریمی"]),
        ("به قلم مریم کریمی", ["مریم کریمی"]),
        ("记者：王小明", ["王小明"]),
        ("本报记者 王小明", ["王小明"]),
        ("本报记者王小明", ["王小明"]),
        ("文：王小明", ["王小明"]),
    ],
)
def test_bylines_of_many_forms(text: str, expected: list[str]) -> None:
    assert names_in(text) == expected


def test_a_card_with_buttons_names_its_author_once(parsed: Parsed) -> None:
    card = (
        '<div class="author-name"><span>Ann Lowe</span><div class="tip">close<span>Ann Lowe</span>'
        "<span>Writes on rivers</span><a>Email</a><a>Follow</a></div></div>"
    )
    assert authors(parsed("", HEADLINE + card)) == ("Ann Lowe",)
