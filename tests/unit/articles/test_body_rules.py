"""Which blocks of a page belong to its article: lists, headings, boxes, and closing words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from include.articles import clean
from include.articles.blocks import blocks_of
from include.articles.body import is_scrappy
from include.articles.edges import from_headline
from include.articles.furniture import why_furniture
from include.articles.page import Page
from include.articles.prune import prune
from include.records import CleanArticle, RawPage

SENTENCE = "The harbour board met on Tuesday to decide about the new quay and its costs. "


def body_of(inner: str) -> str:
    html = f"<html><body><article><h1>The new quay</h1>{inner}</article></body></html>"
    result = clean(RawPage(url="https://a.example/quay", body=html.encode()), min_words=20)
    assert isinstance(result, CleanArticle), result
    return result.body


def test_a_list_among_the_paragraphs_is_kept() -> None:
    paragraphs = [f"<p>{SENTENCE * 2}Number {n}.</p>" for n in range(4)]
    items = "<ul><li>Close every window of the house.</li><li>Call the neighbours first.</li></ul>"
    body = body_of("".join([*paragraphs[:2], items, *paragraphs[2:]]))
    assert "Close every window of the house." in body.split("\n")


@pytest.mark.parametrize(
    ("classes", "stays"),
    [
        ("elementor-element elementor-element-{0}a elementor-widget-text-editor", True),
        ("widget widget_rss", False),
        ("saboxplugin-wrap", False),
        ("lee-tambien-caja", False),
        ("postmetadata alt", False),
        ("ez-toc-container", False),
        ("story-cta", False),
    ],
)
def test_boxes_are_known_by_their_names(
    parsed: Callable[..., Page], classes: str, stays: bool
) -> None:
    # What stays is the article in many boxes; what goes is one box beside it.
    named, plain = (6, 0) if stays else (1, 6)
    page = parsed(
        body="".join(
            [f'<div class="{classes.format(n)}"><p>{SENTENCE * 3}</p></div>' for n in range(named)]
            + [f"<p>{SENTENCE * 3}</p>" for _ in range(plain)]
        )
    )
    prune(page.tree)
    left = [block for block in blocks_of(page.tree) if block.text.startswith("The harbour")]
    assert len(left) == 6


def test_a_later_main_heading_does_not_cut_off_the_opening(parsed: Callable[..., Page]) -> None:
    page = parsed(
        body=f"<h1>The new quay</h1><p>{SENTENCE}</p><h1>Costs</h1>" + f"<p>{SENTENCE * 4}</p>" * 3
    )
    blocks = blocks_of(page.tree)
    kept = list(range(1, len(blocks)))
    assert from_headline(blocks, kept, frozenset({"the new quay"})) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Lesen Sie auch die folgenden Beiträge:",
        "This entry was posted in Harbour on March 3, 2026 by Anna Lowe.",
        "Der Beitrag wurde am Dienstag, den 3. März 2026 um 15:21 Uhr veröffentlicht.",
        "We want to hear what you think about this article.",
        "Help us continue to bring this page to readers everywhere",
        "Pour lire la suite",
        "Video verfügbar bis 28.02.2026",
    ],
)
def test_closing_words_are_furniture(parsed: Callable[..., Page], text: str) -> None:
    block = blocks_of(parsed(body=f"<p>{text}</p>").tree)[0]
    assert why_furniture(block, authors=frozenset(), at_edge=True)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor wanted to hear what residents think about the quay.",
        "He read the letter aloud: nobody answered.",
        "The contract was posted to the wrong address, the court found.",
    ],
)
def test_sentences_like_them_are_not(parsed: Callable[..., Page], text: str) -> None:
    block = blocks_of(parsed(body=f"<p>{text}</p>").tree)[0]
    assert why_furniture(block, authors=frozenset(), at_edge=False) is None


def test_menus_among_the_lines_make_a_quick_reading_doubtful() -> None:
    prose = "The old bridge has been closed to lorries since the flood of last autumn."
    assert not is_scrappy("\n".join([prose] * 9 + ["What is next"]))
    assert is_scrappy("\n".join(["Sign in", "Weather", "News", prose, prose, prose]))
