"""Days told of as to come, clock times, quarters and ranges, in four languages.

All texts are published on Friday 20 November 2026.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.extraction import extract
from include.records import TextToExtract

MODELS = {"en": "en_core_web_md", "fr": "fr_core_news_md"}
PUBLISHED = datetime(2026, 11, 20, 9, tzinfo=UTC)
pytestmark = pytest.mark.model


def values(body: str, language: str = "en") -> list[str | None]:
    text = TextToExtract(id="1", body=body, language=language, published_at=PUBLISHED)
    (found,) = extract([text], model_names=MODELS)
    return [time.value for time in found.times]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("The ferry could sail as early as Tuesday.", "2026-11-24"),
        ("The mayor has scheduled a hearing Thursday.", "2026-11-26"),
        ("The council gave them until 9 a.m. Tuesday to leave.", "2026-11-24T09:00"),
        ("A dividend is payable Dec. 4.", "2026-12-04"),
        ("The sale is to be completed by Dec. 15.", "2026-12-15"),
        ("She said the crew would sail Tuesday.", "2026-11-24"),
        ("Shops close Sunday night.", "2026-11-22TNI"),
        ("The mast had been due to be felled on Wednesday.", "2026-11-18"),
        ("The storm came in December.", "2025-12"),
        ("The raid came on the eve of New Year's Day.", "2025-12-31"),
    ],
)
def test_a_day_is_ahead_or_past_by_what_leads_to_it(body: str, value: str) -> None:
    assert values(body) == [value]


def test_an_end_before_its_start_is_on_the_next_day() -> None:
    found = values("The curfew runs from 10 p.m. to 6 a.m.")
    assert found == ["2026-11-20T22:00", "2026-11-21T06:00"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Orders fell in 1Q 2024 and rose in 2Q.", ["2024-Q1", "2024-Q2"]),
        ("They cut the herd by a quarter.", []),
    ],
)
def test_quarters_are_told_from_fourths(body: str, found: list[str]) -> None:
    assert values(body) == found


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("de", "Die Messe beginnt am Montag um 8 Uhr.", ["2026-11-23", "2026-11-23T08:00"]),
        ("de", "Die Messe begann am Montag.", ["2026-11-16"]),
        ("de", "Gegen 19.30 Uhr brannte es.", ["2026-11-20T19:30"]),
        ("de", "Der Umsatz sank im dritten Quartal 2026.", ["2026-Q3"]),
        ("es", "La feria empieza el lunes.", ["2026-11-23"]),
        ("es", "La feria terminó el lunes.", ["2026-11-16"]),
        ("es", "El mes que viene cierra.", ["2026-12"]),
        ("es", "El jueves por la noche cantó.", ["2026-11-19TNI"]),
        ("fr", "La foire s'ouvre lundi.", ["2026-11-23"]),
        ("fr", "Le feu a pris lundi vers 22 h 30.", ["2026-11-16", "2026-11-16T22:30"]),
        ("fr", "Il signera vendredi prochain.", ["2026-11-27"]),
    ],
)
def test_other_languages_tell_of_days_and_clock_times(
    language: str, body: str, found: list[str]
) -> None:
    assert values(body, language) == found
