"""How right extraction is on texts whose facts are known: it does not fall unseen."""

from __future__ import annotations

from functools import cache

import pytest

from include.extraction import extract
from include.quality.gold import GoldDocument, read_gold
from include.quality.score import Score, compare
from include.settings import Settings
from include.stages.extracting import model_names
from include.stages.scoring import GOLD, Scores
from include.vocabulary import ScoredKind

FILES = sorted(GOLD.glob("*.toml"))
FLOORS = {
    "en": {
        "people": 0.89,
        "bodies": 0.65,
        "places": 0.86,
        "quotes": 0.89,
        "speakers": 0.93,
        "figures": 0.90,
        "times": 0.94,
    },
    "fr": {
        "people": 0.93,
        "bodies": 0.22,
        "places": 0.80,
        "quotes": 0.83,
        "speakers": 0.77,
        "figures": 0.77,
        "times": 0.72,
    },
    "de": {
        "people": 0.80,
        "bodies": 0.00,
        "places": 0.72,
        "quotes": 0.89,
        "speakers": 0.63,
        "figures": 0.50,
        "times": 0.78,
    },
    "es": {
        "people": 0.49,
        "bodies": 0.00,
        "places": 0.65,
        "quotes": 0.78,
        "speakers": 0.22,
        "figures": 0.33,
        "times": 0.81,
    },
}
"""F1 by language and kind: what is reached, less three hundredths (about one fact). Raise a floor
with what reaches it; never lower one to let a change pass. German and Spanish are read without
a model here."""
NEWS = (
    "accident", "court", "company", "sport", "election", "weather", "culture", "health",
    "diplomacy", "strike", "police", "education", "environment", "conflict", "science",
)  # fmt: skip


@cache
def documents(language: str) -> tuple[GoldDocument, ...]:
    return read_gold((GOLD / f"{language}.toml").read_text("utf-8"))


@cache
def scores(language: str) -> Scores:
    texts = documents(language)
    # In this process: a worker for each language would load its models anew.
    found = extract([one.text for one in texts], model_names=model_names(Settings()))
    total = {kind: Score() for kind in ScoredKind}
    for document, one in zip(texts, found, strict=True):
        for kind, score in compare(document, one).items():
            total[kind] += score
    return total


def test_there_are_documents_for_every_floor() -> None:
    assert sorted(file.stem for file in FILES) == sorted(FLOORS)
    assert sum(len(documents(language)) for language in FLOORS) >= 60
    for language in FLOORS:
        ids = [one.text.id for one in documents(language)]
        assert len(set(ids)) == len(ids)
        assert {one.text.language for one in documents(language)} == {language}
    assert {one.text.id for one in documents("en")} >= {f"en-{kind}" for kind in NEWS}


@pytest.mark.parametrize("language", FLOORS)
def test_every_kind_of_fact_is_expected_in_every_language(language: str) -> None:
    texts = documents(language)
    for facts in ("people", "bodies", "places", "quotes", "figures", "times"):
        assert sum(len(getattr(one, facts)) for one in texts) >= 5, facts


@pytest.mark.model
@pytest.mark.parametrize("kind", ScoredKind)
@pytest.mark.parametrize("language", FLOORS)
def test_no_score_is_below_its_floor(language: str, kind: ScoredKind) -> None:
    found = scores(language)[kind]
    assert (found.f1 or 0) >= FLOORS[language][kind], found
