"""Markup as readers see it: struck-out words, footnote marks, quotations."""

from __future__ import annotations

import pytest

from include.articles import Rejected, clean
from include.records import RawPage

FILL = "".join(
    f"<p>The harbour board met for the {word} time to hear what the engineers of the county had "
    "found below the old quay, and put off its vote until the tide tables were in.</p>"
    for word in ("second", "third", "fourth", "fifth")
)


def body_of(sentence: str, *, language: str = "en") -> str:
    """The body of a page that begins with a sentence."""
    html = (
        f'<html lang="{language}"><head><title>Quay news</title></head><body><article>'
        f"<h1>Quay stays shut</h1><p>{sentence}</p>{FILL}</article></body></html>"
    )
    page = RawPage(url="https://quay.example/news/1", body=html.encode(), content_type="text/html")
    found = clean(page, min_words=20)
    assert not isinstance(found, Rejected), found
    return found.body


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            "At least <del>31</del> <ins>33</ins> boats were lost in the gale, the board said.",
            "At least 33 boats were lost",
        ),
        (
            "The gale sank <s>eight</s><ins>nine</ins> trawlers off the mole on Tuesday night.",
            "sank nine trawlers",
        ),
        (
            "The gale sank 21<sup>4</sup> trawlers off the mole, a count of the county says.",
            "sank 21 trawlers",
        ),
        (
            'The fund holds 900<sup><a href="#n2">2</a></sup> million crowns, the board said.',
            "holds 900 million",
        ),
        (
            "The probe measured 3 x 10<sup>6</sup> grains in each cubic metre of harbour water.",
            "10⁶ grains",
        ),
        (
            "The warden said: <q>Nobody sails tonight</q>, and locked the gate behind her.",
            "“Nobody sails tonight”",
        ),
    ],
)
def test_a_body_says_what_its_page_shows(sentence: str, shown: str) -> None:
    assert shown in body_of(sentence)


def test_marks_of_a_quotation_are_those_of_the_language() -> None:
    text = body_of("Die Wärterin sagte: <q>Heute fährt niemand</q> und schloss ab.", language="de")
    assert "„Heute fährt niemand“" in text


def test_a_square_metre_is_no_footnote() -> None:
    text = body_of("The shed covers 40 m<sup>2</sup> and was roofed with tin by the board itself.")
    assert "40 m2" in text.replace("²", "2")
