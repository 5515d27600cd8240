"""Figures: number, bounds, unit, and what is counted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import spacy
from spacy.tokens import Doc

from include.extraction.figures.find import find_figures
from include.extraction.reading.numbers import value_of_digits, value_of_words
from include.extraction.times.find import find_times
from include.records import Figure, Mention


def blank(body: str, language: str = "en") -> Doc:
    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    return nlp(body)


def figures(body: str, language: str = "en") -> list[Figure]:
    doc = blank(body, language)
    return list(find_figures(doc, (), find_times(doc, datetime(2024, 5, 16, tzinfo=UTC))))


@pytest.mark.parametrize(
    ("body", "text", "what", "low", "high", "bound", "unit"),
    [
        (
            "At least 12 people were killed.",
            "At least 12",
            "killed",
            12,
            None,
            "at_least",
            "person",
        ),
        ("Up to 40 miners were injured.", "Up to 40", "wounded", None, 40, "at_most", "person"),
        (
            "Nearly 1,500 residents were evacuated.",
            "Nearly 1,500",
            "evacuated",
            1500,
            1500,
            "about",
            "person",
        ),
        (
            "Between 10 and 14 sailors died.",
            "Between 10 and 14",
            "killed",
            10,
            14,
            "between",
            "person",
        ),
        ("The crash killed seven and injured 31.", "31", "wounded", 31, 31, "exact", "person"),
        ("The crash killed seven and injured 31.", "seven", "killed", 7, 7, "exact", "person"),
        ("5 were killed and 9 others wounded.", "9", "wounded", 9, 9, "exact", "person"),
        ("The death toll rose to 33 from 30.", "33", "killed", 33, 33, "exact", "person"),
        ("The death toll rose to 33 from 30.", "30", "killed", 30, 30, "exact", "person"),
        ("No one was hurt.", "No one", "wounded", 0, 0, "exact", "person"),
        (
            "Twenty-three students were abducted.",
            "Twenty-three",
            "kidnapped",
            23,
            23,
            "exact",
            "person",
        ),
        ("Dozens were arrested.", "Dozens", "arrested", 24, None, "about", "person"),
        ("Half a million people fled.", "Half a million", "displaced", 5e5, 5e5, "exact", "person"),
        ("It cost $2.5 million.", "$2.5 million", "money", 2.5e6, 2.5e6, "exact", "USD"),
        ("It cost 300 euros.", "300 euros", "money", 300, 300, "exact", "EUR"),
        ("Turnout was 61.5 percent.", "61.5 percent", "percent", 61.5, 61.5, "exact", "percent"),
        ("About 300 houses burned.", "About 300", "house", 300, 300, "about", "house"),
        ("SIX SOLDIERS WERE KILLED.", "SIX", "killed", 6, 6, "exact", "person"),
    ],
)
def test_figure(
    body: str, text: str, what: str, low: float | None, high: float | None, bound: str, unit: str
) -> None:
    found = [(f.text, f.what, f.low, f.high, f.bound, f.unit) for f in figures(body)]
    assert (text, what, low, high, bound, unit) in found


@pytest.mark.parametrize(
    "body",
    [
        "The driver, 41, was released.",
        "She lives at 12 Baker Street.",
        "Flight 88 was late.",
        "A 6.1 magnitude quake struck.",
        "It was on 12 June 2019.",
        "Highway 9 was closed.",
        "It began at 5:30 p.m.",
        "The 45-year-old was released.",
    ],
)
def test_no_figure(body: str) -> None:
    assert figures(body) == []


@pytest.mark.parametrize(
    ("language", "body", "text", "what", "low"),
    [
        ("fr", "Au moins 12 personnes ont été tuées.", "Au moins 12", "killed", 12),
        ("fr", "1 200 soldats ont été blessés.", "1 200", "wounded", 1200),
        ("de", "Mindestens 1.200 Menschen wurden verletzt.", "Mindestens 1.200", "wounded", 1200),
        ("de", "Es waren 3,5 Prozent.", "3,5 Prozent", "percent", 3.5),
    ],
)
def test_other_languages(language: str, body: str, text: str, what: str, low: float) -> None:
    assert (text, what, low) in [(f.text, f.what, f.low) for f in figures(body, language)]


def test_the_place_is_the_nearest_one_in_the_sentence() -> None:
    body = "In Lyon 3 died. In Nice 4 died."
    at = body.index("Lyon"), body.index("Nice")
    places = tuple(
        Mention(
            start=i,
            end=i + 4,
            text=body[i : i + 4],
            label="GPE",
            entity=body[i : i + 4],
            confidence=1,
        )
        for i in at
    )
    assert [f.place for f in find_figures(blank(body), places, ())] == ["Lyon", "Nice"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1,200", "en", 1200),
        ("1.2", "en", 1.2),
        ("1.200", "de", 1200),
        ("1,2", "fr", 1.2),
        ("1\u202f200", "fr", 1200),
        ("1" * 40, "en", None),
        ("x", "en", None),
    ],
)
def test_digits(text: str, language: str, value: float | None) -> None:
    assert value_of_digits(text, language) == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("two hundred and five", "en", 205),
        ("a hundred", "en", 100),
        ("twenty-one", "en", 21),
        ("three million", "en", 3e6),
        ("quatre-vingt", "fr", 80),
        ("deux mille", "fr", 2000),
        ("house", "en", None),
    ],
)
def test_words(text: str, language: str, value: float | None) -> None:
    assert value_of_words(text.split(), language) == value
