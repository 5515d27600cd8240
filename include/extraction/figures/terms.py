"""Lengths of time that are figures: terms of prison and bans, and times that are measured."""

from __future__ import annotations

from collections.abc import Sequence

from include.languages.record import Figures

_REACH = 25
_ENDS = frozenset({".", "!", "?", "\n"})


def is_term(lower: Sequence[str], first: int, after: int, known: Figures) -> bool:
    """Whether a length of time at tokens [first, after) is a sentence, a ban or a suspension."""
    before, behind = _clause(lower, first, after)
    if known.not_terms & set(behind[:2]) or known.not_terms & set(before[-2:]):
        return False
    return bool(known.terms & set(before) or known.terms & set(behind[:10]))


def is_measured_time(lower: Sequence[str], first: int, after: int, known: Figures) -> bool:
    """Whether a length of time is what a measure comes to, or by how much it differs."""
    before, behind = _clause(lower, first, after)
    if known.not_terms & set(behind[:2]) or known.not_terms & set(before[-2:]):
        return False
    if set(behind[:1]) & known.time_gaps:
        return True
    lead = set(before[-4:])
    moves = known.rising | known.falling
    if before[-1:] and before[-1] in (known.steps_of_time | known.to_last) and moves & lead:
        return True
    return "-" in lower[first:after] and bool(behind) and behind[0] in known.timed_nouns


def _clause(lower: Sequence[str], first: int, after: int) -> tuple[list[str], list[str]]:
    before: list[str] = []
    for i in range(first - 1, max(-1, first - _REACH), -1):
        if lower[i] in _ENDS:
            break
        before.append(lower[i])
    behind: list[str] = []
    for i in range(after, min(len(lower), after + _REACH)):
        if lower[i] in _ENDS:
            break
        behind.append(lower[i])
    return before[::-1], behind
