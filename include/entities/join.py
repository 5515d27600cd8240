"""Names → entities: a function of the set of names, their evidence and the pins alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from include.entities.blocks import may_change_kind, short_form
from include.entities.clusters import Clusters, pinned_pairs
from include.entities.evidence import Setting, bond
from include.entities.keys import body_words
from include.entities.names import EntityKey, Merge, Name, NameKey, Pins
from include.entities.namesakes import Bearer, namesakes
from include.entities.person_names import person_name
from include.entities.short_names import ShortNames
from include.entities.tuned import TUNED
from include.entities.variants import variants

_KINDS = ("person", "organisation", "place", "product")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Every merge, and every sense of a name that has several; sorted."""

    merges: tuple[Merge, ...]
    senses: tuple[EntityKey, ...]

    def entity_of(self, name: NameKey, text: str) -> EntityKey:
        """What a name means in a text. Slow: for tests and for looking at single names."""
        found = {m.text: m.into for m in self.merges if m.name == name and m.text in (text, None)}
        return found.get(text) or found.get(None) or EntityKey(*name)


def join(given: Iterable[Name], pins: Pins | None = None) -> Joining:
    """Join names to entities.

    Sure pairs first (pins, spellings), then namesakes told apart, then what surnames and
    abbreviations that stand alone mean, and last names that were given a wrong kind.
    """
    pins = pins or Pins()
    names = {one.name: one for one in given}
    settings = {name: Setting(one) for name, one in names.items()}
    bearers = {name: found for name, one in names.items() if (found := namesakes(one))}
    clusters = Clusters(names, pins)
    clusters.join(pinned_pairs(names, pins))
    clusters.join(
        pair
        for pair in variants(names, settings)
        if pair.one not in bearers and pair.other not in bearers
    )
    targets = {pair[1] for pair in pins.same}
    known_by: dict[NameKey, NameKey] = {}
    merges: list[Merge] = []
    for members in clusters.all():
        root = min(members, key=lambda name: _rank(names[name], is_target=name in targets))
        known_by |= dict.fromkeys(members, root)
        merges += _cluster_merges(root, clusters)
    merges += _bearer_merges(bearers)
    short = ShortNames(names, settings, clusters, bearers, known_by)
    for name in sorted(names):
        merges += short.merges(name)
    merges += _other_kinds(names, settings, merges, clusters, known_by)
    return Joining(
        merges=tuple(sorted(_direct(merges), key=lambda one: (one.name, one.text or ""))),
        senses=tuple(
            sorted(
                EntityKey(*name, bearer.sense)
                for name, found in bearers.items()
                for bearer in found
            )
        ),
    )


def _direct(merges: Sequence[Merge]) -> list[Merge]:
    """Merges that lead straight to the entity, where a name's target is merged itself."""
    into = {one.name: one.into for one in merges if one.text is None}
    found = []
    for one in merges:
        target = one.into
        for _ in range(len(NameKey._fields) + 1):  # through a short form, a wrong kind, a variant
            if target.sense or (further := into.get(NameKey(*target[:2]))) is None:
                break
            target = further
        found.append(one if target == one.into else replace(one, into=target))
    return found


def _rank(name: Name, *, is_target: bool) -> tuple[object, ...]:
    """The lower, the rather an entity is known by this name: what people say, then full names."""
    is_short = (
        person_name(name.name.key).is_short
        if name.name.kind == "person"
        else bool(short_form(name))
    )
    return (not is_target, is_short, -name.texts, -len(name.name.key), name.name)


def _cluster_merges(root: NameKey, clusters: Clusters) -> list[Merge]:
    found = []
    for name, pair in clusters.way_from(root).items():
        other = pair.one if pair.other == name else pair.other
        evidence = (
            dict(pair.evidence) if other == root else {**pair.evidence, "by_way_of": other.key}
        )
        found.append(
            Merge(
                name=name,
                text=None,
                into=EntityKey(*root),
                rule=pair.rule,
                confidence=pair.confidence,
                evidence=evidence,
            )
        )
    return found


def _bearer_merges(bearers: Mapping[NameKey, Sequence[Bearer]]) -> list[Merge]:
    return [
        Merge(
            name=name,
            text=text,
            into=EntityKey(*name, bearer.sense),
            rule="namesakes",
            confidence=TUNED.namesakes,
            evidence={"fields": list(bearer.fields), "texts": bearer.roots},
        )
        for name, found in bearers.items()
        for bearer in found
        for text in sorted(bearer.texts)
    ]


def _other_kinds(
    names: Mapping[NameKey, Name],
    settings: Mapping[NameKey, Setting],
    merges: Iterable[Merge],
    clusters: Clusters,
    known_by: Mapping[NameKey, NameKey],
) -> list[Merge]:
    """Names that some texts give another kind: where most agree, or they keep one company."""
    into = {one.name: one.into for one in merges if one.text is None}
    moved = {one.name for one in merges}
    by_words: defaultdict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name, one in names.items():
        if may_change_kind(one):
            by_words[body_words(name.key)].append(one)
    found = []
    for _, same in sorted(by_words.items()):
        main = min(same, key=lambda one: (-one.texts, _KINDS.index(one.name.kind), one.name))
        for one in same:
            is_free = one.name not in moved and len(clusters.members(one.name)) == 1
            if one.name.kind == main.name.kind or not is_free:
                continue
            if clusters.are_kept_apart(one.name, main.name):
                continue
            ties = bond(settings[one.name], settings[main.name])
            if main.texts < TUNED.other_kind_times * one.texts and not ties.is_there:
                continue
            entity = into.get(main.name) or EntityKey(*known_by[main.name])
            evidence = {"texts": one.texts, "texts_of_the_kind": main.texts, **ties.told()}
            found.append(
                Merge(
                    name=one.name,
                    text=None,
                    into=entity,
                    rule="other_kind",
                    confidence=TUNED.other_kind,
                    evidence=evidence,
                )
            )
    return found
