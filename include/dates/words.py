"""The names of months and weekdays, and which of day and month comes first. Pure.

All of it is CLDR's, by Babel: names of months differ between languages, and some mean
another month in the next one (`listopad` is October in Croatian and November in Polish).
"""

from __future__ import annotations

from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

# Languages of which names are understood without being told that a text is in them.
_COMMON = tuple(
    "en de fr es it pt nl sv da nb fi pl cs sk hu ro hr sl sr bg ru uk el tr id ca et lv lt vi "
    "ar he fa hi bn ja ko zh".split()
)
# English in general is written both ways, day first and month first.
_BOTH_WAYS = frozenset({"en"})


@lru_cache(maxsize=200)
def months(language: str | None) -> dict[str, int]:
    """Month numbers by name, in lower case without dots: of English and of `language`.

    Without a language, of all common ones, less the names on which they disagree.
    """
    if language is not None and _locale(language) is not None:
        return {**_months_of(language), **_months_of("en")}
    found: dict[str, set[int]] = {}
    for one in _COMMON:
        for name, number in _months_of(one).items():
            found.setdefault(name, set()).add(number)
    agreed = {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}
    return {**agreed, **_months_of("en")}


@lru_cache(maxsize=1_000)
def is_weekday(name: str) -> bool:
    """Whether a word names a day of the week in a common language, or is short for it."""
    word = _folded(name)
    if word in _weekdays():
        return True
    return len(word) > 1 and any(day.startswith(word) for day in _weekdays())


@lru_cache(maxsize=200)
def is_day_first(language: str | None) -> bool | None:
    """Whether `language` writes 3/4 for the third of April; None where nobody can tell."""
    locale = _locale(language) if language and language.lower() not in _BOTH_WAYS else None
    if locale is None:
        return None
    pattern = str(locale.date_formats["short"].pattern)
    order = [letter for letter in pattern if letter in "dMy"]
    if not order or order[0] == "y":
        return None
    return order[0] == "d"


def _months_of(language: str) -> dict[str, int]:
    locale = _locale(language)
    if locale is None:
        return {}
    found: dict[str, int] = {}
    for context in locale.months.values():
        for width in ("wide", "abbreviated"):
            for number, name in context.get(width, {}).items():
                if not (folded := _folded(name)).isdecimal():
                    found.setdefault(folded, int(number))
    if language == "en":
        found["sept"] = 9
    if language == "de":
        found |= {"jänner": 1, "feber": 2, "mrz": 3}
    return found


@cache
def _weekdays() -> frozenset[str]:
    names: set[str] = set()
    for language in _COMMON:
        locale = _locale(language)
        for context in locale.days.values() if locale is not None else ():
            for width in ("wide", "abbreviated", "short"):
                names |= {_folded(name) for name in context.get(width, {}).values()}
    return frozenset(names)


@lru_cache(maxsize=200)
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language[:20].replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        base = language.partition("-")[0]
        return _locale(base) if base != language else None


def _folded(name: str) -> str:
    return name.replace(".", "").replace("\u200f", "").strip().lower()
