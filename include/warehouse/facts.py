"""Store what extraction found in a text: one extraction and all its facts, together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from psycopg2.extensions import cursor as Cursor

from include.entities import name_key
from include.records import ExtractedText, Mention, Quote, Span
from include.warehouse import queries
from include.warehouse.queries import Row

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
_NAME = 300
EntityKey = tuple[str, str]


def unextracted(cur: Cursor, config_hashes: dict[str, str]) -> int:
    """How many texts wait for the present configuration of their language."""
    row = queries.one(cur, "unextracted_texts", **_hashes(config_hashes))
    return int(row["count"]) if row else 0


def claim_unextracted(
    cur: Cursor, config_hashes: dict[str, str], *, shard: int, of: int, most: int
) -> list[Row]:
    """Texts of one shard that wait, each with the title and instant of its first article."""
    return queries.rows(
        cur, "texts_to_extract", **_hashes(config_hashes), shard=shard, of=of, most=most
    )


def _hashes(config_hashes: dict[str, str]) -> dict[str, Any]:
    return {
        "languages": [language for language in config_hashes if language != "*"],
        "hashes": [value for language, value in config_hashes.items() if language != "*"],
        "other": config_hashes["*"],
    }


def store_extraction(
    cur: Cursor, text_id: int, found: ExtractedText, *, reference_at: datetime | None
) -> int | None:
    """Store one extraction and its facts; older ones of the text stay, no longer current.

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
    )
    if made is None:
        return None
    extraction_id = int(made["extraction_id"])
    here = (extraction_id, text_id)
    entities = _store_entities(cur, found)
    queries.many(cur, "insert_mentions", [
        (*here, m.start, m.end, m.text, m.label, m.role, entities[_entity_of(m)], m.confidence)
        for m in _once(found.mentions)
    ])  # fmt: skip
    _store_quotes(cur, here, found.quotes, entities)
    queries.many(cur, "insert_figures", [
        (*here, f.start, f.end, f.text, f.what[:200], f.low, f.high, f.bound, f.unit, f.place,
         f.attributed_to, f.confidence)
        for f in _once(found.figures)
    ])  # fmt: skip
    queries.many(cur, "insert_times", [
        (*here, t.start, t.end, t.text, t.type, t.value, t.confidence)
        for t in _once(found.times)
    ])  # fmt: skip
    queries.many(cur, "insert_places", [
        (*here, p.start, p.end, p.text, p.name, p.country, p.lat, p.lon, p.geonames_id,
         p.confidence, p.kind, p.admin1, p.is_main, p.is_metonym)
        for p in _once(found.places)
    ])  # fmt: skip
    keywords = {keyword.text[:_NAME]: keyword.score for keyword in reversed(found.keywords)}
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
        names.setdefault(_entity_of(mention), mention.entity[:_NAME])
    known_names = {key for _, key in names}
    for quote in found.quotes:
        if quote.speaker_entity and name_key(quote.speaker_entity) not in known_names:
            names.setdefault(("person", name_key(quote.speaker_entity)), quote.speaker_entity)
    rows = queries.many(
        cur, "upsert_entities", [(*key, names[key]) for key in sorted(names)], fetch=True
    )
    return {(row["kind"], row["name_key"]): row["entity_id"] for row in rows}


def _store_quotes(
    cur: Cursor, here: tuple[int, int], quotes: Sequence[Quote], entities: dict[EntityKey, int]
) -> None:
    by_name = {key: number for (_, key), number in sorted(entities.items(), reverse=True)}
    once = _once(quotes)
    rows = []
    for quote in once:
        speaker = name_key(quote.speaker_entity) if quote.speaker_entity else None
        rows.append((
            *here, quote.start, quote.end, quote.text, quote.kind, *_span(quote.speaker),
            by_name.get(speaker) if speaker else None, *_span(quote.cue), quote.confidence,
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


def _span(span: Span | None) -> tuple[int | None, int | None, str | None]:
    return (span.start, span.end, span.text) if span else (None, None, None)
