"""What one visit tells of a feed: whether it works, where it moved, what it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from include import urls
from include.commands.visits import Visit
from include.feeds.discover import newest_entry
from include.feeds.hints import wish_s
from include.feeds.moves import permanent_target
from include.outcomes import Reason
from include.records import Response

STALE = timedelta(days=30)


class Verdict(StrEnum):
    """What `feeds check` says of a feed; the last two do not work."""

    WORKS = "works"
    MOVED = "moved"
    EMPTY = "empty"
    STALE = "stale"
    NOT_A_FEED = "not a feed"
    FAILED = "failed"


BAD = frozenset({Verdict.NOT_A_FEED, Verdict.FAILED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One feed checked. `moved_to` is where a permanent redirect leads, `wish_s` how many
    seconds its publisher asks us to leave between polls, `said` the verdict's particulars."""

    name: str
    url: str
    verdict: Verdict
    status: int | None
    said: str = ""
    moved_to: str | None = None
    format: str | None = None
    title: str | None = None
    entries: int | None = None
    newest: datetime | None = None
    ttl_minutes: int | None = None
    wish_s: float | None = None
    has_validators: bool | None = None

    def record(self) -> dict[str, Any]:
        """The check as a JSON line."""
        return {name: getattr(self, name) for name in self.__slots__}


def check_visit(visit: Visit, *, now: datetime) -> Check:
    """What a visit tells of its feed."""
    answer, document = visit.answer, visit.document
    name, url = visit.request.id, visit.request.url
    moved_to = permanent_target(answer.redirects) if isinstance(answer, Response) else None
    if not isinstance(answer, Response) or document is None or document.feed is None:
        is_other = document is not None or visit.reason is Reason.EMPTY_BODY
        return Check(
            name=name,
            url=url,
            status=visit.status,
            said=visit.said,
            moved_to=moved_to,
            verdict=Verdict.NOT_A_FEED if is_other else Verdict.FAILED,
        )
    feed = document.feed
    newest = newest_entry(feed, now=now)
    verdict, said = Verdict.WORKS, ""
    if not feed.entries:
        verdict, said = Verdict.EMPTY, "a feed without entries"
    elif newest is not None and now - newest > STALE:
        verdict, said = Verdict.STALE, f"nothing new for {(now - newest).days} days"
    elif moved_to is not None and urls.canonical(moved_to) != urls.canonical(url):
        verdict, said = Verdict.MOVED, f"moved to {moved_to}"
    elif moved_to is not None:
        said = f"answers at {moved_to}"
    return Check(
        name=name,
        url=url,
        status=answer.status,
        verdict=verdict,
        said=said,
        moved_to=moved_to,
        format=feed.format,
        title=feed.title,
        entries=len(feed.entries),
        newest=newest,
        ttl_minutes=feed.ttl_minutes,
        wish_s=wish_s(feed.ttl_minutes, answer.headers, now=now),
        has_validators=bool(answer.headers.get("etag") or answer.headers.get("last-modified")),
    )
