"""Namesakes: texts that use one name for people in different walks of life."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import combinations

from include.entities.names import Appearance, Name
from include.entities.person_names import person_name
from include.entities.tuned import TUNED

_TELLING = ("person:", "organisation:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """One of the people who bear a name: in which walk of life, and in which texts."""

    sense: str
    texts: frozenset[str]
    fields: tuple[str, ...]
    roots: int


def namesakes(name: Name) -> list[Bearer]:
    """The bearers of a person's full name; none where nothing shows that there are several.

    Texts hang together that share a story, a person or organisation, or two places.
    Groups of texts that share a walk of life hang together too. Where two groups or more
    of two independent texts each are left, with walks of life that differ throughout,
    they are different people. Texts that belong to none stay with the name itself.
    """
    if name.name.kind != "person" or person_name(name.name.key).is_short:
        return []
    if sum(bool(one.fields) for one in name.appearances) < 2 * TUNED.bearer_texts:
        return []
    if len({field for one in name.appearances for field in one.fields}) < 2:
        return []
    groups = _groups(name.appearances)
    found = [bearer for group in groups if (bearer := _bearer(group))]
    return sorted(found, key=lambda one: one.sense) if len(found) > 1 else []


def _groups(appearances: Iterable[Appearance]) -> list[list[Appearance]]:
    by_root: defaultdict[str, list[Appearance]] = defaultdict(list)
    for one in appearances:
        by_root[one.root].append(one)
    leader: dict[str, str] = {root: root for root in by_root}

    def lead(root: str) -> str:
        while leader[root] != root:
            leader[root] = leader[leader[root]]
            root = leader[root]
        return root

    first: dict[Hashable, str] = {}
    for root in sorted(by_root):
        for tie in _ties(by_root[root]):
            here, there = lead(root), lead(first.setdefault(tie, root))
            leader[max(here, there)] = min(here, there)
    groups: defaultdict[str, list[Appearance]] = defaultdict(list)
    for root, of_root in by_root.items():
        groups[lead(root)] += of_root
    return list(groups.values())


def _ties(appearances: Iterable[Appearance]) -> set[Hashable]:
    """What another text must have too, to be about the same person."""
    found: set[Hashable] = set()
    for one in appearances:
        if one.story:
            found.add(("story", one.story))
        found |= {("field", field) for field in one.fields}
        found |= {other for other in one.company if other.startswith(_TELLING)}
        places = sorted(other for other in one.company if other.startswith("place:"))
        found |= set(combinations(places[: TUNED.most_places], 2))
    return found


def _bearer(group: list[Appearance]) -> Bearer | None:
    counts = Counter(field for one in group for field in one.fields)
    roots = len({one.root for one in group if one.fields})
    if not counts or roots < TUNED.bearer_texts:
        return None
    return Bearer(
        sense=min(counts, key=lambda field: (-counts[field], field)),
        texts=frozenset(one.text for one in group),
        fields=tuple(sorted(counts)),
        roots=roots,
    )
