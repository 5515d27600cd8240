"""What feedparser found, in our records."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from include.dates.reader import read_instant
from include.feeds.entry import build, language_tag, link
from include.feeds.names import author_names
from include.records import FeedEntry

_MINUTES = {
    "hourly": 60,
    "daily": 1_440,
    "dayly": 1_440,
    "weekly": 10_080,
    "monthly": 43_200,
    "yearly": 525_600,
    "always": 15,
}
_MOST_MINUTES = 43_200
_RELATIONS = re.compile(r"^https?://www\.iana\.org/assignments/(?:link-)?relations?/")
# Dates by the names feedparser keeps them under, as they were written; the first that is one.
_PUBLISHED = ("published", "prism_publicationdate")
_UPDATED = ("updated", "prism_modificationdate")
_CREATED = ("created", "prism_creationdate")


def read_entries(parsed: Any, *, url: str | None, max_entries: int) -> tuple[FeedEntry, ...]:
    """The first `max_entries` entries. Links are made absolute against `url`, or else
    against the feed's own link."""
    feed = parsed.feed
    base = url or link(_plain_get(feed, "link"), None)
    language = read_feed_language(parsed)
    is_atom = str(parsed.get("version") or "").startswith("atom")
    # RFC 4287, 4.2.1: an entry without an author has its source's, or else its feed's.
    authors = _authors(feed) if is_atom else ()
    return tuple(
        _entry(one, base, language, authors, is_atom=is_atom)
        for one in parsed.entries[:max_entries]
    )


def read_feed_language(parsed: Any) -> str | None:
    """The language a feed states for itself, as a BCP 47 tag."""
    feed = parsed.feed
    return language_tag(_plain_get(feed, "language")) or language_tag(
        _plain_get(_mapping(feed, "title_detail"), "language")
    )


def read_ttl(parsed: Any) -> int | None:
    """Minutes the publisher wishes between polls: the longer of `ttl` and `sy:update…`."""
    feed = parsed.feed
    wishes = []
    if ttl := _number(_plain_get(feed, "ttl")):
        wishes.append(ttl)
    period = _plain_get(feed, "sy_updateperiod")
    if isinstance(period, str) and (minutes := _MINUTES.get(period.strip().lower())):
        wishes.append(minutes / (_number(_plain_get(feed, "sy_updatefrequency")) or 1))
    return min(max(1, round(max(wishes))), _MOST_MINUTES) if wishes else None


def _entry(
    one: Any,
    base: str | None,
    feed_language: str | None,
    feed_authors: tuple[str, ...],
    *,
    is_atom: bool,
) -> FeedEntry:
    language = language_tag(_plain_get(one, "language")) or language_tag(
        _plain_get(_mapping(one, "title_detail"), "language")
    )
    published, updated, created = (
        _instant(one, names, language or feed_language)
        for names in (_PUBLISHED, _UPDATED, _CREATED)
    )
    if published is None and created is None and not is_atom:
        # RSS and RDF have one date, and dc:date is it; feedparser files it as "updated".
        published = updated
    return build(
        identifier=_text(one, "id"),
        url=_page(one, base),
        title=_plain_get(one, "title"),
        summary=_plain_get(one, "summary") or _content(one),
        authors=_authors(one) or _authors(_mapping(one, "source")) or feed_authors,
        published_at=published or created,
        updated_at=updated,
        language=language if language != feed_language else None,
        tags=[_plain_get(tag, "label") or _plain_get(tag, "term") for tag in _list(one, "tags")],
    )


def _instant(one: Any, names: tuple[str, ...], language: str | None) -> datetime | None:
    stated = (read_instant(_plain_get(one, name), language=language) for name in names)
    return next((at for at in stated if at is not None), None)


def _page(one: Any, base: str | None) -> str | None:
    # FeedBurner keeps the publisher's own link beside the one that counts clicks.
    if original := link(_plain_get(one, "feedburner_origlink"), base):
        return original
    for candidate in _list(one, "links"):
        if (
            _relation(candidate) == "alternate"
            and "html" in str(_plain_get(candidate, "type") or "html")
            and (found := _written_link(_plain_get(candidate, "href"), one, base))
        ):
            return found
    if found := _written_link(_plain_get(one, "link"), one, base):
        return found
    # RFC 4287, 4.1.3.2: content that stands elsewhere.
    for part in _list(one, "content"):
        if "html" in str(_plain_get(part, "type") or "html") and (
            found := link(_plain_get(part, "src"), base)
        ):
            return found
    return None


def _relation(candidate: Any) -> str:
    """What a link is for; RFC 4287 lets it be an IRI of IANA's registry."""
    stated = str(_plain_get(candidate, "rel") or "").strip().lower()
    return _RELATIONS.sub("", stated)


def _written_link(text: object, one: Any, base: str | None) -> str | None:
    if not isinstance(text, str):
        return None
    # A guid that is no permalink and was not marked so must not become a relative URL.
    is_guid = bool(_plain_get(one, "guidislink")) and text == _plain_get(one, "id")
    if is_guid and not text.strip().lower().startswith(("http:", "https:", "/")):
        return None
    return link(text, base)


def _authors(one: Any) -> tuple[str, ...]:
    stated = [_plain_get(author, "name") for author in _list(one, "authors")]
    return author_names(stated) or author_names([_plain_get(one, "author")])


def _content(one: Any) -> object:
    return next((_plain_get(part, "value") for part in _list(one, "content")), None)


def _number(text: object) -> float | None:
    try:
        found = float(str(text).strip()[:20])
    except ValueError:
        return None
    return found if 0 < found < 1e7 else None


def _text(holder: Any, name: str) -> str | None:
    found = _plain_get(holder, name)
    return found if isinstance(found, str) else None


def _list(holder: Any, name: str) -> list[Any]:
    found = _plain_get(holder, name)
    return found if isinstance(found, list) else []


def _mapping(holder: Any, name: str) -> Any:
    found = _plain_get(holder, name)
    return found if isinstance(found, dict) else {}


def _plain_get(holder: Any, name: str) -> Any:
    # dict's own get: feedparser's gives one key for another and warns of it.
    return dict.get(holder, name)
