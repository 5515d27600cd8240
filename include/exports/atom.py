"""An Atom feed (RFC 4287) of articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SUMMARY = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomEntry:
    """An article as a feed shows it; `text` is None where it may not be shown."""

    url: str
    title: str
    publisher: str
    updated_at: datetime
    published_at: datetime | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    license: str | None = None
    story_id: str | None = None
    text: str | None = None


def atom_feed(
    feed_id: str, title: str, entries: Sequence[AtomEntry], *, made_at: datetime
) -> bytes:
    """The feed as UTF-8; it was last updated when the newest of its entries was."""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    _add(feed, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, f'dateline:watchlist:{feed_id}')}")
    _add(feed, "title", title)
    _add(feed, "updated", _instant(max((one.updated_at for one in entries), default=made_at)))
    _add(feed, "generator", "Dateline")
    for one in entries:
        feed.append(_entry(one))
    written: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _entry(one: AtomEntry) -> etree._Element:
    entry = etree.Element(f"{{{_ATOM}}}entry")
    if one.language:
        entry.set(_LANG, _clean(one.language))
    _add(entry, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, one.url)}")
    _add(entry, "title", one.title or one.url)
    _add(entry, "updated", _instant(one.updated_at))
    if one.published_at:
        _add(entry, "published", _instant(one.published_at))
    for name in one.authors or (one.publisher,):
        _add(_add(entry, "author"), "name", name)
    _add(entry, "link").set("href", _clean(one.url))
    _add(entry, "category").set("term", _clean(one.publisher))
    if one.story_id:
        _add(entry, "category").set("term", _clean(f"story:{one.story_id}"))
    if one.license:
        _add(entry, "rights", one.license)
    if one.text:
        _add(entry, "summary", _opening(one.text))
    return entry


def _opening(text: str) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text[: 2 * _SUMMARY].split())
    return line if len(line) <= _SUMMARY else line[:_SUMMARY].rsplit(" ", 1)[0] + " …"


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    if text is not None:
        child.text = _clean(text)
    return child


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
