"""Each check finds the bad row it is for, finds nothing in a good warehouse, and is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from include.settings import Settings
from include.stages.checking import ChecksFailed, check_warehouse, run_warehouse_checks
from include.stages.work import Run
from include.warehouse import check_list
from include.warehouse.check import run_checks
from include.warehouse.check_list import Check, list_checks
from include.warehouse.connect import connector
from tests.warehouse.made_news import BODY, News

pytestmark = pytest.mark.warehouse
NOW = datetime.now(UTC)


@pytest.fixture
def news(warehouse_dsn: str) -> Iterator[News]:
    made = News(warehouse_dsn)
    made.rows("INSERT INTO ops.runs (run_id, kind, version) VALUES ('one', 'manual', '0')")
    first = made.article(story="bridge", first_seen_at=NOW)
    made.article("Bridge shut", BODY, publisher="other.example", story="bridge", first_seen_at=NOW)
    made.article("Bridge closed", BODY + " Copied.", story="bridge", first_seen_at=NOW)
    assert first
    yield made
    made.close()


def found(news: News) -> dict[str, int]:
    with news.conn, news.conn.cursor() as cur:
        results = run_checks(cur, "one", max_failed_share=0.5)
    return {one.name: one.offending for one in results if one.offending}


def test_a_good_warehouse_passes(news: News) -> None:
    assert found(news) == {}


SHIFTED = "UPDATE core.{0} SET start_char = start_char + 1, end_char = end_char + 1"
OUTCOME = (
    "INSERT INTO ops.outcomes (run_id, stage, subject_kind, subject, status, reason) "
    "VALUES ('one', '{0}', '{1}', '{2}', '{3}', '{4}')"
)


@pytest.mark.parametrize(
    ("check", "planted"),
    [
        (
            "speakers_agree",
            "UPDATE core.quotes SET speaker_text = 'they' WHERE speaker_entity_id IS NOT NULL",
        ),
        (
            "quotes_apart",
            "WITH twice AS (INSERT INTO core.quotes (extraction_id, text_id, start_char, end_char,"
            " text, kind, confidence) SELECT extraction_id, text_id, start_char, end_char - 1,"
            " left(text, -1), kind, confidence FROM core.quotes LIMIT 1 RETURNING *) "
            "INSERT INTO core.quote_fragments SELECT quote_id, 1, start_char, end_char, text "
            "FROM twice",
        ),
        ("offsets_reproduce_text", SHIFTED.format("mentions")),
        ("offsets_reproduce_text", SHIFTED.format("quotes")),
        ("offsets_reproduce_text", SHIFTED.format("quote_fragments")),
        ("offsets_reproduce_text", SHIFTED.format("figures")),
        ("offsets_reproduce_text", SHIFTED.format("times")),
        ("offsets_reproduce_text", SHIFTED.format("places")),
        ("offsets_reproduce_text", "UPDATE core.quotes SET cue_start_char = cue_start_char - 1"),
        ("no_future_date", "UPDATE core.article_versions SET published_at = '2039-01-01'"),
        ("no_future_date", "UPDATE core.article_versions SET published_at = '1970-01-01'"),
        ("no_orphan", "INSERT INTO core.texts (sha256, body, words) VALUES ('x', 'lost', 1)"),
        ("no_orphan", "DELETE FROM core.story_articles"),
        ("no_orphan", "DELETE FROM core.quote_fragments"),
        ("no_orphan", "UPDATE core.extractions SET is_current = false"),
        ("no_orphan", "UPDATE core.pages SET article_id = NULL"),
        ("grouped_articles", "DELETE FROM core.story_articles"),
        (
            "newest_version_is_current",
            "UPDATE core.articles SET version_id = "
            "(SELECT min(version_id) FROM core.article_versions)",
        ),
        (
            "copy_groups_acyclic",
            "UPDATE core.texts SET copy_of = (SELECT other.text_id FROM core.texts AS other "
            "WHERE other.text_id <> texts.text_id)",
        ),
        (
            "copies_point_to_originals",
            "UPDATE core.texts SET copy_of = (SELECT other.text_id FROM core.texts AS other "
            "WHERE other.text_id <> texts.text_id)",
        ),
        (
            "one_outcome_per_item",
            "; ".join([OUTCOME.format("fetch_pages", "page", "u", "stored", "new")] * 2),
        ),
        ("funnel_sums", OUTCOME.format("fetch_pages", "page", "u", "failed", "timed_out")),
        ("funnel_sums", OUTCOME.format("clean_articles", "page", "u", "stored", "new")),
        ("funnel_sums", OUTCOME.format("extract_texts", "text", "99", "stored", "new")),
        ("funnel_sums", OUTCOME.format("group_stories", "article", "99", "stored", "new")),
        (
            "entries_sum_to_seen",
            OUTCOME.format("read_entries", "entry", "feed lost", "stored", "new"),
        ),
        (
            "too_many_failures",
            "; ".join(
                OUTCOME.format("clean_articles", "page", f"u{number}", "failed", "parse_error")
                for number in range(12)
            ),
        ),
        (
            "too_many_failures",  # the network is away
            "; ".join(
                OUTCOME.format("poll_feeds", "feed", f"f{number}", "failed", "connection_failed")
                for number in range(12)
            ),
        ),
        (
            "too_many_failures",  # one stage that does nothing is not hidden by one that works
            "; ".join(
                OUTCOME.format("clean_articles", "page", f"u{number}", "stored", "new")
                + "; "
                + OUTCOME.format("extract_texts", "text", f"{number}", "retry", "worker_died")
                for number in range(12)
            ),
        ),
    ],
)
def test_a_planted_row_is_found(news: News, check: str, planted: str) -> None:
    news.rows(planted)
    assert check in found(news)


def test_entries_of_a_document_that_have_no_outcome_are_found(news: News) -> None:
    news.rows(
        "INSERT INTO core.feeds (feed_id, publisher_id, url, listed_url, host, listed, "
        "last_full_at, last_polled_at) "
        "SELECT 'f', publisher_id, 'https://f', 'https://f', 'f', 3, now(), now() "
        "FROM core.publishers LIMIT 1"
    )
    news.rows(OUTCOME.format("poll_feeds", "feed", "f", "stored", "new"))
    news.rows(OUTCOME.format("read_entries", "feed", "f", "unchanged", "known_entry"))
    assert "funnel_sums" in found(news)
    news.rows("UPDATE ops.outcomes SET items = 3 WHERE stage = 'read_entries'")
    assert "funnel_sums" not in found(news)
    # What was left of a document that is too long is told, and is none of what was listed.
    news.rows(OUTCOME.format("read_entries", "feed", "f", "skipped", "too_many_entries"))
    assert "funnel_sums" not in found(news)


def days_of_articles(news: News) -> None:
    """A hundred and twenty texts a day for eleven days."""
    news.rows("UPDATE core.article_versions SET loaded_at = now() - interval '60 days'")
    news.rows(
        "INSERT INTO core.article_versions (article_id, number, text_id, title, language, method, "
        "method_reason, cleaned_by, page_id, page_sha256, fetched_at, loaded_at, published_at, "
        "published_from) "
        "SELECT article_id, 1000 + 200 * days_ago + number_of_day, text_id, title, 'en', method, "
        "method_reason, cleaned_by, page_id, page_sha256, fetched_at, "
        "now() - make_interval(days => days_ago) - interval '1 hour', published_at, published_from "
        "FROM (SELECT * FROM core.article_versions LIMIT 1) AS made, "
        "generate_series(0, 10) AS days_ago, generate_series(1, 120) AS number_of_day",
    )


def test_a_usual_day_is_no_drift(news: News) -> None:
    days_of_articles(news)
    assert not {"drift_of_amounts", "drift_of_mixes"} & found(news).keys()


def test_facts_that_dry_up_are_drift(news: News) -> None:
    days_of_articles(news)
    news.rows(
        "UPDATE core.article_versions SET published_at = NULL, published_from = NULL, "
        "text_id = (SELECT max(text_id) FROM core.texts) WHERE loaded_at > now() - interval '1 day'"
    )
    news.rows("DELETE FROM core.mentions WHERE text_id = (SELECT max(text_id) FROM core.texts)")
    with news.conn, news.conn.cursor() as cur:
        results = {one.name: one for one in run_checks(cur, "one", max_failed_share=0.5)}
    told = {row["measure"] for row in results["drift_of_amounts"].sample}
    assert {"mentions_a_thousand_words", "undated_share"} <= told
    assert not results["drift_of_amounts"].is_red


def test_another_mix_of_languages_is_drift(news: News) -> None:
    days_of_articles(news)
    news.rows(
        "UPDATE core.article_versions SET language = 'xx' "
        "WHERE loaded_at > now() - interval '1 day' AND version_id % 2 = 0"
    )
    with news.conn, news.conn.cursor() as cur:
        results = {one.name: one for one in run_checks(cur, "one", max_failed_share=0.5)}
    (row,) = [row for row in results["drift_of_mixes"].sample if row["mix"] == "languages"]
    assert any("xx" in kind for kind in row["most_changed"])


def test_a_publisher_that_falls_silent_is_told(news: News) -> None:
    news.rows(
        "INSERT INTO core.feeds (feed_id, publisher_id, url, listed_url, host, last_polled_at) "
        "SELECT 'f', publisher_id, 'https://f', 'https://f', 'f', now() "
        "FROM core.publishers LIMIT 1"
    )
    news.rows(
        "INSERT INTO core.entries (feed_id, entry_id, entry_sha256, title, content_sha256, "
        "url_reason, first_seen_at) "
        "SELECT 'f', n::text, sha256(n::text::bytea), 't', 'x', 'no_url', "
        "now() - make_interval(hours => 3 * n) FROM generate_series(1, 100) AS n"
    )
    assert "silent_publishers" not in found(news)
    news.rows("UPDATE core.entries SET first_seen_at = first_seen_at - interval '4 days'")
    assert found(news)["silent_publishers"] == 1
    news.rows("UPDATE core.feeds SET failures = 3")  # then quiet_feeds tells it
    assert "silent_publishers" not in found(news)


def run_of(news: News) -> Run:
    return Run(connect=connector(news.dsn), settings=Settings(), run_id="one")


def test_results_are_kept_and_only_level_fail_makes_red(news: News) -> None:
    assert check_warehouse(run_of(news)) == {"checks": len(list_checks()), "warnings": 0}
    news.rows("DELETE FROM core.story_articles")
    with pytest.raises(ChecksFailed, match=r"^no_orphan: ops\.checks has the rows, for run_id one"):
        check_warehouse(run_of(news))
    kept = news.rows(
        "SELECT check_name, level, looked_at, result, offending, jsonb_array_length(sample) "
        "FROM ops.checks WHERE check_name IN ('no_orphan', 'grouped_articles') "
        "ORDER BY checked_at, check_name"
    )
    assert kept == [
        ("grouped_articles", "warn", "run", "passed", 0, 0),
        ("no_orphan", "fail", "run", "passed", 0, 0),
        ("grouped_articles", "warn", "run", "found", 3, 3),
        ("no_orphan", "fail", "run", "found", 2, 2),
    ]


def test_each_check_is_told_by_name_with_what_it_found(
    news: News, caplog: pytest.LogCaptureFixture
) -> None:
    news.rows("DELETE FROM core.story_articles")
    with caplog.at_level("INFO", "dateline"), suppress(ChecksFailed):
        check_warehouse(run_of(news))
    told = {record.getMessage().split()[1]: record for record in caplog.records[:-1]}
    assert set(told) == {check.name for check in list_checks()}
    assert told["no_orphan"].levelname == "ERROR"
    assert "found 2 rows where not: " in told["no_orphan"].getMessage()
    assert told["grouped_articles"].levelname == "WARNING"
    assert told["one_outcome_per_item"].levelname == "INFO"
    assert "passed in" in told["one_outcome_per_item"].getMessage()


def test_a_run_looks_only_at_what_it_wrote(news: News) -> None:
    news.rows(SHIFTED.format("mentions"))
    news.rows("UPDATE core.extractions SET extracted_at = now() - interval '1 day'")
    news.rows("UPDATE ops.runs SET started_at = now() - interval '1 hour'")

    def shifted(*, whole: bool) -> int:
        results = run_warehouse_checks(run_of(news), whole=whole)
        return {one.name: one.offending for one in results}["offsets_reproduce_text"]

    assert shifted(whole=False) == 0
    assert shifted(whole=True) > 0


def test_a_check_that_cannot_be_run_is_red_and_stops_no_other(
    news: News, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Check(name="wrong", level="warn", what="no such table", query="SELECT * FROM nowhere")
    both = (wrong, *check_list.list_checks())
    monkeypatch.setattr("include.stages.checking.list_checks", lambda: both)
    with pytest.raises(ChecksFailed, match=r"^wrong: "):
        check_warehouse(run_of(news))
    kept = dict(news.rows("SELECT check_name, result FROM ops.checks"))
    assert kept["wrong"] == "broken"
    assert len(kept) == len(both)
    ((detail,),) = news.rows("SELECT detail FROM ops.checks WHERE result = 'broken'")
    assert "nowhere" in detail


@pytest.mark.parametrize("check", list_checks(), ids=lambda check: check.name)
def test_checks_say_what_holds_in_one_sentence(check: Check) -> None:
    assert check.what.endswith(".")
    assert check.level in ("fail", "warn")
