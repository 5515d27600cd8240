"""A page that is no article, or not one we can have; and one that may be none.

Refused is what is certainly no article: its text, if it has any, is nobody's report. Whatever
else speaks against a page is a doubt: the page is kept as an article and marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from include.outcomes import Reason
from include.records import Doubt

Refusal = tuple[Reason, str]
Verdict = Refusal | Doubt

REASONS = {
    "short": Reason.TOO_SHORT,
    "paywall": Reason.PAYWALL_STUB,
    "consent": Reason.CONSENT_WALL,
}
"""What a doubtful page is called where it has no text to keep; NOT_AN_ARTICLE for all others."""


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
