"""Times in a text, with TIMEX3 values read against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

from spacy.tokens import Doc

from include.extraction.reading.token_index import TokenIndex
from include.extraction.times import (  # noqa: F401  (they register their rules)
    rules_days,
    rules_periods,
    rules_references,
    rules_repeats,
    rules_seasons,
)
from include.extraction.times.context import TimeContext
from include.extraction.times.modifiers import modifier
from include.extraction.times.rules import RULES, Rule
from include.extraction.times.rules_other import rules_of
from include.extraction.times.tuned import TUNED
from include.records import TimeExpression

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_QUARTER = re.compile(r"\d{4}-Q\d")


def find_times(doc: Doc, published_at: datetime | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order, none overlapping.

    The value of a relative one ("on Thursday") needs `published_at`; without it
    the expression is given with value None, absolute ones keep theirs.
    """
    text = doc.text
    context = TimeContext(doc, text, published_at, doc.lang_ or "en", TokenIndex.of(doc))
    found = []
    for start, end, rule, match in _chosen(text, context.language):
        reading = rule.read(match, context)
        if reading is None:
            continue
        kind, value = reading
        _remember(context, value, text[start:end])
        found.append(
            TimeExpression(
                start=start,
                end=end,
                text=text[start:end],
                type=kind,
                value=value,
                confidence=_confidence(value),
                mod=modifier(text[start:end], kind, context.language),
            )
        )
    return tuple(found)


def _matches(text: str, language: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """What the rules of a language match, some of it overlapping.

    English rules are tried on those lines alone that hold what they need.
    """
    if language != "en":
        for rule in rules_of(language):
            for match in rule.pattern.finditer(text):
                yield rule, match
        return
    begin = 0
    for line in text.split("\n"):
        lower, end = line.lower(), begin + len(line)
        for needs, rules in _by_needs():
            if not needs or any(need in lower for need in needs):
                for rule in rules:
                    for match in rule.pattern.finditer(text, begin, end):
                        yield rule, match
        begin = end + 1


@cache
def _by_needs() -> tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...]:
    """The English rules, those together that need the same words."""
    found: dict[tuple[str, ...], list[Rule]] = {}
    for rule in RULES:
        found.setdefault(rule.needs, []).append(rule)
    return tuple((needs, tuple(rules)) for needs, rules in found.items())


def _chosen(text: str, language: str) -> list[tuple[int, int, Rule, re.Match[str]]]:
    """Matches of all rules, the longest wherever some overlap, in order of start."""
    candidates = [
        (match.start(), match.end(), rule, match) for rule, match in _matches(text, language)
    ]
    candidates.sort(key=lambda c: (c[0], -c[1]))
    chosen: list[tuple[int, int, Rule, re.Match[str]]] = []
    for candidate in candidates:
        if chosen and candidate[0] < chosen[-1][1]:
            previous = chosen[-1]
            if candidate[1] - candidate[0] > previous[1] - previous[0]:
                chosen[-1] = candidate
            continue
        chosen.append(candidate)
    return chosen


def _remember(context: TimeContext, value: str | None, written: str) -> None:
    if not value:
        return
    if _DAY.match(value):
        try:
            context.last_day = date.fromisoformat(value[:10])
        except ValueError:
            return
    elif _QUARTER.fullmatch(value) and "year" not in written.casefold():
        context.last_quarter = value


def _confidence(value: str | None) -> float:
    if value is None:
        return TUNED.sure_unresolved
    if value.startswith("P"):
        return TUNED.sure_length
    return TUNED.sure
