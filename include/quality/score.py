"""What was expected of an extraction, what it found, and what of that is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from include.quality.gold import GoldDocument, GoldFigure, GoldQuote, GoldTime
from include.records import ExtractedText, Figure, Place, Quote, TimeExpression
from include.vocabulary import ScoredKind

_SAME_SHARE = 0.5
"""Two spans are of one quote where so much of both together lies in both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many facts of a kind were expected, found, and found rightly."""

    expected: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        """The score of both together."""
        return Score(
            expected=self.expected + other.expected,
            found=self.found + other.found,
            right=self.right + other.right,
        )

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of what was expected that was found; None where nothing was expected."""
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where nothing was expected or found."""
        both = self.expected + self.found
        return 2 * self.right / both if both else None


class Spanned(Protocol):
    """A piece of a body."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """Behind its last character."""


def compare(expected: GoldDocument, found: ExtractedText) -> dict[ScoredKind, Score]:
    """The scores of one document, by kind of fact."""
    names = {"PERSON": set[str](), "ORG": set[str]()}
    for mention in found.mentions:
        if mention.label in names:
            names[mention.label].add(mention.entity.casefold())
    quotes = _paired(expected.quotes, found.quotes, _is_one_quote)
    return {
        ScoredKind.PEOPLE: _of_sets(expected.people, names["PERSON"]),
        ScoredKind.BODIES: _of_sets(expected.bodies, names["ORG"]),
        ScoredKind.PLACES: _of_places(expected.places, found.places),
        ScoredKind.QUOTES: Score(
            expected=len(expected.quotes), found=len(found.quotes), right=len(quotes)
        ),
        ScoredKind.SPEAKERS: Score(
            expected=len(expected.quotes),
            found=sum(quote.speaker is not None for _, quote in quotes),
            right=sum(_is_said_by(gold, quote) for gold, quote in quotes),
        ),
        # Marks stand in the body, and so do the figures they are held against.
        ScoredKind.FIGURES: _of_spans(
            expected,
            expected.figures,
            [figure for figure in found.figures if figure.where == "body"],
            _is_one_figure,
        ),
        ScoredKind.TIMES: _of_spans(expected, expected.times, found.times, _is_one_time),
    }


def _of_spans[Gold, Fact: Spanned](
    document: GoldDocument,
    expected: Sequence[Gold],
    found: Sequence[Fact],
    is_one: Callable[[Gold, Fact], bool],
) -> Score:
    """The score of facts with spans; those in open stretches count where they are expected."""
    pairs = _paired(expected, found, is_one)
    right = {id(fact) for _, fact in pairs}
    counted = [
        fact
        for fact in found
        if id(fact) in right
        or not any(start < fact.end and fact.start < end for start, end in document.open)
    ]
    return Score(expected=len(expected), found=len(counted), right=len(pairs))


def _of_sets(expected: Iterable[str], found: set[str]) -> Score:
    wanted = {name.casefold() for name in expected}
    return Score(expected=len(wanted), found=len(found), right=len(wanted & found))


def _of_places(expected: Iterable[tuple[str, str]], found: Sequence[Place]) -> Score:
    wanted = {(name.casefold(), country) for name, country in expected}
    met = {
        frozenset(
            ((one.text.casefold(), one.country or ""), (one.name.casefold(), one.country or ""))
        )
        for one in found
    }
    right = {one for one in wanted if any(one in names for names in met)}
    return Score(expected=len(wanted), found=len(met), right=len(right))


def _paired[Gold, Fact](
    expected: Sequence[Gold], found: Sequence[Fact], is_one: Callable[[Gold, Fact], bool]
) -> list[tuple[Gold, Fact]]:
    """Expected facts with what was found of each; nothing is taken twice."""
    left = list(found)
    pairs = []
    for gold in expected:
        for fact in left:
            if is_one(gold, fact):
                pairs.append((gold, fact))
                left.remove(fact)
                break
    return pairs


def _overlap(one: Spanned, other: Spanned) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _is_one_time(gold: GoldTime, time: TimeExpression) -> bool:
    return _overlap(gold, time) > 0 and gold.value == time.value


def _is_one_quote(gold: GoldQuote, quote: Quote) -> bool:
    both = max(gold.end, quote.end) - min(gold.start, quote.start)
    return _overlap(gold, quote) >= _SAME_SHARE * both


def _is_said_by(gold: GoldQuote, quote: Quote) -> bool:
    told = {quote.speaker_entity, quote.speaker.text if quote.speaker else None}
    return gold.speaker.casefold() in {name.casefold() for name in told if name}


def _is_one_figure(gold: GoldFigure, figure: Figure) -> bool:
    return (
        _overlap(gold, figure) > 0
        and figure.what.casefold() in {what.casefold() for what in gold.what}
        and (gold.low, gold.high, gold.bound) == (figure.low, figure.high, figure.bound)
    )
