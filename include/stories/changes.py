"""What a copier added to a text, and what was cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from include.stories.copies import TextToCompare, covered
from include.stories.tuned_copies import TUNED as COPIES
from include.stories.words import normal_words, written_words


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChanges:
    """Words that a copy has beyond its original, and words of the original it lacks; with the
    passages of at least six words among them, as written, the first twenty."""

    added_words: int
    cut_words: int
    added: tuple[str, ...]
    cut: tuple[str, ...]


def changes_of(copy: TextToCompare, original: TextToCompare) -> TextChanges:
    """What `copy` added to `original` and cut from it."""
    if copy.words == original.words:
        return TextChanges(added_words=0, cut_words=0, added=(), cut=())
    added = _uncovered(copy, original)
    cut = _uncovered(original, copy)
    return TextChanges(
        added_words=sum(end - start for start, end in added),
        cut_words=sum(end - start for start, end in cut),
        added=_passages(copy, added),
        cut=_passages(original, cut),
    )


def _uncovered(text: TextToCompare, other: TextToCompare) -> list[tuple[int, int]]:
    shared = set(covered(text, other))
    spans: list[tuple[int, int]] = []
    for position in range(len(text.words)):
        if position in shared:
            continue
        if spans and spans[-1][1] == position:
            spans[-1] = (spans[-1][0], position + 1)
        else:
            spans.append((position, position + 1))
    return spans


def _passages(text: TextToCompare, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    long = [span for span in spans if span[1] - span[0] >= COPIES.shortest_passage][
        : COPIES.most_passages
    ]
    if not long:
        return ()
    words = written_words(text.body)
    if len(words) < long[-1][1] or len(words) != len(normal_words(text.body)):
        return ()  # a script where folding changes how words are counted
    return tuple(
        words[start].string[words[start].start() : words[end - 1].end()][
            : COPIES.most_passage_characters
        ]
        for start, end in long
    )
