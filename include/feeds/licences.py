"""RSL licences within a feed: what it says of each entry, and where licences of its are.

RSL 1.0 puts `rsl:content` into an item, or beside the items for all of them; Atom has links
with the relation `license`. Read only where a feed speaks of RSL at all.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from include import rsl
from include.feeds.entry import link

_MOST = 20


@dataclass(frozen=True, slots=True)
class Licences:
    """The terms of each entry in document order (`rsl.Terms` as text, or empty; no terms at all
    where the feed states none), and the addresses of licences."""

    terms: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def read_licences(document: bytes, url: str | None, *, entries: int) -> Licences:
    """What a feed, made safe for parsers, says of licences.

    `entries` is how many another parser found in it: where that is another number, it is not
    known whose terms are whose, and the strictest hold for all.
    """
    if rsl.NAMESPACE.encode() not in document and rsl.MEDIA_TYPE.encode() not in document:
        return Licences()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(document, parser=parser)
    except (etree.LxmlError, ValueError):
        return Licences()
    if root is None:
        return Licences()
    of_all: list[rsl.Terms] = []
    by_entry: dict[etree._Element, list[rsl.Terms]] = {
        one: [] for one in root.iter("{*}item", "{*}entry")
    }
    for content in root.iter(f"{{{rsl.NAMESPACE}}}content"):
        entry = next((one for one in content.iterancestors() if one in by_entry), None)
        (of_all if entry is None else by_entry[entry]).append(rsl.terms_of(content))
    terms = [_strictest(own or of_all) for own in by_entry.values()]
    if len(terms) != entries:
        whole = _strictest([*of_all, *(one for own in by_entry.values() for one in own)])
        terms = [whole] * entries
    return Licences(
        terms=tuple(terms) if any(terms) else (),
        addresses=tuple(dict.fromkeys(_addresses(root, url)))[:_MOST],
    )


def _strictest(terms: list[rsl.Terms]) -> str:
    chosen = next((one for one in terms if one.is_reserved), terms[0] if terms else None)
    return str(chosen) if chosen else ""


def _addresses(root: etree._Element, url: str | None) -> list[str]:
    found = []
    for one in root.iter("{*}link"):
        kind = (one.get("type") or "").strip().lower()
        if kind.startswith(rsl.MEDIA_TYPE) and "license" in (one.get("rel") or "").lower().split():
            found.append(link(one.get("href"), url))
    return [one for one in found if one]
