"""One entry in our form, whatever the format of its feed; and its identity in the feed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from include import urls
from include.feeds.plain import MAX_SUMMARY, MAX_TITLE, one_line, plain
from include.records import FeedEntry

MAX_ID = 2_048
_MAX_TAGS, _MAX_TAG = 50, 200
_LANGUAGE = re.compile(r"^([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?\b")
# What software writes where it has no identifier.
_NO_LINK = frozenset({"nolink", "nourl", "unknown", "missing", "tbd", "tba", "empty", "link"})
_FEED_SCHEME = re.compile(r"^(?:feed|pcast|itpc):(?:(?://)?(?=https?:)|(?P<bare>)(?=//))", re.I)
_HOST = re.compile(r"([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)(?=$|[/:?#])", re.I)
# Endings of files that are endings of countries and other domains, too.
_FILES = frozenset("app cab md mov pl ps py rs sh so zip ai".split())
_NO_ID = frozenset({"", "n/a", "na", "none", "null", "nil", "undefined", "0", "-1", "-", "false"})


def build(
    *,
    identifier: str | None,
    url: str | None,
    title: object,
    summary: object,
    authors: tuple[str, ...] = (),
    published_at: datetime | None = None,
    updated_at: datetime | None = None,
    language: str | None = None,
    tags: Iterable[object] = (),
) -> FeedEntry:
    """An entry from raw fields: HTML becomes plain text, and it gets an `entry_id`."""
    plain_title = plain(title, limit=MAX_TITLE)
    plain_summary = plain(summary, limit=MAX_SUMMARY)
    stated = one_line(identifier or "")
    if stated.lower() in _NO_ID:
        stated = url or f"sha256:{_digest(plain_title, plain_summary)}"
    elif len(stated) > MAX_ID:
        stated = f"sha256:{_digest(stated)}"
    words = {plain(one, limit=_MAX_TAG): None for one in list(tags)[:_MAX_TAGS]}
    words.pop("", None)
    return FeedEntry(
        entry_id=stated,
        url=url,
        title=plain_title,
        authors=authors,
        summary=plain_summary,
        published_at=published_at,
        updated_at=updated_at,
        language=language,
        tags=tuple(words),
    )


def link(text: object, base: str | None) -> str | None:
    """The absolute http(s) URL that `text` is, or None.

    What software writes where it has no link (`N/A`, `#`, "no link") is none. A host without
    its scheme is a host and no path below `base`.
    """
    if not isinstance(text, str) or is_no_link(text.strip()):
        return None
    text = without_feed_scheme(text.strip())
    if _begins_with_host(text, base):
        text = f"//{text}"
    try:
        return urls.absolute(text, base)
    except urls.BadUrl:
        return None


def is_no_link(text: str) -> bool:
    """Whether `text` is what software writes where it has no link."""
    if text.startswith("#"):
        return True
    bare = re.sub(r"[\s().\[\]]", "", text).lower()
    if bare in _NO_ID or bare in _NO_LINK:
        return True
    return " " in text and not any(mark in text for mark in ":/.?=")


def without_feed_scheme(text: str) -> str:
    """`text` as an http(s) URL where it is `feed:https://…` or `feed://…`, as readers have it."""
    return _FEED_SCHEME.sub(lambda found: "" if found["bare"] is None else "https:", text)


def _begins_with_host(text: str, base: str | None) -> bool:
    found = _HOST.match(text)
    if found is None:
        return False
    host = found[1].lower()
    own = urls.host(base).partition(":")[0].removeprefix("www.") if base else ""
    if host.startswith("www.") or (own and f".{host}".endswith(f".{own}")):
        return True
    # Another site's: only with a path, and never what may be a file of this one.
    has_path = text[found.end(1) :].startswith("/")
    ending = host.rpartition(".")[2]
    return has_path and ending not in _FILES and urls.has_registered_domain(host)


def language_tag(text: object) -> str | None:
    """A language in BCP 47's usual form (`en`, `pt-BR`, `zh-Hant-TW`), or None."""
    found = _LANGUAGE.match(text.strip()) if isinstance(text, str) else None
    if found is None:
        return None
    language, script, region = found.groups()
    parts = [language.lower()]
    if script:
        parts.append(script.title())
    if region:
        parts.append(region.upper())
    return "-".join(parts)


def told_apart(entries: Sequence[FeedEntry]) -> tuple[FeedEntry, ...]:
    """`entries` with an `entry_id` of its own each, in their order.

    Entries that share an identifier but lead to different pages are different entries: the
    URL becomes part of their identifiers. With one URL too it is one entry listed twice,
    under two headlines perhaps, and the first stays; unless it has no URL, or most of the
    document says the same: then neither identifies anything, and words tell them apart.
    """
    entries = _apart(entries, lambda one: one.url or "", lambda *_: True)
    entries = _apart(
        entries,
        lambda one: _digest(one.title, one.summary)[:16],
        lambda one, marks: one.url is None or 2 < marks > len(entries) / 2,
    )
    return tuple({one.entry_id: one for one in reversed(entries)}.values())[::-1]


def _apart(
    entries: Sequence[FeedEntry],
    mark: Callable[[FeedEntry], str],
    wanted: Callable[[FeedEntry, int], bool],
) -> list[FeedEntry]:
    marks: dict[str, set[str]] = {}
    for one in entries:
        marks.setdefault(one.entry_id, set()).add(mark(one))
    return [
        replace(one, entry_id=f"{one.entry_id} {mark(one)}"[-MAX_ID:])
        if (many := len(marks[one.entry_id])) > 1 and wanted(one, many)
        else one
        for one in entries
    ]


def _digest(*texts: str) -> str:
    joined = "\x00".join(texts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()
