"""Pairs of names that are one entity's: each with the rule that says so and its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from include.entities.blocks import singular
from include.entities.evidence import Bond, Setting, bond
from include.entities.given_names import nickname_roots
from include.entities.keys import body_words, words_of
from include.entities.names import Name, NameKey
from include.entities.person_names import Alike, PersonName, alike, person_name
from include.entities.sounds import consonants
from include.entities.ties import tie
from include.entities.tuned import TUNED

_CONFIDENCE = {
    Alike.SAME: ("same_name", TUNED.same_name),
    Alike.SPELLING: ("spelling", TUNED.spelling),
    Alike.SOUND: ("transliteration", TUNED.sound),
    Alike.MIDDLE: ("middle_name", TUNED.middle_name),
    Alike.NICKNAME: ("short_given_name", TUNED.nickname),
    Alike.CONSONANTS: ("transliteration", TUNED.consonants),
    Alike.INITIAL: ("initial", TUNED.initial),
}
_OF_PLACES = frozenset(
    "city state province region county district the of and oblast prefecture governorate town "
    "dc ville".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Two names of one entity, `one` before `other` in order."""

    one: NameKey
    other: NameKey
    rule: str
    confidence: float
    evidence: Mapping[str, object] = field(default_factory=dict)


def variants(names: Mapping[NameKey, Name], settings: Mapping[NameKey, Setting]) -> list[Variant]:
    """Pairs within kinds, in no order."""
    by_kind: defaultdict[str, list[NameKey]] = defaultdict(list)
    for name in sorted(names):
        by_kind[name.kind].append(name)
    found: list[Variant] = []
    for kind, of_kind in by_kind.items():
        if kind == "person":
            found += _people(of_kind, settings)
            continue
        found += _alike(
            of_kind, lambda name: "".join(words_of(name.key)), "same_name", TUNED.same_name
        )
        if kind == "organisation":
            found += _alike(
                of_kind, lambda name: " ".join(body_words(name.key)), "legal_form", TUNED.legal_form
            )
        elif kind == "group":
            found += _alike(
                of_kind, lambda name: singular(words_of(name.key)), "plural", TUNED.plural
            )
        elif kind == "place":
            found += _places(of_kind, names)
    return found


def _alike(
    names: Iterable[NameKey], form: Callable[[NameKey], object], rule: str, confidence: float
) -> Iterator[Variant]:
    """Names that share a form, each paired with the next, so that all hang together."""
    by_form: defaultdict[object, list[NameKey]] = defaultdict(list)
    for name in names:
        if (shared := form(name)) not in (None, ""):
            by_form[shared].append(name)
    for shared, alike_names in by_form.items():
        for one, other in pairwise(alike_names):
            yield Variant(
                one=one, other=other, rule=rule, confidence=confidence, evidence={"form": shared}
            )


def _places(of_kind: Iterable[NameKey], names: Mapping[NameKey, Name]) -> Iterator[Variant]:
    """Names of one position, each paired with the commonest of them.

    A gazetteer may know a name by a part of it only: where another name of the position
    lies in it, as France in Air France, it is none of the place's.
    """
    by_place: defaultdict[int, list[NameKey]] = defaultdict(list)
    for name in of_kind:
        if (place := names[name].place) is not None:
            by_place[place].append(name)
    for place, there in by_place.items():
        words = {name: frozenset(words_of(name.key)) - _OF_PLACES for name in there}
        own = [name for name in there if not any(other < words[name] for other in words.values())]
        if not own:
            continue
        usual = min(own, key=lambda name: (-names[name].texts, name))
        for name in own:
            shared = words[name] & words[usual]
            if name != usual and (not shared or words[name] == words[usual]):
                yield Variant(
                    one=min(name, usual),
                    other=max(name, usual),
                    rule="same_place",
                    confidence=TUNED.same_place,
                    evidence={"geonames_id": place},
                )


def _people(names: Iterable[NameKey], settings: Mapping[NameKey, Setting]) -> list[Variant]:
    parts = {name: person_name(name.key) for name in names}
    found: list[Variant] = []
    for one, other in _pairs(parts):
        level = alike(parts[one], parts[other])
        if level >= Alike.CONFLICT:
            continue
        if parts[one].script != parts[other].script:
            found += _across_scripts(one, other, level, settings)
            continue
        ties = bond(settings[one], settings[other])
        if _is_enough(level, ties):
            rule, confidence = _CONFIDENCE[level]
            found.append(
                Variant(
                    one=one, other=other, rule=rule, confidence=confidence, evidence=ties.told()
                )
            )
    return _without_doubtful(found, parts)


def _across_scripts(
    one: NameKey, other: NameKey, level: Alike, settings: Mapping[NameKey, Setting]
) -> Iterator[Variant]:
    """Names of two scripts: read alike, and something besides that speaks for one bearer."""
    ties = tie(settings[one], settings[other])
    if ties.is_enough:
        yield Variant(
            one=one,
            other=other,
            rule="transliteration",
            confidence=TUNED.heard if level is Alike.SOUND else TUNED.heard_consonants,
            evidence=ties.told(),
        )


def _pairs(parts: Mapping[NameKey, PersonName]) -> list[tuple[NameKey, NameKey]]:
    """Pairs worth a look: one surname by its consonants, and given names that may be one."""
    buckets: defaultdict[tuple[str, str], list[NameKey]] = defaultdict(list)
    for name, part in parts.items():
        if part.family_first:
            buckets["run", "".join(part.words)].append(name)
        if part.given:
            last = consonants(part.last)
            for root in {consonants(root) for root in nickname_roots(part.given)}:
                buckets[last, root].append(name)
            buckets[last, f"{part.given[0]}."].append(name)
        else:
            buckets["short", "".join(part.words) + part.generation].append(name)
    found: set[tuple[NameKey, NameKey]] = set()
    for (_, label), alike_names in buckets.items():
        if label.endswith("."):
            first = [name for name in alike_names if len(parts[name].given) == 1]
            found |= {
                (min(a, b), max(a, b))
                for a in first
                for b in alike_names[: TUNED.most_in_bucket]
                if a != b
            }
        else:
            found |= set(combinations(alike_names[: TUNED.most_in_bucket], 2))
    return sorted(found)


def _is_enough(level: Alike, ties: Bond) -> bool:
    """Whether the evidence bears a level: the less alike the names, the more it takes."""
    match level:
        case Alike.SAME:
            return True
        case Alike.SPELLING:
            return not ties.is_torn
        case Alike.SOUND:
            return ties.is_there
        case _:
            return ties.is_strong and TUNED.apart_times * ties.together <= ties.smaller


def _without_doubtful(found: list[Variant], parts: Mapping[NameKey, PersonName]) -> list[Variant]:
    """Without those that would make a name two people's: George Bush is no one's in particular."""
    targets: defaultdict[NameKey, set[NameKey]] = defaultdict(set)
    for one in found:
        targets[one.one].add(one.other)
        targets[one.other].add(one.one)
    doubtful = {
        name
        for name, others in targets.items()
        if any(
            alike(parts[a], parts[b]) is Alike.CONFLICT for a, b in combinations(sorted(others), 2)
        )
    }
    return [
        one
        for one in found
        if one.rule in ("same_name", "spelling") or not {one.one, one.other} & doubtful
    ]
