"""Whether a feed has moved for good: permanent redirects on trial. Pure.

A permanent redirect (301, 308) is believed once it has led to the same place at several
polls over at least a day, so that a captive portal or a slip of an hour moves nothing.
Temporary ones (302, 303, 307) are followed each time and never believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PERMANENT = frozenset({301, 308})
POLLS_ON_TRIAL = 3
SECONDS_ON_TRIAL = 24 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A redirect on trial: where it leads (None: nowhere), at how many polls in a row, and
    whether it has held."""

    to: str | None = None
    polls: int = 0
    has_held: bool = False


def permanent_target(redirects: Sequence[tuple[int, str]]) -> str | None:
    """Where the permanent redirects that an answer began with lead; None without one.

    `redirects` are (status, location) of each hop. What follows a temporary one does not
    count, whatever its status.
    """
    target = None
    for status, location in redirects:
        if status not in PERMANENT:
            break
        target = location
    return target


def try_move(
    redirects: Sequence[tuple[int, str]],
    *,
    moving_to: str | None,
    polls: int,
    since_s: float | None,
) -> Trial:
    """The trial after one more answer; the other arguments are the trial before it."""
    target = permanent_target(redirects)
    if target is None:
        return Trial()
    if target != moving_to:
        return Trial(to=target, polls=1)
    has_held = polls + 1 >= POLLS_ON_TRIAL and (since_s or 0.0) >= SECONDS_ON_TRIAL
    return Trial(to=target, polls=polls + 1, has_held=has_held)
