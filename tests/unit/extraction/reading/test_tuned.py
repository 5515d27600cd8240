"""Every tuned number of reading decides something: just enough is enough, one less is not."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal

import pytest
import spacy
from spacy.tokens import Doc

from include.extraction.reading.datelines import find_datelines
from include.extraction.reading.links import Links, source_of
from include.extraction.reading.models import load
from include.extraction.reading.numbers import exact_digits
from include.extraction.reading.tuned import TUNED
from include.extraction.reading.upper_case import _may_be_upper, likely_case, upper_case_lines
from include.extraction.reading.wrapped import unwrapped
from include.records import Mention

ENGLISH = spacy.blank("en")


def test_a_tuned_number_has_a_unit_and_a_source() -> None:
    for one in fields(TUNED):
        assert one.metadata["unit"], one.name
        assert one.metadata["source"], one.name


@pytest.mark.parametrize(("words", "is_one"), [(6, True), (7, False)])
def test_a_place_of_a_dateline_has_six_words(words: int, is_one: bool) -> None:
    place = " ".join(["Aba"] * words)
    assert bool(find_datelines(f"{place} (Northgate Press) - Rain fell.")) == is_one


def place_of(text: str, at: int) -> str | None:
    mentions = [
        Mention(start=start, end=start + 4, text=name, label="GPE", entity=name, confidence=1.0)
        for name in ("Oslo", "Rome")
        if (start := text.find(name)) >= 0
    ]
    found = Links(text, mentions, (), (), language="en").place(0, len(text), at)
    return found.text if found else None


@pytest.mark.parametrize(("gap", "place"), [(50, "Oslo"), (52, "Rome")])
def test_a_place_without_a_preposition_must_be_sixty_characters_nearer(
    gap: int, place: str
) -> None:
    text = "x Rome " + "x" * gap + " in Oslo"
    assert place_of(text, 0) == place


@pytest.mark.parametrize(("gap", "place"), [(19, "Oslo"), (21, "Rome")])
def test_a_preposition_leads_over_one_word_of_a_line(gap: int, place: str) -> None:
    text = "Rome in " + "x" * gap + " Oslo"
    assert place_of(text, text.find("Oslo") // 2) == place


def test_a_source_is_kept_up_to_a_hundred_and_twenty_characters() -> None:
    words = ["Officials", *["of"] * 60, "said"]
    last = len(words) - 1
    doc = Doc(
        ENGLISH.vocab,
        words=words,
        heads=[last, *range(last - 1), last],
        deps=["nsubj", *["prep"] * 60, "ROOT"],
        sent_starts=[True, *[False] * last],
    )
    (sentence,) = doc.sents
    assert len(source_of(sentence) or "") == 120


def test_a_run_of_two_hundred_characters_is_one_token_a_piece() -> None:
    nlp = load("xx", model_names={}).nlp
    assert [len(token) for token in nlp.make_doc("a-" * 100)] != [200]
    assert [len(token) for token in nlp.make_doc("a-" * 150)] == [200, 100]


def test_a_number_has_at_most_eighteen_digits() -> None:
    assert exact_digits("1" * 18) == Decimal("1" * 18)
    assert exact_digits("1" * 19) is None


def lines(text: str) -> int:
    return len(list(upper_case_lines(ENGLISH(text))))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("FLOOD HITS abcd", 0),  # 9 of 13
        ("FLOOD HITS abc", 0),  # 9 of 12
        ("FLOOD HITS ab", 1),  # 9 of 11
        ("RAIN FALL", 1),
        ("RAINS OK", 0),  # 7 letters
        ("STORMY OK", 1),  # 8 letters
        ("FLOODWATERS", 0),
        ("FLOODS HIT", 1),
    ],
)
def test_a_line_in_capitals(text: str, count: int) -> None:
    assert lines(text) == count


@pytest.mark.parametrize(
    ("line", "may_be"),
    [("STORMY a", True), ("STORMY ab", False), ("RAIN OK", False), ("RAINS OK", True)],
)
def test_lines_that_may_be_in_capitals_are_looked_at(line: str, may_be: bool) -> None:
    assert _may_be_upper(line) == may_be


def test_four_thousand_lines_are_read_once_more() -> None:
    assert lines("FLOODS HIT\n" * 4_100) == 4_000


def test_a_word_that_stands_in_small_letters_too_is_one_from_four_letters_on() -> None:
    assert likely_case("TOWN", False, {"town"}) == "town"
    assert likely_case("RAT", False, {"rat"}) == "Rat"


def is_unwrapped(*lines: str) -> bool:
    return "\n" not in unwrapped("\n".join(lines))


def line(width: int, last: str = "the") -> str:
    """A line of so many columns that ends with a word that goes on."""
    return "Rain " + "x" * (width - 6 - len(last)) + " " + last


@pytest.mark.parametrize(
    ("width", "is_wrapped"), [(39, False), (40, True), (100, True), (101, False)]
)
def test_lines_of_forty_to_a_hundred_columns_may_be_wrapped(width: int, is_wrapped: bool) -> None:
    assert is_unwrapped(line(width), "rain of last week.") == is_wrapped


@pytest.mark.parametrize(("short", "is_wrapped"), [(16, True), (17, False)])
def test_a_wrapped_line_may_be_twelve_columns_short(short: int, is_wrapped: bool) -> None:
    """The next line's first word of four letters and its space would have fitted."""
    lines = (line(70), line(70 - short), "rain of last week.")
    assert is_unwrapped(*lines) == is_wrapped


@pytest.mark.parametrize(("ends", "is_wrapped"), [(3, True), (2, False)])
def test_capitals_are_wrapped_from_three_line_ends_on(ends: int, is_wrapped: bool) -> None:
    lines = ["RAIN " + "X" * 60 + " X"] * ends
    assert is_unwrapped(*lines, "LAST WEEK.") == is_wrapped
