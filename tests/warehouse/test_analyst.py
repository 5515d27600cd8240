"""Questions that somebody who knows SQL and nothing of us puts to the sample, answered right."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest

from include.warehouse.connect import connect

pytestmark = [pytest.mark.warehouse, pytest.mark.model]

FERRY = "(SELECT story_id FROM mart.search('ferry sinks', most => 1))"


def rows(dsn: str, statement: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with closing(connect(dsn)) as conn, conn.cursor() as cur:
        cur.execute(statement)
        return cur.fetchall()


def test_the_newest_story_by_our_clock_alone_says_so(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        "SELECT last_published_basis, undated_articles FROM mart.stories "
        "ORDER BY last_published_at DESC LIMIT 1",
    )
    assert found == [("first_seen", 1)]


def test_who_had_the_first_toll_and_who_revised_it(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        "SELECT publisher, low::integer, version FROM mart.figure_timeline "
        f"WHERE is_lead AND what = 'killed' AND story_id = {FERRY} ORDER BY reported_at, version",
    )
    assert found[0] == ("meridianwire.example", 12, 1)
    assert found[-1] == ("meridianwire.example", 29, 2)
    assert {26, 312}.isdisjoint(low for _, low, _ in found), "tolls of other years"


def test_what_an_outlet_said_at_an_hour(sample_dsn: str) -> None:
    at = "'2026-11-19 18:00+00'"
    found = rows(
        sample_dsn,
        "SELECT low::integer FROM mart.figure_timeline WHERE publisher = 'meridianwire.example' "
        f"AND is_lead AND what = 'killed' AND story_id = {FERRY} "
        f"AND reported_at <= {at} AND coalesce(stood_until, 'infinity') > {at}",
    )
    assert found == [(12,)]


def test_nobody_is_quoted_against_what_the_text_calls_them(sample_dsn: str) -> None:
    contradicting = rows(
        sample_dsn,
        "SELECT speaker, text_id FROM mart.quotes WHERE speaker_kind = 'person' "
        "GROUP BY speaker, speaker_entity_id, text_id HAVING count(DISTINCT speaker_gender) > 1",
    )
    assert contradicting == []
    wrong = rows(
        sample_dsn,
        "SELECT speaker_text, speaker FROM mart.quotes WHERE (speaker_text, speaker) IN "
        "(('Mr Bevan', 'Ruth Bevan'), ('she', 'Abel Zamora'), ('she', 'Darren Maddox'), "
        "('she', 'Harold Petty'), ('They', 'Liverpool Crown Court'))",
    )
    assert wrong == []


def test_women_and_men_quoted_are_counted_by_what_texts_say(sample_dsn: str) -> None:
    found = dict(
        rows(
            sample_dsn,
            "SELECT speaker_gender, count(*) FROM mart.quotes "
            "WHERE speaker_gender IS NOT NULL GROUP BY 1",
        )
    )
    assert found.keys() == {"f", "m"}
    assert rows(
        sample_dsn,
        "SELECT count(*) FROM mart.quotes JOIN core.texts USING (text_id) "
        "WHERE speaker_pronoun <> substr(core.texts.body, speaker_pronoun_start_char + 1, "
        "speaker_pronoun_end_char - speaker_pronoun_start_char)",
    ) == [(0,)]


def test_a_withdrawn_articles_quotes_are_marked(sample_dsn: str) -> None:
    found = rows(sample_dsn, "SELECT DISTINCT publisher, is_current FROM mart.quotes WHERE is_gone")
    assert found == [("andescourier.example", False)]


def test_only_counts_that_cannot_all_hold_are_disputes(sample_dsn: str) -> None:
    found = {what for (what,) in rows(sample_dsn, "SELECT what FROM mart.figure_disputes")}
    assert {"wounded", "freed", "passenger", "person"}.isdisjoint(found)
    assert "killed" in found


def test_each_entity_has_a_name_of_its_own(sample_dsn: str) -> None:
    assert rows(
        sample_dsn,
        "SELECT display FROM mart.entity_names GROUP BY display HAVING count(*) > 1",
    ) == []  # fmt: skip


def test_a_statement_is_carried_by_those_alone_who_printed_its_words(sample_dsn: str) -> None:
    wordings = rows(
        sample_dsn,
        "SELECT wording, publishers, is_among_more, is_altered FROM mart.statement_wordings "
        "WHERE speaker = 'Ursula von der Leyen' AND statement LIKE '%negotiating table%'",
    )
    assert {publisher for _, publishers, *_ in wordings for publisher in publishers} == {
        "meridianwire.example",
        "thecontinental.example",
        "harbourtimes.example",
    }
    assert all("negotiating table" in wording for wording, *_ in wordings)
    assert [publishers for _, publishers, more, _ in wordings if more] == [["harbourtimes.example"]]
    assert not any(altered for *_, altered in wordings), "words outside the marks are no wording"
    assert rows(
        sample_dsn,
        "SELECT publishers, altered FROM mart.statements WHERE statement LIKE '%steel porcupine%'",
    ) == [(3, 0)]


def test_no_two_wordings_of_a_statement_are_without_a_word_in_common(sample_dsn: str) -> None:
    assert rows(
        sample_dsn,
        "SELECT one.wording, other.wording FROM mart.statement_wordings AS one "
        "JOIN mart.statement_wordings AS other USING (statement_id) "
        "WHERE NOT regexp_split_to_array(lower(one.wording), '[^[:alnum:]]+') "
        "&& regexp_split_to_array(lower(other.wording), '[^[:alnum:]]+')",
    ) == []  # fmt: skip


def test_each_changed_headline_is_told_once(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        "SELECT publisher, what FROM mart.edit_log WHERE what IN ('headline', 'feed headline')",
    )
    assert sorted(found) == [
        ("andescourier.example", "headline"),
        ("capetribune.example", "feed headline"),
        ("meridianwire.example", "headline"),
    ]


def test_no_edit_is_told_twice(sample_dsn: str) -> None:
    assert rows(
        sample_dsn,
        "SELECT article_id, version, what, change, old, new FROM mart.edit_log "
        "GROUP BY 1, 2, 3, 4, 5, 6 HAVING count(*) > 1",
    ) == []  # fmt: skip
