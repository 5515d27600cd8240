"""What publishers say of machines: opt-outs in headers, robots.txt and markup, as facts.

X-Robots-Tag directives, the TDM Reservation Protocol's headers
(https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/), `Content-Usage`
(IETF AI Preferences, a draft), and which AI crawlers robots.txt shuts out. What a page says
in its markup is found when it is cleaned, and is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from protego import Protego

AI_CRAWLERS = (
    "GPTBot", "ChatGPT-User", "OAI-SearchBot", "ClaudeBot", "anthropic-ai", "Google-Extended",
    "CCBot", "PerplexityBot", "Bytespider", "Amazonbot", "Applebot-Extended",
    "meta-externalagent", "cohere-ai", "Diffbot",
)  # fmt: skip
_PLAIN = ("tdm-reservation", "tdm-policy", "content-usage")
_DIRECTIVES = ("x-robots-tag", "robots")
_MOST_DIRECTIVES = 20
_MAX_VALUE = 300
# A directive may be meant for one crawler: "googlebot: noindex". Ours is never named.
_FOR_ANOTHER = re.compile(r"^[a-z-]{2,40}\s{0,3}:(?!//)")
_DATED = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")
_NO_TRAINING = re.compile(r"(?:^|[\s,;])train-ai\s{0,3}=\s{0,3}n(?:$|[\s,;])")


class Signal(NamedTuple):
    """One thing said: where (`robots`, `header`, `page`), about what, and what."""

    source: str
    signal: str
    value: str


def header_signals(headers: Mapping[str, str]) -> Iterator[Signal]:
    """What an answer's headers (names in lower case) say of machines."""
    directives = headers.get("x-robots-tag", "").lower().split(",")[:_MOST_DIRECTIVES]
    for directive in dict.fromkeys(one.strip() for one in directives):
        is_dated = directive.startswith(_DATED)
        if directive and (is_dated or not _FOR_ANOTHER.match(directive)):
            yield Signal("header", "x-robots-tag", directive[:_MAX_VALUE])
    for name in _PLAIN:
        if value := headers.get(name, "").strip():
            yield Signal("header", name, value[:_MAX_VALUE])


def robots_signals(rules: str) -> Iterator[Signal]:
    """The AI crawlers that a robots.txt names and shuts out of the whole site."""
    named = rules.lower()
    parsed = Protego.parse(rules)
    for agent in AI_CRAWLERS:
        if agent.lower() in named and not parsed.can_fetch("https://site.invalid/", agent):
            yield Signal("robots", agent, "disallow")


def markup_signal(wish: str) -> Signal:
    """A wish that a page states in its markup (`tdm-reservation=1`, `noai`) as a signal."""
    name, separator, value = wish.partition("=")
    if ": " in name or not separator:
        name, separator, value = wish.partition(": ")
    if separator and name in _PLAIN:
        return Signal("page", name, value[:_MAX_VALUE])
    return Signal("page", "robots", wish[:_MAX_VALUE])


def reserves_mining(said: Iterable[Signal]) -> str | None:
    """The first of these by which text and data mining is reserved, or None.

    `tdm-reservation: 1`, `noai` or `noarchive` as a robots directive, `train-ai=n` in
    Content-Usage.
    """
    for one in said:
        if (
            (one.signal == "tdm-reservation" and one.value == "1")
            or (one.signal in _DIRECTIVES and one.value in ("noai", "noarchive"))
            or (one.signal == "content-usage" and _NO_TRAINING.search(one.value.lower()))
        ):
            return f"{one.signal}: {one.value}"
    return None
