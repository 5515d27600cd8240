"""One name for every way a text writes it: "Trump" → "Donald Trump", "EU" → "European Union"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

_ABBREVIATION = re.compile(r" \(([A-Z][A-Za-z&/-]{1,11})\)")
_BESIDE = re.compile(r"(?: and |, (?:and )?| or | & | with | met )(?=[A-Z])")
_PARTS = re.compile(r" (?:of|for|in|at)(?: the)? ")
_NEVER_LETTERS = frozenset({"PERSON", "GPE", "LOC"})
_LEAST_WORD = 4
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "del", "la", "et", "des"})


def fullest_names(
    names: Sequence[tuple[str, str]],
    following: Sequence[str],
    sexes: Sequence[str | None] = (),
) -> list[str]:
    """The entity of each (name, label) in order of the text; `following` is what comes behind,
    `sexes` what title or given name tells of each person ("Mme Mercier" is not Jean Mercier).

    A person's surname or given name stands for the fullest name that has it, the last
    one named where several do. An abbreviation stands for the long form that introduces
    it in brackets, or whose initials it is.
    """
    names = _in_usual_case(names)
    apart = _named_together(names, following)
    long_forms = _long_forms(names, following)
    counts = Counter(name for name, label in names if label == "PERSON")
    full = sorted({n for n in counts if " " in n}, key=lambda n: (-len(n.split()), -counts[n]))
    holders: dict[str, list[str]] = defaultdict(list)
    for name in full:
        parts = name.casefold().split()
        for part in {parts[0], parts[-1], *_tail(parts)}:
            holders[part].append(name)
    latest: dict[str, str] = {}
    told = list(sexes) or [None] * len(names)
    of_full = {name: sex for (name, _), sex in zip(names, told, strict=True) if sex and " " in name}
    entities = []
    for (name, label), sex in zip(names, told, strict=True):
        if label != "PERSON":
            entities.append(long_forms.get((_folded(name), label), name))
            continue
        others = {full for full, known in of_full.items() if sex and known != sex}
        alike = {full for full, known in of_full.items() if sex and known == sex}
        entity = _person(name, holders, latest, apart, others, alike)
        for part in (entity.casefold().split()[-1], entity.casefold().split()[0]):
            latest[part] = entity
        entities.append(entity)
    return entities


def _in_usual_case(names: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Names in capitals ("KYIV" in a dateline) as the rest of the text writes them.

    Where it does not, people and places of four letters and more are written with a
    capital each word; organisations stay, since NATO and UNICEF are written so.
    """
    usual: dict[str, str] = {}
    for name, _ in names:
        if not name.isupper():
            usual.setdefault(name.casefold(), name)
    return [
        (usual.get(name.casefold(), name.title() if label in _NEVER_LETTERS else name), label)
        if name.isupper() and len(name) >= _LEAST_WORD
        else (name, label)
        for name, label in names
    ]


def _tail(parts: list[str]) -> set[str]:
    """A surname with its particles: "von der leyen" of "ursula von der leyen"."""
    return {" ".join(parts[i:]) for i in range(1, len(parts))}


def _named_together(
    names: Sequence[tuple[str, str]], following: Sequence[str]
) -> set[frozenset[str]]:
    """Pairs of full names that stand side by side ("Ann Lowe and Ann B. Lowe"): two people."""
    return {
        frozenset((one, other))
        for (one, _), (other, _), behind in zip(names, names[1:], following, strict=False)
        if (beside := _BESIDE.match(behind)) is not None
        and behind[beside.end() :].startswith(other[:4])
        and " " in one
        and " " in other
    }


def _person(
    name: str,
    holders: dict[str, list[str]],
    latest: dict[str, str],
    apart: set[frozenset[str]],
    others: AbstractSet[str] = frozenset(),
    alike: AbstractSet[str] = frozenset(),
) -> str:
    key = name.casefold()
    mine = set(key.split())
    options = [n for n in holders.get(key, []) if len(n) > len(name)]
    if not options and len(mine) > 1:
        last = key.split()[-1]
        options = [
            n
            for n in holders.get(last, [])
            if len(n) > len(name) and mine < set(n.casefold().split())
        ]
    options = [
        other for other in options if frozenset((name, other)) not in apart and other not in others
    ]
    if not options:
        return name
    options = [other for other in options if other in alike] or options
    if latest.get(key) in options:
        return latest[key]
    surname = [n for n in options if n.casefold().endswith(key)]
    return (surname or options)[0]


def _folded(name: str) -> str:
    return name.casefold().replace(".", "")


def _long_forms(
    names: Sequence[tuple[str, str]], following: Sequence[str]
) -> dict[tuple[str, str], str]:
    """Long forms by (folded abbreviation, label)."""
    found: dict[tuple[str, str], str] = {}
    initials: dict[tuple[str, str], str] = {}
    for (name, label), behind in zip(names, following, strict=True):
        if " " not in name or label == "PERSON":
            continue
        match = _ABBREVIATION.match(behind)
        if match and _fits(match[1], name):
            found.setdefault((_folded(match[1]), label), _abbreviated(match[1], name))
        letters = _initials(name)
        if len(letters) > 2:
            initials.setdefault((letters.casefold(), label), name)
    return {**initials, **found}


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w and w.casefold() not in _SMALL)


def _abbreviated(short: str, long: str) -> str:
    """The part of a name that an abbreviation behind it stands for: of "Security Council of
    the United Nations (UN)" the end, whose initials it is, unless they are all the name's."""
    folded = short.casefold()
    if _initials(long).casefold() != folded:
        for cut in _PARTS.finditer(long):
            if _initials(long[cut.end() :]).casefold() == folded:
                return long[cut.end() :]
    return long


def _fits(short: str, long: str) -> bool:
    """Whether an abbreviation's letters come in the name in that order, its first at a word."""
    at = 0
    folded = long.casefold()
    for letter in (c for c in short.casefold() if c.isalpha()):
        at = folded.find(letter, at) + 1
        if at == 0:
            return False
    return any(w[:1].casefold() == short[0].casefold() for w in long.split())
