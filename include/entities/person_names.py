"""Names of people: their parts, and how alike two of them are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from include.entities.given_names import FAMILY_NAMES_FIRST, nickname_roots
from include.entities.keys import latin
from include.entities.scripts import romanised, script_of
from include.entities.sounds import consonants, edits, only_spelt_otherwise, sound
from include.entities.tuned import TUNED

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron hon rev reverend fr "
    "president vice premier chancellor minister prime senator sen rep congressman congresswoman "
    "governor gov mayor ambassador secretary judge justice general gen colonel col major maj "
    "captain capt lieutenant lt sergeant sgt commander cmdr admiral adm detective inspector "
    "officer chief m mme mlle monsieur madame herr frau sr sra senor senora don dona".split()
)
_GENERATIONS = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
}
_DEGREES = frozenset("phd md obe cbe mbe kbe mp mep mla esq qc kc".split())
PARTICLES = frozenset(
    "von van vom zu der den de del della di da do dos das du la le bin ibn ben bint al el ter "
    "ten af av e y".split()
)
_ARTICLES = frozenset(("al", "el", "ul", "ad", "as"))
_CONTRACTED = frozenset(("o", "d", "l"))


class Alike(IntEnum):
    """How alike two names of people are: the lower, the surer that they are one person's."""

    SAME = 0
    SPELLING = 1
    SOUND = 2
    MIDDLE = 3
    NICKNAME = 4
    CONSONANTS = 5
    INITIAL = 6
    CONFLICT = 8
    UNLIKE = 9


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name's parts. `words` is all of it but titles; a short name has no given name."""

    words: tuple[str, ...]
    given: str
    middle: tuple[str, ...]
    last: str
    generation: str
    family_first: bool
    script: str = "latin"

    @property
    def is_short(self) -> bool:
        """Whether it is a surname alone, or begins as only surnames do: von der Leyen."""
        return not self.generation and (len(self.words) == 1 or self.words[0] in _SHORT_STARTS)


_SHORT_STARTS = PARTICLES - {"al", "el", "ben", "e", "y"}


@lru_cache(maxsize=65_536)
def person_name(key: str) -> PersonName:
    """The parts of a person's name key, in Latin letters."""
    words = _joined_contractions(latin(romanised(key)).split())
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _DEGREES:
        words = words[:-1]
    generation = ""
    if len(words) > 1 and words[-1] in _GENERATIONS:
        generation, words = _GENERATIONS[words[-1]], words[:-1]
    telling = [w for i, w in enumerate(words) if i == 0 or w not in PARTICLES | _ARTICLES] or words
    return PersonName(
        words=tuple(words),
        given=telling[0] if len(telling) > 1 else "",
        middle=tuple(telling[1:-1]),
        last=telling[-1],
        generation=generation,
        family_first=len(words) in (2, 3) and words[0] in FAMILY_NAMES_FIRST,
        script=script_of(key),
    )


def _joined_contractions(words: list[str]) -> list[str]:
    """O'Neill and D'Angelo are one word each, as their key no longer tells."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in _CONTRACTED and len(word) > 3:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def surnames(name: PersonName) -> tuple[str, ...]:
    """The words that may be the surname: the last, and the first where families come first."""
    return (name.last, name.words[0]) if name.family_first else (name.last,)


def is_tail(short: PersonName, full: PersonName) -> bool:
    """Whether `short` is what a text calls `full` by: the end of it, or its family name."""
    if len(short.words) >= len(full.words) or short.generation:
        return False
    if full.words[-len(short.words) :] == short.words:
        return True
    return short.words == (full.last,) or (full.family_first and short.words == full.words[:1])


def sounds_as_tail(short: PersonName, full: PersonName) -> bool:
    """The same, in another spelling of the surname."""
    return (
        len(short.words) == 1
        and len(full.words) > 1
        and len(short.last) >= TUNED.least_tail
        and _word(short.last, full.last) <= Alike.SOUND
    )


@lru_cache(maxsize=262_144)
def alike(one: PersonName, other: PersonName) -> Alike:
    """How alike two names are; `CONFLICT` where a shared surname hides two people."""
    if one.script != other.script:
        return _across_scripts(one, other)
    if (one.family_first or other.family_first) and _run(one) == _run(other):
        return Alike.SAME
    last = _word(one.last, other.last)
    if last is Alike.UNLIKE:
        return Alike.UNLIKE
    if one.generation != other.generation:
        return Alike.CONFLICT
    if not one.given or not other.given:
        return Alike.SAME if one.words == other.words else Alike.UNLIKE
    given = _given(one.given, other.given)
    middle = _middle(one.middle, other.middle)
    worst = max(last, given, middle)
    return Alike.CONFLICT if worst is Alike.UNLIKE else worst


def _across_scripts(one: PersonName, other: PersonName) -> Alike:
    """How alike two names are of which one is read from another script.

    Never the same, as much is lost on the way; a surname alone is nobody's. Vowels tell
    little, so consonants must agree, of the given name as of the surname.
    """
    if (one.family_first or other.family_first) and _run(one) == _run(other):
        return Alike.SOUND
    if not one.given or not other.given or one.generation != other.generation:
        return Alike.UNLIKE
    last = _heard(one.last, other.last)
    if last is Alike.UNLIKE:
        return last
    given = _heard(one.given, other.given)
    return Alike.CONFLICT if given is Alike.UNLIKE else max(last, given)


def _heard(one: str, other: str) -> Alike:
    if sound(one) == sound(other):
        return Alike.SOUND
    first, second = consonants(one), consonants(other)
    if first != second or len(first) < TUNED.least_heard:
        return Alike.UNLIKE
    near = len(first) - 1
    return Alike.CONSONANTS if edits(sound(one), sound(other), most=near) <= near else Alike.UNLIKE


def _run(name: PersonName) -> str:
    return "".join(name.words) + name.generation


def _word(one: str, other: str) -> Alike:
    if one == other:
        return Alike.SAME
    if min(len(one), len(other)) < TUNED.least_word:
        return Alike.UNLIKE
    is_long = min(len(one), len(other)) >= TUNED.least_spelling
    if is_long and only_spelt_otherwise(one, other):
        return Alike.SPELLING
    if sound(one) == sound(other):
        return Alike.SOUND
    near = 2 if is_long else 1
    if consonants(one) == consonants(other) and edits(one, other, most=near) <= near:
        return Alike.CONSONANTS
    return Alike.UNLIKE


def _given(one: str, other: str) -> Alike:
    found = _word(one, other)
    if found is not Alike.UNLIKE:
        return found
    if nickname_roots(one) & nickname_roots(other):
        return Alike.NICKNAME
    if one[0] == other[0] and 1 in (len(one), len(other)):
        return Alike.INITIAL
    return Alike.UNLIKE


def _middle(one: tuple[str, ...], other: tuple[str, ...]) -> Alike:
    short, long = sorted((one, other), key=len)
    if not short:
        return Alike.MIDDLE if long else Alike.SAME
    if all(len(word) > 2 for word in short):  # full names may be left out anywhere
        rest = iter(long)
        if all(any(_word(word, there) <= Alike.SOUND for there in rest) for word in short):
            return Alike.SAME if len(short) == len(long) else Alike.MIDDLE
    for mine, theirs in zip(short, long, strict=False):
        is_initial = 1 in (len(mine), len(theirs)) and mine[0] == theirs[0]
        if not is_initial and _word(mine, theirs) > Alike.SOUND:
            return Alike.UNLIKE
    return Alike.SAME if len(short) == len(long) else Alike.MIDDLE
