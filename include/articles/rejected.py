"""A page that is no article, or not one we can have."""

from __future__ import annotations

from dataclasses import dataclass

from include.outcomes import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Why a page brought no article, in a word of the ledger and in detail."""

    reason: Reason
    detail: str
    title: str | None = None
    canonical_url: str | None = None
