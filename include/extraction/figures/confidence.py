"""How sure a figure is, as a probability: the share of right ones among those alike.

What makes figures alike is their key: the rule that read them, and whether something weakens it.
`confidence_table` holds the shares, counted on annotated texts by `make fit-figures`.
"""

from __future__ import annotations

from include.extraction.figures.confidence_table import BASE, SHARES
from include.extraction.figures.draft import Draft

_FAR = 4.0


def key_of(draft: Draft) -> str:
    """What a figure is alike in: its rule and its weakest sign, "near/far", "parse/plain"."""
    kind = draft.kind
    if kind is None:
        return "none/plain"
    if draft.status != "actual":
        sign = "status"
    elif kind.cost > _FAR:
        sign = "far"
    elif draft.amount.is_vague or draft.amount.bound in {"at_least", "at_most", "between"}:
        sign = "bound"
    elif kind.is_event:
        sign = "event"
    else:
        sign = "plain"
    return f"{kind.rule}/{sign}"


def confidence(draft: Draft) -> float:
    """The probability that value, unit, kind and status of a figure are right."""
    key = key_of(draft)
    rule = key.partition("/")[0]
    return SHARES.get(key, SHARES.get(rule, BASE))
