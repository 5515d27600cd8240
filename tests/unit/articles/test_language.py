"""The language of a few words, of which most are names."""

from __future__ import annotations

import pytest

from include.articles.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Colonel Moussa Keita and General Amadou Toure met. Keita spoke first.", "en"),
        ("The army of Niger fought in Nigeria. Togo and Benin sent observers.", "en"),
        ("Der Kanzler reiste nach Paris und traf Macron.", "de"),
        ("M. Durand a rencontré Mme Rossi à Rome.", "fr"),
        ("Il sindaco Aldo Neri tornò in Olanda.", "it"),
        ("Statsministern talade om Tysklands plan.", "sv"),
    ],
)
def test_names_do_not_decide_the_language(text: str, language: str) -> None:
    assert find_language(text, "", None) == language


def test_what_is_declared_decides_where_there_is_little_to_read() -> None:
    assert find_language("Macron in Paris", "", "de") == "de"
