"""What a language's file fills: one frozen record, a section a kind of fact.

Every word stands in small letters. A part that a language lacks stays empty: a rule then
finds nothing in it, and never borrows another language's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from include.languages.clauses import Clauses
from include.languages.words import NO_WORDS as NO_WORDS
from include.languages.words import Words as Words
from include.languages.words import words as words

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_NUMBERS: Mapping[str, int] = MappingProxyType({})
_NO_SIDES: Mapping[str, Mapping[str, frozenset[str]]] = MappingProxyType({})
_NO_PHRASES: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = MappingProxyType({})


def phrases(text: str) -> Words:
    """The phrases of a text that are separated by "|"."""
    return frozenset(" ".join(part.split()) for part in text.split("|") if part.strip())


def numbered(text: str) -> dict[str, int]:
    """The words of a text with their numbers: "one=1 two=2" → {"one": 1, "two": 2}."""
    pairs = (pair.split("=") for pair in text.split())
    return {word: int(number) for word, number in pairs}


def numbered_units(text: str) -> dict[str, str]:
    """Units by their written forms: "hour=Stunde Stunden|day=Tag Tage" → {"Stunde": "hour", …}.

    Without "=" the first form is the unit itself.
    """
    found: dict[str, str] = {}
    for group in text.split("|"):
        name, equals, forms = group.partition("=")
        unit = name if equals else group.split()[0]
        found |= dict.fromkeys((forms if equals else group).split(), unit)
    return found


def alike[Value](value: Value, text: str) -> dict[str, Value]:
    """The phrases of a text, separated by "|", each with the same value."""
    return dict.fromkeys(sorted(phrases(text)), value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How numbers are written.

    `units` are number words below a hundred, `scales` words that multiply, `halves` words for
    one half; `half_ending` ends a word for a number and a half ("viereinhalb"), and in a
    language that `is_compounding` a number is one word ("dreiundzwanzig"). `decimal` is the sign
    before a fraction; `bounds` are phrases before a number → its bound; `vague` phrases that
    stand for one → the least it may be, `around` those that mean about one ("une vingtaine");
    `fractions` words for a part → by what to divide; `parts_of` stand between the two numbers of
    "one in four"; `nought` phrases for none at all.

    `currencies` are names of money in the singular → ISO 4217 codes, or the name itself where
    many countries have it; `money_of` "country name" and such a name → the code; `cents` the
    hundredth parts. `froms` ("from") and `steps` ("by") stand before the first number of a change
    ("from 12 to 15", "by 40 to 312"), `ranging` words make it a range. `measures` and
    `durations` are written units → the unit in English.
    """

    units: Mapping[str, int] = _NO_NUMBERS
    scales: Mapping[str, int] = _NO_NUMBERS
    decimal: str = "."
    joiners: Words = NO_WORDS
    halves: Words = NO_WORDS
    half_ending: str = ""
    is_compounding: bool = False
    ranges: Words = NO_WORDS
    between: Words = NO_WORDS
    bounds: Mapping[str, str] = _NONE
    vague: Mapping[str, int] = _NO_NUMBERS
    around: Mapping[str, int] = _NO_NUMBERS
    fractions: Mapping[str, int] = _NO_NUMBERS
    articles: Words = NO_WORDS
    parts_of: Words = NO_WORDS
    nought: Words = NO_WORDS
    currencies: Mapping[str, str] = _NONE
    money_of: Mapping[str, str] = _NONE
    cents: Words = NO_WORDS
    percent: Words = NO_WORDS
    percentage_points: Words = NO_WORDS
    basis_points: Words = NO_WORDS
    per_mille: Words = NO_WORDS
    measures: Mapping[str, str] = _NONE
    durations: Mapping[str, str] = _NONE
    minus: Words = NO_WORDS
    froms: Words = NO_WORDS
    steps: Words = NO_WORDS
    ranging: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How times are written: `months` and `weekdays` (Monday is 0) by name.

    `near_days` are words for days by their distance from today, `day_parts` parts of a day →
    their TIMEX3 letters, `periods` words for weeks to years → the unit in English. `last` and
    `next` stand beside a weekday or a period, `this` before a period; `ago` before a length of
    time ("vor zwei Tagen"), `in_month` before a month alone, `in_year` before a year alone.
    `articles` before a period are part of its expression ("*la* semaine dernière").

    Where there is no parse, words near a weekday tell whether it is ahead: `until` right before
    it, verbs that are `coming` ("beginnt"), endings of a future tense, unless one of `past` is
    there. A clock time stands behind one of `clock_leads` or before one of `clock_words`;
    `ordinals` number quarters. A "_" in a word stands for white space.

    `modifiers` are TIMEX3's names for how fuzzy a time is → the words that say so, as patterns.
    """

    months: Mapping[str, int] = _NO_NUMBERS
    weekdays: Mapping[str, int] = _NO_NUMBERS
    near_days: Mapping[str, int] = _NO_NUMBERS
    day_parts: Mapping[str, str] = _NONE
    periods: Mapping[str, str] = _NONE
    last: Words = NO_WORDS
    next: Words = NO_WORDS
    this: Words = NO_WORDS
    ago: Words = NO_WORDS
    in_month: Words = NO_WORDS
    in_year: Words = NO_WORDS
    articles: Words = NO_WORDS
    until: Words = NO_WORDS
    coming: Words = NO_WORDS
    coming_endings: tuple[str, ...] = ()
    past: Words = NO_WORDS
    clock_leads: Words = NO_WORDS
    clock_words: Words = NO_WORDS
    ordinals: Mapping[str, int] = _NO_NUMBERS
    modifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is counted, and what befell it.

    `events` is kind → side → words: `left` ("five people *died*"), `right` ("*killing* five"),
    and `either`, participles whose use decides ("*killed* 13", "13 were *killed*").
    `rising` and `falling` are words of a measure that goes up or down, `levels` verbs that say
    where it is, `change_nouns` name the change itself; `penalties` verbs of a term or a fine.

    What is no fact: `modals` and `futures` are helpers of verbs, `negations` and `conditions`
    words beside them; `forecasts` (verbs), `forecast_nouns`, `possible`, `denials` and `fiction`
    tell of what is expected, may be, is denied or is made up; `certain` verbs pass a negation
    on ("did not confirm"); `older` words belong to an earlier event or period, `now` to this one.
    `terms` are words of prison and bans, `not_terms` words beside other lengths of time;
    `time_gaps` follow a difference in time ("17 seconds *clear*"), `timed_nouns` a length joined
    by a hyphen, `steps_of_time` stand before it. `owners` lead to whose something is.
    `person_endings` end nouns for people, but for `person_like_things`.
    `set_against` stands before a figure for comparison, `from_first` and `to_last` before the
    two of a change.
    `event_phrases` lists, by the last word of a phrase, (kind, the words before it).
    """

    events: Mapping[str, Mapping[str, Words]] = _NO_SIDES
    event_phrases: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = _NO_PHRASES
    person_nouns: Words = NO_WORDS
    thing_nouns: Words = NO_WORDS
    captors: Words = NO_WORDS
    rising: Words = NO_WORDS
    falling: Words = NO_WORDS
    levels: Words = NO_WORDS
    change_nouns: Words = NO_WORDS
    penalties: Words = NO_WORDS
    modals: Words = NO_WORDS
    futures: Words = NO_WORDS
    negations: Words = NO_WORDS
    conditions: Words = NO_WORDS
    forecasts: Words = NO_WORDS
    forecast_nouns: Words = NO_WORDS
    possible: Words = NO_WORDS
    denials: Words = NO_WORDS
    certain: Words = NO_WORDS
    fiction: Words = NO_WORDS
    older: Words = NO_WORDS
    now: Words = NO_WORDS
    terms: Words = NO_WORDS
    not_terms: Words = NO_WORDS
    time_gaps: Words = NO_WORDS
    timed_nouns: Words = NO_WORDS
    steps_of_time: Words = NO_WORDS
    owners: Words = NO_WORDS
    measure_nouns: Words = NO_WORDS
    differences: Words = NO_WORDS
    own_measures: Words = NO_WORDS
    audiences: Words = NO_WORDS
    beyond: Words = NO_WORDS
    costs: Words = NO_WORDS
    chances: Words = NO_WORDS
    bases: Words = NO_WORDS
    courts: Words = NO_WORDS
    term_verbs: Words = NO_WORDS
    margins: Words = NO_WORDS
    samples: Words = NO_WORDS
    person_like_things: Words = NO_WORDS
    person_endings: tuple[str, ...] = ()
    set_against: Words = NO_WORDS
    from_first: Words = NO_WORDS
    to_last: Words = NO_WORDS
    determiners: Words = NO_WORDS
    helpers: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """How people are quoted.

    `verbs` are the words that introduce words in quotation marks, in all forms in use;
    `pronouns` those that may speak, `articles` those that lead to who speaks ("sagt *die*
    Polizei"), `where` words before the place that something was said at.

    Words in marks are no quote behind one of `naming` ("known as"), nor behind one of `works`
    ("the film"). `that` begins what is said without marks, `sources` are phrases that lead to who
    says so ("laut", "nach angaben"), `aside` words begin what is no more than when or why,
    `reported` forms of verbs that stand in it alone ("sei").
    """

    verbs: Words = NO_WORDS
    pronouns: Words = NO_WORDS
    articles: Words = NO_WORDS
    where: Words = NO_WORDS
    naming: Words = NO_WORDS
    works: Words = NO_WORDS
    that: Words = NO_WORDS
    sources: Words = NO_WORDS
    aside: Words = NO_WORDS
    reported: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How people and bodies are named.

    `titles` and offices stand right before a name; a run of words of which one is among
    `no_names` is no person ("Premier *League*"). `parties` stand in brackets behind a
    politician, as written. `runs_are_people`: nouns have no capital and names no endings, so
    that a run of capitalised words whose last comes again alone is most likely a person.
    A name that begins with one of `bodies` is a body's, one of `built` that of something built.
    """

    titles: Words = NO_WORDS
    no_names: Words = NO_WORDS
    parties: Words = NO_WORDS
    runs_are_people: bool = False
    bodies: Words = NO_WORDS
    built: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """How places are named: `locative` are prepositions that lead to a town, `where` those that
    lead to where something was.

    In scripts without capitals `behind_towns` follow a town's name and `before_joined` are
    written together with it. `apostrophe_endings`: an ending of a name comes after an apostrophe.
    """

    locative: Words = NO_WORDS
    where: Words = NO_WORDS
    behind_towns: Words = NO_WORDS
    before_joined: Words = NO_WORDS
    apostrophe_endings: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """How one kind of event is told.

    `verbs` have who does it as their subject and whom it befalls as their object; `happens` are
    verbs whose subject it befalls ("the train derailed"), `parties` verbs whose subject takes
    part ("nurses walked out"). Each form in use stands for itself.

    `objects` are nouns that the object must be one of, `not_objects` nouns that it must not be,
    `subjects` and `not_subjects` likewise; `with_words` are prepositions or particles of which
    the verb must have one ("charged *with*"), `not_with` those it must not have.
    `nouns` name the event; such a noun counts where `towards` leads from it to whom it befell
    ("an attack *on*"), `by` to who did it, or where it is the subject of a verb of `verbs_of_nouns`
    ("the quake *struck*") or the object of one of `done` ("carried out an attack").
    With `or_complement` a noun that completes the verb will do instead of one of `with_words`
    ("named her *chief executive*"); a way that `needs_both` counts only with both who did it and
    whom it befell. `not_beside` are words before a noun that make it another thing
    ("*rocket* fire"), `not_named` says that no person acts so alone.

    Words of war are words of debate as well. `only_listed`: a name does not do for the subject;
    `no_pronouns`: nor does "she"; `plural_only`: nor does one alone; `no_clause`: what follows
    is no clause ("demonstrated *that* …"). A noun with `witness` words needs one of them beside
    it ("a *drone* attack") or one of `witness_targets`, or a place, that it befell.
    """

    verbs: Words = NO_WORDS
    happens: Words = NO_WORDS
    parties: Words = NO_WORDS
    objects: Words = NO_WORDS
    not_objects: Words = NO_WORDS
    subjects: Words = NO_WORDS
    not_subjects: Words = NO_WORDS
    with_words: Words = NO_WORDS
    not_with: Words = NO_WORDS
    nouns: Words = NO_WORDS
    towards: Words = NO_WORDS
    by: Words = NO_WORDS
    verbs_of_nouns: Words = NO_WORDS
    done: Words = NO_WORDS
    or_complement: bool = False
    needs_both: bool = False
    not_beside: Words = NO_WORDS
    not_named: bool = False
    only_listed: bool = False
    no_pronouns: bool = False
    plural_only: bool = False
    no_clause: bool = False
    witness: Words = NO_WORDS
    witness_targets: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """What happens in the news: kind of event → the ways it is told, each on its own.

    `people` are nouns for persons and groups of them that act, `companies` for what buys and is
    bought, `bodies` for courts, councils and the like, `mental` nouns for what is no
    deed though it is told like one ("an attack on free speech").

    `came_about` are verbs whose infinitive or gerund is done ("was forced to resign", "began
    marching"), `not_done` those whose is not ("refused to sign", "foiled an attack"), `alleged`
    those whose is only said ("accused of attacking"), `said` likewise before what is past
    ("is said to have met"); `done_after` prepositions before a gerund
    that is done ("after meeting"). `planned` and `doubtful` stand beside a noun ("a planned
    strike", "an alleged attack"), `open` too ("no attack", "any strike");
    `going_on` verbs have an event as their object that has begun ("voted to end the strike").
    `could`, `wished`, `infinitives` and `perfect` are helpers of verbs; `suffers` verbs of
    those who come to harm in an accident ("died in a crash").

    `agents` lead to who did it in the passive voice, `companions` to who took part. `personal`
    pronouns may be people, `singular` ones stand for one; `anyone` is nobody in particular,
    `empty` words are nobody at all. `parts` stand before those they are of ("a group *of*
    nurses": `parts_of`).
    """

    kinds: Mapping[str, tuple[EventWords, ...]] = field(default_factory=dict)
    people: Words = NO_WORDS
    companies: Words = NO_WORDS
    bodies: Words = NO_WORDS
    mental: Words = NO_WORDS
    came_about: Words = NO_WORDS
    not_done: Words = NO_WORDS
    alleged: Words = NO_WORDS
    said: Words = NO_WORDS
    done_after: Words = NO_WORDS
    planned: Words = NO_WORDS
    doubtful: Words = NO_WORDS
    open: Words = NO_WORDS
    going_on: Words = NO_WORDS
    could: Words = NO_WORDS
    wished: Words = NO_WORDS
    infinitives: Words = NO_WORDS
    perfect: Words = NO_WORDS
    suffers: Words = NO_WORDS
    agents: Words = NO_WORDS
    companions: Words = NO_WORDS
    anyone: Words = NO_WORDS
    personal: Words = NO_WORDS
    singular: Words = NO_WORDS
    empty: Words = NO_WORDS
    parts: Words = NO_WORDS
    parts_of: Words = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language. `code` is its ISO 639-1 code."""

    code: str
    numbers: Numbers = field(default_factory=Numbers)
    times: Times = field(default_factory=Times)
    figures: Figures = field(default_factory=Figures)
    quotes: Quotes = field(default_factory=Quotes)
    names: Names = field(default_factory=Names)
    places: Places = field(default_factory=Places)
    events: Events = field(default_factory=Events)
    clauses: Clauses = field(default_factory=Clauses)
