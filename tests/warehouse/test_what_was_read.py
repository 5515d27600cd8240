"""What was not read in a language is said, and is not taken for absence."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta

import pytest
from rich.console import Console

from include import languages
from include.languages.record import Names
from include.report import print_report
from tests.warehouse.made_news import NOON, News

pytestmark = pytest.mark.warehouse


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    made = News(warehouse_dsn)
    yield made
    made.close()


def german(news: News) -> None:
    """An article in German, read by lists, in which no name was found."""
    one = news.article("Brücke", "Die Brücke bleibt zu. Niemand weiß, wie lange.")
    news.rows("UPDATE core.article_versions SET language = 'de' WHERE article_id = %s", one)
    news.rows(
        "UPDATE core.extractions SET language = 'de', extractor = 'made/1/names' WHERE text_id = "
        "(SELECT text_id FROM core.article_versions WHERE article_id = %s)", one,
    )  # fmt: skip


def refreshed(news: News) -> None:
    from include.warehouse import marts

    with news.conn, news.conn.cursor() as cur:
        marts.summarize(cur, marts.to_summarize(cur))
        marts.refresh_views(cur)


def test_each_language_says_how_its_names_are_read(news: News) -> None:
    news.article()
    german(news)
    refreshed(news)
    assert news.rows(
        "SELECT language, names_read, articles, with_names, with_speakers, with_figures "
        "FROM mart.languages ORDER BY language"
    ) == [("de", "lists", 1, 0, 0, 0), ("en", "model", 1, 1, 1, 1)]


def test_an_article_says_what_was_found_in_it(news: News) -> None:
    news.article()
    german(news)
    assert news.rows(
        "SELECT names_read, has_names, has_places, has_speakers, has_figures "
        "FROM mart.articles ORDER BY article_id"
    ) == [("model", True, True, True, True), ("lists", False, False, False, False)]
    news.rows("UPDATE core.extractions SET is_current = false")
    assert news.rows("SELECT DISTINCT names_read, has_names FROM mart.articles") == [
        ("not yet", False)
    ]


def test_languages_with_lists_are_those_that_have_some(news: News) -> None:
    with_lists = {code for code in languages.codes() if languages.language(code).names != Names()}
    found = {
        code
        for code in languages.codes()
        if news.one("SELECT mart.names_read(%s, 'made/1/names')", code) == "lists"
    }
    assert found == with_lists
    assert news.one("SELECT mart.names_read('xx', 'made/1/names')") == "countries"


def test_a_run_ends_with_what_was_not_read(news: News) -> None:
    news.rows("INSERT INTO ops.runs (run_id, kind, version) VALUES ('one', 'manual', '0')")
    german(news)
    refreshed(news)
    out = io.StringIO()
    with news.conn, news.conn.cursor() as cur:
        print_report(cur, "one", Console(file=out, width=200))
    assert "Not all names read in 1 of 1 articles (de 1)" in out.getvalue()


def test_an_instant_before_the_first_run_is_told(news: News) -> None:
    def notices(statement: str, *parameters: object) -> str:
        news.conn.notices.clear()
        news.rows(statement, *parameters)
        return " ".join(news.conn.notices)

    for kind in ("articles", "figures", "quotes", "mentions", "stories"):
        empty = notices(f"SELECT * FROM mart.{kind}_as_of(%s)", NOON)
        assert "nothing is stored yet" in empty, kind
    news.article()
    early = notices("SELECT * FROM mart.figures_as_of(%s)", NOON - timedelta(days=1))
    assert "the first article was stored at 2026-11-20" in early
    assert notices("SELECT * FROM mart.figures_as_of(now())") == ""
