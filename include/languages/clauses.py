"""What a language's file fills so that events are read from its clauses, without a parse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from include.languages.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One way in which a clause tells of a kind of event. Each form in use stands for itself.

    `finite` verbs stand alone ("detuvo"), `participles` with a helper ("fue detenido"); `nouns`
    name the event. `subject` says what the subject of the active voice is: it "acts" on an
    object, "suffers" the event ("the train derailed"), or "takes_part" in it.

    `needs` are words of which the clause must have one ("trat *zurück*"), `refuses` words that
    it must not have. `subjects` and `objects` are nouns that the two must be one of; a name or
    a person fits by the kind alone. `with_both`: it counts only with both; `is_mutual`: they do
    it to one another ("ambos se reunieron").

    A noun counts where one of `towards` leads from it to whom it befell, or where a word of
    `done` is in its clause.
    """

    finite: Words = NO_WORDS
    participles: Words = NO_WORDS
    nouns: Words = NO_WORDS
    subject: str = "acts"
    needs: Words = NO_WORDS
    refuses: Words = NO_WORDS
    subjects: Words = NO_WORDS
    objects: Words = NO_WORDS
    with_both: bool = False
    is_mutual: bool = False
    towards: Words = NO_WORDS
    done: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """How the clauses of a language are put together, and what they tell of.

    `people`, `bodies` and `companies` are nouns for who acts. `passive`, `perfect` and
    `reflexive` are helpers beside a verb, `future` and `could` those of what is not so yet or
    not surely; `negations` deny, `conditions` make a clause one of "if", `not_done` verbs and
    `planned` words say of a noun that it did not or has not yet come to pass.

    `prepositions` part phrases from subject and object, but for `object_marks`; `partitives`
    are articles where a clause begins or behind a verb ("des avions"). `agents` lead to who did
    it, `companions` to who took part. `determiners` begin a phrase, `pronouns` stand for people,
    `clitics` for those before a verb. `breaks` begin another clause. `present` forms may tell of
    what is to come.

    `is_verb_last`: helpers and participles stand far apart, and both parties between them.
    `has_genitives`: a phrase without a preposition behind a noun is of it. `has_compounds`: the
    last part of a long word says what it is. `drops_subjects`: a verb needs none.
    """

    kinds: Mapping[str, tuple[Telling, ...]] = field(default_factory=dict)
    people: Words = NO_WORDS
    bodies: Words = NO_WORDS
    companies: Words = NO_WORDS
    passive: Words = NO_WORDS
    perfect: Words = NO_WORDS
    reflexive: Words = NO_WORDS
    future: Words = NO_WORDS
    could: Words = NO_WORDS
    negations: Words = NO_WORDS
    conditions: Words = NO_WORDS
    not_done: Words = NO_WORDS
    planned: Words = NO_WORDS
    prepositions: Words = NO_WORDS
    object_marks: Words = NO_WORDS
    partitives: Words = NO_WORDS
    agents: Words = NO_WORDS
    companions: Words = NO_WORDS
    determiners: Words = NO_WORDS
    pronouns: Words = NO_WORDS
    clitics: Words = NO_WORDS
    breaks: Words = NO_WORDS
    present: Words = NO_WORDS
    is_verb_last: bool = False
    has_genitives: bool = False
    has_compounds: bool = False
    drops_subjects: bool = False
