"""Speakers whom the text contradicts are nobody's; what tells of a speaker is kept."""

from __future__ import annotations

import pytest

from include.extraction.names.find import find_mentions
from include.extraction.quotes.bounds import apart
from include.extraction.quotes.find import find_statements
from include.extraction.quotes.weighing import one_sex_each, weighed
from include.extraction.reading import models
from include.records import Quote, Span

pytestmark = pytest.mark.model


def quotes(body: str) -> tuple[Quote, ...]:
    doc = models.load("en", model_names={"en": "en_core_web_md"}).nlp(body)
    return find_statements(doc, find_mentions(doc, "en"))[0]


def said(body: str, words: str) -> Quote:
    return next(quote for quote in quotes(body) if words in quote.text)


def test_a_title_of_the_other_sex_is_another_of_the_name() -> None:
    body = (
        "Colin and Sarah Tenby, from Leeds, were rescued on Friday.\n"
        "“A fisherman heard us because Sarah was singing,” Mr Tenby said from the hospital."
    )
    found = said(body, "fisherman")
    assert found.speaker is not None
    assert (found.speaker.text, found.speaker_entity) == ("Mr Tenby", None)
    assert (found.speaker_gender, found.speaker_basis) == ("m", "named")


def test_a_pronoun_skips_those_of_the_other_sex() -> None:
    body = (
        "The clock was mended by Harold Finch, a retired dentist.\n"
        "The library's director, Marta van Houten, thanked Harold Finch on Monday. "
        "“He asked for no money,” she said. “He did ask us for silence.”"
    )
    found = said(body, "no money")
    assert found.speaker_entity == "Marta van Houten"
    assert (found.speaker_basis, found.speaker_gender) == ("pronoun", "f")
    assert found.speaker_pronoun is not None
    assert body[found.speaker_pronoun.start : found.speaker_pronoun.end] == "she"


def test_a_pronoun_that_fits_nobody_is_nobodys() -> None:
    body = (
        "Transport Minister Harold Zamorano is preparing to resign, two officials said.\n"
        "A spokeswoman denied it. “The minister is where he belongs,” she said."
    )
    assert said(body, "where he belongs").speaker_entity is None


def test_they_is_no_court_that_something_happened_at() -> None:
    body = (
        "Two brothers went on trial at Marford Crown Court on Monday. "
        "They deny setting the warehouse on fire."
    )
    assert all(quote.speaker_entity is None for quote in quotes(body))


def test_the_victim_is_not_the_last_person_named() -> None:
    body = (
        "Conrad Pell was arrested in Marford on Monday.\n"
        "“He locked the door and laughed at me,” the victim said."
    )
    assert said(body, "locked the door").speaker_entity is None


def test_a_firm_in_a_town_is_not_the_town() -> None:
    body = "A firm in Boston said that it would take a year to mend the clock."
    found = said(body, "take a year")
    assert (found.speaker_entity, found.speaker_basis) == (None, "described")


def test_somebody_named_is_told_by_pronouns_of_their_own_sentences() -> None:
    body = (
        "Quill Marrow said that she would run for mayor again.\n"
        "“I am not tired,” said Quill Marrow."
    )
    found = said(body, "not tired")
    assert (found.speaker_basis, found.speaker_gender) == ("named", "f")
    assert found.speaker_pronoun is not None
    assert found.speaker_pronoun.text == "she"


def test_a_given_name_tells_nothing_that_is_counted() -> None:
    found = said("“I am not tired,” said Susan Marrow on Monday.", "not tired")
    assert (found.speaker_entity, found.speaker_gender) == ("Susan Marrow", None)


def quote(start: int, end: int, gender: str | None = None, **other: object) -> Quote:
    words = "x" * (end - start)
    return Quote(
        start=start, end=end, text=words, kind="direct",
        fragments=(Span(start=start, end=end, text=words),),
        speaker=Span(start=0, end=1, text="x"), speaker_entity="Quill Marrow", cue=None,
        confidence=0.9, speaker_gender=gender, speaker_basis="pronoun", **other,  # type: ignore[arg-type]
    )  # fmt: skip


def test_the_rarer_pronoun_of_one_speaker_is_anothers() -> None:
    found = one_sex_each([quote(2, 9, "m"), quote(12, 19, "f"), quote(22, 29, "m")])
    assert [one.speaker_entity for one in found] == ["Quill Marrow", None, "Quill Marrow"]


def test_confidence_falls_with_what_speaks_for_a_speaker() -> None:
    from dataclasses import replace

    one = replace(quote(2, 60), text="a b c d e f")
    ways = ("named", "title", "pronoun", "nearest")
    sure = [weighed("", replace(one, speaker_basis=way)).confidence for way in ways]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == len(ways)
    assert weighed("", replace(one, speaker=None, speaker_basis=None)).confidence < sure[0]


def test_quotes_whose_parts_interlace_are_not_both_kept() -> None:
    text = "x" * 80

    def parts(*places: tuple[int, int]) -> Quote:
        from dataclasses import replace

        pieces = tuple(Span(start=a, end=b, text=text[a:b]) for a, b in places)
        whole = quote(places[0][0], places[-1][1])
        return replace(whole, fragments=pieces)

    kept, cut = apart(text, [parts((0, 20), (40, 60)), parts((25, 35), (65, 75))])
    assert len(kept) == 1
    assert [one.reason for one in cut] == ["overlaps"]
    kept, cut = apart(text, [parts((0, 20), (40, 60)), parts((25, 35))])
    assert (len(kept), len(cut)) == (2, 0)
