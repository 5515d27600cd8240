"""Every tuned number of times decides something: just enough is enough, one less is not."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
import spacy
from spacy.tokens import Doc

from include.extraction.reading.token_index import TokenIndex
from include.extraction.times.context import TimeContext, _tense_by_parse
from include.extraction.times.find import find_times
from include.extraction.times.modifiers import modifier
from include.extraction.times.tuned import TUNED
from include.extraction.times.values import nearest_year, shifted

PUBLISHED = datetime(2024, 5, 16, 9, 0, tzinfo=UTC)  # a Thursday


def read(body: str, language: str = "en") -> list[tuple[str | None, float]]:
    """(value, confidence) of the times of a text that no model has parsed."""
    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    return [(time.value, time.confidence) for time in find_times(nlp(body), PUBLISHED)]


def test_a_tuned_number_has_a_unit_and_a_source() -> None:
    for one in fields(TUNED):
        assert one.metadata["unit"], one.name
        assert one.metadata["source"], one.name


@pytest.mark.parametrize(("heads", "tense"), [(24, -1), (25, 0)])
def test_twenty_five_heads_are_climbed_to_a_verb(heads: int, tense: int) -> None:
    words = [*["of"] * heads, "fell"]
    nlp = spacy.blank("en")
    doc = Doc(
        nlp.vocab,
        words=words,
        heads=[min(at + 1, heads) for at in range(heads + 1)],
        tags=[*["IN"] * heads, "VBD"],
        deps=[*["prep"] * heads, "ROOT"],
    )
    assert _tense_by_parse(doc[0], 0) == tense


def tense(body: str, at: int, code: str = "de") -> int:
    nlp = spacy.blank(code)
    nlp.add_pipe("sentencizer")
    doc = nlp(body)
    context = TimeContext(
        doc=doc, text=body, published=PUBLISHED, language=code, index=TokenIndex(doc)
    )
    return context.tense(doc[at].idx, doc[at].idx + len(doc[at].text))


@pytest.mark.parametrize(("between", "told"), [(39, 1), (40, -1)])
def test_forty_tokens_are_looked_at(between: int, told: int) -> None:
    assert tense("Freitag " + "x " * between + "beginnt es", 0) == told
    assert tense("beginnt " + "x " * between + "Freitag", between + 1) == told


@pytest.mark.parametrize(("word", "told"), [("aouvrira", 1), ("visera", 1), ("sera", -1)])
def test_a_future_tense_has_five_letters(word: str, told: int) -> None:
    assert tense(f"vendredi on {word} bien", 0, "fr") == told


def test_a_time_is_read_up_to_eighty_characters() -> None:
    assert modifier("x" * 75 + " late", "DATE", "en") == "END"
    assert modifier("x" * 76 + " late", "DATE", "en") is None


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("He said April.", None),
        ("He said August.", "2023-08"),
        ("It was signed on 5/6/50.", "2050-05-06"),
        ("It was signed on 5/6/51.", "1951-05-06"),
        ("They wore it in the '30s.", "193"),
        ("They wore it in the '20s.", "202"),
        ("It stood in 1900.", "1900"),
        ("It stood in 1899.", None),
        ("It stood in 2100.", "2100"),
        ("It stood in 2101.", None),
    ],
)
def test_what_a_number_or_a_month_is(body: str, value: str | None) -> None:
    assert [found for found, _ in read(body)] == ([value] if value else [])


@pytest.mark.parametrize(
    ("day", "month", "tense", "year"),
    [
        (16, 6, -1, 2023), (14, 6, -1, 2023),
        (4, 3, 1, 2024), (2, 3, 1, 2025),  # four times as far
    ],
)  # fmt: skip
def test_the_nearest_year_is_meant(day: int, month: int, tense: int, year: int) -> None:
    assert nearest_year(date(2024, 5, 16), month, day, tense) == year


@pytest.mark.parametrize(("days", "year"), [(28, 2024), (32, 2023)])
def test_what_is_told_as_past_may_lie_a_twelfth_as_far_ahead(days: int, year: int) -> None:
    """A day 28 days ahead is 337 days back: twelve times as far."""
    assert nearest_year(date(2024, 1, 1), 1, 1 + days, -1) == year


def test_a_shift_has_an_end() -> None:
    assert shifted(date(2024, 5, 16), 100_000, "days") == "2298-03-01"
    assert shifted(date(2024, 5, 16), 100_001, "days") is None


@pytest.mark.parametrize(
    ("body", "sure"),
    [("She left yesterday.", 0.85), ("It lasted three days.", 0.7)],
)
def test_how_sure_a_time_is(body: str, sure: float) -> None:
    assert [confidence for _, confidence in read(body)] == [sure]


def test_a_time_without_a_value_is_unsure() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    (found,) = find_times(nlp("Er kam gestern."), None)
    assert (found.value, found.confidence) == (None, 0.4)


@pytest.mark.parametrize(
    ("code", "written", "mod"),
    [
        ("en", "over two years", "MORE_THAN"),
        ("en", "over the years", None),
        ("fr", "fin mai", "END"),
        ("es", "fin de mayo", None),  # a language without these words has none of another's
        ("de", "mehr als zwei Jahre", "MORE_THAN"),
        ("en", "mehr als zwei Jahre", None),
    ],
)
def test_modifiers_are_those_of_the_language(code: str, written: str, mod: str | None) -> None:
    assert modifier(written, "DATE", code) == mod
