"""The tuned numbers of stories."""

from __future__ import annotations

from dataclasses import dataclass

from include.tuned import number


@dataclass(frozen=True, slots=True)
class Stories:
    """When texts are of one story, and how much is looked at to find out."""

    lead_words: int = number(60, unit="words", source="chosen")
    lead_weight: float = number(
        2.0, unit="times", source="ECB+: counted once costs .003 of B-cubed F1"
    )
    most_words: int = number(3_000, unit="words", source="bound on what a text costs")
    longest_term: int = number(40, unit="characters", source="bound on a term")
    most_terms: int = number(100, unit="terms", source="chosen")
    search_terms: int = number(20, unit="terms", source="chosen: by them a text is found")
    prior: int = number(
        40,
        unit="texts",
        source="chosen: a first batch of ten is weighed as one of a thousand",
    )
    name_weight: float = number(
        2.0, unit="times", source="ECB+: 1 and 3 cost .010 and .009 of B-cubed F1"
    )
    negligible: float = number(0.01, unit="cosine", source="bound on what is kept")
    enough_names: float = number(
        0.1, unit="cosine of names", source="chosen: two earthquakes; ECB+ is indifferent"
    )
    without_names: float = number(
        0.3, unit="times", source="chosen: two earthquakes; ECB+ is indifferent"
    )
    same_publisher: float = number(
        0.5, unit="times", source="chosen: a local paper names its town in every report"
    )
    contrast: float = number(0.8, unit="times", source="ECB+: no bound costs .048 of B-cubed F1")
    doubt: float = number(3.0, unit="pairs", source="chosen")
    common_less: float = number(
        0.4,
        unit="share of a term's weight",
        source="ECB+: none costs .006 of B-cubed F1",
    )
    small_component: int = number(20, unit="texts", source="chosen")
    most_in_component: int = number(1_500, unit="texts", source="bound: clustering is quadratic")
    threshold: float = number(0.15, unit="likeness", source="ECB+, .10 to .22 compared")
    nearly_central: float = number(
        0.9, unit="times", source="chosen: the earliest of the nearly central leads"
    )
    most_names: int = number(5, unit="names", source="bound on what is shown of a story")
    longest_label: int = number(140, unit="characters", source="bound on what a story is called")
    gap_days: float = number(
        4.0, unit="days", source="chosen; DATELINE_STORY_DAYS sets it for a run"
    )
    same_news_days: float = number(1.0, unit="days", source="chosen: news of one day")
    half_life_days: float = number(3.0, unit="days", source="chosen")
    most_apart_days: float = number(
        30.0, unit="days", source="chosen: silence of a month ends a story"
    )


TUNED = Stories()
