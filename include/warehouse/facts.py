"""Store what extraction found in a text: one extraction and all its facts, together."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from psycopg2.extensions import cursor as Cursor

from include.entities import name_key
from include.records import Event, ExtractedText, Figure, Mention, Quote, Span
from include.warehouse import queries, rows
from include.warehouse.fact_places import Here, once
from include.warehouse.fact_rows import (
    EntityRow,
    EventRow,
    FigureRow,
    FragmentRow,
    KeywordRow,
    LeftOutRow,
    MentionRow,
    PlaceRow,
    QuoteRow,
    TimeRow,
)
from include.warehouse.text import key_of, name_of

KIND_OF_LABEL = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "PRODUCT": "product",
    "WORK_OF_ART": "work",
    "LAW": "law",
}
EntityKey = tuple[str, str]


def store_extraction(
    cur: Cursor,
    text_id: int,
    found: ExtractedText,
    *,
    reference_at: datetime | None,
    reference_from: str | None = None,
) -> int | None:
    """Store one extraction and its facts; older ones of the text stay, no longer current.

    Its relative times were resolved against `reference_at`: of the first `publication`, or of
    the `revision` as the page states it (`reference_from`).

    Returns the extraction's number, or None where this very one is already there.
    """
    queries.run(cur, "retire_extractions", text_id=text_id, config_hash=found.config_hash)
    made = queries.one(
        cur,
        "insert_extraction",
        text_id=text_id,
        extractor=found.extractor,
        config_hash=found.config_hash,
        language=found.language,
        reference_at=reference_at,
        reference_from=reference_from,
        rules=json.dumps(found.rules),
    )
    queries.run(cur, "settle_renewal", text_id=text_id)
    if made is None:
        return None
    extraction_id = int(made["extraction_id"])
    here = Here(extraction_id=extraction_id, text_id=text_id)
    entities = _store_entities(cur, found)
    rows.store(
        cur,
        (
            MentionRow(
                **here.at(one),
                label=one.label,
                role=one.role,
                entity_id=entities[_entity_of(one)],
                confidence=one.confidence,
            )
            for one in once(found.mentions)
        ),
    )
    anchors = _store_anchors(cur, here, found)
    _store_quotes(cur, here, found.quotes, entities, anchors)
    _store_figures(cur, here, found.figures, entities, anchors, found.headline)
    _store_events(cur, here, found.events, entities, anchors)
    rows.store(cur, (LeftOutRow(**here.at(one), reason=one.reason) for one in once(found.left_out)))
    keywords = {key_of(keyword.text): keyword.score for keyword in reversed(found.keywords)}
    rows.store(
        cur,
        (
            KeywordRow(extraction_id=extraction_id, text_id=text_id, keyword=text, score=score)
            for text, score in sorted(keywords.items())
        ),
    )
    return extraction_id


def _entity_of(mention: Mention) -> EntityKey:
    return KIND_OF_LABEL[mention.label], name_key(mention.entity)


def _store_entities(cur: Cursor, found: ExtractedText) -> dict[EntityKey, int]:
    names: dict[EntityKey, str] = {}
    for mention in found.mentions:
        names.setdefault(_entity_of(mention), name_of(mention.entity))
    known_names = {key for _, key in names}
    for quote in found.quotes:
        if quote.speaker_entity and name_key(quote.speaker_entity) not in known_names:
            names.setdefault(
                ("person", name_key(quote.speaker_entity)), name_of(quote.speaker_entity)
            )
    stored = rows.store(
        cur,
        (EntityRow(kind=kind, name_key=key, name=names[kind, key]) for kind, key in sorted(names)),
        fetch=True,
    )
    return {(row["kind"], row["name_key"]): row["entity_id"] for row in stored}


@dataclass(frozen=True, slots=True)
class _Anchors:
    """Numbers of the places and times of one text, by where they begin."""

    places: Mapping[int, int]
    times: Mapping[int, int]

    def of(self, fact: Quote | Figure | Event) -> tuple[int | None, int | None]:
        """(place_id, time_id) of a fact."""
        place = self.places.get(fact.place_start) if fact.place_start is not None else None
        time = self.times.get(fact.time_start) if fact.time_start is not None else None
        return place, time


def _store_anchors(cur: Cursor, here: Here, found: ExtractedText) -> _Anchors:
    times = rows.store(
        cur,
        (
            TimeRow(
                **here.at(one),
                type=one.type,
                value=one.value,
                confidence=one.confidence,
                mod=one.mod,
                on_day=day_of(one.value),
            )
            for one in once(found.times)
        ),
        fetch=True,
    )
    places = rows.store(
        cur,
        (
            PlaceRow(
                **here.at(one),
                name=one.name,
                country=one.country,
                lat=one.lat,
                lon=one.lon,
                geonames_id=one.geonames_id,
                confidence=one.confidence,
                kind=one.kind,
                admin1=one.admin1,
                is_main=one.is_main,
                is_metonym=one.is_metonym,
            )
            for one in once(found.places)
        ),
        fetch=True,
    )
    return _Anchors(
        places={row["start_char"]: row["place_id"] for row in places},
        times={row["start_char"]: row["time_id"] for row in times},
    )


def day_of(value: str | None) -> date | None:
    """The day of a TIMEX3 value that is one, or a time of one: "2026-11-20TNI"."""
    if not value or not value[:1].isdigit():
        return None
    try:
        return date.fromisoformat(value[:10]) if value[4:5] == "-" and value[7:8] == "-" else None
    except ValueError:
        return None


def _by_name(entities: dict[EntityKey, int]) -> dict[str, int]:
    return {key: number for (_, key), number in sorted(entities.items(), reverse=True)}


def _store_quotes(
    cur: Cursor,
    here: Here,
    quotes: Sequence[Quote],
    entities: dict[EntityKey, int],
    anchors: _Anchors,
) -> None:
    by_name = _by_name(entities)
    listed = once(quotes)
    stored = rows.store(
        cur, (_quote_row(one, here, by_name, anchors) for one in listed), fetch=True
    )
    numbers = {(row["start_char"], row["end_char"]): row["quote_id"] for row in stored}
    rows.store(
        cur,
        (
            FragmentRow(
                quote_id=numbers[quote.start, quote.end],
                number=number,
                start_char=part.start,
                end_char=part.end,
                text=part.text,
            )
            for quote in listed
            for number, part in enumerate(quote.fragments or (_whole(quote),), start=1)
        ),
    )
    nested = [
        (numbers[one.start, one.end], numbers[around.start, around.end])
        for one in listed
        if (around := _around(one, listed)) is not None
    ]
    if nested:
        queries.many(cur, "nest_quotes", nested)


def _quote_row(quote: Quote, here: Here, by_name: Mapping[str, int], anchors: _Anchors) -> QuoteRow:
    place_id, time_id = anchors.of(quote)
    return QuoteRow(
        **here.at(quote),
        kind=quote.kind,
        confidence=quote.confidence,
        speaker=quote.speaker,
        speaker_entity_id=_number(by_name, quote.speaker_entity),
        speaker_basis=quote.speaker_basis,
        speaker_pronoun=quote.speaker_pronoun,
        speaker_gender=quote.speaker_gender,
        cue=quote.cue,
        addressee=quote.addressee,
        addressee_entity_id=_number(by_name, quote.addressee_entity),
        place_id=place_id,
        time_id=time_id,
    )


def _whole(quote: Quote) -> Span:
    return Span(start=quote.start, end=quote.end, text=quote.text)


def _around(one: Quote, quotes: Sequence[Quote]) -> Quote | None:
    """The quote between whose parts this one stands: the smallest, where there are several."""
    around = [
        other
        for other in quotes
        if other is not one and other.start <= one.start and one.end <= other.end
    ]
    return min(around, key=lambda other: other.end - other.start, default=None)


def _store_figures(
    cur: Cursor,
    here: Here,
    figures: Sequence[Figure],
    entities: dict[EntityKey, int],
    anchors: _Anchors,
    headline: str | None,
) -> None:
    """Those of the headline, which is kept with them, have no place in the text."""
    by_name = _by_name(entities)
    for place in ("body", "headline"):
        listed = once(one for one in figures if one.where == place)
        made = (
            _figure_row(one, here, by_name, anchors, headline if place == "headline" else None)
            for one in listed
        )
        stored = rows.store(cur, made, fetch=True)
        numbers = {row["starts_at"]: row["figure_id"] for row in stored}
        related = [
            (numbers[one.start], *(_at(numbers, at) for at in _others(one)))
            for one in listed
            if any(at is not None for at in _others(one))
        ]
        queries.many(cur, "relate_figures", related)


def _figure_row(
    figure: Figure,
    here: Here,
    by_name: Mapping[str, int],
    anchors: _Anchors,
    headline: str | None,
) -> FigureRow:
    place_id, time_id = anchors.of(figure)
    in_body = headline is None
    return FigureRow(
        extraction_id=here.extraction_id,
        text_id=here.text_id,
        start_char=figure.start if in_body else None,
        end_char=figure.end if in_body else None,
        headline_start_char=None if in_body else figure.start,
        headline_end_char=None if in_body else figure.end,
        headline=headline,
        text=figure.text,
        what=figure.what[:200],
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        unit=figure.unit,
        place_text=figure.place,
        attributed_to=figure.attributed_to,
        attributed_to_entity_id=_number(by_name, figure.attributed_entity),
        told_by=figure.told_by,
        confidence=figure.confidence,
        place_id=place_id,
        time_id=time_id,
        of_what=figure.of_what,
        holder=figure.holder,
        holder_entity_id=_number(by_name, figure.holder.entity if figure.holder else None),
        status=figure.status,
        change=figure.change,
        currency_basis=figure.currency_basis,
    )


def _store_events(
    cur: Cursor,
    here: Here,
    events: Sequence[Event],
    entities: dict[EntityKey, int],
    anchors: _Anchors,
) -> None:
    by_name = _by_name(entities)
    rows.store(cur, (_event_row(one, here, by_name, anchors) for one in once(events)))


def _event_row(event: Event, here: Here, by_name: Mapping[str, int], anchors: _Anchors) -> EventRow:
    place_id, time_id = anchors.of(event)
    return EventRow(
        **here.at(event),
        kind=event.kind,
        status=event.status,
        confidence=event.confidence,
        actor=event.actor,
        actor_entity_id=_number(by_name, event.actor.entity if event.actor else None),
        target=event.target,
        target_entity_id=_number(by_name, event.target.entity if event.target else None),
        place_id=place_id,
        time_id=time_id,
    )


def _number(by_name: Mapping[str, int], entity: str | None) -> int | None:
    """The number of the entity that a fact names, if it names any."""
    return by_name.get(name_key(entity)) if entity else None


def _others(figure: Figure) -> tuple[int | None, int | None, int | None]:
    return figure.part_of, figure.superseded_by, figure.compared_with


def _at(numbers: Mapping[int, int], start: int | None) -> int | None:
    return numbers.get(start) if start is not None else None
