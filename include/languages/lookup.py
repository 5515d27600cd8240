"""Languages by code, and what tells whether the words of one have changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from include.languages import ar, da, de, en, es, fr, he, it, ja, ko, nl, no, pt, sv, tr, zh
from include.languages.record import Language

_KNOWN = {
    one.code: one
    for one in (
        ar.ARABIC,
        da.DANISH,
        de.GERMAN,
        en.ENGLISH,
        es.SPANISH,
        fr.FRENCH,
        he.HEBREW,
        it.ITALIAN,
        ja.JAPANESE,
        ko.KOREAN,
        nl.DUTCH,
        no.NORWEGIAN,
        pt.PORTUGUESE,
        sv.SWEDISH,
        tr.TURKISH,
        zh.CHINESE,
    )
}
#: The names of the sections of a record, in its order.
SECTIONS = tuple(part.name for part in fields(Language) if part.name != "code")


def codes() -> tuple[str, ...]:
    """The codes of the languages that have a file, in order."""
    return tuple(sorted(_KNOWN))


@cache
def language(code: str) -> Language:
    """The record of a language; one without a word where it has no file."""
    return _KNOWN.get(code) or Language(code=code)


@cache
def digest(code: str, section: str) -> str:
    """A sha256 in hex over the words of one section of a language.

    It does not hang on the order of words in a file, and is the same in every process.
    """
    plain = json.dumps(_plain(getattr(language(code), section)), sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Sets as sorted lists, mappings by key: what JSON writes in one way only."""
    if is_dataclass(value):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in value}
    if isinstance(value, AbstractSet):
        return sorted(_plain(one) for one in value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
