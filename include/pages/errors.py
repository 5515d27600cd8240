"""Why a request brought nothing."""

from __future__ import annotations

from datetime import datetime

from include.outcomes import Reason


class FetchError(Exception):
    """A request that brought no answer we use.

    `reason` is one of the network reasons of `include.outcomes`, `detail` a line for people.
    `retry_at` is set where the host asked to be left alone until then.
    """

    def __init__(self, reason: Reason, detail: str, *, retry_at: datetime | None = None) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
        self.retry_at = retry_at

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}"
