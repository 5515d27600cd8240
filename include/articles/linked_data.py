"""The JSON-LD of a page as flat nodes, and the node that is its article.

See https://schema.org/NewsArticle. Publishers break it in every way: several objects in
one script, comments, raw newlines, HTML entities, lists in place of values. What cannot
be read is left out; nothing here raises.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

Node = dict[str, Any]

_MAX_NODES = 400
_MAX_SCRIPT = 2_000_000
_WRAPPING = re.compile(r"^(?:<!--|//\s{0,9}<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://)?\s{0,9}\]\]>)$")
_TRAILING_COMMA = re.compile(r",(\s{0,200}[}\]])")
_ARTICLE = re.compile(r"(Article|(?<!Job)Posting|Report|Review)$")
_NOT_MAIN = {"WebSite", "Organization", "NewsMediaOrganization", "BreadcrumbList", "ItemList"}


def read_nodes(scripts: Iterable[str]) -> list[Node]:
    """Every object with an `@type` in the scripts, in order, those in `@graph` included."""
    nodes: list[Node] = []
    for script in scripts:
        if len(script) <= _MAX_SCRIPT:
            for value in _load(script):
                _collect(value, nodes, 0)
    return nodes


def _load(script: str) -> list[Any]:
    text = script.strip()
    if not text.startswith("{") or not text.endswith("}"):
        text = _WRAPPING.sub("", text).strip().rstrip(";")
    for mend in (str, _without_trailing_commas):
        try:
            return [json.loads(mend(text), strict=False)]
        except (ValueError, RecursionError):
            continue
    values: list[Any] = []
    decoder = json.JSONDecoder(strict=False)
    position = text.find("{")
    while position != -1 and len(values) < 20:
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            break
        values.append(value)
        position = text.find("{", position)
    return values


def _without_trailing_commas(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", text)


def _collect(value: Any, nodes: list[Node], depth: int) -> None:
    if depth > 6 or len(nodes) >= _MAX_NODES:
        return
    if isinstance(value, list):
        for item in value:
            _collect(item, nodes, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            nodes.append(value)
        for key in ("@graph", "mainEntity", "hasPart", "mainEntityOfPage"):
            if isinstance(value.get(key), (list, dict)):
                _collect(value[key], nodes, depth + 1)


def types(node: Node) -> list[str]:
    """The types of a node, without the vocabulary's address."""
    found = node.get("@type")
    names = found if isinstance(found, list) else [found]
    return [name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)]


def article_nodes(nodes: list[Node]) -> list[Node]:
    """The nodes that are articles, those that say most of themselves first."""
    found = [node for node in nodes if any(_ARTICLE.search(name) for name in types(node))]
    telling = ("headline", "datePublished", "author", "articleBody", "description")
    found.sort(key=lambda node: -sum(bool(node.get(key)) for key in telling[:3]))
    return found


def texts(value: Any) -> Iterator[str]:
    """The strings in a value: itself, its items, or the name of an object."""
    if isinstance(value, str):
        text = html.unescape(value).strip()
        if text:
            yield text
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        yield from texts(value.get("name") or value.get("@value") or value.get("url"))


def first_text(nodes: Iterable[Node], *keys: str) -> str | None:
    """The first string under one of the keys in one of the nodes."""
    for key in keys:
        for node in nodes:
            for text in texts(node.get(key)):
                return text
    return None
