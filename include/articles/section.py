"""A section page as a source: the articles that a page without a feed lists. Pure.

What tells a listing from an article, turned round: a headline that leads to another page of the
site, and a line, a picture or a time about it in the same box. Headings, long labels, and
addresses that look like an article's speak for a link; menus, footers and addresses of sections
against it. Pages are untrusted: call it in a process that can be stopped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from include import urls
from include.articles.language import declared_language
from include.articles.page import Page, parse
from include.articles.text import count_words, line
from include.charsets import text_of
from include.dates.reader import read_instant
from include.records import FeedDocument, FeedEntry

FORMAT = "page"
FEWEST = 3
_MAX_TEXT = 3_000_000
_MOST_LINKS = 5_000
_LEVELS = 6
_MOST_IN_BOX = 200
_MAX_TITLE = 300
_MAX_TEASER = 700
_FEWEST_WORDS, _LONG_LABEL = 3, 4
_ALIKE = 5
_ENOUGH = 2.0
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ASIDE = frozenset(("nav", "footer", "form", "dialog", "menu"))
_ASIDE_ROLES = frozenset(("navigation", "contentinfo", "menu", "menubar", "search", "dialog"))
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|breadcrumbs?|cookie|consent|share|social|login|"
    r"pagination|pager|tags?|topics?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{5,}|/(?:19|20)\d\d/\d{1,2}/|[-_/](?:19|20)\d\d-?\d\d-?\d\d")
_ID = re.compile(r"(?:^|&)[a-z_]{0,20}id=[\w-]*\d", re.IGNORECASE)
_SERVICE = re.compile(
    r"/(?:tags?|topics?|themen?|category|categories|sections?|rubriques?|authors?|autor(?:en|es)?|"
    r"auteurs?|users?|profiles?|search|login|signin|register|subscribe|subscriptions?|abo|newsletters?|"
    r"contact|kontakt|about|impressum|privacy|datenschutz|terms|agb|cookies?|help|faq|jobs|rss|feeds?|"
    r"podcasts?|videos?|gallery|galleries|page/\d+|shop|advert(?:ise|ising)?)(?:/|$|\?|\.)",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|webp|svg|mp[34]|zip|docx?|xlsx?|xml|rss|json|ics)$", re.I
)


class NoList(ValueError):
    """A page that lists no articles; the text says what was found."""


@dataclass(slots=True)
class _Target:
    """A page that is linked to: its address, and where and how it is named."""

    url: str
    links: list[HtmlElement] = field(default_factory=list)


def read_section(
    body: bytes, *, url: str, content_type: str | None = None, max_entries: int = 2000
) -> FeedDocument:
    """The articles that the page `body`, fetched from `url`, lists, in its order.

    Titles are those of the page; a date only where a `time` element beside the headline states
    one. Entries go by their address.

    Raises:
        NoList: there are fewer than three.
    """
    page = parse(text_of(body, content_type)[:_MAX_TEXT], url)
    if page is None:
        raise NoList("no HTML page")
    targets = _targets(page)
    places = {element: target.url for target in targets for element in target.links}
    named = [one for target in targets if (one := _named(target, places)) is not None]
    alike = Counter(_shape(one.url) for one in named)
    entries = [
        _entry(one, places)
        for one in named
        if one.score + (1.0 if alike[_shape(one.url)] >= _ALIKE else 0.0) >= _ENOUGH
    ]
    if len(entries) < FEWEST:
        raise NoList(f"a page that lists {len(entries)} articles, not a section page")
    return FeedDocument(
        format=FORMAT,
        title=line("".join(next(page.tree.iter("title"), page.tree).itertext())[:2_000])[
            :_MAX_TITLE
        ],
        language=declared_language(page, feed_language=None),
        ttl_minutes=None,
        entries=tuple(entries[:max_entries]),
        left_out=max(0, len(entries) - max_entries),
    )


def _targets(page: Page) -> list[_Target]:
    """The other pages of the site that the page links to, each once, in order."""
    base = next((one.get("href") for one in page.tree.iter("base") if one.get("href")), None)
    here = urls.canonical(page.url)
    found: dict[str, _Target] = {}
    for element in islice(page.tree.iter("a"), _MOST_LINKS):
        href = (element.get("href") or "").strip()
        if not href or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
            continue
        try:
            address = urls.absolute(href, urls.absolute(base, page.url) if base else page.url)
            address = address.partition("#")[0]
            key = urls.canonical(address)
            if key == here or not urls.same_site(address, page.url):
                continue
        except (urls.BadUrl, ValueError):
            continue
        found.setdefault(key, _Target(address)).links.append(element)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Named:
    """A page with the headline it is listed under, and how much speaks for it so far."""

    url: str
    title: str
    score: float
    shown: tuple[HtmlElement, ...]


def _named(target: _Target, places: dict[HtmlElement, str]) -> _Named | None:
    """What a page is called where it is linked to outside of menus."""
    path = urlsplit(target.url).path
    if _SERVICE.search(path) or _FILE.search(path) or path.strip("/") == "":
        return None
    shown = tuple(one for one in target.links if not _is_aside(one))
    labels = [
        (label, is_head)
        for one in shown
        for label, is_head in _labels(one, _box(one, places))
        if count_words(label) >= _FEWEST_WORDS and len(label) <= _MAX_TITLE
    ]
    if not labels:
        return None
    title, is_head = max(labels, key=lambda one: (one[1], min(len(one[0]), 120)))
    score = 2.0 if is_head else _address_score(target.url)
    score += 1.0 if count_words(title) >= _LONG_LABEL else 0.5
    return _Named(target.url, title, score, shown)


def _entry(one: _Named, places: dict[HtmlElement, str]) -> FeedEntry:
    boxes = [box for link in one.shown if (box := _box(link, places)) is not None]
    return FeedEntry(
        entry_id=one.url,
        url=one.url,
        title=one.title,
        summary=next((teaser for box in boxes if (teaser := _teaser(box, one.title))), ""),
        published_at=next((at for box in boxes if (at := _stated(box)) is not None), None),
    )


def _labels(link: HtmlElement, box: HtmlElement | None) -> Iterator[tuple[str, bool]]:
    """What a link is called, and whether that is a heading: one within it, one it stands in,
    or the one of its box."""
    for above in (link, *islice(link.iterancestors(), 3)):
        if above.tag in _HEADS:
            yield _text(above), True
            return
    heads = [one for one in islice(link.iter(), _MOST_IN_BOX) if one.tag in _HEADS]
    if not heads and box is not None:
        heads = [one for one in islice(box.iter(), _MOST_IN_BOX) if one.tag in _HEADS]
        heads = [] if any(one.tag == "h1" for one in heads) else heads[:1]
    for head in heads:
        yield _text(head), True
    if not heads:
        yield _text(link), False
        yield line((link.get("aria-label") or link.get("title") or "")[:_MAX_TITLE]), False


def _address_score(url: str) -> float:
    """How much an address looks like an article's: a number, a day, a slug of many words."""
    parts = urlsplit(url)
    segments = [one for one in unquote(parts.path).split("/") if one]
    last = segments[-1] if segments else ""
    words = len(re.split(r"[-_]", last)) if last else 0
    score = 1.0 if _NUMBER.search(parts.path) or _ID.search(parts.query) else 0.0
    score += 1.0 if words >= 4 or len(last) >= 25 else 0.0
    score += 0.5 if last.endswith((".html", ".htm", ".shtml", ".php", ".aspx")) else 0.0
    if not score and len(segments) == 1 and words <= 2 and not last.isdecimal():
        return -1.5
    return score


def _shape(url: str) -> str:
    """What addresses of one kind share: all but the last part, and what that is made of."""
    parts = urlsplit(url)
    folder, _, last = parts.path.rstrip("/").rpartition("/")
    folder = re.sub(r"\d+", "0", folder)
    stem, dot, ending = last.rpartition(".")
    kind = "0" if any(map(str.isdecimal, stem or last)) else "a"
    names = "&".join(pair.partition("=")[0] for pair in parts.query.split("&"))
    return f"{folder}/{kind}{dot}{ending if dot else ''}?{names}"


def _is_aside(link: HtmlElement) -> bool:
    """Whether a link stands in a menu, a footer or the like."""
    for one in islice(link.iterancestors(), 30):
        if one.tag in ("body", "html"):
            return False
        if one.tag in ("article", "main"):
            return False
        if one.tag in _ASIDE or (one.get("role") or "").lower() in _ASIDE_ROLES:
            return True
        named = f"{one.get('class') or ''} {one.get('id') or ''}"[:300]
        if one.tag in ("ul", "ol", "div", "section", "p", "span") and _ASIDE_NAMES.search(named):
            return True
    return False


def _box(link: HtmlElement, places: dict[HtmlElement, str]) -> HtmlElement | None:
    """The largest element around a link in which no other page is linked to."""
    own = places[link]
    best = None
    for one in islice(link.iterancestors(), _LEVELS):
        if one.tag in ("body", "main", "html"):
            break
        inner = list(islice(one.iter("a"), _MOST_IN_BOX))
        if len(inner) == _MOST_IN_BOX or any(places.get(a, own) != own for a in inner):
            break
        best = one
    return best


def _teaser(box: HtmlElement, title: str) -> str:
    for one in islice(box.iter("p", "div", "span"), _MOST_IN_BOX):
        text = _text(one)
        if one.find("div") is None and title not in text and count_words(text) >= _LONG_LABEL:
            return text[:_MAX_TEASER]
    return ""


def _stated(box: HtmlElement) -> datetime | None:
    """The instant that the one `time` element of a box states; None where there are several."""
    stated = {one.get("datetime") for one in box.iter("time") if one.get("datetime")}
    return read_instant(stated.pop()) if len(stated) == 1 else None


def _text(element: HtmlElement) -> str:
    return line(" ".join(part for part in islice(element.itertext(), 400))[:4_000])
