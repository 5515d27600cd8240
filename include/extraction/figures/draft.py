"""A figure while it is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from include.extraction.figures.amounts import Amount
from include.extraction.figures.kinds import Kind
from include.records import TimeExpression

Range = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """A figure while it is put together, at tokens [first, after) of a sentence.

    `top` is the token of it whose head lies outside, `noun` the noun it counts. `told_by` is the
    token of the word that tells what befell those counted, `side` where that looks for its
    figure. `of_what`, `holder` and `whole` are token ranges; `part_of`, `superseded_by` and
    `compared_with` positions in the list of drafts. `bases` are the starts of those of its `times`
    that it is only set against ("the lowest since 2008").
    """

    amount: Amount
    first: int
    after: int
    sentence: Range
    top: int
    kind: Kind | None = None
    noun: int | None = None
    told_by: int | None = None
    side: str | None = None
    of_what: Range | None = None
    holder: Range | None = None
    measure_head: int | None = None
    status: str = "actual"
    change: str | None = None
    part_of: int | None = None
    superseded_by: int | None = None
    compared_with: int | None = None
    is_blocked: bool = False
    times: Sequence[TimeExpression] = ()
    bases: frozenset[int] = frozenset()

    @property
    def is_event(self) -> bool:
        """Whether something befell those counted."""
        return self.kind is not None and self.kind.is_event

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.amount.is_money

    @property
    def is_share(self) -> bool:
        """Whether it is a part of something: percents and fractions."""
        return self.amount.unit in {"percent", "fraction", "per_mille"}

    @property
    def is_points(self) -> bool:
        """Whether it is a number of points of a share."""
        return self.amount.unit in {"percentage_point", "basis_point"}
