"""What a page says of its article beside title, authors, dates and language."""

from __future__ import annotations

from urllib.parse import urlsplit

from include import urls
from include.articles import linked_data
from include.articles.page import Page
from include.articles.text import line

_MAX_TAGS = 40


def canonical_url(page: Page) -> str:
    """The article's address: what the page calls canonical if it is believable.

    Believable is a page of the same site that is not its home page. Otherwise the normal
    form of the address that was fetched.
    """
    own = _canonical(page.url) or page.url
    claims = [
        link.get("href")
        for link in page.tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for claim in (*claims[:2], page.first("og:url")):
        if not claim:
            continue
        try:
            address = urls.canonical(urls.absolute(claim, page.url))
        except (urls.BadUrl, ValueError):
            continue
        parts = urlsplit(address)
        is_home = parts.path in ("", "/") and not parts.query
        if urls.same_site(address, own) and (not is_home or address == own):
            return address
    return own


def _canonical(url: str) -> str | None:
    try:
        return urls.canonical(url)
    except (urls.BadUrl, ValueError):
        return None


def section(page: Page) -> str | None:
    """The part of the publication the article stands in."""
    nodes = linked_data.article_nodes(page.nodes)
    found = linked_data.first_text(nodes, "articleSection") or page.first(
        "article:section", "section", "cxenseparse:recs:category", "parsely-section"
    )
    return line(found)[:200] or None if found else None


def tags(page: Page) -> tuple[str, ...]:
    """The publisher's keywords, each once, in order."""
    found: dict[str, str] = {}
    values = list(page.meta.get("article:tag", ()))
    for node in linked_data.article_nodes(page.nodes)[:1]:
        values.extend(linked_data.texts(node.get("keywords")))
    values.extend(page.meta.get("keywords", ())[:1] or page.meta.get("news_keywords", ())[:1])
    for value in values:
        for part in value.split(","):
            tag = line(part)
            if 1 < len(tag) <= 80:
                found.setdefault(tag.casefold(), tag)
    return tuple(list(found.values())[:_MAX_TAGS])


def image_url(page: Page) -> str | None:
    """The article's picture, as an absolute http(s) URL."""
    nodes = linked_data.article_nodes(page.nodes)
    claims = [page.first("og:image", "og:image:url", "twitter:image")]
    for node in nodes[:1]:
        images = node.get("image")
        for image in images if isinstance(images, list) else [images]:
            claims += [image.get("url") if isinstance(image, dict) else image]
    for claim in claims:
        if isinstance(claim, str) and claim.strip():
            try:
                return urls.absolute(claim, page.url)
            except (urls.BadUrl, ValueError):
                continue
    return None


def is_free(page: Page) -> bool | None:
    """Whether the whole article is free to read, where the publisher says so."""
    for node in linked_data.article_nodes(page.nodes):
        value = node.get("isAccessibleForFree")
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.strip().lower() in ("true", "false"):
            return value.strip().lower() == "true"
    tier = (page.first("article:content_tier") or "").lower()
    return {"free": True, "locked": False, "metered": None}.get(tier)


def descriptions(page: Page) -> list[str]:
    """The page's summaries of its article, from its head."""
    nodes = linked_data.article_nodes(page.nodes)
    found = [
        linked_data.first_text(nodes[:2], "description"),
        linked_data.first_text(nodes[:2], "alternativeHeadline"),
        page.first("og:description"),
        page.first("description"),
        page.first("twitter:description"),
    ]
    return [text for text in found if text]
