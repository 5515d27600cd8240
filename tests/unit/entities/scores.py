"""B-cubed: how well mentions are put together, mention by mention.

After Bagga and Baldwin (1998): a mention's precision is the share of what was put with it
that belongs with it, its recall the share of what belongs with it that was put there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple


class Scores(NamedTuple):
    """Means over mentions, and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Scores:
    """Scores of a clustering, given the cluster of each mention in both."""
    together = Counter(zip(gold, found, strict=True))
    golds, founds = Counter(gold), Counter(found)
    pairs = list(zip(gold, found, strict=True))
    precision = sum(together[pair] / founds[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(together[pair] / golds[pair[0]] for pair in pairs) / len(pairs)
    return Scores(precision, recall, 2 * precision * recall / (precision + recall))
