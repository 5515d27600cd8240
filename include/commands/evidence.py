"""The facts of a text as one list: where each stands, its kind, and what it was taken for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from include.records import ExtractedText, Figure, Mention, Quote

_NAMES = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
_BOUNDS = {"at_least": "at least", "at_most": "at most", "about": "about"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters [start, end) of the text, the kind of fact, and what they were taken for.

    `kind` is quote, speaker, cue, figure, time, event, person, organisation, place, name or
    left_out; `confidence` is None for the parts of another fact.
    """

    start: int
    end: int
    kind: str
    meaning: str
    confidence: float | None


def evidence_of(found: ExtractedText) -> list[Evidence]:
    """Every fact that stands in a text, in order, of two at one place the longer first."""
    listed = [*_names(found), *_quotes(found), *_figures(found), *_events(found)]
    listed += [
        Evidence(
            one.start,
            one.end,
            "time",
            f"{one.type} {one.value or 'not resolved'}" + (f", {one.mod}" if one.mod else ""),
            one.confidence,
        )
        for one in found.times
    ]
    listed += [
        Evidence(one.start, one.end, "left_out", f"no statement: {one.reason}", None)
        for one in found.left_out
    ]
    return sorted(listed, key=lambda one: (one.start, -one.end, one.kind))


def headline_evidence(found: ExtractedText) -> list[Evidence]:
    """The figures that stand in the headline alone, by their characters in it."""
    return [
        Evidence(one.start, one.end, "figure", meaning_of(one), one.confidence)
        for one in found.figures
        if one.where == "headline"
    ]


def _names(found: ExtractedText) -> Iterator[Evidence]:
    places = {(one.start, one.end): one for one in found.places}
    for mention in found.mentions:
        place = places.get((mention.start, mention.end))
        meaning = _said_of(mention)
        if place is not None and place.lat is not None and place.lon is not None:
            where = f"{place.name}, {place.country or '?'} ({place.lat:.2f}, {place.lon:.2f})"
            meaning = where + (", where it happens" if place.is_main else "")
            meaning += ", its government" if place.is_metonym else ""
        kind = _NAMES.get(mention.label, "name")
        yield Evidence(mention.start, mention.end, kind, meaning, mention.confidence)


def _said_of(mention: Mention) -> str:
    role = f", {mention.role}" if mention.role else ""
    label = f" [{mention.label}]" if mention.label not in _NAMES else ""
    return f"{mention.entity}{role}{label}"


def _quotes(found: ExtractedText) -> Iterator[Evidence]:
    for quote in found.quotes:
        meaning = f"{quote.kind}, by {quote.speaker_entity or _speaker(quote)}"
        meaning += f", to {quote.addressee_entity}" if quote.addressee_entity else ""
        for index, part in enumerate(quote.fragments):
            confidence = quote.confidence if index == 0 else None
            more = meaning if index == 0 else f"{meaning} (goes on)"
            yield Evidence(part.start, part.end, "quote", more, confidence)
        if quote.speaker is not None:
            who = quote.speaker_entity or quote.speaker.text
            yield Evidence(quote.speaker.start, quote.speaker.end, "speaker", who, None)
        if quote.cue is not None:
            yield Evidence(quote.cue.start, quote.cue.end, "cue", "says", None)


def _speaker(quote: Quote) -> str:
    return quote.speaker.text if quote.speaker is not None else "nobody named"


def _figures(found: ExtractedText) -> Iterator[Evidence]:
    for figure in found.figures:
        if figure.where == "body":
            yield Evidence(
                figure.start, figure.end, "figure", meaning_of(figure), figure.confidence
            )


def meaning_of(figure: Figure) -> str:
    """What a figure was taken for: "killed: at least 21, in Ulm"."""
    meaning = f"{figure.what}: {amount(figure)}"
    meaning += f" {figure.unit}" if figure.unit and figure.unit != "person" else ""
    who = figure.attributed_entity or figure.attributed_to
    meaning += f", according to {who}" if who else ""
    return meaning + (f", in {figure.place}" if figure.place else "")


def _events(found: ExtractedText) -> Iterator[Evidence]:
    for event in found.events:
        meaning = event.kind if event.status == "actual" else f"{event.kind} ({event.status})"
        for before, one in ((", by ", event.actor), (", of ", event.target)):
            meaning += before + (one.entity or one.text) if one is not None else ""
        yield Evidence(event.start, event.end, "event", meaning, event.confidence)


def amount(figure: Figure) -> str:
    """How many, with the bound: "at least 21", "5 to 7", "no number"."""
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        return f"{low:,.10g} to {high:,.10g}"
    number = low if low is not None else high
    if number is None:
        return "no number"
    bound = _BOUNDS.get(figure.bound)
    return f"{bound} {number:,.10g}" if bound else f"{number:,.10g}"
