"""Who may do what: each refusal and each withheld text is tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg2
import pytest
from psycopg2.errors import InsufficientPrivilege, QueryCanceled, ReadOnlySqlTransaction
from psycopg2.extensions import connection as Connection

from include.warehouse import marts
from include.warehouse.connect import connect
from tests.conftest import EmbeddedServer, database

pytestmark = pytest.mark.warehouse

PUBLISHER, WORDS = "withheld.example", "Nine words that only one publisher ever wrote down."


def login(dsn: str, role: str) -> Connection:
    """A connection as this role, on a server that trusts us."""
    return psycopg2.connect(re.sub(r"//[^/@]+@", f"//{role}@", dsn))


@pytest.fixture(scope="module")
def stocked_dsn(postgres_server: EmbeddedServer, migrated_template: str) -> Iterator[str]:
    """A warehouse with one edited article of one publisher, with a quote in it; only read."""
    with database(postgres_server, template=migrated_template) as dsn:
        stock(dsn)
        yield dsn


@pytest.fixture
def own_dsn(postgres_server: EmbeddedServer, stocked_dsn: str) -> Iterator[str]:
    """A copy of it that a test may change."""
    with database(postgres_server, template=stocked_dsn.split("/")[3].split("?")[0]) as dsn:
        yield dsn


def stock(dsn: str) -> None:
    """Write the article, as the stages would."""
    with closing(connect(dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(f"""
            INSERT INTO core.publishers (name) VALUES ('{PUBLISHER}');
            INSERT INTO core.feeds (feed_id, publisher_id, url, host, listed_url)
            VALUES ('f', 1, 'https://user:key@{PUBLISHER}/feed', '{PUBLISHER}',
                'https://x/?token=1');
            INSERT INTO core.texts (sha256, body, language, words)
            VALUES ('\\x01', '{WORDS}', 'en', 9);
            INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host)
            VALUES ('u', 'u', '\\x01', 1, '{PUBLISHER}');
            INSERT INTO core.articles (canonical_url, url_sha256, publisher_id)
            VALUES ('u', '\\x01', 1);
            INSERT INTO core.article_versions (article_id, number, text_id, title, language, method,
                method_reason, cleaned_by, page_id, page_sha256, fetched_at)
            VALUES (1, 1, 1, 'A headline', 'en', 'm', 'm', 'm', 1, '\\x01', now());
            UPDATE core.articles SET version_id = 1;
            INSERT INTO core.extractions (text_id, extractor, config_hash, language)
            VALUES (1, 'e', 'e', 'en');
            INSERT INTO core.quotes (extraction_id, text_id, start_char, end_char, text, kind,
                confidence)
            VALUES (1, 1, 0, 10, 'Nine words', 'direct', 1);
            INSERT INTO core.texts (sha256, body, language, words)
            VALUES ('\\x02', '{WORDS} Or two.', 'en', 11);
            INSERT INTO core.article_versions (article_id, number, text_id, title, language, method,
                method_reason, cleaned_by, page_id, page_sha256, fetched_at)
            VALUES (1, 2, 2, 'A headline', 'en', 'm', 'm', 'm', 1, '\\x02', now());
            UPDATE core.articles SET version_id = 2;
            INSERT INTO core.extractions (text_id, extractor, config_hash, language)
            VALUES (2, 'e', 'e', 'en');
            INSERT INTO core.quotes (extraction_id, text_id, start_char, end_char, text, kind,
                confidence)
            VALUES (2, 2, 0, 10, 'Nine words', 'direct', 1);
        """)
        marts.summarize(cur, marts.to_summarize(cur))


def ask(dsn: str, role: str, statement: str) -> list[tuple[Any, ...]]:
    """The rows of a query that this role asks, logged in."""
    with closing(login(dsn, role)) as conn, conn.cursor() as cur:
        cur.execute(statement)
        return cur.fetchall()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO core.publishers (name) VALUES ('x')",
        "UPDATE ops.runs SET kind = 'x'",
        "DELETE FROM core.articles",
        "TRUNCATE core.articles",
        "CREATE TABLE core.mine (id integer)",
        "CREATE TABLE public.mine (id integer)",
        "CREATE FUNCTION mart.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "DROP VIEW mart.articles",
        "REFRESH MATERIALIZED VIEW mart.coverage",
        "SELECT mart.show_texts('withheld.example', true)",
        "SELECT ops.ensure_partitions(1)",
        "SELECT ops.take_turn('h', 'w', 1, 1, 1)",
        "COPY core.articles TO PROGRAM 'true'",
        "SELECT pg_read_file('/etc/passwd')",
        "SET ROLE dateline_loader",
        "ALTER ROLE dateline_reader SUPERUSER",
    ],
)
@pytest.mark.parametrize("role", ["dateline_reader", "dateline_page"])
def test_readers_cannot_write_or_rise(stocked_dsn: str, role: str, statement: str) -> None:
    with closing(login(stocked_dsn, role)) as conn, conn.cursor() as cur:
        # Not because it is read only by default, which anyone can set otherwise.
        cur.execute("SET default_transaction_read_only = off; SET transaction_read_only = off")
        with pytest.raises(InsufficientPrivilege):
            cur.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT body FROM core.texts",
        "SELECT * FROM core.texts",
        "SELECT document FROM core.searchable",
        "SELECT url FROM core.feeds",
        "SELECT listed_url FROM core.feeds",
        "SELECT moving_to FROM core.feeds",
        "SELECT from_url FROM core.feed_events",
        "SELECT detail FROM core.feed_events",
        "SELECT old FROM core.edit_changes",
        "SELECT added FROM core.copy_changes",
        "SELECT cut FROM core.copy_changes",
        "SELECT summary FROM core.entries",
        "SELECT summary FROM core.entry_versions",
        "SELECT url FROM ops.fetches",
        "SELECT url FROM ops.imports",
        "SELECT rolpassword FROM pg_authid",
    ],
)
def test_readers_read_no_secrets_and_no_withheld_text(stocked_dsn: str, statement: str) -> None:
    with pytest.raises(InsufficientPrivilege):
        ask(stocked_dsn, "dateline_reader", statement)


def test_no_view_shows_a_feeds_key(stocked_dsn: str) -> None:
    (found,) = ask(stocked_dsn, "dateline_reader", "SELECT url FROM mart.feeds")
    assert found == (f"https://{PUBLISHER}/feed",)


@pytest.mark.parametrize(("role", "wanted"), [("dateline_reader", "1min"), ("dateline_page", "5s")])
def test_readers_have_a_statement_timeout_and_read_only_transactions(
    stocked_dsn: str, role: str, wanted: str
) -> None:
    assert ask(stocked_dsn, role, "SHOW statement_timeout") == [(wanted,)]
    with closing(login(stocked_dsn, role)) as conn, conn.cursor() as cur:
        cur.execute("SET statement_timeout = 50")
        with pytest.raises(QueryCanceled):
            cur.execute("SELECT pg_sleep(1)")
    with (
        closing(login(stocked_dsn, role)) as conn,
        conn.cursor() as cur,
        pytest.raises(ReadOnlySqlTransaction),
    ):
        cur.execute("CREATE TEMPORARY TABLE mine (id integer)")


@pytest.mark.parametrize(
    "statement",
    ["SELECT * FROM core.articles", "SELECT * FROM ops.runs", "SELECT * FROM mart.articles",
     "SELECT * FROM mart.search('x')", "SELECT * FROM mart.quotes", "SELECT * FROM mart.feeds"],
)  # fmt: skip
def test_a_page_has_no_way_into_tables_and_texts(stocked_dsn: str, statement: str) -> None:
    with pytest.raises(InsufficientPrivilege):
        ask(stocked_dsn, "dateline_page", statement)


@pytest.mark.parametrize(
    "view",
    ["stories", "stories_today", "story_timeline", "figure_timeline", "figure_disputes",
     "entity_trend", "who_with_whom", "publisher_overlap", "copy_lineage", "coverage",
     "freshness", "places_map", "publishers"],
)  # fmt: skip
def test_a_page_shows_the_marts(stocked_dsn: str, view: str) -> None:
    ask(stocked_dsn, "dateline_page", f"SELECT * FROM mart.{view} LIMIT 1")


@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE core.articles", "ALTER TABLE core.articles ADD mine integer",
     "CREATE TABLE ops.mine (id integer)", "TRUNCATE core.articles",
     "GRANT dateline_loader TO dateline_reader", "CREATE ROLE mine"],
)  # fmt: skip
def test_the_loader_changes_rows_and_nothing_else(stocked_dsn: str, statement: str) -> None:
    with closing(connect(stocked_dsn)) as conn, conn.cursor() as cur:
        cur.execute("SET ROLE dateline_loader")
        with pytest.raises(InsufficientPrivilege):
            cur.execute(statement)


def test_readers_see_every_view(stocked_dsn: str) -> None:
    found = ask(
        stocked_dsn,
        "dateline_reader",
        """
        SELECT oid::regclass::text FROM pg_class
        WHERE relnamespace = 'mart'::regnamespace AND relkind IN ('v', 'm')""",
    )
    for (view,) in found:
        ask(stocked_dsn, "dateline_reader", f"SELECT * FROM {view} LIMIT 1")


def test_a_withheld_text_is_hidden_and_its_facts_stay(own_dsn: str) -> None:
    shown = "SELECT title, body FROM mart.articles"
    assert ask(own_dsn, "dateline_reader", shown) == [("A headline", f"{WORDS} Or two.")]
    with closing(connect(own_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(f"SELECT mart.show_texts('{PUBLISHER}', false, 'facts only, by agreement')")
    assert ask(own_dsn, "dateline_reader", shown) == [("A headline", None)]
    assert ask(
        own_dsn, "dateline_reader", "SELECT quote, start_char, end_char FROM mart.quotes"
    ) == [("Nine words", 0, 10)]
    assert ask(
        own_dsn, "dateline_reader", "SELECT title, fragments FROM mart.search('publisher')"
    ) == [("A headline", None)]
    assert ask(own_dsn, "dateline_reader", "SELECT text_shown, licence FROM mart.publishers") == [
        (False, "facts only, by agreement")
    ]
    with closing(connect(own_dsn)) as conn, conn.cursor() as cur:
        cur.execute(shown)
        assert cur.fetchall() == [("A headline", f"{WORDS} Or two.")], (
            "the owner reads it all the same"
        )


COPIES = f"""
    INSERT INTO core.publishers (name) VALUES ('copier.example');
    INSERT INTO core.texts (sha256, body, language, words, copy_of, copy_score, copy_reason) VALUES
        ('\\x03', 'A copy cut short.', 'en', 4, 2, 0.9, 'overlap'),
        ('\\x04', 'A copy. {WORDS}', 'en', 11, 2, 0.9, 'overlap');
    INSERT INTO core.copy_changes (text_id, original_id, added_words, cut_words, added, cut) VALUES
        (3, 2, 0, 9, '{{}}', ARRAY['{WORDS}']), (4, 2, 9, 0, ARRAY['{WORDS}'], '{{}}');
    INSERT INTO core.articles (canonical_url, url_sha256, publisher_id)
    SELECT 'u' || text_id, sha256, CASE text_id WHEN 3 THEN 2 ELSE 1 END
    FROM core.texts WHERE text_id > 2;
    INSERT INTO core.article_versions (article_id, number, text_id, title, language, method,
        method_reason, cleaned_by, page_id, page_sha256, fetched_at)
    SELECT article_id, 1, article_id + 1, 'A copy', 'en', 'm', 'm', 'm', 1, url_sha256, now()
    FROM core.articles WHERE article_id > 1;
    UPDATE core.articles SET version_id = versions.version_id
    FROM core.article_versions AS versions
    WHERE versions.article_id = articles.article_id AND articles.article_id > 1;
    INSERT INTO core.stories (story_id, label, lead_article_id, first_published_at,
        last_published_at, size, cohesion) VALUES ('s', 'A', 1, now(), now(), 3, 0);
    INSERT INTO core.story_articles (article_id, story_id, version_id, reason, score)
    SELECT article_id, 's', version_id,
           CASE article_id WHEN 1 THEN 'first_of_story' ELSE 'copy' END, 1 FROM core.articles;
"""
"""Two copies of the article: another's that cuts the words, the publisher's own that adds them."""


def test_no_view_leaks_a_withheld_text(own_dsn: str) -> None:
    with closing(connect(own_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(COPIES)
        marts.summarize(cur, marts.to_summarize(cur))
    passages = "SELECT added || cut FROM mart.copies"
    assert ask(own_dsn, "dateline_reader", passages) == [([WORDS],), ([WORDS],)]
    with closing(connect(own_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(f"SELECT mart.show_texts('{PUBLISHER}', false)")
    found = ask(
        own_dsn,
        "dateline_reader",
        """
        SELECT oid::regclass::text FROM pg_class
        WHERE relnamespace = 'mart'::regnamespace AND relkind IN ('v', 'm')""",
    )
    for (view,) in found:
        told = ask(own_dsn, "dateline_reader", f"SELECT to_jsonb(one)::text FROM {view} AS one")
        assert not any("ever wrote" in text for (text,) in told), view


def test_withholding_for_an_unknown_publisher_is_one_clear_line(stocked_dsn: str) -> None:
    with (
        closing(connect(stocked_dsn)) as conn,
        conn.cursor() as cur,
        pytest.raises(psycopg2.errors.RaiseException, match=r"mart\.publishers lists them"),
    ):
        cur.execute("SELECT mart.show_texts('nobody', false)")
