"""The headline of an article, without the name of the site that carries it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from include.articles import linked_data
from include.articles.page import Page
from include.articles.text import folded, line

_SEPARATOR = re.compile(r"\s(?:[|\u2013\u2014\u00b7\u2022:»›/]|-{1,2}|::)\s|\s?[|»]\s?|(?<=\w): ")
_MAX_HEADLINE = 400


def all_titles(page: Page, headline: str) -> frozenset[str]:
    """Every form in which the page names its article, folded, the headline among them."""
    sites = site_names(page)
    nodes = linked_data.article_nodes(page.nodes)
    stated = (
        headline,
        linked_data.first_text(nodes[:1], "headline"),
        page.first("og:title"),
        page.first("twitter:title"),
        _title_element(page),
    )
    keys = (folded(without_site(text, sites)) for text in stated if text)
    return frozenset(key for key in keys if len(key) > 3)


def find_headline(page: Page, *, feed_title: str | None = None) -> str:
    """The best of: linked data, the heading, social meta, the feed, the title element.

    The heading a reader sees wins where another source says nearly the same. Empty where
    nothing names one.
    """
    sites = site_names(page)
    nodes = linked_data.article_nodes(page.nodes)
    stated = [
        without_site(text, sites)
        for text in (
            linked_data.first_text(nodes[:1], "headline"),
            page.first("og:title", "twitter:title"),
            page.first("dc.title", "dcterms.title", "title", "headline"),
            feed_title,
            _title_element(page),
        )
        if text and text.strip()
    ]
    stated = [text for text in stated if text]
    headings = [h for h in _headings(page) if h and folded(h) not in sites]
    chosen = next((h for text in stated for h in headings if _alike(h, text)), "")
    if not chosen:
        chosen = next((h for text in stated for h in headings if _is_part(h, text)), "")
    if not chosen and len(headings) == 1 and len(headings[0]) > 15:
        chosen = headings[0]
    return _without_kicker(chosen, stated) or next(iter(stated + headings), "")


def _without_kicker(chosen: str, stated: list[str]) -> str:
    """`chosen` without words in front that another source leaves out."""
    key = folded(chosen)
    for text in stated:
        if len(text) > 25 and key.endswith(f" {folded(text)}"):
            return text
    return chosen


def _is_part(heading: str, text: str) -> bool:
    """Whether a heading is all of one part of a title ("Archive » Headline » Site")."""
    key = folded(heading)
    return len(key) > 12 and any(folded(part) == key for part in _SEPARATOR.split(text))


def site_names(page: Page) -> frozenset[str]:
    """Names the site goes by, folded: from linked data, meta and the host itself."""
    found = {page.first("og:site_name"), page.first("application-name"), page.first("publisher")}
    for node in page.nodes:
        kinds = linked_data.types(node)
        if any(kind.endswith(("Organization", "WebSite")) for kind in kinds):
            found.update(linked_data.texts(node.get("name")))
        found.update(linked_data.texts(node.get("publisher")))
    host = re.sub(r"^https?://(?:www\.)?([^/:]{0,255}).*$", r"\1", page.url)
    found.add(host)
    found.add(host.rsplit(".", 1)[0])
    return frozenset(folded(name) for name in found if name and len(name) < 80)


def without_site(text: str, sites: frozenset[str]) -> str:
    """`text` on one line, without a first or last part that is the site's name."""
    title = line(text[:_MAX_HEADLINE])
    for _ in range(2):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            break
        head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
        if _is_site(tail, sites) and len(head) > len(tail) // 2:
            title = head.strip()
            continue
        first, rest = title[: cuts[0].start()], title[cuts[0].end() :]
        if _is_site(first, sites) and len(rest) > len(first) // 2:
            title = rest.strip()
            continue
        break
    return title


def _is_site(part: str, sites: frozenset[str]) -> bool:
    key = folded(part)
    if not key:
        return True
    joined = key.replace(" ", "")
    for site in sites:
        bare = site.replace(" ", "")
        if joined == bare or (
            len(bare) > 3 and joined.startswith(bare) and len(joined) < 2 * len(bare) + 6
        ):
            return True
        if len(joined) > 3 and bare.startswith(joined):
            return True
    return False


def _title_element(page: Page) -> str | None:
    element = page.tree.find(".//title")
    return element.text if element is not None else None


def _headings(page: Page) -> list[str]:
    found = []
    for heading in page.tree.iter("h1"):
        text = line("".join(_shown(heading)))
        if 3 < len(text) < _MAX_HEADLINE:
            found.append(text)
        if len(found) == 8:
            break
    return found


def _alike(one: str, other: str) -> bool:
    heading, stated = folded(one), folded(other)
    if stated.startswith(heading) and 2 * len(heading) > len(stated):
        return True
    a, b = set(heading.split()), set(stated.split())
    if not a or not b:
        return False
    return len(a & b) >= 0.75 * max(len(a), len(b))


def _shown(element: HtmlElement) -> Iterator[str]:
    """The text of a heading without scripts and styles in it."""
    if element.text:
        yield element.text
    for child in element:
        if child.tag == "br":
            yield " "
        elif child.tag not in ("script", "style", "template"):
            yield from _shown(child)
        if child.tail:
            yield child.tail
