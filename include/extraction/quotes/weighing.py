"""How sure a quote is, by what speaks for it; and speakers whom their own quotes contradict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from include.records import Quote

# What each way to a speaker leaves of the trust in the statement itself. By hand, in the order
# in which they went wrong in news texts; not fitted, so no probabilities.
_BASIS = {"named": 1.0, "title": 0.92, "described": 0.95, "pronoun": 0.88, "nearest": 0.75}
_UNRESOLVED = 0.93
"""For a speaker that is no known name: "she", of whom the text does not tell who."""
_NO_SPEAKER = 0.8
_FAR, _FAR_LEAST = 160, 0.85
"""A cue this many characters from the words it introduces counts least."""
_SHORT, _SHORT_FACTOR = 4, 0.93
"""Few words in marks are often a title or irony."""
_PRONOUNS_AGREE = 1.04


def weighed(text: str, quote: Quote) -> Quote:
    """The quote with its confidence: what the statement has by itself, times what speaks for
    its speaker, its cue and its length."""
    sure = quote.confidence
    if quote.speaker is None:
        sure *= _NO_SPEAKER
    else:
        sure *= _BASIS[quote.speaker_basis or "nearest"]
        if quote.speaker_entity is None and quote.speaker_basis != "described":
            sure *= _UNRESOLVED
        elif quote.speaker_basis == "pronoun" and quote.speaker_gender is not None:
            sure *= _PRONOUNS_AGREE
    if quote.cue is not None:
        gap = min(
            max(part.start - quote.cue.end, quote.cue.start - part.end, 0)
            for part in quote.fragments
        )
        sure *= 1 - (1 - _FAR_LEAST) * min(gap / _FAR, 1)
    if (
        quote.kind != "indirect"
        and sum(len(part.text.split()) for part in quote.fragments) < _SHORT
    ):
        sure *= _SHORT_FACTOR
    return replace(quote, confidence=round(min(sure, 0.97), 2))


def one_sex_each(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, in order; where a text calls one speaker he and she, the rarer (of two as
    many, the later) are nobody's: one of them was somebody else."""
    counts: dict[str, Counter[str]] = {}
    for quote in quotes:
        if quote.speaker_entity and quote.speaker_gender:
            counts.setdefault(quote.speaker_entity, Counter())[quote.speaker_gender] += 1
    # Of as many, Counter.most_common keeps the first counted first.
    rule = {entity: counted.most_common(1)[0][0] for entity, counted in counts.items()}
    return tuple(
        replace(quote, speaker_entity=None)
        if quote.speaker_gender
        and rule.get(quote.speaker_entity or "") not in (None, quote.speaker_gender)
        else quote
        for quote in quotes
    )
