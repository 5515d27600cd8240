"""What a page's markup says of mining, found as it is fetched, before anything parses it.

Cleaning finds the same in the parsed page and more. Here it is wanted earlier: the TDM
Reservation Protocol lets markup overrule what a header says, and a licence that a page names
must be fetched before the page is kept. Bounded, and linear: tags are found by their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from include import rsl
from include.pages.signals import Signal

_MAX_HEAD = 262_144
_MOST = 200
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<(meta|link)\b([^<>]{1,3000})>", re.IGNORECASE)
_SCRIPT = re.compile(
    r"<script\b([^<>]{0,300}application/rsl\+xml[^<>]{0,300})>(.{0,100000}?)</script", re.I | re.S
)
_ATTRIBUTE = re.compile(
    r"""([a-zA-Z-]{1,30})\s{0,20}=\s{0,20}(?:"([^"]{0,2100})"|'([^']{0,2100})'|([^\s"'=<>`]{1,2100}))"""
)
_TDM = ("tdm-reservation", "tdm-policy")


def page_wishes(body: bytes) -> Iterator[Signal]:
    """`tdm-reservation`, `tdm-policy`, `rsl` and `rsl-terms` as the head of a page says them."""
    text = body[:_MAX_HEAD].decode("utf-8", "replace")
    lowered = text.lower()
    if "tdm-" not in lowered and "rsl+xml" not in lowered:
        return
    text = _COMMENT.sub("", text)
    for number, tag in enumerate(_TAG.finditer(text)):
        if number == _MOST:
            break
        stated = _attributes(tag[2])
        if tag[1].lower() == "meta" and stated.get("name", "").lower() in _TDM:
            yield Signal("page", stated["name"].lower(), stated.get("content", "").strip())
        elif _names_licence(stated):
            yield Signal("page", "rsl", stated["href"].strip())
    for script in _SCRIPT.finditer(text):
        try:
            terms = rsl.read_terms(script[2].strip())
        except rsl.NotALicence:
            continue
        for one in terms:
            yield Signal("page", "rsl-terms", str(one))


def _names_licence(stated: dict[str, str]) -> bool:
    return (
        "license" in stated.get("rel", "").lower().split()
        and stated.get("type", "").lower().startswith(rsl.MEDIA_TYPE)
        and bool(stated.get("href", "").strip())
    )


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape(next(filter(None, values), "")))
    return found
