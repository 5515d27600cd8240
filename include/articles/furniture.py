"""Whether a paragraph is furniture: in the article's column, but not of the article.

General rules in the languages news is read in most: pointers to other pieces, appeals to
subscribe or share, notices of cookies and embeds, credits of photos, bylines, end marks.
Rules look at one paragraph and how it stands on its page, never at a host.
"""

from __future__ import annotations

import re

from include.articles.blocks import Block
from include.articles.days import days_in
from include.articles.furniture_words import (
    APPEAL,
    APPEAL_STEMS,
    BIO,
    BYLINE,
    CORRECTION,
    CREDIT,
    CREDIT_TAIL,
    DATE_LINE,
    HELPED,
    HELPED_STEMS,
    LENGTH,
    NOTICE,
    POINTER,
    REPORTING,
    SENTENCE_END,
    TEASER,
)

_LEAST_LINKED, _LEAST_ITEM = 80, 45
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS = 7
_FULL_STOP = re.compile(r"[^.\s]{2}[.。؟।][\"'”’»“)\]]{0,3}$")
_ONWARD = re.compile(
    r"(?:read more|more|weiterlesen|mehr|la suite|leer más)\W{0,4}$", re.IGNORECASE
)


def why_furniture(block: Block, *, authors: frozenset[str], at_edge: bool) -> str | None:
    """The rule that takes a paragraph out, or None where it belongs to the article.

    `authors` are the page's authors, folded. `at_edge` says that it stands before or
    after the running text, where bylines, dates and names stand.
    """
    text = block.text
    size = len(text)
    if block.in_figure:
        return "caption"
    if not block.key:
        return "no words"
    if CORRECTION.match(text[:200]) is not None:
        return None
    if size > 600:
        return "links only" if block.link_share > 0.95 else None
    if NOTICE.match(text[:260]) is not None and size < 260:
        return "notice"
    is_all_links = block.link_share > 0.9 and not block.in_table and not is_linked_sentence(block)
    if is_all_links and (size > 12 or not block.in_list) and not _is_anchor(block):
        return "links only"
    is_line = size < 90 and (SENTENCE_END.search(text) is None or text[-1] == ":")
    if size < 320 and (block.links or is_line) and POINTER.match(text) is not None:
        return "pointer"
    if size < (400 if block.links or block.bold else 200) and appeals(text):
        return "appeal"
    if (
        size < 200
        and CREDIT.match(text) is not None
        and not (size > 90 and SENTENCE_END.search(text))
    ):
        return "credit"
    if size < 300 and CREDIT_TAIL.search(text) is not None:
        return "credit"
    if any(stem in text for stem in HELPED_STEMS) and HELPED.match(text) is not None:
        return "credit"
    if REPORTING.match(text) is not None or (size < 240 and LENGTH.search(text) is not None):
        return "credit"
    if block.links and size < 400 and TEASER.search(text[-24:]) and _ends_in_link(block):
        return "teaser"
    if size < 80 and DATE_LINE.match(text) is not None:
        return "date"
    if at_edge and size < 110 and not block.is_head and _is_dated(text):
        return "date"
    if at_edge and size < 160 and _is_byline(block, authors):
        return "byline"
    if at_edge and _is_bio(block, authors):
        return "author"
    return None


def is_linked_sentence(block: Block) -> bool:
    """Whether a paragraph or list item is one link and all the same a sentence of its article.

    Pointers to other pieces are headlines: short, or without an end; and they say "Read more".
    """
    size = len(block.text)
    if block.tag not in ("p", "li") or block.link_share <= 0.5 or block.in_figure or block.in_table:
        return False
    if not (_LEAST_ITEM if block.in_list else _LEAST_LINKED) <= size <= 600:
        return False
    if _FULL_STOP.search(block.text) is None or _ONWARD.search(block.text[-30:]) is not None:
        return False
    return POINTER.match(block.text) is None and not appeals(block.text)


def appeals(text: str) -> bool:
    """Whether a text asks its reader for something: to subscribe, to share, to write."""
    plain = text.casefold()
    return any(stem in plain for stem in APPEAL_STEMS) and APPEAL.search(text) is not None


def _is_dated(text: str) -> bool:
    """Whether a line gives a day, with at most a name, a time and a label beside it."""
    if SENTENCE_END.search(text) is not None:
        return False
    if next(days_in(text, month_first=False), None) is None:
        return False
    return len(_LETTERS.findall(text)) <= _MOST_WORDS


def _is_bio(block: Block, authors: frozenset[str]) -> bool:
    """Whether a paragraph at the edge tells who an author of the article is."""
    for name in authors:
        if " " in name and block.key.startswith(name):
            rest = block.text[len(name) - 1 : len(name) + 80]
            return BIO.search(rest) is not None
    return False


def _ends_in_link(block: Block) -> bool:
    """Whether its last words are a link of their own, or all of it is one."""
    links = list(block.element.iter("a"))
    said = "".join(links[-1].itertext()).strip() if links else ""
    return block.link_share > 0.8 or (0 < len(said) < 24 and block.text.endswith(said))


def _is_byline(block: Block, authors: frozenset[str]) -> bool:
    if BYLINE.match(block.text) is not None and not SENTENCE_END.search(block.text):
        return len(block.text) < 100
    return any(
        name in block.key and len(block.key) - len(name) < 50 for name in authors if len(name) > 4
    ) and not SENTENCE_END.search(block.text)


def _is_anchor(block: Block) -> bool:
    """Whether its links stay on the page (headings that link to themselves)."""
    links = [link.get("href") or "" for link in block.element.iter("a")]
    return (bool(links) and all(link.startswith("#") for link in links)) or (
        not links and block.is_head
    )
