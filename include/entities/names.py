"""What joining is given and what it returns: names with their evidence, and merges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from include.entities.tuned import TUNED


class NameKey(NamedTuple):
    """A name as the warehouse knows it: its kind and its key."""

    kind: str
    key: str


class EntityKey(NamedTuple):
    """An entity: the name it is known by, and a sense where namesakes are told apart."""

    kind: str
    key: str
    sense: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A name in one text.

    `root` is the text this one is a copy of, or itself: copies count once. `month` counts
    months from year 0. `fields` are the walks of life its roles there belong to, `company`
    the other names of the text as `kind:key`.
    """

    text: str
    root: str
    story: str | None = None
    month: int | None = None
    fields: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of a kind, with all that is known of it.

    `texts` counts independent texts. `spellings` are the ways it is itself written, `also`
    the keys of shorter forms that texts resolved to it ("eu" of the European Union), each
    with its count of texts. `place` is the position it mostly has, a GeoNames number.
    """

    name: NameKey
    texts: int = 0
    spellings: Mapping[str, int] = field(default_factory=dict)
    also: Mapping[str, int] = field(default_factory=dict)
    place: int | None = None
    appearances: tuple[Appearance, ...] = ()

    @property
    def spelling(self) -> str:
        """The way it is mostly written; the key where no text writes it so.

        Capitals throughout are a dateline's or headline's, of people and places.
        """
        is_shouted = self.name.kind in ("person", "place")
        best = min(
            self.spellings,
            key=lambda one: (is_shouted and one.isupper(), -self.spellings[one], one),
            default=self.name.key,
        )
        return (
            best.title() if is_shouted and best.isupper() and len(best) >= TUNED.shouted else best
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pins:
    """What people have decided: `same` pairs always join, `never` pairs never do.

    A pair of `same` leads from a name to the one its entity is known by. `written` gives
    names as the file writes them.
    """

    same: frozenset[tuple[NameKey, NameKey]] = frozenset()
    never: frozenset[frozenset[NameKey]] = frozenset()
    wikidata: Mapping[NameKey, str] = field(default_factory=dict)
    shown_as: Mapping[NameKey, str] = field(default_factory=dict)
    written: Mapping[NameKey, str] = field(default_factory=dict)

    def names(self) -> set[NameKey]:
        """Every name a pin speaks of."""
        paired = {name for pair in self.same for name in pair}
        kept_apart = {name for pair in self.never for name in pair}
        return paired | kept_apart | self.wikidata.keys() | self.shown_as.keys()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """That `name` stands for `into`: everywhere, or only in `text`; by which rule, and why."""

    name: NameKey
    text: str | None
    into: EntityKey
    rule: str
    confidence: float
    evidence: Mapping[str, object] = field(default_factory=dict)
