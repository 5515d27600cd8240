"""The posts of a live blog: what heads each of them, and when it was written.

Extractors take the paragraphs and leave the headings and times, which stand in the head of
each post. Posts are boxes side by side, alike in tag and class, each with a time of its own.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from include.articles.blocks import Block

_FEWEST = 3
_LEVELS = 4
_LONGEST_TIME = 40
_MOST_BEFORE = 6


def find_posts(blocks: list[Block], kept: list[int]) -> list[int]:
    """Blocks of live-blog posts to be kept beside `kept`: the heading and time of each post
    of which a paragraph is kept. Empty where the page has no posts."""
    posts: dict[HtmlElement, None] = {}
    known: dict[HtmlElement, bool] = {}
    for index in kept:
        post = _post(blocks[index].element, known)
        if post is not None:
            posts[post] = None
    if len(posts) < _FEWEST:
        return []
    found = []
    for index in range(max(0, kept[0] - _MOST_BEFORE), kept[-1] + 1):
        block = blocks[index]
        if (_is_heading(block) or _is_time(block)) and any(
            around in posts for around in block.element.iterancestors()
        ):
            found.append(index)
    return found


def _is_heading(block: Block) -> bool:
    return block.is_head and block.tag != "h1" and block.link_share < 0.5


def _is_time(block: Block) -> bool:
    if len(block.text) > _LONGEST_TIME or not any(map(str.isdigit, block.text)):
        return False
    element = block.element
    inner = element if element.tag == "time" else element.find(".//time")
    return inner is not None and "".join(inner.itertext()).strip() == block.text


def _post(element: HtmlElement, known: dict[HtmlElement, bool]) -> HtmlElement | None:
    """The post around an element, if it stands in one."""
    around: HtmlElement | None = element.getparent()
    for _ in range(_LEVELS):
        if around is None or around.tag in ("body", "main", "html"):
            return None
        if around not in known:
            known[around] = _is_post(around)
        if known[around]:
            return around
        around = around.getparent()
    return None


def _is_post(box: HtmlElement) -> bool:
    if box.tag not in ("article", "div", "li", "section") or not _has_time(box):
        return False
    parent = box.getparent()
    if parent is None:
        return False
    name = box.get("class")
    alike = [each for each in parent if each.tag == box.tag and each.get("class") == name]
    return len(alike) >= _FEWEST and sum(map(_has_time, alike)) * 2 > len(alike)


def _has_time(box: HtmlElement) -> bool:
    return box.find(".//time") is not None and any(
        box.find(f".//{tag}") is not None for tag in ("h2", "h3", "h4")
    )
