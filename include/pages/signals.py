"""What publishers say of machines: opt-outs in headers, robots.txt and markup, as facts.

X-Robots-Tag directives; the TDM Reservation Protocol's headers (community group report of 10
May 2024); `Content-Usage` of draft-ietf-aipref-attach and -vocab (August 2026: the labels are
`train-ai` and `search`, older ones are still written); Cloudflare's `Content-Signal`; RSL
1.0's `Link` and `License` (10 December 2025); and which AI crawlers robots.txt shuts out.
What a page says in its markup is found when it is cleaned, and is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from include.pages.robots_text import rules_for, usage_of, wishes_for

AGENT = "Dateline"
AI_CRAWLERS = (
    "GPTBot",
    "ChatGPT-User",
    "OAI-SearchBot",
    "ClaudeBot",
    "anthropic-ai",
    "Google-Extended",
    "CCBot",
    "PerplexityBot",
    "Bytespider",
    "Amazonbot",
    "Applebot-Extended",
    "meta-externalagent",
    "cohere-ai",
    "Diffbot",
)
_PLAIN = ("tdm-reservation", "tdm-policy", "content-usage")
_DIRECTIVES = ("x-robots-tag", "robots")
_MOST_DIRECTIVES = 20
_MAX_VALUE = 300
_MAX_LINKS = 8_000
_ANY_PAGE = "https://site.invalid/"
# A directive may be meant for one crawler: "googlebot: noindex". It then speaks to that one
# until the next name.
_NAMED = re.compile(r"^([a-z0-9_.*-]{1,40})\s{0,3}:\s{0,3}(?!//)(.*)$")
_DATED = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")
# What is forbidden, by the labels of each vocabulary that take in what Dateline does.
_NO_USAGE = re.compile(
    r"(?:^|[\s,;])(?:train-ai|train-genai|genai|ai-use|ai|tdm|bots|all|search)\s{0,3}=\s{0,3}n(?:$|[\s,;])"
)
_NO_SIGNAL = re.compile(r"(?:^|[\s,;])(?:search|ai-input|ai-train)\s{0,3}=\s{0,3}no(?:$|[\s,;])")
_RSL_LINK = re.compile(r"<([^<>]{1,2000})>([^<>]{0,1000})")


class Signal(NamedTuple):
    """One thing said: where (`robots`, `header`, `page`), about what, and what."""

    source: str
    signal: str
    value: str


def header_signals(headers: Mapping[str, str]) -> Iterator[Signal]:
    """What an answer's headers (names in lower case) say of machines."""
    for directive in dict.fromkeys(_directives(headers.get("x-robots-tag", ""))):
        yield Signal("header", "x-robots-tag", directive[:_MAX_VALUE])
    for name in _PLAIN:
        if value := headers.get(name, "").strip():
            yield Signal("header", name, value[:_MAX_VALUE])
    for target in _licenses(headers.get("link", "")[:_MAX_LINKS]):
        yield Signal("header", "rsl", target[:_MAX_VALUE])


def _directives(value: str) -> Iterator[str]:
    """The directives of an X-Robots-Tag that are meant for everybody or for us."""
    agent = "*"
    for part in value.lower().split(",")[:_MOST_DIRECTIVES]:
        directive = part.strip()
        named = None if directive.startswith(_DATED) else _NAMED.match(directive)
        if named is not None:
            agent, directive = named[1], named[2].strip()
        if directive and agent in ("*", AGENT.lower()):
            yield directive


def _licenses(value: str) -> Iterator[str]:
    """The RSL documents that a Link header (RFC 8288) names."""
    for found in _RSL_LINK.finditer(value):
        parameters = found[2].lower()
        if "license" in parameters and "application/rsl+xml" in parameters:
            yield found[1].strip()


def robots_signals(rules: str) -> Iterator[Signal]:
    """What a robots.txt says to everybody or to us of use, and the AI crawlers that it names
    and shuts out of the whole site."""
    for name, value in dict.fromkeys(wishes_for(rules, AGENT)):
        yield Signal("robots", "rsl" if name == "license" else name, value[:_MAX_VALUE])
    named = rules.lower()
    for agent in AI_CRAWLERS:
        if agent.lower() in named and not rules_for(rules, agent).can_fetch(_ANY_PAGE, agent):
            yield Signal("robots", agent, "disallow")


def robots_signals_of(rules: str, url: str) -> Iterator[Signal]:
    """What a robots.txt says to us of the use of one page."""
    if (preferences := usage_of(rules, AGENT, url)) is not None:
        yield Signal("robots", "content-usage", preferences[:_MAX_VALUE])
    for name, value in wishes_for(rules, AGENT):
        if name == "content-signal":
            yield Signal("robots", name, value[:_MAX_VALUE])


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

    `tdm-reservation: 1`, `noai` or `noarchive` as a robots directive, any `n` that
    Content-Usage states of what Dateline does, any `no` of Content-Signal (whose text calls
    each a reservation of rights under the EU's directive 2019/790). A licence (RSL) is a fact,
    and no refusal: its terms are elsewhere.
    """
    for one in said:
        value = one.value.lower()
        if (
            (one.signal == "tdm-reservation" and value == "1")
            or (one.signal in _DIRECTIVES and value in ("noai", "noarchive"))
            or (one.signal == "content-usage" and _NO_USAGE.search(value))
            or (one.signal == "content-signal" and _NO_SIGNAL.search(value))
        ):
            return f"{one.signal}: {one.value}"
    return None
