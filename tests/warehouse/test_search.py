"""Full text and fuzzy names on the sample newsroom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from include.warehouse.connect import connect
from tests.conftest import EmbeddedServer, database

pytestmark = [pytest.mark.warehouse, pytest.mark.model]


def rows(dsn: str, statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with closing(connect(dsn)) as conn, conn.cursor() as cur:
        cur.execute(statement, parameters)
        return cur.fetchall()


def titles(dsn: str, query: str, **options: Any) -> list[str]:
    """Headlines of what is found, the best first."""
    named = "".join(f", {name} => %s" for name in options)
    statement = f"SELECT title FROM mart.search(%s{named})"
    return [title for (title,) in rows(dsn, statement, query, *options.values())]


def test_words_are_found_in_other_forms(sample_dsn: str) -> None:
    assert any("Lyon" in title for title in titles(sample_dsn, "striking Lyon"))


def test_a_headline_weighs_more_than_a_body(sample_dsn: str) -> None:
    assert "Ayacucho" in titles(sample_dsn, "ayacucho earthquake toll")[0]


@pytest.mark.parametrize("query", ["séisme", "SEISME", "Séismes"])
def test_accents_and_case_do_not_matter(sample_dsn: str, query: str) -> None:
    assert any(title.startswith("Séisme au Pérou") for title in titles(sample_dsn, query))


def test_each_language_is_read_by_its_own_rules(sample_dsn: str) -> None:
    assert any(
        "Fährunglück" in title for title in titles(sample_dsn, "Vermisste", in_language="de")
    )
    assert titles(sample_dsn, "Vermisste", in_language="fr") == []


def test_fragments_mark_the_words(sample_dsn: str) -> None:
    found = rows(sample_dsn, "SELECT fragments FROM mart.search('tarpaulins')")
    assert found
    assert all("«tarpaulins»" in fragments for (fragments,) in found)


def test_phrases_exclusions_and_limits(sample_dsn: str) -> None:
    assert titles(sample_dsn, '"civil defense" -peru') == []
    assert len(titles(sample_dsn, "the OR said", most=3)) == 3
    assert titles(sample_dsn, "said", until="2000-01-01") == []
    found = rows(
        sample_dsn,
        "SELECT DISTINCT publisher "
        "FROM mart.search('said', by_publisher => 'harbourtimes.example')",
    )
    assert found == [("harbourtimes.example",)]


@pytest.mark.parametrize(
    "query", ["", "   ", "'", '"', "!!!", "a & | b", "(((", "\\", "的", "x" * 100_000, "<b>", "-"]
)
def test_any_query_is_answered(sample_dsn: str, query: str) -> None:
    titles(sample_dsn, query)
    rows(sample_dsn, "SELECT * FROM mart.find_entities(%s)", query)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("zelensky", "Volodymyr Zelenskyy"), ("Zelenskiy", "Volodymyr Zelenskyy"),
        ("von der Layen", "Ursula von der Leyen"), ("LEYEN", "Ursula von der Leyen"),
        ("ines machava", "Inês Machava"), ("kalas kaja", "Kaja Kallas"),
    ],
)  # fmt: skip
def test_names_are_found_however_they_are_spelt(sample_dsn: str, query: str, wanted: str) -> None:
    found = [
        entity for (entity,) in rows(sample_dsn, "SELECT entity FROM mart.find_entities(%s)", query)
    ]
    assert wanted in found[:3]


def test_names_of_one_kind(sample_dsn: str) -> None:
    found = rows(sample_dsn, "SELECT DISTINCT kind FROM mart.find_entities('lima', 'place')")
    assert found == [("place",)]


def test_a_key_is_what_the_joining_of_names_makes_of_it(sample_dsn: str) -> None:
    assert (
        rows(
            sample_dsn,
            """
        SELECT name, name_key, mart.name_key(name) FROM core.entities
        WHERE name_key NOT IN (
            mart.name_key(name), regexp_replace(mart.name_key(name), '^the ', ''))
          AND sense = ''
    """,
        )
        == []
    )


MANY = """
    SET session_replication_role = replica;
    INSERT INTO core.publishers (name) VALUES ('one.example'), ('two.example');
    INSERT INTO core.searchable (article_id, publisher_id, language, published_at, document)
    SELECT n, 1 + n % 2, CASE WHEN n % 50 = 0 THEN 'fr' ELSE 'en' END,
           '2026-11-20'::timestamptz - n * interval '1 hour',
           to_tsvector('simple', concat_ws(' ', 'everi',
               CASE WHEN n % 3 = 0 THEN 'often' END, CASE WHEN n % 7 = 1 THEN 'seldom' END,
               CASE WHEN n > 2400 THEN 'long-ago' END))
    FROM generate_series(1, 2500) AS n;
    ANALYZE core.searchable;
"""


@pytest.fixture(scope="module")
def many_dsn(postgres_server: EmbeddedServer, migrated_template: str) -> Iterator[str]:
    """A warehouse with the words of 2,500 articles, an hour apart, more than are walked through."""
    with database(postgres_server, template=migrated_template) as dsn:
        with closing(connect(dsn)) as conn, conn, conn.cursor() as cur:
            cur.execute(MANY)
        yield dsn


@pytest.mark.parametrize("query", ["every", "often", "seldom", "ago", "often -seldom", "never"])
@pytest.mark.parametrize(
    ("since", "until", "publisher"),
    [
        (None, None, None),
        ("2026-09-01", None, None),
        (None, "2026-09-01", "one.example"),
        ("2026-08-20", "2026-11-01", "two.example"),
        ("2026-11-18", None, None),
    ],
)
def test_the_newest_that_match_are_ranked_however_they_are_found(
    many_dsn: str, query: str, since: str | None, until: str | None, publisher: str | None
) -> None:
    found = rows(
        many_dsn,
        "SELECT article_id FROM mart.search_ranked(%s, 'en', %s, %s, %s, 300)",
        query, since, until, publisher,
    )  # fmt: skip
    wanted = rows(
        many_dsn,
        """
        SELECT article_id FROM core.searchable JOIN core.publishers USING (publisher_id)
        WHERE document @@ websearch_to_tsquery('core.search_en', %s) AND language = 'en'
          AND published_at >= coalesce(%s, '-infinity')::timestamptz
          AND published_at < coalesce(%s, 'infinity')::timestamptz
          AND name = coalesce(%s, name)
        ORDER BY published_at DESC LIMIT 300""",
        query, since, until, publisher,
    )  # fmt: skip
    assert sorted(found) == sorted(wanted)
    assert bool(found) == (query != "never") or (query == "ago" and since is not None)
