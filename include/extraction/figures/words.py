"""What befell those counted: the event words of a language, and words of figures' rules.

Each event kind of a language lists its words by the side on which their figure stands:
`LEFT` ("five people *died*", "six *dead*"), `RIGHT` ("*killing* five", "the *toll*
rose to five"), and `EITHER`, participles whose use decides ("*killed* 13", "13 were
*killed*").
"""

from __future__ import annotations

from functools import cache

from include.languages import language as language_of

LEFT, RIGHT, EITHER = "left", "right", "either"


@cache
def events_of(language: str) -> dict[str, list[tuple[str, str]]]:
    """The event words of a language, each with its kinds and the side of its figure."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, sides in language_of(language).figures.events.items():
        for side in (LEFT, RIGHT, EITHER):
            for word in sides.get(side, ()):
                found.setdefault(word, []).append((kind, side))
    return found


WHOM = frozenset({"whom", "them", "these", "those", "which", "us"})
PERSON_KINDS = frozenset(
    str.split(
        "killed wounded infected missing arrested kidnapped displaced evacuated freed protesters"
    )
)

#: Nouns for people in a state, weaker than the verb that tells what befell them.
CONDITION_NOUNS = frozenset(
    str.split(
        "hostages hostage otages rehenes "
        "refugees refugee protesters demonstrators geiseln flüchtlinge "
        "demonstranten demonstrierende"
    )
)
#: Words that tell what befell people or things alike: with a noun for things, no event.
OF_THINGS_TOO = frozenset(
    str.split("burned treated saved captured released freed hurt charged rounded held claimed")
)
#: Words near which those who "took part" are protesters.
PROTESTS = frozenset(
    str.split(
        "march marched marchers rally rallied protest protests protesters demonstration "
        "demonstrators demonstrated strike strikers"
    )
)
#: Nouns that are counted themselves: "three injuries", "no deaths".
STATE_NOUNS = frozenset(
    str.split("injuries deaths casualties arrests kidnappings murders killings bodies corpses")
)
#: Phrases by their last word: (kind, the words before it). Those of SIDED end in a word
#: whose figure may stand on either side: "shot dead seven", "seven were shot dead".
SIDED = frozenset(str.split("dead death down captive hostage"))
#: Verbs whose sense their complement gives: they take no figure from another event.
LIGHT = frozenset(
    str.split(
        "is are was were be been being has have had include includes included including report "
        "reports reported see saw confirm confirmed est sont était "
        "étaient"
    )
)
#: Events told by a verb and words below it: verb → (the words, kind).
PHRASES_OF_VERBS: dict[str, tuple[tuple[frozenset[str], str], ...]] = {
    verb: ((frozenset({"hospital"}), "wounded"),)
    for verb in str.split("taken rushed sent airlifted flown brought admitted went transferred")
}
PHRASES_OF_VERBS |= {
    verb: ((frozenset({"life"}), "killed"), (frozenset({"lives"}), "killed"))
    for verb in str.split("lost lose losing")
}
PHRASES_OF_VERBS |= {
    "shot": ((frozenset({"dead"}), "killed"), (frozenset({"death"}), "killed")),
    "found": ((frozenset({"dead"}), "killed"), (frozenset({"alive"}), "freed")),
    "stabbed": ((frozenset({"death"}), "killed"),),
    "burned": ((frozenset({"death"}), "killed"),),
    "burnt": ((frozenset({"death"}), "killed"),),
    "beaten": ((frozenset({"death"}), "killed"),),
    "crushed": ((frozenset({"death"}), "killed"),),
    "gunned": ((frozenset({"down"}), "killed"),),
    "taken": (
        (frozenset({"hostage"}), "kidnapped"),
        (frozenset({"captive"}), "kidnapped"),
        (frozenset({"custody"}), "arrested"),
        (frozenset({"hospital"}), "wounded"),
    ),
    "let": ((frozenset({"go"}), "freed"),),
    "set": ((frozenset({"free"}), "freed"),),
    "pulled": ((frozenset({"alive"}), "freed"),),
    "took": (
        (frozenset({"streets"}), "protesters"),
        (frozenset({"hostage"}), "kidnapped"),
    ),
    "treated": ((frozenset({"hospital"}), "wounded"), (frozenset({"wounds"}), "wounded")),
}
for _verb in str.split("caught contracted catch contract developed"):
    PHRASES_OF_VERBS[_verb] = tuple(
        (frozenset({illness}), "infected")
        for illness in str.split(
            "norovirus virus flu influenza measles cholera covid covid-19 coronavirus infection "
            "malaria dengue ebola salmonella typhoid mumps hepatitis illness disease fever"
        )
    )
PHRASES_OF_VERBS |= {
    verb: ((frozenset({"ill"}), "infected"), (frozenset({"sick"}), "infected"))
    for verb in str.split("fell fallen fall taken became become")
    if verb not in PHRASES_OF_VERBS
}
for _verb in str.split("leave left abandon abandoned flee"):
    PHRASES_OF_VERBS[_verb] = (
        *PHRASES_OF_VERBS.get(_verb, ()),
        (frozenset({"their", "homes"}), "displaced"),
    )
PHRASES_OF_VERBS["tested"] = ((frozenset({"positive"}), "infected"),)
PHRASES_OF_VERBS["walked"] = ((frozenset({"out"}), "protesters"),)
PHRASES_OF_VERBS["swept"] = ((frozenset({"away", "people"}), "missing"),)
#: Passive verbs of arrest alone, and active ones of those who hold hostages.
HELD = frozenset({"held"})
HOLDS = frozenset({"hold", "holds", "holding"})
#: Verbs whose object is what befell their subject: "suffered injuries".
SUFFERED = frozenset(str.split("suffered sustained suffer sustain received"))
#: What is suffered, beside injuries and wounds.
HARMS = frozenset(
    str.split(
        "burns fractures fracture concussion bruises bruising cuts inhalation poisoning shock "
        "hypothermia trauma"
    )
)
#: Verbs of those who take people: captors kidnap, officers who "took in" arrest.
TAKES = frozenset(str.split("took taken take takes seized seize snatched snatch grabbed"))
OFFICERS = frozenset(str.split("police officers agents soldiers troops authorities detectives"))
#: Words that tell of a protest where one is told of near by alone.
GATHERED = frozenset({"gathered"})
#: Nouns of events behind which another noun is meant: "an injury list", but "the injury toll".
COUNTS = frozenset(
    str.split("toll tolls count counts tally figures figure number numbers total rate rates")
)
#: Words of events that are none as nouns: "border claims".
VERBS_ALONE = frozenset({"claims", "claimed", "claim", "charges"})
#: Verbs that put a toll at a number, beside those of levels and moves.
PUTS = frozenset(str.split("put puts bring brings brought bringing made makes take takes taking"))
