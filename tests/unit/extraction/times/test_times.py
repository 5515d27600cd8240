"""Times: what is found and the TIMEX3 value it gets."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import spacy
from spacy.tokens import Doc

from include.extraction.times import values as time_values
from include.extraction.times.find import find_times

PUBLISHED = datetime(2024, 5, 16, 9, 0, tzinfo=UTC)  # a Thursday


def blank(body: str, language: str = "en") -> Doc:
    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    return nlp(body)


@pytest.mark.parametrize(
    ("body", "text", "kind", "value"),
    [
        ("It happened on Tuesday.", "Tuesday", "DATE", "2024-05-14"),
        ("They will meet on Tuesday.", "Tuesday", "DATE", "2024-05-21"),
        ("It began on Thursday.", "Thursday", "DATE", "2024-05-16"),
        ("It fell late Friday afternoon.", "late Friday afternoon", "TIME", "2024-05-10TAF"),
        ("It rose last week.", "last week", "DATE", "2024-W19"),
        ("It rose last month.", "last month", "DATE", "2024-04"),
        ("It rose last year.", "last year", "DATE", "2023"),
        ("She left yesterday.", "yesterday", "DATE", "2024-05-15"),
        ("It opened on 3 March 2019.", "3 March 2019", "DATE", "2019-03-03"),
        ("It opened on Nov. 9, 2003.", "Nov. 9, 2003", "DATE", "2003-11-09"),
        ("It closed in August.", "August", "DATE", "2023-08"),
        ("It closes on June 1.", "June 1", "DATE", "2024-06-01"),
        ("Sales fell in the first quarter.", "the first quarter", "DATE", "2024-Q1"),
        ("Sales fell in the fourth quarter.", "the fourth quarter", "DATE", "2023-Q4"),
        ("He won in 1987.", "1987", "DATE", "1987"),
        ("Sales fell in the latest quarter.", "the latest quarter", "DATE", "2024-Q1"),
        (
            "It lost $3 in the first quarter. It made $4 in the 2022 quarter.",
            "the 2022 quarter",
            "DATE",
            "2022-Q1",
        ),
        ("It made $4 in the year ended June 30.", "the year", "DURATION", "P1Y"),
        ("It made $4 for the full year.", "the full year", "DATE", "2024"),
        ("They met in the week of March 6.", "the week of March 6", "DATE", "2024-W10"),
        ("He moved three years ago.", "three years ago", "DATE", "2021"),
        ("He moved ten days ago.", "ten days ago", "DATE", "2024-05-06"),
        ("It lasted for three months.", "three months", "DURATION", "P3M"),
        ("a three-year war", "a three-year", "DURATION", "P3Y"),
        ("It took 2 1/2 hours.", "2 1/2 hours", "DURATION", "PT2H30M"),
        ("It took several weeks.", "several weeks", "DURATION", "PXW"),
        ("They met every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("They are now free.", "now", "DATE", "PRESENT_REF"),
        ("They met recently.", "recently", "DATE", "PAST_REF"),
        ("It struck at 10:35 p.m. Tuesday.", "10:35 p.m. Tuesday", "TIME", "2024-05-14T22:35"),
        ("the music of the 1980s", "the 1980s", "DATE", "198"),
        (
            "It struck early on Monday. The same day it rained.",
            "The same day",
            "DATE",
            "2024-05-13",
        ),
        ("The vote of 2024-02-29 stands.", "2024-02-29", "DATE", "2024-02-29"),
    ],
)
def test_value(body: str, text: str, kind: str, value: str) -> None:
    found = find_times(blank(body), PUBLISHED)
    assert (text, kind, value) in [(t.text, t.type, t.value) for t in found]


@pytest.mark.parametrize(
    "body",
    [
        "The girl, a 5-year-old, is safe.",
        "We may march again.",
        "It cost $1995 in all.",
        "She came second.",
        "It opened on Feb. 30, 1999.",
        "They sat down.",
    ],
)
def test_no_time(body: str) -> None:
    assert find_times(blank(body), PUBLISHED) == ()


def test_without_a_publication_day_only_absolute_times_have_a_value() -> None:
    found = find_times(blank("On Tuesday he spoke of 12 June 2001 and last month."), None)
    assert [(t.text, t.value) for t in found] == [
        ("Tuesday", None),
        ("12 June 2001", "2001-06-12"),
        ("last month", None),
    ]


@pytest.mark.parametrize(
    ("language", "body", "text", "value"),
    [
        ("fr", "Il est mort le 3 mars 2019 à Paris.", "3 mars 2019", "2019-03-03"),
        ("fr", "Il est parti hier soir.", "hier soir", "2024-05-15TEV"),
        ("fr", "Elle a parlé la semaine dernière.", "la semaine dernière", "2024-W19"),
        ("de", "Er kam am 3. Oktober 1990 an.", "3. Oktober 1990", "1990-10-03"),
        ("es", "Nació el 5 de mayo de 2001.", "5 de mayo de 2001", "2001-05-05"),
    ],
)
def test_other_languages(language: str, body: str, text: str, value: str) -> None:
    found = find_times(blank(body, language), PUBLISHED)
    assert (text, value) in [(t.text, t.value) for t in found]


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [(3, "years", "P3Y"), (2, "decades", "P20Y"), (1.5, "hours", "PT1H30M"), (None, "days", "PXD")],
)
def test_duration(number: float | None, unit: str, value: str) -> None:
    assert time_values.duration(number, unit) == value


def test_a_month_is_cut_to_its_length() -> None:
    assert time_values.add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)


def test_off_the_calendar_is_none() -> None:
    assert time_values.shifted(date(2024, 1, 1), -5000, "years") is None
