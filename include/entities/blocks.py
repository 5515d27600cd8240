"""Blocks: the names that may have to do with one another, found without comparing all.

Names are only ever compared within a block, and the joining of a block depends on nothing
outside it. So a name that is met again makes its own blocks due, and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from include.entities.keys import OF_BODIES, body_words, initials, is_abbreviation, words_of
from include.entities.names import Name, NameKey, Pins
from include.entities.person_names import person_name, surnames
from include.entities.sounds import consonants
from include.entities.tuned import TUNED

CROSS_KINDS = frozenset({"person", "organisation", "place", "product"})
# A short name's block, and that of the long names it may stand for.
_SHORT_AND_LONG = (("letters:", "initials:"), ("word:", "part:"))
_LETTERS, _INITIALS = _SHORT_AND_LONG[0]
_WORD, _PART = _SHORT_AND_LONG[1]


class Blocked(Protocol):
    """Something that lies in blocks."""

    @property
    def blocks(self) -> Iterable[str]:
        """Its blocks."""
        ...


def blocks_of(name: Name, pinned: Mapping[NameKey, Iterable[str]] | None = None) -> tuple[str, ...]:
    """The blocks a name belongs to, sorted; `pinned` is `pin_blocks` of the pins.

    `initials:` and `part:` blocks count only where some name is those letters or that word.
    """
    kind, key = name.name
    words = words_of(key)
    found = {f"is:{kind}:{''.join(words)}", *(pinned or {}).get(name.name, ())}
    match kind:
        case "person":
            family = surnames(person_name(key))
            found |= {f"surname:{consonants(word)}" for word in family}
            found |= {_PART + word for word in family if len(words) > 1}
        case "organisation":
            found.add(f"body:{' '.join(body_words(key))}")
            found |= {_LETTERS + short for short in name.also if may_be_short(short)}
            if len(words) > 1:
                found |= {_INITIALS + initials(key), _PART + first_word(key)} - {_INITIALS, _PART}
            elif may_be_short(key):
                found.add(_LETTERS + words[0])
        case "place" if name.place is not None:
            found.add(f"place:{name.place}")
        case "group" if words:
            found.add(f"group:{singular(words)}")
    if letters := short_form(name):
        found.add(_LETTERS + letters)
    if kind in CROSS_KINDS and len(words) == 1 and name.place is None:
        found.add(_WORD + words[0])
    if may_change_kind(name):
        found.add(f"name:{' '.join(body_words(key))}")
    return tuple(sorted(found))


def by_block(blocks: Iterable[str]) -> tuple[str, ...]:
    """A key that sorts names of one block together: surnames first, then bodies' words."""
    return tuple(sorted(blocks, key=lambda block: (not block.startswith("surname:"), block)))


def pin_blocks(pins: Pins) -> dict[NameKey, set[str]]:
    """The blocks that pins put names into, so that pinned names are joined together."""
    found: dict[NameKey, set[str]] = {}
    for pair in pins.same:
        label = "pin:" + "=".join(f"{name.kind}:{name.key}" for name in pair)
        for name in pair:
            found.setdefault(name, set()).add(label)
    return found


def short_form(name: Name) -> str:
    """The letters of a name that is mostly written as an abbreviation; else empty."""
    letters = "".join(words_of(name.name.key))
    return letters if is_abbreviation(name.spelling) else ""


def may_change_kind(name: Name) -> bool:
    """Whether a name is one entity's whatever kind a text gives it: several words, or letters.

    Single words are not: Jordan is a man, a woman, a country and a shoe.
    """
    kind, key = name.name
    return kind in CROSS_KINDS and (len(words_of(key)) > 1 or bool(short_form(name)))


def needs_texts(name: Name) -> bool:
    """Whether a name's texts are looked at: not of places we know the position of."""
    return name.name.kind in CROSS_KINDS and name.place is None


def first_word(key: str) -> str:
    """The word a body may be called by: Halvorsen of Halvorsen Blade; empty where none may."""
    words = body_words(key)
    return "" if OF_BODIES & set(words[1:]) else words[0]


def may_be_short(key: str) -> bool:
    """Whether a key may be an abbreviation that texts write beside a long form."""
    words = words_of(key)
    return len(words) == 1 and 2 <= len(words[0]) <= TUNED.longest_short


def singular(words: tuple[str, ...]) -> str:
    """Russians and Russian are one group."""
    last = words[-1]
    if len(last) >= TUNED.least_plural and last.endswith("s") and last[-2] not in "siu":
        last = last[:-1]
    return " ".join((*words[:-1], last))


def closure[Member: Blocked](
    start: Iterable[str],
    members: Callable[[set[str], dict[int, Member]], Iterable[tuple[int, Member]]],
) -> dict[int, Member]:
    """Every member that can be reached from some blocks, by its number.

    `members` gives those of some blocks but for those found already. A long name leads to
    the short ones that may stand for it; those lead to all long names they may stand for.
    """
    found: dict[int, Member] = {}
    seen: set[str] = set()
    due = {_to_short(block) for block in start}
    while due:
        seen |= due
        fresh = dict(members(due, found))
        found |= fresh
        blocks = {block for one in fresh.values() for block in one.blocks}
        due = {_to_short(block) for block in blocks}
        for short, long in _SHORT_AND_LONG:
            due |= {long + block.removeprefix(short) for block in blocks if block.startswith(short)}
        due -= seen
    return found


def _to_short(block: str) -> str:
    for short, long in _SHORT_AND_LONG:
        if block.startswith(long):
            return short + block.removeprefix(long)
    return block
