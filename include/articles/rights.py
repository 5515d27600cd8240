"""What a publisher says of the use of its page: its licence, and wishes about machines.

Read from the page alone; headers and robots.txt are the fetcher's. Wishes: TDM reservation
(https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/), `noai` and
`noimageai` in robots meta elements, `Content-Usage` (IETF AI Preferences, a draft), RSL 1.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from include import rsl, urls
from include.articles import linked_data
from include.articles.page import Page
from include.articles.text import line

_OURS = ("robots", "dateline")
_OTHERS = ("googlebot", "googlebot-news", "bingbot")
_MAX_WISH = 300
_MOST_ELEMENTS = 2_000
_DIRECTIVE = re.compile(r"[a-z-]{2,30}")
_HEEDED = frozenset(
    ("noai", "noimageai", "noindex", "none", "noarchive", "nosnippet", "nocache", "notranslate")
)
_CREATIVE_COMMONS = re.compile(
    r"creativecommons\.org/(?:licenses/([a-z-]{2,8})/(\d\.\d)|publicdomain/(zero|mark))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rights:
    """A page's licence (a URL, or a short name) and its wishes, each once, in order.

    Wishes are written as in their standards: `tdm-reservation=1`, `tdm-policy=URL`, `noai`
    (`googlebot: noai` where it is meant for that crawler), `content-usage: …`; an RSL licence as
    `rsl=URL`, or as `rsl-terms: reserved: …` where it stands in the page.
    """

    licence: str | None
    wishes: tuple[str, ...]


def find_rights(page: Page) -> Rights:
    """The licence and the wishes that a page states."""
    return Rights(licence=_licence(page), wishes=_wishes(page))


def _licence(page: Page) -> str | None:
    claims = [
        linked_data.first_text(linked_data.article_nodes(page.nodes)[:1], "license"),
        page.first("dcterms.license", "dc.rights.license", "license"),
    ]
    claims += [
        link.get("href")
        for link in page.tree.iter("link", "a")
        if "license" in (link.get("rel") or "").lower().split()
    ][:1]
    for claim in claims:
        if not isinstance(claim, str) or not claim.strip():
            continue
        known = _CREATIVE_COMMONS.search(claim[:400])
        if known is not None:
            return f"CC-{known[1].upper()}-{known[2]}" if known[1] else "CC0-1.0"
        try:
            return urls.absolute(claim, page.url)
        except (urls.BadUrl, ValueError):
            continue
    return None


def _wishes(page: Page) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in ("tdm-reservation", "tdm-policy"):
        value = page.first(name)
        if value is not None and (name == "tdm-policy" or value.strip() in ("0", "1")):
            found[f"{name}={line(value)[:300]}"] = None
    for name in (*_OURS, *_OTHERS):
        for value in page.meta.get(name, ()):
            for directive in _DIRECTIVE.findall(value.lower()[:400]):
                if directive in _HEEDED:
                    found[directive if name in _OURS else f"{name}: {directive}"] = None
    usage = page.first("content-usage")
    if usage is not None:
        found[f"content-usage: {line(usage)[:300]}"] = None
    for wish in _licences(page):
        found[wish[:_MAX_WISH]] = None
    return tuple(found)


def _licences(page: Page) -> Iterator[str]:
    """The RSL licences that a page names or holds."""
    for element in islice(page.tree.iter("link", "script"), _MOST_ELEMENTS):
        if not (element.get("type") or "").strip().lower().startswith(rsl.MEDIA_TYPE):
            continue
        if element.tag == "script":
            with suppress(rsl.NotALicence):
                yield from (f"rsl-terms: {one}" for one in rsl.read_terms(element.text or ""))
        elif "license" in (element.get("rel") or "").lower().split():
            with suppress(urls.BadUrl):
                yield f"rsl={urls.absolute(element.get('href') or '', page.url)}"
