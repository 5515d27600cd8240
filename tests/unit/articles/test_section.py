"""A section page as a source: the articles it lists, and nothing of its menus."""

from __future__ import annotations

import pytest

from include.articles.section import NoList, read_section
from tests.golden.refused_pages import refused_pages

URL = "https://www.quay.example/harbour/"
LISTS = (
    "archive_definition_list author_page blog_front_page blog_squarespace cards_stretched_link "
    "category_drupal front_page_divs list_typo3 live_index search_results section_cards "
    "section_flat_headings section_links_only section_table_layout tag_archive_wordpress "
    "teasers_link_after"
).split()
NO_LISTS = (
    "article_removed consent_wall contact cookie_policy error_nginx gallery legal_pages login "
    "parked_domain redirect_page subscription_offers wall_cloudflare weather"
).split()
PAGES = {one.name: one for one in refused_pages()}


@pytest.mark.parametrize("name", [one for one in PAGES if one.rpartition("-")[0] in LISTS])
def test_listings_of_all_kinds_are_read(name: str) -> None:
    page = PAGES[name]
    read = read_section(page.body, url=page.url)
    assert len(read.entries) >= 6
    assert len({entry.url for entry in read.entries}) == len(read.entries)
    assert all(entry.title for entry in read.entries)


@pytest.mark.parametrize("name", [one for one in PAGES if one.rpartition("-")[0] in NO_LISTS])
def test_other_pages_list_nothing(name: str) -> None:
    with pytest.raises(NoList):
        read_section(PAGES[name].body, url=PAGES[name].url)


def page(*cards: str, menu: str = "") -> bytes:
    return (
        '<html lang="de-AT"><head><title>Hafen - Der Kai</title></head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header><main>{''.join(cards)}</main>"
        '<footer><a href="/ueber/wer-wir-sind-und-was-wir-tun">Wer wir sind und was wir tun</a>'
        "</footer></body></html>"
    ).encode()


def card(number: int, more: str = "") -> str:
    return (
        f'<article><a href="/harbour/2026/boat-{number}-is-late-again"><img src="b.jpg"></a>'
        f'<h3><a href="/harbour/2026/boat-{number}-is-late-again">Boat {number} is late</a></h3>'
        f"<p>The ferry did not leave on time, the {number}th this week.</p>{more}</article>"
    )


def test_what_a_card_says() -> None:
    time = '<time datetime="2026-11-20T08:30:00+01:00">vor 2 Stunden</time>'
    read = read_section(page(card(1, time), card(2), card(3, "<time>gestern</time>")), url=URL)
    first, second, third = read.entries
    assert (read.title, read.language, read.format) == ("Hafen - Der Kai", "de", "page")
    assert (
        first.entry_id == first.url == "https://www.quay.example/harbour/2026/boat-1-is-late-again"
    )
    assert first.title == "Boat 1 is late"
    assert first.summary.startswith("The ferry did not leave")
    assert first.published_at is not None
    assert first.published_at.isoformat() == "2026-11-20T07:30:00+00:00"
    assert second.published_at is third.published_at is None  # what is not stated is not known


@pytest.mark.parametrize(
    "link",
    [
        '<li><a href="/a/all-about-the-old-harbour">All about the old harbour</a></li>',
        '<li><a href="/abo/jetzt-vier-wochen-lang-lesen">Jetzt vier Wochen lang lesen</a></li>',
    ],
)
def test_menus_are_no_articles(link: str) -> None:
    read = read_section(page(card(1), card(2), card(3), menu=link), url=URL)
    assert len(read.entries) == 3


@pytest.mark.parametrize(
    "link",
    [
        "https://elsewhere.example/2026/11/20/a-story-of-another-house",
        "/tag/ferries-and-other-boats-12345",
        "/newsletter/sign-up-for-our-morning-letter",
        "/files/the-whole-report-of-2026.pdf",
        "javascript:void(0)",
        "#the-list-of-all-the-boats",
        "mailto:desk@quay.example",
        "http://[::1",
        "/harbour/",
    ],
)
def test_what_is_no_article_of_the_site(link: str) -> None:
    other = f'<h3><a href="{link}">One that looks like a headline</a></h3>'
    read = read_section(page(card(1), card(2), card(3), other), url=URL)
    assert len(read.entries) == 3


def test_a_page_of_too_few_is_none() -> None:
    with pytest.raises(NoList, match="2 articles"):
        read_section(page(card(1), card(2)), url=URL)


def test_the_first_of_many_are_read() -> None:
    read = read_section(page(*map(card, range(30))), url=URL, max_entries=20)
    assert (len(read.entries), read.left_out) == (20, 10)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00" * 100,
        b"<a href=/x>" * 50_000,
        b"<div>" * 100_000 + b"<a href=/x/1>some words of a headline</a>",
        b"<div><a href='/n/1-2-3-4'>four words of text</a>" * 20_000,
        b"<base href='http://[bad'><a href=/x>a b c d</a>",
    ],
)
def test_hostile_pages_end(body: bytes) -> None:
    with pytest.raises(NoList):
        read_section(body, url=URL)
