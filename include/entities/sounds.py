"""Spellings of one sound: how names from other scripts come out in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from include.entities.tuned import TUNED

# In this order; capitals mark sounds that are done.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|tsj", "C"),
        (r"sch|sh|sj", "S"),
        (r"dzh|dj|zh", "J"),
        (r"ch|cz", "C"),
        (r"kh|gh(?=.)", "H"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"tz", "ts"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"ue(?=.)", "u"),
        (r"oe(?=.)", "o"),
        (r"ae(?=.)", "a"),
        (r"[eai]?[iyj]+e?(?=[iyj]|$)|[iyj]+", "i"),
        (r"(.)\1+", r"\1"),
    )
]
_VOWELS = re.compile(r"(?<!^)[aeiou]+")
_FIRST = re.compile(r"^[aeiou]+")
_RUNS = re.compile(r"[eiyj]+|h$")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """What a word sounds like: zelensky, zelenskyy and zelenskiy give one form."""
    heard = word[: TUNED.longest_sound]
    for pattern, instead in _SOUNDS:
        heard = pattern.sub(instead, heard)
    return heard


@lru_cache(maxsize=65_536)
def consonants(word: str) -> str:
    """A word without the vowels, which differ most: mohammed and muhammad give one form."""
    heard = _DOUBLED.sub(r"\1", _VOWELS.sub("", _FIRST.sub("A", sound(word))))
    return heard.rstrip("h") or heard


def only_spelt_otherwise(one: str, other: str) -> bool:
    """Whether two words differ in no more than i, y, j, ie and doubled letters."""
    return bool(
        one == other
        or _DOUBLED.sub(r"\1", _RUNS.sub("i", one)) == _DOUBLED.sub(r"\1", _RUNS.sub("i", other))
    )


def edits(one: str, other: str, *, most: int) -> int:
    """Letters to change, add or leave out to make one word of the other; at most `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        before, row[0] = row[0], number
        for index, other_letter in enumerate(other, start=1):
            before, row[index] = (
                row[index],
                min(row[index] + 1, row[index - 1] + 1, before + (letter != other_letter)),
            )
        if min(row) > most:
            return most + 1
    return row[-1]
