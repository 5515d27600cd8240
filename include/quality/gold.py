"""Documents with the facts that a careful reader finds in them, as `seeds/gold/` writes them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from include.records import TextToExtract
from include.vocabulary import Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuote:
    """Something said, by whom."""

    start: int
    end: int
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFigure:
    """A number, what it counts (in one word or another) and how surely; as `records.Figure`."""

    start: int
    end: int
    what: frozenset[str]
    low: Decimal | None
    high: Decimal | None
    bound: Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """A time with its TIMEX3 value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A text and all that is to be found in it; `places` are (name, country or ""). `open` are
    stretches of which readers may think one thing or another: what is found there is not
    counted unless it is expected."""

    text: TextToExtract
    people: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[tuple[str, str]]
    quotes: tuple[GoldQuote, ...]
    figures: tuple[GoldFigure, ...]
    times: tuple[GoldTime, ...]
    open: tuple[tuple[int, int], ...] = ()


class BadGold(ValueError):
    """A file of documents that cannot be used; the message names the document."""


def read_gold(content: str) -> tuple[GoldDocument, ...]:
    """The documents of one file (TOML).

    Raises:
        BadGold: a fact is not in its text, or something is missing.
    """
    try:
        told = tomllib.loads(content)
        return tuple(_document(one, told["language"]) for one in told["document"])
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise BadGold(f"not a file of documents: {error}") from error


def _document(told: Mapping[str, Any], language: str) -> GoldDocument:
    body = told["body"]

    def spans(listed: Iterable[Mapping[str, Any]]) -> Iterable[tuple[int, int, Mapping[str, Any]]]:
        for one in listed:
            here = re.search(rf"(?<!\w){re.escape(one['text'])}(?!\w)", body)
            if here is None:
                raise BadGold(f"{told['id']}: {one['text']!r} is not in the text")
            yield here.start(), here.end(), one

    return GoldDocument(
        text=_text(told, language),
        people=frozenset(told["people"]),
        bodies=frozenset(told["bodies"]),
        places=frozenset(_place(one) for one in told["places"]),
        quotes=tuple(
            GoldQuote(start=start, end=end, speaker=one["speaker"])
            for start, end, one in spans(told["quotes"])
        ),
        figures=tuple(_figure(start, end, one) for start, end, one in spans(told["figures"])),
        times=tuple(
            GoldTime(start=start, end=end, value=one["value"])
            for start, end, one in spans(told["times"])
        ),
        open=tuple(
            (start, end) for start, end, _ in spans({"text": text} for text in told.get("open", ()))
        ),
    )


def _text(told: Mapping[str, Any], language: str) -> TextToExtract:
    published_at: datetime = told["published_at"]
    return TextToExtract(
        id=told["id"],
        body=told["body"],
        language=language,
        published_at=published_at,
        publisher_country=told["country"],
    )


def _place(told: str) -> tuple[str, str]:
    name, _, country = told.rpartition(", ")
    return name, country


def _figure(start: int, end: int, told: Mapping[str, Any]) -> GoldFigure:
    """A figure as it is written: `low` alone is both ends, but where the bound opens one."""
    bound = Bound(told.get("bound", "exact"))
    low, high = told.get("low"), told.get("high")
    if high is None and bound is not Bound.AT_LEAST and not told.get("high_open"):
        high = low
    return GoldFigure(
        start=start,
        end=end,
        what=frozenset(told["what"] if isinstance(told["what"], list) else [told["what"]]),
        low=Decimal(str(low)) if low is not None else None,
        high=Decimal(str(high)) if high is not None else None,
        bound=bound,
    )
