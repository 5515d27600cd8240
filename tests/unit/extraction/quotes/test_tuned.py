"""Every tuned number of quotes decides something: just enough is enough, one less is not."""

from __future__ import annotations

from dataclasses import fields

import pytest
import spacy

from include.extraction.quotes.bounds import apart
from include.extraction.quotes.dialogue import _verb_behind, find_speech
from include.extraction.quotes.find import spoken_lines
from include.extraction.quotes.left_out import left_out
from include.extraction.quotes.marks import find_quoted
from include.extraction.quotes.speakers import SpeakerFinder
from include.extraction.quotes.tuned import TUNED
from include.extraction.quotes.weighing import weighed
from include.records import Quote, Span


def test_a_tuned_number_has_a_unit_and_a_source() -> None:
    for one in fields(TUNED):
        assert one.metadata["unit"], one.name
        assert one.metadata["source"], one.name


def quote(
    *,
    start: int = 0,
    words: int = 9,
    basis: str | None = "named",
    entity: str | None = "Ana Ruiz",
    gender: str | None = None,
    cue_at: int | None = None,
    confidence: float = 0.5,
) -> Quote:
    text = " ".join(["rain"] * words)
    part = Span(start=start, end=start + len(text), text=text)
    return Quote(
        start=part.start,
        end=part.end,
        text=text,
        kind="direct",
        fragments=(part,),
        speaker=Span(start=900, end=904, text="Ruiz") if basis else None,
        speaker_entity=entity if basis else None,
        cue=Span(start=cue_at, end=cue_at + 4, text="said") if cue_at is not None else None,
        confidence=confidence,
        speaker_basis=basis,
        speaker_gender=gender,
    )


@pytest.mark.parametrize(
    ("given", "sure"),
    [
        (quote(), 0.5),
        (quote(basis="described", entity=None), 0.47),
        (quote(basis="title"), 0.46),
        (quote(basis="pronoun"), 0.44),
        (quote(basis="nearest"), 0.38),
        (quote(basis=None), 0.4),
        (quote(entity=None), 0.47),
        (quote(basis="pronoun", gender="f"), 0.46),
        (quote(words=4), 0.5),
        (quote(words=3), 0.47),
        (quote(cue_at=44), 0.5),  # right behind the last word
        (quote(cue_at=44 + 160), 0.42),
        (quote(cue_at=44 + 110), 0.45),
        (quote(cue_at=44 + 400), 0.42),
        (quote(confidence=1.0), 0.97),
        (quote(confidence=0.96), 0.96),
    ],
)
def test_what_speaks_for_a_quote(given: Quote, sure: float) -> None:
    assert weighed("", given).confidence == sure


def test_a_text_has_five_hundred_quotes() -> None:
    quotes = [quote(start=100 * n) for n in range(700)]
    kept, cut = apart("x" * 100_000, quotes)
    assert (len(kept), len(cut)) == (500, 200)
    assert {one.reason for one in cut} == {"too_many"}


@pytest.mark.parametrize(("length", "kept"), [(44, 2), (43, 1)])
def test_quotes_are_twice_their_text_at_most(length: int, kept: int) -> None:
    """Two quotes of 44 characters: 88 are twice 44."""
    quotes = [quote(start=0), quote(start=100)]
    assert quotes[0].end == 44
    assert len(apart("x" * length, quotes)[0]) == kept


def reason(text: str) -> str:
    (found,) = left_out(text, find_quoted(text), (), (), language="en")
    return found.reason


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('He spoke of "a very wet day" there.', "scare_quote"),
        ('He spoke of "a very very wet day" there.', "no_cue"),
        ('The novel of "a very very wet day" there.', "title"),
    ],
)
def test_why_words_in_marks_are_no_quote(text: str, why: str) -> None:
    assert reason(text) == why


@pytest.mark.parametrize(("spaces", "why"), [(53, "name"), (54, "no_cue")])
def test_sixty_characters_before_the_marks_are_looked_at(spaces: int, why: str) -> None:
    """ "called" and the white space behind it: six letters and as much as is left of sixty."""
    text = "a storm, " + "called" + " " * (spaces + 1) + '"a very very very wet day" there'
    assert reason(text) == why


@pytest.mark.parametrize(("between", "is_found"), [(2, True), (3, False)])
def test_the_verb_is_among_the_first_three_words(between: int, is_found: bool) -> None:
    text = "bien " * between + "répondit Claire"
    verb = _verb_behind(text, 0, len(text), frozenset({"répondit"}))
    assert (verb is not None) == is_found


def speakers(text: str, language: str = "en") -> SpeakerFinder:
    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    return SpeakerFinder(nlp(text), (), ())


def answers(text: str) -> int:
    return len(find_speech(text, "en", speakers(text)))


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("Q: Why?\nAna Ruiz: Rain.\nQ: When?", 1),
        ("Q: Why?\nQ: When?", 0),
        ("Q: Why?\nAna Ruiz Y Paz: Rain.\nQ: When?", 1),
        ("Q: Why?\nAna Ruiz Y De Paz: Rain.\nQ: When?\nQ: So?", 0),
        ("Q: Why? Q: When?\nAna Ruiz: Rain.", 0),
    ],
)
def test_an_interview_has_short_labels(lines: str, count: int) -> None:
    assert answers(lines) == count


def test_how_sure_speech_is() -> None:
    labelled = "Q: Why?\nAna Ruiz: It rained all day.\nQ: When?"
    found = spoken_lines(labelled, "en", speakers(labelled), ())
    assert [one.confidence for one in found] == [0.8]
    dashed = "—Llueve —dijo la alcaldesa.\n—Mucho, toda la noche."
    found = spoken_lines(dashed, "es", speakers(dashed, "es"), ())
    assert [one.confidence for one in found][1:] == [0.4]
