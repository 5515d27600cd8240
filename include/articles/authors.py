"""Who wrote an article, and the agency it came from.

Names are given as they are printed, without "By", roles, addresses and places. Sources are
believed in order until one names a person. A team that it names beside people is an author
too; an agency beside people is the credit, and it or the site itself an author only where
nobody else is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from trafilatura.metadata import extract_author

from include.articles import linked_data
from include.articles.agencies import agency_of
from include.articles.bylines import byline_lines, marked_bylines
from include.articles.names import (
    LABEL,
    NOBODY,
    ROLE,
    looks_like_handle,
    looks_like_name,
    names_in,
)
from include.articles.page import Page
from include.articles.text import folded

_META = (
    "author",
    "article:author_name",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "cxenseparse:author",
)
# What the label of `twitter:data1` says where its value is the author.
_WRITTEN_BY = re.compile(
    r"\b(?:by|von|par|por|da|di|door|av|af|author|autor\w{0,3}|auteur|yazar|penulis|автор)\b",
    re.IGNORECASE,
)
_MAX_AUTHORS = 20


@dataclass(frozen=True, slots=True)
class _Named:
    """The names one source gives, each once: those of people, of agencies, all, and those
    that are authors where one of them is a person."""

    people: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    everyone: list[str] = field(default_factory=list)
    beside_people: list[str] = field(default_factory=list)


def find_authors(
    page: Page,
    sites: frozenset[str],
    *,
    titles: frozenset[str] = frozenset(),
    feed_authors: Iterable[str] = (),
) -> tuple[tuple[str, ...], str | None]:
    """The authors in the order given, and the agency credited, if any.

    Believed in this order: linked data, meta elements, bylines marked in the page, lines
    that read as bylines, the feed, Trafilatura. An organisation is taken from the first that
    has one; an agency or the site, once named, is not doubted for names further down.
    """
    stated: list[Callable[[], Iterable[str]]] = [
        partial(_from_linked_data, page),
        *(partial(_from_meta, page, name) for name in _META),
        partial(_from_social_card, page),
    ]
    printed: list[Callable[[], _Named]] = [
        lambda: _first_named(marked_bylines(page), sites),
        lambda: _first_named(byline_lines(page, titles), sites),
    ]
    credit: str | None = None
    organisation: list[str] = []
    for read in stated:
        found = _named(read(), sites)
        credit = credit or _credit(found)
        if found.people:
            return tuple(found.beside_people[:_MAX_AUTHORS]), credit
        organisation = organisation or found.everyone
        if found.agencies:
            break
    if not any(map(agency_of, organisation)):
        for look in printed:
            found = look()
            credit = credit or _credit(found)
            if found.people:
                return tuple(found.people[:_MAX_AUTHORS]), credit
            organisation = organisation or found.everyone
            if found.everyone:
                break
    fed = _named(feed_authors, sites)
    credit = credit or _credit(fed)
    if fed.people:
        return tuple(fed.people[:_MAX_AUTHORS]), credit
    organisation = organisation or fed.everyone or _from_trafilatura(page, sites)
    return tuple(organisation[:_MAX_AUTHORS]), credit


def _credit(found: _Named) -> str | None:
    return agency_of(found.agencies[0]) if found.agencies else None


def _named(stated: Iterable[str], sites: frozenset[str]) -> _Named:
    """The names in texts, told apart. A text that is one organisation's name stands beside
    people; one that ends in it ("Ann Lowe, BBC News") only says where they work."""
    found = _Named()
    seen: set[str] = set()
    for text in stated:
        names = names_in(text)
        if names and folded(names[0]) in sites and text.startswith(f"{names[0]},"):
            # What follows is where the site is, not who wrote for it.
            names = [n for n in names if n == names[0] or agency_of(n)]
        for name in names:
            key = folded(name)
            if not key or key in seen or NOBODY.fullmatch(name):
                continue
            seen.add(key)
            if agency_of(name):
                found.agencies.append(name)
                if key == folded(agency_of(name) or ""):
                    found.everyone.append(name)
                continue
            found.everyone.append(name)
            if key not in sites and not ROLE.search(name) and not LABEL.search(name):
                found.people.append(name)
                found.beside_people.append(name)
            elif key not in sites and len(names) == 1 and not LABEL.search(name):
                found.beside_people.append(name)
    _drop_accounts(found)
    return found


def _drop_accounts(found: _Named) -> None:
    """Leave out account names of people who are named in full as well ("alowe", "Ann Lowe")."""
    full = [folded(name).split() for name in found.people if looks_like_name(name)]
    for name in [n for n in found.people if n.isascii() and n.islower() and " " not in n]:
        if any(len(words) > 1 and words[-1] in name for words in full):
            for names in (found.people, found.beside_people, found.everyone):
                names.remove(name)


def _from_linked_data(page: Page) -> list[str]:
    found: list[str] = []
    by_id = {
        node["@id"]: node
        for node in page.nodes
        if isinstance(node.get("@id"), str) and node.get("name")
    }
    for node in linked_data.article_nodes(page.nodes):
        for author in _items(node.get("author")) or _items(node.get("creator")):
            if isinstance(author, dict):
                if "name" not in author and author.get("@id") in by_id:
                    author = by_id[author["@id"]]
                found.extend(_person(author))
            elif isinstance(author, str):
                found.append(author)
        if found:
            break
    return found


def _items(value: object) -> list[object]:
    if not isinstance(value, list):
        return [value] if value else []
    flat: list[object] = []
    for item in value[: 2 * _MAX_AUTHORS]:
        flat.extend(item if isinstance(item, list) else [item])
    return flat


def _person(author: linked_data.Node) -> list[str]:
    names = list(linked_data.texts(author.get("name")))
    if not names and author.get("familyName"):
        names = [f"{author.get('givenName', '')} {author['familyName']}"]
    return names


def _from_meta(page: Page, name: str) -> list[str]:
    return [v for v in page.meta.get(name, ()) if v.strip() and not v.startswith("http")]


def _from_social_card(page: Page) -> list[str]:
    """What the card says under "Written by", in whatever language."""
    is_author = _WRITTEN_BY.search(page.first("twitter:label1") or "") is not None
    return _from_meta(page, "twitter:data1") if is_author else []


def _first_named(bylines: Iterable[tuple[str, bool]], sites: frozenset[str]) -> _Named:
    """The names of the first byline that names a person, or the site or an agency."""
    organisation = _Named()
    for text, is_plain in bylines:
        found = _named([text], sites)
        people = [name for name in found.people if is_plain or looks_like_name(name)]
        if people:
            return _Named(people=people, everyone=people, agencies=found.agencies)
        of_site = [name for name in found.everyone if folded(name) in sites]
        if of_site or found.agencies:
            return _Named(everyone=of_site, agencies=found.agencies)
        if not organisation.everyone:
            is_team = is_plain or len(found.everyone) == 1
            teams = [n for n in found.everyone if is_team and (is_plain or ROLE.search(n))]
            organisation = _Named(everyone=[name for name in teams if not LABEL.search(name)])
    return organisation


def _from_trafilatura(page: Page, sites: frozenset[str]) -> list[str]:
    """The people Trafilatura finds, which knows the markup of many publishers."""
    byline = extract_author(page.tree)
    people = _named(str(byline).split("; ") if byline else [], sites).people
    return [name for name in people if looks_like_name(name) or looks_like_handle(name)]
