"""Really Simple Licensing, RSL 1.0 (rslstandard.org/rsl, 10 December 2025): what a licence says.

A licence is XML: `content` names pages, its `license` elements what may be done with them and
for what price. It stands in a file that robots.txt, a Link header or a page names, or within a
page or a feed. Pure; a document is read under limits, and one with a document type is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from include.path_patterns import matches, path_of

NAMESPACE = "https://rslstandard.org/rsl"
MEDIA_TYPE = "application/rsl+xml"
MAX_BYTES = 262_144
_MOST_CONTENTS = 500
_MOST_TOKENS = 30
_MAX_SAID = 280
_TOKEN = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
# For these no money is asked, nor anything but a name and a link.
_FREE = frozenset({"free", "attribution"})
# Uses that take in all that Dateline and those who read from it may do.
_ALL_USES = frozenset({"all", "ai-all"})


class NotALicence(ValueError):
    """A document that is no RSL; the text says why."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a licence says of the pages that match `url`.

    `url` is a path with the wildcards of robots.txt, a URL, or empty: what the licence is
    attached to. `conditions` are written as `prohibits usage: ai-train`, `payment: crawl`.
    `is_reserved` tells that they are more than one who does not ask can meet: some use is
    prohibited or not among those permitted, it is for some people or countries, something must
    be paid, reported or got from a server first.
    """

    url: str
    conditions: tuple[str, ...]
    is_reserved: bool

    def __str__(self) -> str:
        """`reserved: prohibits usage: ai-train; payment: crawl`, or `open`."""
        said = "; ".join(self.conditions)
        how = "reserved" if self.is_reserved else "open"
        return f"{how}: {said}"[:_MAX_SAID] if said else how


def is_reserved(said: str) -> bool:
    """Whether terms, as text, are more than one who does not ask can meet."""
    return said.startswith("reserved")


def read_terms(document: str | bytes) -> tuple[Terms, ...]:
    """The terms in an RSL document.

    Raises:
        NotALicence: it is too large, has a document type, is no XML, or no RSL.
    """
    data = document.encode("utf-8", "replace") if isinstance(document, str) else document
    if len(data) > MAX_BYTES:
        raise NotALicence(f"more than {MAX_BYTES} bytes")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise NotALicence("a document type")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data.strip(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotALicence(f"no XML: {str(error)[:120]}") from None
    found = tuple(terms_below(root))
    if etree.QName(root).localname != "rsl" or not found:
        raise NotALicence("no RSL")
    return found


def terms_below(element: etree._Element) -> Iterator[Terms]:
    """The terms of all `content` elements of RSL in an element."""
    contents = element.iter(f"{{{NAMESPACE}}}content")
    for _, content in zip(range(_MOST_CONTENTS), contents, strict=False):
        yield terms_of(content)


def matching(terms: tuple[Terms, ...], url: str) -> tuple[Terms, ...]:
    """The terms that hold for the page at `url`: of those that match, the most specific ones."""
    host, page = urlsplit(url).netloc.lower(), path_of(url)
    held = [(len(path), one) for one in terms if (path := _matched(one.url, host, page))]
    longest = max((length for length, _ in held), default=0)
    return tuple(one for length, one in held if length == longest)


def _matched(pattern: str, host: str, page: str) -> str | None:
    """The path of a pattern, where it matches."""
    if "://" in pattern:
        if urlsplit(pattern).netloc.lower() != host:
            return None
        pattern = path_of(pattern)
    pattern = pattern or "/"
    return pattern if matches(pattern, page) else None


def terms_of(content: etree._Element) -> Terms:
    """The terms in one `content` element."""
    conditions: dict[str, None] = {}
    is_reserved = False
    if content.get("server"):
        conditions["a licence from its server"] = None
        is_reserved = True
    for part in content.iterdescendants():
        name = _name(part)
        kind = (part.get("type") or "").strip().lower()
        if name in ("permits", "prohibits"):
            uses = _TOKEN.findall((part.text or "").lower())[:_MOST_TOKENS]
            kind = kind if kind in ("user", "geo") else "usage"
            if uses:
                conditions[f"{name} {kind}: {' '.join(uses)}"] = None
                is_open = name == "permits" and kind == "usage" and _ALL_USES & set(uses)
                is_reserved |= not is_open
        elif name == "payment":
            kind = kind if _TOKEN.fullmatch(kind) else "free"
            if kind != "free":
                conditions[f"payment: {kind}"] = None
            is_reserved |= kind not in _FREE
        elif name == "reporting":
            conditions["reporting"] = None
            is_reserved = True
    return Terms((content.get("url") or "").strip()[:2_048], tuple(conditions), is_reserved)


def _name(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return name.localname if name.namespace == NAMESPACE else ""
