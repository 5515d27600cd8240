"""Measures that the words right beside a figure name: "a buyback worth", "800 metres wide"."""

from __future__ import annotations

from dataclasses import dataclass

from include.extraction.figures.draft import Draft, Range
from include.extraction.figures.holders import span_of, subject_of
from include.extraction.figures.tree import Tree
from include.languages.record import Figures

_NEAR = 6


@dataclass(frozen=True, slots=True)
class Measure:
    """`of_what` and `holder` as token ranges; `head` the token the measure is read from."""

    of_what: Range | None = None
    holder: Range | None = None
    head: int | None = None


def worth(tree: Tree, draft: Draft) -> Measure | None:
    """ "A dividend and *a buyback worth* 500 million": the noun right before the word."""
    at = draft.first - 2
    if at < draft.sentence[0] or tree.lower[at + 1] != "worth" or not tree.is_noun(at):
        return None
    first, _ = tree.phrase(at, following=False)
    return Measure((first, at + 1), subject_of(tree, at, draft, at), at)


def apart(tree: Tree, draft: Draft, known: Figures) -> Measure | None:
    """ "48 seconds *outside the record*", "an *avalanche* 800 metres wide"."""
    at = draft.after
    has_unit = draft.amount.unit is not None or draft.noun is not None
    if at >= draft.sentence[1] or not has_unit or draft.is_money or draft.is_share:
        return None
    if tree.lower[at] not in known.differences:
        return None
    subject = subject_of(tree, draft.top, draft, draft.top)
    for i in (at, at + 1):
        if i >= draft.sentence[1]:
            break
        below = tree.child(i, "pobj") if tree.is_preposition(i) else None
        if below is not None and 0 < below - at <= _NEAR:
            return Measure((at, below + 1), subject, at)
    before = draft.first - 1
    if before > draft.sentence[0] and tree.tags[before].startswith("NN"):
        return Measure(tree.phrase(before, following=False), None, before)
    verb = tree.verb_above(draft.top)
    is_be = verb is not None and tree.lower[verb] in {"is", "was", "are", "were"}
    if verb is not None and 0 < draft.first - verb <= 2 and not is_be:
        return Measure((verb, verb + 1), None, verb)
    return Measure((at, at + 1), subject, at)


def of_heading(tree: Tree, draft: Draft) -> Measure:
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
            verb = tree.verb_above(draft.top)
            teller = tree.subject(verb) if verb is not None else None
            is_named = (
                teller is not None and teller > draft.after and tree.tags[teller].startswith("NNP")
            )
            holder = span_of(tree, teller) if is_named and teller is not None else None
            return Measure((begin, at), holder, at - 1) if begin < at else Measure()
        at -= 1
    return Measure()
