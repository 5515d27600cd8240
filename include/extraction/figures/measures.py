"""What a figure measures, and whose it is, by the grammar of its sentence.

"Tellmar's net profit rose to $5m": the number hangs on the verb, the verb tells of its
subject, and the subject's owner is the holder. Tokens are indexes into the text's tree.
"""

from __future__ import annotations

from dataclasses import dataclass

from include.extraction.figures.draft import Draft
from include.extraction.figures.tree import Tree
from include.languages.record import Figures

Range = tuple[int, int]
_LINKS = frozenset({"of", "in", "de", "des", "d'", "du"})
_OWNS = frozenset({"of", "at", "by", "for", "de", "du", "des", "chez", "d'"})
_UP = 6
_SMALL = frozenset({"per", "a", "an", "la", "le"})


@dataclass(frozen=True, slots=True)
class Measure:
    """`of_what` and `holder` as token ranges; `head` the token the measure is read from."""

    of_what: Range | None = None
    holder: Range | None = None
    head: int | None = None


def measure(tree: Tree, draft: Draft, known: Figures) -> Measure:
    """What a figure of a parsed sentence measures, and whose it is."""
    if draft.noun is not None:
        return _counted(tree, draft, draft.noun, known)
    return _measured(tree, draft, known)


def _counted(tree: Tree, draft: Draft, noun: int, known: Figures) -> Measure:
    """ "the trust's 64 schools", "Quill is hiring 75 engineers"."""
    of_what = _without(tree.phrase(noun), draft)
    holder = _owner(tree, noun, draft)
    if holder is None:
        relation, head, preposition = tree.governor(noun)
        for _ in range(2):
            if relation != "prep" or tree.is_verb(head) or preposition not in {"of", "de"}:
                break
            holder = _owner(tree, head, draft)
            relation, head, preposition = tree.governor(head)
        if holder is None and relation in {"obj", "prep", "attr", "conj"}:
            holder = _subject_of(tree, head, draft, noun)
    return Measure(of_what, holder, noun)


def _measured(tree: Tree, draft: Draft, known: Figures) -> Measure:
    top = draft.top
    inner = _inside(tree, draft)
    relation, head, preposition = tree.governor(top)
    outer = head if relation == "mod" and tree.is_noun(head) else None
    if outer is not None and not draft.first <= outer < draft.after:  # "a 40% stake"
        if tree.lower[outer] in known.change_nouns:
            return _of_change(tree, draft, outer, known)
        return Measure(_without(tree.phrase(outer), draft), _holder(tree, outer, draft), outer)
    if inner is not None and draft.is_share:  # "52% of voters"
        return Measure(tree.phrase(inner), _inner_holder(tree, inner, top, draft), inner)
    aim = _aim(tree, draft)
    if aim is not None:  # "€412 million for schools"
        return Measure(tree.phrase(aim), _subject_of(tree, head, draft, top), aim)
    for _ in range(_UP):
        if relation in {"mod", "prep", "appos", "npadvmod", "dep", "nmod", "acl", "advmod"} and (
            tree.is_noun(head) or draft.first <= head < draft.after
        ):
            if draft.first <= head < draft.after or _is_amount(tree, head):
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
    return _of_heading(tree, draft)


def _named(
    tree: Tree,
    draft: Draft,
    noun: int,
    relation: str,
    preposition: str,
    known: Figures,
) -> Measure | None:
    """The measure that a noun over the figure names: "profit of $5m", "a grant worth £1.3m"."""
    if relation == "prep" and preposition not in {
        "of", "to", "at", "from", "worth", "de", "à", "with", "by", "than", "around", "for", "in"
    }:  # fmt: skip
        return None
    if relation == "prep" and preposition in {"in", "by", "for", "with"}:
        return None
    subject_verb = tree.verb_above(noun)
    if relation == "prep" and preposition in {"to", "at", "from"} and subject_verb is not None:
        # "her target for Sabel to €54": the phrase may hang on the verb's object as well
        label = tree.deps[noun]
        if label == "pobj":
            return None
    return Measure(tree.phrase(noun, following=False), _holder(tree, noun, draft), noun)


def _of_change(tree: Tree, draft: Draft, noun: int, known: Figures) -> Measure:
    """ "a rise of 3.8% in rents", "a 5% drop in sales", "a drop from 702"."""
    for c in tree.children[noun]:
        if tree.lower[c] in {"in", "of", "de", "des"} and tree.is_preposition(c):
            below = tree.child(c, "pobj")
            if (
                below is not None
                and not draft.first <= below < draft.after
                and not _is_amount(tree, below)
            ):
                return Measure(tree.phrase(below), _holder(tree, below, draft), below)
    compound = next((c for c in tree.children[noun] if tree.deps[c] in {"compound", "poss"}
                     and tree.is_noun(c) and not draft.first <= c < draft.after), None)  # fmt: skip
    if compound is not None:
        return Measure(tree.phrase(compound), _holder(tree, noun, draft), compound)
    verb = tree.verb_above(noun)
    if verb is None:
        return Measure(tree.phrase(noun), None, noun)
    subject = tree.subject(verb)
    if subject is None or draft.first <= subject < draft.after:
        return Measure(tree.phrase(noun), None, noun)
    if subject == noun:
        return Measure(tree.phrase(noun), None, noun)
    return Measure(tree.phrase(subject), _holder(tree, subject, draft), subject)


def _of_verb(
    tree: Tree,
    draft: Draft,
    verb: int,
    relation: str,
    preposition: str,
    inner: int | None,
    known: Figures,
) -> Measure:
    subject = tree.subject(verb)
    if subject is not None and (draft.first <= subject < draft.after or _is_amount(tree, subject)):
        subject = None
    word = tree.lower[verb]
    theme = tree.object(verb)
    if theme is not None and (draft.first <= theme < draft.after or _is_amount(tree, theme)):
        theme = None
    passive = subject is not None and any(
        tree.deps[c] in {"auxpass", "aux:pass"} for c in tree.children[verb]
    )
    moves = known.rising | known.falling
    is_level = word in known.levels or word in moves
    is_level = is_level or any(
        tree.lower[c] in moves and tree.deps[c] in {"prt", "advmod"} for c in tree.children[verb]
    )
    if theme is not None and relation != "obj":
        if tree.lower[theme] in known.change_nouns:
            return _of_change(tree, draft, theme, known)
        holder = _owner(tree, theme, draft) or (
            _range(tree, subject) if subject is not None else None
        )
        return Measure(tree.phrase(theme), holder, theme)
    if inner is not None and not (is_level and subject is not None):
        return Measure(
            tree.phrase(inner), _range(tree, subject) if subject is not None else None, inner
        )
    if subject is not None and is_level:
        return Measure(tree.phrase(subject), _holder(tree, subject, draft, whole=True), subject)
    if subject is not None and passive:
        if word in known.penalties:
            return Measure(_verb_range(tree, verb), _range(tree, subject), verb)
        if preposition in {"to", "by", "at", "from"} or relation != "prep":
            return Measure(tree.phrase(subject), _holder(tree, subject, draft, whole=True), subject)
    if relation in {
        "obj",
        "prep",
        "attr",
        "npadvmod",
        "advmod",
        "dep",
        "conj",
        "ccomp",
        "xcomp",
        "obl",
        "nmod",
    }:
        of_what = _verb_range(tree, verb)
        for c in tree.children[draft.top] + tree.children[verb]:
            if (
                c > draft.top
                and tree.is_preposition(c)
                and tree.lower[c] in {"for", "in", "on", "pour"}
            ):
                below = tree.child(c, "pobj")
                if below is not None and tree.is_noun(below) and not _is_time(tree, below):
                    of_what = tree.phrase(below)
                    break
        return Measure(of_what, _range(tree, subject) if subject is not None else None, verb)
    if subject is not None:
        return Measure(tree.phrase(subject), _holder(tree, subject, draft, whole=True), subject)
    return Measure(_verb_range(tree, verb), None, verb)


_TIME_WORDS = frozenset(
    str.split(
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday year month week day quarter "
        "years months weeks days time hours minutes half season night morning"
    )
)


def _is_time(tree: Tree, i: int) -> bool:
    return tree.lower[i] in _TIME_WORDS or tree.lower[i][:1].isdigit()


def _inside(tree: Tree, draft: Draft) -> int | None:
    """The noun of the phrase that follows the figure: "52% *of voters*", "4.2 kg *of gold*"."""
    for i in range(draft.first, draft.after):
        for c in tree.children[i]:
            if c >= draft.after and tree.deps[c] == "prep" and tree.lower[c] in {"of", "in"}:
                below = tree.child(c, "pobj")
                if below is None or _is_amount(tree, below) or _is_time(tree, below):
                    continue
                if tree.lower[c] == "in" and not draft.is_money:
                    continue
                return below
            if c >= draft.after and tree.deps[c] == "nmod" and tree.is_noun(c):
                case = tree.child(c, "case")
                if case is not None and tree.lower[case] in {"de", "des", "d'", "du", "d’"}:
                    return c
    return None


def _aim(tree: Tree, draft: Draft) -> int | None:
    """What money is for, where the phrase hangs on the amount itself."""
    if not draft.is_money:
        return None
    for i in range(draft.first, draft.after):
        for c in tree.children[i]:
            if c == draft.after and tree.lower[c] == "for" and tree.is_preposition(c):
                below = tree.child(c, "pobj")
                if below is not None and not _is_amount(tree, below) and not _is_time(tree, below):
                    return below
    return None


def _inner_holder(tree: Tree, inner: int, top: int, draft: Draft) -> Range | None:
    owner = _owner(tree, inner, draft)
    if owner is not None:
        return owner
    relation, head, _ = tree.governor(top)
    if relation in {"obj", "prep", "conj"}:
        return _subject_of(tree, head, draft, top)
    return None


def _subject_of(tree: Tree, head: int, draft: Draft, but: int) -> Range | None:
    verb = head if tree.is_verb(head) else tree.verb_above(head)
    subject = tree.subject(verb) if verb is not None else None
    if subject is None or subject == but or draft.first <= subject < draft.after:
        return None
    if _is_amount(tree, subject) and not tree.is_noun(subject):
        return None
    return _range(tree, subject)


def _owner(tree: Tree, noun: int, draft: Draft) -> Range | None:
    """The owner a noun names: "the bank's target", "redundancies at Tanfield Glass"."""
    owned = next((c for c in tree.children[noun] if tree.deps[c] == "poss"
                  and not draft.first <= c < draft.after), None)  # fmt: skip
    if owned is not None:
        if tree.tags[owned] == "PRP$":  # "raised its key rate": whose is the subject's
            verb = tree.verb_above(noun)
            subject = tree.subject(verb) if verb is not None else None
            named = subject is not None and subject != noun and tree.tags[subject][:2] == "NN"
            if named and subject is not None and not draft.first <= subject < draft.after:
                return _range(tree, subject)
        first, after = tree.phrase(owned)
        case = tree.child(owned, "case")
        return first, (min(after, case) if case is not None and case > owned else after)
    for c in tree.children[noun]:
        if c > noun and tree.lower[c] in _OWNS and tree.is_preposition(c):
            below = tree.child(c, "pobj")
            if (
                below is not None
                and tree.tags[below].startswith("NNP")
                and not _is_time(tree, below)
            ):
                return tree.phrase(below)
        if tree.deps[c] == "nmod" and tree.child(c, "case") is not None:
            name = tree.child(c, "appos", "flat:name", "nmod")
            if tree.kinds[c] == "PROPN" or name is not None:
                return tree.phrase(c) if tree.kinds[c] != "PROPN" else (c, tree.right_edge(c) + 1)
    return None


def _holder(tree: Tree, noun: int, draft: Draft, *, whole: bool = False) -> Range | None:
    """Whose a measure is: its owner, else the subject of the clause it is the object of."""
    owner = _owner(tree, noun, draft)
    if owner is not None:
        return owner
    names = [c for c in tree.children[noun] if tree.deps[c] in {"compound", "nmod"}
             and tree.tags[c].startswith("NNP") and not draft.first <= c < draft.after]  # fmt: skip
    if names and not tree.tags[noun].startswith("NNP"):
        return min(tree.left_edge(c) for c in names), max(names) + 1
    for c in tree.children[noun]:  # "membership of the chess league"
        if c > noun and tree.lower[c] in {"of", "at", "for"} and tree.is_preposition(c):
            below = tree.child(c, "pobj")
            own = below is not None and draft.first <= below < draft.after
            if below is None or own or _is_amount(tree, below):
                continue
            if tree.is_noun(below) and not _is_time(tree, below):
                return tree.phrase(below)
    if whole:
        return _range(tree, noun) if tree.tags[noun].startswith(("NNP", "PRP")) else None
    relation, head, _ = tree.governor(noun)
    if relation in {"obj", "prep", "conj", "attr"}:
        return _subject_of(tree, head, draft, noun)
    if relation in {"subj", "passive", "appos"}:
        return None
    return None


def _range(tree: Tree, noun: int) -> Range:
    return tree.phrase(noun, following=tree.tags[noun].startswith("NNP"))


def _verb_range(tree: Tree, verb: int) -> Range:
    particle = tree.child(verb, "prt")
    return (verb, particle + 1) if particle == verb + 1 else (verb, verb + 1)


def _without(phrase: Range, draft: Draft) -> Range:
    """A phrase without the figure that opens it: "40% stake" → "stake"."""
    first, after = phrase
    if first < draft.after <= after and draft.after < after and draft.first <= first + 3:
        return draft.after, after
    return first, after


def _is_amount(tree: Tree, i: int) -> bool:
    return tree.tags[i] == "CD" or tree.kinds[i] == "NUM" or tree.lower[i] in {
        "%", "percent", "cent", "$", "million", "billion", "dollars", "euros", "pounds"
    }  # fmt: skip


def _of_heading(tree: Tree, draft: Draft) -> Measure:
    """ "Turnover: JPY 310bn": the words before a colon."""
    at = draft.first - 1
    first = draft.sentence[0]
    while at >= first and at > draft.first - 8:
        if tree.texts[at] == ":":
            begin = max(first, at - 6)
            for i in range(at - 1, begin - 1, -1):
                if not tree.texts[i][:1].isalpha():
                    begin = i + 1
                    break
            return Measure((begin, at), None, at - 1) if begin < at else Measure()
        at -= 1
    return Measure()
