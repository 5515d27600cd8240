"""The kinds of event, what they are called elsewhere, and what names take part in them."""

from __future__ import annotations

from include.vocabulary import Word


class EventKind(Word):
    """What the news turns on."""

    ATTACK = "attack", "somebody uses force against somebody"
    ARREST = "arrest", "somebody is taken into custody"
    CHARGE = "charge", "somebody is charged or sued"
    SENTENCE = "sentence", "a court convicts or acquits somebody"
    MEET = "meet", "people or bodies meet or talk"
    SUMMON = "summon", "somebody is ordered to appear"
    APPOINT = "appoint", "somebody is given an office"
    RESIGN = "resign", "somebody leaves an office"
    VOTE = "vote", "people or a body vote on something"
    SIGN = "sign", "something is signed or agreed"
    STRIKE = "strike", "people stop work"
    PROTEST = "protest", "people protest"
    ACCIDENT = "accident", "something goes wrong by mishap"
    DISASTER = "disaster", "nature does harm"
    ACQUIRE = "acquire", "a body buys another, or a part of it"
    LAUNCH = "launch", "something is launched"


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
    EventKind.PROTEST: frozenset({"NORP", "ORG"}),
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
