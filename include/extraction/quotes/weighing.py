"""How sure a quote is, by what speaks for it; and speakers whom their own quotes contradict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from include.extraction.quotes.tuned import TUNED
from include.records import Quote


def weighed(text: str, quote: Quote) -> Quote:
    """The quote with its confidence: what the statement has by itself, times what speaks for
    its speaker, its cue and its length."""
    sure = quote.confidence
    if quote.speaker is None:
        sure *= TUNED.no_speaker
    else:
        sure *= getattr(TUNED, quote.speaker_basis or "nearest")
        if quote.speaker_entity is None and quote.speaker_basis != "described":
            sure *= TUNED.unresolved
        elif quote.speaker_basis == "pronoun" and quote.speaker_gender is not None:
            sure *= TUNED.pronouns_agree
    if quote.cue is not None:
        gap = min(
            max(part.start - quote.cue.end, quote.cue.start - part.end, 0)
            for part in quote.fragments
        )
        sure *= 1 - (1 - TUNED.far) * min(gap / TUNED.far_chars, 1)
    if (
        quote.kind != "indirect"
        and sum(len(part.text.split()) for part in quote.fragments) < TUNED.short_words
    ):
        sure *= TUNED.short
    return replace(quote, confidence=round(min(sure, TUNED.surest), 2))


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
