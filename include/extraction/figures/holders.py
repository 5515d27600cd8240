"""Whose a measure is: its owner by grammar, or the subject of its clause."""

from __future__ import annotations

from include.extraction.figures import currencies
from include.extraction.figures.draft import Draft, Range
from include.extraction.figures.tree import SUBJECTS, Tree
from include.languages.record import Figures

_ANAPHORS = frozenset({"it", "they"})
_OWNS = frozenset({"of", "at", "by", "for", "de", "du", "des", "chez", "d'"})
#: Words for things that open a sentence, taken for names: "House prices".
_PLAIN = frozenset({"house", "home", "oil", "gas", "rail", "energy", "food", "fuel"})
_PACKS = frozenset(
    str.split(
        "litre liter kilo kilogram gallon loaf pint tonne ton barrel ounce pound packet pack "
        "bottle can bag dozen box"
    )
)
_SPOKEN = frozenset({"ccomp", "parataxis"})
_AMOUNTS = frozenset(
    str.split(
        "% percent cent $ million billion dollars euros pounds total anything points something "
        "maximum minimum record"
    )
)
_TIME_WORDS = frozenset(
    str.split(
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday year month week day quarter "
        "years months weeks days time hours minutes half season night morning"
    )
)


def is_time(tree: Tree, i: int) -> bool:
    """Whether a token is one for a time."""
    return tree.lower[i] in _TIME_WORDS or tree.lower[i][:1].isdigit()


def is_amount(tree: Tree, i: int) -> bool:
    """Whether a token is part of a number, or stands for one."""
    word = tree.lower[i]
    if tree.tags[i] == "CD" or tree.kinds[i] == "NUM" or word in _AMOUNTS:
        return True
    return tree.texts[i] in currencies.CODES or tree.texts[i] in currencies.SIGNS


def span_of(tree: Tree, noun: int) -> Range:
    """The tokens of a holder: a name with its "of" phrase, another noun without.

    "It" and "they" that open a sentence stand for the subject of the one before.
    """
    if tree.lower[noun] in _ANAPHORS:
        noun = _antecedent(tree, noun)
    return tree.phrase(noun, following=tree.tags[noun].startswith("NNP"))


def _antecedent(tree: Tree, pronoun: int) -> int:
    """The subject of the sentence before, where a pronoun opens its own; else the pronoun."""
    at = pronoun
    while tree.heads[at] != at:
        at = tree.heads[at]
    first = tree.left_edge(at)
    if pronoun > first + 1 or first == 0:
        return pronoun
    before = first - 1
    while before > 0 and tree.texts[before].isspace():
        before -= 1
    while tree.heads[before] != before:
        before = tree.heads[before]
    subject = next((c for c in tree.children[before] if tree.deps[c] in SUBJECTS), None)
    if subject is None:
        return pronoun
    wanted = ("NNS", "NNPS") if tree.lower[pronoun] == "they" else ("NN", "NNP")
    return subject if tree.tags[subject] in wanted else pronoun


def subject_of(tree: Tree, head: int, draft: Draft, but: int) -> Range | None:
    """The subject of the clause of a token, unless it is `but` or the figure itself."""
    verb = head if tree.is_verb(head) else tree.verb_above(head)
    subject = tree.subject(verb) if verb is not None else None
    if verb is not None and subject == but and tree.deps[verb] in {"ccomp", "xcomp"}:
        subject = tree.subject(tree.heads[verb])  # "letting 18 managers go"
    if subject is None or subject == but or draft.first <= subject < draft.after:
        return None
    if is_amount(tree, subject) and not tree.is_noun(subject):
        return None
    if tree.lower[subject] in {"it", "there", "this", "that", "which"} and tree.deps[subject] in {
        "expl",
    }:
        return None
    return span_of(tree, _of_many(tree, subject))


def _of_many(tree: Tree, subject: int) -> int:
    """ "Thousands of farmers", "a group of banks": the people, not their number."""
    if tree.lower[subject] not in {"thousands", "hundreds", "dozens", "scores", "number", "group"}:
        return subject
    for c in tree.children[subject]:
        if tree.lower[c] == "of" and (below := tree.child(c, "pobj")) is not None:
            return below
    return subject


def owner_of(tree: Tree, noun: int, draft: Draft) -> Range | None:
    """The owner a noun names: "the bank's target", "redundancies at Tanfield Glass"."""
    owned = next(
        (
            c
            for c in tree.children[noun]
            if tree.deps[c] == "poss" and not draft.first <= c < draft.after
        ),
        None,
    )
    if owned is not None:
        if tree.tags[owned] == "PRP$":  # "raised its key rate": whose is the subject's
            verb = tree.verb_above(noun)
            subject = tree.subject(verb) if verb is not None else None
            named = subject is not None and subject != noun and tree.tags[subject][:2] == "NN"
            is_own = subject is not None and draft.first <= subject < draft.after
            if named and subject is not None and not is_own and not is_amount(tree, subject):
                return span_of(tree, subject)
            above = _owner_above(tree, verb, draft) if verb is not None else None
            if above is not None:
                return span_of(tree, above)
        first, after = tree.phrase(owned)
        case = tree.child(owned, "case")
        return first, (min(after, case) if case is not None and case > owned else after)
    for c in tree.children[noun]:
        if c > noun and tree.lower[c] in _OWNS and tree.is_preposition(c):
            below = tree.child(c, "pobj")
            own = below is not None and (
                draft.first <= below < draft.after or is_amount(tree, below)
            )
            own = own or (below is not None and is_time(tree, below))
            if below is not None and tree.tags[below][:3] == "NNP" and not own:
                return tree.phrase(below)
        if tree.deps[c] == "nmod" and tree.child(c, "case") is not None:
            name = tree.child(c, "appos", "flat:name", "nmod")
            if tree.kinds[c] == "PROPN" or name is not None:
                return tree.phrase(c) if tree.kinds[c] != "PROPN" else (c, tree.right_edge(c) + 1)
    return None


def _owner_above(tree: Tree, verb: int, draft: Draft) -> int | None:
    """ "The union said nine in ten of its members had voted": the subject further up."""
    for up in tree.chain(verb):
        subject = next((c for c in tree.children[up] if tree.deps[c] in SUBJECTS), None)
        if subject is None or draft.first <= subject < draft.after:
            continue
        return subject if tree.tags[subject][:2] == "NN" else None
    return None


def holder_of(
    tree: Tree, noun: int, draft: Draft, known: Figures, *, whole: bool = False
) -> Range | None:
    """Whose a measure is: its owner, else the subject of the clause it is the object of.

    `whole`: the measure is the subject itself, so nothing but its own words can tell.
    """
    owner = owner_of(tree, noun, draft) or _within(tree, noun)
    if owner is not None:
        return owner
    names = [
        c
        for c in tree.children[noun]
        if tree.deps[c] in {"compound", "nmod"}
        and tree.is_named(c)
        and tree.lower[c] not in _PLAIN
        and not draft.first <= c < draft.after
    ]
    if names and not tree.tags[noun].startswith("NNP"):
        return min(tree.left_edge(c) for c in names), max(names) + 1
    for c in tree.children[noun]:  # "membership of the chess league"
        if c > noun and tree.lower[c] in {"of", "for", "on"} and tree.is_preposition(c):
            below = tree.child(c, "pobj")
            own = below is not None and draft.first <= below < draft.after
            if below is None or own or is_amount(tree, below) or below == draft.noun:
                continue
            if tree.lower[below] in known.own_measures or tree.lower[noun] in _PACKS:
                continue  # "earnings of $2 on revenue of …", "a litre of milk"
            if tree.is_noun(below) and not is_time(tree, below):
                return tree.phrase(below)
    told = _who_tells(tree, noun, known)
    if told is not None:
        return span_of(tree, told)
    if whole:
        named = tree.tags[noun].startswith(("NNP", "PRP"))
        return span_of(tree, noun) if named and tree.lower[noun] != "it" else None
    relation, head, _ = tree.governor(noun)
    if relation in {"obj", "prep", "conj", "attr"}:
        return subject_of(tree, head, draft, noun)
    return None


def _within(tree: Tree, noun: int) -> Range | None:
    """ "Shares in Tolberg Steel", "house prices in Ardley": the name behind "in"."""
    for c in tree.children[noun]:
        if c > noun and tree.lower[c] in {"in", "on"} and tree.is_preposition(c):
            below = tree.child(c, "pobj")
            if below is not None and tree.tags[below][:3] == "NNP" and not is_time(tree, below):
                return tree.phrase(below)
    return None


def _who_tells(tree: Tree, noun: int, known: Figures) -> int | None:
    """ "Brackwell Foods said quarterly revenue rose": who tells of its own business has it."""
    if tree.lower[noun] not in known.own_measures:
        return None
    verb = tree.verb_above(noun)
    if verb is None or tree.deps[verb] not in _SPOKEN:
        return None
    above = tree.heads[verb]
    subject = tree.subject(above)
    if subject is None or subject == noun or tree.tags[subject][:2] != "NN":
        return None
    return subject
