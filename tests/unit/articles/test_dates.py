"""Which claim of a date is believed, and the traps around it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from include.articles.dates import Dates, find_dates
from include.articles.page import Page
from include.articles.visible_dates import url_month

Parsed = Callable[..., Page]
NOW = datetime(2026, 3, 5, tzinfo=UTC)
HEADLINE = "<h1>Old bridge closed to lorries</h1>"
TITLES = frozenset({"old bridge closed to lorries"})
URL = "https://courier.example/a"


def dates(page: Page) -> Dates:
    """What is found on a page fetched on 5 March 2026."""
    return find_dates(page, titles=TITLES, language="en", fetched_at=NOW)


def day(page: Page) -> str | None:
    """The day of publication, as its readers know it."""
    at = dates(page).published_at
    return at.date().isoformat() if at is not None else None


def meta(name: str, value: str) -> str:
    """A meta element."""
    return f'<meta name="{name}" content="{value}">'


@pytest.mark.parametrize(
    "body",
    [
        "<p>Published today</p>",
        "<p>© 2026 The Vale Courier</p>",
        "<p>Copyright 2019–2026</p>",
        "<p>Published: 3 March 2031</p>",
        '<time datetime="2031-03-03">soon</time>',
        '<time datetime="0001-01-01T00:00:00Z">never</time>',
    ],
)
def test_no_date_of_publication(parsed: Parsed, body: str) -> None:
    assert dates(parsed("", HEADLINE + body, url=URL)).published_at is None


@pytest.mark.parametrize(
    "body",
    [
        '<div class="related-list"><time datetime="2026-03-01" class="published">1</time></div>',
        '<ol class="comments"><li><time datetime="2026-03-01" class="published">1</time></ol>',
        '<time class="updated published" datetime="2026-03-01">1 March</time>',
        '<time itemprop="dateModified" datetime="2026-03-01">1 March</time>',
        '<div class="sidebar"><p>Events: 3 March 2026</p></div>',
        "<p>The bridge was closed on 3 March 2026 and stays so.</p>",
    ],
)
def test_dates_of_other_things_yield_even_to_the_urls(parsed: Parsed, body: str) -> None:
    page = parsed("", HEADLINE + body, url="https://courier.example/2026/02/27/bridge")
    assert (day(page), dates(page).published_from) == ("2026-02-27", "url")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1772564400000", "2026-03-03"),
        ("1772564400", "2026-03-03"),
        ("20260303", "2026-03-03"),
        ("2026-03-03T20:00:00+0100", "2026-03-03"),
        ("17725644000000", None),
        ("today", None),
    ],
)
def test_machine_readable_forms(parsed: Parsed, value: str, expected: str | None) -> None:
    assert day(parsed(meta("article:published_time", value), HEADLINE, url=URL)) == expected


def test_linked_data_of_other_articles_is_not_this_ones(parsed: Parsed) -> None:
    main = {
        "@type": "NewsArticle",
        "headline": "Old bridge",
        "author": "Ann Lowe",
        "datePublished": "2026-03-03",
    }
    other = {"@type": "NewsArticle", "datePublished": "2026-03-04T10:00:00Z"}
    script = f'<script type="application/ld+json">{json.dumps([other, main])}</script>'
    assert day(parsed(script, HEADLINE, url=URL)) == "2026-03-03"


@pytest.mark.parametrize("name", ["date", "dc.date", "dcterms.created", "timestamp"])
def test_a_vague_meta_date_yields_to_the_one_at_the_headline(parsed: Parsed, name: str) -> None:
    head = meta(name, "2026-03-04T09:00:00Z")
    assert day(parsed(head, f'{HEADLINE}<p class="date">2 March 2026</p>')) == "2026-03-02"
    assert day(parsed(head, HEADLINE)) == "2026-03-04"
    assert day(parsed(head, HEADLINE + "<p>The bridge of 2 March 1903 fell.</p>")) == "2026-03-04"


def test_a_time_element_named_for_publication_is_believed(parsed: Parsed) -> None:
    body = (
        '<time datetime="2026-03-04">4 March</time>'
        '<p>Posted on 4 March 2026</p><time itemprop="datePublished" datetime="2026-03-02">'
    )
    assert day(parsed("", HEADLINE + body, url=URL)) == "2026-03-02"


def test_a_day_takes_the_time_that_another_source_has(parsed: Parsed) -> None:
    head = meta("article:published_time", "2026-03-03") + meta("date", "2026-03-03T09:30:00Z")
    found = dates(parsed(head, HEADLINE, url=URL))
    assert found.published_at == datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
    assert found.published_from == "meta"


@pytest.mark.parametrize(
    ("url", "body", "expected"),
    [
        ("https://kurier.at/a", "", "2026-03-04"),
        ("https://jornal.com.br/a", "", "2026-03-03"),
        ("https://courier.example/a", "", "2026-03-03"),
        (
            "https://courier.example/a",
            '<time datetime="2026-03-03T15:30:00-08:00">3:30 pm</time>',
            "2026-03-03",
        ),
        (
            "https://courier.example/a",
            '<time datetime="2026-03-04T08:30:00+09:00">8:30</time>',
            "2026-03-04",
        ),
    ],
)
def test_an_instant_in_utc_is_told_in_its_readers_zone(
    parsed: Parsed, url: str, body: str, expected: str
) -> None:
    head = meta("article:published_time", "2026-03-03T23:30:00Z")
    found = dates(parsed(head, HEADLINE + body, url=url))
    assert found.published_at == datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
    assert found.published_at.date().isoformat() == expected


def test_a_day_without_a_time_keeps_its_day_everywhere(parsed: Parsed) -> None:
    head = meta("article:published_time", "2026-03-03")
    found = dates(parsed(head, HEADLINE, url="https://jornal.com.br/a")).published_at
    assert found is not None
    assert (found.day, found.utcoffset()) == (3, timedelta(0))


@pytest.mark.parametrize(
    "body",
    [
        f"<p>(2 March 2026) The bridge is closed to lorries. {'It stays so. ' * 30}</p>",
        f"<p>2. März 2026. The bridge is closed to lorries. {'It stays so. ' * 30}</p>",
        f"<p>{'The bridge is closed. ' * 30}</p><p>This entry was posted on Monday, March 2nd, "
        f"2026 at 10:00 and is filed under Roads. {'You can leave a response. ' * 10}</p>",
    ],
)
def test_dates_that_open_a_text_or_note_its_posting(parsed: Parsed, body: str) -> None:
    assert day(parsed("", HEADLINE + body, url=URL)) == "2026-03-02"


def test_a_note_on_an_update_is_none_of_posting(parsed: Parsed) -> None:
    body = (
        '<p class="date">1 March 2026</p><p>The bridge is closed.</p>'
        "<p>This article was last updated on 4 March 2026.</p>"
    )
    assert day(parsed("", HEADLINE + body, url=URL)) == "2026-03-01"


def test_a_month_in_the_url_is_no_day(parsed: Parsed) -> None:
    assert day(parsed("", HEADLINE, url="https://a.example/2026/02/old-bridge.html")) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2026/02/old-bridge", "2026-02"),
        ("https://a.example/2026/13/old-bridge", None),
        ("https://a.example/old-bridge-202602", None),
    ],
)
def test_months_in_urls(url: str, expected: str | None) -> None:
    assert url_month(url) == expected


ARTICLE = f"<article>{HEADLINE}<p>The bridge is shut, and nobody knows for how long.</p></article>"
MORE = (
    '<aside><h2>More on this</h2><a href="/o">Old</a> <time datetime="2021-01-02">2</time></aside>'
)
READ = '<ul><li><a href="/x">Ferry runs aground</a> 1 March 2025</li></ul>'
TIME = '<time datetime="2025-03-01">1</time>'


@pytest.mark.parametrize(
    "beside",
    [
        '<script src="/js/2016/02/03/app.js"></script>',
        '<img src="/wp-content/uploads/2018/07/12/x.jpg">',
        '<aside><p>More: <time datetime="2025-03-01">1 March 2025</time> Ferry aground</p></aside>',
        MORE,
        f'<div class="most-read">{READ}</div>',
        f'<div class="box"><a href="/x">Ferry runs aground off the pier</a>{TIME}</div>',
        "<footer><p>Privacy policy, last changed 4 June 2024</p></footer>",
        '<section class="comments"><p>Tom, 3 March 2022: Good riddance</p></section>',
        "<p>The bridge, which was opened with a parade on 12 March 2004, has been shut.</p>",
    ],
)
def test_a_day_of_something_else_is_no_date_of_the_article(parsed: Parsed, beside: str) -> None:
    found = dates(parsed("", ARTICLE + beside, url=URL))
    assert (found.published_at, found.published_from) == (None, None)


def test_the_articles_own_time_wins_over_that_of_a_related_one(parsed: Parsed) -> None:
    body = (
        '<article><time datetime="2026-02-06T08:00:00Z">6 February 2026</time>'
        f"{HEADLINE}<p>Text.</p></article><aside><h2>More on this</h2><a href='/o'>Old</a> "
        '<time datetime="2021-01-02T00:00:00Z">2 January 2021</time></aside>'
    )
    assert day(parsed("", body, url=URL)) == "2026-02-06"


@pytest.mark.parametrize(
    "line",
    [
        "Updated 4 March 2026. Published 3 March 2026",
        "Published 3 March 2026. Updated 4 March 2026",
        "Mis à jour le 4 mars 2026, publié le 3 mars 2026",
        "Aktualisiert am 4. März 2026, veröffentlicht am 3. März 2026",
        "Veröffentlicht am 3. März 2026, aktualisiert am 4. März 2026",
        "Actualizado el 4 de marzo de 2026 | Publicado el 3 de marzo de 2026",
    ],
)
def test_published_and_updated_in_either_order(parsed: Parsed, line: str) -> None:
    found = dates(parsed("", f'{HEADLINE}<p class="dates">{line}</p>', url=URL))
    assert found.published_at == datetime(2026, 3, 3, tzinfo=UTC)
    assert found.updated_at == datetime(2026, 3, 4, tzinfo=UTC)


def test_an_update_alone_dates_no_publication(parsed: Parsed) -> None:
    found = dates(parsed("", f"{HEADLINE}<p>Updated: 4 March 2026</p>", url=URL))
    assert (found.published_at, found.updated_at) == (None, datetime(2026, 3, 4, tzinfo=UTC))


def test_a_day_of_unknown_meaning_is_a_hint(parsed: Parsed) -> None:
    text = "<p>Roads, 1 March 2026, bridges and 3 March 2026</p>" + "<p>x</p>" * 60
    found = dates(parsed("", text, url=URL))
    assert found.published_at is None
    assert found.hint is not None
    assert found.hint.origin == "markup"


@pytest.mark.parametrize(
    ("url", "language", "expected"),
    [
        ("https://a.example/meldungen/29-01-2026", "de", "2026-01-29"),
        ("https://a.example/aktuelles/08022026-fachtag", "de", "2026-02-08"),
        ("https://a.example/news/08022026-meeting", "en", None),
        ("https://a.example/news/02-03-2026", "de", None),
    ],
)
def test_days_first_in_urls(parsed: Parsed, url: str, language: str, expected: str | None) -> None:
    found = find_dates(
        parsed("", HEADLINE, url=url), language=language, fetched_at=NOW
    ).published_at
    assert (found.date().isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("value", "lang", "expected"),
    [
        ("3/2/2026 4:05 PM", "en-US", datetime(2026, 3, 2, 16, 5, tzinfo=UTC)),
        ("3/2/2026 16:05", "fr", datetime(2026, 2, 3, 16, 5, tzinfo=UTC)),
        ("2026-03-02 16:05 UTC+02:00", "en", datetime(2026, 3, 2, 14, 5, tzinfo=UTC)),
        ("2 March 2026 16:05 Europe/Berlin", "en", datetime(2026, 3, 2, 15, 5, tzinfo=UTC)),
        ("Mon Mar 02 2026 16:05:00 GMT+0100 (Central European Standard Time)", "en",
         datetime(2026, 3, 2, 15, 5, tzinfo=UTC)),
        ("2026-03-02T16:05 or so", "en", None),
        ("March 2026", "en", None),
    ],
)  # fmt: skip
def test_stated_dates_are_read_to_their_end(
    parsed: Parsed, value: str, lang: str, expected: datetime | None
) -> None:
    page = parsed(meta("article:published_time", value), HEADLINE, url=URL)
    page.tree.set("lang", lang)
    found = find_dates(page, titles=TITLES, language=lang[:2], fetched_at=NOW).published_at
    assert found == expected


def test_publishers_put_their_letters_before_the_names_of_dates(parsed: Parsed) -> None:
    own = meta("vc-published-date", "2026-03-02T06:03:43.274Z")
    assert day(parsed(own, HEADLINE, url=URL)) == "2026-03-02"
    # What is printed at the headline says more than a name of somebody's own.
    printed = f"{HEADLINE}<p class='date'>Published 1 March 2026</p>"
    assert day(parsed(own, printed, url=URL)) == "2026-03-01"
    assert day(parsed(meta("publish-date-format", "2026-03-02"), HEADLINE, url=URL)) is None


def test_works_that_are_no_articles_are_dated_too(parsed: Parsed) -> None:
    node = {"@type": "HowTo", "name": "Old bridge", "datePublished": "2026-03-01T22:06:08:684Z"}
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    assert dates(parsed(script, HEADLINE, url=URL)).published_at == datetime(
        2026, 3, 1, 22, 6, 8, tzinfo=UTC
    )


def test_folders_of_a_url_may_have_one_digit(parsed: Parsed) -> None:
    assert day(parsed("", HEADLINE, url="https://courier.example/2026/3/2/bridge")) == "2026-03-02"
    assert day(parsed("", HEADLINE, url="https://courier.example/2026/3/bridge")) is None
