"""The tuned numbers of times."""

from __future__ import annotations

from dataclasses import dataclass

from include.tuned import number

_SURE = "confidence, 0 to 1"


@dataclass(frozen=True, slots=True)
class Times:
    """How far is looked for what tells a tense, and which of several years is meant."""

    climb: int = number(25, unit="heads of tokens", source="bound on a climb to a verb")
    near: int = number(40, unit="tokens", source="chosen: a clause of news is shorter")
    shortest_coming: int = number(
        5, unit="letters", source="chosen: shorter words end like a future tense by chance"
    )
    longest_written: int = number(80, unit="characters", source="bound on a time as written")
    longest_word_month: int = number(
        5, unit="letters", source="chosen: march, april, may and june are words or names as well"
    )
    against_past: int = number(
        12, unit="times as far", source="chosen: what is told as past is not months ahead"
    )
    against_tense: int = number(4, unit="times as far", source="chosen; not fitted")
    farthest: int = number(100_000, unit="units of time", source="bound on a calendar")
    century_turns: int = number(
        51, unit="two digits of a year", source="chosen: 51 is 1951, 50 is 2050"
    )
    decade_turns: int = number(
        30, unit="two digits of a decade", source="chosen: the '30s are the 1930s"
    )
    first_year: int = number(1900, unit="year", source="chosen: bare numbers before are none")
    last_year: int = number(2100, unit="year", source="chosen: bare numbers behind are none")

    sure: float = number(0.85, unit=_SURE, source="chosen; not fitted")
    sure_length: float = number(0.7, unit=_SURE, source="chosen; not fitted")
    sure_unresolved: float = number(0.4, unit=_SURE, source="chosen; not fitted")


TUNED = Times()
