"""Stage `join_entities`: names → the entities they stand for. Mentions stay as they are."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from psycopg2.extensions import cursor as Cursor

from include.entities import NameKey, Pins, by_block, closure, join, pin_blocks, read_pins
from include.outcomes import Outcome, Reason, Status
from include.settings import PROJECT
from include.stages.apart import apart, told
from include.stages.child import Child
from include.stages.work import Counts, Run, chunks, log, reason_of
from include.warehouse import entities, ledger
from include.warehouse.entities import BlocksFound

STAGE = "join_entities"
PINS = PROJECT / "seeds" / "entities.csv"
_NAMES_AT_ONCE = 20_000
_NAMES_A_DEADLINE = 5_000


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
    counts = {"names": 0, "merged": 0, "undone": 0}
    done: set[int] = set()
    with Child(run) as child:

        def find(numbers: Sequence[int]) -> None:
            found = child.do(partial(find_blocks, pinned=pinned), numbers, times=_times(numbers))
            blocks.update(found.due)
            left.update(found.left)

        for numbers in chunks(due, _NAMES_AT_ONCE):
            apart(numbers, find, lambda one, error: _leave(run, one, error))
        # Names of one block stand together, so that few are looked at twice.
        in_order = sorted(blocks, key=lambda number: by_block(blocks[number]))

        def join_some(piece: Sequence[int]) -> None:
            wanted = {block for number in piece if number not in done for block in blocks[number]}
            names, merged, undone = child.do(
                partial(join_blocks, pins=pins), sorted(wanted), times=_times(piece)
            )
            done.update(names)
            counts["names"] += len(names)
            counts["merged"] += merged
            counts["undone"] += undone

        for piece in chunks(in_order, _NAMES_AT_ONCE):
            apart(piece, join_some, lambda one, error: _leave(run, one, error))
    with run.transaction() as cur:
        entities.delete_blocks(cur, left)
        entities.store_pins(cur, pins)
        entities.mark_joined(cur, waiting)
    log.info(
        "%s: %d names met again, %d looked at, %d merges made, %d undone, in %.1f s",
        STAGE,
        len(due),
        counts["names"],
        counts["merged"],
        counts["undone"],
        time.monotonic() - started,
    )
    return counts


def _times(numbers: Sequence[int]) -> float:
    return 1.0 + len(numbers) / _NAMES_A_DEADLINE


def find_blocks(
    run: Run, numbers: Sequence[int], *, pinned: Mapping[NameKey, set[str]]
) -> BlocksFound:
    """Find the blocks of some names and keep them, in one transaction."""
    with run.piece(len(numbers)) as cur:
        stored = entities.by_id(cur, numbers)
        return entities.store_blocks(cur, stored, entities.counted(cur, stored), pinned)


def join_blocks(run: Run, wanted: Sequence[str], *, pins: Pins) -> tuple[set[int], int, int]:
    """Join the names of some blocks in one transaction: their numbers, merges made and undone."""
    with run.piece(len(wanted)) as cur:
        entities.lock_joining(cur)
        return _join(cur, set(wanted), pins, run_id=run.run_id)


def _leave(run: Run, entity_id: int, error: Exception) -> None:
    """Leave a name as it is, in a block of its own, where it is looked for no more."""
    log.warning("%s: name %d is left as it is: %s", STAGE, entity_id, told(error))
    outcome = Outcome(
        stage=STAGE,
        subject_kind="name",
        subject=str(entity_id),
        status=Status.FAILED,
        reason=reason_of(error, otherwise=Reason.NOT_STORABLE),
        detail=told(error),
    )
    with run.transaction() as cur:
        entities.set_aside(cur, entity_id)
        ledger.record_outcomes(cur, run.run_id, [outcome])


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
