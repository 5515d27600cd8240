"""The kinds of event, what they are called elsewhere, and what names take part in them."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """What the news turns on."""

    ATTACK = "attack"
    ARREST = "arrest"
    CHARGE = "charge"
    SENTENCE = "sentence"
    MEET = "meet"
    SUMMON = "summon"
    APPOINT = "appoint"
    RESIGN = "resign"
    VOTE = "vote"
    SIGN = "sign"
    STRIKE = "strike"
    PROTEST = "protest"
    ACCIDENT = "accident"
    DISASTER = "disaster"
    ACQUIRE = "acquire"
    LAUNCH = "launch"


#: PLOVER's name of a kind (the ontology that followed CAMEO), where it has one.
PLOVER = {
    EventKind.ATTACK: "ASSAULT",
    EventKind.ARREST: "COERCE",
    EventKind.SENTENCE: "COERCE",
    EventKind.CHARGE: "ACCUSE",
    EventKind.MEET: "CONSULT",
    EventKind.SUMMON: "REQUEST",
    EventKind.SIGN: "AGREE",
    EventKind.STRIKE: "PROTEST",
    EventKind.PROTEST: "PROTEST",
}
_PEOPLE = frozenset({"PERSON"})
_BODIES = frozenset({"ORG", "NORP", "GPE"})
#: Labels of names that may act in a kind of event though no list of nouns holds them.
ACTORS: dict[str, frozenset[str]] = {
    EventKind.ATTACK: _BODIES,
    EventKind.RESIGN: _PEOPLE,
    EventKind.VOTE: frozenset({"ORG", "GPE", "NORP"}),
    EventKind.STRIKE: frozenset({"ORG"}),
    EventKind.PROTEST: frozenset({"NORP", "ORG", "PERSON"}),
    EventKind.ACCIDENT: frozenset({"PRODUCT"}),
}
#: The same for those whom an event befalls.
TARGETS: dict[str, frozenset[str]] = {
    EventKind.ATTACK: frozenset({"PERSON", "NORP"}),
    EventKind.MEET: _PEOPLE,
    EventKind.SUMMON: _PEOPLE,
    EventKind.APPOINT: _PEOPLE,
    EventKind.ACQUIRE: frozenset({"ORG"}),
    EventKind.LAUNCH: frozenset({"PRODUCT"}),
    EventKind.SIGN: frozenset({"LAW"}),
}
#: Kinds that only befall people: a thing in their place is another sense of the verb.
OF_PEOPLE = frozenset(
    {
        EventKind.ARREST,
        EventKind.CHARGE,
        EventKind.SENTENCE,
        EventKind.SUMMON,
        EventKind.APPOINT,
    }
)
#: Kinds that tell nothing without whom they befell.
NEEDS_TARGET = frozenset(
    {
        EventKind.ARREST,
        EventKind.CHARGE,
        EventKind.SENTENCE,
        EventKind.MEET,
        EventKind.SUMMON,
        EventKind.APPOINT,
        EventKind.ACQUIRE,
        EventKind.SIGN,
        EventKind.LAUNCH,
    }
)
