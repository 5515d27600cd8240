"""Scores count what is right, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from include.quality.gold import BadGold, read_gold
from include.quality.score import Score, compare
from include.records import (
    ExtractedText,
    Figure,
    Mention,
    Place,
    Quote,
    Span,
    TimeExpression,
)
from include.vocabulary import ScoredKind

BODY = "At least 12 boats sank off Ulm on Friday. “Not safe,” said Mara Feld of Uferbau."
FILE = f'''
language = "en"
[[document]]
id = "made"
published_at = 2026-11-20T09:00:00Z
country = "DE"
body = """{BODY}"""
people = ["Mara Feld"]
bodies = ["Uferbau"]
places = ["Ulm, DE"]
quotes = [{{ text = "Not safe,", speaker = "Mara Feld" }}]
figures = [{{ text = "12", what = ["boat", "ship"], low = 12, bound = "at_least" }}]
times = [{{ text = "Friday", value = "2026-11-20" }}]
'''


def at(words: str) -> tuple[int, int, str]:
    start = BODY.index(words)
    return start, start + len(words), words


def made(cls: type, words: str, **fields: object) -> object:
    start, end, text = at(words)
    return cls(start=start, end=end, text=text, confidence=0.9, **fields)


def span(words: str) -> Span:
    start, end, text = at(words)
    return Span(start=start, end=end, text=text)


FIGURE = made(
    Figure, "At least 12", what="boat", low=Decimal(12), high=None, bound="at_least", unit="boat",
    place=None,
)  # fmt: skip
QUOTE = made(
    Quote, "“Not safe,”", kind="direct", fragments=(), speaker=span("Mara Feld"),
    speaker_entity="Mara Feld", cue=span("said"),
)  # fmt: skip
RIGHT = ExtractedText(
    id="made",
    language="en",
    extractor="test",
    config_hash="test",
    mentions=(
        made(Mention, "Mara Feld", label="PERSON", entity="Mara Feld"),
        made(Mention, "Uferbau", label="ORG", entity="Uferbau"),
    ),  # type: ignore[arg-type]
    quotes=(QUOTE,),  # type: ignore[arg-type]
    figures=(FIGURE,),  # type: ignore[arg-type]
    times=(made(TimeExpression, "Friday", type="DATE", value="2026-11-20"),),  # type: ignore[arg-type]
    places=(made(Place, "Ulm", name="Ulm", country="DE", lat=48.4, lon=9.99, geonames_id=1),),  # type: ignore[arg-type]
)
(GOLD,) = read_gold(FILE)
NONE_FOUND = replace(RIGHT, mentions=(), quotes=(), figures=(), times=(), places=())


def test_all_that_is_expected_is_right() -> None:
    found = compare(GOLD, RIGHT)
    assert set(found) == set(ScoredKind)
    assert all(one == Score(expected=1, found=1, right=1) for one in found.values())


def test_what_is_not_found_is_not_right() -> None:
    found = compare(GOLD, NONE_FOUND)
    assert all(one == Score(expected=1) for one in found.values())
    assert found[ScoredKind.TIMES].precision is None
    assert found[ScoredKind.TIMES].recall == 0


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (ScoredKind.FIGURES, {"figures": (replace(FIGURE, low=Decimal(13)),)}),  # type: ignore[type-var]
        (ScoredKind.FIGURES, {"figures": (replace(FIGURE, bound="exact"),)}),  # type: ignore[type-var]
        (ScoredKind.FIGURES, {"figures": (replace(FIGURE, what="killed"),)}),  # type: ignore[type-var]
        (ScoredKind.TIMES, {"times": (replace(RIGHT.times[0], value="2026-11-13"),)}),
        (ScoredKind.PLACES, {"places": (replace(RIGHT.places[0], country="AT"),)}),
        (ScoredKind.PEOPLE, {"mentions": (replace(RIGHT.mentions[0], entity="Feld"),)}),
        (ScoredKind.BODIES, {"mentions": (replace(RIGHT.mentions[1], label="PERSON"),)}),
        (ScoredKind.SPEAKERS, {"quotes": (replace(QUOTE, speaker_entity="Ulm", speaker=None),)}),  # type: ignore[type-var]
    ],
)
def test_what_is_found_otherwise_is_not_right(
    kind: ScoredKind, change: dict[str, tuple[object, ...]]
) -> None:
    found = compare(GOLD, replace(RIGHT, **change))  # type: ignore[arg-type]
    assert found[kind].right == 0
    assert found[kind].expected == 1


def test_one_fact_is_taken_once_and_another_is_too_much() -> None:
    twice = replace(RIGHT, figures=(FIGURE, replace(FIGURE, what="ship")))  # type: ignore[type-var,arg-type]
    score = compare(GOLD, twice)[ScoredKind.FIGURES]
    assert score == Score(expected=1, found=2, right=1)
    assert score.precision == 0.5
    assert score.f1 == pytest.approx(2 / 3)


def test_what_stands_in_an_open_stretch_is_not_counted() -> None:
    (gold,) = read_gold(FILE + 'open = ["At least 12 boats sank off Ulm on Friday"]\n')
    other = replace(RIGHT, figures=(FIGURE, replace(FIGURE, what="day")))  # type: ignore[type-var,arg-type]
    assert compare(gold, other)[ScoredKind.FIGURES] == Score(expected=1, found=1, right=1)


def test_a_quote_is_found_by_half_of_its_words() -> None:
    (gold,) = read_gold(FILE)
    cut = replace(QUOTE, end=QUOTE.start + 3)  # type: ignore[type-var,attr-defined]
    assert compare(gold, replace(RIGHT, quotes=(cut,)))[ScoredKind.QUOTES].right == 0  # type: ignore[arg-type]


def test_documents_are_read() -> None:
    assert GOLD.text.published_at == datetime(2026, 11, 20, 9, tzinfo=UTC)
    (figure,) = GOLD.figures
    assert (figure.low, figure.high, figure.what) == (Decimal(12), None, {"boat", "ship"})


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('text = "12"', 'text = "1"', "made: '1' is not in the text"),
        ('id = "made"', "", "'id'"),
        ("[[document]]", "[[document", "not a file of documents"),
    ],
)
def test_broken_documents_are_told(before: str, after: str, told: str) -> None:
    with pytest.raises(BadGold, match=told.replace("[", r"\[")):
        read_gold(FILE.replace(before, after))


def test_scores_add_up() -> None:
    both = Score(expected=2, found=1, right=1) + Score(expected=1, found=3, right=1)
    assert both == Score(expected=3, found=4, right=2)
    assert Score().f1 is None
