"""Where a text's events are, and which names of places stand for governments."""

from __future__ import annotations

import pytest

from include.extraction.places.find import find_places
from include.records import Mention, Place


def places(text: str, *names: str) -> list[Place]:
    mentions = []
    at = 0
    for name in names:
        at = text.index(name, at)
        end = at + len(name)
        mentions.append(
            Mention(start=at, end=end, text=name, label="GPE", entity=name, confidence=1.0)
        )
        at = end
    return list(find_places(text, mentions))


@pytest.mark.parametrize(
    ("text", "name", "is_metonym"),
    [
        ("Moscow denied the report.", "Moscow", True),
        ("But Paris has repeatedly warned against it.", "Paris", True),
        ("Germany on Monday imposed limits.", "Germany", True),
        ("There were talks between Tehran and others.", "Tehran", True),
        ("Officials in Moscow said so.", "Moscow", False),
        ("A man from Germany said so.", "Germany", False),
        ("Thousands marched through Paris today.", "Paris", False),
        ("Flights between Paris and London resumed.", "Paris", False),
        ("Osaka denied the report.", "Osaka", False),  # no capital
        ("Moscow is cold in winter.", "Moscow", False),
    ],
)
def test_governments_are_told_from_their_places(text: str, name: str, is_metonym: bool) -> None:
    (found,) = places(text, name)
    assert found.is_metonym is is_metonym
    assert found.lat is not None


def main(text: str, *names: str) -> set[str]:
    return {place.name for place in places(text, *names) if place.is_main}


def test_a_dateline_is_where_it_happened() -> None:
    text = (
        "LIMA, Aug 28 (Wire) - A bridge fell on Monday, officials said. Engineers from Toronto "
        "had warned of it, and a firm in Oslo had built it."
    )
    assert main(text, "LIMA", "Toronto", "Oslo") == {"Lima"}


def test_a_place_told_of_again_and_again_outweighs_one_named_once() -> None:
    text = "The fair opened. Bergen hosts it. " * 12 + "Bergen, Bergen and Bergen, not Lyon."
    names = ["Bergen"] * 15 + ["Lyon"]
    assert main(text, *names) == {"Bergen"}


def test_a_government_is_no_scene() -> None:
    text = (
        "Moscow denied it. Moscow said so again, and Moscow warned of more. A hall burnt in Graz."
    )
    assert main(text, "Moscow", "Moscow", "Moscow", "Graz") == {"Graz"}


def test_a_town_counts_for_more_than_its_country() -> None:
    text = "A market in Trujillo burnt on Monday. It was the largest of northern Peru, police said."
    found = places(text, "Trujillo", "Peru")
    assert found[0].is_main
    assert (found[0].kind, found[1].kind) == ("town", "country")


def test_nothing_placed_nothing_main() -> None:
    assert main("In Kwyxzzy today", "Kwyxzzy") == set()
