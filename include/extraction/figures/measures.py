"""What a figure measures, and whose it is, by the grammar of its sentence.

"Tellmar's net profit rose to $5m": the number hangs on the verb, the verb tells of its
subject, and the subject's owner is the holder. Tokens are indexes into the text's tree.
"""

from __future__ import annotations

from dataclasses import replace

from include.extraction.figures.apart import Measure, apart, of_heading, worth
from include.extraction.figures.draft import Draft, Range
from include.extraction.figures.holders import (
    holder_of,
    is_amount,
    is_time,
    owner_of,
    span_of,
    subject_of,
)
from include.extraction.figures.tree import Tree
from include.languages.record import Figures

_UP = 6
_NEAR = 6
# The whole that a share is of says nothing of what the share measures: "3.8% of GDP".
_WHOLES = frozenset(str.split("gdp output pib bip economy income total revenue body gross"))
_NAMING = frozenset(
    str.split("of to at from worth de à with by than around for in on du des auprès")
)
_ADJUNCTS = frozenset(str.split("in by for with on"))
_NOUN_PHRASE = ("DT", "JJ", "NN", "PRP")
_WISHES = frozenset(
    str.split("offered offers offer offering wanted want wants demanded demands pencilled expected")
)
_RATES = frozenset(str.split("turnout unemployment inflation growth support approval"))
_GIVES = frozenset(str.split("gave give gives giving hands handed"))
_PEOPLE = frozenset({"people", "men", "women", "children"})
_CASES_OF = frozenset({"de", "des", "d'", "du", "d’"})


def measure(tree: Tree, draft: Draft, known: Figures) -> Measure:
    """What a figure of a parsed sentence measures, and whose it is."""
    if draft.noun is not None and tree.lower[draft.noun] not in known.measure_nouns:
        return _counted(tree, draft, draft.noun, known)
    if draft.noun is not None and draft.first <= draft.noun - 1 <= draft.after:
        draft = replace(draft, after=max(draft.after, draft.noun + 1), top=draft.noun)
    found = worth(tree, draft) or apart(tree, draft, known) or _measured(tree, draft, known)
    if found.of_what is not None and found.of_what[0] < draft.after <= found.of_what[1]:
        first, after = _without(found.of_what, draft)  # "pay *$1.2 million* to workers"
        while first < after and tree.tags[first] in {"IN", "TO"}:
            first += 1
        return replace(found, of_what=(first, after) if first < after else None)
    return found


def _counted(tree: Tree, draft: Draft, noun: int, known: Figures) -> Measure:
    """ "the trust's 64 schools", "Quill is hiring 75 engineers"."""
    of_what = _without(tree.phrase(noun), draft)
    holder = owner_of(tree, noun, draft)
    relation, head, preposition = tree.governor(noun)
    if preposition == "of" and tree.lower[head] in known.samples:  # "a poll of 850 people"
        return Measure(
            tree.phrase(head, following=False), holder_of(tree, head, draft, known), head
        )
    is_ban = preposition == "of" and tree.is_noun(head) and tree.lower[head] in known.terms
    if is_ban:  # "faces a ban of three matches"
        of_what = tree.phrase(head, following=False)
        return Measure(of_what, subject_of(tree, head, draft, head), head)
    if preposition == "for" and tree.lower[head] in known.penalties:  # "suspended for four games"
        return Measure(_verb_range(tree, head), subject_of(tree, head, draft, noun), head)
    if holder is None:
        for _ in range(2):
            if relation != "prep" or tree.is_verb(head) or preposition not in {"of", "de"}:
                break
            holder = owner_of(tree, head, draft)
            relation, head, preposition = tree.governor(head)
        beside = relation in {"appos", "npadvmod", "dep"} and tree.lower[head] not in _PEOPLE
        # Who wounded them does not have them.
        is_let = relation == "subj" and tree.deps[head] in {"ccomp", "xcomp"}
        is_had = relation in {"obj", "prep", "attr", "conj"} or beside or is_let
        if holder is None and is_had and not draft.is_event:
            holder = subject_of(tree, head, draft, noun)
    return Measure(of_what, holder, noun)


def _measured(tree: Tree, draft: Draft, known: Figures) -> Measure:
    top = draft.top
    if draft.first > draft.sentence[0] + 1 and tree.texts[draft.first - 1] == ":":
        headed = of_heading(tree, draft)
        if headed.of_what is not None:
            return headed
    inner = _inside(tree, draft)
    if inner is not None and tree.lower[inner] in _WHOLES:
        inner = None
    relation, head, preposition = tree.governor(top)
    outer = head if relation == "mod" and tree.is_noun(head) else None
    if outer is not None and not draft.first <= outer < draft.after:  # "a 40% stake"
        if tree.lower[outer] in known.change_nouns:
            return _of_change(tree, draft, outer, known)
        if not is_amount(tree, outer):
            of_what = _without(tree.phrase(outer), draft)
            return Measure(of_what, holder_of(tree, outer, draft, known), outer)
    if inner is not None and draft.is_share:  # "52% of voters"
        return Measure(tree.phrase(inner), _inner_holder(tree, inner, top, draft), inner)
    if draft.amount.unit == "fraction" and tree.tags[draft.after : draft.after + 1] == ["NNS"]:
        return Measure((draft.after, draft.after + 1), None, draft.after)  # "one in five adults"
    aim = _aim(tree, draft)
    if aim is not None:  # "€412 million for schools"
        return Measure(tree.phrase(aim), subject_of(tree, head, draft, top), aim)
    if relation == "appos" and tree.deps[head] == "dative":  # "awarded the tenant $90,000"
        relation, head = "obj", tree.heads[head]
    for _ in range(_UP):
        if relation in {"mod", "prep", "appos", "npadvmod", "dep", "nmod", "acl", "advmod"} and (
            tree.is_noun(head) or draft.first <= head < draft.after
        ):
            if draft.first <= head < draft.after or is_amount(tree, head):
                if tree.heads[head] == head:
                    break
                relation, head, preposition = tree.governor(head)
                continue
            if tree.lower[head] in known.change_nouns:
                return _of_change(tree, draft, head, known)
            found = _named(tree, draft, head, relation, preposition, known)
            if found is not None:
                return found
        if relation == "conj" and not tree.is_verb(head):
            relation, head, preposition = tree.governor(head)
            continue
        break
    verb = head if tree.is_verb(head) else tree.verb_above(head)
    if tree.is_verb(top) and verb is None:
        verb = top
    if verb is not None:
        return _of_verb(tree, draft, verb, relation, preposition, inner, known)
    if inner is not None:
        return Measure(tree.phrase(inner), None, inner)
    return of_heading(tree, draft)


def _named(
    tree: Tree,
    draft: Draft,
    noun: int,
    relation: str,
    preposition: str,
    known: Figures,
) -> Measure | None:
    """The measure that a noun over the figure names: "profit of $5m", "a grant worth £1.3m"."""
    if relation == "prep" and (preposition not in _NAMING or preposition in _ADJUNCTS):
        if preposition in {"on", "at", "with"} and tree.tags[noun][:3] == "NNP":
            return Measure(None, span_of(tree, noun), noun)  # "the Centre on 27%"
        return None
    verb = tree.verb_above(noun)
    is_below = relation == "prep" and preposition in {"to", "at", "from"} and verb is not None
    if is_below and tree.deps[noun] == "pobj":
        return None  # "her target for Sabel to €54": it may hang on the verb's object as well
    holder = holder_of(tree, noun, draft, known)
    return Measure(tree.phrase(noun, following=False), holder, noun)


def _of_change(tree: Tree, draft: Draft, noun: int, known: Figures) -> Measure:
    """ "a rise of 3.8% in rents", "a 5% drop in sales", "a drop from 702"."""
    for c in tree.children[noun]:
        if tree.lower[c] in {"in", "of", "de", "des"} and tree.is_preposition(c):
            below = tree.child(c, "pobj")
            own = below is not None and draft.first <= below < draft.after
            if below is None or own or is_amount(tree, below):
                continue
            if not is_time(tree, below):
                return Measure(tree.phrase(below), holder_of(tree, below, draft, known), below)
    compound = next(
        (
            c
            for c in tree.children[noun]
            if tree.deps[c] in {"compound", "poss"}
            and tree.is_noun(c)
            and not draft.first <= c < draft.after
            and not is_amount(tree, c)
        ),
        None,
    )
    if compound is not None:
        return Measure(tree.phrase(compound), holder_of(tree, noun, draft, known), compound)
    verb = tree.verb_above(noun)
    if verb is None and tree.heads[noun] == noun and noun > draft.sentence[0]:
        first = max(draft.sentence[0], noun - _NEAR)  # "The VAT on nappies drops": no verb to it
        return Measure((first, noun), None, noun - 1)
    subject = tree.subject(verb) if verb is not None else None
    if subject is None or draft.first <= subject < draft.after or subject == noun:
        return Measure(tree.phrase(noun, following=False), None, noun)
    if verb is not None and tree.object(verb) == noun and tree.is_person_like(subject):
        return Measure(tree.phrase(noun, following=False), span_of(tree, subject), noun)
    return Measure(tree.phrase(subject), holder_of(tree, subject, draft, known), subject)


def _of_verb(
    tree: Tree,
    draft: Draft,
    verb: int,
    relation: str,
    preposition: str,
    inner: int | None,
    known: Figures,
) -> Measure:
    subject = _but(tree, tree.subject(verb), draft)
    theme = _but(tree, tree.object(verb), draft)
    word = tree.lower[verb]
    who = span_of(tree, subject) if subject is not None else None
    if word in known.penalties and tree.child(verb, "auxpass", "aux:pass") is None:
        receiver = _receiver(tree, verb, draft) if theme is None else span_of(tree, theme)
        if receiver is not None:  # "sentenced the driver to six years"
            return Measure(_what_for(tree, draft, verb), receiver, verb)
    receiver = _receiver(tree, verb, draft) if word in known.costs else None
    if receiver is not None:  # "will cost the town 8 million kronor"
        of_what = tree.phrase(subject) if subject is not None else _verb_range(tree, verb)
        return Measure(of_what, receiver, verb)
    given = _receiver(tree, verb, draft) if word in _GIVES and draft.is_share else None
    if given is not None:  # "exit polls gave the Greens 11 percent"
        return Measure(_verb_range(tree, verb), given, verb)
    passive = tree.child(verb, "auxpass", "aux:pass") is not None
    moves = known.rising | known.falling
    is_move = word in moves or any(
        tree.lower[c] in moves and tree.deps[c] in {"prt", "advmod"} for c in tree.children[verb]
    )
    is_level = is_move or word in known.levels
    if theme is not None and relation != "obj":
        if tree.lower[theme] in known.change_nouns:
            return _of_change(tree, draft, theme, known)
        if draft.is_share and tree.is_person_like(theme):
            if preposition in {"on", "at"}:  # "puts Labour on 29%"
                return Measure(_verb_range(tree, verb), span_of(tree, theme), verb)
        elif draft.is_money or tree.child(theme, "nummod") is None:
            return Measure(tree.phrase(theme), owner_of(tree, theme, draft) or who, theme)
    if inner is not None and not (is_level and subject is not None):
        return Measure(tree.phrase(inner), who, inner)
    if subject is not None and is_level:
        is_measure = tree.lower[subject] in known.own_measures | _RATES
        has_share = (draft.is_share or draft.is_points) and tree.is_person_like(subject)
        has_share = has_share and not is_measure  # "Turnout was 58 percent"
        if has_share and (not is_move or relation == "obj"):
            return Measure(_verb_range(tree, verb), who, verb)  # "the Alliance stands at 21%"
        if tree.lower[subject] in {"it", "he", "she", "they", "we", "i"} and not is_move:
            is_it = tree.lower[subject] == "it"
            return Measure(None if is_it else _verb_range(tree, verb), None if is_it else who, verb)
        holder = holder_of(tree, subject, draft, known, whole=True)
        if is_measure and holder is not None and holder[0] <= subject < holder[1]:
            holder = None  # "Turnout was 58 percent" is nobody's
        return Measure(tree.phrase(subject), holder, subject)
    if subject is not None and passive:
        is_person = tree.is_person_like(subject) or tree.lower[subject] in known.person_nouns
        if word in known.penalties or is_person:
            return Measure(_what_for(tree, draft, verb), who, verb)
        if preposition in {"to", "by", "at", "from"} or relation != "prep":
            holder = holder_of(tree, subject, draft, known, whole=True)
            return Measure(tree.phrase(subject), holder, subject)
    return Measure(_what_for(tree, draft, verb), who, verb)


def _but(tree: Tree, noun: int | None, draft: Draft) -> int | None:
    """A noun of the clause, unless it is the figure itself or another number."""
    if noun is None or draft.first <= noun < draft.after or is_amount(tree, noun):
        return None
    return noun


def _receiver(tree: Tree, verb: int, draft: Draft) -> Range | None:
    """Who gets what a verb gives: "awarded *the widow* $1.75m", "cost *the town* £7,000"."""
    for c in tree.children[verb]:
        if tree.deps[c] in {"dative", "iobj"} and tree.is_noun(c) and c < draft.first:
            return span_of(tree, c)
    between = range(verb + 1, draft.first)
    if not 0 < len(between) <= _NEAR or not tree.texts[between[-1]][:1].isalpha():
        return None
    tags = [tree.tags[i] for i in between]
    if any(not tag.startswith(_NOUN_PHRASE) for tag in tags) or is_amount(tree, between[-1]):
        return None
    is_closed = not tags[-1].startswith("JJ") or tags[0] == "DT"
    return (between[0], draft.first) if is_closed and len(between) > 1 else None


def _what_for(tree: Tree, draft: Draft, verb: int) -> Range | None:
    """What a sum is paid for, or the verb that says what is done with it.

    Who "wanted 5%" or "offered 6%" does not say of what.
    """
    for c in tree.children[draft.top] + tree.children[verb]:
        if (
            c > draft.top
            and tree.is_preposition(c)
            and tree.lower[c] in {"for", "in", "on", "pour"}
        ):
            below = tree.child(c, "pobj")
            if below is not None and tree.is_noun(below) and not is_time(tree, below):
                return tree.phrase(below)
    return _verb_range(tree, verb) if tree.lower[verb] not in _WISHES else None


def _verb_range(tree: Tree, verb: int) -> Range:
    particle = tree.child(verb, "prt")
    return (verb, particle + 1) if particle == verb + 1 else (verb, verb + 1)


def _inside(tree: Tree, draft: Draft) -> int | None:
    """The noun of the phrase that follows the figure: "52% *of voters*", "4.2 kg *of gold*"."""
    for i in range(draft.first, draft.after):
        for c in tree.children[i]:
            if c >= draft.after and tree.deps[c] == "prep" and tree.lower[c] in {"of", "in"}:
                below = tree.child(c, "pobj")
                if below is None or is_amount(tree, below) or is_time(tree, below):
                    continue
                if tree.lower[c] == "in" and not draft.is_money:
                    continue
                return below
            if c >= draft.after and tree.deps[c] == "nmod" and tree.is_noun(c):
                case = tree.child(c, "case")
                if case is not None and tree.lower[case] in _CASES_OF:
                    return c
    return None


def _aim(tree: Tree, draft: Draft) -> int | None:
    """What money is for, where the phrase hangs on the amount itself."""
    if not draft.is_money:
        return None
    for i in range(draft.first, draft.after):
        for c in tree.children[i]:
            if c == draft.after and tree.lower[c] in {"for", "pour"} and tree.is_preposition(c):
                below = tree.child(c, "pobj")
                if below is not None and not is_amount(tree, below) and not is_time(tree, below):
                    return below
            if c > draft.after and tree.deps[c] == "nmod":
                case = tree.child(c, "case")
                if case is not None and tree.lower[case] == "pour":
                    return c
    return None


def _inner_holder(tree: Tree, inner: int, top: int, draft: Draft) -> Range | None:
    owner = owner_of(tree, inner, draft)
    if owner is not None:
        return owner
    relation, head, _ = tree.governor(top)
    if relation in {"obj", "prep", "conj"}:
        return subject_of(tree, head, draft, top)
    return None


def _without(phrase: Range, draft: Draft) -> Range:
    """A phrase without the figure that opens it: "40% stake" → "stake"."""
    first, after = phrase
    if first < draft.after <= after and draft.after < after and draft.first <= first + 3:
        return draft.after, after
    return first, after
