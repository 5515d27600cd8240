"""Joined names, datelines and word vectors: the repairs that names rest on."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from include.extraction.names.evidence import Evidence
from include.extraction.names.joins import joined
from include.extraction.names.spans import Candidate, find_candidates
from include.extraction.names.vector_words import ORG_WORDS, OTHER_WORDS, PERSON_WORDS, PLACE_WORDS
from include.extraction.names.vectors import NO_SCORES, NameVectors
from include.extraction.reading.datelines import find_datelines
from include.extraction.reading.token_table import TokenTable

VOCAB = spacy.blank("en").vocab


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("KYIV, Aug 28 (Reuters) – More", "KYIV", ", Aug 28", "Reuters"),
        ("BOGOTA 1999-03-14\nText", "BOGOTA", " 1999-03-14", None),
        ("Lima, Peru, Apr 2 2021 (EFE) - The", "Lima, Peru", ", Apr 2 2021", "EFE"),
        ("PARIS, 28 August (AFP) -- The", "PARIS", ", 28 August", "AFP"),
        ("GENEVA (AP) — The", "GENEVA", None, "AP"),
        ("Quito /ANDES/. The", "Quito", None, "ANDES"),
        ("Nairobi — The", "Nairobi", None, None),
    ],
)
def test_datelines(text: str, place: str, date: str | None, agency: str | None) -> None:
    (found,) = find_datelines(text)
    parts = (found.place, found.date, found.agency)
    assert tuple(span and text[slice(*span)] for span in parts) == (place, date, agency)


@pytest.mark.parametrize(
    "text", ["He said - and went", "The old man — who", "we met in KYIV (Reuters) – x", "", "\n\n"]
)
def test_no_dateline(text: str) -> None:
    assert list(find_datelines(text)) == []


@pytest.mark.parametrize(
    "text", ["A " * 30_000, "A\n" * 30_000, "A (" * 20_000, "A, Aug 2 " * 9_000]
)
def test_datelines_of_hostile_texts_come_soon(text: str) -> None:
    assert len(list(find_datelines(text))) <= text.count("\n") + 1


def candidates(text: str, *names: tuple[str, str]) -> list[Candidate]:
    """The named parts of a text in order as candidates; token indexes do not matter here."""
    found, at = [], 0
    for name, label in names:
        start = text.index(name, at)
        at = start + len(name)
        found.append(Candidate(start, at, start, at, label))
    return found


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Bristol Rovers", (("Bristol", "GPE"), ("Rovers", "")), [("Bristol Rovers", "ORG")]),
        ("Indian Navy", (("Indian", "NORP"), ("Navy", "")), [("Indian Navy", "ORG")]),
        ("Burkina Faso", (("Burkina", "GPE"), ("Faso", "PERSON")), [("Burkina Faso", "GPE")]),
        (
            "Eva Diaz Mora",
            (("Eva", "PERSON"), ("Diaz Mora", "PERSON")),
            [("Eva Diaz Mora", "PERSON")],
        ),
        ("Al - Amin", (("Al", "PERSON"), ("Amin", "PERSON")), [("Al - Amin", "PERSON")]),
        (
            "Reserve Bank of Zambia",
            (("Reserve Bank", "ORG"), ("Zambia", "GPE")),
            [("Reserve Bank of Zambia", "ORG")],
        ),
        (
            "Authority for Manpower",
            (("Authority", "ORG"), ("Manpower", "")),
            [("Authority for Manpower", "ORG")],
        ),
        (
            "Diaz of Peru",
            (("Diaz", "PERSON"), ("Peru", "GPE")),
            [("Diaz", "PERSON"), ("Peru", "GPE")],
        ),
        ("China - Peru", (("China", "GPE"), ("Peru", "GPE")), [("China", "GPE"), ("Peru", "GPE")]),
        ("President Court", (("President", ""), ("Court", "")), [("President", ""), ("Court", "")]),
    ],
)
def test_pieces_of_one_name_are_joined(
    text: str, names: tuple[tuple[str, str], ...], expected: list[tuple[str, str]]
) -> None:
    found = joined(text, candidates(text, *names))
    assert [(text[c.start : c.end], c.label) for c in found] == expected


@pytest.mark.parametrize(
    ("name", "sign"),
    [("LIMA", "dateline"), ("EFE", "dateline agency"), ("Hull", None), ("Chile", None)],
)
def test_names_in_a_dateline_are_told(name: str, sign: str | None) -> None:
    words = "LIMA , May 3 ( EFE ) - Hull met Chile".split()
    spaces = [w not in {"LIMA", "(", "EFE"} for w in words]
    doc = Doc(VOCAB, words=words, spaces=spaces, tags=["NNP"] * len(words))
    at = words.index(name)
    doc.set_ents([Span(doc, at, at + 1, label="GPE")])
    table = TokenTable(doc)
    found = [c for c in find_candidates(table) if c.label]
    signs = {s for s in Evidence(table, found).signs(0) if s.startswith("dateline")}
    assert signs == ({sign} if sign else set())


def a_vocabulary() -> Vocab:
    """Words with vectors that lie in one corner for each list, and one unknown surname."""
    lists = (OTHER_WORDS, PERSON_WORDS, ORG_WORDS, PLACE_WORDS)
    vocab = Vocab(vectors_name="made")
    random = np.random.default_rng(3)
    seen: dict[str, int] = {}
    for number, words in enumerate(lists):
        for word in sorted(words):
            seen.setdefault(word, number)
    seen["Okonkwo"] = 1
    vocab.reset_vectors(shape=(len(seen), 8))
    for word, number in seen.items():
        vocab.set_vector(word, (np.eye(8)[number] + random.normal(0, 0.05, 8)).astype("f"))
    return vocab


def test_vectors_know_an_unknown_surname() -> None:
    vectors = NameVectors(a_vocabulary())
    none, person, org, place = vectors.scores("Okonkwo")
    assert person > 0.7
    assert max(none, org, place) < 0.3
    assert vectors.scores("OKONKWO") == vectors.scores("Okonkwo")
    assert vectors.scores("qwzx") == NO_SCORES


def test_a_model_without_vectors_says_nothing() -> None:
    assert NameVectors(VOCAB).scores("London") == NO_SCORES


def test_signs_of_a_name_hold_for_all_its_mentions() -> None:
    words = "Minister Okafor spoke . Okafor left".split()
    tags = ["NNP", "NNP", "VBD", ".", "NNP", "VBD"]
    doc = Doc(VOCAB, words=words, tags=tags)
    doc.set_ents([Span(doc, 1, 2, label="PERSON")])
    table = TokenTable(doc)
    found = [c for c in find_candidates(table) if table.text[c.start : c.end] == "Okafor"]
    evidence = Evidence(table, found)
    first, second = evidence.signs(0), evidence.signs(1)
    assert first["<role"] == 1.0
    assert "<role" not in second
    assert second["all<role"] == first["all<role"] == 0.5
    assert second["vote P"] == 0.5


def test_a_name_ends_before_the_full_stop_of_its_sentence() -> None:
    doc = Doc(
        VOCAB, words=["by", "Lear", "Corp.", "\n", "So"], spaces=[True, True, False, False, False]
    )
    doc.set_ents([Span(doc, 1, 3, label="ORG")])
    table = TokenTable(doc)
    (found,) = find_candidates(table)[:1]
    assert table.text[found.start : found.end] == "Lear Corp"
