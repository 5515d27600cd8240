"""Names: mended edges, one label a name, the fullest form, what pronouns and roles mean."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from include.extraction.names.coreference import resolve
from include.extraction.names.find import find_mentions
from include.extraction.names.fullest import fullest_names
from include.extraction.names.spans import Candidate
from include.extraction.names.spans import find_candidates as candidates_of
from include.extraction.reading.token_table import TokenTable
from include.extraction.reading.upper_case import likely_case, upper_case_lines
from include.records import Mention

VOCAB = spacy.blank("en").vocab


def document(text: str, *names: tuple[str, str]) -> Doc:
    """A document of the words between spaces, with names marked in order as a model would."""
    words = text.split(" ")
    doc = Doc(VOCAB, words=words, tags=["NNP" if w[:1].isupper() else "NN" for w in words])
    spans = []
    at = 0
    for name, label in names:
        parts = name.split(" ")
        first = next(i for i in range(at, len(words)) if words[i : i + len(parts)] == parts)
        at = first + len(parts)
        spans.append(Span(doc, first, first + len(parts), label=label))
    doc.set_ents(spans)
    return doc


def find_candidates(doc: Doc) -> list[Candidate]:
    return candidates_of(TokenTable(doc))


def mention(text: str, name: str, label: str = "PERSON", **more: str) -> Mention:
    start = text.index(name)
    return Mention(
        start=start, end=start + len(name), text=name, label=label,
        entity=more.get("entity", name), confidence=0.9, role=more.get("role"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "label", "expected", "role"),
    [
        ("then President Ana Diaz spoke", "President Ana Diaz", "PERSON", "Ana Diaz", "President"),
        ("then Ana Diaz 's plan", "Ana Diaz 's", "PERSON", "Ana Diaz", None),
        ("of the United Nations today", "the United Nations", "ORG", "United Nations", None),
        ("while Aldermoor 2 drew", "Aldermoor 2", "ORG", "Aldermoor 2", None),
        ("at LIMA 1996-08-30 today", "LIMA 1996-08-30", "GPE", "LIMA", None),
        ("an anti-Diaz march", "anti-Diaz", "PERSON", "Diaz", None),
        ("see The Hague now", "The Hague", "GPE", "The Hague", None),
    ],
)
def test_edges_are_mended(
    text: str, name: str, label: str, expected: str, role: str | None
) -> None:
    doc = document(text, (name, label))
    found = [c for c in find_candidates(doc) if c.label]
    assert [(text[c.start : c.end], c.role) for c in found] == [(expected, role)]


def test_a_span_is_cut_at_a_score_between_two_teams() -> None:
    doc = document("today Aldermoor 2 Westerby", ("Aldermoor 2 Westerby", "ORG"))
    assert [doc.text[c.start : c.end] for c in find_candidates(doc)] == ["Aldermoor", "Westerby"]


def test_capitals_the_model_passed_over_are_candidates() -> None:
    doc = document("we met Ana de Diaz there")
    (found,) = find_candidates(doc)
    assert (doc.text[found.start : found.end], found.label) == ("Ana de Diaz", "")


def test_a_surname_keeps_the_label_of_the_full_name() -> None:
    doc = document(
        "yesterday Peter Okafor spoke in Lagos and Okafor said so",
        ("Peter Okafor", "PERSON"), ("Lagos", "GPE"), ("Okafor", "ORG"),
    )  # fmt: skip
    found = [(m.text, m.label, m.entity) for m in find_mentions(doc)]
    assert ("Okafor", "PERSON", "Peter Okafor") in found
    assert ("Lagos", "GPE", "Lagos") in found


def test_offsets_are_those_of_the_text() -> None:
    text = "yesterday President Ana Diaz met Ivan Petrov in Paris"
    names = (("President Ana Diaz", "PERSON"), ("Ivan Petrov", "PERSON"), ("Paris", "GPE"))
    found = find_mentions(document(text, *names))
    assert [text[m.start : m.end] for m in found] == ["Ana Diaz", "Ivan Petrov", "Paris"]
    assert all(0.0 <= m.confidence <= 1.0 for m in found)


def test_without_a_model_there_are_no_names() -> None:
    assert find_mentions(Doc(VOCAB, words=["Ana", "Diaz"])) == ()


@pytest.mark.parametrize(
    ("names", "following", "expected"),
    [
        ([("Ana Diaz", "PERSON"), ("Diaz", "PERSON")], ["", ""], ["Ana Diaz", "Ana Diaz"]),
        ([("Diaz", "PERSON"), ("Ana Diaz", "PERSON")], ["", ""], ["Ana Diaz", "Ana Diaz"]),
        (
            [("Ursula von der Leyen", "PERSON"), ("von der Leyen", "PERSON")],
            ["", ""],
            ["Ursula von der Leyen"] * 2,
        ),
        (
            [("Ana Diaz", "PERSON"), ("Eva Diaz", "PERSON"), ("Diaz", "PERSON")],
            ["", "", ""],
            ["Ana Diaz", "Eva Diaz", "Eva Diaz"],
        ),
        (
            [("European Union", "ORG"), ("EU", "ORG"), ("EU", "GPE")],
            [" (EU) has", "", ""],
            ["European Union", "European Union", "EU"],
        ),
        (
            [("World Food Programme", "ORG"), ("W.F.P.", "ORG")],
            ["", ""],
            ["World Food Programme"] * 2,
        ),
        # An abbreviation stands for the part whose initials it is.
        (
            [("Security Council of the United Nations", "ORG"), ("UN", "ORG")],
            [" (UN) met", ""],
            ["Security Council of the United Nations", "United Nations"],
        ),
        # Who stands beside somebody is somebody else.
        (
            [("Ana Diaz", "PERSON"), ("Ana B. Diaz", "PERSON"), ("Ana Diaz", "PERSON")],
            [" and Ana B. Diaz", " met", " left"],
            ["Ana Diaz", "Ana B. Diaz", "Ana Diaz"],
        ),
        (
            [("Ana Diaz", "PERSON"), ("Ana B. Diaz", "PERSON")],
            [" left. Later ", " spoke"],
            ["Ana B. Diaz"] * 2,
        ),
    ],
)
def test_one_name_for_every_way_to_write_it(
    names: list[tuple[str, str]], following: list[str], expected: list[str]
) -> None:
    assert fullest_names(names, following) == expected


def test_a_pronoun_takes_the_nearest_name_that_agrees() -> None:
    text = "Mary Smith met John Brown . then she left and he stayed"
    doc = document(text)
    mentions = (mention(text, "Mary Smith"), mention(text, "John Brown"))
    she, he = text.index("she"), text.index(" he ") + 1
    assert (resolve(doc, mentions, she, she + 3) or ("",))[0] == "Mary Smith"
    assert (resolve(doc, mentions, he, he + 2) or ("",))[0] == "John Brown"


def test_a_pronoun_without_a_name_before_it_means_nobody() -> None:
    text = "she met Mary Smith"
    assert resolve(document(text), (mention(text, "Mary Smith"),), 0, 3) is None


@pytest.mark.parametrize(
    ("role", "span", "expected"),
    [
        ("Prime Minister", "the minister", "Ana Diaz"),
        ("Commission president", "the chief", "Ana Diaz"),
        ("Coach", "the minister", None),
    ],
)
def test_a_role_takes_the_person_introduced_with_it(
    role: str, span: str, expected: str | None
) -> None:
    text = f"there Ana Diaz spoke and {span}"
    doc, at = document(text), text.index(span)
    found = resolve(doc, (mention(text, "Ana Diaz", role=role),), at, at + len(span))
    assert (found[0] if found else None) == expected


def test_the_ministry_is_the_ministry_named_before() -> None:
    text = "at Health Ministry sites the ministry"
    doc, at = document(text), text.index("the ministry")
    found = resolve(doc, (mention(text, "Health Ministry", "ORG"),), at, at + 12)
    assert found is not None
    assert found[0] == "Health Ministry"


@pytest.mark.parametrize(
    ("word", "first", "expected"),
    [
        ("FRANCE", True, "France"),
        ("IN", False, "in"),
        ("EU", False, "EU"),
        ("O'NEILL", False, "O'Neill"),
        ("said", False, "said"),
        ("U.S.", False, "U.S."),
    ],
)
def test_likely_case(word: str, first: bool, expected: str) -> None:
    assert likely_case(word, first, set()) == expected


def test_lines_in_capitals_are_found() -> None:
    words = ["NORWAY", "STUN", "PERU", "\n", "They", "won", "."]
    assert list(upper_case_lines(Doc(VOCAB, words=words))) == [(0, 3)]
