"""Cities in scripts that know no capitals: by the names that GeoNames has for them there.

A short name is often a family's too ("山口"), or a plain word: it counts where the word behind
says that a city or its province is meant, or where the city is a great one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel.core import get_global

from include.extraction.places.gazetteer import gazetteer
from include.languages import language as words_of
from include.records import Mention

_SURE = 0.7
_GREAT = 1_500_000
_LARGE = 500_000
_SHORT = 2
# CLDR's script of a language → the scripts its towns are written in, by Unicode's names.
_SCRIPTS = {
    "Jpan": ("CJK", "KATAKANA"),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Kore": ("HANGUL",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Deva": ("DEVANAGARI",),
    "Beng": ("BENGALI",),
    "Guru": ("GURMUKHI",),
    "Gujr": ("GUJARATI",),
    "Taml": ("TAMIL",),
    "Telu": ("TELUGU",),
    "Knda": ("KANNADA",),
    "Mlym": ("MALAYALAM",),
    "Sinh": ("SINHALA",),
    "Thai": ("THAI",),
    "Ethi": ("ETHIOPIC",),
    "Geor": ("GEORGIAN",),
}
_UNSPACED = frozenset({"CJK", "KATAKANA", "THAI"})


def find_cities(text: str, language: str) -> Iterator[Mention]:
    """The cities of a text that are surely meant, in no order."""
    pattern = _pattern(language)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        start, end = match.span("name")
        yield Mention(
            start=start,
            end=end,
            text=match["name"],
            label="GPE",
            entity=match["name"],
            confidence=_SURE,
        )


@cache
def scripts_of(language: str) -> tuple[str, ...]:
    """The scripts without capitals that a language is written in, by Unicode's names."""
    likely = str(get_global("likely_subtags").get(language, ""))
    return next((_SCRIPTS[part] for part in likely.split("_") if part in _SCRIPTS), ())


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    scripts = scripts_of(language)
    words = words_of(language).places
    alone: set[str] = set()
    marked: set[str] = set()
    for script in scripts:
        for name, people in gazetteer().cities_written(script).items():
            is_short = len(name) <= _SHORT and script == "CJK"
            if people >= (_GREAT if is_short else _LARGE):
                alone.add(name)
            elif script in _UNSPACED or script == "HANGUL":
                marked.add(name)
    if not alone and not marked:
        return None
    behind = _either(words.behind_towns)
    ways = [_either(alone)]
    if marked and behind:
        ways.append(rf"(?:{_either(marked)})(?={behind})")
    name = f"(?P<name>{'|'.join(ways)})"
    if any(script in _UNSPACED for script in scripts):
        return re.compile(name)
    before = _either(words.before_joined)
    prefix = rf"(?<!\w)(?:{before})?" if before else r"(?<!\w)"
    after = rf"(?=(?:{behind})?(?!\w))" if behind else r"(?!\w)"
    return re.compile(prefix + name + after)


def _either(words: set[str] | frozenset[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=lambda w: (-len(w), w)))
