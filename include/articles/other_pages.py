"""Pages without an article that are no wall either: listings, tables, galleries, shops, errors.

A page is known by what it says it is (schema.org types, Open Graph, its title) and by what
it is made of (cards of other pages, rows of numbers, pictures). Whether a page states an
article weighs against every sign that is not certain. Only errors, pages that are gone and
feeds are refused; of everything else the text is kept, with a doubt.
"""

from __future__ import annotations

import re

from include.articles import linked_data
from include.articles.blocks import Block
from include.articles.listings import count_cards, listed_share
from include.articles.page import Page, parse
from include.articles.page_titles import CERTAIN, kind_by_title
from include.articles.prune import names_of
from include.articles.rejected import Verdict
from include.articles.text import count_words, line
from include.outcomes import Reason
from include.records import Doubt

_LONG_WORDS = 600
_MEDIA_WORDS = 120
_LISTED = 0.6
_LISTED_FOR_SURE = 0.85
_FEWEST_CARDS = 5
_FEWEST_PICTURES = 4
_MOST_STATED = 3
_COLLECTIONS = frozenset(("CollectionPage", "SearchResultsPage", "ProfilePage", "ItemList"))
_PERSONAL = frozenset(("ProfilePage", "AboutPage", "ContactPage", "SearchResultsPage"))
_MEDIA = frozenset(
    "ImageGallery MediaGallery VideoObject AudioObject PodcastEpisode PodcastSeries Movie "
    "TVEpisode RadioEpisode MusicRecording".split()
)
_OFFERS = frozenset("JobPosting Product ProductGroup Event MusicEvent RealEstateListing".split())
_JOB = re.compile(r"\((?:[mwfdhx]\s?[/|]\s?){1,3}[mwfdhx]\)", re.IGNORECASE)
_ERROR_TEXT = re.compile(
    r"server error in '/' application|traceback \(most recent call last\)|debug = true|"
    r"whitelabel error page|critical error on this website|kritischen fehler auf de(?:ine|r) "
    r"website|application error: a (?:client|server)-side exception|"
    r"enable javascript to run this app|fatal error: uncaught|stack trace:",
    re.IGNORECASE,
)
_SHOWN_XML = re.compile(
    r"xml file does not appear to have any style information|^\s{0,9}<\?xml|"
    r"^\s{0,9}<(?:rss|feed|rdf:RDF|urlset)[\s>]",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔:][\"'”’»“)\]]{0,3}$")
_GALLERY = re.compile(
    r"\b(?:gallery|galerie|galeria|slideshow|diaporama|fotostrecke|bilderstrecke)"
)
_ROW_DIGITS = 0.05


def find_other_page(
    page: Page, markup: str, body: str, blocks: list[Block], min_words: int
) -> Verdict | None:
    """The kind of page this is if it is none with an article, or None.

    `markup` is the page as text, `blocks` what a reader sees of it, `body` what was found.
    """
    words = count_words(body)
    kinds = {kind for node in page.nodes for kind in linked_data.types(node)}
    stated = _states_article(page)
    verdict = (
        _by_its_words(page, body, words, stated)
        or _by_what_it_says(page, body, kinds, words, stated)
        or _by_its_cards(page, body, blocks, kinds, stated)
        or _by_its_rows(body, blocks, min_words, stated)
    )
    if verdict is None and words < min_words:
        verdict = _by_what_is_there(page, markup, blocks, stated)
    return verdict


def _states_article(page: Page) -> bool:
    """Whether the page's linked data names an article, and not one for each of its cards."""
    return 0 < len(linked_data.article_nodes(page.nodes)) <= _MOST_STATED


def _by_its_words(page: Page, body: str, words: int, stated: bool) -> Verdict | None:
    if stated and words >= _MEDIA_WORDS:
        return None
    element = page.tree.find(".//title")
    title = line("".join(element.itertext())[:400]) if element is not None else ""
    headings = [line("".join(h.itertext())[:400]) for h in list(page.tree.iter("h1"))[:3]]
    headings = [heading for heading in headings if heading]
    kind = kind_by_title(title, headings, is_short=words < _MEDIA_WORDS)
    if kind is not None:
        detail = f"{kind}, titled {title[:60]!r}"
        if kind in CERTAIN and not stated:
            return Reason.NOT_AN_ARTICLE, detail
        return Doubt(reason="service", score=0.8, detail=detail)
    told = "\n".join((title, *headings, body))
    if words < _MEDIA_WORDS * 2 and (found := _ERROR_TEXT.search(told)) is not None:
        detail = f"an error page: {found[0][:40]!r}"
        if words < _MEDIA_WORDS // 2 or found.start() < len(told) - len(body):
            return Reason.NOT_AN_ARTICLE, detail
        return Doubt(reason="service", score=0.5, detail=detail)
    if any(_JOB.search(heading) for heading in headings) and not stated:
        return Doubt(reason="offer", score=0.8, detail=f"a vacancy, {title[:60]!r}")
    return None


def _by_what_it_says(
    page: Page, body: str, kinds: set[str], words: int, stated: bool
) -> Verdict | None:
    if next(page.tree.iter("rss", "channel"), None) is not None:
        return Reason.FEED_DOCUMENT, "a feed within a page"
    if _SHOWN_XML.search(body[:1_000]) is not None:
        return Reason.FEED_DOCUMENT, "a feed as a browser shows its markup"
    if stated:
        return None
    og_type = (page.first("og:type") or "").lower()
    is_article = og_type.startswith("article")
    for kind in sorted(kinds & _OFFERS):
        if not is_article and words < _LONG_WORDS:
            return Doubt(reason="offer", score=0.8, detail=f"a {kind}")
    for kind in sorted(kinds & _PERSONAL):
        if not is_article and words < _MEDIA_WORDS:
            return Doubt(reason="service", score=0.7, detail=f"a {kind}")
    for kind in sorted(kinds & _MEDIA):
        if words < (_MEDIA_WORDS // 3 if is_article else _MEDIA_WORDS):
            return Doubt(reason="media", score=0.7, detail=f"a {kind}, {words} words")
    if og_type.startswith(("video", "music", "profile", "product")) and words < _MEDIA_WORDS:
        detail = f"og:type {og_type[:40]!r}, {words} words"
        return Doubt(reason="media", score=0.7, detail=detail)
    return None


def _by_its_cards(
    page: Page, body: str, blocks: list[Block], kinds: set[str], stated: bool
) -> Verdict | None:
    share = listed_share(body, blocks, page.url) if body else 0.0
    limit = _LISTED_FOR_SURE if stated else _LISTED / 2 if kinds & _COLLECTIONS else _LISTED
    if share >= limit:
        detail = f"a list: {share:.0%} of it tells of other pages"
        return Doubt(reason="listing", score=round(share, 2), detail=detail)
    return None


def _by_its_rows(body: str, blocks: list[Block], min_words: int, stated: bool) -> Verdict | None:
    """Tables, scores and prices: many lines, and no running text beside them."""
    lines = body.split("\n")
    if len(lines) < 8:
        return None
    in_tables = {block.text for block in blocks if block.in_table}
    running = [
        text
        for text in lines
        if not (text in in_tables and " | " in text)
        and (len(text) >= 80 or _SENTENCE_END.search(text) is not None)
    ]
    if count_words("\n".join(running)) >= (min_words // 2 if stated else min_words):
        return None
    if sum(character.isdigit() for character in body) > _ROW_DIGITS * len(body):
        rows = len(lines) - len(running)
        return Doubt(
            reason="table", score=round(rows / len(lines), 2), detail=f"a table: {rows} rows"
        )
    return None


def _by_what_is_there(page: Page, markup: str, blocks: list[Block], stated: bool) -> Verdict | None:
    """What a page without a text has in its place."""
    whole = parse(markup, page.url)
    if whole is not None:
        captions = [
            element
            for element in whole.tree.iter("figcaption", "figure", "li", "div")
            if (element.tag == "figcaption" or _GALLERY.search(names_of(element)))
            and element.find(".//img") is not None
        ]
        pictures = max(len(captions), sum(1 for _ in whole.tree.iter("figcaption")))
        if pictures >= _FEWEST_PICTURES:
            detail = f"a gallery of {pictures} pictures"
            return Doubt(reason="gallery", score=0.8, detail=detail)
    cards = count_cards(blocks, page.url)
    seen = "\n".join(block.text for block in blocks)
    if not stated and (cards >= _FEWEST_CARDS or listed_share(seen, blocks, page.url) >= _LISTED):
        return Doubt(reason="listing", score=0.8, detail=f"a list of {cards} other pages")
    return None
