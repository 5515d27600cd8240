"""A page's bytes as text that a parser may have: without what is no character of a text."""

from __future__ import annotations

import re

from include.charsets import text_of
from include.records import RawPage

_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")
_NO_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})


def decode(page: RawPage) -> str:
    """The text of a page, without control characters and lone surrogates. Never raises."""
    text = text_of(
        page.body,
        page.content_type,
        url=page.url,
        languages=(page.feed_language,) if page.feed_language else (),
        country=page.publisher_country,
    )
    if "&#" in text:
        text = _REFERENCE.sub(_checked, text)
    if _has_controls(page.body) or "\ufffe" in text or "\uffff" in text:
        text = _NO_CHARACTER.sub("", text).replace("\x0b", " ").replace("\x0c", " ")
    return text


def _has_controls(body: bytes) -> bool:
    return len(body.translate(None, _CONTROLS)) != len(body)


def _checked(reference: re.Match[str]) -> str:
    """A numeric reference as it stands, unless it names what is no character of a text."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    if code > 0x10FFFF or _NO_CHARACTER.match(chr(code)) or code in (0x0B, 0x0C):
        return ""
    return reference[0]
