"""robots.txt as RFC 9309 (September 2022) reads it, with what newer texts put into it. Pure.

Protego decides what a rule matches; which rules are whose is decided here, because a byte
order mark, a version behind a name and lines of other protocols are read differently by
every parser. In groups stand, beside Allow and Disallow:

- `Content-Usage: [path] preferences` of draft-ietf-aipref-attach (-05, 19 August 2026): the
  longest path that matches counts, of equal ones the most restrictive;
- `Content-Signal: key=yes|no, …` of Cloudflare's Content Signals Policy (contentsignals.org,
  September 2025; `use=` since 2026), with a path likewise where one stands;
- `License: URL` of RSL 1.0 (10 December 2025), in a group, or for everybody: above all
  groups, or behind an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from protego import Protego

from include.path_patterns import matches, path_of

_RULES = frozenset({"allow", "disallow"})
# Lines that end the names of a group: what follows them begins another one.
_ENDS_NAMES = _RULES | {"crawl-delay"}
_WISHES = frozenset({"content-usage", "content-signal", "license"})
_NAME = re.compile(r"[A-Za-z_*-]+")
_MOST_LINES = 20_000
_MAX_WISH = 2_048


@dataclass(slots=True)
class Group:
    """Lines that hold for some user agents, as (name in lower case, value)."""

    agents: list[str] = field(default_factory=list)
    lines: list[tuple[str, str]] = field(default_factory=list)


def decoded(body: bytes) -> str:
    """The characters of a robots.txt: UTF-8, without a byte order mark."""
    return body.decode("utf-8-sig", "replace").replace("\x00", "")


def lines_for(text: str, agent: str) -> list[tuple[str, str]]:
    """What a robots.txt says to `agent`: the lines of all groups that name it, else of those
    for everybody; with what stands outside of groups."""
    groups, outside = _groups(text)
    ours = [one for one in groups if agent.lower() in one.agents]
    chosen = ours or [one for one in groups if "*" in one.agents]
    held = [line for one in chosen for line in one.lines]
    if any(name == "license" for name, _ in held):  # a group's own stands for those of all
        outside = [line for line in outside if line[0] != "license"]
    return [*outside, *held]


def rules_for(text: str, agent: str) -> Protego:
    """What a robots.txt lets `agent` fetch."""
    lines = (f"{name}: {value}" for name, value in lines_for(text, agent) if name in _ENDS_NAMES)
    return Protego.parse("\n".join([f"User-agent: {agent}", *lines]))


def wishes_for(text: str, agent: str) -> Iterator[tuple[str, str]]:
    """(name, value) of what a robots.txt says to `agent` of the use of its pages."""
    for name, value in lines_for(text, agent):
        if name in _WISHES and value:
            yield name, value[:_MAX_WISH]


def preference_of(text: str, agent: str, url: str, *, name: str) -> str | None:
    """What the lines called `name` (`content-usage`, `content-signal`) state for the page at
    `url`, or None.

    Rules of one path that disagree are given one behind the other: who asks what is
    forbidden finds each.
    """
    page = path_of(url)
    best: tuple[int, list[str]] | None = None
    for line_name, value in lines_for(text, agent):
        if line_name != name:
            continue
        path, preferences = _path_and_rest(value)
        if not matches(path, page):
            continue
        if best is None or len(path) > best[0]:
            best = (len(path), [preferences])
        elif len(path) == best[0]:
            best[1].append(preferences)
    return ", ".join(best[1])[:_MAX_WISH] if best else None


def _groups(text: str) -> tuple[list[Group], list[tuple[str, str]]]:
    groups: list[Group] = []
    outside: list[tuple[str, str]] = []
    is_naming = is_apart = False
    for raw in text.lstrip("\ufeff").splitlines()[:_MOST_LINES]:
        name, colon, value = raw.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon:
            is_apart |= not raw.strip()
            continue
        was_apart, is_apart = is_apart, False
        if name == "license" and "#" in raw:
            value = raw.partition(":")[2].strip()  # a URL may have a fragment
        if name in ("user-agent", "useragent", "user agent"):
            if not is_naming:
                groups.append(Group())
            is_naming = True
            if found := _NAME.match(value):
                groups[-1].agents.append(found[0].lower())
        elif name in _ENDS_NAMES:
            is_naming = False
            if groups:
                groups[-1].lines.append((name, value))
        elif name == "license" and was_apart and not is_naming:
            outside.append((name, value))
        elif name in _WISHES:
            # The draft makes them rules of a group; for those who name their crawlers above
            # and beneath one, that is what they mean.
            is_naming = False
            (groups[-1].lines if groups else outside).append((name, value))
    return groups, outside


def _path_and_rest(value: str) -> tuple[str, str]:
    if not value.startswith("/"):
        return "/", value
    path, *rest = value.split(maxsplit=1)
    return path, rest[0].strip() if rest else ""
