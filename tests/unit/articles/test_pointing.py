"""Trafilatura is asked once, and for no more than is needed."""

from __future__ import annotations

import inspect

import pytest
from lxml.html import HtmlElement
from trafilatura import bare_extraction, core

from include.articles.page import parse
from include.articles.pointing import pointed_at

PAGE = "<html><body><article><h1>Bridge opens</h1>{}</article></body></html>".format(
    "".join(
        f"<p>The town of Arvik opened bridge number {n} on Monday, it said.</p>" for n in range(9)
    )
)


@pytest.fixture
def comparisons(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are compared with what other extractors find."""
    seen: list[str] = []
    compare = core.compare_extraction

    def _compare(*given: object) -> object:
        seen.append(str(given[3]))
        return compare(*given)

    monkeypatch.setattr(core, "compare_extraction", _compare)
    return seen


def tree() -> HtmlElement:
    parsed = parse(PAGE, "https://page.example/")
    assert parsed is not None
    return parsed.tree


@pytest.mark.parametrize("is_enough", [True, False])
def test_others_are_asked_only_where_its_own_finding_is_not_enough(
    comparisons: list[str], *, is_enough: bool
) -> None:
    told: list[str] = []

    def _enough(found: str) -> bool:
        told.append(found)
        return is_enough

    found = pointed_at(tree(), _enough)
    assert "bridge number 8" in found
    assert told == [found] or not is_enough
    assert len(comparisons) == (0 if is_enough else 1)


def test_who_calls_trafilatura_otherwise_gets_the_comparison(comparisons: list[str]) -> None:
    assert bare_extraction(tree(), include_comments=False) is not None
    assert len(comparisons) == 1


def test_the_replaced_function_is_the_one_that_trafilatura_calls() -> None:
    assert "_extract_and_compare(" in inspect.getsource(core.trafilatura_sequence)
    assert core._extract_and_compare.__name__ == "_extract_or_compare"
