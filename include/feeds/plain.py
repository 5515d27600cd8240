"""Plain text out of what feeds put into their text fields.

A title may be text, HTML, HTML escaped twice, or any of these with control characters
in it. What comes out holds no markup, no control characters, no lone surrogates and no
runs of white space. Every step is linear in the length of its input.
"""

from __future__ import annotations

import html
import re
import unicodedata

MAX_TITLE = 1_000
MAX_SUMMARY = 20_000
_MAX_RAW = 100_000

_SPACES = re.compile(r"\s+")
# Controls, lone surrogates, non-characters, and marks that reorder what is shown (the
# joiners U+200C and U+200D stay: Persian and emoji are spelled with them).
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060"
    r"\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_COMBINING_RUN = re.compile(
    r"([\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]{8})[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+"
)
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}

_NAME = r"(/?)([a-zA-Z][a-zA-Z0-9:_-]{0,40}+)(?=[\s/>])"
_TAG = re.compile(rf"<{_NAME}(?:[^<>\"']++|\"[^\"]{{0,2048}}+\"|'[^']{{0,2048}}+')*+>")
# Where quotes do not pair, the first ">" ends a tag.
_LOOSE_TAG = re.compile(rf"<{_NAME}[^<>]*+>")
_SILENT = frozenset(
    {"script", "style", "template", "iframe", "object", "svg", "math", "noscript", "textarea"}
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    }
)
# Tags of which a feed's text, once unescaped, is taken to be HTML again.
_KNOWN = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|center|code|div|em|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|"
    r"pre|script|section|small|span|strong|style|sub|sup|svg|table|tbody|td|tr|u|ul|video)[\s/>]",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def plain(text: object, *, limit: int = MAX_SUMMARY) -> str:
    """`text` without markup, with entities resolved, in one line and NFC, at most `limit` long.

    Anything that is not a string gives "". Text that is HTML once more after its entities
    are resolved (escaped twice) is stripped a second time.
    """
    if not isinstance(text, str):
        return ""
    text = text[:_MAX_RAW]
    for _ in range(2):
        if "<" in text:
            text = strip_tags(text)
        if "&" not in text:
            break
        text = html.unescape(text)
        if not _KNOWN.search(text) and not _REFERENCE.search(text):
            break
    if "<" in text and _KNOWN.search(text):
        text = strip_tags(text)
    return cut(one_line(text), limit)


def one_line(text: str) -> str:
    """`text` with white space joined and unprintable characters dropped, in NFC."""
    if not text.isascii():
        text = text.translate(_C1)
        text = _COMBINING_RUN.sub(r"\1", text)
    text = _INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).strip())


def cut(text: str, limit: int) -> str:
    """`text` if it is at most `limit` long, else its first words and an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    at = head.rfind(" ")
    return (head[:at] if at > limit // 2 else head) + "…"


def strip_tags(text: str) -> str:
    """`text` without tags, comments, CDATA marks, and what scripts and styles hold.

    A tag that separates blocks leaves a space. "<" that opens no tag stays.
    """
    parts: list[str] = []
    tag = _TAG
    at = 0
    while (opening := text.find("<", at)) >= 0:
        parts.append(text[at:opening])
        if text.startswith("<!--", opening):
            at = _after(text, "-->", opening + 4)
        elif text.startswith("<![CDATA[", opening):
            closing = text.find("]]>", opening)
            end = len(text) if closing < 0 else closing
            # CDATA in HTML is text that may hold tags of its own: drop the marks only.
            text = (
                text[opening + 9 : end] + text[end + 3 :] if closing >= 0 else text[opening + 9 :]
            )
            at = 0
        elif text.startswith(("<!", "<?"), opening):
            at = _after(text, ">", opening)
        else:
            found = tag.match(text, opening)
            if found is None and tag is _TAG:
                found = _LOOSE_TAG.match(text, opening)
                tag = _LOOSE_TAG if '"' in text or "'" in text else _TAG
            if found is None:
                parts.append("<")
                at = opening + 1
                continue
            name = found[2].lower()
            at = found.end()
            if name in _SILENT and not found[1] and not found[0].endswith("/>"):
                at = _after_element(text, name, at)
            if name not in _INLINE:
                parts.append(" ")
    parts.append(text[at:])
    return "".join(parts)


def _after(text: str, mark: str, start: int) -> int:
    at = text.find(mark, start)
    return len(text) if at < 0 else at + len(mark)


def _after_element(text: str, name: str, start: int) -> int:
    closing = re.compile(rf"</{name}[^<>]*+>", re.IGNORECASE).search(text, start)
    return len(text) if closing is None else closing.end()
