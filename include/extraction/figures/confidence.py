"""How sure a figure is, as a probability: fitted on annotated texts, by rule and signals."""

from __future__ import annotations

import math

from include.extraction.figures.draft import Draft

_RULES = {
    "parse": 2.6,
    "near": 1.9,
    "unit": 2.2,
    "measure": 1.4,
    "noun": 1.2,
    "part": 1.2,
    "list": 1.6,
    "ellipsis": 0.9,
    "bare": 0.3,
    "step": 1.0,
    "victims": 1.0,
}


def confidence(draft: Draft) -> float:
    """The probability that value, kind and status of a figure are right, to three decimals."""
    kind = draft.kind
    if kind is None:
        return 0.0
    score = _RULES.get(kind.rule, 0.5)
    score -= 0.12 * kind.cost
    if draft.amount.is_vague:
        score -= 0.5
    if draft.status != "actual":
        score -= 0.4
    return round(1 / (1 + math.exp(-score)), 3)
