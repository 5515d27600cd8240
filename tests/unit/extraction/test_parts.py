"""A long text is read in parts: its text and facts stay, memory does not follow its length."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from include.extraction.reading import parts
from include.extraction.reading.models import load
from include.extraction.reading.parts import docs_of, parts_of

PARAGRAPH = (
    "Anna Hartwell of Port Ellery said on Monday that 312 crates were moved to Lisbon. "
    "“We shall not wait for the storm,” she told the harbour board."
)


@given(st.text(alphabet="ab .!\n\u3002\u2029", max_size=400), st.integers(2, 50))
def test_parts_are_the_text(body: str, most: int) -> None:
    found = parts_of(body, most)
    assert "".join(found) == body
    assert all(len(part) <= most for part in found)
    assert all(found[:-1])


def test_a_part_ends_with_a_paragraph_then_with_a_sentence_then_with_a_word() -> None:
    assert parts_of("one two.\nthree. four five", 12) == ["one two.\n", "three. ", "four five"]
    assert parts_of("one two. three four", 12) == ["one two. ", "three four"]
    assert parts_of("one two three four", 12) == ["one two ", "three four"]
    assert parts_of("o" * 25, 12) == ["o" * 12, "o" * 12, "o"]


@pytest.mark.parametrize("most", [40, 300])
def test_what_is_read_in_parts_is_the_same_text(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(parts, "READ_AT_ONCE", most)
    monkeypatch.setattr(parts.parts_of, "__defaults__", (most,))
    nlp = load("xx", model_names={}).nlp
    bodies = ["short", "\n".join([PARAGRAPH] * 5), "", " \n ", "x" * 900, "a  b\n\n" * 90]
    docs = list(docs_of(nlp, bodies))
    assert [doc.text for doc in docs] == bodies
    for doc in docs:
        assert all(before.idx < after.idx for before, after in pairwise(doc))


@pytest.mark.model
def test_a_text_read_in_parts_has_the_names_and_sentences_of_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nlp = load("en", model_names={"en": "en_core_web_md"}).nlp
    body = "\n".join([PARAGRAPH] * 8)
    (whole,) = nlp.pipe([body])
    monkeypatch.setattr(parts, "READ_AT_ONCE", 500)
    monkeypatch.setattr(parts.parts_of, "__defaults__", (500,))
    (read_in_parts,) = docs_of(nlp, [body])
    assert [(one.start_char, one.end_char, one.label_) for one in read_in_parts.ents] == [
        (one.start_char, one.end_char, one.label_) for one in whole.ents
    ]
    assert [one.start_char for one in read_in_parts.sents] == [
        one.start_char for one in whole.sents
    ]
    assert [(one.head.i, one.dep_, one.tag_) for one in read_in_parts] == [
        (one.head.i, one.dep_, one.tag_) for one in whole
    ]


def test_a_model_is_never_given_more_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given_to: list[int] = []
    nlp = spacy.blank("en")
    made = nlp.make_doc
    monkeypatch.setattr(nlp, "make_doc", lambda text: given_to.append(len(text)) or made(text))
    (doc,) = docs_of(nlp, [f"{PARAGRAPH}\n" * 500])
    assert doc.text == f"{PARAGRAPH}\n" * 500
    assert max(given_to) <= parts.READ_AT_ONCE
