"""Pairs → entities: names hang together unless something keeps any two of them apart."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from include.entities.names import NameKey, Pins
from include.entities.person_names import Alike, alike, person_name
from include.entities.variants import Variant

PINNED = "pinned"


class Clusters:
    """Names in disjoint sets. The result depends on the pairs alone, not on their order."""

    def __init__(self, names: Iterable[NameKey], pins: Pins) -> None:
        self._of: dict[NameKey, NameKey] = {}
        self._members: dict[NameKey, list[NameKey]] = {}
        self._used: dict[NameKey, list[Variant]] = defaultdict(list)
        self._pins = pins
        for name in names:
            self._of[name] = name
            self._members[name] = [name]

    def join(self, pairs: Iterable[Variant]) -> None:
        """Join pairs, the surest first."""
        for pair in sorted(pairs, key=lambda p: (-p.confidence, p.rule, p.one, p.other)):
            one, other = self._of[pair.one], self._of[pair.other]
            if one == other or self._apart(one, other, is_pinned=pair.rule == PINNED):
                continue
            keep, lose = sorted((one, other))
            for name in self._members[lose]:
                self._of[name] = keep
            self._members[keep] += self._members.pop(lose)
            self._used[pair.one].append(pair)
            self._used[pair.other].append(pair)

    def _apart(self, one: NameKey, other: NameKey, *, is_pinned: bool) -> bool:
        return any(
            self.are_kept_apart(a, b) or (not is_pinned and are_others(a, b))
            for a in self._members[one]
            for b in self._members[other]
        )

    def are_kept_apart(self, one: NameKey, other: NameKey) -> bool:
        """Whether people forbid to join two names, or gave them different Wikidata items."""
        items = {self._pins.wikidata.get(one), self._pins.wikidata.get(other)} - {None}
        return len(items) > 1 or frozenset((one, other)) in self._pins.never

    def members(self, name: NameKey) -> list[NameKey]:
        """All names of the entity that has `name`, sorted."""
        return sorted(self._members[self._of[name]])

    def all(self) -> list[list[NameKey]]:
        """The names of every entity."""
        return [sorted(names) for _, names in sorted(self._members.items())]

    def way_from(self, root: NameKey) -> dict[NameKey, Variant]:
        """For each name of an entity but `root`, the pair that leads towards `root`."""
        way: dict[NameKey, Variant] = {}
        due = deque([root])
        while due:
            name = due.popleft()
            for pair in self._used.get(name, ()):
                next_name = pair.other if pair.one == name else pair.one
                if next_name != root and next_name not in way:
                    way[next_name] = pair
                    due.append(next_name)
        return way


def are_others(one: NameKey, other: NameKey) -> bool:
    """Whether two names of people cannot be one person's: George W. and George H. W. Bush."""
    return (
        one.kind == other.kind == "person"
        and alike(person_name(one.key), person_name(other.key)) is Alike.CONFLICT
    )


def pinned_pairs(names: Mapping[NameKey, object], pins: Pins) -> list[Variant]:
    """The pairs that people join."""
    return [
        Variant(one=min(pair), other=max(pair), rule=PINNED, confidence=1.0)
        for pair in pins.same
        if pair[0] in names and pair[1] in names
    ]
