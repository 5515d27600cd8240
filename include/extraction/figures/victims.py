"""Victims counted beside a number: "Marek Dobrin and two others", "all but two of the 33"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from include.extraction.figures.draft import Draft
from include.extraction.figures.people import is_person
from include.extraction.figures.text import FigureText
from include.extraction.figures.tree import Tree

_NOT_JOINED = frozenset({"protesters"})
_SINGLE = frozenset({"NN", "NNP", "PRP"})
_NEAR = 4


def join_victims(reading: FigureText, drafts: Sequence[Draft]) -> None:
    """Adds to a number of victims those named or told of beside it, one each."""
    for at, draft in enumerate(drafts):
        tree = reading.tree_of(draft)
        if tree is None or draft.kind is None or not draft.kind.is_event:
            continue
        _all_but(reading, draft, drafts[at + 1] if at + 1 < len(drafts) else None)
        if draft.kind.what in _NOT_JOINED or draft.kind.rule != "parse":
            continue
        _join(reading, tree, draft)


def _join(reading: FigureText, tree: Tree, draft: Draft) -> None:
    node = _member(tree, draft)
    if node is None or draft.amount.low is None or draft.amount.low != draft.amount.high:
        return
    single: list[int] = []
    at = node
    for _ in range(6):
        if tree.deps[at] not in {"conj", "appos"}:
            break
        at = tree.heads[at]
        if not _is_single(reading, tree, at):
            return
        single.append(at)
    if not single or draft.amount.is_nought:
        return
    first = min(tree.left_edge(one) if one == single[-1] else one for one in single)
    first = next((i for i in range(first, draft.first) if tree.tags[i] != "CC"), draft.first)
    more = Decimal(len(single))
    amount = draft.amount
    draft.amount = replace(
        amount,
        start=reading.table.starts[first],
        low=amount.low + more if amount.low is not None else None,
        high=amount.high + more if amount.high is not None else None,
        is_bare_digits=False,
    )
    draft.first = first
    draft.kind = replace(draft.kind, rule="victims") if draft.kind is not None else None


def _member(tree: Tree, draft: Draft) -> int | None:
    """The token of the figure that is joined to another by "and"."""
    for token in (draft.top, draft.noun):
        if token is not None and tree.deps[token] == "conj" and not tree.is_verb(tree.heads[token]):
            return token
    return None


def _is_single(reading: FigureText, tree: Tree, token: int) -> bool:
    """Whether a token is one person: a name, "him", "the mayor", "a woman"."""
    if tree.tags[token] not in _SINGLE:
        return False
    if any(tree.deps[c] == "nummod" for c in tree.children[token]):
        return False
    if tree.tags[token] == "PRP":
        return tree.lower[token] in {"him", "her", "he", "she", "himself", "herself"}
    return is_person(reading.doc[token], reading.known)


def _all_but(reading: FigureText, draft: Draft, behind: Draft | None) -> None:
    """ "all but two of the 33 miners were rescued": 31 were."""
    lower = reading.table.lower
    if lower[max(0, draft.first - 2) : draft.first] != ["all", "but"] or behind is None:
        return
    if not 0 < behind.first - draft.after <= _NEAR or "of" not in lower[draft.after : behind.first]:
        return
    whole, part = behind.amount.low, draft.amount.low
    if whole is None or part is None or part >= whole:
        return
    draft.first -= 2
    draft.amount = replace(
        draft.amount, start=reading.table.starts[draft.first], low=whole - part, high=whole - part
    )
