"""Quotes: marks, kinds, speakers and cues."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from include.extraction.quotes.find import find_statements
from include.extraction.quotes.marks import find_quoted
from include.extraction.reading import models
from include.records import Mention, Quote


def blank(body: str, language: str = "en") -> Doc:
    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    return nlp(body)


def people(body: str, *names: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            start=body.index(name),
            end=body.index(name) + len(name),
            text=name,
            label="PERSON",
            entity=name,
            confidence=1.0,
        )
        for name in names
    )


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "yes, we can" today.', ['"yes, we can"']),
        ("He said “yes, we can” today.", ["“yes, we can”"]),
        ("Er sagte: „Das geht nicht“, sagte er.", ["„Das geht nicht“"]),
        ("Il a dit : « C’est fini ».", ["« C’est fini »"]),
        ("He said ‘it doesn’t matter’ and left.", ["‘it doesn’t matter’"]),
        ("It's the workers' rights, isn't it", []),
        ("Back in the '90s it wasn't so.", []),
        ("“He told me ‘no way’ twice,” she said.", ["“He told me ‘no way’ twice,”"]),
        ("“One thing.\n“Another thing,” she said.", ["“One thing.\n“Another thing,”"]),
        ("``Well,'' he said.", ["``Well,''"]),
    ],
)
def test_marks(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quoted(text)] == quoted


@pytest.mark.parametrize(
    "body",
    [
        "“We will rebuild the bridge,” Ana Ruiz said.",
        "“We will rebuild the bridge,” said Ana Ruiz.",
        "Ana Ruiz said: “We will rebuild the bridge.”",
        "Ana Ruiz said, “We will rebuild the bridge.”",
    ],
)
def test_speaker_beside_the_quote_without_a_parser(body: str) -> None:
    (quote,) = find_statements(blank(body), people(body, "Ana Ruiz"))[0]
    assert quote.kind == "direct"
    assert quote.speaker is not None
    assert quote.speaker.text == quote.speaker_entity == "Ana Ruiz"
    assert quote.cue is not None
    assert quote.cue.text == "said"


def test_a_split_quote_is_one_with_fragments() -> None:
    body = "“We will rebuild,” Ana Ruiz said, “and we will reopen in May.”"
    (quote,) = find_statements(blank(body), people(body, "Ana Ruiz"))[0]
    assert [f.text for f in quote.fragments] == [
        "“We will rebuild,”",
        "“and we will reopen in May.”",
    ]
    assert (quote.start, quote.end) == (0, len(body))


def test_the_speaker_is_carried_over() -> None:
    body = "“We will rebuild the bridge,” Ana Ruiz said.\n“It is what the town wants from us now.”"
    first, second = find_statements(blank(body), people(body, "Ana Ruiz"))[0]
    assert first.speaker == second.speaker
    assert second.cue is None


@pytest.mark.parametrize(
    "body", ["The so-called “green wave” is over.", "She starred in “The Long Road Home” in May."]
)
def test_scare_quotes_and_titles_are_left_out(body: str) -> None:
    assert find_statements(blank(body), ())[0] == ()


@pytest.mark.parametrize(
    ("language", "body", "name"),
    [
        ("fr", "« Nous allons reconstruire le pont », a déclaré Anne Roy.", "Anne Roy"),
        ("de", "„Wir bauen die Brücke wieder auf“, sagte Jan Voss.", "Jan Voss"),
    ],
)
def test_other_languages(language: str, body: str, name: str) -> None:
    (quote,) = find_statements(blank(body, language), people(body, name))[0]
    assert quote.speaker is not None
    assert quote.speaker.text == name


MODEL = {"en": "en_core_web_md"}


def parsed(body: str) -> list[Quote]:
    doc = models.load("en", model_names=MODEL).nlp(body)
    mentions = tuple(
        Mention(
            start=e.start_char,
            end=e.end_char,
            text=e.text,
            label=e.label_,
            entity=e.text,
            confidence=1.0,
        )
        for e in doc.ents
    )
    return list(find_statements(doc, mentions)[0])


@pytest.mark.model
@pytest.mark.parametrize(
    ("body", "kind", "content", "speaker", "cue"),
    [
        (
            "The ministry said that the road was closed.",
            "indirect",
            "that the road was closed",
            "The ministry",
            "said",
        ),
        (
            "The road was closed, according to the police.",
            "indirect",
            "The road was closed",
            "the police",
            "According",
        ),
        (
            "Maria Lopez called the plan “a gift to the rich.”",
            "mixed",
            "the plan “a gift to the rich.”",
            "Maria Lopez",
            "called",
        ),
        (
            "The minister vowed to fight the ruling.",
            "indirect",
            "to fight the ruling",
            "The minister",
            "vowed",
        ),
    ],
)
def test_statements_by_the_parse(
    body: str, kind: str, content: str, speaker: str, cue: str
) -> None:
    (quote,) = parsed(body)
    assert quote.kind == kind
    assert quote.text.rstrip(".”") == content.rstrip(".”")
    assert quote.speaker is not None
    assert quote.speaker.text == speaker
    assert quote.cue is not None
    assert quote.cue.text.casefold().startswith(cue.casefold())


@pytest.mark.model
@pytest.mark.parametrize(
    "body",
    [
        "The ministry did not say that the road was closed.",
        "The ministry would say that the road was closed.",
    ],
)
def test_denied_and_hypothetical_cues_say_nothing(body: str) -> None:
    assert parsed(body) == []
