"""Figures set against each other: "to $212m from $240m", and which way a measure goes."""

from __future__ import annotations

from collections.abc import Sequence

from include.extraction.figures.draft import Draft
from include.extraction.figures.tree import Tree
from include.languages.record import Figures

_FARTHEST = 25
_NEAR = 6
_SHARES = frozenset({"percent", "fraction", "per_mille"})
_SMALL = frozenset(
    str.split(
        "a an the of about around nearly some just only its their his her record revised initial "
        "costs profit loss estimate last year 's over under more than earlier previous previously"
    )
)


def compare(words: Sequence[str], drafts: Sequence[Draft], known: Figures) -> None:
    """Marks in each draft the earlier or expected figure of its sentence it is set against.

    `words` are the text's tokens in small letters. The other figure is told as earlier, and
    gets the unit and measure that it leaves out.
    """
    for at, here in enumerate(drafts):
        lead = _lead(words, here, drafts[at - 1] if at else None)
        if at and drafts[at - 1].sentence == here.sentence:
            before = drafts[at - 1]
            between = words[before.after : here.first]
            if len(between) <= _FARTHEST and _alike(before, here):
                if _opens(lead, known.set_against) and not _is_start(between, before, words, known):
                    _set_against(drafts, at - 1, at, known.forecasts & set(lead))
                    if {"up", "down"} & set(lead[-2:]):
                        before.change = before.change or ("up" if "up" in lead[-2:] else "down")
                    continue
                if lead and _is_start(between, before, words, known):
                    _set_against(drafts, at, at - 1, frozenset())
                    continue
                had_own = before.times and _is_apposed(before, words)
                if known.now & set(between) and (
                    before.status == "earlier" or known.older & set(between) or had_own
                ):
                    _set_against(drafts, at, at - 1, frozenset())
                    continue
                if known.older & set(between) and here.amount.unit in {None, before.amount.unit}:
                    _set_against(drafts, at - 1, at, frozenset())


def _is_apposed(draft: Draft, words: Sequence[str]) -> bool:
    """Whether a figure stands between commas: "Her rating, 61% in March, is now 49%"."""
    return draft.first > 0 and words[draft.first - 1] == ","


def _lead(words: Sequence[str], here: Draft, before: Draft | None) -> list[str]:
    first = here.sentence[0]
    if before is not None and before.sentence == here.sentence:
        first = before.after
    return [w for w in words[max(first, here.first - _NEAR) : here.first] if w.strip()]


def _opens(lead: Sequence[str], openers: frozenset[str]) -> bool:
    """Whether the words right before a figure set it against another: "from", "compared with"."""
    text = " ".join(lead)
    if any(text == one or text.endswith(f" {one}") for one in openers):
        return True
    for at in range(len(lead) - 1, -1, -1):  # "from a record 702"
        if lead[at] in {"from", "versus", "against"}:
            return all(word in _SMALL for word in lead[at + 1 :])
    return False


def _is_start(between: Sequence[str], before: Draft, words: Sequence[str], known: Figures) -> bool:
    """Whether two figures are "from 12 to 15": the first opens the change."""
    lead = [w for w in words[max(before.sentence[0], before.first - 2) : before.first] if w.strip()]
    return (
        bool(lead) and lead[-1] in known.from_first and any(w in known.to_last for w in between[:6])
    )


def _alike(one: Draft, other: Draft) -> bool:
    """Whether two figures may measure the same: one unit, or one that leaves it out."""
    left, right = one.amount.unit, other.amount.unit
    if left == right:
        return True
    if (left in _SHARES and other.noun is not None) or (right in _SHARES and one.noun is not None):
        return False
    if left is None or right is None:
        bare = one if left is None else other
        return bare.noun is None or one.noun is None or other.noun is None
    return {left, right} <= {"percent", "per_mille", "fraction"}


def _set_against(drafts: Sequence[Draft], now: int, then: int, expected: frozenset[str]) -> None:
    drafts[now].compared_with = then
    if drafts[then].status in {"actual", "forecast"} and not expected:
        drafts[then].status = "earlier"


def change(tree: Tree, draft: Draft, known: Figures) -> str | None:
    """Which way the measure of a figure goes: "up", "down" or None."""
    lead = tree.lower[max(draft.sentence[0], draft.first - 3) : draft.first]
    top = draft.top
    for c in tree.children[top]:  # "15p dearer", "a fifth cheaper", "a 5% drop"
        word = tree.lower[c]
        if c >= draft.after and word in known.rising:
            return "up"
        if c >= draft.after and word in known.falling:
            return "down"
    if lead and lead[-1] in {"up", "down"}:
        return lead[-1]
    if (draft.compared_with is not None and lead[-1:] == ["to"]) or lead[-1:] == ["to"]:
        verb = tree.verb_above(top)  # "goes up from 5 to 8 percent"
        ways = {tree.lower[c] for c in tree.children[verb]} if verb is not None else set()
        if ways & {"up", "down"}:
            return "up" if "up" in ways else "down"
    relation, head, preposition = tree.governor(top)
    for _ in range(5):
        word = tree.lower[head]
        if preposition in known.from_first and not tree.is_noun(head):
            return None
        if word in known.rising and not (tree.is_verb(head) and relation == "subj"):
            return "up"
        if word in known.falling and not (tree.is_verb(head) and relation == "subj"):
            return "down"
        if tree.is_verb(head):
            if word in known.levels:
                for c in tree.children[head]:
                    if tree.lower[c] in {"up", "higher", "dearer", "hausse"}:
                        return "up"
                    if tree.lower[c] in {"down", "lower", "cheaper", "baisse"}:
                        return "down"
                if tree.deps[head] in {"xcomp", "advcl"}:
                    relation, head, preposition = tree.governor(head)
                    continue
            return None
        if tree.heads[head] == head:
            return None
        relation, head, preposition = tree.governor(head)
    return None
