"""The headline where the page's sources disagree: sites, sections, kickers, cut attributes."""

from __future__ import annotations

import html
import json
from collections.abc import Callable

import pytest

from include.articles.headline import find_headline, site_names
from include.articles.page import Page
from include.articles.titles import without_site

Parsed = Callable[..., Page]


def head(*, title: str = "", og: str = "", linked: str = "", site: str = "") -> str:
    """The head of a page that names its article in up to three ways."""
    parts = [f"<title>{html.escape(title)}</title>"] if title else []
    for name, value in (("og:title", og), ("og:site_name", site)):
        parts += [f'<meta property="{name}" content="{html.escape(value)}">'] if value else []
    if linked:
        node = json.dumps({"@type": "NewsArticle", "headline": linked})
        parts.append(f'<script type="application/ld+json">{node}</script>')
    return "".join(parts)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ('<span class="topline">Roads</span> Old bridge closed to lorries', "Old bridge"),
        ('<div class="topic-label">Roads</div>Old bridge closed to lorries', "Old bridge"),
        ('<span class="overline">Two years on</span>"Old bridge" closed to lorries', '"Old bridge'),
        ('<span class="kicker">Roads</span> – Old bridge closed to lorries', "Old bridge"),
        ('<span class="kicker">Roads |</span> Old bridge closed to lorries', "Old bridge"),
        # A colon makes it one sentence with the headline.
        ('<span class="kicker">Roads:</span> Old bridge closed to lorries', "Roads: Old"),
        ('<span class="kicker">Roads</span>: Old bridge closed to lorries', "Roads: Old"),
        # What is marked so and stands behind is no kicker.
        ('Old bridge closed to lorries <span class="label">Live</span>', "Old bridge"),
    ],
)
def test_kickers_in_an_element_of_their_own_go(parsed: Parsed, heading: str, expected: str) -> None:
    assert find_headline(parsed("", f"<h1>{heading}</h1>")).startswith(expected)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ({"og": "Old bridge closed to all lorries"}, "Old bridge closed to all lorries"),
        ({"title": "Old bridge closed to all lorries | Courier"}, "Roads: Old bridge closed"),
        (
            {
                "title": "Old bridge closed to all lorries",
                "og": "Roads: Old bridge closed to all lorries",
            },
            "Roads: Old bridge closed",
        ),
    ],
)
def test_a_kicker_others_leave_out_goes_unless_only_the_title_element_does(
    parsed: Parsed, sources: dict[str, str], expected: str
) -> None:
    linked = "Roads: Old bridge closed to all lorries" if "og" not in sources else ""
    page = parsed(
        head(linked=linked, **sources), "<h1>Roads: Old bridge closed to all lorries</h1>"
    )
    assert find_headline(page).startswith(expected)


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Bridge closed | Courier - News and Views", "Courier - News and Views", "Bridge closed"),
        ("Courier » Blog Archive » Bridge closed", "Courier", "Bridge closed"),
        ("Bridge closed « Courier", "Courier", "Bridge closed"),
        ("Bridge closed - and the mill", "Courier", "Bridge closed - and the mill"),
    ],
)
def test_the_site_leaves_titles(parsed: Parsed, title: str, site: str, expected: str) -> None:
    page = parsed(head(site=site))
    assert without_site(title, site_names(page)) == expected


def test_a_heading_that_leads_home_names_the_site(parsed: Parsed) -> None:
    body = '<h1><a href="/">Notes from the Vale</a></h1><p>Old bridge</p>'
    page = parsed(head(title="Old bridge closed to lorries : Notes from the Vale"), body)
    assert find_headline(page) == "Old bridge closed to lorries"


def test_a_page_known_by_a_query_is_not_the_front_page(parsed: Parsed) -> None:
    page = parsed(
        head(title="Old bridge closed to lorries : Notes from the Vale"),
        '<h1><a href="/">Notes from the Vale</a></h1><h3>Old bridge closed to lorries</h3>',
        url="https://a.example/?p=17",
    )
    assert find_headline(page) == "Old bridge closed to lorries"


def test_a_short_headline_that_two_sources_state_loses_its_kicker(parsed: Parsed) -> None:
    page = parsed(
        head(title="Bridge closed? | Courier", og="Bridge closed?", site="Courier"),
        "<h1>Roads in the vale: Bridge closed?</h1>",
    )
    assert find_headline(page) == "Bridge closed?"


def test_words_that_a_stylesheet_sets_apart_are_parted(parsed: Parsed) -> None:
    page = parsed(
        head(og="In the vale / Old bridge closed to lorries"),
        "<h1><span>In the vale</span>Old bridge closed to lorries</h1>",
    )
    assert find_headline(page) == "In the vale / Old bridge closed to lorries"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("古い橋がトラック通行止めに｜谷デジタル", "古い橋がトラック通行止めに"),
        ("老桥禁止卡车通行！-山谷网", "老桥禁止卡车通行！"),
        ("老桥禁止卡车通行_山谷", "老桥禁止卡车通行_山谷"),
        ("낡은 다리 화물차 통행 금지-골짜기일보", "낡은 다리 화물차 통행 금지"),
    ],
)
def test_titles_without_spaces_lose_a_site_that_names_itself_a_medium(
    parsed: Parsed, title: str, expected: str
) -> None:
    assert find_headline(parsed(head(title=title))) == expected


def test_on_the_front_page_a_heading_that_leads_home_is_no_sign(parsed: Parsed) -> None:
    page = parsed("", '<h1><a href="/">Notes from the Vale</a></h1>', url="https://a.example/")
    assert find_headline(page) == "Notes from the Vale"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/opinion/old-bridge", "Why the old bridge matters"),
        ("https://a.example/news/old-bridge", "Why the old bridge matters | Opinion"),
    ],
)
def test_the_section_leaves_the_headline(parsed: Parsed, url: str, expected: str) -> None:
    page = parsed(head(og="Why the old bridge matters | Opinion"), url=url)
    assert find_headline(page) == expected


@pytest.mark.parametrize(
    ("linked", "og", "expected"),
    [
        ("Roads: Old bridge closed", "Roads: Old bridge closed", "Roads: Old bridge closed"),
        ("Roads - Old bridge closed", "Roads: Old bridge closed", "Roads: Old bridge closed"),
        ("Old bridge closed", "Roads: Old bridge closed", "Old bridge closed"),
        ("Vale: Old bridge closed", "Roads: Old bridge closed", "Old bridge closed"),
        ("Local: Old bridge closed", "Local: Old bridge closed", "Old bridge closed"),
    ],
)
def test_a_kicker_that_two_sources_state_is_part_of_the_headline(
    parsed: Parsed, linked: str, og: str, expected: str
) -> None:
    page = parsed(
        head(linked=linked, og=og),
        "<h1>Old bridge closed</h1>",
        url="https://a.example/local/old-bridge",
    )
    assert find_headline(page) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>What is free software</h2>", "What is free software"),
        ("<h3>What is free software</h3><h2>Software</h2>", "What is free software"),
        ("<h1>Forum</h1><h2>What is free software</h2>", "What is free software"),
        ("<h2>free software and forums</h2>", "What is free software - Vale Software Forum"),
        ("", "What is free software - Vale Software Forum"),
    ],
)
def test_without_a_first_heading_a_lower_one_that_the_title_names(
    parsed: Parsed, body: str, expected: str
) -> None:
    page = parsed(head(title="What is free software - Vale Software Forum"), body)
    assert find_headline(page) == expected


def test_broken_addresses_name_no_site(parsed: Parsed) -> None:
    page = parsed(head(title="Old bridge closed"), '<h1><a href="http://[x">Old bridge closed</a>')
    assert find_headline(page) == "Old bridge closed"
    assert find_headline(parsed(head(title="Old bridge closed"), url="http://[x")) != ""


def test_an_attribute_that_ends_at_a_quotation_mark_is_completed(parsed: Parsed) -> None:
    page = parsed(head(title='Mayor calls the bridge "a wreck"', og="Mayor calls the bridge "))
    assert find_headline(page) == 'Mayor calls the bridge "a wreck"'


def test_entities_and_spaces_are_read_as_shown(parsed: Parsed) -> None:
    page = parsed('<meta property="og:title" content="Ann&#39;s   bridge &amp; mill">')
    assert find_headline(page) == "Ann's bridge & mill"


def test_without_any_name_there_is_no_headline(parsed: Parsed) -> None:
    assert find_headline(parsed("", "<p>Old bridge</p>")) == ""
