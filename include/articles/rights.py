"""What a publisher says of the use of its page: its licence, and wishes about machines.

Read from the page alone; headers and robots.txt are the fetcher's. Wishes: TDM reservation
(https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/), `noai` and
`noimageai` in robots meta elements, `Content-Usage` (IETF AI Preferences, a draft).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from include import urls
from include.articles import linked_data
from include.articles.page import Page
from include.articles.text import line

_ROBOTS = ("robots", "googlebot", "googlebot-news", "bingbot")
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

    Wishes are written as in their standards: `tdm-reservation=1`, `tdm-policy=URL`, `noai`,
    `content-usage: …`.
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
    for name in _ROBOTS:
        for value in page.meta.get(name, ()):
            for directive in _DIRECTIVE.findall(value.lower()[:400]):
                if directive in _HEEDED:
                    found[directive] = None
    usage = page.first("content-usage")
    if usage is not None:
        found[f"content-usage: {line(usage)[:300]}"] = None
    return tuple(found)
