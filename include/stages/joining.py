"""Stage `join_entities`: names → the entities they stand for. Mentions stay as they are."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from psycopg2.extensions import cursor as Cursor

from include.entities import Pins, by_block, closure, join, pin_blocks, read_pins
from include.settings import PROJECT
from include.stages.work import Counts, Run, chunks, log
from include.warehouse import entities

STAGE = "join_entities"
PINS = PROJECT / "seeds" / "entities.csv"
_NAMES_AT_ONCE = 20_000


def join_entities(run: Run, *, pins_file: Path = PINS) -> Counts:
    """Join every name that was met again since it was last joined, with all it may concern.

    What comes out depends on what is in the warehouse and in the file of pins, not on the
    runs that brought it there.
    """
    started = time.monotonic()
    pins = _pins(pins_file)
    pinned = pin_blocks(pins)
    with run.transaction() as cur:
        waiting = entities.unjoined(cur)
        due = entities.names_to_join(cur, waiting, entities.changed_pins(cur, pins))
        blocks: dict[int, set[str]] = {}
        left: set[tuple[str, int]] = set()
        for numbers in chunks(due, _NAMES_AT_ONCE):
            stored = entities.by_id(cur, numbers)
            found = entities.store_blocks(cur, stored, entities.counted(cur, stored), pinned)
            blocks |= found.due
            left |= found.left
    counts = {"names": 0, "merged": 0, "undone": 0}
    done: set[int] = set()
    # Names of one block stand together, so that few are looked at twice.
    in_order = sorted(blocks, key=lambda number: by_block(blocks[number]))
    for piece in chunks(in_order, _NAMES_AT_ONCE):
        wanted = {block for number in piece if number not in done for block in blocks[number]}
        with run.transaction() as cur:
            entities.lock_joining(cur)
            names, merged, undone = _join(cur, wanted, pins, run_id=run.run_id)
        done |= names
        counts["names"] += len(names)
        counts["merged"] += merged
        counts["undone"] += undone
    with run.transaction() as cur:
        entities.delete_blocks(cur, left)
        entities.store_pins(cur, pins)
        entities.mark_joined(cur, waiting)
    log.info(
        "%s: %d names met again, %d looked at, %d merges made, %d undone, in %.1f s",
        STAGE, len(due), counts["names"], counts["merged"], counts["undone"],
        time.monotonic() - started,
    )  # fmt: skip
    return counts


def _pins(file: Path) -> Pins:
    if not file.is_file():
        return Pins()
    pins, problems = read_pins(file.read_bytes())
    for problem in problems:
        log.warning("%s %s", file.name, problem)
    return pins


def _join(cur: Cursor, blocks: set[str], pins: Pins, *, run_id: str) -> tuple[set[int], int, int]:
    """Join the names of some blocks with all that they lead to.

    Returns their numbers, how many merges are new and how many were undone.
    """
    stored = closure(blocks, lambda some, known: entities.in_blocks(cur, some, known))
    entities.lock_names(cur, stored)
    counted = entities.counted(cur, list(stored.values()))
    there = entities.appearances(cur, counted)
    names = {
        number: replace(one, appearances=tuple(there.get(number, ())))
        for number, one in counted.items()
    }
    joining = join(names.values(), pins)
    merged, undone = entities.store_joining(cur, stored, names, joining, pins, run_id=run_id)
    return set(stored), merged, undone
