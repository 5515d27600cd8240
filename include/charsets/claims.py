"""What a document and its address say of its encoding and its language, before it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from babel.languages import get_official_languages
from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    resolve_encoding,
)

_HEAD = 4_096
# The encodings of the web (WHATWG Encoding Standard), under Python's names; UTF-16 is told by
# its bytes. Python has codecs that no document is written in, slow ones and traps.
_OF_THE_WEB = frozenset(
    "utf-8 cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 "
    "iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman cp874 cp1250 "
    "cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 mac-cyrillic gb18030 hz big5hkscs "
    "euc_jp iso2022_jp cp932 cp949 euc_kr".split()
)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META_CHARSET = re.compile(
    rb"<meta[^<>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
_XML_DECLARATION = re.compile(
    rb"^\s*<\?xml[^<>]{0,200}?encoding\s{0,20}=\s{0,20}[\"']([\w.:-]{1,40})[\"']", re.IGNORECASE
)
# <html lang=…>, <language>…</language>, xml:lang, og:locale and the header as a meta element.
_LANGUAGE = re.compile(
    rb"<html[^<>]{0,900}?\slang\s{0,9}=\s{0,9}[\"']?([A-Za-z_-]{2,12})|"
    rb"<(?:dc:)?language>\s{0,9}([A-Za-z_-]{2,12})|"
    rb"\sxml:lang\s{0,9}=\s{0,9}[\"']([A-Za-z_-]{2,12})|"
    rb"[\"'](?:og:locale|content-language)[\"']\s{1,9}content\s{0,9}=\s{0,9}[\"']([A-Za-z_-]{2,12})",
    re.IGNORECASE,
)
_COUNTRY_OF_DOMAIN = {"uk": "GB"}


def labels(body: bytes, content_type: str | None) -> list[str]:
    """The encodings that are stated, under Python's names, the most believed first.

    An XML document knows its own; of others servers do, as browsers have it. A label of what is
    not known, or is no encoding of documents, is none.
    """
    head = body[:_HEAD]
    in_xml = _XML_DECLARATION.match(head)
    stated = [
        _resolved(in_xml[1].decode("ascii")) if in_xml else None,
        _in_header(content_type),
        _known(html_body_declared_encoding(head)) or _in_meta(head),
    ]
    return list(dict.fromkeys(name for name in stated if name))


def languages(
    body: bytes, known: Sequence[str], *, country: str | None, url: str | None
) -> Iterator[str]:
    """The tags of languages a document may be in: what it says itself, what is `known` of its
    source, then the official ones of its source's country and of that its address ends in."""
    for found in _LANGUAGE.finditer(body[: 4 * _HEAD]):
        yield next(group for group in found.groups() if group).decode("ascii")
    yield from known
    yield from _official(country.upper()) if country else ()
    yield from _official(_country(url)) if url else ()


def _country(url: str) -> str:
    try:
        ending = (urlsplit(url).hostname or "").rpartition(".")[2]
    except ValueError:
        return ""
    return _COUNTRY_OF_DOMAIN.get(ending, ending.upper())


@lru_cache(maxsize=512)
def _official(country: str) -> tuple[str, ...]:
    return get_official_languages(country, de_facto=True) if len(country) == 2 else ()


def _in_header(content_type: str | None) -> str | None:
    if not content_type:
        return None
    found = _CHARSET.search(content_type[:500])
    stated = _known(http_content_type_encoding(content_type[:500]))
    return stated or (_resolved(found[1]) if found else None)


def _in_meta(head: bytes) -> str | None:
    found = _META_CHARSET.search(head)
    return _resolved(found[1].decode("ascii", "replace")) if found else None


def _resolved(label: str) -> str | None:
    return _known(resolve_encoding(label))


def _known(name: str | None) -> str | None:
    return name if name in _OF_THE_WEB else None
