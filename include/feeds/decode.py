"""The characters of a document whose stated encoding may be wrong, missing or a trap.

We decode ourselves, and hand parsers UTF-8: so what is screened is what is parsed, and a
declaration cannot pick one of Python's slow or odd codecs.
"""

from __future__ import annotations

import codecs
import re
import zlib

from charset_normalizer import from_bytes

MAX_UNPACKED = 20_000_000

_BOMS = (
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
)
# "<?xm" or "<" and a letter, in encodings that are no superset of ASCII.
_MARKERS = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
_XML_ENCODING = re.compile(
    rb"^\s*<\?[^<>]{0,200}?encoding\s{0,20}=\s{0,20}[\"']([\w.:-]{1,40})[\"']"
)
_CHARSET = re.compile(r"charset\s{0,20}=\s{0,20}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
}
_NOT_FOR_DOCUMENTS = {
    "idna",
    "punycode",
    "unicode_escape",
    "raw-unicode-escape",
    "raw_unicode_escape",
    "unicode-escape",
    "undefined",
    "mbcs",
    "oem",
}
_SEVEN_BIT = ("iso2022", "hz", "utf-7")
# A text in UTF-8 with a few bytes of cp1252 in it is common; one byte in five is not UTF-8.
_MOST_BAD = 0.2
# Guesses among Latin alphabets are no better than cp1252; those of other scripts are good.
_OTHER_SCRIPTS = (
    "koi8",
    "cp1251",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp874",
    "tis",
    "iso8859_5",
    "iso8859_6",
    "iso8859_7",
    "iso8859_8",
    "euc",
    "cp949",
    "johab",
    "gb",
    "big5",
    "shift_jis",
    "cp932",
    "hz",
)
_GUESSED_FROM = 20_000
_ENOUGH_TO_GUESS = 20


def unpacked(body: bytes) -> bytes:
    """`body`, gunzipped where it is a gzip file, at most `MAX_UNPACKED` bytes of it."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MAX_UNPACKED)
    except zlib.error:
        return body


def text_of(body: bytes, content_type: str | None = None) -> str:
    """`body` as text; never fails. A byte that fits nothing becomes U+FFFD.

    In this order: byte order mark; UTF-8 if all of it is; the XML declaration; the HTTP
    `content_type`; UTF-8 with single bytes of cp1252; a guess, if nothing was declared; cp1252.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    head = body[:200].lstrip(b" \t\r\n")[:4]
    for mark, encoding in _MARKERS:
        if head.startswith(mark):
            return body.decode(encoding, "replace")
    declared = _declared(body, content_type)
    if not any(name.startswith(_SEVEN_BIT) for name in declared):
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass
    for name in declared:
        if name != "utf-8":
            try:
                return body.decode(name)
            except (UnicodeError, LookupError, ValueError):
                continue
    if not declared or "utf-8" in declared:
        bad = _count_bad(body)
        high = len(body.translate(None, bytes(range(128))))
        if bad <= high * _MOST_BAD:
            return _patched(body)
    for name in declared:
        if name != "utf-8" and not name.startswith(_SEVEN_BIT):
            return body.decode(name, "replace")
    return body.decode(_guessed(body) if not declared else "cp1252", "replace")


def _guessed(body: bytes) -> str:
    sample = body[:_GUESSED_FROM]
    if len(sample.translate(None, bytes(range(128)))) >= _ENOUGH_TO_GUESS:
        best = from_bytes(sample).best()
        if best is not None and best.encoding.startswith(_OTHER_SCRIPTS):
            return best.encoding
    return "cp1252"


def _declared(body: bytes, content_type: str | None) -> list[str]:
    names = []
    if found := _XML_ENCODING.match(body[:1000]):
        names.append(found[1].decode("ascii"))
    if content_type and (stated := _CHARSET.search(content_type[:500])):
        names.append(stated[1])
    known = []
    for name in names:
        try:
            real = codecs.lookup(name).name
            b"a".decode(real)
        except (LookupError, UnicodeError, ValueError):
            continue
        real = _AS_BROWSERS_DO.get(real, real)
        if real not in _NOT_FOR_DOCUMENTS and not real.startswith(("utf-16", "utf-32")):
            known.append(real)
    return known


def _count_bad(body: bytes) -> int:
    return body.decode("utf-8", "replace").count("�") - body.count(b"\xef\xbf\xbd")


def _patched(body: bytes) -> str:
    # "surrogateescape" keeps each byte that is not UTF-8 as one character we can map.
    text = body.decode("utf-8", "surrogateescape")
    return text.translate(_ESCAPED)


_ESCAPED = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(128, 256)}
