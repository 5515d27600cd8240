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


def test_who_is_quoted_most_on_a_subject_by_country_of_the_outlet(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        "SELECT speaker, publisher_country, count(DISTINCT independent_text_id) FROM mart.quotes "
        "WHERE article_id IN (SELECT article_id FROM mart.search('ukraine', most => 300)) "
        "AND speaker_kind = 'person' AND NOT is_copy GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
    )
    countries = {country for speaker, country, _ in found if speaker == "Ursula von der Leyen"}
    assert countries == {"IE", "BE", "GB", "SG", "FR"}, "GB alone, no UK beside it"
    assert not {"Ukraine", "British", "United States"} & {speaker for speaker, *_ in found}


def test_a_search_that_holds_back_says_so(sample_dsn: str) -> None:
    with closing(connect(sample_dsn)) as conn, conn.cursor() as cur:
        cur.execute("SELECT matches FROM mart.search('police', most => 2)")
        assert all(matches > 2 for (matches,) in cur.fetchall())
        assert any("2 of" in notice for notice in conn.notices)


def test_a_text_in_five_papers_is_one_independent_report(sample_dsn: str) -> None:
    assert rows(
        sample_dsn,
        "SELECT articles, publishers, independent_texts, independent_publishers FROM mart.stories "
        "WHERE story_id = (SELECT story_id FROM mart.search('cholera vaccine', most => 1))",
    ) == [(5, 5, 1, 1)]


def test_agency_copy_is_told_with_where_its_credit_stands(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        "SELECT publisher, credit, is_copy FROM mart.articles "
        "WHERE agency_site IS NULL AND credit_from <> 'help' ORDER BY publisher",
    )
    assert found == [
        ("capetribune.example", "Meridian Wire", True),
        ("prairieledger.example", "Meridian Wire", True),
        ("valleyobserver.example", "Meridian Wire", True),
    ]
    (agency,) = rows(sample_dsn, "SELECT DISTINCT publisher FROM mart.articles "
                                 "WHERE agency_site IS NOT NULL")  # fmt: skip
    assert agency == ("meridianwire.example",), "its own articles are no copy of an agency's"


def test_an_instant_before_the_first_run_is_told(sample_dsn: str) -> None:
    with closing(connect(sample_dsn)) as conn, conn.cursor() as cur:
        cur.execute("SELECT count(*) FROM mart.figures_as_of('2020-01-01')")
        assert cur.fetchone() == (0,)
        assert any("NOTICE" in notice for notice in conn.notices)


def test_a_feed_that_brings_nothing_says_why(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        "SELECT feed_id, last_reason, explanation IS NOT NULL FROM mart.feeds WHERE entries = 0",
    )
    assert found == [("nightpost", "not_a_feed", True)]
    states = rows(sample_dsn, "SELECT DISTINCT state FROM mart.coverage")
    assert states == [("no baseline",)], "one day is none to compare with"


def test_one_sum_in_two_spellings_is_one_sum(sample_dsn: str) -> None:
    found = rows(
        sample_dsn,
        "SELECT DISTINCT what, what_class, unit, low, publisher FROM mart.figures "
        "WHERE low = 6300000 ORDER BY publisher",
    )
    assert found == [
        ("money", "money", "GBP", 6_300_000, "harbourtimes.example"),
        ("money", "money", "GBP", 6_300_000, "meridianwire.example"),
    ]


def test_classifieds_are_no_sums_of_the_news(sample_dsn: str) -> None:
    of = "SELECT count(*) FROM mart.figures WHERE what = 'money' AND low = 2900"
    assert rows(sample_dsn, of) == [(9,)]
    assert rows(sample_dsn, f"{of} AND NOT is_boilerplate") == [(0,)]
    assert rows(sample_dsn, "SELECT 1 FROM mart.search('kittens')") == []


def test_every_place_on_the_map_is_of_a_kind_that_can_be_told(sample_dsn: str) -> None:
    kinds = {kind for (kind,) in rows(sample_dsn, "SELECT DISTINCT kind FROM mart.places_map")}
    assert {"country", "town"} <= kinds
    assert None not in kinds, "dots of countries are left out by kind"


def test_anonymous_people_are_told_from_bodies(sample_dsn: str) -> None:
    found = dict(
        rows(
            sample_dsn,
            "SELECT speaker_text, speaker_kind FROM mart.quotes "
            "WHERE speaker_kind IN ('unnamed', 'body', 'pronoun')",
        )
    )
    assert found["A person close to the prime minister"] == "unnamed"
    assert found["Indonesia's transport ministry"] == "body"
    assert found["The British government"] == "body"
