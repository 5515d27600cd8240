"""The singular of a counted noun, by ending."""

from __future__ import annotations

_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "wolves": "wolf",
    "leaves": "leaf",
    "buses": "bus",
    "cattle": "cattle",
    "matches": "match",
    "aches": "ache",
}
_PEOPLE_IN = {
    "de": {
        "menschen": "person",
        "personen": "person",
        "leute": "person",
        "stimmen": "stimme",
        "busse": "bus",
        "bussen": "bus",
        "kinder": "kind",
        "kindern": "kind",
        "züge": "zug",
        "häuser": "haus",
        "häusern": "haus",
        "räder": "rad",
        "tage": "tag",
        "boote": "boot",
    },
    "es": {"personas": "person", "autobuses": "autobús", "aviones": "avión", "goles": "gol"},
    "fr": {
        "personnes": "person",
        "voix": "voix",
        "prix": "prix",
        "mois": "mois",
        "pays": "pays",
        "fois": "fois",
        "cas": "cas",
        "villageois": "villageois",
        "bourgeois": "bourgeois",
    },
}
_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        ("ungen", "ung"),
        ("heiten", "heit"),
        ("keiten", "keit"),
        ("schaften", "schaft"),
        ("ionen", "ion"),
        ("täten", "tät"),
        ("innen", "in"),
        ("isten", "ist"),
        ("enten", "ent"),
        ("häuser", "haus"),
        ("häusern", "haus"),
        ("räder", "rad"),
        ("rädern", "rad"),
        ("dörfer", "dorf"),
        ("dörfern", "dorf"),
        ("bücher", "buch"),
        ("länder", "land"),
        ("ländern", "land"),
        ("bäume", "baum"),
        ("zügen", "zug"),
        ("plätze", "platz"),
        ("schüsse", "schuss"),
        ("bilder", "bild"),
        ("ern", "er"),
        ("lden", "ld"),
        ("uern", "uer"),
        ("eln", "el"),
        ("en", "e"),
        ("os", "o"),
        ("ys", "y"),
        ("lte", "lt"),
        ("ebe", "eb"),
        ("ote", "ot"),
        ("ale", "al"),
        ("ile", "il"),
        ("tze", "tz"),
        ("ine", "in"),
        ("iffe", "iff"),
        ("euge", "eug"),
        ("elle", "ell"),
        ("rte", "rt"),
        ("age", "ag"),
        ("iere", "ier"),
    ),
    "fr": (("eaux", "eau"), ("aux", "al"), ("s", ""), ("x", "")),
    "es": (
        ("ciones", "ción"),
        ("siones", "sión"),
        ("iones", "ión"),
        ("ores", "or"),
        ("ales", "al"),
        ("eles", "el"),
        ("oles", "ol"),
        ("iles", "il"),
        ("enes", "en"),
        ("anes", "án"),
        ("ades", "ad"),
        ("eces", "ez"),
        ("ces", "z"),
        ("s", ""),
    ),
}


def singular(noun: str, language: str = "en") -> str:
    """The singular of a plural, by ending; a noun of an unknown pattern stays as it is."""
    if language != "en":
        known = _PEOPLE_IN.get(language, {}).get(noun)
        if known is not None:
            return known
        for ending, single in _ENDINGS.get(language, ()):
            if noun.endswith(ending) and len(noun) > len(ending) + 2:
                return noun[: -len(ending)] + single
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun
