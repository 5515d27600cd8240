"""Whether two names are met in the same places: shared stories, shared company."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from include.entities.keys import words_of
from include.entities.names import Name
from include.entities.tuned import TUNED

_TELLING = ("person:", "organisation:")


@dataclass(frozen=True)
class Setting:
    """Where a name is met: its texts, stories, company and walks of life."""

    name: Name

    @cached_property
    def roots(self) -> frozenset[str]:
        """Independent texts."""
        return frozenset(one.root for one in self.name.appearances)

    @cached_property
    def stories(self) -> frozenset[str]:
        """Stories."""
        return frozenset(one.story for one in self.name.appearances if one.story)

    @cached_property
    def fields(self) -> frozenset[str]:
        """Walks of life."""
        return frozenset(field for one in self.name.appearances for field in one.fields)

    @cached_property
    def company(self) -> Counter[str]:
        """Other names, by the number of independent texts."""
        by_root: dict[str, set[str]] = {}
        for one in self.name.appearances:
            by_root.setdefault(one.root, set()).update(one.company)
        return Counter(other for others in by_root.values() for other in others)

    @cached_property
    def length(self) -> float:
        """Euclidean length of `company`."""
        return math.sqrt(sum(count * count for count in self.company.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What two names have in common, and what parts them."""

    stories: int
    telling: tuple[str, ...]  # people and organisations met with both
    places: tuple[str, ...]  # all else met with both
    cosine: float
    together: int  # independent texts that have both
    smaller: int  # independent texts of the rarer one
    is_torn: bool  # their walks of life are known and differ

    @property
    def is_there(self) -> bool:
        """Whether anything at all speaks for one bearer, and no walk of life against."""
        return not self.is_torn and bool(self.stories or self.telling or self.places)

    @property
    def is_strong(self) -> bool:
        """Whether much does."""
        if self.is_torn or self.cosine < TUNED.least_cosine:
            return False
        shared = len(self.telling) + len(self.places)
        return bool(self.stories or (self.telling and shared > 1) or shared >= TUNED.strong_names)

    def told(self) -> dict[str, object]:
        """The evidence as it is stored with a merge."""
        found: dict[str, object] = {}
        if self.stories:
            found["shared_stories"] = self.stories
        if self.telling or self.places:
            found["shared_names"] = [
                other.split(":", 1)[1]
                for other in (*self.telling, *self.places)[: TUNED.shown_names]
            ]
        return found


def bond(one: Setting, other: Setting) -> Bond:
    """What two names have in common. Names that share a word with either do not count."""
    own = {*words_of(one.name.name.key), *words_of(other.name.name.key)}
    small, large = sorted((one.company, other.company), key=len)
    shared = sorted(
        (name for name in small if name in large and not own & set(_words(name))),
        key=lambda name: (-min(small[name], large[name]), name),
    )
    return Bond(
        stories=len(one.stories & other.stories),
        telling=tuple(name for name in shared if name.startswith(_TELLING)),
        places=tuple(name for name in shared if not name.startswith(_TELLING)),
        cosine=_cosine(one, other, shared),
        together=len(one.roots & other.roots),
        smaller=min(len(one.roots), len(other.roots)),
        is_torn=bool(one.fields and other.fields and not one.fields & other.fields),
    )


def _cosine(one: Setting, other: Setting, shared: list[str]) -> float:
    """How alike the company is; 1 where there are too few texts to tell."""
    if min(len(one.roots), len(other.roots)) < TUNED.enough_texts:
        return 1.0
    product = sum(one.company[name] * other.company[name] for name in shared)
    return product / (one.length * other.length) if product else 0.0


def _words(name: str) -> tuple[str, ...]:
    return words_of(name.split(":", 1)[1])
