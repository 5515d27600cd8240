"""Facts of texts in memory → names with their evidence, as the warehouse's statements do it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from include.entities import Appearance, Name, NameKey, fields_beside, name_key, needs_texts
from include.records import ExtractedText, Mention
from include.warehouse.facts import KIND_OF_LABEL


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with what joining may know of it."""

    id: str
    body: str
    story: str | None
    day: date


def key_of(mention: Mention) -> NameKey:
    """The name that a mention points to."""
    return NameKey(KIND_OF_LABEL[mention.label], name_key(mention.entity))


def gather(texts: Iterable[tuple[Document, ExtractedText]]) -> list[Name]:
    """The names of some texts."""
    spellings: defaultdict[NameKey, Counter[str]] = defaultdict(Counter)
    also: defaultdict[NameKey, Counter[str]] = defaultdict(Counter)
    places: defaultdict[NameKey, Counter[int | None]] = defaultdict(Counter)
    there: defaultdict[NameKey, list[Appearance]] = defaultdict(list)
    for document, found in texts:
        names: defaultdict[NameKey, list[Mention]] = defaultdict(list)
        for mention in found.mentions:
            names[key_of(mention)].append(mention)
        positions = {(place.start, place.end): place.geonames_id for place in found.places}
        for name, mentions in names.items():
            for text in {mention.text for mention in mentions}:
                if name_key(text) == name.key:
                    spellings[name][text] += 1
                elif name.kind == "organisation":
                    also[name][name_key(text)] += 1
            if name.kind == "place":
                spans = {(mention.start, mention.end) for mention in mentions}
                places[name].update({positions[span] for span in spans if span in positions})
            there[name].append(_appearance(document, name, mentions, names))
    return [
        replace(one, appearances=tuple(there[one.name])) if needs_texts(one) else one
        for one in (
            Name(name=name, texts=len(appearances), spellings=spellings[name], also=also[name],
                 place=_place(places[name]))
            for name, appearances in there.items()
        )
    ]  # fmt: skip


def _appearance(
    document: Document, name: NameKey, mentions: list[Mention], names: Iterable[NameKey]
) -> Appearance:
    full = [mention for mention in mentions if " " in mention.text][:3]
    body = document.body
    return Appearance(
        text=document.id,
        root=document.id,
        story=document.story,
        month=document.day.year * 12 + document.day.month,
        fields=frozenset(
            walk
            for one in full
            if name.kind == "person"
            for walk in fields_beside(
                body[max(0, one.start - 60) : one.start], body[one.end : one.end + 60]
            )
        ),
        company=frozenset(":".join(other) for other in names if other != name),
    )


def _place(votes: Counter[int | None]) -> int | None:
    best = max((one for one in votes if one is not None), key=lambda one: votes[one], default=None)
    return best if best is not None and votes[best] >= 0.8 * votes.total() else None
