"""Why a request brought nothing."""

from __future__ import annotations

from include.outcomes import Reason


class FetchError(Exception):
    """A request that brought no answer we use.

    `reason` is one of the reasons of `include.outcomes`, `detail` a line for people.
    `status` and `url` are those of the answer, where there was one; `retry_after_s` is how
    long the host asks to be left alone. `redirects` lists (status, location) of the hops before
    the request that failed, and `was_sent` tells whether that one left this machine.
    """

    def __init__(
        self,
        reason: Reason,
        detail: str = "",
        *,
        status: int | None = None,
        url: str | None = None,
        retry_after_s: float | None = None,
        was_sent: bool = True,
        redirects: tuple[tuple[int, str], ...] = (),
    ) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
        self.status = status
        self.url = url
        self.retry_after_s = retry_after_s
        self.was_sent = was_sent
        self.redirects = redirects

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}" if self.detail else str(self.reason)
