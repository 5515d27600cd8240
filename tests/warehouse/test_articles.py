"""Articles, versions and texts: what is stored when a page is cleaned again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from psycopg2.extensions import cursor as Cursor

from include import urls
from include.outcomes import Reason, Status
from include.records import CleanArticle, DateHint, Doubt, ExtractedText, Figure
from include.warehouse import facts, feeds, marts, queries, stories
from include.warehouse.articles import count_words, store_article
from include.warehouse.connect import connect
from tests.warehouse.stored_articles import renew_texts

pytestmark = pytest.mark.warehouse

BODY = "The river rose by two metres overnight. " * 20
ARTICLE = CleanArticle(
    url="https://harbour.example/a", canonical_url="https://harbour.example/a", title="River rises",
    body=BODY, authors=("Ann Lee",), published_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    published_from="json_ld", updated_at=None, language="en", language_declared="en", section=None,
    tags=(), image_url=None, credit=None, is_free=None, method="trafilatura", method_reason="",
    cleaned_by="test/1",
)  # fmt: skip


@pytest.fixture
def cur(warehouse_dsn: str) -> Iterator[Cursor]:
    with closing(connect(warehouse_dsn)) as conn, conn.cursor() as cursor:
        cursor.execute("INSERT INTO core.publishers (name) VALUES ('harbour.example')")
        yield cursor


def page(cur: Cursor, url: str = ARTICLE.url) -> dict[str, Any]:
    """A fetched page as the cleaning stage claims it."""
    cur.execute("SELECT publisher_id FROM core.publishers")
    (publisher_id,) = cur.fetchone() or (None,)
    row = (url, url, urls.key(url), publisher_id, urls.host(url))
    queries.many(cur, "upsert_pages", [row])
    (found,) = queries.rows(cur, "page_ids", keys=[urls.key(url)])
    return {
        "page_id": found["page_id"], "publisher_id": publisher_id, "url_sha256": urls.key(url),
        "body_sha256": b"1", "fetched_at": datetime(2026, 11, 20, 10, tzinfo=UTC),
    }  # fmt: skip


def counts(cur: Cursor) -> tuple[int, int, int]:
    cur.execute(
        "SELECT (SELECT count(*) FROM core.articles), "
        "(SELECT count(*) FROM core.article_versions), (SELECT count(*) FROM core.texts)"
    )
    return cur.fetchone() or (-1, -1, -1)


def test_a_new_article_has_one_version_and_one_text(cur: Cursor) -> None:
    _, status, reason = store_article(cur, ARTICLE, page(cur))
    assert (status, reason) == (Status.STORED, Reason.NEW)
    assert counts(cur) == (1, 1, 1)


def test_the_same_words_again_change_nothing(cur: Cursor) -> None:
    store_article(cur, ARTICLE, page(cur))
    again = replace(ARTICLE, image_url="https://harbour.example/i.jpg", method="other")
    _, status, reason = store_article(cur, again, page(cur))
    assert (status, reason) == (Status.UNCHANGED, Reason.SAME_TEXT)
    assert counts(cur) == (1, 1, 1)


NEWER = replace(ARTICLE, cleaned_by="test/2")


def test_newer_rules_restate_what_stands_beside_the_words(cur: Cursor) -> None:
    """The words are equal, so there is no new version; dates and authors are those of now."""
    article_id, *_ = store_article(cur, ARTICLE, page(cur))
    day = datetime(2026, 11, 19, 7, tzinfo=UTC)
    again = replace(NEWER, published_at=day, authors=("Ann Lee", "Bo Ray"), section="Local")
    assert store_article(cur, again, page(cur)) == (article_id, Status.UNCHANGED, Reason.RESTATED)
    assert counts(cur) == (1, 1, 1)
    cur.execute(
        "SELECT published_at, authors, section, cleaned_by, restated FROM core.article_versions"
    )
    assert cur.fetchall() == [(day, ["Ann Lee", "Bo Ray"], "Local", "test/2", 1)]
    cur.execute("SELECT kind FROM core.changes ORDER BY noted")
    assert cur.fetchall() == [("new",), ("restated",)]
    _, status, reason = store_article(cur, again, page(cur))
    assert (status, reason) == (Status.UNCHANGED, Reason.SAME_TEXT)


def test_newer_rules_that_read_the_same_only_sign(cur: Cursor) -> None:
    store_article(cur, ARTICLE, page(cur))
    _, status, reason = store_article(cur, NEWER, page(cur))
    assert (status, reason) == (Status.UNCHANGED, Reason.SAME_TEXT)
    cur.execute("SELECT cleaned_by, restated FROM core.article_versions")
    assert cur.fetchall() == [("test/2", 0)]
    cur.execute("SELECT count(*) FROM core.changes")
    assert cur.fetchall() == [(1,)]


@pytest.mark.parametrize(
    ("again", "is_due"),
    [
        (replace(NEWER, published_at=datetime(2026, 11, 13, 9, tzinfo=UTC)), True),
        (replace(NEWER, language="de"), True),
        (replace(NEWER, authors=("Bo Ray",)), False),
    ],
)
def test_facts_read_by_a_date_that_went_give_way(
    cur: Cursor, again: CleanArticle, is_due: bool
) -> None:
    """ "Friday" in the text was read by a date that newer rules do not find."""
    store_article(cur, ARTICLE, page(cur))
    cur.execute("SELECT text_id FROM core.texts")
    (text_id,) = cur.fetchone() or (None,)
    hashes = {"en": "en/1", "de": "de/1", "*": "other/1"}
    found = ExtractedText(id="1", language="en", extractor="made", config_hash="en/1")
    facts.store_extraction(cur, text_id, found, reference_at=ARTICLE.published_at)
    store_article(cur, again, page(cur))
    assert renew_texts(cur, hashes, most=9) == is_due


def test_a_restated_article_is_read_again_by_the_marts(cur: Cursor) -> None:
    article_id, *_ = store_article(cur, ARTICLE, page(cur))
    marts.summarize(cur, marts.to_summarize(cur))
    assert marts.to_summarize(cur) == []
    store_article(cur, replace(NEWER, published_at=None, published_from=None), page(cur))
    assert marts.to_summarize(cur) == [article_id]


@pytest.mark.parametrize(
    ("change", "texts"),
    [({"title": "River rises again"}, 1), ({"body": BODY + "A man drowned."}, 2)],
)
def test_other_words_are_a_new_version(cur: Cursor, change: dict[str, str], texts: int) -> None:
    store_article(cur, ARTICLE, page(cur))
    _, status, reason = store_article(cur, replace(ARTICLE, **change), page(cur))  # type: ignore[arg-type]
    assert (status, reason) == (Status.UPDATED, Reason.CHANGED)
    assert counts(cur) == (1, 2, texts)
    cur.execute("SELECT number FROM core.articles JOIN core.article_versions USING (version_id)")
    assert cur.fetchall() == [(2,)]


def test_a_poorer_refetch_replaces_nothing(cur: Cursor) -> None:
    store_article(cur, ARTICLE, page(cur))
    _, status, reason = store_article(cur, replace(ARTICLE, body="Please subscribe."), page(cur))
    assert (status, reason) == (Status.SKIPPED, Reason.WORSE_THAN_STORED)
    assert counts(cur) == (1, 1, 1)


def test_another_url_of_the_article_adds_no_version(cur: Cursor) -> None:
    store_article(cur, ARTICLE, page(cur))
    other = page(cur, "https://harbour.example/a-amp")
    _, status, reason = store_article(cur, replace(ARTICLE, body=BODY + "More."), other)
    assert (status, reason) == (Status.DUPLICATE, Reason.SAME_PAGE)
    assert counts(cur) == (1, 1, 1)


def test_one_text_in_two_articles_is_stored_once(cur: Cursor) -> None:
    store_article(cur, ARTICLE, page(cur))
    url = "https://harbour.example/b"
    _, status, reason = store_article(
        cur, replace(ARTICLE, url=url, canonical_url=url), page(cur, url)
    )
    assert (status, reason) == (Status.STORED, Reason.EXACT_COPY)
    assert counts(cur) == (2, 2, 1)


def test_text_the_server_refuses_is_made_storable(cur: Cursor) -> None:
    hostile = replace(ARTICLE, title="a\x00b\ud800", body=BODY + "\x00\udfff")
    _, status, _ = store_article(cur, hostile, page(cur))
    assert status == Status.STORED


@pytest.mark.parametrize(
    ("text", "words"), [("one two  three", 3), ("", 0), ("東京は雨です", 3), ("東京 Tower", 2)]
)
def test_words_are_counted_in_scripts_without_spaces(text: str, words: int) -> None:
    assert count_words(text) == words


DOUBTED = replace(ARTICLE, doubt=Doubt(reason="listing", score=0.9, detail="a list"))


def test_a_doubtful_page_is_stored_with_its_doubt_and_due_for_no_story(cur: Cursor) -> None:
    article_id, status, reason = store_article(cur, DOUBTED, page(cur))
    assert (status, reason) == (Status.STORED, Reason.DOUBTFUL)
    cur.execute("UPDATE core.texts SET fingerprinted_at = now()")
    assert stories.due_articles(cur, rules="r", run_id="r", most=9) == []
    cur.execute("SELECT doubt, doubt_score::float8, words > 0 FROM mart.articles")
    assert cur.fetchall() == [("listing", pytest.approx(0.9), True)]
    cur.execute("UPDATE core.article_versions SET doubt = NULL")
    assert [
        row["article_id"] for row in stories.due_articles(cur, rules="r", run_id="r", most=9)
    ] == [article_id]


def test_a_doubtful_text_does_not_follow_one_without_doubt(cur: Cursor) -> None:
    store_article(cur, ARTICLE, page(cur))
    _, status, reason = store_article(cur, replace(DOUBTED, title="Rivers rise"), page(cur))
    assert (status, reason) == (Status.SKIPPED, Reason.WORSE_THAN_STORED)


def test_a_text_without_doubt_follows_a_doubtful_one(cur: Cursor) -> None:
    store_article(cur, DOUBTED, page(cur))
    _, status, _ = store_article(cur, replace(ARTICLE, title="Rivers rise"), page(cur))
    assert status is Status.UPDATED
    cur.execute("SELECT doubt FROM mart.articles")
    assert cur.fetchall() == [(None,)]


def test_a_hint_is_kept_apart_from_the_date(cur: Cursor) -> None:
    day = datetime(2026, 11, 19, tzinfo=UTC)
    hinted = replace(
        ARTICLE,
        published_at=None,
        published_from=None,
        published_hint=DateHint(at=day, origin="url"),
    )
    store_article(cur, hinted, page(cur))
    cur.execute("SELECT published_at, published_hint, published_hint_from FROM mart.articles")
    assert cur.fetchall() == [(None, day, "url")]


def test_an_article_that_follows_its_feed_is_told_and_read_by_the_new_day(cur: Cursor) -> None:
    """The feed said Friday 20 November, and corrects itself to the Friday before."""
    page_row = page(cur)
    article = replace(ARTICLE, published_from="feed")
    article_id, *_ = store_article(cur, article, page_row)
    cur.execute("SELECT text_id FROM core.texts")
    (text_id,) = cur.fetchone() or (None,)
    found = ExtractedText(id="1", language="en", extractor="made", config_hash="en/1")
    facts.store_extraction(cur, text_id, found, reference_at=ARTICLE.published_at)
    marts.summarize(cur, marts.to_summarize(cur))
    cur.execute("UPDATE core.pages SET article_id = %s", (article_id,))
    cur.execute(
        "INSERT INTO core.feeds (feed_id, url, listed_url, host, publisher_id) "
        "SELECT 'f', 'u', 'u', 'harbour.example', publisher_id "
        "FROM core.publishers"
    )
    day = datetime(2026, 11, 13, 9, tzinfo=UTC)
    cur.execute(
        "INSERT INTO core.entries (entry_sha256, entry_id, feed_id, page_id, title, "
        "content_sha256, published_at) VALUES ('e', 'e', 'f', %s, 'River rises', 'c', %s)",
        (page_row["page_id"], ARTICLE.published_at),
    )
    assert feeds.redate_entries(cur, "f", {b"e": day}) == {b"e"}
    cur.execute("SELECT published_at FROM mart.articles")
    assert cur.fetchall() == [(day,)]
    assert marts.to_summarize(cur) == [article_id]
    cur.execute("SELECT kind FROM core.changes WHERE kind = 'restated'")
    assert len(cur.fetchall()) == 1
    assert renew_texts(cur, {"en": "en/1", "*": "other/1"}, most=9) == 1


def test_a_figure_of_the_headline_is_kept_with_it(cur: Cursor) -> None:
    store_article(cur, ARTICLE, page(cur))
    cur.execute("SELECT text_id, left(body, 5) FROM core.texts")
    text_id, opening = cur.fetchone() or (None, "")
    in_body, in_headline = (
        Figure(
            start=0,
            end=5,
            text=text,
            what="killed",
            low=Decimal(low),
            high=Decimal(low),
            bound="exact",
            unit="person",
            place=None,
            confidence=0.9,
            where=where,
            superseded_by=0 if where == "headline" else None,
        )
        for text, low, where in ((opening, 3, "body"), ("Seven", 7, "headline"))
    )
    found = ExtractedText(
        id="1",
        language="en",
        extractor="made",
        config_hash="en/1",
        figures=(in_body, in_headline),
        headline="Seven dead in Halden",
    )
    facts.store_extraction(cur, text_id, found, reference_at=ARTICLE.published_at)
    cur.execute(
        "SELECT low, stands_in, start_char, sentence, superseded_by_id = figure_id "
        "FROM mart.figures ORDER BY low"
    )
    first, second = cur.fetchall()
    assert first[:3] == (3, "body", 0)
    assert second == (7, "headline", None, "Seven dead in Halden", True)
    cur.execute("SELECT headline_start_char, headline_end_char FROM core.figures WHERE low = 7")
    assert cur.fetchall() == [(0, 5)]
