"""A page's bytes as text, whatever its headers claim.

Order of belief: a byte order mark; valid UTF-8 (other encodings hardly ever are); the
HTTP charset; the charset the document declares; a guess by charset_normalizer; and last
windows-1252, which reads every byte. Labels are read as browsers read them (WHATWG
Encoding Standard): latin-1 and ascii mean windows-1252, gb2312 means gb18030.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTTP_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})",
    re.IGNORECASE,
)
_AS_BROWSERS_READ = {
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-32": "utf-8",
}
# UTF-8 was tried before; the others are codecs of Python that no page is written in.
_NOT_FOR_PAGES = frozenset(
    (
        "utf-8",
        "utf-7",
        "idna",
        "punycode",
        "undefined",
        "unicode-escape",
        "raw-unicode-escape",
        "mbcs",
    )
)
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")
_NO_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})
_HEAD = 4_096
_SAMPLE = 65_536
_ENOUGH_TO_GUESS = 64


def decode(body: bytes, content_type: str | None = None) -> str:
    """The text of `body`, without control characters and lone surrogates. Never raises."""
    text, is_utf8 = _decode(body, content_type)
    if "&#" in text:
        text = _REFERENCE.sub(_checked, text)
    if is_utf8 and not ("\ufffe" in text or "\uffff" in text or _has_controls(body)):
        return text
    return _NO_CHARACTER.sub("", text).replace("\x0b", " ").replace("\x0c", " ")


def _has_controls(body: bytes) -> bool:
    return len(body.translate(None, _CONTROLS)) != len(body)


def _checked(reference: re.Match[str]) -> str:
    """A numeric reference as it stands, unless it names what is no character of a text."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    if code > 0x10FFFF or _NO_CHARACTER.match(chr(code)) or code in (0x0B, 0x0C):
        return ""
    return reference[0]


def _decode(body: bytes, content_type: str | None) -> tuple[str, bool]:
    """The text, and whether all of it was sound UTF-8."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace"), False
    utf16 = _unmarked_utf16(body)
    if utf16:
        return body.decode(utf16, "replace"), False
    try:
        return body.decode("utf-8"), True
    except UnicodeDecodeError as error:
        # One broken character in a long page of sound UTF-8: a cut-off, not another encoding.
        if _is_nearly_utf8(body, error):
            return body.decode("utf-8", "replace"), False
    for label in _declared(body, content_type):
        try:
            return body.decode(label), False
        except (ValueError, LookupError):
            continue
    guess = from_bytes(body[:_SAMPLE]).best() if len(body) >= _ENOUGH_TO_GUESS else None
    encoding = guess.encoding if guess is not None else "cp1252"
    return body.decode(encoding, "replace"), False


def _unmarked_utf16(body: bytes) -> str | None:
    head = body[:200]
    if len(head) < 20 or b"\x00" not in head:
        return None
    if head[1::2].count(0) * 5 > len(head) * 2 and head[0::2].count(0) == 0:
        return "utf-16-le"
    if head[0::2].count(0) * 5 > len(head) * 2 and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _is_nearly_utf8(body: bytes, error: UnicodeDecodeError) -> bool:
    sound = body.decode("utf-8", "ignore")
    lost = len(body) - len(sound.encode("utf-8"))
    beyond_ascii = sum(character > "\x7f" for character in sound[:_SAMPLE])
    is_cut_off = error.reason == "unexpected end of data" and beyond_ascii > 0
    return lost * 20 < beyond_ascii or is_cut_off


def _declared(body: bytes, content_type: str | None) -> list[str]:
    labels = []
    in_http = _HTTP_CHARSET.search(content_type[:400]) if content_type else None
    if in_http is not None:
        labels.append(in_http[1])
    in_document = _META_CHARSET.search(body[:_HEAD])
    if in_document is not None:
        labels.append(in_document[1].decode("ascii", "replace"))
    known = []
    for label in labels:
        try:
            name = codecs.lookup(label).name
        except (LookupError, ValueError):
            continue
        name = _AS_BROWSERS_READ.get(name, name)
        if name not in _NOT_FOR_PAGES and getattr(codecs.lookup(name), "_is_text_encoding", True):
            known.append(name)
    return known
