"""The body of an article in the state a page hands to its scripts (Next.js, Fusion and kin).

Pages drawn by scripts hold their article as JSON. The longest text that reads like one
counts: a string under a name that means body, or the paragraphs of a list of content
elements. Sought only where the page shows little.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from include.articles.linked_data import texts

_ASSIGNED = re.compile(
    r"(?:Fusion\.globalContent|window\.__[A-Z_]{3,40}__|__NEXT_DATA__)\s{0,9}=\s{0,9}(?=[{\[])"
)
_BODY_KEY = re.compile(
    r"^(?:article_?body|body(?:_?(?:html|text|content))?|content(?:_?(?:html|text|body))?|"
    r"full_?text|main_?text|story_?(?:body|text)|text_?html)$",
    re.IGNORECASE,
)
_LISTS = ("content_elements", "blocks", "paragraphs", "body", "content", "components", "children")
_PARTS = ("content", "text", "html", "value", "body")
_SENTENCE = re.compile(r"[.!?。！？][\"'”»)]?(?:\s|<|$)")
_MAX_SCRIPT = 3_000_000
_MAX_VALUES = 200_000
_MAX_DEPTH = 40
_LEAST = 400


def state_body(tree: HtmlElement) -> str:
    """The longest article-like text in the page's scripts, perhaps HTML; or an empty string."""
    best = ""
    for script in tree.iter("script"):
        for state in _states(script):
            for text in _bodies(state):
                if len(text) > len(best) and _reads_like_text(text):
                    best = text
    return best


def _states(script: HtmlElement) -> Iterator[Any]:
    source = script.text or ""
    kind = (script.get("type") or "").lower()
    if not _LEAST < len(source) <= _MAX_SCRIPT or "ld+json" in kind:
        return
    starts = [0] if "json" in kind else [found.end() for found in _ASSIGNED.finditer(source)][:5]
    decoder = json.JSONDecoder(strict=False)
    for start in starts:
        try:
            yield decoder.raw_decode(source[start:].lstrip())[0]
        except (ValueError, RecursionError):
            continue


def _bodies(state: Any) -> Iterator[str]:
    """The candidates in a state, walked without recursion and with a bound."""
    waiting: list[tuple[Any, int]] = [(state, 0)]
    for _ in range(_MAX_VALUES):
        if not waiting:
            return
        value, depth = waiting.pop()
        if depth > _MAX_DEPTH:
            continue
        if isinstance(value, dict):
            for key, inner in value.items():
                if isinstance(inner, str) and len(inner) >= _LEAST and _BODY_KEY.match(key):
                    yield inner
                elif isinstance(inner, list) and key in _LISTS:
                    yield "".join(f"<p>{part}</p>" for part in _paragraphs(inner))
            waiting.extend((inner, depth + 1) for inner in value.values())
        elif isinstance(value, list):
            waiting.extend((inner, depth + 1) for inner in value)


def _paragraphs(items: list[Any]) -> Iterator[str]:
    for item in items[:2_000]:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            for key in _PARTS:
                if isinstance(item.get(key), str):
                    yield from texts(item[key])
                    break


def _reads_like_text(text: str) -> bool:
    """Whether it is prose: long, with spaces and ends of sentences, and no program."""
    return (
        len(text) >= _LEAST
        and len(_SENTENCE.findall(text)) * 400 >= len(text)
        and text.count("{") * 400 <= len(text)
        and text[:1] not in "{["
    )
