"""Dates as pages print them, and the zone of times that name none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from include.articles.dates import find_dates
from include.articles.days import days_in
from include.articles.instants import _COUNTRIES, instant, zone_of
from include.articles.page import Page
from include.articles.visible_dates import country_of, visible_date, writes_month_first

Parsed = Callable[..., Page]
NOW = datetime(2026, 3, 5, tzinfo=UTC)
HEADLINE = "<h1>Old bridge closed to lorries</h1>"
TITLES = frozenset({"old bridge closed to lorries"})


@pytest.mark.parametrize(
    ("text", "month_first", "expected"),
    [
        ("3 March 2026", False, (2026, 3, 3)),
        ("March 3rd, 2026", True, (2026, 3, 3)),
        ("Dienstag, 3. März 2026, 20:15 Uhr", False, (2026, 3, 3)),
        ("le 3 février 2026 à 8h", False, (2026, 2, 3)),
        ("3 de marzo de 2026", False, (2026, 3, 3)),
        ("3 sierpnia 2025", False, (2025, 8, 3)),
        ("12 červenec 2025", False, (2025, 7, 12)),
        ("12 červen 2025", False, (2025, 6, 12)),
        ("( Valley, 3 gennaio 26 )", False, (2026, 1, 3)),
        ("3 марта 2026", False, (2026, 3, 3)),
        ("2026年3月3日", False, (2026, 3, 3)),
        ("03.04.2026", True, (2026, 4, 3)),
        ("03.04.26", False, (2026, 4, 3)),
        ("03/04/2026", False, (2026, 4, 3)),
        ("03/04/2026", True, (2026, 3, 4)),
        ("13/04/2026", True, (2026, 4, 13)),
        ("04/13/2026", False, (2026, 4, 13)),
    ],
)
def test_days(text: str, month_first: bool, expected: tuple[int, int, int]) -> None:
    assert [day for _, day in days_in(text, month_first=month_first)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2026",
        "version 2.10.2026.4",
        "since 2026",
        "13/13/2026",
        "0 March 2026",
        "3 March 26 men",
    ],
)
def test_no_days(text: str) -> None:
    assert list(days_in(text, month_first=False)) == []


@pytest.mark.parametrize(
    ("host", "lang", "locale", "expected"),
    [
        ("courier.example.com", "en", "", True),
        ("courier.example.com", "en", "en_GB", False),
        ("courier.co.uk", "en", "", False),
        ("kurier.de", "de", "", False),
        ("courier.example.com", "es", "es_US", True),
    ],
)
def test_who_writes_the_month_first(
    parsed: Parsed, host: str, lang: str, locale: str, expected: bool
) -> None:
    head = f'<meta property="og:locale" content="{locale}">' if locale else ""
    assert writes_month_first(parsed(head, url=f"https://{host}/a"), lang) is expected


def test_the_date_at_the_headline_beats_those_of_teasers_and_sentences(parsed: Parsed) -> None:
    page = parsed(
        "",
        '<div class="teasers"><p>Other news 2 March 2026</p></div>'
        f'{HEADLINE}<p class="meta">Published 27.02.2026</p>'
        "<p>The bridge was opened on 12 May 1903 and has been repaired four times since.</p>",
    )
    found = visible_date(page, TITLES, "de", NOW)
    assert found.published is not None
    assert found.published == datetime(2026, 2, 27, tzinfo=UTC)


@pytest.mark.parametrize(
    "elsewhere",
    [
        '<div class="slide-3 subtitle">1 March 2026</div>',
        '<dl><dd class="profile-joined">Joined: 1 March 2026</dd></dl>',
    ],
)
def test_dates_of_slides_and_of_members_are_not_the_articles(
    parsed: Parsed, elsewhere: str
) -> None:
    page = parsed("", f"{elsewhere}{HEADLINE}{elsewhere}<p>By Ann Lowe, 27 February 2026</p>")
    found = visible_date(page, TITLES, "en", NOW)
    assert found.published is not None
    assert found.published == datetime(2026, 2, 27, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        # A stylesheet sets the parts apart; the text does not.
        (f"{HEADLINE}<p class='date'><span>Anna</span><span>28.02.26</span><b>12:44</b></p>", 28),
        # Without a headline to stand beside, an opening date in brackets is enough.
        (f"<p>(21. Februar 2026) {'Die alte Brücke bleibt zu. ' * 12}</p>", 21),
        (
            "<h1>Alte Dinge</h1><p>"
            * 8
            + "<div id='sidebar'><p>Old bridge closed to lorries wurde am"
            " 19. Februar 2026 um 12:44 Uhr gepostet und unter den Brücken abgelegt</p></div>",
            19,
        ),
        (
            f"{HEADLINE}<p class='available'>3.3.2026, 14:00</p>"
            "<p>Im Tal</p><p>Alte Brücke</p><h4>17.02.2026 Sendung</h4>",
            17,
        ),
        # The line names the last change behind its own label.
        (f"{HEADLINE}<div>Ann Lowe | 12.02.2026 - aktualisiert: 13.02.2026</div>", 12),
        # A heading that holds an element named for its date.
        ("<h1><span class='date'>14.02.2026</span>Old bridge closed to lorries</h1>", 14),
        # The author is named in the line above, in a box named for profiles.
        (
            f"{HEADLINE}<div class='profile'>von <b>Anna Low</b><br>am 15.02.2026</div>"
            "<p>Registriert: 18.01.2026</p>",
            15,
        ),
        # The first post of a thread, right below the headline.
        (
            f"{HEADLINE}<div class='comments'><div>anna 16.02.2026</div><p>Eine Frage</p>"
            "<div>otto 18.02.2026</div></div>",
            16,
        ),
        # The page of one text, in a box that also serves teasers.
        (
            f"{HEADLINE}<div class='teaser newsSingle'><p>20.02.2026 Kategorie: Brücken</p></div>",
            20,
        ),
        # Without a headline, a day behind the name of its author is enough.
        (
            "<p>Geschrieben von Anna Low am 22.02.2026 22:30 (99 gelesen)</p>"
            "<p>Anna Low wird am 1.3.2026 Vorstand</p>",
            22,
        ),
        # What a noscript element swallows is shown by browsers.
        (f"<noscript><div></noscript>{HEADLINE}<p>11 February 2026</p><p>Text</p>", 11),
    ],
)
def test_where_else_pages_print_their_day(parsed: Parsed, body: str, day: int) -> None:
    found = visible_date(parsed("", body, url="https://kurier.de/a"), TITLES, "de", NOW)
    assert found.published is not None
    assert found.published.date().isoformat() == f"2026-02-{day}"


@pytest.mark.parametrize(
    "line",
    [
        "In: Bridges; Vol. 371, pp. 260 - 264, 15 January 2026, DOI 10.1126/none.abe4688",
        "Registriert: 18.02.2026, 05:56",
        "Aktuelle Zeit: 14.02.2026, 12:18",
        "Förderung (bis 15.02.2026)",
    ],
)
def test_days_of_journals_members_and_clocks_are_no_dates(parsed: Parsed, line: str) -> None:
    page = parsed("", f"{HEADLINE}<p>{line}</p>")
    assert visible_date(page, TITLES, "de", NOW).published is None


def test_a_date_of_the_last_change_is_no_date_of_publication(parsed: Parsed) -> None:
    page = parsed("", f"{HEADLINE}<p>Updated: $Date: 2026/02/18 06:31:41 $</p>")
    found = visible_date(page, TITLES, "en", NOW)
    assert (found.published, found.updated) == (None, datetime(2026, 2, 18, tzinfo=UTC))


def test_a_date_of_update_yields_to_one_of_publication(parsed: Parsed) -> None:
    body = f"{HEADLINE}<p>Updated: 3 March 2026</p><p>Published: 1 March 2026</p>"
    dates = find_dates(parsed("", body), titles=TITLES, language="en", fetched_at=NOW)
    assert dates.published_at == datetime(2026, 3, 1, tzinfo=UTC)
    assert dates.published_from == "text"


def test_the_future_and_loose_years_are_no_dates(parsed: Parsed) -> None:
    body = f"{HEADLINE}<p>Published: 3 March 2031</p><p>© 2026 The Vale Courier</p>"
    dates = find_dates(parsed("", body), titles=TITLES, language="en", fetched_at=NOW)
    assert dates.published_at is None


def test_a_machine_readable_date_is_not_doubted(parsed: Parsed) -> None:
    head = '<meta property="article:published_time" content="2026-03-02T08:00:00Z">'
    body = f"{HEADLINE}<p>Published: 1 March 2026</p>"
    dates = find_dates(parsed(head, body), titles=TITLES, language="en", fetched_at=NOW)
    assert (dates.published_at, dates.published_from) == (
        datetime(2026, 3, 2, 8, tzinfo=UTC),
        "meta",
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://kurier.de/a", datetime(2026, 1, 15, 7, 30, tzinfo=UTC)),
        ("https://courier.example/a", datetime(2026, 1, 15, 8, 30, tzinfo=UTC)),
    ],
)
def test_times_without_a_zone_are_local(parsed: Parsed, url: str, expected: datetime) -> None:
    head = '<meta property="article:published_time" content="2026-01-15T08:30:00">'
    assert find_dates(parsed(head, url=url), fetched_at=NOW).published_at == expected


def test_a_day_stays_the_same_day_in_every_zone() -> None:
    found = instant("2026-01-15", zone_of("jp"))
    assert found == (datetime(2026, 1, 15, tzinfo=UTC), False)


@pytest.mark.parametrize("country", sorted(_COUNTRIES))
def test_every_zone_is_known(country: str) -> None:
    assert zone_of(country) is not None


def test_countries_come_from_the_host_before_the_locale(parsed: Parsed) -> None:
    head = '<meta property="og:locale" content="de_DE">'
    assert country_of(parsed(head, url="https://kurier.at/a")) == "at"
    assert country_of(parsed(head, url="https://kurier.com/a")) == "de"
    assert country_of(parsed("", url="https://kurier.io/a")) is None
