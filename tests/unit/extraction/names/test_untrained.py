"""Names and places in languages that no trained model reads."""

from __future__ import annotations

import pytest

from include.extraction import extract
from include.records import ExtractedText, TextToExtract


def read(text: str, language: str) -> ExtractedText:
    (found,) = extract([TextToExtract(id="1", body=text, language=language)], model_names={})
    return found


@pytest.mark.parametrize(
    ("text", "language", "people", "countries"),
    [
        (
            "Ministerin Lena Holt flog nach Hamburg. Großbritannien half. „Genug“, sagte Holt.",
            "de",
            ["Lena Holt", "Lena Holt"],
            ["DE", "GB"],
        ),
        (
            "La ministra Rosa Lind habló en Sevilla de Costa de Marfil y de EE.UU.",
            "es",
            ["Rosa Lind"],
            ["ES", "CI", "US"],
        ),
        ("O presidente Rui Lage falou da França em Recife.", "pt", ["Rui Lage"], ["FR", "BR"]),
        ("Il sindaco Aldo Neri tornò in Olanda.", "it", ["Aldo Neri"], ["NL"]),
        ("Statsministern talade om Tysklands plan.", "sv", [], ["DE"]),
        ("Президент говорил о помощи. Украина ждёт.", "ru", [], ["UA"]),
        ("イスラエルとフランスが合意した。", "ja", [], ["IL", "FR"]),
    ],
)
def test_names_go_by_lists_prepositions_and_titles(
    text: str, language: str, people: list[str], countries: list[str]
) -> None:
    found = read(text, language)
    assert [m.entity for m in found.mentions if m.label == "PERSON"] == people
    assert [place.country for place in found.places] == countries
    assert all(text[m.start : m.end] == m.text for m in found.mentions)


def test_the_speaker_is_the_person_of_that_surname() -> None:
    (quote,) = read("Ministerin Lena Holt kam. „Wir haben genug“, sagte Holt.", "de").quotes
    assert quote.speaker_entity == "Lena Holt"


def test_a_noun_with_a_capital_is_no_name() -> None:
    assert read("Das Haus in Brand und der Leiter Der Firma.", "de").mentions == ()


def test_a_language_without_words_gets_none_of_anothers() -> None:
    assert read("Minister Lena Holt fly to Hamburg", "ha").mentions == ()
