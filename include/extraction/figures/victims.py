"""Victims counted beside a number, or without one.

"Marek Dobrin and two others" are three, "a woman and her two sons" as well, "a cyclist was
killed" is one, and "all but two of the 33" are 31.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from include.extraction.figures.amounts import Amount
from include.extraction.figures.draft import Draft
from include.extraction.figures.events import EventTree
from include.extraction.figures.kinds import Kind
from include.extraction.figures.people import is_person
from include.extraction.figures.text import FigureText
from include.extraction.figures.told import Told
from include.extraction.figures.tree import Tree

_NOT_JOINED = frozenset({"protesters"})
_SINGLE = frozenset({"NN", "NNP", "PRP"})
_ALONE = frozenset({"a", "an", "another"})
_OWNED = frozenset({"PRP$"})
_NEAR = 4
_MOST = 8
_BEFALL = frozenset({"killed", "wounded", "missing", "kidnapped", "arrested", "freed"})
_BESIDE = (["along", "with"], ["together", "with"], ["as", "well", "as"])


def join_victims(reading: FigureText, events: EventTree | None, drafts: Sequence[Draft]) -> None:
    """Adds to a number of victims those named or told of beside it, one each."""
    for at, draft in enumerate(drafts):
        tree = reading.tree_of(draft)
        if tree is None or events is None:
            continue
        _all_but(reading, draft, drafts[at + 1] if at + 1 < len(drafts) else None)
        if draft.amount.low is None or draft.amount.low != draft.amount.high:
            continue
        if draft.kind is None or draft.amount.is_nought or draft.amount.unit is not None:
            continue
        if draft.kind.is_event and draft.kind.what not in _NOT_JOINED:
            if draft.kind.rule in {"parse", "list"}:
                _join(reading, tree, draft, drafts)
        elif draft.kind.unit == "person":
            _join_beside(reading, tree, events, draft, drafts)


def _join(reading: FigureText, tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> None:
    """The others of the list that a number of victims stands in, where they are one each."""
    node = draft.noun if draft.noun is not None else draft.top
    if draft.top != node and tree.deps[draft.top] == "conj":
        node = draft.top  # "two of his guards"
    root, members = _members(tree, node)
    others = [one for one in members if one != node]
    if not others or not all(_is_single(reading, tree, one, drafts) for one in others):
        return
    if tree.is_verb(root):
        return
    _count(reading, tree, draft, others)


def _join_beside(
    reading: FigureText, tree: Tree, events: EventTree, draft: Draft, drafts: Sequence[Draft]
) -> None:
    """ "the engineer, along with two colleagues": what befell the one befell them all."""
    lower = tree.lower
    lead = list(lower[max(draft.sentence[0], draft.first - 3) : draft.first])
    if not any(lead[-len(words) :] == words for words in _BESIDE):
        return
    verb = tree.verb_above(draft.top)
    if verb is None:
        return
    for side in (tree.object(verb), tree.subject(verb)):
        if side is None or side > draft.first or not _is_single(reading, tree, side, drafts):
            continue
        told = events.told(side, None)
        if told.kind in _BEFALL:
            draft.kind = Kind(told.kind or "", "person", "parse")
            draft.told_by = told.token
            _count(reading, tree, draft, [side])
            return


def _count(reading: FigureText, tree: Tree, draft: Draft, others: Sequence[int]) -> None:
    first = min([draft.first, *(tree.phrase(one, following=False)[0] for one in others)])
    after = max(others) + 1 if max(others) > draft.after else draft.after
    more = Decimal(len(others))
    amount = draft.amount
    assert amount.low is not None
    assert amount.high is not None
    draft.amount = replace(
        amount,
        start=min(amount.start, reading.table.starts[first]),
        end=max(amount.end, reading.table.end(after - 1)),
        low=amount.low + more,
        high=amount.high + more,
        is_bare_digits=False,
    )
    draft.first = first
    draft.kind = replace(draft.kind, rule="victims") if draft.kind is not None else None


def _members(tree: Tree, node: int) -> tuple[int, list[int]]:
    """The head of the list that a token is joined in, and its members in order."""
    root = node
    for _ in range(_MOST):
        is_joined = tree.deps[root] == "conj" or _is_listed(tree, root)
        if not is_joined or tree.is_verb(tree.heads[root]):
            break
        root = tree.heads[root]
    found: list[int] = []
    waiting = [root]
    while waiting and len(found) < _MOST:
        at = waiting.pop()
        found.append(at)
        waiting.extend(
            c for c in tree.children[at] if tree.deps[c] == "conj" or _is_listed(tree, c)
        )
    return root, sorted(found)


def _is_listed(tree: Tree, token: int) -> bool:
    """ "Goran Ilic, his wife and their two daughters": no other name of the same person."""
    below = tree.children[token]
    return (
        tree.deps[token] == "appos"
        and any(tree.tags[c] in _OWNED for c in below)
        and any(tree.deps[c] == "cc" for c in below)
    )


def _is_single(reading: FigureText, tree: Tree, token: int, drafts: Sequence[Draft] = ()) -> bool:
    """Whether a token is one person: a name, "him", "the mayor", "a woman"."""
    if tree.tags[token] not in _SINGLE:
        return False
    if any(tree.deps[c] == "nummod" for c in tree.children[token]):
        return False
    if any(draft.first <= token < draft.after for draft in drafts):
        return False
    if tree.tags[token] == "PRP":
        return tree.lower[token] in {"him", "her", "he", "she", "himself", "herself"}
    return is_person(reading.doc[token], reading.known)


def _all_but(reading: FigureText, draft: Draft, behind: Draft | None) -> None:
    """ "all but two of the 33 miners were rescued": 31 were."""
    lower = reading.table.lower
    if lower[max(0, draft.first - 2) : draft.first] != ["all", "but"] or behind is None:
        return
    if draft.kind is None or not draft.kind.is_event:
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


def single_victims(reading: FigureText, events: EventTree, drafts: Sequence[Draft]) -> list[Draft]:
    """Figures of those told of without any number: "a cyclist was killed", "a man and his son"."""
    tree = reading.tree
    if tree is None or reading.code != "en":
        return []
    found: list[Draft] = []
    covered = [(draft.first, draft.after) for draft in drafts]
    done: set[int] = set()
    for token in range(len(tree.tags)):
        if tree.tags[token] != "NN" or token in done or not _opens_alone(tree, token):
            continue
        if not _is_single(reading, tree, token, drafts):
            continue
        root, members = _members(tree, token)
        done.update(members)
        if not all(_is_single(reading, tree, one, drafts) for one in members):
            continue
        first = min(tree.phrase(one, following=False)[0] for one in members)
        after = max(members) + 1
        if any(start < after and first < end for start, end in covered):
            continue
        told = _befell(tree, events, root)
        if told is None:
            continue
        found.append(_single(reading, root, first, after, len(members), told))
    return [draft for draft in found if reading.tree_of(draft) is not None]


def _befell(tree: Tree, events: EventTree, token: int) -> Told | None:
    """What befell one person, where the verb says it plainly."""
    relation, head, _ = tree.governor(token)
    if relation not in {"passive", "subj", "obj"} or not tree.is_verb(head):
        return None
    told = events.told(token, None)
    if told.kind not in _BEFALL or told.token is None:
        return None
    if relation == "subj" and told.token == head and not events.is_plain(head):
        return None
    return told


def _opens_alone(tree: Tree, token: int) -> bool:
    """Whether one person is brought up: "a cyclist", "her son"; "the man" has been before."""
    return any(
        tree.lower[c] in _ALONE or tree.tags[c] in _OWNED
        for c in tree.children[token]
        if tree.deps[c] in {"det", "poss"}
    )


def _single(
    reading: FigureText, root: int, first: int, after: int, count: int, told: Told
) -> Draft:
    table = reading.table
    amount = Amount(
        start=table.starts[first],
        end=table.end(after - 1),
        number_start=table.starts[first],
        number_end=table.end(after - 1),
        low=Decimal(count),
        high=Decimal(count),
        bound="exact",
        unit=None,
    )
    draft = Draft(amount, first, after, reading.sentences.around(first), root)
    draft.kind = Kind(told.kind or "", "person", "single" if count == 1 else "victims")
    draft.told_by = told.token
    draft.noun = root
    return draft
