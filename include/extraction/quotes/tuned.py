"""The tuned numbers of quotes that say how sure one is, and how many are kept."""

from __future__ import annotations

from dataclasses import dataclass

from include.tuned import number

_FACTOR = "factor of confidence"
_BY_HAND = "chosen: in the order in which they went wrong in news texts; not fitted"


@dataclass(frozen=True, slots=True)
class Quotes:
    """What speaks for a quote, how many a text may have, and what dialogue is."""

    named: float = number(1.0, unit=_FACTOR, source=_BY_HAND)
    described: float = number(0.95, unit=_FACTOR, source=_BY_HAND)
    title: float = number(0.92, unit=_FACTOR, source=_BY_HAND)
    pronoun: float = number(0.88, unit=_FACTOR, source=_BY_HAND)
    nearest: float = number(0.75, unit=_FACTOR, source=_BY_HAND)
    unresolved: float = number(0.93, unit=_FACTOR, source="chosen: 'she', of whom nobody tells")
    no_speaker: float = number(0.8, unit=_FACTOR, source=_BY_HAND)
    pronouns_agree: float = number(1.04, unit=_FACTOR, source=_BY_HAND)
    far_chars: int = number(160, unit="characters", source="chosen: a cue so far counts least")
    far: float = number(0.85, unit=_FACTOR, source=_BY_HAND)
    short_words: int = number(
        4, unit="words", source="chosen: fewer words in marks are often a title or irony"
    )
    short: float = number(0.93, unit=_FACTOR, source=_BY_HAND)
    surest: float = number(0.97, unit="confidence", source="chosen: nothing is certain")

    most_quotes: int = number(500, unit="quotes of a text", source="bound: marks may be nested")
    most_of_text: float = number(
        2.0, unit="times the text", source="bound on the outer spans of its quotes together"
    )
    scare_words: int = number(
        4, unit="words", source="chosen: longer ones in marks are mostly somebody's"
    )
    lead_chars: int = number(60, unit="characters", source="bound on what leads to a title")
    words_to_verb: int = number(
        3, unit="words", source="chosen: 'répondit alors Claire' behind a dash"
    )
    name_words: int = number(4, unit="words", source="chosen: longer labels are sentences")
    speech: float = number(0.8, unit="confidence", source="chosen; not fitted")
    reported: float = number(0.7, unit="confidence", source="chosen; not fitted")
    speech_of_nobody: float = number(0.4, unit="confidence", source="chosen; not fitted")


TUNED = Quotes()
