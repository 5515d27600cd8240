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


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        # an age in brackets or between commas
        ("Politiet avhørte Tora Nygaard (34) tirsdag.", "no", ["Tora Nygaard"]),
        ("La víctima, Elvira Roldán, 52, vivía sola.", "es", ["Elvira Roldán"]),
        ("Der Stürmer Jonte Bremer (21) fehlt.", "de", ["Jonte Bremer"]),
        # a party
        ("Das sagte gestern Almut Reinke (SPD).", "de", ["Almut Reinke"]),
        # the subject of a verb of saying, before and behind it
        ("„Es reicht“, sagt Forscherin Almut Reinke aus Kiel.", "de", ["Almut Reinke"]),
        ("« C'est fini », affirme Odile Marchetti.", "fr", ["Odile Marchetti"]),
        ("– Vi vet inte, säger Malin Forsgren från polisen.", "sv", ["Malin Forsgren"]),
        # a run whose last word comes again
        ("Ieri ha parlato Ugo Bertani al porto. Poi Bertani è partito.", "it", ["Ugo Bertani"]),
        # an ending behind an apostrophe
        ("Bakan sustu. Genç forvet Emre Tuncel'in (20) golü yetti.", "tr", ["Emre Tuncel"]),
        # a place of its own behind a name of three words
        ("Cumhurbaşkanı Ali Ece Tuncel İzmir'de konuştu.", "tr", ["Ali Ece Tuncel"]),
        # an age in words, two names and a particle
        ("El delantero Iker Roldán, de 31 años, marcó.", "es", ["Iker Roldán"]),
        ("O presidente Rui Nuno Lema da Costa falou.", "pt", ["Rui Nuno Lema da Costa"]),
        # a surname that is a country's name as well
        ("O presidente Luis Montenegro falou.", "pt", ["Luis Montenegro"]),
        # small letters of other scripts are small letters
        ("Об этом сообщил Кирилл Стомов (63).", "ru", ["Кирилл Стомов"]),
    ],
)
def test_people_go_by_what_stands_beside_them(text: str, language: str, people: list[str]) -> None:
    found = read(text, language)
    named = list(dict.fromkeys(m.entity for m in found.mentions if m.label == "PERSON"))
    assert named == people


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Künstliche Intelligenz (KI) und die Europäische Union (EU) wachsen.", "de"),
        ("La Junta de Andalucía actuó ayer. Andalucía espera.", "es"),
        ("El Ministerio de Exteriores calló y Exteriores no contestó.", "es"),
        ("Das Ziel, sagt der Sender. Im Gegensatz dazu: nichts.", "de"),
        ("Les élèves vont bien, affirme\nLe Courrier du Nord.", "fr"),
        ("Teile der Linken sagen nein.", "de"),
        ("Das Veterinäramt des Kreises Nordheim bestätigte den Fall.", "de"),
        ("Die Firma Nordlicht Energie ergänzte den Vertrag.", "de"),
        ("Los precios bajaron, según Nordia Electronics.", "es"),
        ("A Presidência da República calou. Depois a República votou.", "pt"),
    ],
)
def test_bodies_and_bare_nouns_are_no_people(text: str, language: str) -> None:
    assert [m.text for m in read(text, language).mentions if m.label == "PERSON"] == []


@pytest.mark.parametrize(
    ("text", "language", "towns"),
    [
        ("気象庁によると、宮崎県で地震があった。", "ja", [("宮崎", "JP")]),
        ("首相は東京に戻った。", "ja", [("東京", "JP")]),
        ("대통령은 부산에서 연설했다.", "ko", [("부산", "KR")]),
        ("عاد الوزير إلى دمشق وبغداد أمس.", "ar", [("دمشق", "SY"), ("بغداد", "IQ")]),
        ("İzmir'de yangın çıktı.", "tr", [("İzmir", "TR")]),
    ],
)
def test_cities_without_capitals_or_with_endings_are_found(
    text: str, language: str, towns: list[tuple[str, str]]
) -> None:
    assert [(p.text, p.country) for p in read(text, language).places] == towns


def test_a_club_that_is_called_like_a_land_is_no_land() -> None:
    assert read("Der FC Bayern gewann. Später regnete es.", "de").places == ()
    assert [p.country for p in read("In Bayern regnete es.", "de").places] == ["DE"]


def test_a_family_that_is_called_like_a_city_is_no_city() -> None:
    assert read("山口さんは笑った。", "ja").places == ()
