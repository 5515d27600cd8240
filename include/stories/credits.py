"""The news agency that a text credits: in its dateline, or in a line at its end."""

from __future__ import annotations

from include.agencies import credited_in
from include.stories.tuned_copies import TUNED as COPIES


def agency_of(body: str) -> str | None:
    """The agency that a body credits, by its usual name; None where there is none."""
    found = credited_in(body, first=COPIES.credit_first, last=COPIES.credit_last)
    return found.agency if found else None
