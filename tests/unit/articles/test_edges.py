"""Where articles begin and end on their pages."""

from __future__ import annotations

import json

import pytest

from include.articles import Rejected, clean
from include.articles.blocks import blocks_of
from include.articles.page import parse
from include.articles.screen import MAX_BLOCKS, MAX_SHOWN
from include.outcomes import Reason
from include.records import CleanArticle, RawPage

TEXT = [
    f"Paragraph {n} tells how the council of Harrow Vale voted on the bridge, which engineers "
    "have watched since the floods, and what the neighbours said about it on the day."
    for n in range(8)
]
HTML = "".join(f"<p>{text}</p>" for text in TEXT)


def body(inner: str, head: str = "") -> list[str]:
    """The paragraphs of the article on a page."""
    markup = f"<html><head>{head}</head><body><article>{inner}</article></body></html>"
    result = clean(RawPage(url="https://a.example/bridge", body=markup.encode()), min_words=40)
    assert isinstance(result, CleanArticle), result
    return result.body.split("\n")


def test_short_lines_at_both_ends_go() -> None:
    assert body(f"<p>Roads</p><p>Harrow Vale</p>{HTML}<p>jb/dpa</p><h3>Your view</h3>") == TEXT


def test_short_lines_within_and_lists_at_the_end_stay() -> None:
    inner = f"{HTML}<h2>What to know</h2>{HTML.replace('Paragraph', 'Passage')}"
    inner += "<ul><li>No lorries</li><li>No coaches</li></ul>"
    lines = body(inner)
    assert "What to know" in lines
    assert lines[-2:] == ["No lorries", "No coaches"]


def test_the_standfirst_between_headline_and_byline_is_kept() -> None:
    standfirst = "Cracks in two arches close the bridge to heavy traffic for a year at least."
    inner = f"<h1>Old bridge closed</h1><div>{standfirst}</div><p>By Ann Lowe</p>{HTML}"
    head = f'<meta name="description" content="{standfirst}">'
    assert body(inner, head) == [standfirst, *TEXT]


def test_a_box_within_does_not_end_the_article() -> None:
    first, second = HTML[: len(HTML) // 2], HTML.replace("Paragraph", "Passage")
    inner = f'<div class="text">{first}</p></div><p>Read also</p><div class="text">{second}</div>'
    assert body(inner)[-1].startswith("Passage 7")


def test_the_stated_body_is_the_witness_against_other_paragraphs() -> None:
    alien = "Customers of our travel club enjoy lower prices on ferries and coaches this summer."
    node = {"@type": "NewsArticle", "articleBody": " ".join(TEXT)}
    head = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    inner = HTML.replace("<p>Paragraph 4", f"<p>{alien}</p><p>Paragraph 4")
    assert alien in body(inner)
    assert body(inner, head) == TEXT


def test_a_stated_extract_is_no_witness() -> None:
    node = {"@type": "NewsArticle", "articleBody": " ".join(TEXT[:2])}
    head = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    assert body(HTML, head) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lowe is a reporter in Harrow Vale and writes about roads and rivers.",
        "With reporting from the Associated Press",
        "Mit Material von dpa und AFP",
    ],
)
def test_who_made_it_is_not_the_article(line: str) -> None:
    head = '<meta name="author" content="Ann Lowe">'
    assert body(f"{HTML}<p>{line}</p>", head) == TEXT


def test_whispers_to_screen_readers_go() -> None:
    inner = HTML.replace("the floods", '<a href="/f">the floods</a> (opens in a new tab)')
    assert body(inner) == TEXT


@pytest.mark.parametrize(
    "inner",
    [
        f"<p>{'word ' * (MAX_SHOWN // 4)}</p>",
        "<p>x" * (MAX_BLOCKS + 1),
        "<br>" * (MAX_BLOCKS + 1),
    ],
)
def test_more_than_a_page_holds_is_refused_at_once(inner: str) -> None:
    page = RawPage(url="https://a.example/x", body=f"<html><body>{inner}".encode())
    result = clean(page, min_words=10)
    assert isinstance(result, Rejected)
    assert result.reason is Reason.HOSTILE_MARKUP


def test_what_is_refused_keeps_its_date() -> None:
    head = '<meta property="article:published_time" content="2026-03-02T08:00:00Z">'
    markup = f"<html><head>{head}</head><body><p>Too little.</p></body></html>"
    result = clean(RawPage(url="https://a.example/x", body=markup.encode()), min_words=40)
    assert isinstance(result, Rejected)
    assert result.published_at is not None
    assert result.published_from == "meta"


def test_containers_keep_their_identity() -> None:
    page = parse("<body>" + "".join(f"<div><p>{n} x</p></div>" for n in range(500)), "https://a/")
    assert page is not None
    blocks = blocks_of(page.tree)
    assert len({id(block.home) for block in blocks}) == 500
    assert all(block.home is block.element.getparent() for block in blocks)
