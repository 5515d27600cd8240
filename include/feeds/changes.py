"""Whether an entry says something else than when we last saw it."""

from __future__ import annotations

import hashlib
import re

from include import urls
from include.records import FeedEntry
from include.urls_before import canonical_before

_SEPARATOR = "\x1f"
# "12 comments", "3 min ago", "1,204 views": numbers that move while the words stay.
_COUNTER = re.compile(
    r"\(?\b\d[\d.,]{0,12}\s{0,3}(?:\+\s)?(?:comments?|replies|responses?|views?|shares?|likes?|votes?|points?|"
    r"reactions?|tweets?|kommentare?|commentaires?|comentarios?|reads?|"
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?)\s{1,3}ago)\b\)?"
    r"|\b(?:comments?|replies|views?|shares?|likes?|votes?|points?|kommentare|commentaires|comentarios)"
    r"\s{0,3}[:(]\s{0,3}\d[\d.,]{0,12}\s{0,3}\)?",
    re.IGNORECASE,
)
_NOT_WORD = re.compile(r"[\W_]+")


def content_hash(entry: FeedEntry) -> bytes:
    """32 bytes that change if and only if title, page, summary or authors change.

    Case, punctuation, white space, trackers in the URL and counters in the text do not
    count, nor does `updated_at`, which many feeds move without an edit.
    """
    return _hash(entry, _page(entry.url))


def content_hash_before(entry: FeedEntry) -> bytes | None:
    """The same with the URL's former normal form, as older warehouses hold it; None where
    that form was no other."""
    before = canonical_before(entry.url) if entry.url else None
    return None if before is None else _hash(entry, before)


def _hash(entry: FeedEntry, page: str) -> bytes:
    parts = (
        words(entry.title),
        page,
        words(entry.summary),
        _SEPARATOR.join(sorted(words(name) for name in entry.authors)),
    )
    return hashlib.sha256("\x1e".join(parts).encode("utf-8", "replace")).digest()


def words(text: str) -> str:
    """`text` with nothing left but its words, in lower case, without counters."""
    return _NOT_WORD.sub(" ", _COUNTER.sub(" ", text)).strip().casefold()


def _page(url: str | None) -> str:
    if url is None:
        return ""
    try:
        return urls.canonical(url)
    except ValueError:
        return url
