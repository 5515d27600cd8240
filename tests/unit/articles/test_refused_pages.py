"""Pages that are no article: each is refused or doubted for what it is, and articles are not."""

from __future__ import annotations

import pytest

from include.articles import Rejected, clean
from include.articles.blocks import blocks_of
from include.articles.listings import count_cards, listed_share
from include.articles.page import parse
from include.articles.page_titles import kind_by_title
from include.articles.rejected import REASONS
from include.outcomes import Reason
from include.records import CleanArticle, Doubt, RawPage
from seeds.newsroom.content import load_articles
from seeds.newsroom.pages import build
from tests.golden.refused_pages import RefusedPage, refused_pages

BASE = "http://newsroom.example"
URL = "https://www.courier.example/news"


def why_not(result: CleanArticle | Rejected) -> Reason | None:
    """Why a page was refused or is doubted; None where nothing speaks against it."""
    if isinstance(result, Rejected):
        return result.reason
    return REASONS.get(result.doubt.reason, Reason.NOT_AN_ARTICLE) if result.doubt else None


@pytest.mark.parametrize("page", refused_pages(), ids=lambda page: page.name)
def test_a_page_without_an_article_is_told_for_what_it_is(page: RefusedPage) -> None:
    result = clean(RawPage(url=page.url, body=page.body), min_words=40)
    assert why_not(result) in page.reasons, result
    if isinstance(result, CleanArticle):
        assert result.doubt is not None
        assert result.doubt.detail
        assert 0 < result.doubt.score <= 1
        assert result.body


CERTAIN = (
    "error_nginx",
    "error_wordpress",
    "error_laravel",
    "wall_",
    "consent_",
    "not_found",
    "article_removed",
    "atom_",
    "rss_",
    "feed_",
)


@pytest.mark.parametrize(
    "page",
    [page for page in refused_pages() if page.name.startswith(CERTAIN)],
    ids=lambda page: page.name,
)
def test_errors_walls_and_feeds_leave_nothing(page: RefusedPage) -> None:
    assert isinstance(clean(RawPage(url=page.url, body=page.body), min_words=40), Rejected)


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
    assert result.doubt is None


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
    assert why_not(result) is Reason.NOT_AN_ARTICLE


@pytest.mark.parametrize(
    "title", ["About us and them: a town divides", "Comments by the mayor move the market"]
)
def test_articles_that_begin_with_such_words_stay(title: str) -> None:
    assert why_not(whole(title, f"<h1>{title}</h1><p>{PROSE}</p>")) is None


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
    assert (why_not(whole("Collapse of a bank", body, head)) is not None) is is_stub


def test_a_brief_that_is_all_there_is_may_be_said_not_to_be_free() -> None:
    said = '{"@type":"NewsArticle","headline":"Ferry is late","isAccessibleForFree":false}'
    head = f'<script type="application/ld+json">{said}</script>'
    told = (
        "The evening ferry to the islands ran forty minutes late on Monday after a fire drill "
        "on the quay took longer than planned. Nobody was hurt, and the company said that those "
        "who missed the last bus were taken home by taxi at its expense that night."
    )
    result = whole("Ferry is late", f"<article><h1>Ferry is late</h1><p>{told}</p></article>", head)
    assert why_not(result) is None
    cut = whole(
        "Ferry is late", f"<article><h1>Ferry is late</h1><p>{told[:-9]}…</p></article>", head
    )
    assert why_not(cut) is Reason.PAYWALL_STUB


def test_a_short_text_is_kept_and_doubted() -> None:
    result = whole(
        "Ferry is late",
        "<h1>Ferry is late</h1><p>It came an hour late, said Ann Lee, who waited.</p>",
    )
    assert isinstance(result, CleanArticle)
    assert result.body == "It came an hour late, said Ann Lee, who waited."
    assert result.doubt == Doubt(reason="short", score=0.88, detail="10 words")


def test_a_page_without_a_word_is_refused() -> None:
    assert isinstance(whole("Ferry", "<h1>Ferry</h1><p>Soon.</p>"), Rejected)
