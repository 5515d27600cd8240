"""Names → entities. Pure: no I/O, no clock, no settings; the README has the method."""

from __future__ import annotations

from include.entities.blocks import blocks_of, by_block, closure, needs_texts, pin_blocks
from include.entities.join import Joining, join
from include.entities.keys import name_key
from include.entities.names import Appearance, EntityKey, Merge, Name, NameKey, Pins
from include.entities.pins import COLUMNS, read_pins
from include.entities.roles import fields_beside

__all__ = [
    "COLUMNS",
    "Appearance",
    "EntityKey",
    "Joining",
    "Merge",
    "Name",
    "NameKey",
    "Pins",
    "blocks_of",
    "by_block",
    "closure",
    "fields_beside",
    "join",
    "name_key",
    "needs_texts",
    "pin_blocks",
    "read_pins",
]
