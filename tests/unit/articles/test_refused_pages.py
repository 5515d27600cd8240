"""Pages that are no article: each is refused for what it is, and articles are not."""

from __future__ import annotations

import pytest

from include.articles import Rejected, clean
from include.articles.blocks import blocks_of
from include.articles.listings import count_cards, listed_share
from include.articles.page import parse
from include.articles.page_titles import kind_by_title
from include.outcomes import Reason
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


PROSE = "The paper was founded by three printers who wanted the valley to have a voice. " * 12


def whole(title: str, body: str, head: str = "") -> CleanArticle | Rejected:
    page = f"<html><head><title>{title} | Courier</title>{head}</head><body>{body}</body></html>"
    return clean(RawPage(url=URL, body=page.encode()), min_words=40)


@pytest.mark.parametrize(
    "title",
    [
        "About us",
        "Über uns",
        "من نحن",
        "Death notices",
        "Quick Cryptic No 2,417",
        "Horoskop",
        "Subscribe to the Courier",
        "Abonnez-vous au Courrier",
        "Sito in manutenzione",
    ],
)
def test_pages_beside_the_news_are_told_by_their_titles(title: str) -> None:
    result = whole(title, f"<h1>{title}</h1><p>{PROSE}</p>")
    assert isinstance(result, Rejected)
    assert result.reason is Reason.NOT_AN_ARTICLE


@pytest.mark.parametrize(
    "title", ["About us and them: a town divides", "Comments by the mayor move the market"]
)
def test_articles_that_begin_with_such_words_stay(title: str) -> None:
    assert isinstance(whole(title, f"<h1>{title}</h1><p>{PROSE}</p>"), CleanArticle)


def test_a_feed_as_a_browser_shows_it_is_a_feed() -> None:
    told = "This XML file does not appear to have any style information associated with it."
    result = whole("Courier", f"<p>{told}</p><p>&lt;rss&gt; {PROSE}</p>")
    assert isinstance(result, Rejected)
    assert result.reason is Reason.FEED_DOCUMENT


@pytest.mark.parametrize(
    "text",
    [
        "Access has been denied because we believe you are using automation tools to browse.",
        "Zauważyliśmy nietypowy ruch z Twojej sieci, zaznacz obrazki, na których widać mosty.",
    ],
)
def test_what_is_said_to_robots_is_a_wall(text: str) -> None:
    result = whole("One moment", f"<h1>One moment</h1><p>{text}</p><p>{PROSE[:400]}</p>")
    assert isinstance(result, Rejected)
    assert result.reason is Reason.BOT_WALL


@pytest.mark.parametrize(("before", "is_stub"), [(1, True), (12, False)])
def test_an_offer_after_the_first_lines_makes_a_stub(before: int, is_stub: bool) -> None:
    told = "".join(
        f"<p>Sign {n} came on a Sunday, when no one answered.</p>" for n in range(before)
    )
    offer = "<p>This article is reserved for subscribers. Choose the plan that suits you.</p>"
    plans = "".join(
        f"<p>Plan {n}: cancel at any time, by telephone or by letter.</p>" for n in range(9)
    )
    free = '{"@type":"NewsArticle","headline":"Collapse of a bank","isAccessibleForFree":false}'
    head = f'<script type="application/ld+json">{free}</script>'
    body = f"<h1>Collapse of a bank</h1><article>{told}{offer}{plans}</article>"
    assert isinstance(whole("Collapse of a bank", body, head), Rejected) is is_stub
