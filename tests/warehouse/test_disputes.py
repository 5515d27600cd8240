"""Counts are compared by what they allow: "at least 160" and 164 agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from include.extraction.figures import words
from tests.warehouse.made_news import BODY, NOON, News

pytestmark = pytest.mark.warehouse
Count = tuple[int | None, int | None, str]


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    made = News(warehouse_dsn)
    yield made
    made.close()


def tell(news: News, *counts: Count, what: str = "wounded", story: str = "bridge") -> None:
    """One story, a publisher a count, an hour apart."""
    for hour, (low, high, bound) in enumerate(counts):
        news.article(
            "Bridge", f"{BODY} {story} {hour}", publisher=f"p{hour}.example", story=story,
            published_at=NOON - timedelta(hours=9 - hour),
        )  # fmt: skip
        news.rows(
            "UPDATE core.figures SET what = %s, low = %s, high = %s, bound = %s, unit = 'person' "
            "WHERE figure_id = (SELECT max(figure_id) FROM core.figures)", what, low, high, bound,
        )  # fmt: skip


EXACT_27, EXACT_31 = (27, 27, "exact"), (31, 31, "exact")


CASES: list[tuple[tuple[Count, ...], bool]] = [
    ((EXACT_27, EXACT_31), True),
    (((160, None, "at_least"), (164, 164, "exact")), False),
    (((24, None, "at_least"), (55, 55, "exact")), False),
    (((60, 60, "about"), (62, 62, "exact")), False),
    (((60, 60, "about"), (80, 80, "exact")), True),
    (((62, None, "at_least"), (47, 47, "exact")), True),
    (((10, 20, "between"), (15, 15, "exact")), False),
    (((None, 5, "at_most"), (6, 6, "exact")), True),
]


def test_only_counts_that_cannot_all_hold_are_in_dispute(news: News) -> None:
    for number, (counts, _) in enumerate(CASES):
        tell(news, *counts, story=f"story {number}")
    disputed = {story for (story,) in news.rows("SELECT story_id FROM mart.figure_disputes")}
    assert disputed == {f"story {number}" for number, (_, wanted) in enumerate(CASES) if wanted}


def test_each_account_has_its_bound_and_its_time(news: News) -> None:
    tell(news, (31, 31, "exact"), (40, None, "at_least"))
    ((accounts, evidence),) = news.rows("SELECT accounts, evidence FROM mart.figure_disputes")
    assert accounts == [
        "p1.example: At least 12 people (at least, 2026-11-20 04:00)",
        "p0.example: At least 12 people (exact, 2026-11-20 03:00)",
    ]
    assert [(one["publisher"], one["low"], one["high"]) for one in evidence] == [
        ("p1.example", 40, None), ("p0.example", 31, 31),
    ]  # fmt: skip


def test_what_two_texts_count_of_different_things_is_no_dispute(news: News) -> None:
    tell(news, (90, 90, "exact"), (131, 131, "exact"), what="passenger")
    assert news.rows("SELECT 1 FROM mart.figure_disputes") == []


def test_only_facts_of_this_event_lead_and_are_compared(news: News) -> None:
    tell(news, EXACT_27, EXACT_31)
    for status in ("earlier", "forecast", "possible", "negated"):
        news.rows("UPDATE core.figures SET status = %s WHERE low = 31", status)
        assert news.rows("SELECT 1 FROM mart.figure_disputes") == [], status
        for view in ("figures", "figure_timeline"):
            found = news.rows(f"SELECT low::integer FROM mart.{view} WHERE is_lead")
            assert found == [(27,)], (status, view)


def test_a_toll_of_another_year_does_not_lead(news: News) -> None:
    tell(news, EXACT_27)
    news.rows("UPDATE core.extractions SET reference_at = %s", NOON)
    news.rows("UPDATE core.times SET value = '2022', on_day = NULL")
    news.rows("UPDATE core.figures SET time_id = (SELECT time_id FROM core.times)")
    assert news.rows("SELECT 1 FROM mart.figures WHERE is_lead") == []
    news.rows("UPDATE core.times SET value = '2026-11-19'")
    assert news.rows("SELECT low::integer FROM mart.figures WHERE is_lead") == [(27,)]


MOVES: list[tuple[Count, Count, str]] = [
    ((1140, 1140, "exact"), (1000, None, "at_least"), "same"),
    ((12, None, "at_least"), (29, 29, "exact"), "up"),
    ((12, None, "at_least"), (14, None, "at_least"), "up"),
    ((14, 14, "exact"), (14, None, "at_least"), "same"),
    (EXACT_31, EXACT_27, "down"),
    (EXACT_27, EXACT_31, "up"),
    ((60, 60, "about"), (62, 62, "exact"), "same"),
    ((62, None, "at_least"), (47, 47, "exact"), "down"),
    ((None, 50, "at_most"), (None, 40, "at_most"), "down"),
]


def test_a_number_moves_only_where_both_cannot_hold(news: News) -> None:
    for number, (before, after, _) in enumerate(MOVES):
        tell(news, before, after, story=f"story {number}")
    found = dict(
        news.rows("SELECT story_id, moved FROM mart.figure_timeline WHERE previous IS NOT NULL")
    )
    assert found == {f"story {number}": moved for number, (*_, moved) in enumerate(MOVES)}


def test_the_casualties_of_the_views_are_those_of_the_rules(news: News) -> None:
    assert {*news.one("SELECT mart.casualties()"), "protesters"} == words.PERSON_KINDS


CLASSES = {
    ("killed", "person"): "casualty",
    ("money", "EUR"): "money",
    ("percent", "percent"): "share",
    ("term", "year"): "term",
    ("vote", "vote"): "vote",
    ("sitze", "sitze"): "seat",
    ("mile", "mile"): "measure",
    ("nuit", "nuit"): "duration",
    ("passenger", "person"): "people",
    ("ferry", "ferry"): "count",
    ("count", None): "number",
}


def test_every_figure_has_a_class_of_a_closed_list(news: News) -> None:
    found = {each: news.one("SELECT mart.what_class(%s, %s)", *each) for each in CLASSES}
    assert found == CLASSES


def measured(
    news: News,
    *values: int,
    holders: tuple[str, ...] = (),
    story: str = "mill",
    of: str = "net profit",
) -> None:
    """One story, a publisher a value of one measure, an hour apart."""
    for hour, value in enumerate(values):
        tell(news, (value, value, "exact"), what="money", story=f"{story} {hour}")
        news.rows(
            "UPDATE core.figures SET unit = 'EUR', of_what = %s, holder = %s, text = %s "
            "WHERE figure_id = (SELECT max(figure_id) FROM core.figures)",
            f"its {of}" if hour else f"The {of}",
            holders[hour] if holders else "Halden Mills",
            f"{value} euros",
        )
        news.join(news.one("SELECT max(article_id) FROM core.articles"), story)
        news.rows(
            "UPDATE core.articles SET publisher_id = %s "
            "WHERE article_id = (SELECT max(article_id) FROM core.articles)",
            news.publisher(f"m{hour}.example"),
        )


def test_a_profit_told_in_two_ways_is_in_dispute(news: News) -> None:
    measured(news, 41_000_000, 52_000_000)
    found = news.rows("SELECT measure, holder, unit, lowest, highest FROM mart.figure_disputes")
    assert found == [("net profit", "Halden Mills", "EUR", 41_000_000, 52_000_000)]
    for status in ("earlier", "forecast", "possible", "negated"):
        news.rows("UPDATE core.figures SET status = %s WHERE low = 52000000", status)
        assert news.rows("SELECT 1 FROM mart.figure_disputes") == [], status


def test_profits_of_two_companies_or_rounded_ones_are_no_dispute(news: News) -> None:
    measured(news, 41_000_000, 52_000_000, holders=("Halden Mills", "Orm Foods"), story="two")
    measured(news, 41_000_000, 41_300_000, story="rounded")
    assert news.rows("SELECT 1 FROM mart.figure_disputes") == []


def test_a_measure_moves_beside_others_of_its_story(news: News) -> None:
    measured(news, 41_000_000, 52_000_000)
    found = news.rows(
        "SELECT measure, holder, low::integer, previous::integer, moved "
        "FROM mart.figure_timeline WHERE story_id = 'mill' ORDER BY low"
    )
    assert found == [
        ("net profit", "Halden Mills", 41_000_000, None, None),
        ("net profit", "Halden Mills", 52_000_000, 41_000_000, "up"),
    ]
