"""The blocks of a page: its visible text in document order, as a reader sees it in pieces.

A block is text between two boundaries of block elements (or two line breaks), together
with what its place in the document tells: the element, how much of it is links, whether
it stands in a figure, a list or a box. One walk makes them; bodies are put together from
them and never re-serialised.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from include.articles.text import folded, line, without_asides

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter "
    "nobr q rp ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_SILENT = frozenset(
    "script style noscript template svg iframe object embed audio video canvas button select "
    "textarea input head link meta math rt map area dialog".split()
)
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_APART = frozenset(("h1", "h2", "h3", "h4", "p", "div", "ul", "br", "figure", "section"))
_MAX_DEPTH = 200


@dataclass(slots=True)
class Block:
    """A piece of a page. `links` counts the characters of `text` that are links.

    `home` is the element around its own, `column` the one around that. They are held here
    because lxml forgets elements nobody holds, and another may take their identity.
    """

    text: str
    key: str
    element: HtmlElement
    tag: str
    links: int
    in_figure: bool
    in_list: bool
    in_table: bool
    in_quote: bool
    bold: int = 0
    home: HtmlElement | None = None
    column: HtmlElement | None = None

    @property
    def is_head(self) -> bool:
        """Whether it is a heading."""
        return self.tag in _HEADS

    @property
    def link_share(self) -> float:
        """The part of its text that leads elsewhere."""
        return self.links / max(1, len(self.text))


@dataclass(slots=True)
class _Walk:
    """The state of one walk: the text gathered since the last boundary."""

    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    links: int = 0
    bold: int = 0

    def flush(self, element: HtmlElement, context: frozenset[str]) -> None:
        """End the block at hand, if it has any text."""
        if self.parts:
            text = line(without_asides("".join(self.parts)))
            if text:
                home = element.getparent()
                self.blocks.append(
                    Block(
                        text=text,
                        key=folded(text),
                        element=element,
                        tag=str(element.tag),
                        links=self.links,
                        in_figure="figure" in context,
                        in_list="li" in context,
                        in_table="table" in context,
                        in_quote="blockquote" in context,
                        bold=self.bold,
                        home=home,
                        column=home.getparent() if home is not None else None,
                    )
                )
            self.parts = []
        self.links = self.bold = 0


_CONTEXTS = frozenset(("figure", "li", "table", "blockquote", "a", "b"))
_AS_CONTEXT = {
    "figcaption": "figure",
    "picture": "figure",
    "strong": "b",
    "dd": "li",
    "dt": "li",
    "tr": "table",
}


def blocks_of(tree: HtmlElement) -> list[Block]:
    """Every block of the tree, in document order. Silent elements (scripts, forms) have none."""
    walk = _Walk()
    _visit(tree, tree, frozenset(), walk, 0)
    walk.flush(tree, frozenset())
    return walk.blocks


def _visit(
    element: HtmlElement, block: HtmlElement, context: frozenset[str], walk: _Walk, depth: int
) -> None:
    if element.text:
        _say(element.text, context, walk)
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and tag not in _SILENT and depth < _MAX_DEPTH:
            name = _AS_CONTEXT.get(tag, tag)
            within = context | {name} if name in _CONTEXTS and name not in context else context
            if tag == "br":
                walk.flush(block, context)
            elif tag == "time" and _stands_alone(child):
                walk.flush(block, context)
                _visit(child, child, within, walk, depth + 1)
                walk.flush(child, within)
            elif tag in _INLINE:
                _visit(child, block, within, walk, depth + 1)
            elif tag in ("td", "th") and walk.parts:
                walk.parts.append(" | ")
                _visit(child, block, within, walk, depth + 1)
            elif tag in ("td", "th"):
                _visit(child, child, within, walk, depth + 1)
            elif "table" in context and tag in ("p", "div") and block.tag in ("td", "th"):
                walk.parts.append(" ")
                _visit(child, block, within, walk, depth + 1)
                walk.parts.append(" ")
            else:
                walk.flush(block, context)
                _visit(child, child, within, walk, depth + 1)
                walk.flush(child, within)
        if child.tail:
            _say(child.tail, context, walk)


def _stands_alone(element: HtmlElement) -> bool:
    """Whether a time stands among blocks, as the day of a page does, and not in a sentence."""
    parent = element.getparent()
    if parent is None or parent.tag in ("p", "span", "a"):
        return False
    return any(each.tag in _APART for each in parent)


def _say(text: str, context: frozenset[str], walk: _Walk) -> None:
    walk.parts.append(text)
    if "a" in context or "b" in context:
        length = len(" ".join(text.split()))
        if "a" in context:
            walk.links += length
        if "b" in context:
            walk.bold += length
