"""Names in the forms they are compared by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from include.entities.tuned import TUNED

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
    }
)
_NOT_WORD = re.compile(r"[^\w]+")
_SPELT_OTHERWISE = {
    "organisation": "organization",
    "organisations": "organizations",
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "programme": "program",
    "theatre": "theater",
    "harbour": "harbor",
    "intl": "international",
    "dept": "department",
    "govt": "government",
    "assn": "association",
    "natl": "national",
    "univ": "university",
}
_LEGAL = frozenset(
    "inc incorporated ltd limited corp corporation co company plc llc llp lp gmbh ag kg sa sas "
    "sarl spa srl nv bv ab as asa oy oyj pty pte bhd sdn kk ltda cia se".split()
)
_SMALL = frozenset("of the and for in on at to a an de du des del la le et y e der die das".split())
# What turns a place into a body: Liverpool Crown Court is not Liverpool.
OF_BODIES = frozenset(
    "court crown university council police hospital school college airport city county district "
    "united town ministry department government parliament institute museum church centre center "
    "opera symphony orchestra philharmonic chamber club fc cf ac sc assembly senate embassy "
    "cathedral zoo library port harbor authority stock exchange times post herald tribune".split()
)
# Bodies whose name is turned round without a change of meaning: Department of Justice.
_TURNED = frozenset("department ministry office bureau secretariat treasury".split())


def name_key(name: str) -> str:
    """The form a name is known by: lower case, without accents, punctuation and articles."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    words = _NOT_WORD.sub(" ", plain).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)[: TUNED.longest_key]


def latin(key: str) -> str:
    """A key without the letters that have no accent to take away: wałesa → walesa."""
    return key.translate(_LETTERS)


@lru_cache(maxsize=65_536)
def words_of(key: str) -> tuple[str, ...]:
    """The words of a name key; letters set apart by full stops (`u n`) are one word again."""
    words: list[str] = []
    letters = ""
    for word in latin(key).split():
        if len(word) == 1 and word.isalpha():
            letters += word
            continue
        if letters:
            words.append(letters)
            letters = ""
        words.append(word)
    if len(letters) == 1 and letters == "s" and words:
        words[-1] += letters  # McDonald's
    elif letters:
        words.append(letters)
    return tuple(words)


@lru_cache(maxsize=65_536)
def body_words(key: str) -> tuple[str, ...]:
    """The words of an organisation's name that tell: no legal form, one spelling of each."""
    words = [_SPELT_OTHERWISE.get(word, word) for word in words_of(key)]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    kept = [word for word in words if word != "and"]
    if _TURNED & set(kept):
        kept = sorted(word for word in kept if word not in _SMALL)
    return tuple(kept or words)


@lru_cache(maxsize=65_536)
def initials(key: str) -> str:
    """The letters that may stand for a name of several words; empty for one word."""
    words = [word for word in words_of(key) if word not in _SMALL]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def is_abbreviation(spelling: str) -> bool:
    """Whether a name is written as letters that stand for words: EU, U.N., UNHCR."""
    letters = [char for char in spelling if char.isalpha()]
    return (
        2 <= len(letters) <= TUNED.longest_abbreviation
        and all(char.isupper() for char in letters)
        and " " not in spelling.replace(". ", ".").strip()
    )
