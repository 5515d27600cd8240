"""From a fetched page to its article, or to the reason why there is none. Pure."""

from __future__ import annotations

import logging

from trafilatura.meta import reset_caches

from include.articles import metadata, screen, walls
from include.articles.agencies import names_of_agency
from include.articles.authors import find_authors
from include.articles.body import best_body
from include.articles.cleaned_by import cleaned_by
from include.articles.credits import find_credit
from include.articles.dates import find_dates
from include.articles.decode import decode
from include.articles.headline import all_titles, find_headline, site_names
from include.articles.language import declared_language, find_language
from include.articles.other_pages import find_other_page
from include.articles.page import Page, parse
from include.articles.rejected import REASONS, Rejected
from include.articles.rights import find_rights
from include.articles.text import count_words, folded, line
from include.outcomes import Reason
from include.records import CleanArticle, Doubt, RawPage

# What these would log is in the outcome of every page.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


_FEWEST_WORDS = 10
_PAGES_BETWEEN_RESETS = 200
_pages_cleaned = 0


def clean(page: RawPage, *, min_words: int) -> CleanArticle | Rejected:
    """The article of a page, or why it has none. Never raises, whatever the bytes.

    Bodies of fewer than `min_words` words are doubtful, those of hardly any refused; in scripts
    without spaces two characters count as a word.
    """
    _keep_memory_flat()
    refusal = screen.screen_bytes(page.body)
    if refusal is None:
        text = screen.without_long_values(decode(page))
        refusal = screen.screen_text(text)
    if refusal is not None:
        return Rejected(reason=refusal[0], detail=refusal[1], title=page.feed_title)
    try:
        parsed = parse(text, page.url)
        if parsed is None:
            return Rejected(
                reason=Reason.NOT_HTML, detail="no element in it", title=page.feed_title
            )
        refusal = screen.screen_tree(parsed.tree, len(parsed.held), len(text))
        if refusal is not None:
            return Rejected(reason=refusal[0], detail=refusal[1], title=page.feed_title)
        return _clean(page, parsed, text, min_words)
    except Exception as error:  # a page of its own kind is an outcome, never the run's end
        return Rejected(
            reason=Reason.PARSE_ERROR,
            detail=f"{type(error).__name__}: {error}"[:200],
            title=page.feed_title,
        )


def _clean(page: RawPage, parsed: Page, markup: str, min_words: int) -> CleanArticle | Rejected:
    sites = site_names(parsed)
    title = find_headline(parsed, feed_title=page.feed_title)
    titles = all_titles(parsed, title)
    authors, credit = find_authors(parsed, sites, titles=titles, feed_authors=page.feed_authors)
    declared = declared_language(parsed, feed_language=page.feed_language)
    dates = find_dates(
        parsed,
        titles=titles,
        language=declared,
        fetched_at=page.fetched_at,
        feed_published_at=page.feed_published_at,
    )
    address = metadata.canonical_url(parsed)
    is_free = metadata.is_free(parsed)
    section, tags, image = (
        metadata.section(parsed),
        metadata.tags(parsed),
        metadata.image_url(parsed),
    )
    rights = find_rights(parsed)
    shown = parsed.blocks
    body = best_body(
        parsed,
        markup,
        titles=titles,
        authors=frozenset(folded(name) for name in (*authors, *names_of_agency(credit))),
    )
    words = count_words(body.text)
    verdict = walls.find_wall(parsed, markup, body, is_free) or find_other_page(
        parsed, markup, body.text, body.blocks, min_words
    )
    if len(body.text) > screen.MAX_SHOWN:
        verdict = (Reason.HOSTILE_MARKUP, f"a body of {len(body.text)} characters")
    if verdict is None and words < min_words:
        score = round(1 - words / (2 * min_words), 2)
        verdict = Doubt(reason="short", score=score, detail=f"{words} words")
    if isinstance(verdict, Doubt) and words < _FEWEST_WORDS:
        verdict = (REASONS.get(verdict.reason, Reason.NOT_AN_ARTICLE), verdict.detail)
    if isinstance(verdict, tuple):
        return Rejected(
            reason=verdict[0],
            detail=verdict[1],
            title=title or None,
            canonical_url=address,
            published_at=dates.published_at,
            published_from=dates.published_from,
        )
    found = find_credit(credit, body.text, shown, titles, language=declared)
    return CleanArticle(
        url=page.url,
        canonical_url=address,
        title=title or line(body.text.split("\n", 1)[0][:200]),
        body=body.text,
        authors=authors,
        published_at=dates.published_at,
        published_from=dates.published_from,
        updated_at=dates.updated_at,
        language=find_language(body.text, title, declared),
        language_declared=declared,
        section=section,
        tags=tags,
        image_url=image,
        credit=found.agency if found else None,
        credit_from=found.stands.value if found else None,
        is_free=is_free,
        license=rights.licence,
        wishes=rights.wishes,
        doubt=verdict,
        published_hint=dates.hint,
        method=body.method,
        method_reason=body.reason,
        cleaned_by=cleaned_by(),
    )


def _keep_memory_flat() -> None:
    """Empty the caches of Trafilatura and its parts, which otherwise grow with every page."""
    global _pages_cleaned
    _pages_cleaned += 1
    if _pages_cleaned % _PAGES_BETWEEN_RESETS == 0:
        reset_caches()
