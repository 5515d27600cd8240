"""Lines that end at a width part nothing, and every offset stays."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from include.extraction import extract
from include.extraction.reading.as_written import as_written
from include.extraction.reading.wrapped import unwrapped
from include.records import ExtractedText, Span, TextToExtract

MODELS = {"en": "en_core_web_md"}
REPORT = (
    "At least 14 people were killed and some 230 hurt on Thursday when a grain silo gave way over "
    "the market of Lower Halden, the district's governor, Odile Marrant, told reporters late in "
    "the evening. Nobody had warned the traders, she said.",
    "Halden Mills said its net profit had risen 12% to 41 million euros in the three months to "
    "September, from 36.6 million a year earlier. It expects to spend 9 million euros on repairs.",
    "“We had asked for a fence in March,” said Tomas Virk, a baker whose shop stands 40 metres "
    "from the silo. Police arrested two engineers of the mill on Friday.",
)


def wrapped(columns: int) -> str:
    return "\n\n".join(
        textwrap.fill(one, columns, break_long_words=False, break_on_hyphens=False)
        for one in REPORT
    )


@pytest.mark.parametrize("columns", [58, 64, 70, 72, 76, 80])
def test_a_wrapped_text_reads_as_one_that_is_not(columns: int) -> None:
    assert unwrapped(wrapped(columns)) == "\n\n".join(REPORT)


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph of this short text ends here.\nAnother one of it ends here.\n" * 5,
        "A headline of some ten words that ends without a mark\nTwo men were held on Monday.",
        "- 12 eggs and as much flour as they weigh together\n- a pint of milk of the farm\n- salt",
        "Halden Rovers 3 Orm Athletic 1 (half time: 1-0, 8,200)\n"
        "Varn United 0 Lisk Town 0 (half time: 0-0, 3,900 there)\n",
        "no line end",
    ],
)
def test_lines_that_end_of_themselves_stay(text: str) -> None:
    assert unwrapped(text) == text


@pytest.mark.model
@pytest.mark.parametrize("columns", [64, 72, 78])
def test_the_facts_of_a_wrapped_text_are_those_of_the_text(columns: int) -> None:
    body = wrapped(columns)
    plain, cut = facts("\n\n".join(REPORT)), facts(body)
    for kind in ("mentions", "quotes", "figures", "times", "places", "events"):
        one, other = getattr(plain, kind), getattr(cut, kind)
        assert [spaced(fact) for fact in one] == [spaced(fact) for fact in other], kind
        assert all(body[fact.start : fact.end] == fact.text for fact in other)


def facts(body: str) -> ExtractedText:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    text = TextToExtract(id="1", body=body, language="en", published_at=at)
    return extract([text], model_names=MODELS)[0]


def spaced(fact: Any) -> Any:
    """A fact with a space for each line end in its words."""
    changes = {
        name: replace(value, text=value.text.replace("\n", " "))
        for name in ("of_what", "holder", "speaker", "cue", "actor", "target", "addressee")
        if (value := getattr(fact, name, None)) is not None
    }
    if hasattr(fact, "fragments"):
        changes["fragments"] = tuple(
            replace(one, text=one.text.replace("\n", " ")) for one in fact.fragments
        )
    return replace(fact, text=fact.text.replace("\n", " "), **changes)


def test_words_come_from_the_body() -> None:
    span = Span(start=0, end=7, text="New Orm")
    assert as_written((span,), "New\nOrm lies low") == (Span(start=0, end=7, text="New\nOrm"),)
