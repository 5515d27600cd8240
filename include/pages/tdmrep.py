"""`/.well-known/tdmrep.json` of the TDM Reservation Protocol, by site and path. Pure.

W3C community group final report of 10 May 2024: the file holds a list of rules, each with a
`location` (a path with the wildcards of robots.txt), `tdm-reservation` (0 or 1) and perhaps
`tdm-policy`. The first rule that matches counts. What a page's answer says in its header counts
before it, and what its markup says before that.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from include.path_patterns import matches, path_of

PATH = "/.well-known/tdmrep.json"
MAX_BYTES = 262_144
_MOST_RULES = 1_000
_MAX_LOCATION = 1_000


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether mining is reserved where a path begins so, and where its terms are."""

    location: str
    is_reserved: bool
    policy: str | None = None


def read_rules(text: str) -> tuple[Rule, ...]:
    """The rules of a tdmrep.json in order; a broken file, or a broken rule, says nothing."""
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    if isinstance(listed, dict):  # one rule without the brackets that the report asks for
        listed = [listed]
    if not isinstance(listed, list):
        return ()
    return tuple(rule for one in listed[:_MOST_RULES] if (rule := _rule(one)) is not None)


def rule_for(rules: tuple[Rule, ...], url: str) -> Rule | None:
    """The rule that holds for the page at `url`, or None."""
    page = path_of(url)
    return next((one for one in rules if matches(one.location, page)), None)


def _rule(stated: object) -> Rule | None:
    if not isinstance(stated, dict):
        return None
    location, reserved = stated.get("location"), stated.get("tdm-reservation")
    if not isinstance(location, str) or not 0 < len(location) <= _MAX_LOCATION:
        return None
    if str(reserved).strip() not in ("0", "1", "True", "False"):
        return None  # the report: any other value is none
    policy = stated.get("tdm-policy")
    location = location.strip()
    return Rule(
        location=location if location.startswith(("/", "*")) else f"/{location}",
        is_reserved=str(reserved).strip() in ("1", "True"),
        policy=policy.strip() if isinstance(policy, str) and policy.strip() else None,
    )
