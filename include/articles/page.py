"""A parsed page: one lxml tree and what its head says, read once and shared by all.

The tree is parsed from clean UTF-8 text, without comments and processing instructions.
`Page.data` holds the JSON-LD nodes, `Page.meta` the meta elements by name, in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from include.articles.blocks import Block, blocks_of
from include.articles.linked_data import Node, read_nodes
from include.articles.marks import as_read

# lxml.html asks a function of Python for the class of each element, at every visit.
_ALL_ALIKE = etree.ElementDefaultClassLookup(element=HtmlElement)


@dataclass(frozen=True, slots=True)
class Page:
    """The tree of a page, its linked data, and its meta elements (names in lower case).

    `held` keeps the elements: lxml makes each anew at every visit unless somebody holds it.
    """

    url: str
    tree: HtmlElement
    nodes: list[Node] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    held: list[HtmlElement] = field(default_factory=list, repr=False)
    _blocks: list[Block] = field(default_factory=list, repr=False)

    @property
    def blocks(self) -> list[Block]:
        """Every block of the page as it came, before anything is taken out of it."""
        if not self._blocks:
            self._blocks.extend(blocks_of(self.tree))
        return self._blocks

    def first(self, *names: str) -> str | None:
        """The first value that is not blank of the first meta element that has one."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value.strip():
                    return value.strip()
        return None


def parse(text: str, url: str) -> Page | None:
    """The page in `text`, or None where there is no element in it."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False
    )
    parser.set_element_class_lookup(_ALL_ALIKE)
    try:
        tree: Any = etree.fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    if tree is None or not isinstance(tree, HtmlElement):
        return None
    as_read(tree)
    held = list(tree.iter())
    _free_swallowed(tree, len(held))
    scripts = [
        script.text or ""
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
    ]
    return Page(url=url, tree=tree, nodes=read_nodes(scripts), meta=_meta(tree), held=held)


def _free_swallowed(tree: HtmlElement, elements: int) -> None:
    """Unwrap a noscript element that holds most of the page.

    One element left open in it, and libxml2 never closes it; browsers do.
    """
    for element in list(tree.iter("noscript")):
        if 2 * sum(1 for _ in element.iterdescendants()) > elements:
            element.drop_tag()


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        if not content or len(content) > 20_000:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name:
                found.setdefault(name.strip().lower(), []).append(content)
    return found
