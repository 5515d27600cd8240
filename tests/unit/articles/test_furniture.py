"""Which paragraphs go, and which like them stay."""

from __future__ import annotations

import pytest

from include.articles.blocks import blocks_of
from include.articles.furniture import why_furniture
from include.articles.page import parse


def verdict(markup: str, *, at_edge: bool = False) -> str | None:
    """The rule that takes the first block of some markup out."""
    page = parse(f"<html><body>{markup}</body></html>", "https://a.example/")
    assert page is not None
    block = blocks_of(page.tree)[0]
    return why_furniture(block, authors=frozenset({"ann lowe"}), at_edge=at_edge)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Read more: <a href='/x'>Ferry fares rise</a></p>",
        "<p>Lesen Sie auch: <a href='/x'>Preise steigen</a></p>",
        "<p>À lire aussi : <a href='/x'>Les prix montent</a></p>",
        "<p>Lea también: <a href='/x'>Suben los precios</a></p>",
        "<p><a href='/x'>Ferry fares to rise again from the first of May</a></p>",
        "<p>Advertisement</p>",
        "<p>– Ends –</p>",
        "<p>© 2026 The Vale Courier</p>",
        "<p>Sign up for our daily newsletter</p>",
        "<p>Photo: Ann Lowe / Reuters</p>",
        "<p>Published: 3 March 2026, 20:15</p>",
        "<p>Reporting by Ann Lowe; editing by Tom Reyes</p>",
        "<figure><figcaption>The bridge seen from the mill.</figcaption></figure>",
        "<p>***</p>",
    ],
)
def test_goes(markup: str) -> None:
    assert verdict(markup) is not None


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Read more than one account of the flood and you will doubt them all, she said.</p>",
        "<p>“Follow us,” the guide shouted, and the column moved on through the smoke.</p>",
        "<p>By Friday the water had fallen by a metre.</p>",
        "<p>The photo shows the bridge before the flood.</p>",
        "<p>Mr Lowe ends his term in May.</p>",
        "<h2><a href='#detour'>A detour of nine miles</a></h2>",
        "<p>No.</p>",
        "<li>Two dead in <a href='/x'>Harrow Vale</a>, the police said</li>",
    ],
)
@pytest.mark.parametrize("at_edge", [False, True])
def test_stays(markup: str, at_edge: bool) -> None:
    assert verdict(markup, at_edge=at_edge) is None


def test_bylines_go_only_at_the_edges() -> None:
    assert verdict("<p>By Ann Lowe</p>", at_edge=True) == "byline"
    assert verdict("<p>By Ann Lowe</p>", at_edge=False) is None
