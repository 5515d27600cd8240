"""The tuned numbers of copies."""

from __future__ import annotations

from dataclasses import dataclass

from include.tuned import number


@dataclass(frozen=True, slots=True)
class Copies:
    """When a text is a copy of another, and how much is looked at to find out."""

    sequence: int = number(5, unit="words", source="`make bench-copies`, 3 to 8 compared")
    most_words: int = number(20_000, unit="words", source="bound on what a text costs")
    bands: int = number(48, unit="hashes", source="`make bench-copies`, 8 to 96 compared")
    fewest_words: int = number(
        25, unit="words", source="chosen: shorter texts are told by their words alone"
    )
    threshold: float = number(
        0.5, unit="share of the shorter's words", source="`make bench-copies`, .2 to .8 compared"
    )
    short_threshold: float = number(
        0.65,
        unit="share of the shorter's words",
        source="items in one frame (`tests/unit/stories`)",
    )
    long_words: int = number(100, unit="words", source="chosen: from here on THRESHOLD holds")
    same_extent: float = number(
        0.6, unit="share of the longer's words", source="chosen: a round-up is not its parts"
    )
    fewest_places: int = number(3, unit="places", source="`make bench-copies`, 1 to 5 compared")
    widest_gap: int = number(
        12, unit="words", source="chosen: what stands between longer gaps is another sentence"
    )
    fewest_shared_details: float = number(
        0.5, unit="share of names or numbers", source="items in one frame (`tests/unit/stories`)"
    )
    most_candidates: int = number(50, unit="texts", source="bound on what a text is compared with")
    most_sharers: int = number(
        200,
        unit="texts",
        source="bound: a credit line that thousands share must not cost thousands",
    )
    filling_near: int = number(
        12, unit="words", source="templates (`tests/unit/stories/test_fillings.py`)"
    )
    filling_most_words: int = number(220, unit="words", source="chosen: longer texts are no forms")
    filling_frame: float = number(
        0.75,
        unit="share of the shorter's words",
        source="templates (`tests/unit/stories/test_fillings.py`)",
    )
    shortest_passage: int = number(
        6, unit="words", source="chosen: a shorter passage tells a reader nothing"
    )
    most_passages: int = number(20, unit="passages", source="bound on what is shown of one copy")
    most_passage_characters: int = number(
        600, unit="characters", source="bound on what is shown of a passage"
    )
    credit_first: int = number(160, unit="characters", source="chosen: a dateline ends before")
    credit_last: int = number(
        400, unit="characters", source="chosen: a line of credit stands within"
    )


TUNED = Copies()
