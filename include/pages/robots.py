"""robots.txt, as RFC 9309 has it, by Protego.

2xx: its rules hold. 4xx: there are no rules, except 429, which is a wish for quiet. 5xx or
no answer: everything is disallowed until it can be read. Rules are kept for a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from protego import Protego

MOST_BYTES = 500 * 1024
LONGEST_DELAY_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """robots.txt of one site as last read; `status` None means no answer."""

    site: str
    status: int | None
    body: str
    fetched_at: datetime


def site_of(url: str) -> str:
    """Scheme, host and port: what a robots.txt is for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


class Rules:
    """The rules of one site, parsed."""

    def __init__(self, robots: Robots) -> None:
        self.robots = robots
        status = robots.status
        self.is_unreachable = status is None or status >= 500 or status == 429
        has_rules = status is not None and 200 <= status < 300
        self._parsed = Protego.parse(robots.body) if has_rules else None

    def allows(self, url: str, agent: str) -> bool:
        """Whether `agent` may fetch `url`."""
        if self.is_unreachable:
            return False
        return self._parsed is None or bool(self._parsed.can_fetch(url, agent))

    def delay_s(self, agent: str) -> float:
        """Seconds between requests that the site asks for, at most a minute; 0 for no wish."""
        if self._parsed is None:
            return 0.0
        return min(float(self._parsed.crawl_delay(agent) or 0.0), LONGEST_DELAY_S)
