"""The tuned numbers of this room."""

from __future__ import annotations

from dataclasses import dataclass

from include.tuned import number


@dataclass(frozen=True, slots=True)
class Tuned:
    """When two quotes are one statement, and how much is looked at to find out."""

    run: int = number(3, unit="words", source="chosen: two words recur by chance")
    most_keys: int = number(120, unit="runs", source="bound on what a quote stores")
    most_words: int = number(400, unit="words", source="bound: comparing is quadratic")
    longest_word: int = number(200, unit="characters", source="bound")
    fewest_words: int = number(4, unit="words", source="chosen: shorter ones are set phrases")
    fewest_words_unknown: int = number(
        7, unit="words", source="chosen: without a speaker, more words must tell"
    )
    covered: float = number(0.7, unit="share of the shorter's words", source="chosen; not fitted")
    covered_unknown: float = number(
        0.85, unit="share of the shorter's words", source="chosen; not fitted"
    )
    most_sharing: int = number(
        200, unit="quotes", source="bound: a run that more quotes share is a set phrase"
    )
    most_likely: int = number(
        100, unit="quotes", source="bound: one quote is compared with so many at most"
    )


TUNED = Tuned()
