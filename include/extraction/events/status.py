"""Whether an event is told as a fact: actual, forecast, possible, negated or earlier.

The words round the trigger decide, the nearest first; what is only wanted, planned, alleged,
denied or asked leads no count.
"""

from __future__ import annotations

from include.extraction.figures.tree import Tree
from include.languages.record import Events, Figures

_MOST = 5
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "pcomp", "acl", "conj", "dep", "csubj"})


def status_of_verb(tree: Tree, verb: int, known: Events, figures: Figures) -> str | None:
    """The status of an event told by a verb; None where its form tells of no event at all."""
    own = _own(tree, verb, known, figures)
    if own is not None:
        return own
    label, tag = tree.deps[verb], tree.tags[verb]
    lead = verb
    while tree.deps[lead] == "conj" and tree.is_verb(tree.heads[lead]):
        if _has_subject(tree, lead):
            break
        lead = tree.heads[lead]
        shared = _own(tree, lead, known, figures)
        if shared is not None and not (tree.helpers(verb) - known.infinitives):
            return shared
    label = tree.deps[lead]
    if known.infinitives & (tree.helpers(verb) | tree.helpers(lead)):
        return _of_infinitive(tree, lead, known)
    if tag == "VBG" and not _is_progressive(tree, verb):
        return _of_gerund(tree, verb, lead, known, figures)
    if tag in {"VB", "VBP", "VBZ"} and not any(
        tree.deps[c].startswith("aux") for c in tree.children[verb]
    ):
        return None
    if label in {"advcl", "ccomp", "relcl", "acl"}:
        return _above(tree, lead, known, figures)
    return "actual"


def status_of_noun(tree: Tree, noun: int, known: Events, figures: Figures) -> str:
    """The status of an event that a noun names."""
    for c in tree.children[noun]:
        word = tree.lower[c]
        if c < noun and word in known.planned:
            return "forecast"
        if c < noun and word in known.doubtful:
            return "possible"
        if c < noun and word in known.open:
            return "possible"
    verb = tree.verb_above(noun)
    if verb is None:
        return "actual"
    word = tree.lower[verb]
    if word in known.going_on and tree.governor(noun)[0] == "obj":
        return "actual"
    if word in known.not_done and tree.governor(noun)[0] in {"obj", "passive"}:
        return "negated"
    if tree.governor(noun)[1] != verb:
        return "actual"  # the verb is of something else: "her response to the attack"
    own = _own(tree, verb, known, figures)
    if own is not None:
        return own
    if word in figures.forecasts | figures.possible and tree.governor(noun)[0] in {"obj", "prep"}:
        return "forecast"
    if known.infinitives & tree.helpers(verb):
        return _of_infinitive(tree, verb, known)
    if tree.tags[verb] == "VBG" and not _is_progressive(tree, verb):
        return _of_gerund(tree, verb, verb, known, figures) or "actual"
    return _above(tree, verb, known, figures)


def _own(tree: Tree, verb: int, known: Events, figures: Figures) -> str | None:
    """What a verb's own helpers say."""
    helpers = tree.helpers(verb)
    if figures.negations & helpers:
        return "negated"
    if any(
        tree.lower[c] in figures.negations for c in tree.children[verb] if tree.deps[c] == "neg"
    ):
        return "negated"
    mark = next((tree.lower[c] for c in tree.children[verb] if tree.deps[c] == "mark"), "")
    if mark in figures.conditions:
        return "possible"
    if figures.modals & helpers or known.could & helpers:
        return "possible"
    if figures.futures & helpers or known.wished & helpers:
        return "forecast"  # "ordered that he be held": "be" without "to" or "may" is wished
    if any(
        tree.lower[c] in figures.possible for c in tree.children[verb] if tree.deps[c] == "advmod"
    ):
        return "possible"
    return None


def _of_infinitive(tree: Tree, verb: int, known: Events) -> str:
    """ "refused to sign", "was forced to resign", "plans to meet", "gathered to protest"."""
    up = tree.heads[verb]
    word = tree.lower[up] if up != verb else ""
    if word in known.not_done:
        return "negated"
    if word in known.alleged or (tree.helpers(verb) & known.perfect and word in known.said):
        return "possible"
    if tree.helpers(verb) & known.perfect:
        return "actual"
    if word in known.came_about and tree.deps[verb] in {"xcomp", "advcl", "ccomp"}:
        return "actual"
    return "forecast"


def _of_gerund(tree: Tree, verb: int, lead: int, known: Events, figures: Figures) -> str | None:
    """ "after meeting", "accused of attacking", "began marching"; None where it is a mere name."""
    label = tree.deps[lead]
    up = tree.heads[lead]
    if label == "pcomp":
        before = tree.lower[up]
        above = tree.lower[tree.heads[up]]
        if above in known.alleged or above in known.not_done:
            return "possible"
        return "actual" if before in known.done_after else None
    if label in {"advcl", "acl"}:
        return "actual"
    word = tree.lower[up]
    if word in known.not_done:
        return "negated"
    if word not in known.came_about or label not in {"xcomp", "ccomp", "dobj"}:
        return None
    return _own(tree, up, known, figures) or "actual"


def _above(tree: Tree, verb: int, known: Events, figures: Figures) -> str:
    """What the verbs above a clause say of it: denied, feared, alleged."""
    at = verb
    for _ in range(_MOST):
        label = tree.deps[at]
        if label not in _CLAUSES or label == "acl":
            break
        up = tree.heads[at]
        if up == at:
            break
        word = tree.lower[up]
        if label in {"ccomp", "xcomp", "pcomp"}:
            helpers = tree.helpers(up)
            if word in figures.denials:
                return "negated"
            if word in known.alleged or word in figures.possible:
                return "possible"
            if figures.negations & helpers and word in figures.certain:
                return "negated"
        if label == "advcl":
            mark = next((tree.lower[c] for c in tree.children[at] if tree.deps[c] == "mark"), "")
            if mark in figures.conditions:
                return "possible"
        at = up
    return "actual"


def _has_subject(tree: Tree, verb: int) -> bool:
    return any(tree.deps[c].startswith("nsubj") for c in tree.children[verb])


def _is_progressive(tree: Tree, verb: int) -> bool:
    return any(tree.deps[c] in {"aux", "auxpass"} for c in tree.children[verb])
