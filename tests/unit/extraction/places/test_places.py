"""Places: which namesake a text means, and what stays without a position."""

from __future__ import annotations

import pytest

from include.extraction.places.find import find_places
from include.extraction.places.gazetteer import fold, gazetteer
from include.extraction.places.pieces import state_of
from include.records import Mention, Place


def places(text: str, *names: str, country: str | None = None, label: str = "GPE") -> list[Place]:
    mentions = []
    at = 0
    for name in names:
        at = text.index(name, at)
        mentions.append(
            Mention(
                start=at, end=at + len(name), text=name, label=label, entity=name, confidence=1.0
            )
        )
        at += len(name)
    return list(find_places(text, mentions, publisher_country=country))


def test_alone_a_name_means_its_largest_holder() -> None:
    (paris,) = places("In Paris today", "Paris")
    assert (paris.country, paris.geonames_id) == ("FR", 2988507)


@pytest.mark.parametrize(
    ("text", "names", "lat", "lon"),
    [
        ("In Paris, Texas, today", ["Paris", "Texas"], 33.66, -95.56),
        ("In Springfield, Ill., today", ["Springfield", "Ill."], 39.8, -89.64),
        ("In Springfield, Mo., today", ["Springfield", "Mo."], 37.22, -93.3),
        ("Paris, Tyler, Dallas in Texas", ["Paris", "Tyler", "Dallas", "Texas"], 33.66, -95.56),
    ],
)  # fmt: skip
def test_company_decides(text: str, names: list[str], lat: float, lon: float) -> None:
    first = places(text, *names)[0]
    assert first.lat == pytest.approx(lat, abs=0.3)
    assert first.lon == pytest.approx(lon, abs=0.3)


def test_the_publishers_country_tips_the_scales() -> None:
    (without,) = places("In Boston today", "Boston")
    (within,) = places("In Boston today", "Boston", country="gb")
    assert without.country == "US"
    assert within.confidence < without.confidence


def test_a_name_has_one_reading_in_a_text() -> None:
    first, _, second = places("In Paris, Texas. Later in Paris.", "Paris", "Texas", "Paris")
    assert (first.lat, first.lon) == (second.lat, second.lon)


def test_an_unknown_name_has_no_position() -> None:
    (place,) = places("In Xyzzyville today", "Xyzzyville")
    assert (place.lat, place.lon, place.country, place.geonames_id) == (None, None, None, None)
    assert place.name == "Xyzzyville"


def test_people_are_not_placed() -> None:
    assert places("Mr Paris spoke", "Paris", label="PERSON") == []


def test_a_place_at_the_head_of_an_organisation() -> None:
    text = "In London, London Fire Brigade"
    mentions = [
        Mention(start=3, end=9, text="London", label="GPE", entity="London", confidence=1.0),
        Mention(
            start=11, end=30, text="London Fire Brigade", label="ORG", entity="", confidence=1.0
        ),
    ]
    found = find_places(text, mentions)
    assert [(p.start, p.text, p.country) for p in found] == [
        (3, "London", "GB"),
        (11, "London", "GB"),
    ]


def test_an_abbreviated_state_behind_a_town_is_a_place() -> None:
    found = places("DULUTH, Minn. - Snow fell", "DULUTH")
    assert [(p.text, p.name) for p in found][1:] == [("Minn.", "Minnesota")]
    assert found[0].country == "US"


def test_a_county_stands_amid_the_towns_of_its_state() -> None:
    text = "In Athens, Texas, Henderson County and Tyler"
    found = {p.text: p for p in places(text, "Athens", "Texas", "Henderson County", "Tyler")}
    county = found["Henderson County"]
    assert county.country == "US"
    assert county.lat == pytest.approx(32.3, abs=1.0)
    assert county.lon == pytest.approx(-95.6, abs=1.0)


@pytest.mark.parametrize(
    ("name", "state"),
    [("Calif.", "California"), ("N.Y.", "New York"), ("TX", "Texas"), ("Or", None), ("Xy.", None)],
)
def test_abbreviations_of_states(name: str, state: str | None) -> None:
    assert state_of(name) == state


@pytest.mark.parametrize(
    ("name", "folded"), [("São Paulo", "sao paulo"), ("U.S.", "us"), (" A ", "a")]
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Ukraine", "country"), ("U.K.", "country"), ("Ohio", "state"), ("Africa", "continent"),
     ("Scotland", "region"), ("Kyiv", "town"), ("Kiev", "town")],
)  # fmt: skip
def test_the_gazetteer_knows(name: str, kind: str) -> None:
    assert gazetteer().find(name)[0].kind == kind
    assert gazetteer().prominence(name) > 0


def test_the_gazetteer_does_not_know_everything() -> None:
    assert gazetteer().find("Xyzzyville") == ()
    assert gazetteer().prominence("Xyzzyville") == 0


def test_a_province_that_holds_all_the_names_wins() -> None:
    text = "Paris and McKenzie in Henry County, beside Huntingdon and Camden"
    paris = places(text, "Paris", "McKenzie", "Henry County", "Huntingdon", "Camden")[0]
    assert (paris.lat, paris.lon) == (pytest.approx(36.3, abs=0.3), pytest.approx(-88.3, abs=0.3))


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Lisbon International Airport", "Lisbon"),
        ("Rodeo Houston", "Houston"),
        ("Fargo-Moorhead", "Fargo"),
        ("Hamburg Street Bridge", "Hamburg"),
    ],
)
def test_a_longer_name_lies_where_its_part_does(name: str, part: str) -> None:
    (whole,) = places(f"At {name} today", name, label="FAC")
    (alone,) = places(f"In {part} today", part)
    assert whole.text == name
    assert (whole.lat, whole.lon) == (alone.lat, alone.lon)


def test_a_short_part_of_a_longer_name_is_no_place() -> None:
    (found,) = places("At Ulm Kwyx Zzyzx today", "Ulm Kwyx Zzyzx", label="FAC")
    assert found.lat is None


@pytest.mark.parametrize(
    ("name", "language", "country", "kind"),
    [
        ("Allemagne", "fr", "DE", "country"),
        ("États-Unis", "fr", "US", "country"),
        ("Inde", "fr", "IN", "country"),
        ("Estados Unidos", "es", "US", "country"),
        ("Granada", "es", "ES", "town"),
        ("Inde", "en", "MX", "town"),
    ],
)
def test_countries_go_by_their_names_in_the_texts_language(
    name: str, language: str, country: str, kind: str
) -> None:
    first = gazetteer().find(name, language)[0]
    assert (first.country, first.kind) == (country, kind)


def test_of_an_unknown_language_no_names_are_known() -> None:
    assert gazetteer().find("Allemagne", "xx") == ()
