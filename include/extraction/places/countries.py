"""What countries are called in a language: "Allemagne", "Estados Unidos", by Babel from CLDR."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

_LENGTH_OF_CODE = 2


@cache
def country_codes(language: str) -> dict[str, str]:
    """The names of countries in a language, each with its ISO 3166 alpha-2 code.

    Names with an explanation in brackets are given without it. Of a language that CLDR
    lacks there are none.
    """
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        name.partition(" (")[0]: code
        for code, name in territories.items()
        if len(code) == _LENGTH_OF_CODE and code.isalpha()
    }
