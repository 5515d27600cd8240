"""The tuned numbers of reading."""

from __future__ import annotations

from dataclasses import dataclass

from include.tuned import number


@dataclass(frozen=True, slots=True)
class Reading:
    """What is looked at of a text, and when a line counts as written in capitals."""

    dateline_words: int = number(
        6, unit="words", source="chosen: 'The United Nations, New York City' is a place"
    )
    located_chars: int = number(24, unit="characters", source="bound on two words before a place")
    not_located: int = number(
        60, unit="characters", source="chosen: so much nearer a place must be without 'in'"
    )
    longest_source: int = number(120, unit="characters", source="bound on what is kept")
    longest_run: int = number(
        200, unit="characters", source="bound: a run without white space costs its square"
    )
    most_digits: int = number(18, unit="characters", source="bound: what the warehouse holds")
    upper_share: float = number(
        0.8, unit="share of letters in capitals", source="chosen: a headline may quote a word"
    )
    upper_letters: int = number(8, unit="letters", source="chosen: shorter lines are marks")
    upper_words: int = number(2, unit="words", source="chosen: one word tells no case")
    upper_lines: int = number(4_000, unit="lines", source="bound: each is read once more")
    common_word: int = number(
        4, unit="letters", source="chosen: shorter words in small letters are abbreviations too"
    )

    narrowest: int = number(40, unit="columns", source="chosen: narrower lines are a list or verse")
    widest: int = number(100, unit="columns", source="chosen: wider lines are paragraphs")
    wrapped_slack: int = number(
        12, unit="columns", source="chosen: mailing lists break lines by hand, a word early"
    )
    wrapped_capitals: int = number(
        3, unit="line ends", source="chosen: capitals show no small letter that goes on"
    )


TUNED = Reading()
