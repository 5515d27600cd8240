"""Names that news gives to countries, buildings and parts of countries, and what is no place."""

from __future__ import annotations

import pytest
from babel import Locale

from include.extraction import extract
from include.extraction.places.gazetteer import gazetteer
from include.records import Place, TextToExtract

NAMES = {"en": "en_core_web_md"}
# CLDR lists these beside ISO 3166, or nobody lives there, or another name goes before.
_NO_COUNTRIES = frozenset("AC AQ BV CC CP CQ DG EA EU EZ HM IC QO TA UM UN XA XB ZZ".split())


def read(text: str) -> list[Place]:
    (found,) = extract([TextToExtract(id="1", body=text, language="en")], model_names=NAMES)
    return list(found.places)


def one(text: str, name: str) -> Place:
    found = [place for place in read(text) if name in place.text]
    assert len(found) == 1, found
    return found[0]


def test_every_country_of_iso_3166_is_known_by_its_english_name() -> None:
    unknown = []
    for code, name in Locale.parse("en").territories.items():
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES:
            plain = name.partition(" (")[0].removesuffix(" SAR China")
            top = next(iter(gazetteer().find(plain.replace("&", "and"))), None)
            if top is None or top.country != code:
                unknown.append((code, name))
    assert not unknown


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("the Netherlands", "en", "NL"),
        ("Holland", "en", "NL"),
        ("DR Congo", "en", "CD"),
        ("Republic of the Congo", "en", "CG"),
        ("Trinidad and Tobago", "en", "TT"),
        ("Côte d’Ivoire", "en", "CI"),
        ("Burma", "en", "MM"),
        ("Birmanie", "fr", "MM"),
        ("Angleterre", "fr", "GB"),
        ("RDC", "fr", "CD"),
        ("Großbritannien", "de", "GB"),
        ("Bayern", "de", "DE"),
        ("Escocia", "es", "GB"),
        ("EE.UU.", "es", "US"),
        ("França", "pt", "FR"),
        ("Olanda", "it", "NL"),
    ],
)
def test_a_country_is_known_as_news_of_a_language_calls_it(
    name: str, language: str, code: str
) -> None:
    assert gazetteer().find(name, language)[0].country == code


def test_a_city_goes_before_the_country_that_another_language_calls_so() -> None:
    assert gazetteer().find("Granada", "es")[0].country == "ES"


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("Envoys left the White House on Friday.", "White House", "US", "DC"),
        ("Thousands met in Trafalgar Square in London.", "Trafalgar Square", "GB", "ENG"),
        ("Crowds filled Tahrir Square on Friday.", "Tahrir Square", "EG", "11"),
        ("The Kremlin rejected the offer.", "Kremlin", "RU", "48"),
        ("A fire broke out in Hollywood on Friday.", "Hollywood", "US", "CA"),
    ],
)
def test_famous_buildings_stand_where_they_stand(
    text: str, name: str, country: str, admin1: str
) -> None:
    found = one(text, name)
    assert (found.country, found.admin1, found.kind) == (country, admin1, "landmark")


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("A man flew from Perth, Australia, to Perth, Scotland.", "Perth", ["AU", "GB"]),
        ("Aid for Hyderabad in Pakistan came from Hyderabad, India.", "Hyderabad", ["PK", "IN"]),
        ("A flood hit Mérida in Venezuela. Mérida in Spain sent help.", "Mérida", ["VE", "ES"]),
    ],
)
def test_one_name_of_two_towns_is_two_places(text: str, name: str, countries: list[str]) -> None:
    assert [place.country for place in read(text) if place.text == name] == countries


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Three miners died near Kolwezi in Congo on Monday.", "CD"),
        ("Pointe-Noire in Congo was flooded on Friday.", "CG"),
        ("The president of Congo flew home on Friday.", "CD"),
    ],
)
def test_congo_is_told_by_the_town_it_holds(text: str, code: str) -> None:
    assert one(text, "Congo").country == code


def test_treaties_and_teams_are_no_places() -> None:
    text = (
        "The Oslo accords and the Kyoto protocol were cited. Leeds United beat Boston Celtics "
        "veterans. Harvard University sent a choir. The match was in Lagos."
    )
    assert [place.text for place in read(text)] == ["Lagos"]


def test_a_place_within_another_name_is_not_where_it_happens() -> None:
    found = read("The Vienna Philharmonic and a Porto defender met in Lisbon on Friday.")
    assert [place.text for place in found if place.is_main] == ["Lisbon"]


@pytest.mark.parametrize(
    ("text", "name", "is_metonym"),
    [
        ("Ankara hit back on Friday.", "Ankara", True),
        ("Sanctions against Tehran were lifted.", "Tehran", True),
        ("The president accused Cairo of lying.", "Cairo", True),
        ("Belgrade and Skopje traded blame.", "Skopje", True),
        ("Madrid woke to snow.", "Madrid", False),
        ("A bomb exploded in Baghdad.", "Baghdad", False),
        ("ROME - A bus burned on Friday.", "ROME", False),
    ],
)
def test_a_government_is_told_by_the_parse(text: str, name: str, is_metonym: bool) -> None:
    assert one(text, name).is_metonym is is_metonym


def test_a_town_that_acts_is_the_capital() -> None:
    found = read("OTTAWA - Paris recalled its envoy on Tuesday. A fire burned in Windsor, Ontario.")
    assert {place.text: place.country for place in found}["Paris"] == "FR"


def test_a_demonym_tells_of_its_country_and_is_not_where_it_happens() -> None:
    found = one("A Peruvian bus burned on Friday.", "Peruvian")
    assert (found.country, found.is_main) == ("PE", False)


def test_a_country_and_a_state_of_one_name_are_told_by_the_town_beside() -> None:
    found = read("Georgia's opposition marched in Tbilisi. A jury in Atlanta, Georgia, met too.")
    assert [p.country for p in found if p.text == "Georgia"] == ["GE", "US"]


def test_the_area_behind_a_town_goes_before_a_greater_namesake() -> None:
    found = read("A ship left San Jose, Costa Rica, with goods from San Jose, California.")
    assert [p.country for p in found if p.text == "San Jose"] == ["CR", "US"]


@pytest.mark.parametrize(
    "name", ["Trinidad and Tobago", "Antigua and Barbuda", "Bosnia and Herzegovina"]
)
def test_a_country_of_two_names_is_one(name: str) -> None:
    assert [place.text for place in read(f"The vote in {name} was calm.")] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Treaty of Versailles was signed long ago.",
        "They spoke of the Minsk agreements.",
        "It is a case of Stockholm syndrome.",
    ],
)
def test_treaties_are_no_places(text: str) -> None:
    assert [place.name for place in read(text) if place.lat is not None] == []


@pytest.mark.parametrize("name", ["Andes", "Himalayas", "Sahel", "Black Sea", "Sinai"])
def test_mountains_seas_and_wide_regions_are_no_towns(name: str) -> None:
    place = one(f"Six people were missing in the {name} on Friday.", name)
    assert place.kind == "region"
    assert place.lat is not None


def test_a_country_is_no_town_that_has_its_name_as_another() -> None:
    assert one("Kosovo's players came from Pristina.", "Kosovo").kind == "country"
