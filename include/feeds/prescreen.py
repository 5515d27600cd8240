"""Make a document safe to give to an XML or feed parser, before one sees it.

What is taken away here is what makes parsers slow, makes them read elsewhere, or makes
them raise: document type declarations with their entities, character references that
name no character, characters XML forbids, and more entries than will be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5
from itertools import pairwise

from include.charsets import text_of
from include.feeds.entry import is_no_link
from include.feeds.newest import newest, when_marked
from include.feeds.unpack import unpacked

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#([0-9]++|[xX][0-9a-fA-F]++)|([a-zA-Z][a-zA-Z0-9]{1,31}));")
# What no parser resolves: `_resolve` has replaced the names of HTML.
_BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ENTRY = re.compile(r"<!\[CDATA\[|<!--|<(?:[\w.-]{1,40}:)?(item|entry)(?=[\s>/])", re.IGNORECASE)
_ELEMENT = re.compile(r"<(?:[\w.-]{1,40}:)?([a-zA-Z][\w.-]{0,40})")
_FEED_INSIDE = re.compile(r"<(?:rss|feed|rdf:RDF|channel)[\s>]")
# Parsers compare each attribute of a tag with all others: 60,000 of them take a minute.
_LONG_TAG = re.compile(r"<[^<>]{2000,}+>")
_MOST_ATTRIBUTES = 100
_PLAIN_LINK = re.compile(
    r"<link>\s{0,50}(?:<!\[CDATA\[\s{0,50})?([^<>\]]{0,40}?)\s{0,50}(?:\]\]>\s{0,50})?</link>|<link\s?/>",
    re.IGNORECASE,
)
_SUBSET_END = re.compile(r"\]\s{0,100}>")

_BINARY = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"ID3", "an MP3"),
    (b"OggS", "an Ogg file"),
    (b"\x1f\x8b", "a broken gzip file"),
)


class NotAFeed(ValueError):
    """A document in no format we read. The text says what it is instead, for a person."""


@dataclass(frozen=True, slots=True)
class Screened:
    """A document fit for a parser: `root` is its first element's local name, lower case.

    `left_out` counts the entries beyond the limit, which were cut out.
    """

    text: str
    root: str
    left_out: int

    @property
    def utf8(self) -> bytes:
        """The document as bytes, with a declaration that says so."""
        return b'<?xml version="1.0" encoding="utf-8"?>\n' + self.text.encode("utf-8")


def decode(body: bytes, content_type: str | None, url: str | None = None) -> str:
    """The characters of a document.

    Raises:
        NotAFeed: it is empty, or plainly a file of another kind.
    """
    body = unpacked(body)
    for magic, name in _BINARY:
        if body.startswith(magic):
            raise NotAFeed(f"{name}, not a feed")
    text = text_of(body, content_type, url=url).lstrip("\ufeff \t\r\n\x00")
    if not text:
        raise NotAFeed("empty")
    return text


def screen(text: str, *, max_entries: int) -> Screened:
    """`text` without what harms an XML parser.

    Raises:
        NotAFeed: it holds no markup, or is an HTML page.
    """
    start = _skip_prolog(text)
    if start >= len(text):
        raise NotAFeed("text without any markup, not a feed")
    text = _FORBIDDEN.sub("", text[start:])
    found = _ELEMENT.match(text)
    root = found[1].lower() if found else ""
    if root == "html" and not _FEED_INSIDE.search(text[:20_000]):
        raise NotAFeed("an HTML page, not a feed")
    text = _LONG_TAG.sub(_without_attributes, text)
    text = _PLAIN_LINK.sub(_without_no_link, text)
    text, left_out = _newest_entries(text, max_entries)
    return Screened(_with_ampersands(_REFERENCE.sub(_resolve, text)), root, left_out)


def _skip_prolog(text: str) -> int:
    """Where the first element begins: after declarations, comments, instructions and text."""
    at = 0
    while 0 <= (at := text.find("<", at)) < len(text):
        if text.startswith("<!--", at):
            at = _after(text, "-->", at + 4)
        elif text.startswith("<?", at):
            at = _after(text, "?>", at)
        elif text.startswith("<!", at):
            at = _declaration_end(text, at)
        elif _ELEMENT.match(text, at):
            return at
        else:
            at += 1
    return len(text)


def _declaration_end(text: str, at: int) -> int:
    # A document type may hold a subset in brackets, where entities are declared.
    closing = _after(text, ">", at)
    bracket = text.find("[", at, closing)
    if bracket < 0:
        return closing
    end = _SUBSET_END.search(text, bracket)
    return closing if end is None else end.end()


def _after(text: str, mark: str, start: int) -> int:
    at = text.find(mark, start)
    return len(text) if at < 0 else at + len(mark)


def _without_attributes(tag: re.Match[str]) -> str:
    return tag[0] if tag[0].count("=") <= _MOST_ATTRIBUTES else ""


def _without_no_link(element: re.Match[str]) -> str:
    """A `link` of RSS that is none goes: then a guid that is a permalink stands for it."""
    return "" if not element[1] or is_no_link(element[1]) else element[0]


def _newest_entries(text: str, most: int) -> tuple[str, int]:
    """`text` with the newest entries alone, and how many were cut out."""
    starts = _entry_starts(text)
    if len(starts) <= most:
        return text, 0
    name = starts[-1][1]
    last = text.rfind(f"</{name}>")
    end = last + len(name) + 3 if last > starts[-1][0] else len(text)
    edges = [*(start for start, _ in starts), end]
    entries = [text[one:other] for one, other in pairwise(edges)]
    kept = [entries[place] for place in newest([when_marked(one) for one in entries], most)]
    return text[: edges[0]] + "".join(kept) + text[end:], len(starts) - len(kept)


def _entry_starts(text: str) -> list[tuple[int, str]]:
    """Where entries begin, with the names of their elements; not in comments and CDATA."""
    starts, at = [], 0
    while found := _ENTRY.search(text, at):
        if found[1]:
            starts.append((found.start(), found[0][1:]))
            at = found.end()
        else:
            at = _after(text, "]]>" if found[0].startswith("<![") else "-->", found.end())
    return starts


def _with_ampersands(text: str) -> str:
    """`text` with every bare ampersand as XML writes it: parsers that mend drop what follows.

    In CDATA an ampersand is one already.
    """
    if "&" not in text:
        return text
    parts = []
    at = 0
    while at < len(text):
        opening = text.find("<![CDATA[", at)
        closing = text.find("]]>", opening) if opening >= 0 else -1
        end = opening if closing >= 0 else len(text)
        parts.append(_BARE_AMPERSAND.sub("&amp;", text[at:end]))
        if closing < 0:
            break
        at = closing + 3
        parts.append(text[opening:at])
    return "".join(parts)


def _resolve(found: re.Match[str]) -> str:
    number, name = found.groups()
    if name is not None:
        if name in _XML_NAMES:
            return found[0]
        # HTML's names are unknown to XML. What neither knows is left to the parser.
        character = html5.get(name + ";", found[0])
        return found[0] if "<" in character or ">" in character else character
    digits, base = (number[1:], 16) if number[0] in "xX" else (number, 10)
    digits = digits.lstrip("0")
    code = int(digits, base) if 0 < len(digits) <= 7 else 0
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252", "ignore")
    if not (code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0x10FFFF):
        return ""
    return "" if code in (0xFFFE, 0xFFFF) else found[0]
