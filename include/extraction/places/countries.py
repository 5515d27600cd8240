"""What countries are called in a language: "Allemagne", "Estados Unidos", "DR Congo".

By Babel from CLDR, and by what news writes beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from include.extraction.places.country_names import NEWS_NAMES

_LENGTH_OF_CODE = 2
_BRACKETS = re.compile(r"^(?P<name>[^(]+) \((?P<other>[^)]+)\)$")
_SAINT = re.compile(r"^St\.? ")
_TERRITORY = re.compile(r" SAR China$|^RAE de | \(China\)$|-SAR$")


@cache
def country_codes(language: str) -> dict[str, str]:
    """The names of countries in a language, each with its ISO 3166 alpha-2 code.

    A few names of news lead to the English name of a region instead ("Bayern", "Escocia"). Of a
    language that CLDR lacks there are none.
    """
    found: dict[str, str] = {}
    try:
        territories = dict(Locale.parse(language).territories)
    except (UnknownLocaleError, ValueError):
        territories = {}
    for code, name in territories.items():
        if len(code) == _LENGTH_OF_CODE and code.isalpha():
            for form in _forms(name):
                found.setdefault(form, code)
    return {**found, **NEWS_NAMES.get(language, {})}


def _forms(name: str) -> Iterator[str]:
    """A name as CLDR gives it and as news writes it: "Trinidad & Tobago", "… and Tobago"."""
    bare = _TERRITORY.sub("", name)
    match = _BRACKETS.match(bare)
    forms = [bare, *([match["name"].strip(), match["other"].strip()] if match else [])]
    for form in forms:
        yield form
        if " & " in form:
            yield form.replace(" & ", " and ")
        if _SAINT.match(form):
            yield from (_SAINT.sub(short, form) for short in ("Saint ", "St "))
            yield _SAINT.sub("Saint ", form).replace(" & ", " and ")
