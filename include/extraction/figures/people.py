"""Whether a noun is one for people: whom an event can befall."""

from __future__ import annotations

from spacy.tokens import Token

from include.languages.record import Figures

_PEOPLE = frozenset({"PERSON", "PER", "NORP"})
_SHORTEST = 5


def is_person(token: Token, known: Figures) -> bool:
    """Whether a counted noun is one for people, by the lists, its label or its ending."""
    word: str = token.lower_
    if word in known.thing_nouns:
        return False
    last = word.rpartition("-")[2]
    if word in known.person_nouns or last in known.person_nouns:
        return True
    if f"{last}s" in known.person_nouns or last.removesuffix("s") in known.person_nouns:
        return True
    if token.ent_type_ in _PEOPLE:
        return True
    if len(word) < _SHORTEST or word in known.person_like_things:
        return False
    return word.endswith(known.person_endings)
