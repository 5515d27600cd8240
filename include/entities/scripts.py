"""Names in other scripts: which script a key is written in, and how it reads in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from babel import Locale
from text_unidecode import unidecode

_LATIN = "latin"
_NOT_WORD = re.compile(r"[^\w]+")
_READ_ALOUD = {"`": "", "'": "", '"': "", "’": ""}
_SILENT = str.maketrans(_READ_ALOUD)
_LANGUAGES = "en de fr es pt it nl pl tr uk ru bg sr el ar fa he zh ja ko hi".split()


@lru_cache(maxsize=65_536)
def script_of(key: str) -> str:
    """The script of a key's first letter, as Unicode names it, in small letters."""
    for char in key:
        if char.isalpha():
            name = unicodedata.name(char, "").partition(" ")[0].casefold()
            return "cjk" if name in {"hiragana", "katakana"} else name or _LATIN
    return _LATIN


@lru_cache(maxsize=65_536)
def romanised(key: str) -> str:
    """A key in Latin letters; one in Latin letters, or that does not read so, as it is."""
    if script_of(key) == _LATIN:
        return key
    read = unidecode(unicodedata.normalize("NFC", key)).translate(_SILENT)
    return " ".join(_NOT_WORD.sub(" ", read.casefold()).split()) or key


@cache
def _territories() -> dict[str, str]:
    """What languages call the countries of the world, as CLDR has it: key → ISO code."""
    found: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                plain = unicodedata.normalize("NFKD", name)
                key = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
                found.setdefault(" ".join(key.split()), code)
    found |= {"сша": "US", "usa": "US", "us": "US", "u s": "US", "uk": "GB", "ηπα": "US"}
    return found


def country_of(key: str) -> str | None:
    """The ISO code of the country that a key names in one of twenty languages, or None."""
    return _territories().get(key)
