"""Who wrote an article: people's names, and the agency it came from apart.

Names are given as they are printed, without "By", roles, addresses and places. An agency
or the site itself is an author only where nobody else is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from trafilatura.metadata import extract_author

from include.articles import linked_data
from include.articles.agencies import AGENCIES
from include.articles.bylines import byline_lines, looks_like_name, marked_bylines
from include.articles.page import Page
from include.articles.text import folded, line

_PREFIX = re.compile(
    r"^\W{0,5}(?:(?:written |reported |words |text |story |posted |published |compiled |"
    r"review |interview |analysis |opinion )?by|"
    r"von|vom|par|por|di|da|door|av|af|od|від|автор|autor(?:en|in|a|es)?|author|text|texto|"
    r"tekst|testo|"
    r"ein (?:kommentar|gastbeitrag|interview|bericht|beitrag|artikel|essay) von|"
    r"eine? \w{4,20} von|aufgezeichnet von|"
    r"(?:veröffentlicht|verfasst|geschrieben|erstellt|beitrag|artikel|gastbeitrag|"
    r"pressemitteilung) (?:von|der|des)|"
    r"interview|redaktion|protokoll|reportage|oleh|reporter|記者|文)\s?[:：]?\s(?=\S)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s?(?:[;|/•·]|\s[–—-]\s)\s?|,\s+|\s+(?:and|und|et|y|e|ed|en|og|och|i|ve|&|with|mit|avec|"
    r"con)\s+(?=[^\W\d_a-zß-ÿ])|\s?&\s?|\n"
)
_IN_BRACKETS = re.compile(r"\s?\([^()]{0,120}\)")
_SUFFIX_ONLY = re.compile(
    r"^(?:jr|sr|ii|iii|iv|md|phd|ph\.?d|esq|mba|dr|m\.?a|j\.?d)\.?$", re.IGNORECASE
)
_TRAILING = re.compile(
    r"\s{0,3}(?:\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|<[^<>]{0,80}>|@\w{1,40}|\S{1,60}@\S{1,80}|"
    r"https?://\S{0,200}|"
    r"\b(?:in|aus|à|from|for|of) [A-Z]\S{2,30}(?: \S{2,20})?|[,:;–—-]+)\s{0,3}$"
)
_DAY_OR_MONTH = re.compile(
    r"\s(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|"
    r"oktober|dezember|(?:im|ein) (?:gespräch|interview)|folgen|follow)[.,]?$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|journalist(?:in|e)?|writer|staff|contributor|"
    r"columnist|producer|bureau|desk|"
    r"redakteur(?:in)?|redaktion(?:sleiter(?:in)?)?|korrespondent(?:in)?|volontär(?:in)?|"
    r"autorin|chefredakteur(?:in)?|"
    r"rédaction|rédacteur|rédactrice|journaliste|correspondant|correspondante|redacción|"
    r"redactor(?:a)?|periodista|corresponsal|"
    r"redazione|giornalista|inviato|redação|jornalista|redactie|redakce|redakcja|team|"
    r"newsroom|newsdesk|"
    r"admin|administrator|webmaster|online|updated|published|uhr|min read|agency|agencies|"
    r"agenturen|agencias|senior|"
    r"political|politics|science|health|sports?|business|breaking|chief|director|professor|"
    r"university|founder|ceo|"
    r"facebook|twitter|instagram|email|subscribe|follow|more|read|posts?|view|all|articles?|stories|profile|posted|wordpressadmin|root|name|nachrichten|autor(?:en)?)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|[@{}<>=\[\]|#(]|\d{2,}|^getty|^istock|^no author$|\b(?:image|foto|photo):",
    re.IGNORECASE,
)
_MAX_AUTHORS = 20


def find_authors(
    page: Page,
    sites: frozenset[str],
    *,
    titles: frozenset[str] = frozenset(),
    feed_authors: Iterable[str] = (),
) -> tuple[tuple[str, ...], str | None]:
    """The authors in the order given, and the agency credited, if any.

    Believed in this order: linked data, meta elements, bylines marked in the page, the
    feed.
    """
    credit = None
    organisation: list[str] = []
    claims = (
        (_from_linked_data, True),
        (_from_meta, True),
        (_from_marks, False),
        (lambda page: _from_lines(page, titles), False),
        (lambda _: list(feed_authors), True),
    )
    for read, may_be_organisation in claims:
        people, agencies, others = _sorted(read(page), sites)
        if agencies and credit is None:
            credit = AGENCIES[folded(agencies[0])]
        if people:
            return tuple(people[:_MAX_AUTHORS]), credit
        if may_be_organisation:
            organisation = organisation or agencies or others
    return tuple(organisation[:_MAX_AUTHORS]), credit


def _sorted(stated: Iterable[str], sites: frozenset[str]) -> tuple[list[str], list[str], list[str]]:
    people: dict[str, str] = {}
    agencies: dict[str, str] = {}
    others: dict[str, str] = {}
    for text in stated:
        for name in names_in(text):
            key = folded(name)
            if key in AGENCIES:
                agencies.setdefault(key, name)
            elif key in sites or _ROLE.search(name):
                others.setdefault(key, name)
            else:
                people.setdefault(key, name)
    return list(people.values()), list(agencies.values()), list(others.values())


def names_in(text: str) -> list[str]:
    """The names in a byline: "By A. Smith and B. Jones, BBC" → A. Smith, B. Jones, BBC."""
    text = line(text[:400])
    if re.match(r"https?:|www\.", text):
        return []
    text = _IN_BRACKETS.sub("", text)
    for _ in range(2):
        text = _PREFIX.sub("", text)
    names = []
    for part in _SPLIT.split(text):
        name = part
        for _ in range(3):
            name = _TRAILING.sub("", name).strip()
        name = _PREFIX.sub("", name).strip(" .,:;–—-\"'*_")
        if _SUFFIX_ONLY.match(name) or not 2 <= len(name) <= 60:
            continue
        if len(name.split()) > 2:
            name = _DAY_OR_MONTH.sub("", name)
        if _NO_NAME.search(name) or len(name.split()) > 6 or not re.search(r"[^\W\d_]{2}", name):
            continue
        names.append(name)
    return names


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
    return value if isinstance(value, list) else [value] if value else []


def _person(author: linked_data.Node) -> list[str]:
    names = list(linked_data.texts(author.get("name")))
    if not names and author.get("familyName"):
        names = [f"{author.get('givenName', '')} {author['familyName']}"]
    return names


def _from_meta(page: Page) -> list[str]:
    for name in (
        "author",
        "article:author_name",
        "byl",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "article:author",
        "cxenseparse:author",
        "twitter:data1",
    ):
        values = [v for v in page.meta.get(name, ()) if v.strip() and not v.startswith("http")]
        if name == "twitter:data1" and "by" not in (page.first("twitter:label1") or "").lower():
            continue
        if values:
            return values
    return []


def _from_marks(page: Page) -> list[str]:
    return _first_names(marked_bylines(page))


def _from_lines(page: Page, titles: frozenset[str]) -> list[str]:
    """Names where Trafilatura, which knows many publishers' markup, finds them, else in a
    line near the headline that begins as bylines do."""
    byline = extract_author(page.tree)
    if byline:
        return str(byline).split("; ")
    return _first_names((text, False) for text in byline_lines(page, titles))


def _first_names(bylines: Iterable[tuple[str, bool]]) -> list[str]:
    for text, is_plain in bylines:
        names = [
            name
            for name in names_in(text)
            if (is_plain or looks_like_name(name)) and not _is_role(name)
        ]
        if names:
            return names
    return []


def _is_role(name: str) -> bool:
    return folded(name) in AGENCIES or _ROLE.search(name) is not None
