"""What the warehouse tells of copies: lag, agency, what was added and cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from include.group_records import ArticleToGroup
from include.settings import Settings
from include.stages import Run, fingerprint_texts, group_stories
from include.warehouse.connect import connector
from tests.unit.stories.made_copies import hard_set, scored
from tests.unit.stories.made_texts import make_report
from tests.warehouse.stored_articles import store_articles

pytestmark = pytest.mark.warehouse

T0 = datetime(2031, 5, 6, tzinfo=UTC)


@pytest.fixture
def run(warehouse_dsn: str) -> Run:
    return Run(connect=connector(warehouse_dsn), settings=Settings(), run_id="test")


def test_a_republished_report_is_told_with_lag_agency_and_changes(run: Run) -> None:
    sentences = make_report(Random(1), 200)
    wire = ArticleToGroup(
        id="wire", text_id="", title="Wire", body="OSLO (Reuters) - " + " ".join(sentences),
        published_at=T0, publisher="wire.test",
    )  # fmt: skip
    extra = "Our reporter found the harbour closed and all the ferries at their moorings."
    paper = replace(
        wire, id="paper", title="Paper", body=" ".join(sentences[:-3]) + " " + extra,
        published_at=T0 + timedelta(hours=5), publisher="paper.test",
    )  # fmt: skip
    with run.transaction() as cur:
        store_articles(cur, [paper, wire])
    fingerprint_texts(run)
    group_stories(run)
    with run.transaction() as cur:
        cur.execute(
            "SELECT copied_by, original_publisher, lag, agency, has_other_title, added, cut_words"
            " FROM mart.copies"
        )
        ((copied_by, original, lag, agency, other, added, cut_words),) = cur.fetchall()
        cur.execute(
            "SELECT independent_texts, publishers, independent_publishers FROM mart.stories"
        )
        assert cur.fetchall() == [(1, 2, 1)]
    assert (copied_by, original, lag) == ("paper.test", "wire.test", timedelta(hours=5))
    assert (agency, other) == ("Reuters", True)
    assert any(extra.rstrip(".") in passage for passage in added)
    assert cut_words > 20


def test_the_hard_set_is_told_apart_through_the_index(run: Run) -> None:
    made = hard_set(reports=40, seed=9)
    with run.transaction() as cur:
        store_articles(cur, [
            ArticleToGroup(id=each.id, text_id="", title=each.id, body=each.body,
                           published_at=each.published_at, publisher=f"p{number}.test")
            for number, each in enumerate(made.texts)
        ])  # fmt: skip
    fingerprint_texts(run)
    with run.transaction() as cur:
        cur.execute(
            "SELECT copies.canonical_url, originals.canonical_url FROM core.texts"
            " JOIN core.article_versions AS versions USING (text_id)"
            " JOIN core.articles AS copies USING (article_id)"
            " JOIN core.article_versions AS first ON first.text_id = texts.copy_of"
            " JOIN core.articles AS originals ON originals.article_id = first.article_id"
        )
        precision, recall, _ = scored(made, dict(cur.fetchall()))
    assert precision >= 0.99
    assert recall >= 0.95
