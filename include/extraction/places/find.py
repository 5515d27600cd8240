"""Mentions of places → positions, each name read by the company it keeps.

A name has many holders. Each is scored by its population, by what stands right behind the
name ("Paris, Texas"), by the countries and states the text speaks of, by the publisher's
country, by the votes of the text's other names for its province, and by how near it lies to
the other places, in a few rounds. One name has one reading in a text, as in Leidner's "one
referent per discourse".
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from include.extraction.places.acting import Acting
from include.extraction.places.country_names import SHARED
from include.extraction.places.demonyms import DEMONYMS
from include.extraction.places.gazetteer import Toponym, fold, gazetteer
from include.extraction.places.pieces import PlaceName, place_names, state_of
from include.extraction.places.roles import with_roles
from include.records import Mention, Place

_ROUNDS = 3
_WIDE = frozenset({"country", "continent", "region"})
_VOTE, _LEAST_VOTE, _MOST_VOTES = 0.7, 0.02, 3.0
_MOST_HOLDERS = 80
_ACTS = 3.5
_NEAR_KM = 150.0
_SENTENCE = 160  # characters
_WELL_KNOWN = 100_000  # people
_ENDS = re.compile(r"[.!?]\s")
_AREAS = frozenset({"country", "state", "region", "continent", "county"})
# A state named as its better known namesake: alone, the name means the city.
_RATHER_TOWNS = frozenset({"washington", "new york"})
_AREA_BONUS = {"country": 2.0, "continent": 2.0, "state": 1.0, "region": 0.5}


@dataclass(slots=True)
class _Name:
    """A name with its holders and their scores."""

    folded: str
    holders: list[Toponym]
    scores: list[float] = field(default_factory=list)
    total: list[float] = field(default_factory=list)
    count: int = 1

    def best(self) -> int:
        return max(range(len(self.total)), key=self.total.__getitem__)

    def confidence(self) -> float:
        top = max(self.total)
        return 1.0 / sum(math.exp(max(-30.0, 0.8 * (s - top))) for s in self.total)


def find_places(
    text: str,
    mentions: Sequence[Mention],
    *,
    publisher_country: str | None = None,
    language: str = "en",
    doc: Doc | None = None,
) -> tuple[Place, ...]:
    """The places of a text in order: every GPE, LOC and FAC, and places within names.

    One that no list knows has no position; its confidence is that of the mention.
    `publisher_country` is an ISO 3166 alpha-2 code, `language` an ISO 639 code. The parse of
    `doc` tells governments named by their towns better than the words alone.
    """
    acting = Acting(doc)
    found = place_names(text, mentions, language)
    found = _with_neighbours(text, found)
    keys = _keys(found)
    names: dict[str, _Name] = {}
    for place, key in zip(found, keys, strict=True):
        if key in names:
            names[key].count += 1
        elif holders := _holders(place.name, language):
            names[key] = _Name(fold(place.name), holders)
    _score(names, list(zip(found, keys, strict=True)), (publisher_country or "").upper())
    _raise_capitals(names, found, keys, acting)
    _share_out(names)
    _vote(names)
    for _ in range(_ROUNDS):
        _draw_together(names)
    _settle_counties(names)
    placed = [
        (_place(text, place, names.get(key)), place.weight)
        for place, key in zip(found, keys, strict=True)
    ]
    return with_roles(text, [(*pair, weight) for pair, weight in placed], acting=acting)


def _keys(found: Sequence[PlaceName]) -> list[str]:
    """What is read as one name: all of one spelling, unless the text parts them.

    "Perth, Scotland … Perth, Australia" are two; one without an area behind it is the last one
    named before. "Congo", which two countries are called, is parted by the town it holds.
    """
    areas: dict[str, set[str]] = defaultdict(set)
    for place in found:
        if place.container:
            areas[fold(place.name)].add(fold(place.container))
    last: dict[str, str] = {}
    keys = []
    for place in found:
        name = fold(place.name)
        key = name
        if len(areas[name]) > 1:
            if place.container:
                last[name] = f"{name}, {fold(place.container)}"
            key = last.get(name, name)
        elif place.inside and (place.name in SHARED or _is_country_and_state(place.name)):
            key = f"{name} of {fold(place.inside)}"
        keys.append(key)
    return keys


def _with_neighbours(text: str, found: list[PlaceName]) -> list[PlaceName]:
    """Each name of a country that is a state as well ("Georgia"), told a town of its sentence."""
    told = []
    for index, place in enumerate(found):
        if place.inside is None and _is_country_and_state(place.name):
            near = (one for one in found[max(0, index - 2) : index + 3] if one is not place)
            town = next((one for one in near if _is_town_beside(text, place, one)), None)
            place = replace(place, inside=town.name) if town is not None else place
        told.append(place)
    return told


def _is_town_beside(text: str, place: PlaceName, other: PlaceName) -> bool:
    """Whether a well known town stands in the sentence of a place."""
    first, second = sorted((place, other), key=lambda one: one.start)
    between = text[first.end : second.start]
    if len(between) > _SENTENCE or _ENDS.search(between):
        return False
    holders = gazetteer().find(other.name)
    return bool(holders) and holders[0].kind == "town" and holders[0].population >= _WELL_KNOWN


def _is_country_and_state(name: str) -> bool:
    kinds = {t.kind for t in gazetteer().find(name)[:3]}
    return {"country", "state"} <= kinds


def _holders(name: str, language: str = "en") -> list[Toponym]:
    if name in DEMONYMS:
        country = gazetteer().country(DEMONYMS[name])
        return [country] if country is not None else []
    holders = list(gazetteer().find(name, language))
    state = state_of(name)
    if state is not None:
        holders = [t for t in gazetteer().find(state) if t.kind == "state"] or holders
    is_city = bool(holders) and language != "en" and holders[0].kind == "town"
    areas = [] if is_city else [t for t in holders if t.kind in _AREAS]
    towns = [t for t in holders if t.kind not in _AREAS]
    exact = [t for t in towns if fold(t.name) == fold(name)]
    is_country = any(t.kind == "country" for t in areas)
    others = [] if is_country else [t for t in towns if fold(t.name) != fold(name)]
    return [*areas, *exact[:_MOST_HOLDERS], *others[:5]]


def _score(names: dict[str, _Name], found: Sequence[tuple[PlaceName, str]], home: str) -> None:
    """What each holder has by itself and by the areas the text names."""
    countries: Counter[str] = Counter()
    states: Counter[str] = Counter()
    for entry in names.values():
        for top in entry.holders[:2]:
            if top.kind in {"country", "region"} and top.country:
                countries[top.country] += entry.count
                break
            if top.kind == "state":
                states[top.admin1] += entry.count
                countries["US"] += entry.count
                break
    within: dict[str, list[Toponym]] = defaultdict(list)
    inside: dict[str, list[str]] = defaultdict(list)
    for place, key in found:
        if place.container:
            within[key].extend(
                t for t in _holders(place.container) if t.kind in {"country", "state", "region"}
            )
        if place.inside:
            inside[key].append(place.inside)
    for key, entry in names.items():
        for top in entry.holders:
            score = 0.75 * math.log10(top.population + 100) + _AREA_BONUS.get(top.kind, 0.0)
            if fold(top.name) != entry.folded and top.kind == "town":
                score -= 1.0
            if top.kind == "state" and entry.folded in _RATHER_TOWNS:
                score -= 3.0
            if top.kind in {"town", "county"}:
                score += 0.8 * bool(countries[top.country or ""])
                score += 1.8 * (top.country == "US" and bool(states[top.admin1]))
            score += 1.0 * (top.country == home and top.kind != "country" and bool(home))
            if within[key]:
                score += 8.0 if any(_holds(area, top) for area in within[key]) else -3.0
            score += 8.0 * any(_lies_in(name, top) for name in inside[key])
            entry.scores.append(score)
        entry.total = list(entry.scores)


def _raise_capitals(
    names: dict[str, _Name], found: Sequence[PlaceName], keys: Sequence[str], acting: Acting
) -> None:
    """Take a town that acts as a government for the capital of its name."""
    for place, key in zip(found, keys, strict=True):
        entry = names.get(key)
        if entry is None or not any(gazetteer().is_capital(top) for top in entry.holders):
            continue
        if acting.is_actor(place.start, place.end, surely=True):
            for index, top in enumerate(entry.holders):
                entry.scores[index] += _ACTS * gazetteer().is_capital(top)


def _lies_in(name: str, area: Toponym) -> bool:
    """Whether the best known town of a name lies in a country or state."""
    towns = [t for t in gazetteer().find(name) if t.kind == "town"]
    if not towns or area.kind not in {"country", "state"}:
        return False
    inside = towns[0].country == area.country
    return inside and (area.kind == "country" or towns[0].admin1 == area.admin1)


def _share_out(names: dict[str, _Name]) -> None:
    """Part countries of one name by the other places the text names in each of them.

    Where nothing tells them apart the first of `SHARED` is meant, of which news tells more.
    """
    lies: Counter[str] = Counter()
    for entry in names.values():
        top = entry.holders[max(range(len(entry.scores)), key=entry.scores.__getitem__)]
        if len({t.country for t in entry.holders if t.kind == "country"}) < 2:
            lies[top.country or ""] += entry.count
    for entry in names.values():
        countries = [t for t in entry.holders if t.kind == "country"]
        if len({t.country for t in countries}) > 1:
            for index, top in enumerate(entry.holders):
                if top.kind == "country":
                    first = top.country == countries[0].country
                    entry.scores[index] += 1.5 * min(lies[top.country or ""], 2) + 1.0 * first
            entry.total = list(entry.scores)


def _holds(area: Toponym, top: Toponym) -> bool:
    if area.kind == "state":
        return top.country == "US" and top.admin1 == area.admin1 and top.kind != "state"
    return top.country == area.country and top.kind != "country"


def _vote(names: dict[str, _Name]) -> None:
    """Add to each holder's score what speaks for its state or province among the others.

    Every name votes for the provinces of all its holders, by how likely each is so far. So
    the one that holds "Paris", "Henry County" and "Huntingdon" wins, though each of them has
    a better known namesake elsewhere.
    """
    votes: dict[tuple[str | None, str], dict[str, float]] = defaultdict(dict)
    for key, entry in names.items():
        top = max(entry.scores)
        shares = [math.exp(score - top) for score in entry.scores]
        whole = sum(shares)
        for holder, share in zip(entry.holders, shares, strict=True):
            if holder.kind not in _WIDE:
                mine = votes[holder.country, holder.admin1]
                mine[key] = max(mine.get(key, _LEAST_VOTE), share / whole)
    for key, entry in names.items():
        for index, holder in enumerate(entry.holders):
            if holder.kind not in _WIDE:
                cast = votes[holder.country, holder.admin1]
                others = sum(cast.values()) - cast[key]
                entry.scores[index] += _VOTE * min(math.log1p(4 * others), _MOST_VOTES)
        entry.total = list(entry.scores)


def _draw_together(names: dict[str, _Name]) -> None:
    """Add to each holder's score what lies near among the others' present readings."""
    chosen = [
        (key, entry.holders[entry.best()], entry.confidence(), entry.count)
        for key, entry in names.items()
    ]
    anchors = [c for c in chosen if c[1].kind not in {"country", "continent"}][:60]
    for key, entry in names.items():
        if len(entry.holders) < 2:
            continue
        others = [(a, sure * min(2.0, 0.7 + 0.3 * n)) for k, a, sure, n in anchors if k != key]
        whole = sum(weight for _, weight in others)
        for index, top in enumerate(entry.holders):
            if top.kind in {"country", "continent"} or not others:
                continue
            near = country = state = 0.0
            for anchor, weight in others:
                country += weight * (anchor.country == top.country)
                state += weight * (anchor.country == top.country and anchor.admin1 == top.admin1)
                if top.kind != "county" and anchor.kind != "county":
                    near += weight * math.exp(-_km(top, anchor) / _NEAR_KM)
            pull = 1.6 * min(near, 2.5) + (1.5 * country + 1.5 * state) / (whole + 0.5)
            entry.total[index] = entry.scores[index] + pull


def _settle_counties(names: dict[str, _Name]) -> None:
    """Put each county amid the towns of its state that the text names, if it names any."""
    towns: dict[str, list[Toponym]] = defaultdict(list)
    for entry in names.values():
        top = entry.holders[entry.best()]
        if top.kind == "town" and top.country == "US":
            towns[top.admin1].append(top)
    for entry in names.values():
        best = entry.best()
        top = entry.holders[best]
        near = towns.get(top.admin1, [])
        if top.kind == "county" and near:
            lat = sorted(t.lat for t in near)[len(near) // 2]
            lon = sorted(t.lon for t in near)[len(near) // 2]
            entry.holders[best] = replace(top, lat=lat, lon=lon)


def _km(a: Toponym, b: Toponym) -> float:
    """Distance on a plane true at their latitude: near enough to tell near from far."""
    dx = (a.lon - b.lon + 180.0) % 360.0 - 180.0
    return 111.2 * math.hypot(a.lat - b.lat, dx * math.cos(math.radians((a.lat + b.lat) / 2)))


def _place(text: str, place: PlaceName, entry: _Name | None) -> tuple[Place, Toponym | None]:
    top = entry.holders[entry.best()] if entry is not None else None
    sure = entry.confidence() if entry is not None else 0.5
    made = Place(
        start=place.start,
        end=place.end,
        text=text[place.start : place.end],
        name=top.name if top is not None else place.name,
        country=top.country if top is not None else None,
        lat=top.lat if top is not None else None,
        lon=top.lon if top is not None else None,
        geonames_id=top.geonames_id if top is not None else None,
        confidence=round(place.confidence * (0.4 + 0.6 * sure), 3),
        kind=top.kind if top is not None else None,
        admin1=(top.admin1 or None) if top is not None else None,
    )
    return made, top
