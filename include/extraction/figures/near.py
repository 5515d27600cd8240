"""What the words right beside a number tell, where its parse is astray."""

from __future__ import annotations

from include.extraction.figures import words
from include.extraction.figures.draft import Draft
from include.extraction.figures.kinds import Event
from include.extraction.figures.text import FigureText
from include.extraction.figures.tree import Tree

_HELPERS = frozenset(
    str.split(
        "was were is are been being have has had also later reportedly seriously critically badly "
        "slightly severely gravely still then all both confirmed"
    )
)
_MOST_HELPERS = 4
_OTHERS = frozenset({"other", "others", "more"})
_LONGEST_LIST = 30
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def right_behind(reading: FigureText, draft: Draft, tree: Tree, noun: int | None) -> Event | None:
    """ "…, and 31 were injured": what the words right behind tell, where the parse is astray."""
    if noun is not None and noun != draft.after:
        return None
    lower = reading.table.lower
    if "of" in lower[max(draft.sentence[0], draft.first - 2) : draft.first]:
        return None  # "none of the 60 passengers was hurt": what befell a part of them
    at = draft.after if noun is None else noun + 1
    begin, (_, end) = at, draft.sentence
    while at < min(end, begin + _MOST_HELPERS) and reading.table.lower[at] in _HELPERS:
        at += 1
    if at == begin or at >= end or not tree.is_verb(at):
        return None
    for kind, side in words.events_of(reading.code).get(reading.table.lower[at], ()):
        if side in {words.LEFT, words.EITHER}:
            return Event(kind, 0.0, at, words.LEFT)
    return None


def of_list(reading: FigureText, draft: Draft, tree: Tree, noun: int | None) -> Event | None:
    """ "killed Ilic, known as the Fox, his son and 15 others": the event that opens the list."""
    lower = reading.table.lower
    if noun is None or draft.first == 0 or lower[draft.first - 1] != "and":
        return None
    if not _OTHERS.intersection(lower[draft.first : noun + 1]):
        return None
    events = words.events_of(reading.code)
    for at in range(draft.first - 1, max(draft.sentence[0], draft.first - _LONGEST_LIST) - 1, -1):
        if lower[at] == ";":
            return None
        sides = {side for _, side in events.get(lower[at], ())}
        if {words.RIGHT, words.EITHER} & sides:
            is_done = not any(tree.deps[c].startswith("auxpass") for c in tree.children[at])
            kind = events[lower[at]][-1][0]
            return Event(kind, 0.0, at, words.RIGHT) if is_done else None
        if tree.tags[at] in _FINITE:
            return None
    return None
