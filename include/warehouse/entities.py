"""Names and the entities they stand for: `core.entities`, `core.entity_merges`, pins."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from psycopg2.extensions import cursor as Cursor

from include.entities import (
    Appearance,
    EntityKey,
    Joining,
    Merge,
    Name,
    NameKey,
    Pins,
    blocks_of,
    fields_beside,
    name_key,
    needs_texts,
)
from include.warehouse import queries
from include.warehouse.locks import Lock, hold
from include.warehouse.queries import Row
from include.warehouse.text import name_of

_MOST_TEXTS = 2_000  # of one name that are looked at
_PLACE_SHARE = 0.8
PinRow = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class StoredName:
    """A row of `core.entities` that is a name."""

    entity_id: int
    name: NameKey
    spelling: str
    canonical_id: int
    shown_as: str | None
    wikidata_id: str | None
    blocks: tuple[str, ...]


def lock_joining(cur: Cursor) -> None:
    """Wait until no other transaction joins names."""
    hold(cur, Lock.NAMES)


def unjoined(cur: Cursor) -> dict[int, str | None]:
    """Extractions whose names wait to be joined, with what to mark them by."""
    found = queries.rows(cur, "unjoined_extractions")
    return {row["extraction_id"]: row["state"] for row in found}


def mark_joined(cur: Cursor, states: Mapping[int, str | None]) -> None:
    """Note what the names of extractions were joined with."""
    queries.many(cur, "mark_extractions_joined", sorted(states.items()), template="(%s, %s::text)")


def names_to_join(cur: Cursor, extractions: Iterable[int], pinned: Iterable[NameKey]) -> list[int]:
    """Names of some extractions and pins, and those that were never joined."""
    names = sorted(set(pinned))
    found = queries.rows(
        cur,
        "names_to_join",
        extraction_ids=sorted(extractions),
        kinds=[name.kind for name in names],
        keys=[name.key for name in names],
    )
    return sorted(row["entity_id"] for row in found)


def changed_pins(cur: Cursor, pins: Pins) -> set[NameKey]:
    """The names of pins that are not as they were at the last run.

    A name that others are pinned to is there from now on, though no text may have it.
    """
    queries.many(
        cur,
        "add_pinned_targets",
        sorted(
            (*target, name_of(pins.written.get(target, target.key)), name.key)
            for name, target in pins.same
        ),
    )
    changed = _pin_rows(pins) ^ _stored_pins(cur)
    return {NameKey(kind, key) for kind, key, *_ in changed} | {
        NameKey(kind, value)
        for kind, _, decision, value in changed
        if decision in ("same_as", "never")
    }


def store_pins(cur: Cursor, pins: Pins) -> None:
    """Keep the pins as they are now."""
    now, then = _pin_rows(pins), _stored_pins(cur)
    queries.many(cur, "delete_pins", sorted(then - now))
    queries.many(cur, "insert_pins", sorted(now - then))


def _stored_pins(cur: Cursor) -> set[PinRow]:
    return {
        (row["kind"], row["name_key"], row["decision"], row["value"])
        for row in queries.rows(cur, "entity_pins")
    }


def _pin_rows(pins: Pins) -> set[PinRow]:
    return {
        *((*name, "same_as", target.key) for name, target in pins.same),
        *((*a, "never", b.key) for a, b in (sorted(pair) for pair in pins.never)),
        *((*name, "wikidata_id", item) for name, item in pins.wikidata.items()),
        *((*name, "shown_as", shown) for name, shown in pins.shown_as.items()),
    }


def by_id(cur: Cursor, entity_ids: Collection[int]) -> list[StoredName]:
    """Names by number."""
    return [_stored(row) for row in queries.rows(cur, "entities_by_id", entity_ids=[*entity_ids])]


def in_blocks(
    cur: Cursor, blocks: Collection[str], known: Collection[int]
) -> list[tuple[int, StoredName]]:
    """Names that lie in any of some blocks, with their numbers, but for those `known`."""
    found = queries.rows(cur, "entities_in_blocks", blocks=sorted(blocks))
    fresh = {row["entity_id"] for row in found}.difference(known)
    return [(one.entity_id, one) for one in by_id(cur, fresh)]


def _stored(row: Row) -> StoredName:
    return StoredName(
        entity_id=row["entity_id"],
        name=NameKey(row["kind"], row["name_key"]),
        spelling=row["name"],
        canonical_id=row["canonical_id"],
        shown_as=row["shown_as"],
        wikidata_id=row["wikidata_id"],
        blocks=tuple(row["blocks"]),
    )


@dataclass(slots=True)
class _Totals:
    texts: int = 0
    spellings: dict[str, int] = field(default_factory=dict)
    also: dict[str, int] = field(default_factory=dict)


def counted(cur: Cursor, stored: Sequence[StoredName]) -> dict[int, Name]:
    """Names with their counts and places, without their texts."""
    ids = [one.entity_id for one in stored]
    keys = {one.entity_id: one.name for one in stored}
    totals: defaultdict[int, _Totals] = defaultdict(_Totals)
    for row in queries.rows(cur, "name_totals", entity_ids=ids):
        of_name = totals[row["entity_id"]]
        spelling = row["spelling"]
        if spelling is None:
            of_name.texts = row["texts"]
        elif (key := name_key(spelling)) == keys[row["entity_id"]].key:
            of_name.spellings[spelling] = row["texts"]
        elif keys[row["entity_id"]].kind == "organisation":
            of_name.also[key] = of_name.also.get(key, 0) + row["texts"]
    places: defaultdict[int, dict[int | None, int]] = defaultdict(dict)
    for row in queries.rows(cur, "name_places", entity_ids=ids):
        places[row["entity_id"]][row["geonames_id"]] = row["texts"]
    return {
        number: Name(
            name=name,
            texts=totals[number].texts,
            spellings=totals[number].spellings,
            also=totals[number].also,
            place=_place(places[number]),
        )
        for number, name in keys.items()
    }


def _place(votes: Mapping[int | None, int]) -> int | None:
    """The position that nearly all texts give a place; None where they do not agree."""
    best = max(
        (one for one in votes if one is not None), key=lambda one: (votes[one], one), default=None
    )
    if best is None or votes[best] < _PLACE_SHARE * sum(votes.values()):
        return None
    return best


def appearances(cur: Cursor, names: Mapping[int, Name]) -> dict[int, list[Appearance]]:
    """The texts of those names that are judged by them, at most a fixed number a name."""
    keys = {number: one.name for number, one in names.items() if needs_texts(one)}
    rows = queries.rows(cur, "name_appearances", entity_ids=[*keys], most=_MOST_TEXTS)
    text_ids = sorted({row["text_id"] for row in rows})
    company = {
        row["text_id"]: frozenset(row["names"])
        for row in queries.rows(cur, "names_in_texts", text_ids=text_ids)
    }
    found: defaultdict[int, list[Appearance]] = defaultdict(list)
    for row in rows:
        own = ":".join(keys[row["entity_id"]])
        found[row["entity_id"]].append(
            Appearance(
                text=str(row["text_id"]),
                root=str(row["root"]),
                story=row["story_id"],
                month=row["month"],
                fields=frozenset(
                    walk for pair in row["beside"] or () for walk in fields_beside(*pair)
                ),
                company=company.get(row["text_id"], frozenset()) - {own},
            )
        )
    return found


@dataclass(slots=True)
class BlocksFound:
    """The blocks that names are or were in, by name, and memberships they have left."""

    due: dict[int, set[str]] = field(default_factory=dict)
    left: set[tuple[str, int]] = field(default_factory=set)


def store_blocks(
    cur: Cursor,
    stored: Iterable[StoredName],
    names: Mapping[int, Name],
    pinned: Mapping[NameKey, set[str]],
) -> BlocksFound:
    """Put names into their blocks. Those they left are kept until `delete_blocks`.

    A run that dies in between can so be made up for: the names left behind are still found.
    """
    found = BlocksFound()
    new: list[tuple[str, int]] = []
    for one in stored:
        now, then = set(blocks_of(names[one.entity_id], pinned)), set(one.blocks)
        found.due[one.entity_id] = now | then
        found.left |= {(block, one.entity_id) for block in then - now}
        new += [(block, one.entity_id) for block in now - then]
    queries.many(cur, "insert_entity_blocks", sorted(new))
    return found


def set_aside(cur: Cursor, entity_id: int) -> None:
    """Put a name that cannot be joined into a block of its own."""
    queries.many(cur, "insert_entity_blocks", [(f"aside:{entity_id}", entity_id)])


def delete_blocks(cur: Cursor, left: Iterable[tuple[str, int]]) -> None:
    """Take names out of blocks they have left."""
    queries.many(cur, "delete_entity_blocks", sorted(left))


def lock_names(cur: Cursor, entity_ids: Iterable[int]) -> None:
    """Hold names until the transaction ends."""
    queries.run(cur, "lock_entities", entity_ids=sorted(entity_ids))


def store_joining(
    cur: Cursor,
    stored: Mapping[int, StoredName],
    names: Mapping[int, Name],
    joining: Joining,
    pins: Pins,
    *,
    run_id: str,
) -> tuple[int, int]:
    """Make the warehouse say what a joining says of these names.

    Returns how many merges are new and how many were undone. Merges that stay as they
    were keep their row, and so their run and evidence.
    """
    numbers = {EntityKey(*one.name): number for number, one in stored.items()}
    numbers |= _senses(cur, joining, names, numbers)
    wanted = {
        (numbers[EntityKey(*one.name)], int(one.text) if one.text else None): one
        for one in joining.merges
    }
    gone, new = _differences(cur, stored, wanted, numbers)
    queries.run(cur, "undo_merges", merge_ids=gone, run_id=run_id)
    queries.many(
        cur,
        "insert_merges",
        [
            (
                number,
                text_id,
                numbers[one.into],
                one.rule,
                one.confidence,
                json.dumps(one.evidence, ensure_ascii=False),
                run_id,
            )
            for number, text_id, one in new
        ],
    )
    canonical = {
        number: numbers[wanted[number, None].into] if (number, None) in wanted else number
        for number in stored
    }
    _settle(cur, stored, names, canonical, pins)
    return len(new), len(gone)


def _senses(
    cur: Cursor, joining: Joining, names: Mapping[int, Name], numbers: Mapping[EntityKey, int]
) -> dict[EntityKey, int]:
    rows = [
        (*sense, name_of(names[numbers[EntityKey(sense.kind, sense.key)]].spelling))
        for sense in joining.senses
    ]
    made = queries.many(cur, "upsert_senses", rows, fetch=True)
    return {EntityKey(row["kind"], row["name_key"], row["sense"]): row["entity_id"] for row in made}


def _differences(
    cur: Cursor,
    stored: Mapping[int, StoredName],
    wanted: Mapping[tuple[int, int | None], Merge],
    numbers: Mapping[EntityKey, int],
) -> tuple[list[int], list[tuple[int, int | None, Merge]]]:
    """Merges that no longer hold, and merges that are new."""
    gone: list[int] = []
    kept: set[tuple[int, int | None]] = set()
    for row in queries.rows(cur, "standing_merges", entity_ids=sorted(stored)):
        key = (row["from_entity_id"], row["text_id"])
        one = wanted.get(key)
        if one is not None and (row["into_entity_id"], row["rule"]) == (
            numbers[one.into],
            one.rule,
        ):
            kept.add(key)
        else:
            gone.append(row["merge_id"])
    new = [(*key, one) for key, one in wanted.items() if key not in kept]
    return sorted(gone), sorted(new, key=lambda one: (one[0], one[1] or 0))


def _settle(
    cur: Cursor,
    stored: Mapping[int, StoredName],
    names: Mapping[int, Name],
    canonical: Mapping[int, int],
    pins: Pins,
) -> None:
    shown: dict[int, str] = {}
    items: dict[int, str] = {}
    for number in sorted(stored, key=lambda one: (canonical[one] != one, stored[one].name)):
        name = stored[number].name
        if name in pins.shown_as:
            shown.setdefault(canonical[number], name_of(pins.shown_as[name]))
        if name in pins.wikidata:
            items.setdefault(canonical[number], pins.wikidata[name])
    rows = []
    for number, one in sorted(stored.items()):
        written = names[number].spelling if names[number].spellings else one.spelling
        row = (canonical[number], name_of(written), shown.get(number), items.get(number))
        if row != (one.canonical_id, one.spelling, one.shown_as, one.wikidata_id):
            rows.append((number, *row))
    queries.many(cur, "settle_entities", rows, template="(%s, %s, %s, %s::text, %s::text)")
