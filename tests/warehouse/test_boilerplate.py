"""What a publisher repeats in bodies of several stories is marked, and is not counted as news."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from include.warehouse import marts, texts
from tests.warehouse.made_news import News

pytestmark = pytest.mark.warehouse

NOTICE = "Mara Feld sells a boat for twelve hundred. Ring the Harbour Office in the evening."
OWN = (
    "The council of Ulm voted on Monday to mend the {} bridge before the winter, and to close it "
    "to lorries until then. Nobody spoke against it."
)


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    made = News(warehouse_dsn)
    yield made
    made.close()


def body(number: int) -> str:
    return f"{OWN.format(number)}\n{NOTICE}"


def refresh(news: News) -> None:
    """Twice, as a run does."""
    for _ in range(2):
        with news.conn, news.conn.cursor() as cur:
            marts.summarize(cur, marts.to_summarize(cur))
    with news.conn, news.conn.cursor() as cur:
        marts.refresh_views(cur)


def spans(news: News) -> set[str]:
    return {words for (words,) in news.rows(
        "SELECT substr(body, start_char + 1, end_char - start_char) "
        "FROM core.boilerplate_spans JOIN core.texts USING (text_id)")}  # fmt: skip


def test_a_passage_of_three_stories_of_one_publisher_is_boilerplate(news: News) -> None:
    for number in (1, 2):
        news.article(f"Bridge {number}", body(number), story=f"s{number}")
    refresh(news)
    assert spans(news) == set()
    news.article("Bridge 3", body(3), story="s3")
    refresh(news)
    assert spans(news) == {NOTICE}
    assert news.rows("SELECT count(*) FROM core.boilerplate_spans") == [(3,)], "earlier texts too"
    assert news.rows("SELECT stories FROM core.boilerplate") == [(3,)]


def test_one_story_told_three_times_or_by_three_publishers_is_none(news: News) -> None:
    for number in range(3):
        news.article(f"Bridge {number}", body(number), story="one")
        news.article(
            f"Ford {number}", body(number + 5), story=f"s{number}", publisher=f"p{number}.example"
        )
    refresh(news)
    assert spans(news) == set()


def test_boilerplate_is_marked_and_neither_searched_nor_counted(news: News) -> None:
    for number in range(3):
        news.article(f"Bridge {number}", body(number), story=f"s{number}")
    refresh(news)
    assert news.rows("SELECT 1 FROM mart.search('boat')") == []
    assert len(news.rows("SELECT 1 FROM mart.search('lorries')")) == 3
    marked = dict(
        news.rows("SELECT mention, bool_and(is_boilerplate) FROM mart.mentions GROUP BY mention")
    )
    assert marked == {"Mara Feld": True, "Ulm": False}
    assert news.rows("SELECT entity FROM mart.entities") == [("Ulm",)]


def test_texts_that_share_nothing_else_are_compared_without_it(news: News) -> None:
    text_ids = []
    for number in range(3):
        news.article(f"Bridge {number}", body(number), story=f"s{number}")
        text_ids.append(news.text(body(number)))
    refresh(news)
    with news.conn, news.conn.cursor() as cur:
        compared = texts.texts_to_compare(cur, text_ids)
    assert [row["body"].strip() for row in compared] == [OWN.format(n) for n in range(3)]


def test_a_text_that_is_nearly_nothing_else_keeps_it(news: News) -> None:
    for number in range(3):
        news.article(f"Boat {number}", f"No {number}.\n{NOTICE}", story=f"s{number}")
    refresh(news)
    assert spans(news) == {NOTICE}
    assert len(news.rows("SELECT 1 FROM mart.search('boat')")) == 3
