"""Keywords: frequent, early, titled, names by entity; none from nothing."""

from __future__ import annotations

import pytest
import spacy

from include.extraction.keywords import find_keywords
from include.records import Mention

TEXT = (
    "The harvest failed. Farmers fear that the harvest will fail again, and a failed harvest "
    "means hunger. Officials spoke of rain."
)


def test_the_most_frequent_word_leads() -> None:
    found = find_keywords(spacy.blank("en")(TEXT), ())
    assert "harvest" in found[0].text
    assert found[0].score == 1.0
    assert all(0.0 < k.score <= 1.0 for k in found)
    assert [k.score for k in found] == sorted((k.score for k in found), reverse=True)


def test_stop_words_are_none() -> None:
    assert find_keywords(spacy.blank("en")("the of and that will this"), ()) == ()


def test_the_title_lifts_its_words() -> None:
    doc = spacy.blank("en")(TEXT)
    plain = {k.text: k.score for k in find_keywords(doc, ())}
    titled = {k.text: k.score for k in find_keywords(doc, (), title="Rain at last")}
    assert titled["rain"] > plain["rain"]


def test_names_count_by_entity() -> None:
    text = "Diaz spoke. Ana Diaz left."
    mentions = [
        Mention(start=0, end=4, text="Diaz", label="PERSON", entity="Ana Diaz", confidence=1.0),
        Mention(
            start=12, end=20, text="Ana Diaz", label="PERSON", entity="Ana Diaz", confidence=1.0
        ),
    ]
    found = find_keywords(spacy.blank("en")(text), mentions)
    assert [k.text for k in found].count("Ana Diaz") == 1
    assert found[0].text == "Ana Diaz"


def test_no_more_than_asked_for_and_none_within_another() -> None:
    found = [k.text for k in find_keywords(spacy.blank("en")(TEXT), (), most=3)]
    assert len(found) == 3
    assert not any(a != b and f" {a} " in f" {b} " for a in found for b in found)


@pytest.mark.parametrize("text", ["", "\n\n", "!!! ???", "12 34"])
def test_nothing_from_nothing(text: str) -> None:
    assert find_keywords(spacy.blank("xx")(text), ()) == ()


def test_the_agency_of_a_dateline_is_no_keyword() -> None:
    text = "LIMA (Reuters) - Peru won and Peru sang"
    doc = spacy.blank("en")(text)
    names = [("Reuters", "ORG"), ("Peru", "GPE")]
    mentions = [
        Mention(start=text.index(n), end=text.index(n) + len(n), text=n, label=label,
                entity=n, confidence=0.9)
        for n, label in names
    ]  # fmt: skip
    found = {keyword.text for keyword in find_keywords(doc, mentions)}
    assert "Peru" in found
    assert "Reuters" not in found
