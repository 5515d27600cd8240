"""What the letters of a language are, and in which encodings it was written before UTF-8.

The encodings are those a browser knows (WHATWG Encoding Standard), the most used first, under
Python's names. `letters` are those beyond ASCII: single ones, or ranges as in a regular
expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_WESTERN = ("cp1252", "iso8859-15")
_CENTRAL = ("cp1250", "iso8859-2")
_BALTIC = ("cp1257", "iso8859-13", "iso8859-4")
_CYRILLIC = ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic")
_UKRAINIAN = ("cp1251", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic")
_ARABIC = ("cp1256", "iso8859-6")
_TURKISH = ("cp1254",)

_LETTERS_OF_LATIN: dict[str, tuple[tuple[str, ...], str]] = {
    "af": (_WESTERN, "êëéèïîôöûáó"),
    "az": (_TURKISH, "çğıöşüə"),
    "bs": (_CENTRAL, "čćđšž"),
    "ca": (_WESTERN, "àçéèíïóòúüñ·"),
    "cs": (_CENTRAL, "áčďéěíňóřšťúůýžöü"),
    "da": (_WESTERN, "æøåéèêáóüöä"),
    "de": (_WESTERN, "äöüßéèáàç"),
    "en": (_WESTERN, "éèêëáàâäåãçíïîñóôöøúüæœ"),
    "es": (_WESTERN, "áéíñóúüçàè"),
    "et": (("cp1257", "iso8859-15", "cp1252"), "äöõüšž"),
    "eu": (_WESTERN, "ñçáéíóú"),
    "fi": (_WESTERN, "äöåéšžü"),
    "fo": (_WESTERN, "áðíóúýæø"),
    "fr": (_WESTERN, "àâæçéèêëîïôœùûüÿñ"),
    "ga": (_WESTERN, "áéíóú"),
    "gl": (_WESTERN, "áéíñóúüç"),
    "hr": (_CENTRAL, "čćđšž"),
    "hu": (_CENTRAL, "áéíóöőúüűä"),
    "id": (_WESTERN, "éèêë"),
    "is": (_WESTERN, "áðéíóúýþæö"),
    "it": (_WESTERN, "àèéìíîòóùúç"),
    "lb": (_WESTERN, "äëéèêôöüß"),
    "lt": (_BALTIC, "ąčęėįšųūž"),
    "lv": (_BALTIC, "āčēģīķļņōŗšūž"),
    "ms": (_WESTERN, "éèêë"),
    "mt": (("iso8859-3",), "ċġħżàèìòùî"),
    "nl": (_WESTERN, "éèëêïíóöôüúáàäçñ"),
    "no": (_WESTERN, "æøåéèêóòôäöü"),
    "pl": (_CENTRAL, "ąćęłńóśźżéöü"),
    "pt": (_WESTERN, "ãõáâàéêíóôúçüñ"),
    "ro": (_CENTRAL, "ăâîşţșțéáöü"),
    "sk": (_CENTRAL, "áäčďéíĺľňóôŕšťúýžöü"),
    "sl": (_CENTRAL, "čšžćđäöü"),
    "sq": (_WESTERN, "ëç"),
    "sv": (_WESTERN, "åäöéàüè"),
    "sw": (_WESTERN, "é"),
    "tr": (_TURKISH, "çğıöşüâîû"),
    "vi": (("cp1258",), "a-ỹ\u0300-\u0323"),
}
WESTERN = frozenset(_WESTERN)
"""What servers say of their pages where nobody has told them better."""

LATIN = frozenset(one for encodings, _ in _LETTERS_OF_LATIN.values() for one in encodings)
"""The encodings of languages in Latin letters."""

_LETTERS_OF_SCRIPTS: dict[str, tuple[tuple[str, ...], str]] = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru"), (_CYRILLIC, "Ѐ-ԯ")),
    **dict.fromkeys(("sr", "tg", "tt", "uz"), (_CYRILLIC, "Ѐ-ԯ")),
    "uk": (_UKRAINIAN, "\u0400-\u052f"),
    "el": (("cp1253", "iso8859-7"), "\u0370-\u03ff\u1f00-\u1fff"),
    "he": (("cp1255", "iso8859-8"), "\u0590-\u05ff"),
    **dict.fromkeys(("ar", "fa", "ps", "ug", "ur"), (_ARABIC, "\u0600-ۿ\u200c\u200d")),
    "th": (("cp874",), "\u0e00-\u0e7f"),
    "ja": (("cp932", "euc_jp"), "\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e"),
    "ko": (("cp949",), "\uac00-\ud7a3\u3001-\u303f\u4e00-\u9fff"),
    "zh": (("gb18030", "big5hkscs"), "\u3001-\u303f\u3400-\u9fff\uff01-\uff5e"),
    "zh_Hant": (("big5hkscs", "gb18030"), "\u3001-\u303f\u3400-\u9fff\uff01-\uff5e"),
}
_SAME = {
    **{"nb": "no", "nn": "no", "iw": "he", "in": "id", "sh": "hr", "cnr": "hr", "sr_latn": "hr"},
    **{f"zh_{where}": "zh_Hant" for where in ("tw", "hk", "mo", "hant")},
}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{2,4}))?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letters of a language beyond ASCII, and the encodings that have them."""

    language: str
    encodings: tuple[str, ...]
    letter: re.Pattern[str]
    is_latin: bool


@cache
def alphabet(tag: str) -> Alphabet | None:
    """The alphabet of a language by its tag (`cs`, `zh-TW`, `sr_Latn`), None if not known."""
    found = _TAG.match(tag.strip())
    if found is None:
        return None
    code, more = found[1].lower(), (found[2] or "").lower()
    code = _SAME.get(f"{code}_{more}", _SAME.get(code, code))
    for table in (_LETTERS_OF_LATIN, _LETTERS_OF_SCRIPTS):
        if code in table:
            encodings, letters = table[code]
            letter = re.compile(f"[{letters}{letters.upper() if '-' not in letters else ''}]")
            return Alphabet(code, encodings, letter, is_latin=table is _LETTERS_OF_LATIN)
    return None


@cache
def alphabets_of(encoding: str) -> tuple[Alphabet, ...]:
    """The alphabets that an encoding is for."""
    codes = [*_LETTERS_OF_LATIN, *_LETTERS_OF_SCRIPTS]
    found = [one for code in codes if (one := alphabet(code)) is not None]
    return tuple(one for one in found if encoding in one.encodings)


@cache
def encodings_known() -> frozenset[str]:
    """Every encoding of the table."""
    tables = (_LETTERS_OF_LATIN, _LETTERS_OF_SCRIPTS)
    return frozenset(one for table in tables for each, _ in table.values() for one in each)
