"""Scores and votes: two numbers that stand against each other, "beat Halm 3-1", "by 9-4"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from include.extraction.figures.amounts import Amount
from include.extraction.figures.draft import Draft
from include.extraction.figures.tree import Tree

_PAIR = re.compile(r"(?<![\w.,:/$€£-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\w:/%-]|[.,]\d)")
_NAME = r"(?:[A-Z][\w'’.-]{0,20}\s){1,4}"
_TABLE = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.;:]\s))({_NAME})(\d{{1,3}}),\s({_NAME})(\d{{1,3}})(?=[\s:;.,])"
)
_SPELLED = "one two three four five six seven eight nine ten eleven twelve".split()
_WORD = "|".join(_SPELLED)
_VOTED = re.compile(
    rf"(?:\bvot(?:ed|e of|es of)|\bruled|\bby a vote of)\s({_WORD}|\d{{1,3}})[-\s]to[-\s]"
    rf"({_WORD}|\d{{1,3}})\b(?=\s(?:for|against|to|in|that|on)\b|[,.;])",
    re.I,
)
_LOOK_BACK, _LOOK_AHEAD = 90, 40
_CONTEST = re.compile(
    r"\b(?:beat|beaten|beats|beating|defeat\w*|win|wins|won|winning|lose|loses|lost|losing|draw|drew"
    r"|drawn|victory|victories|triumph\w*|thrash\w*|trail\w*|lead|leads|led|leading|score\w*|ended"
    r"|finished|final|thumping|edged|downed|stunned|upset|tie|tied|level|ahead|up|down)\b",
    re.I,
)
_BALLOT = re.compile(
    r"\b(?:approv\w+|pass|passed|passes|reject\w*|vote|votes|voted|voting|ballot|ruled|ruling"
    r"|adopted|carried|backed|decision|motion)\b",
    re.I,
)
_ENDS = re.compile(r"[.!?]\s|\n")
_UNITS = (
    (re.compile(r"\b(?:innings?|homers?|baseball|pitch\w*)\b", re.I), "run"),
    (re.compile(r"\b(?:seed\w*|tennis|tie-?break|serve\w*|wimbledon)\b", re.I), "game"),
    (re.compile(r"\b(?:frames?|snooker)\b", re.I), "frame"),
)
_SETS = re.compile(r"(?:\(\d{1,2}\))?,\s\d[-–]\d|\d[-–]\d(?:\(\d{1,2}\))?,\s\d")
_MOST_GOALS = 12
_SECOND = frozenset({"with", "against", "over", "to", "by"})


def find_scores(text: str, language: str) -> Iterator[tuple[Amount, Amount]]:
    """Pairs of amounts that are a score or a vote, in order. English alone."""
    if language != "en":
        return
    for match in _PAIR.finditer(text):
        unit = _unit(text, match.start(), match.end(), int(match[1]), int(match[2]))
        if unit is not None:
            yield _amount(match, 1, unit), _amount(match, 2, unit)
    for match in _VOTED.finditer(text):
        yield _amount(match, 1, "vote"), _amount(match, 2, "vote")
    for match in _TABLE.finditer(text):
        yield _amount(match, 2, "point"), _amount(match, 4, "point")


def _unit(text: str, start: int, end: int, first: int, second: int) -> str | None:
    """What the two numbers of a pair count; None where nothing near says that it is a contest."""
    before = _ENDS.split(text[max(0, start - _LOOK_BACK) : start])[-1]
    behind = _ENDS.split(text[end : end + _LOOK_AHEAD])[0]
    near = f"{before} {behind}"
    if _BALLOT.search(before) or re.match(r"\s(?:vote|ruling|decision|majority)\b", behind):
        return "vote"
    if not _CONTEST.search(near):
        return None
    if _SETS.match(text, end) or _SETS.search(text[max(0, start - 8) : start + 1]):
        return "game"  # "6-1, 6-4"
    for cue, unit in _UNITS:
        if cue.search(near):
            return unit
    return "goal" if max(first, second) <= _MOST_GOALS else "point"


def _amount(match: re.Match[str], group: int, unit: str) -> Amount:
    start, end = match.span(group)
    word = match[group].casefold()
    value = Decimal(_SPELLED.index(word) + 1 if word in _SPELLED else word)
    return Amount(
        start=start,
        end=end,
        number_start=start,
        number_end=end,
        low=value,
        high=value,
        bound="exact",
        unit=unit,
        is_score=True,
    )


def score_measure(
    tree: Tree, draft: Draft
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """(what was contested, whose the number is) as token ranges: the verb, and its two sides."""
    begin, _ = draft.sentence
    before = draft.first - 1
    is_table = not any(tree.is_verb(i) for i in range(begin, draft.first))
    if before > begin and is_table and tree.tags[before].startswith("NNP"):  # "Hamra Falcons 27"
        return None, tree.phrase(before, following=False)
    verb = tree.verb_above(draft.top)
    if verb is None:
        return None, None
    is_second = draft.first > 0 and tree.texts[draft.first - 1] in {"-", "–", "to"}
    subject, other = tree.subject(verb), tree.object(verb)
    if other is None or not tree.texts[other][:1].isupper():
        other = next(
            (
                below
                for c in tree.children[verb]
                if tree.lower[c] in _SECOND
                and (below := tree.child(c, "pobj")) is not None
                and tree.is_noun(below)
            ),
            None,
        )
    side = other if is_second else subject
    inside = side is not None and draft.first <= side < draft.after
    return (verb, verb + 1), (tree.phrase(side) if side is not None and not inside else None)
