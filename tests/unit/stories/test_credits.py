from __future__ import annotations

import time

import pytest

from include.stories import TextToCompare, agency_of, changes_of


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        ("OSLO (Reuters) - A ferry ran aground on Monday.", "Reuters"),
        ("PARIS, 5 mai (AFP) - Le gouvernement a annoncé", "AFP"),
        ("Bremen (dpa/lni) - Ein Lastwagen ist umgekippt.", "dpa"),
        ("AP — The mayor resigned.", "AP"),
        ("MADRID, 5 (EUROPA PRESS) El ministro", "Europa Press"),
        ("The mayor resigned.\nThe Associated Press contributed to this report.", "AP"),
        ("The mayor resigned.\n© AFP", "AFP"),
        ("The mayor resigned.\nWith Reuters.", "Reuters"),
        ("The mayor resigned. (Reporting by A. Writer; Editing by B. Other)", "Reuters"),
        ("The mayor resigned, she told Reuters in her office. " * 20, None),
        ("He works in AP classes and PA systems.", None),
        ("The Associated Press was told so in March by two people.", None),
        ("", None),
    ],
)
def test_the_credited_agency_is_found(body: str, agency: str | None) -> None:
    assert agency_of(body) == agency


@pytest.mark.parametrize("body", ["(" * 50_000, "(AP/" * 20_000, "(Reporting by " * 9_000])
def test_hostile_texts_cost_nothing(body: str) -> None:
    started = time.perf_counter()
    agency_of(body)
    assert time.perf_counter() - started < 0.5


def test_what_a_copier_added_and_cut_is_told() -> None:
    shared = "The bridge at Marlow was closed on Monday after a lorry hit its northern pier."
    cut = "Engineers had warned of cracks in the pier for more than two years."
    added = "Our reporter saw long queues of cars on both sides of the river."
    more = "Buses are to run over the old ford until the repairs are done, the council said."
    original = TextToCompare(id="a", body=f"{shared} {cut} {more}")
    copy = TextToCompare(id="b", body=f"{shared} {more}\n{added}")
    found = changes_of(copy, original)
    assert found.cut == (cut.rstrip("."),)
    assert found.added == (added.rstrip("."),)
    assert (found.cut_words, found.added_words) == (13, 13)
    assert changes_of(original, original).cut_words == 0
