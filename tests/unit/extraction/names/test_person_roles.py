"""Roles: what the text says a person is, before the name, between commas and behind it."""

from __future__ import annotations

import pytest

from include.extraction import extract
from include.records import Mention, TextToExtract

MODELS = {"en": "en_core_web_md"}


def people(text: str) -> list[Mention]:
    (found,) = extract([TextToExtract(id="1", body=text, language="en")], model_names=MODELS)
    return [mention for mention in found.mentions if mention.label == "PERSON"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Then President Donald Trump left.", "Donald Trump", "President"),
        ("Russian President Vladimir Putin agreed.", "Vladimir Putin", "Russian President"),
        (
            "European Commission President Ursula von der Leyen said the talks went on.",
            "Ursula von der Leyen",
            "European Commission President",
        ),
        (
            "The company's chief executive, Mary Barra, spoke on Monday.",
            "Mary Barra",
            "company's chief executive",
        ),
        (
            "Karen Miller, a senator from Ohio, voted against the bill.",
            "Karen Miller",
            "senator from Ohio",
        ),
        ("On Monday Karen Miller voted against the bill.", "Karen Miller", None),
        ("The president met Karen Miller in Ohio.", "Karen Miller", None),
        ("Karen Miller, who lives in Ohio, voted.", "Karen Miller", None),
    ],
)
def test_the_role_stays_outside_the_name_and_is_kept(
    text: str, name: str, role: str | None
) -> None:
    assert {(one.text, one.role) for one in people(text)} == {(name, role)}


def test_a_surname_that_the_model_reads_as_a_noun_is_the_person_named_before() -> None:
    text = "President Donald Trump flew to Riyadh on Monday. Trump said the talks went well."
    assert [one.entity for one in people(text)] == ["Donald Trump", "Donald Trump"]


def test_a_title_alone_is_no_name() -> None:
    text = "Crown Prince Mohammed bin Salman and Sgt. Ann Miller of the army came to Riyadh."
    assert [one.text for one in people(text)] == ["Mohammed bin Salman", "Ann Miller"]
