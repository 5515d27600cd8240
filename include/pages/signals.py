"""What publishers say of machines: opt-outs in headers, robots.txt and markup, as facts.

X-Robots-Tag directives; the TDM Reservation Protocol's file, headers and markup (community
group report of 10 May 2024); `Content-Usage` of draft-ietf-aipref-attach and -vocab (August
2026: the labels are `train-ai` and `search`, older ones are still written); Cloudflare's
`Content-Signal`; RSL 1.0's `Link` and `License` (10 December 2025); and which AI crawlers
robots.txt shuts out. What a page says in its markup is found when it is cleaned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from include.pages.robots_text import preference_of, rules_for, wishes_for
from include.pages.tdmrep import Rule, rule_for
from include.rsl import is_reserved

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
_BY_PATH = ("content-usage", "content-signal")
_PLAIN = ("tdm-reservation", "tdm-policy", *_BY_PATH)
_RSL = ("rsl", "rsl-terms")
_DIRECTIVES = ("x-robots-tag", "robots")
_MOST_DIRECTIVES = 20
_MAX_VALUE = 300
_MAX_LINKS = 8_000
_MOST_RULES = 50
# What a page's markup says of mining counts before its header, and that before the site's file.
_NEARNESS = {"file": 0, "header": 1, "page": 2}
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
    """One thing said: where (`robots`, `file`, `header`, `page`, `feed`), about what, and what."""

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
    for target in licences_of(headers):
        yield Signal("header", "rsl", target[:_MAX_VALUE])


def _directives(value: str) -> Iterator[str]:
    """The directives of an X-Robots-Tag; before one that is meant for another crawler stands
    whom it is meant for."""
    agent = "*"
    for part in value.lower().split(",")[:_MOST_DIRECTIVES]:
        directive = part.strip()
        named = None if directive.startswith(_DATED) else _NAMED.match(directive)
        if named is not None:
            agent, directive = named[1], named[2].strip()
        if directive and agent in ("*", AGENT.lower()):
            yield directive
        elif directive:
            yield f"{agent}: {directive}"


def is_for_all(directives: str) -> bool:
    """Whether the first of the directives of an X-Robots-Tag is meant for every crawler."""
    first = directives.lower().strip()
    return first.startswith(_DATED) or _NAMED.match(first) is None


def licences_of(headers: Mapping[str, str]) -> tuple[str, ...]:
    """The RSL documents that an answer's Link header names, as they are written."""
    return tuple(_licenses(headers.get("link", "")[:_MAX_LINKS]))


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
    for name in _BY_PATH:
        if (preferences := preference_of(rules, AGENT, url, name=name)) is not None:
            yield Signal("robots", name, preferences[:_MAX_VALUE])


def licences_of_robots(rules: str) -> tuple[str, ...]:
    """The RSL documents that a robots.txt names for us."""
    return tuple(value for name, value in wishes_for(rules, AGENT) if name == "license")


def file_signals(rules: Iterable[Rule]) -> Iterator[Signal]:
    """What a tdmrep.json says, each rule with its path where it is not for the whole site."""
    for rule in list(rules)[:_MOST_RULES]:
        where = "" if rule.location in ("/", "*", "/*") else f"{rule.location} "
        yield Signal("file", "tdm-reservation", f"{where}{int(rule.is_reserved)}"[:_MAX_VALUE])
        if rule.policy:
            yield Signal("file", "tdm-policy", f"{where}{rule.policy}"[:_MAX_VALUE])


def file_signals_of(rules: tuple[Rule, ...], url: str) -> Iterator[Signal]:
    """What a tdmrep.json says of one page."""
    if (rule := rule_for(rules, url)) is not None:
        yield Signal("file", "tdm-reservation", str(int(rule.is_reserved)))


def markup_signal(wish: str) -> Signal:
    """A wish that a page states in its markup (`tdm-reservation=1`, `noai`) as a signal."""
    name, separator, value = wish.partition("=")
    if ": " in name or not separator:
        name, separator, value = wish.partition(": ")
    if separator and name in (*_PLAIN, *_RSL):
        return Signal("page", name, value[:_MAX_VALUE])
    return Signal("page", "robots", wish[:_MAX_VALUE])


def reserves_mining(said: Iterable[Signal]) -> str | None:
    """The first of these by which text and data mining is reserved, or None.

    `tdm-reservation: 1`, where nothing nearer to the page says 0; `noai` or `noarchive` as a
    robots directive for all or for us; any `n` that Content-Usage states of what Dateline does,
    any `no` of Content-Signal (whose text calls each a reservation of rights under the EU's
    directive 2019/790); and RSL terms that ask for more than a name and a link. Where a licence
    is (`rsl`) is a fact, and no refusal: its terms are elsewhere.
    """
    listed = list(said)
    nearest = max(
        (one for one in listed if one.signal == "tdm-reservation" and one.value in ("0", "1")),
        key=lambda one: _NEARNESS.get(one.source, 0),
        default=None,
    )
    for one in listed:
        value = one.value.lower()
        if (
            (one == nearest and value == "1")
            or (one.signal in _DIRECTIVES and value in ("noai", "noarchive"))
            or (one.signal == "content-usage" and _NO_USAGE.search(value))
            or (one.signal == "content-signal" and _NO_SIGNAL.search(value))
            or (one.signal == "rsl-terms" and is_reserved(value))
        ):
            return f"{one.signal}: {one.value}"
    return None
