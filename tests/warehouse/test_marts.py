"""The marts on both editions of the sample newsroom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg2
import pytest

from include.warehouse import marts, retention
from include.warehouse.connect import connect
from tests.conftest import EmbeddedServer, database
from tests.warehouse.questions import COUNTING, Question, as_reader, ask, questions

pytestmark = [pytest.mark.warehouse, pytest.mark.model]

QUAKE = "(SELECT story_id FROM mart.search('Ayacucho earthquake', most => 1))"
CHOLERA = "(SELECT story_id FROM mart.search('cholera vaccine', most => 1))"
DERIVED = ("summarized_articles", "appearances", "entity_days", "edit_changes", "searchable")


def rows(dsn: str, statement: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with closing(connect(dsn)) as conn, conn.cursor() as cur:
        cur.execute(statement)
        return cur.fetchall()


@pytest.fixture
def copy_dsn(postgres_server: EmbeddedServer, sample_dsn: str) -> Iterator[str]:
    """A copy of the sample warehouse that a test may change."""
    with database(postgres_server, template=sample_dsn.split("/")[3].split("?")[0]) as dsn:
        yield dsn


def test_there_are_thirty_questions() -> None:
    assert len(questions()) >= 30


@pytest.mark.parametrize(
    "question", [*questions(), *questions(COUNTING)], ids=lambda question: question.title
)
def test_questions_have_the_answers_the_page_shows(sample_dsn: str, question: Question) -> None:
    with closing(as_reader(sample_dsn)) as conn:
        answer = ask(conn, question)
    assert len(answer.splitlines()) > 2, "no answer"
    if question.is_stable:
        assert answer == question.answer, "run `make questions`, and look at what changed"
    else:
        assert answer.split("\n")[0].split() == question.answer.split("\n")[0].split()


def test_five_mistakes_have_their_right_forms() -> None:
    forms = [question.title.split(":")[0] for question in questions(COUNTING)]
    assert forms == ["Wrong", "Right"] * 5
    answers = [question.answer for question in questions(COUNTING)]
    assert all(wrong != right for wrong, right in zip(answers[::2], answers[1::2], strict=True))


def test_the_headline_toll_moves_from_27_to_31(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        f"""
        SELECT low, version, moved FROM mart.figure_timeline
        WHERE story_id = {QUAKE} AND what = 'killed' AND is_lead
          AND publisher = 'andescourier.example' ORDER BY reported_at""",
    )
    assert found == [(27, 1, "same"), (31, 2, "up")]


def test_the_old_toll_is_no_longer_standing(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        f"""
        SELECT low, stood_until IS NULL FROM mart.figure_timeline
        WHERE story_id = {QUAKE} AND what = 'killed' AND is_lead
          AND publisher = 'andescourier.example' ORDER BY version""",
    )
    assert found == [(27, False), (31, True)]


def test_silent_corrections_are_told_from_announced_ones(sample_dsn: str) -> None:
    found = dict(
        rows(
            sample_dsn,
            """
        SELECT publisher, bool_and(is_silent) FROM mart.edit_log
        WHERE what = 'passage' GROUP BY publisher""",
        )
    )
    assert found["harbourtimes.example"] is True
    assert found["andescourier.example"] is False


def test_a_changed_name_is_one_change(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        """
        SELECT change, old, new FROM mart.edit_log
        WHERE publisher = 'harbourtimes.example' AND what = 'name'""",
    )
    assert found == [("changed", "Miriam Oduya", "Marian Oduya")]


def test_a_headline_changed_in_the_feed_alone_is_told(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        """
        SELECT count(*) FROM mart.edit_log
        WHERE publisher = 'capetribune.example' AND what = 'feed headline'""",
    )
    assert found == [(1,)]


def test_unchanged_articles_have_no_edits(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        """
        SELECT count(DISTINCT article_id) FROM mart.edit_log
        WHERE what NOT IN ('article', 'feed headline')""",
    )
    assert found == [(3,)]


def test_the_lineage_begins_with_the_original(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        f"""
        SELECT position, publisher, lag >= interval '0' FROM mart.copy_lineage
        WHERE story_id = {CHOLERA} ORDER BY position""",
    )
    assert found[0] == (1, "meridianwire.example", True)
    assert [position for position, *_ in found] == [1, 2, 3, 4, 5]


def test_texts_that_are_alone_have_no_lineage(sample_dsn: str) -> None:
    assert rows(
        sample_dsn, "SELECT count(DISTINCT independent_text_id) FROM mart.copy_lineage"
    ) == [(1,)]


def test_three_levels_of_counting_differ_where_there_are_copies(sample_dsn: str) -> None:
    (found,) = rows(
        sample_dsn,
        """
        SELECT articles, independent_texts, stories FROM mart.entity_trend
        WHERE entity = 'Mozambique' AND day = '2026-11-19'""",
    )
    assert found == (5, 1, 1)


def test_days_are_counted_as_the_mentions_say(sample_dsn: str) -> None:
    assert (
        rows(
            sample_dsn,
            """
        SELECT entity_id, (coalesce(articles.published_at, first_seen_at) AT TIME ZONE 'UTC')::date,
               count(DISTINCT article_id)::integer,
               count(DISTINCT mentions.independent_text_id)::integer
        FROM mart.mentions JOIN mart.articles USING (article_id) GROUP BY 1, 2
        EXCEPT SELECT entity_id, day, articles, independent_texts FROM core.entity_days""",
        )
        == []
    )


def test_the_baseline_counts_days_without_it_as_none(sample_dsn: str) -> None:
    (found,) = rows(
        sample_dsn,
        """
        SELECT usual_articles, round(before.articles / 28.0, 3), days_seen, before.days
        FROM mart.entity_trend AS trend, LATERAL (
            SELECT sum(earlier.articles) AS articles, count(*) AS days
            FROM core.entity_days AS earlier
            WHERE earlier.entity_id = trend.entity_id AND earlier.day < trend.day
        ) AS before
        WHERE entity = 'Peru' AND trend.day = '2026-11-20'
        """,
    )
    assert found[0] == found[1] > 0
    assert found[2] == found[3]


def test_pairs_are_the_same_both_ways(sample_dsn: str) -> None:
    assert (
        rows(
            sample_dsn,
            """
        SELECT entity_id, other_id, articles FROM mart.who_with_whom
        EXCEPT SELECT other_id, entity_id, articles FROM mart.who_with_whom""",
        )
        == []
    )


def test_coverage_sums_to_what_feeds_listed(sample_dsn: str) -> None:
    (found,) = rows(
        sample_dsn,
        """
        SELECT sum(seen), sum(cleaned) + sum(dropped), sum(polls) > 0 FROM mart.coverage""",
    )
    assert found[0] == found[1]
    assert found[2]


def test_reasons_of_coverage_are_explained(sample_dsn: str) -> None:
    assert (
        rows(
            sample_dsn,
            """
        SELECT jsonb_object_keys(reasons) FROM mart.coverage
        EXCEPT SELECT reason FROM ops.reasons""",
        )
        == []
    )


def test_a_publisher_without_new_pages_has_a_row(sample_dsn: str) -> None:
    assert (
        rows(
            sample_dsn,
            """
        SELECT seen, polls > 0 FROM mart.coverage WHERE publisher = 'nightpost.example'""",
        )
        != []
    )


def test_freshness_is_never_negative(sample_dsn: str) -> None:
    assert rows(
        sample_dsn, "SELECT count(*) FROM mart.freshness WHERE p50 < interval '0' OR p95 < p50"
    ) == [(0,)]


def test_places_lie_where_they_are(sample_dsn: str) -> None:
    ((lat, lon),) = rows(sample_dsn, "SELECT lat, lon FROM mart.places_map WHERE place = 'Kyiv'")
    assert (lat, lon) == (pytest.approx(50.4, abs=0.3), pytest.approx(30.5, abs=0.3))


def test_a_refresh_with_nothing_new_reads_nothing(sample_dsn: str) -> None:
    with closing(connect(sample_dsn)) as conn, conn.cursor() as cur:
        assert marts.to_summarize(cur) == []


def dump(dsn: str) -> dict[str, set[Any]]:
    """What the derived tables hold, without their own clock."""
    return {
        table: set(rows(dsn, f"SELECT (to_jsonb(one) - 'made_at')::text FROM core.{table} AS one"))
        for table in DERIVED
    }


def refresh(dsn: str) -> None:
    """Bring the marts of a warehouse up to date, two articles at a time."""
    with closing(connect(dsn)) as conn:
        with conn, conn.cursor() as cur:
            waiting = marts.to_summarize(cur)
        for begin in range(0, len(waiting), 2):
            with conn, conn.cursor() as cur:
                marts.summarize(cur, waiting[begin : begin + 2])
        with conn, conn.cursor() as cur:
            marts.refresh_views(cur)


def test_reading_everything_again_changes_nothing(copy_dsn: str) -> None:
    before = dump(copy_dsn)
    with closing(connect(copy_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute("UPDATE core.summarized_articles SET made_by = 'older statements'")
    refresh(copy_dsn)
    assert dump(copy_dsn) == before


def test_a_moved_article_is_read_again_and_leaves_nothing_behind(copy_dsn: str) -> None:
    with closing(connect(copy_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(f"""
            UPDATE core.story_articles SET story_id = {CHOLERA} WHERE article_id = (
                SELECT article_id FROM mart.articles WHERE publisher = 'andescourier.example'
                AND title LIKE 'Ayacucho%')""")
    with closing(connect(copy_dsn)) as conn, conn.cursor() as cur:
        assert len(marts.to_summarize(cur)) == 1
    refresh(copy_dsn)
    found = dump(copy_dsn)
    with closing(connect(copy_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute("TRUNCATE core.summarized_articles, core.appearances, core.entity_days, "
                    "core.edit_changes, core.searchable")  # fmt: skip
    refresh(copy_dsn)
    assert dump(copy_dsn) == found


def test_removed_texts_leave_the_marts_and_their_facts_stay(copy_dsn: str) -> None:
    words = "SELECT count(*) FROM mart.search('Ayacucho earthquake')"
    edits = "SELECT what, count(*) FROM mart.edit_log GROUP BY what"
    sentences = "SELECT count(*) FROM mart.quotes WHERE sentence IS NOT NULL"
    quotes = "SELECT count(*) FROM mart.quotes"
    said = rows(copy_dsn, quotes)
    assert rows(copy_dsn, words) != [(0,)]
    assert dict(rows(copy_dsn, edits))["passage"] > 0
    assert rows(copy_dsn, "SELECT count(*) FROM mart.copies WHERE added || cut <> '{}'") != [(0,)]
    with closing(connect(copy_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute("SELECT array_agg(text_id) FROM core.texts")
        (text_ids,) = cur.fetchone() or ([],)
        assert retention.remove_texts(cur, text_ids) == len(text_ids) > 0
    gone = [
        rows(copy_dsn, "SELECT count(*) FROM mart.search('geophysical')"),
        rows(copy_dsn, "SELECT count(*) FROM mart.copies WHERE added || cut <> '{}'"),
        rows(copy_dsn, "SELECT count(*) FROM core.copy_changes WHERE added || cut <> '{}'"),
        rows(copy_dsn, "SELECT count(*) FROM mart.edit_log WHERE what = 'passage'"),
    ]
    assert gone == [[(0,)]] * 4, "at once, not at the next refresh"
    assert rows(copy_dsn, words) != [(0,)], "headlines are found still"
    refresh(copy_dsn)
    assert rows(copy_dsn, "SELECT count(*) FROM mart.articles WHERE body IS NOT NULL") == [(0,)]
    assert rows(copy_dsn, sentences) == [(0,)]
    assert rows(copy_dsn, "SELECT count(*) FROM mart.search('geophysical')") == [(0,)]
    left = dict(rows(copy_dsn, edits))
    assert "passage" not in left
    assert {"headline", "figure", "name"} <= left.keys()
    assert rows(copy_dsn, quotes) == said


def test_a_parted_name_is_counted_apart(copy_dsn: str) -> None:
    name = "SELECT entity_id FROM core.entities WHERE name = 'Volodymyr Zelensky'"
    with closing(connect(copy_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute(
            f"UPDATE core.entity_merges SET undone_at = now() WHERE from_entity_id IN ({name})"
        )
        cur.execute(
            f"UPDATE core.entities SET canonical_id = entity_id WHERE entity_id IN ({name})"
        )
    refresh(copy_dsn)
    found = dict(
        rows(
            copy_dsn,
            """
        SELECT entity, sum(articles) FROM mart.entity_trend
        WHERE entity LIKE 'Volodymyr%' GROUP BY entity""",
        )
    )
    assert set(found) == {"Volodymyr Zelenskyy", "Volodymyr Zelensky"}


def test_as_of_before_the_first_run_nothing_was_known(sample_dsn: str) -> None:
    assert rows(sample_dsn, "SELECT count(*) FROM mart.articles_as_of('2026-01-01')") == [(0,)]


def test_as_of_now_is_what_the_views_show(sample_dsn: str) -> None:
    assert (
        rows(
            sample_dsn,
            """
        SELECT article_id, version_id, text_id, story_id, independent_text_id FROM mart.articles
        EXCEPT SELECT article_id, version_id, text_id, story_id, independent_text_id
        FROM mart.articles_as_of(now())""",
        )
        == []
    )
    for facts in ("figures", "quotes", "mentions"):
        assert rows(sample_dsn, f"SELECT count(*) FROM mart.{facts}_as_of(now())") == rows(
            sample_dsn, f"SELECT count(*) FROM mart.{facts}"
        )


def test_as_of_the_first_run_the_old_toll_stands_and_nothing_is_gone(sample_dsn: str) -> None:
    first = "(SELECT finished_at AS at FROM ops.runs ORDER BY started_at LIMIT 1) AS run"
    found = rows(
        sample_dsn,
        f"""
        SELECT max(known.low) FROM {first}, mart.figures_as_of(run.at) AS known
        WHERE title LIKE 'Ayacucho earthquake%' AND what = 'killed'""",
    )
    assert found == [(27,)]
    assert rows(
        sample_dsn,
        f"""
        SELECT count(*) FROM {first}, mart.articles_as_of(run.at) AS known
        JOIN mart.articles USING (article_id)
        WHERE known.is_gone OR known.version > 1
           OR (known.story_id IS NULL) <> (articles.doubt IS NOT NULL)""",
    ) == [(0,)]


def test_names_joined_later_are_apart_as_of_before(sample_dsn: str) -> None:
    (found,) = rows(
        sample_dsn,
        """
        SELECT mart.meant_as_of(from_entity_id, 0, made_at - interval '1 second') = from_entity_id,
               mart.meant_as_of(from_entity_id, 0, made_at) = into_entity_id
        FROM core.entity_merges WHERE text_id IS NULL AND undone_at IS NULL LIMIT 1""",
    )
    assert found == (True, True)


def test_materialized_views_have_a_key_so_that_readers_go_on(sample_dsn: str) -> None:
    from include.warehouse import queries

    with closing(connect(sample_dsn)) as conn, conn.cursor() as cur:
        found = queries.rows(cur, "materialized_views")
    assert len(found) >= 4
    assert all(view["has_key"] for view in found)


def test_the_loader_refreshes_what_it_does_not_own(copy_dsn: str) -> None:
    with closing(connect(copy_dsn)) as conn, conn, conn.cursor() as cur:
        cur.execute("UPDATE core.summarized_articles SET made_by = 'older'")
        cur.execute("SET ROLE dateline_loader")
        marts.summarize(cur, marts.to_summarize(cur))
        assert marts.refresh_views(cur) >= 4


def test_an_unknown_publisher_is_one_clear_line(sample_dsn: str) -> None:
    with pytest.raises(psycopg2.errors.RaiseException, match=r"mart\.publishers lists them"):
        rows(sample_dsn, "SELECT * FROM mart.search('x', by_publisher => 'nobody')")


def test_what_counts_articles_counts_independent_texts_and_stories(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        """
        SELECT relname, array_agg(attname::text)
        FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        WHERE relnamespace = 'mart'::regnamespace AND relkind IN ('v', 'm') AND attnum > 0
        GROUP BY relname""",
    )
    counting = {name: set(columns) for name, columns in found if "articles" in columns}
    del counting["freshness"]  # how late articles come is told of articles
    assert len(counting) >= 9
    for name, columns in counting.items():
        assert "independent_texts" in columns, name
        assert columns & {"stories", "story_id"}, name


@pytest.mark.parametrize("facts", ["quotes", "figures", "mentions", "places", "times"])
def test_facts_can_be_counted_by_independent_text(sample_dsn: str, facts: str) -> None:
    wrong = rows(
        sample_dsn,
        f"""
        SELECT facts.article_id FROM mart.{facts} AS facts JOIN mart.articles USING (article_id)
        WHERE facts.independent_text_id IS DISTINCT FROM articles.independent_text_id LIMIT 5""",
    )
    assert wrong == []
    assert rows(sample_dsn, f"SELECT count(*) > 0 FROM mart.{facts}") == [(True,)]
