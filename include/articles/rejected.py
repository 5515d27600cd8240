"""A page that is no article, or not one we can have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from include.outcomes import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Why a page brought no article, in a word of the ledger and in detail; and what the
    page says of itself all the same."""

    reason: Reason
    detail: str
    title: str | None = None
    canonical_url: str | None = None
    published_at: datetime | None = None
    published_from: str | None = None
