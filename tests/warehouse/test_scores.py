"""Scores are kept by run, language and kind, and compared with those before."""

from __future__ import annotations

from pathlib import Path

import pytest

from include.quality.gold import BadGold
from include.quality.score import Score
from include.settings import Settings
from include.stages import Run, score_quality, scoring
from include.vocabulary import ScoredKind
from include.warehouse import scores
from include.warehouse.connect import connector

pytestmark = pytest.mark.warehouse


@pytest.fixture
def run(warehouse_dsn: str) -> Run:
    return Run(connect=connector(warehouse_dsn), settings=Settings(workers=1), run_id="one")


def keep(run: Run, run_id: str, right: int, *, by: str) -> None:
    score = Score(expected=10, found=10, right=right)
    with run.transaction() as cur:
        scores.keep_scores(cur, run_id, [("en", ScoredKind.TIMES, score, "texts", by)])


def test_a_fall_is_seen_with_what_came_in_between(run: Run) -> None:
    keep(run, "one", 9, by="old")
    keep(run, "two", 9, by="old")
    keep(run, "three", 7, by="new")
    keep(run, "three", 7, by="new")  # a task that is tried again
    with run.transaction() as cur:
        cur.execute(
            "SELECT run_id, f1::float8, f1_change::float8, is_by_other_rules FROM mart.scores "
            "ORDER BY measured_at"
        )
        assert cur.fetchall() == [
            ("one", 0.9, None, True), ("two", 0.9, 0.0, False), ("three", 0.7, -0.2, True),
        ]  # fmt: skip


@pytest.mark.model
def test_the_stage_scores_every_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (scoring.GOLD / "de.toml").read_text("utf-8").split("[[document]]")
    (tmp_path / "de.toml").write_text("[[document]]".join(text[:3]), "utf-8")
    monkeypatch.setattr(scoring, "GOLD", tmp_path)
    assert score_quality(run) == {"de": 2}
    with run.transaction() as cur:
        cur.execute("SELECT kind FROM mart.scores WHERE language = 'de' AND expected > 0")
        assert {kind for (kind,) in cur.fetchall()} == set(ScoredKind)
    (tmp_path / "fr.toml").write_text("language = 'fr'\ndocument = []\n", "utf-8")
    with pytest.raises(BadGold, match=r"fr\.toml has no documents"):
        score_quality(run)
