"""Store what extraction found in a text: one extraction and all its facts, together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from psycopg2.extensions import cursor as Cursor

from include.entities import name_key
from include.records import Event, ExtractedText, Figure, Mention, Party, Quote, Span
from include.warehouse import claims, queries
from include.warehouse.claims import Claims
from include.warehouse.queries import Row
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


def unextracted(cur: Cursor, config_hashes: dict[str, str]) -> int:
    """How many texts wait for the present configuration of their language."""
    hashes = by_language(config_hashes)
    return claims.count_due(cur, "due_texts_to_extract", shard=0, of=1, **hashes)


def choose_unextracted(
    cur: Cursor, stage: str, config_hashes: dict[str, str], *, run_id: str, most: int
) -> int:
    """Choose texts that wait for the present configuration of their language; how many."""
    chosen = claims.choose(
        cur, stage, "due_texts_to_extract", run_id=run_id, most=most, shard=0, of=1,
        **by_language(config_hashes),
    )  # fmt: skip
    return len(chosen)


def claim_unextracted(
    cur: Cursor, held: Claims, config_hashes: dict[str, str], *, shard: int, of: int, most: int
) -> list[Row]:
    """Take texts of one shard that wait, each with the title and instant of its first article.

    Their bodies are read in pieces, by `bodies`.
    """
    return held.take(
        cur, "due_texts_to_extract", "claimed_texts", shard=shard, of=of, most=most,
        **by_language(config_hashes),
    )  # fmt: skip


def bodies(cur: Cursor, text_ids: Sequence[int], *, most_chars: int) -> dict[int, str]:
    """The beginnings of some texts, by number: up to so many characters and one more.

    One that was removed in the meantime is empty.
    """
    found = queries.rows(
        cur, "bodies_of_texts", text_ids=sorted(text_ids), most_chars=most_chars + 1
    )
    return dict.fromkeys(text_ids, "") | {row["text_id"]: row["body"] or "" for row in found}


def by_language(config_hashes: dict[str, str]) -> dict[str, Any]:
    """Configurations as parameters of a statement: languages, their hashes, that of all others."""
    return {
        "languages": [language for language in config_hashes if language != "*"],
        "hashes": [value for language, value in config_hashes.items() if language != "*"],
        "other": config_hashes["*"],
    }


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
    here = (extraction_id, text_id)
    entities = _store_entities(cur, found)
    queries.many(cur, "insert_mentions", [
        (*here, m.start, m.end, m.text, m.label, m.role, entities[_entity_of(m)], m.confidence)
        for m in _once(found.mentions)
    ])  # fmt: skip
    anchors = _store_anchors(cur, here, found)
    _store_quotes(cur, here, found.quotes, entities, anchors)
    _store_figures(cur, here, found.figures, entities, anchors)
    _store_events(cur, here, found.events, entities, anchors)
    queries.many(cur, "insert_left_out", [
        (*here, one.start, one.end, one.text, one.reason) for one in _once(found.left_out)
    ])  # fmt: skip
    keywords = {key_of(keyword.text): keyword.score for keyword in reversed(found.keywords)}
    queries.many(
        cur, "insert_keywords", [(*here, text, score) for text, score in sorted(keywords.items())]
    )
    return extraction_id


def _once[Fact: Span](facts: Iterable[Any]) -> list[Any]:
    seen: set[tuple[int, int]] = set()
    kept = []
    for fact in facts:
        if (fact.start, fact.end) not in seen:
            seen.add((fact.start, fact.end))
            kept.append(fact)
    return kept


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
    rows = queries.many(
        cur, "upsert_entities", [(*key, names[key]) for key in sorted(names)], fetch=True
    )
    return {(row["kind"], row["name_key"]): row["entity_id"] for row in rows}


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


def _store_anchors(cur: Cursor, here: tuple[int, int], found: ExtractedText) -> _Anchors:
    times = queries.many(cur, "insert_times", [
        (*here, t.start, t.end, t.text, t.type, t.value, t.confidence, t.mod, day_of(t.value))
        for t in _once(found.times)
    ], fetch=True)  # fmt: skip
    places = queries.many(cur, "insert_places", [
        (*here, p.start, p.end, p.text, p.name, p.country, p.lat, p.lon, p.geonames_id,
         p.confidence, p.kind, p.admin1, p.is_main, p.is_metonym)
        for p in _once(found.places)
    ], fetch=True)  # fmt: skip
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
    here: tuple[int, int],
    quotes: Sequence[Quote],
    entities: dict[EntityKey, int],
    anchors: _Anchors,
) -> None:
    by_name = _by_name(entities)
    once = _once(quotes)
    rows = []
    for quote in once:
        speaker = name_key(quote.speaker_entity) if quote.speaker_entity else ""
        told = name_key(quote.addressee_entity) if quote.addressee_entity else ""
        rows.append((
            *here, quote.start, quote.end, quote.text, quote.kind, *_span(quote.speaker),
            by_name.get(speaker), *_span(quote.cue), quote.confidence,
            *_span(quote.addressee), by_name.get(told), *anchors.of(quote),
            quote.speaker_basis, *_span(quote.speaker_pronoun), quote.speaker_gender,
        ))  # fmt: skip
    stored = queries.many(cur, "insert_quotes", rows, fetch=True)
    numbers = {(row["start_char"], row["end_char"]): row["quote_id"] for row in stored}
    queries.many(cur, "insert_quote_fragments", [
        (numbers[quote.start, quote.end], number, part.start, part.end, part.text)
        for quote in once
        for number, part in enumerate(
            quote.fragments or (Span(start=quote.start, end=quote.end, text=quote.text),), start=1
        )
    ])  # fmt: skip
    nested = [
        (numbers[one.start, one.end], numbers[around.start, around.end])
        for one in once
        if (around := _around(one, once)) is not None
    ]
    if nested:
        queries.many(cur, "nest_quotes", nested)


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
    here: tuple[int, int],
    figures: Sequence[Figure],
    entities: dict[EntityKey, int],
    anchors: _Anchors,
) -> None:
    by_name = _by_name(entities)
    once = _once(figures)
    stored = queries.many(cur, "insert_figures", [
        (*here, f.start, f.end, f.text, f.what[:200], f.low, f.high, f.bound, f.unit, f.place,
         f.attributed_to, f.confidence,
         by_name.get(name_key(f.attributed_entity)) if f.attributed_entity else None,
         f.told_by, *anchors.of(f), *_span(f.of_what), *_span(f.holder),
         by_name.get(name_key(f.holder.entity)) if f.holder and f.holder.entity else None,
         f.status, f.change)
        for f in once
    ], fetch=True)  # fmt: skip
    numbers = {row["start_char"]: row["figure_id"] for row in stored}
    queries.many(cur, "relate_figures", [
        (numbers[f.start], *(_at(numbers, at) for at in _others(f)))
        for f in once
        if any(at is not None for at in _others(f))
    ])  # fmt: skip


def _store_events(
    cur: Cursor,
    here: tuple[int, int],
    events: Sequence[Event],
    entities: dict[EntityKey, int],
    anchors: _Anchors,
) -> None:
    by_name = _by_name(entities)

    def number(one: Party | None) -> int | None:
        return by_name.get(name_key(one.entity)) if one and one.entity else None

    queries.many(cur, "insert_events", [
        (*here, e.start, e.end, e.text, e.kind, e.status, *_span(e.actor), number(e.actor),
         *_span(e.target), number(e.target), *anchors.of(e), e.confidence)
        for e in _once(events)
    ])  # fmt: skip


def _others(figure: Figure) -> tuple[int | None, int | None, int | None]:
    return figure.part_of, figure.superseded_by, figure.compared_with


def _at(numbers: Mapping[int, int], start: int | None) -> int | None:
    return numbers.get(start) if start is not None else None


def _span(span: Span | None) -> tuple[int | None, int | None, str | None]:
    return (span.start, span.end, span.text) if span else (None, None, None)
