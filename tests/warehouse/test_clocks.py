"""When an outlet said something, and by which clock: on made news, and on the sample."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from include.warehouse.connect import connect
from tests.warehouse.made_news import BODY, NOON, News

pytestmark = pytest.mark.warehouse
EARLIER, LATER = NOON - timedelta(hours=2), NOON + timedelta(hours=5)
NONE_YET = BODY.replace("At least 12 people were hurt.", "Nobody counted the hurt.")
FACTS = ("mentions", "quotes", "figures", "times", "places")


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    made = News(warehouse_dsn)
    yield made
    made.close()


def times(news: News, version: int, **stated: Any) -> None:
    """Set what a version's page states of itself, and when it was fetched."""
    for column, value in stated.items():
        news.rows(f"UPDATE core.article_versions SET {column} = %s WHERE number = %s",
                  value, version)  # fmt: skip


def clock(news: News, what: str = "wounded") -> list[tuple[Any, ...]]:
    return news.rows(
        "SELECT low::integer, reported_at, reported_basis, since_version, is_current "
        "FROM mart.figures WHERE what = %s", what,
    )  # fmt: skip


def test_a_fact_counts_from_its_articles_publication(news: News) -> None:
    news.article()
    assert clock(news) == [(12, EARLIER, "published", 1, True)]


def test_a_page_that_states_a_revision_says_so_since_then(news: News) -> None:
    news.article()
    times(news, 1, updated_at=NOON, fetched_at=LATER)
    assert clock(news) == [(12, NOON, "revised", 1, True)]


def test_an_undated_page_counts_from_our_first_look_and_says_so(news: News) -> None:
    news.article(published_at=None)
    times(news, 1, fetched_at=LATER)
    assert clock(news) == [(12, LATER, "first_seen", 1, True)]
    assert news.rows("SELECT DISTINCT published_at FROM mart.figures") == [(None,)]


def test_an_edit_dates_the_new_number_alone(news: News) -> None:
    one = news.article(body=NONE_YET)
    news.edit(one, "Twelve hurt", BODY)
    times(news, 1, fetched_at=NOON)
    times(news, 2, fetched_at=LATER, published_at=EARLIER)
    assert clock(news) == [(12, LATER, "first_seen", 2, True)]
    assert news.rows("SELECT reported_at, since_version, version FROM mart.quotes") == [
        (EARLIER, 1, 2)
    ]
    assert news.rows("SELECT DISTINCT since_version FROM mart.mentions") == [(1,)]


def test_a_stated_revision_dates_an_edit_only_where_it_is_newer_than_before(news: News) -> None:
    one = news.article(body=NONE_YET)
    news.edit(one, "Twelve hurt", BODY)
    times(news, 1, fetched_at=NOON, updated_at=EARLIER)
    times(news, 2, fetched_at=LATER, published_at=EARLIER, updated_at=LATER - timedelta(hours=1))
    assert clock(news)[0][1:3] == (LATER - timedelta(hours=1), "revised")
    times(news, 2, updated_at=EARLIER)  # an edit in silence
    assert clock(news)[0][1:3] == (LATER, "first_seen")
    times(news, 2, updated_at=LATER + timedelta(days=1))  # in the future: no such time
    assert clock(news)[0][1:3] == (LATER, "first_seen")


def test_a_number_that_went_and_came_back_counts_from_when_it_came_back(news: News) -> None:
    one = news.article()
    news.edit(one, "None counted", NONE_YET)
    news.edit(one, "Twelve again", BODY + " Again.")
    times(news, 3, fetched_at=LATER, published_at=EARLIER)
    assert clock(news) == [(12, LATER, "first_seen", 3, True)]


def test_facts_of_a_deleted_article_are_marked(news: News) -> None:
    news.article()
    news.rows("UPDATE core.articles SET gone_at = %s", LATER)
    for table in ("mentions", "quotes", "figures", "times", "articles"):
        assert news.rows(
            f"SELECT DISTINCT is_gone, is_current, reported_until FROM mart.{table}"
        ) == [(True, False, LATER)], table


def test_all_facts_have_the_same_columns_of_time_and_origin(news: News) -> None:
    wanted = {
        "published_at", "reported_at", "reported_until", "reported_basis", "seen_at", "version",
        "since_version", "is_current", "is_gone", "is_copy", "independent_text_id",
        "publisher_country", "language",
    }  # fmt: skip
    for table in FACTS:
        found = {
            name
            for (name,) in news.rows(
                "SELECT column_name FROM information_schema.columns "
                "WHERE table_schema = 'mart' AND table_name = %s", table,
            )
        }  # fmt: skip
        assert wanted <= found, table


def test_a_story_says_by_which_clock_it_ends(news: News) -> None:
    news.article(story="bridge")
    dates = "SELECT last_published_basis, undated_articles FROM mart.stories"
    news.rows("UPDATE core.stories SET first_published_at = %s, last_published_at = %s",
              EARLIER, EARLIER)  # fmt: skip
    assert news.rows(dates) == [("stated", 0)]
    news.article("Bridge shut", published_at=None, story="bridge")
    news.rows("UPDATE core.stories SET last_published_at = %s", NOON)
    assert news.rows(dates) == [("first_seen", 1)]
    between = "SELECT undated_then, last_published_basis FROM mart.stories_between(%s, %s)"
    assert news.rows(between, NOON - timedelta(days=1), NOON) == [(1, "first_seen")]


@pytest.mark.model
def test_the_edited_ferry_toll_is_not_dated_by_the_first_publication(sample_dsn: str) -> None:
    with closing(connect(sample_dsn)) as conn, conn.cursor() as cur:
        cur.execute(
            "SELECT low::integer, reported_basis, reported_at > published_at + interval '1 day' "
            "FROM mart.figures WHERE publisher = 'meridianwire.example' AND what = 'killed' "
            "AND is_lead AND title ILIKE '%%ferry%%'"
        )
        assert cur.fetchall() == [(29, "first_seen", True)]
