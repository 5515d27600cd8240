"""What is no page, or one made to exhaust a parser: told apart before anything parses it.

Every test is one linear pass over the bytes, the text or the tree. libxml2 compares each attribute
of a tag with all others, and extractors walk the tree many times, so tags, their length
and their attributes are counted here.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from include.outcomes import Reason

MAX_CHARACTERS = 8_000_000
MAX_TAGS = 30_000
MAX_BLOCKS = 10_000
MAX_SHOWN = 1_000_000
MAX_TAG_LENGTH = 65_536
MAX_ATTRIBUTES = 1_000

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
_LONG_TAG = re.compile(rf"<[A-Za-z][^>]{{{MAX_ATTRIBUTES}}}")
_BLOCK = re.compile(r"<(?:p|div|li|t[dhr]|br|h[1-6]|d[dt])[\s/>]", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[\s/\"'][^\s=>\"'/]")
_HEAD = 2_048

Refusal = tuple[Reason, str]


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
    tags = text.count("<")
    if tags > MAX_TAGS:
        return Reason.HOSTILE_MARKUP, f"{tags} tags"
    blocks = sum(1 for _ in _BLOCK.finditer(text)) if tags > MAX_BLOCKS else 0
    if blocks > MAX_BLOCKS:
        return Reason.HOSTILE_MARKUP, f"{blocks} paragraphs, cells and boxes"
    return _screen_tags(text)


def screen_tree(tree: HtmlElement, characters: int) -> Refusal | None:
    """Why this tree is no page: more text to show than a long book has.

    `characters` is the length of its markup, which is never less than what it shows.
    """
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
    for start in _LONG_TAG.finditer(text):
        end = text.find(">", start.end())
        tag = text[start.start() : end if end != -1 else len(text)]
        if len(tag) > MAX_TAG_LENGTH:
            return Reason.HOSTILE_MARKUP, f"a tag of {len(tag)} characters"
        attributes = sum(1 for _ in _ATTRIBUTE.finditer(tag))
        if tag.count("=") > MAX_ATTRIBUTES or attributes > 4 * MAX_ATTRIBUTES:
            return Reason.HOSTILE_MARKUP, f"a tag of about {attributes} attributes"
    return None
