"""What facts hang on: parts of a whole, revised tolls, ellipses, places, days, sources."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.extraction import extract
from include.extraction.times.modifiers import modifier
from include.records import ExtractedText, TextToExtract

pytestmark = pytest.mark.model
MODELS = {"en": "en_core_web_md"}


def facts(body: str) -> ExtractedText:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    (found,) = extract(
        [TextToExtract(id="1", body=body, language="en", published_at=at)], model_names=MODELS
    )
    return found


def test_a_revised_toll_supersedes_the_old() -> None:
    new, old = facts("Officials raised the death toll to 27 from 21 on Thursday.").figures
    assert (new.low, new.superseded_by) == (27, None)
    assert (old.low, old.superseded_by) == (21, new.start)


@pytest.mark.parametrize(
    "body",
    [
        "Nine people were killed, including four children.",
        "Nine people were killed, three of them children.",
        "Around 70 people were held, 20 of whom were later released.",
    ],
)
def test_a_part_knows_its_whole(body: str) -> None:
    whole, part = facts(body).figures
    assert part.part_of == whole.start


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("The blast killed a clerk, two guards and three drivers.", ["killed", "killed"]),
        ("Four officers, as well as two clerks, were wounded.", ["wounded", "wounded"]),
        ("Police said 45,000 people had marched. The mayor counted 18,000.", ["protesters"] * 2),
        ("Rebels captured 14 villagers near the town.", ["kidnapped"]),
        ("Two men were shot dead by three gunmen.", ["killed", "gunman"]),
        ("Three cooks were stabbed to death in Dorvale on Monday.", ["killed"]),
        ("Three cooks were shot in Dorvale on Monday.", ["wounded"]),
    ],
)
def test_figures_of_one_list_share_their_event(body: str, kinds: list[str]) -> None:
    assert [figure.what for figure in facts(body).figures] == kinds


@pytest.mark.parametrize(
    "body", ["She is a mother of three.", "It began at 0815 near the port.", "It was on 12 May."]
)
def test_numbers_that_are_no_figures(body: str) -> None:
    assert facts(body).figures == ()


def test_a_figure_has_place_day_and_source() -> None:
    body = "At least 12 people were killed in Lima on Thursday, Mayor Ana Ruiz said."
    found = facts(body)
    (figure,) = found.figures
    assert figure.place_start == body.index("Lima")
    assert figure.time_start is not None
    assert (figure.attributed_entity, figure.told_by) == ("Ana Ruiz", "killed")


def test_lines_that_end_at_a_width_part_no_sentence() -> None:
    body = (
        "The ministry in the capital said on the evening of the day that twelve\n"
        "soldiers and four members of the guard of the northern province had been\n"
        "wounded when a convoy that was on its way to the border had been stopped\n"
        "by a mine that went off under the second of its seven lorries in a bend.\n"
        "Nobody else was hurt."
    )
    assert [(f.what, f.low) for f in facts(body).figures][:2] == [("wounded", 12), ("wounded", 4)]


@pytest.mark.parametrize(
    ("body", "told", "cue"),
    [
        ("“We will rebuild,” Ana Ruiz told reporters.", "reporters", "told"),
        ("Ana Ruiz wrote on X that the road is shut.", None, "wrote on X"),
        ("“It is over,” Ana Ruiz said in an interview with the BBC.", "the BBC", "said"),
    ],
)
def test_who_is_told_and_where(body: str, told: str | None, cue: str) -> None:
    (quote,) = facts(body).quotes
    assert (quote.addressee.text if quote.addressee else None) == told
    assert quote.cue is not None
    assert quote.cue.text.startswith(cue)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("The so-called “green wave” is over.", "name"),
        ("She starred in the film “The Long Road Home” in May.", "title"),
        ("The plan was no “miracle” after all.", "scare_quote"),
    ],
)
def test_quoted_words_left_out_have_a_reason(body: str, reason: str) -> None:
    found = facts(body)
    assert found.quotes == ()
    assert [left.reason for left in found.left_out] == [reason]


@pytest.mark.parametrize(
    "body",
    ["Ana Ruiz did not say that the road was shut.", "Ruiz would say that it is over if asked."],
)
def test_denied_and_hypothetical_cues_say_nothing(body: str) -> None:
    assert facts(body).quotes == ()


@pytest.mark.parametrize(
    ("written", "kind", "mod"),
    [
        ("about two years ago", "DATE", "APPROX"),
        ("early May", "DATE", "START"),
        ("late on Friday", "DATE", "END"),
        ("more than three hours", "DURATION", "MORE_THAN"),
        ("over the past week", "DURATION", None),
        ("Friday", "DATE", None),
    ],
)
def test_fuzzy_times_keep_their_modifier(written: str, kind: str, mod: str | None) -> None:
    assert modifier(written, kind, "en") == mod


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The government declared an emergency in Ayacucho.", None),
        ("Peru declared an emergency in Ayacucho.", "Peru"),
        ("LIMA (Meridian Wire) - The government declared an emergency in Ayacucho.", None),
    ],
)
def test_a_place_that_something_is_in_does_not_speak(before: str, speaker: str | None) -> None:
    found = facts(f"{before} It said the damage to roads and bridges had come to $112 million.")
    assert found.quotes[-1].speaker_entity == speaker
