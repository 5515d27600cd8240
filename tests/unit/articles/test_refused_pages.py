"""Pages that are no article: each is refused for what it is, and articles are not."""

from __future__ import annotations

import pytest

from include.articles import Rejected, clean
from include.articles.blocks import blocks_of
from include.articles.listings import count_cards, listed_share
from include.articles.page import parse
from include.articles.page_titles import kind_by_title
from include.records import CleanArticle, RawPage
from seeds.newsroom.content import load_articles
from seeds.newsroom.pages import build
from tests.golden.refused_pages import RefusedPage, refused_pages

BASE = "http://newsroom.example"
URL = "https://www.courier.example/news"


@pytest.mark.parametrize("page", refused_pages(), ids=lambda page: page.name)
def test_a_page_without_an_article_is_refused_for_what_it_is(page: RefusedPage) -> None:
    result = clean(RawPage(url=page.url, body=page.body), min_words=40)
    assert isinstance(result, Rejected), result.body[:300]
    assert result.reason in page.reasons, result.detail
    assert result.detail


def newsroom_articles() -> dict[str, bytes]:
    """The sample newsroom's real articles by their path."""
    site = build(BASE)
    kinds = ("article", "nodate")
    return {
        article.path: site[article.path].body
        for article in load_articles().values()
        if article.kind in kinds and article.path in site
    }


@pytest.mark.parametrize("path", sorted(newsroom_articles()))
def test_an_article_is_not_refused(path: str) -> None:
    page = RawPage(url=BASE + path, body=newsroom_articles()[path])
    result = clean(page, min_words=40)
    assert isinstance(result, CleanArticle), result


def card(number: int, text: str) -> str:
    return (
        f'<div><h3><a href="/{number}">Headline of page number {number}</a></h3><p>{text}</p></div>'
    )


def share(body_html: str, *, only: str = "p") -> float:
    page = parse(f"<html><body>{body_html}</body></html>", URL)
    assert page is not None
    blocks = blocks_of(page.tree)
    body = "\n".join(block.text for block in blocks if block.tag == only)
    return listed_share(body, blocks, URL)


def test_cards_are_a_list() -> None:
    assert share("".join(card(n, f"What page {n} is about in a line.") for n in range(6))) == 1.0


def test_an_article_with_links_between_its_paragraphs_is_none() -> None:
    paragraphs = [f"<p>Paragraph {n} of an article that goes on and on.</p>" for n in range(8)]
    link = '<h3><a href="/{0}">Read this other piece of ours {0}</a></h3>'
    mixed = "".join(text + (link.format(n) if n % 2 else "") for n, text in enumerate(paragraphs))
    assert share(f"<article>{mixed}</article>") < 0.5


def test_links_to_other_sites_are_no_cards() -> None:
    cards = "".join(card(n, "A line.") for n in range(6)).replace('href="/', 'href="https://b.org/')
    assert share(cards) == 0.0


def test_cards_are_counted_by_where_they_lead() -> None:
    page = parse("<html><body>" + card(1, "One.") * 3 + card(2, "Two.") + "</body></html>", URL)
    assert page is not None
    assert count_cards(blocks_of(page.tree), URL) == 2


@pytest.mark.parametrize(
    ("title", "headings", "kind"),
    [
        ("Privacy Policy | The Courier", ["Privacy Policy"], "a page of legal terms"),
        ("Datenschutzerklärung - Bote", ["Datenschutzerklärung"], "a page of legal terms"),
        ("Seite nicht gefunden", ["404"], "a page that is gone"),
        ("お探しのページが見つかりません", [], "a page that is gone"),
        ("Suchergebnisse für Hafen | Bote", ["Suchergebnisse für Hafen"], "search results"),
        ("Meta rewrites its privacy policy", ["Meta rewrites its privacy policy"], None),
        ("Ferry sinks | Newsletter | Courier", ["Ferry sinks"], None),
        ("Ferry sinks | Privacy", ["Ferry sinks"], None),
        ("Search for missing boy goes on", ["Search for missing boy goes on"], None),
        ("", [], None),
    ],
)
def test_titles_name_pages_of_a_sites_own_business(
    title: str, headings: list[str], kind: str | None
) -> None:
    assert kind_by_title(title, headings, is_short=False) == kind
