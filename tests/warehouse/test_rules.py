"""An upgraded warehouse gives way to the present rules, the newest first, within its share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from include import __main__ as command_line
from include import settings as settings_module
from include.extraction import config
from include.group_records import ArticleToGroup
from include.records import ExtractedText, TimeExpression
from include.settings import Settings
from include.stages import Run, renewing
from include.warehouse import fact_claims, facts, rules
from include.warehouse.connect import connector
from tests.warehouse.stored_articles import renew_texts, store_article

DAY = datetime(2026, 11, 20, 9, tzinfo=UTC)
HASHES = {"en": "new-en", "*": "new-other"}


@pytest.fixture
def run(warehouse_dsn: str) -> Run:
    return Run(connect=connector(warehouse_dsn), settings=Settings(), run_id="test")


def extracted(value: str, *, config_hash: str, digest: str) -> ExtractedText:
    """What was found in a text that begins with "Friday"."""
    day = TimeExpression(start=0, end=6, text="Friday", type="DATE", value=value, confidence=0.9)
    return ExtractedText(
        id="1",
        language="en",
        extractor=config.EXTRACTOR,
        config_hash=config_hash,
        rules={"times": digest},
        times=(day,),
    )


@pytest.fixture
def old_texts(run: Run) -> list[int]:
    """Five texts with facts by old rules, and one without facts, by number."""
    numbers = []
    with run.transaction() as cur:
        for number in range(6):
            article = ArticleToGroup(
                id=f"https://a.test/{number}",
                text_id="",
                title="Rain",
                body=f"Friday brought rain to valley {number}.",
                published_at=DAY + timedelta(hours=number),
                publisher="a.test",
                language="en",
            )
            _, text_id = store_article(cur, article)
            numbers.append(text_id)
        for text_id in numbers[:5]:
            found = extracted("2026-11-13", config_hash="old-en", digest="old")
            facts.store_extraction(cur, text_id, found, reference_at=DAY)
    return numbers


def waiting(run: Run) -> set[int]:
    with run.claims("extract_texts") as held, run.transaction() as cur:
        rows = fact_claims.claim_unextracted(cur, held, HASHES, shard=0, of=1, most=100)
        return {row["text_id"] for row in rows}


def test_new_texts_do_not_wait_for_old_ones(run: Run, old_texts: list[int]) -> None:
    assert waiting(run) == {old_texts[5]}


def test_old_facts_give_way_the_newest_first(run: Run, old_texts: list[int]) -> None:
    with run.transaction() as cur:
        assert renew_texts(cur, HASHES, most=2) == 2
    assert waiting(run) == {old_texts[5], old_texts[4], old_texts[3]}
    with run.transaction() as cur:
        found = extracted("2026-11-20", config_hash="new-en", digest="new")
        facts.store_extraction(cur, old_texts[4], found, reference_at=DAY)
    assert waiting(run) == {old_texts[5], old_texts[3]}
    with run.transaction() as cur:
        assert renew_texts(cur, HASHES, most=9) == 3, "those that wait are not counted twice"
        assert renew_texts(cur, HASHES, most=9) == 0


def test_the_view_shows_how_far_it_is(run: Run, old_texts: list[int]) -> None:
    with run.transaction() as cur:
        present = [rules.Rules(stage="extract_texts", kind="times", language="en", rules="new")]
        rules.keep_rules(cur, present)
        found = extracted("2026-11-20", config_hash="new-en", digest="new")
        facts.store_extraction(cur, old_texts[0], found, reference_at=DAY)
        cur.execute(
            "SELECT rules, is_present, items, share FROM mart.rules "
            "WHERE stage = 'extract_texts' AND kind = 'times' ORDER BY items"
        )
        shown = [(name, present, items, float(share)) for name, present, items, share in cur]
        assert shown == [("new", True, 1, 0.2), ("old", False, 4, 0.8)]
        assert [row["items"] for row in rules.of_the_past(cur) if row["kind"] == "times"] == [4]


def test_rules_that_were_left_come_back(run: Run) -> None:
    one, other = (
        rules.Rules(stage="clean_articles", kind="page", rules=name) for name in ("one", "other")
    )
    with run.transaction() as cur:
        for present in (one, other, one):
            rules.keep_rules(cur, [present])
        cur.execute("SELECT rules FROM ops.rules WHERE is_present")
        assert cur.fetchall() == [("one",)]


def test_two_extractions_of_a_text_are_compared(run: Run, old_texts: list[int]) -> None:
    with run.transaction() as cur:
        found = extracted("2026-11-20", config_hash="new-en", digest="new")
        facts.store_extraction(cur, old_texts[0], found, reference_at=DAY)
        cur.execute("SELECT * FROM mart.fact_changes(%s)", (old_texts[0],))
        assert cur.fetchall() == [("time", 0, 6, "changed", "DATE 2026-11-13", "DATE 2026-11-20")]
        cur.execute("SELECT * FROM mart.fact_changes(%s)", (old_texts[1],))
        assert cur.fetchall() == []


def test_a_run_renews_its_share_and_says_so(run: Run, old_texts: list[int]) -> None:
    """Nothing new waits, so the share is that of one batch: 40 of 400."""
    counts = renewing.renew_rows(run)
    assert counts["texts"] == 5
    none = Run(connect=run.connect, settings=Settings(renew_share=0), run_id="test")
    with run.transaction() as cur:
        cur.execute("UPDATE core.texts SET is_renewed = false")
    assert renewing.renew_rows(none)["texts"] == 0


def test_the_rules_of_every_stage_are_kept(run: Run) -> None:
    renewing.renew_rows(run)
    with run.transaction() as cur:
        cur.execute("SELECT DISTINCT stage, kind FROM ops.rules WHERE is_present")
        kept = set(cur.fetchall())
    assert {("clean_articles", "page"), ("group_stories", "story")} <= kept
    assert {("refresh_marts", "mart"), ("export_days", "day")} <= kept
    assert {("extract_texts", kind) for kind in config.KINDS} <= kept


@pytest.fixture
def own_process(warehouse_dsn: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DATELINE_WAREHOUSE", warehouse_dsn)
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setattr(command_line, "_utf8", lambda: None)
    settings_module.load.cache_clear()
    yield
    settings_module.load.cache_clear()


@pytest.mark.usefixtures("own_process")
def test_the_command_compares_and_lists(
    run: Run, old_texts: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    with run.transaction() as cur:
        found = extracted("2026-11-20", config_hash="new-en", digest="new")
        facts.store_extraction(cur, old_texts[0], found, reference_at=DAY)
    assert command_line.main(["diff-rules"]) == 0
    listed = capsys.readouterr().out
    assert "old-en" in listed
    assert "new-en" in listed
    assert command_line.main(["diff-rules", "old-en", "new-en"]) == 0
    told = capsys.readouterr().out
    assert "DATE 2026-11-13 -> DATE 2026-11-20" in told
    assert command_line.main(["diff-rules", "old-en", "nowhere"]) == 2
    assert "no text was read by both" in capsys.readouterr().err
