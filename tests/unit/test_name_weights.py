"""The command that fits the weights of names: what it writes is what is in use."""

from __future__ import annotations

import numpy as np
import pytest

from include.extraction.names.weights import CLASSES, WEIGHTS
from tests.benchmarks import entity_scores, name_weights

TRUTH = {"PERSON": 1, "PLACE": 3}


def table(people: int, places: int, *, names: int = 0) -> entity_scores.Table:
    """Candidates behind "mr" that are people, and behind "in" that are places."""
    rows = [{"<mr": 1.0, "1": 1.0}] * people + [{"<in": 1.0, "1": 1.0}] * places
    truth = [TRUTH["PERSON"]] * people + [TRUTH["PLACE"]] * places
    half = np.arange(len(rows)) % 2
    return entity_scores.Table(rows, np.array(truth), half, np.array([names, names]))


def test_the_file_in_use_is_what_the_command_writes() -> None:
    assert name_weights.written(WEIGHTS) == name_weights.FILE.read_text("utf-8")


def test_weights_speak_for_what_a_sign_goes_with() -> None:
    found = name_weights.fitted({"a": table(60, 60)})
    assert set(found) == {"1", "<mr", "<in"}
    by_class = {sign: dict(zip(CLASSES, numbers, strict=True)) for sign, numbers in found.items()}
    assert max(by_class["<mr"], key=lambda one: by_class["<mr"][one]) == "PERSON"
    assert max(by_class["<in"], key=lambda one: by_class["<in"][one]) == "PLACE"


@pytest.mark.parametrize(("places", "is_weighed"), [(19, False), (20, True)])
def test_a_sign_of_few_candidates_has_no_weight(places: int, is_weighed: bool) -> None:
    found = name_weights.fitted({"a": table(60, places)})
    assert ("<in" in found) == is_weighed


def test_a_small_file_counts_twice() -> None:
    large = table(100, 0)
    twice, as_it_is = ({"a": large, "b": table(0, places)} for places in (40, 80))
    assert name_weights.fitted(twice) == name_weights.fitted(as_it_is)
