"""Lengths of time that are figures: terms of prison and bans, and times that are measured."""

from __future__ import annotations

from collections.abc import Sequence

from include.languages.record import Figures

_REACH = 25
_SHORT = ("hour", "minute", "second")
_ENDS = frozenset({".", "!", "?", "\n"})


def is_term(lower: Sequence[str], first: int, after: int, known: Figures) -> bool:
    """Whether a length of time at tokens [first, after) is a sentence, a ban or a suspension."""
    before, behind = _clause(lower, first, after)
    is_followed = known.not_terms & set(behind[:2])
    if behind[:1] == ["after"] and behind[1:2] and behind[1].endswith("ing"):
        is_followed = frozenset()  # "for 18 months after being caught"
    if is_followed or known.not_terms & set(before[-2:]):
        return False
    if known.terms & set(before) or known.terms & set(behind[:10]):
        return True
    verbs = known.term_verbs & set(before[-3:])
    return bool(verbs and known.courts & {*before, *behind})


def is_measured_time(lower: Sequence[str], first: int, after: int, known: Figures) -> bool:
    """Whether a length of time is what a measure comes to, or by how much it differs."""
    before, behind = _clause(lower, first, after)
    if known.not_terms & set(behind[:2]) or known.not_terms & set(before[-2:]):
        return False
    if set(behind[:1]) & known.time_gaps:
        return True
    lead = set(before[-4:])
    moves = known.rising | known.falling
    is_step = bool(before) and before[-1] in (known.steps_of_time | known.to_last)
    if is_step and (moves & lead or known.margins & set(before[-6:])):
        return True
    if before[-1:] == ["for"] and lower[after - 1].startswith(_SHORT):
        return True  # "hit 85,000 customers for five hours"
    if before[-1:] == ["in"] and _is_clocked(lower[first:after]):
        return True
    return "-" in lower[first:after] and bool(behind) and behind[0] in known.timed_nouns


def _is_clocked(words: Sequence[str]) -> bool:
    """ "in 7.04 seconds", "in four hours and two minutes": the time of a race."""
    is_exact = any("." in word and word[:1].isdigit() for word in words)
    return is_exact or len([word for word in words if word.startswith(_SHORT)]) > 1


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
