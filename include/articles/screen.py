"""What is no page, or one made to exhaust a parser: told apart before anything parses it.

Every test is one linear pass over the bytes, the text or the tree, and counts what the parser
will meet: `<` within a script, a style sheet, a comment or an attribute's value is no tag.
The bounds stand where time or memory is spent. libxml2 compares each attribute of a tag with
all others; extractors walk the tree many times. Of 1,051 real pages the fullest had 73 attributes
in a tag, 11,529 elements, 6,377 of them blocks, and 570,000 characters to show.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from include.articles.rejected import Refusal
from include.outcomes import Reason

MAX_CHARACTERS = 8_000_000
MAX_BRACKETS = 400_000
MAX_ELEMENTS = 36_000
MAX_BLOCKS = 20_000
MAX_SHOWN = 2_000_000
MAX_ATTRIBUTES = 500

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"Rar!", "a rar archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x00\x00\x00\x18ftyp", "a video"),
    (b"\x00\x00\x00\x20ftyp", "a video"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio file"),
    (b"RIFF", "a media file"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_FEED_ROOT = re.compile(r"<(rss|feed|rdf:rdf|urlset|sitemapindex|opml)(?:\s|>|/)", re.IGNORECASE)
_HTML_ROOT = re.compile(r"<(?:!doctype\s{1,9}html|html|head|body)\b", re.IGNORECASE)
_LONG_VALUE = re.compile(r"=\s{0,9}(?:\"[^\"<>]{4096,}\"|'[^'<>]{4096,}')")
_BLOCKS = tuple("p div li td th tr br h1 h2 h3 h4 h5 h6 dd dt".split())
# The rest of a tag behind its name, as a parser reads it: `>` within a quoted value ends nothing.
# What is left open runs to the end of the page, so that every character is read once.
_REST_OF_TAG = (
    r"[^>=]*+(?:=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?[^>=]*+)*+(?:>|\Z)"
)
_TAG = re.compile(
    r"<(?:!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))|"
    rf"(?P<raw>script|style|textarea)(?=[\s/>])(?P<opening>{_REST_OF_TAG})[^<]*+(?:<(?!/(?P=raw))[^<]*+)*+|"
    rf"(?P<tag>[A-Za-z]{_REST_OF_TAG}))",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?)?+"
)
_HEAD = 2_048


def screen_bytes(body: bytes) -> Refusal | None:
    """Why these bytes are no page, or None."""
    if not body.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf"):
        return Reason.EMPTY_BODY, "no bytes but white space"
    for magic, what in _MAGIC:
        if body.startswith(magic):
            return Reason.NOT_HTML, what
    return None


def without_long_values(text: str) -> str:
    """`text` without attribute values of thousands of characters (inline images, state)."""
    return _LONG_VALUE.sub('=""', text)


def screen_text(text: str) -> Refusal | None:
    """Why this text is no page for a parser, or None."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if not head and not text.strip():
        return Reason.EMPTY_BODY, "no text but white space"
    if len(text) > MAX_CHARACTERS:
        return Reason.HOSTILE_MARKUP, f"more than {MAX_CHARACTERS} characters"
    html, feed = _HTML_ROOT.search(head), _FEED_ROOT.search(head)
    if feed is not None and (html is None or feed.start() < html.start()):
        return Reason.FEED_DOCUMENT, f"its root element is {feed[1].lower()}"
    if head[:1] in ("{", "[") and html is None:
        return Reason.NOT_HTML, "JSON"
    if "<" not in text:
        return Reason.NOT_HTML, "no tag in it"
    brackets = text.count("<")
    if brackets > MAX_BRACKETS:
        return Reason.HOSTILE_MARKUP, f"{brackets} angle brackets"
    return _screen_tags(text)


def screen_tree(tree: HtmlElement, elements: int, characters: int) -> Refusal | None:
    """Why this tree is no page: more elements or text to show than a long book has.

    `elements` is how many it has, `characters` the length of its markup, which is never less
    than what it shows.
    """
    if elements > MAX_ELEMENTS:
        return Reason.HOSTILE_MARKUP, f"{elements} elements"
    blocks = sum(1 for _ in tree.iter(*_BLOCKS)) if elements > MAX_BLOCKS else 0
    if blocks > MAX_BLOCKS:
        return Reason.HOSTILE_MARKUP, f"{blocks} paragraphs, cells and boxes"
    if characters <= MAX_SHOWN:
        return None
    shown = sum(
        len(element.text or "") + len(element.tail or "")
        for element in tree.iter()
        if element.tag not in ("script", "style")
    )
    if shown > MAX_SHOWN:
        return Reason.HOSTILE_MARKUP, f"a text of {shown} characters"
    return None


def _screen_tags(text: str) -> Refusal | None:
    for found in _TAG.finditer(text):
        if found.end() - found.start() > 2 * MAX_ATTRIBUTES:
            tag = found["tag"] or found["opening"] or ""
            attributes = sum(1 for _ in _ATTRIBUTE.finditer(tag))
            if attributes > MAX_ATTRIBUTES:
                return Reason.HOSTILE_MARKUP, f"a tag of {attributes} attributes"
    return None
