"""The hub that a feed names, where news of it can be subscribed to.

WebSub (W3C Recommendation, 23 January 2018): `rel="hub"` and `rel="self"` in the Link header
of its answer, or else in the feed; JSON Feed has `hubs`. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from include.feeds.entry import link

_MAX_HEADER = 16_000
_MOST_LINKS = 200
_LINK_VALUE = re.compile(r'<([^<>]{1,2048})>((?:[^,<>"]|"[^"]{0,500}"){0,500})')
_PARAMETER = re.compile(
    r';\s{0,20}([a-zA-Z*-]{1,30})\s{0,20}=\s{0,20}(?:"([^"]{0,500})"|([^\s;,"]{1,500}))'
)


class Hub(NamedTuple):
    """Where to subscribe, and to what: the feed's own address as its hub knows it."""

    url: str
    topic: str


def header_links(value: str) -> Iterator[tuple[str, dict[str, str]]]:
    """(target, parameters) of each link in a Link header (RFC 8288); of a parameter that is
    there twice the first counts."""
    for target, parameters in _LINK_VALUE.findall(value[:_MAX_HEADER])[:_MOST_LINKS]:
        stated: dict[str, str] = {}
        for name, quoted, bare in _PARAMETER.findall(parameters):
            stated.setdefault(name.lower(), quoted or bare)
        yield target.strip(), stated


def hub_of_header(value: str, url: str) -> Hub | None:
    """The hub that the Link header of the answer from `url` names."""
    links = [(stated.get("rel", ""), target) for target, stated in header_links(value)]
    return _hub(links, url)


def hub_of_feed(links: Iterable[dict[str, Any]], url: str | None) -> Hub | None:
    """The hub among the links of a feed, as feedparser has them."""
    found = [(str(dict.get(one, "rel") or ""), dict.get(one, "href")) for one in links]
    return _hub(found[:_MOST_LINKS], url)


def hub_of_json(document: Mapping[str, Any], url: str | None) -> Hub | None:
    """The hub of a JSON Feed."""
    hubs = document.get("hubs")
    named = [
        ("hub", one.get("url"))
        for one in (hubs[:_MOST_LINKS] if isinstance(hubs, list) else ())
        if isinstance(one, dict) and str(one.get("type") or "").lower() == "websub"
    ]
    return _hub([("self", document.get("feed_url")), *named], url)


def _hub(links: Iterable[tuple[str, Any]], url: str | None) -> Hub | None:
    by_rel: dict[str, str] = {}
    for rels, target in links:
        address = link(target, url)
        if address is not None:
            for rel in rels.lower().split():
                by_rel.setdefault(rel, address)
    hub, topic = by_rel.get("hub"), by_rel.get("self") or url
    return Hub(hub, topic) if hub and topic else None
