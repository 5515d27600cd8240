"""The headline of an article, without the name of the site that carries it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import SplitResult, urljoin, urlsplit

from lxml.html import HtmlElement

from include.articles import linked_data
from include.articles.page import Page
from include.articles.prune import names_of
from include.articles.text import folded, line
from include.articles.titles import MAX_HEADLINE, is_part, whole, without_section, without_site

_KICKER = re.compile(
    r"\b(?:kicker|topline|overline|roofline|dachzeile|spitzmarke|toptitle|top title|supertitle|"
    r"pretitle|surtitle|antetitulo|occhiello|topic|label|small|h1small|articleoverline)\b"
)
_STATED_KICKER = re.compile(r"([^:]{3,60}): ")
_MAX_HEADINGS = 12


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
    sections = _sections(page)
    nodes = linked_data.article_nodes(page.nodes)
    title = _title_element(page)
    shortened = functools.partial(_shortened, title=title, sites=sites, sections=sections)
    named = [
        shortened(text) if text else ""
        for text in (
            linked_data.first_text(nodes[:1], "headline"),
            page.first("og:title", "twitter:title"),
            page.first("dc.title", "dcterms.title", "title", "headline"),
            feed_title,
        )
    ]
    in_title = shortened(title or "")
    stated = [text for text in (*named, in_title) if text]
    headings = [h for h in _headings(page) if h and folded(h) not in sites]
    chosen = next((h for text in stated for h in headings if _alike(h, text)), "")
    if not chosen:
        chosen = next((h for text in stated for h in headings if is_part(h, text)), "")
    if not chosen and len(headings) == 1 and len(headings[0]) > 15:
        chosen = headings[0]
    for tag in ("h2", "h3", "h4") if not chosen else ():
        lower = [h for h in _headings(page, tag) if folded(h) not in sites]
        chosen = max((h for h in lower if is_part(h, title or "")), key=len, default="")
        if chosen:
            break
    if not chosen:
        return next(iter(stated + headings), "")
    chosen = _unglued(chosen, stated)
    chosen = _with_stated_kicker(_without_kicker(chosen, named, in_title), named[:2], sections)
    return without_section(chosen, sections)


def _unglued(chosen: str, stated: list[str]) -> str:
    """`chosen`, or what states the same letters in more words.

    Parts of a heading that a stylesheet sets on lines of their own have no space between.
    """
    words = folded(chosen).split()
    for text in stated:
        others = folded(text).split()
        if len(others) > len(words) and "".join(others) == "".join(words):
            return text
    return chosen


def _without_kicker(chosen: str, named: list[str], title: str) -> str:
    """`chosen` without words in front that another source leaves out.

    The title element, which is cut short for search results, is asked only where no other
    source has those words.
    """
    key = folded(chosen)
    is_confirmed = any(folded(text) == key for text in named)
    sources = named if is_confirmed else [*named, title]
    keys = [folded(text) for text in sources]
    for text, stated in zip(sources, keys, strict=True):
        is_sure = len(text) > 25 or (len(text) > 10 and keys.count(stated) > 1)
        if is_sure and key.endswith(f" {stated}"):
            return text
    return chosen


def _with_stated_kicker(chosen: str, named: list[str], sections: frozenset[str]) -> str:
    """`chosen` with the words and colon before it that linked data and card agree upon,
    unless they only name the section."""
    key = folded(chosen)
    keys = {folded(text) for text in named}
    if len(keys) != 1 or not next(iter(keys)).endswith(f" {key}"):
        return chosen
    for text in named:
        kicker = _STATED_KICKER.match(text)
        if kicker is not None and folded(kicker[1]) not in sections:
            return text
    return chosen


def _shortened(
    text: str, *, title: str | None, sites: frozenset[str], sections: frozenset[str]
) -> str:
    return without_section(without_site(whole(text, title), sites), sections)


def _sections(page: Page) -> frozenset[str]:
    """Names of the section the page stands in: its meta and the folders of its URL, folded."""
    nodes = linked_data.article_nodes(page.nodes)
    found = {*page.meta.get("article:section", ()), *_address(page.url).path.split("/")[:-1]}
    for node in nodes[:1]:
        found.update(linked_data.texts(node.get("articleSection")))
    return frozenset(folded(name) for name in found if 2 < len(name) < 40)


def site_names(page: Page) -> frozenset[str]:
    """Names the site goes by, folded: from linked data, meta and the host itself."""
    found = {page.first("og:site_name"), page.first("application-name"), page.first("publisher")}
    for node in page.nodes:
        kinds = linked_data.types(node)
        if any(kind.endswith(("Organization", "WebSite")) for kind in kinds):
            found.update(linked_data.texts(node.get("name")))
        found.update(linked_data.texts(node.get("publisher")))
    found.update(_home_links(page))
    host = (_address(page.url).hostname or "").removeprefix("www.")
    found.add(host)
    found.add(host.rsplit(".", 1)[0])
    return frozenset(folded(name) for name in found if name and len(name) < 80)


def _address(link: str, base: str = "") -> SplitResult:
    """The parts of an address; of a broken one, none."""
    try:
        return urlsplit(urljoin(base, link))
    except ValueError:
        return urlsplit("")


def _home_links(page: Page) -> Iterator[str]:
    """Headings that lead to the front page: they name the site."""
    home = _address(page.url)
    if home.path in ("", "/") and not home.query:
        return
    for heading in islice(page.tree.iter("h1"), _MAX_HEADINGS):
        for link in islice(heading.iter("a"), _MAX_HEADINGS):
            target = _address(link.get("href") or "#", page.url)
            is_home = target.hostname == home.hostname and target.path in ("", "/")
            if is_home and not (target.query or target.fragment):
                yield line("".join(_shown(heading)))[:100]


def _title_element(page: Page) -> str | None:
    element = page.tree.find(".//title")
    return element.text if element is not None else None


def _headings(page: Page, tag: str = "h1") -> list[str]:
    found: list[str] = []
    for heading in page.tree.iter(tag):
        text = _without_marked_kicker(heading, line("".join(_shown(heading))))
        if 3 < len(text) < MAX_HEADLINE:
            found.append(text)
        if len(found) == _MAX_HEADINGS:
            break
    return found


def _without_marked_kicker(heading: HtmlElement, text: str) -> str:
    """`text` of a heading without the kicker in an element of its own before it.

    One set off by a colon or full stop is read as part of the headline, and stays.
    """
    for child in heading.iterdescendants():
        if not isinstance(child.tag, str) or not _KICKER.search(names_of(child)):
            continue
        kicker = line("".join(_shown(child)))
        rest = text[len(kicker) :].strip()
        if kicker and text.startswith(kicker) and len(rest) > max(12, len(kicker) // 2):
            is_read_on = kicker[-1] in ":." or rest[0] == ":"
            return text if is_read_on else rest.lstrip("|-–—/ ")
    return text


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
