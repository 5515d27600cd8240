"""Figures that stand in the headline alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.extraction import extract
from include.extraction.figures.headline import tells_a_number
from include.records import Figure, TextToExtract

pytestmark = pytest.mark.model
FIRE = (
    "A fire went through a paint store in Lower Halden on Friday. Its owner could not be reached."
)


def alone(title: str, body: str) -> list[Figure]:
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    text = TextToExtract(id="1", title=title, body=body, language="en", published_at=at)
    (found,) = extract([text], model_names={"en": "en_core_web_md"})
    for one in found.figures:
        told_in = title if one.where == "headline" else body
        assert told_in[one.start : one.end] == one.text
    assert (found.headline == title) == any(one.where == "headline" for one in found.figures)
    return [one for one in found.figures if one.where == "headline"]


@pytest.mark.parametrize(
    ("title", "what", "low"),
    [
        ("Seven dead in Halden paint store fire", "killed", 7),
        ("At least 30 hurt as fire guts Halden store", "wounded", 30),
        ("Halden fire kills two firefighters", "killed", 2),
        ("Fire damage put at $14 million", "money", 14_000_000),
    ],
)
def test_a_headline_tells_what_its_text_does_not(title: str, what: str, low: int) -> None:
    (one,) = alone(title, FIRE)
    assert (one.what, one.low, one.where) == (what, low, "headline")
    assert (one.place_start, one.time_start) == (None, None)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Seven dead in Halden fire", "Seven people were killed by a fire in Halden on Friday."),
        ("At least 20 dead in Halden", "The fire killed 23 people, the mayor of Halden said."),
        ("Halden Mills profit up 12%", "Profit of Halden Mills rose 12.4% in the year to June."),
        ("7 ways to leave a burning house", FIRE),
        ("The best 10 paints of the year", FIRE),
        ("Fire guts Halden store", FIRE),
    ],
)
def test_a_headline_that_says_no_more_brings_nothing(title: str, body: str) -> None:
    assert alone(title, body) == []


def test_only_short_headlines_with_a_number_are_read() -> None:
    assert tells_a_number("Seven dead in Halden fire", "en")
    assert not tells_a_number("Fire guts Halden store", "en")
    assert not tells_a_number("Seven dead in Halden fire " * 40, "en")
