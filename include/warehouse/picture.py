"""Draw the entity-relationship picture of `core` as SVG, from the catalogue itself.

Tables stand in columns, each right of the tables it refers to, so that arrows lead left;
within a column they stand where their arrows are short (the barycentre heuristic of Sugiyama,
Tagawa and Toda 1981). A table shows its keys and references; how many other columns it has
is told in a line. Graphviz would draw it too, and is a system package.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from statistics import mean

from psycopg2.extensions import cursor as Cursor

from include.warehouse import queries

_WIDTH, _GAP_X, _GAP_Y, _ROW, _HEAD, _MARGIN = 190, 90, 18, 15, 20, 20
_SWEEPS = 12

_STYLE = (
    "text{font:11px ui-monospace,Menlo,Consolas,monospace;fill:#222}"
    ".t{font-weight:bold;fill:#fff}.k{font-weight:bold}.m{fill:#777}"
    ".b{fill:#fff;stroke:#456}.h{fill:#456}.a{fill:none;stroke:#89a;stroke-width:1.2}"
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its key columns, its references (column, table), and its other columns' number."""

    name: str
    keys: tuple[str, ...]
    references: tuple[tuple[str, str], ...]
    others: int

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Its lines with their classes: keys, references that are no keys, the rest."""
        found = [(name, "k") for name in self.keys]
        found += [(name, "") for name, _ in self.references if name not in self.keys]
        if self.others:
            found.append((f"+ {self.others} more", "m"))
        return found

    @property
    def height(self) -> int:
        """Height of its box."""
        return _HEAD + _ROW * len(self.lines) + 6


def picture(cur: Cursor) -> str:
    """The picture as an SVG document."""
    tables = _tables(queries.rows(cur, "picture"))
    columns = _arranged(tables)
    places: dict[str, tuple[int, int]] = {}
    tallest = max(sum(each.height + _GAP_Y for each in column) for column in columns)
    for number, column in enumerate(columns):
        height = sum(each.height + _GAP_Y for each in column)
        y = _MARGIN + (tallest - height) // 2
        for table in column:
            places[table.name] = (_MARGIN + number * (_WIDTH + _GAP_X), y)
            y += table.height + _GAP_Y
    width = 2 * _MARGIN + len(columns) * (_WIDTH + _GAP_X) - _GAP_X
    height = 2 * _MARGIN + tallest
    arrows = "".join(_arrows(table, places) for table in tables)
    boxes = "".join(_box(table, *places[table.name]) for table in tables)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img">\n'
        "<title>Tables of core and what they refer to</title>\n"
        f"<style>{_STYLE}</style>\n"
        '<defs><marker id="p" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#89a"/></marker></defs>\n'
        f'<rect width="{width}" height="{height}" fill="#f7f8fa"/>\n{arrows}{boxes}</svg>\n'
    )


def _tables(rows: Iterable[queries.Row]) -> list[Table]:
    found = []
    for name, of_table in groupby(rows, key=lambda row: str(row["table"])):
        columns = list(of_table)
        references = tuple(
            (str(row["column"]), str(row["leads_to"]).removeprefix("core."))
            for row in columns
            if row["leads_to"]
        )
        keys = tuple(str(row["column"]) for row in columns if row["is_key"])
        shown = {*keys, *(column for column, _ in references)}
        found.append(Table(name, keys, references, len(columns) - len(shown)))
    return found


def _arranged(tables: Sequence[Table]) -> list[list[Table]]:
    """Columns of tables, referred-to ones left, ordered so that arrows are short."""
    by_name = {table.name: table for table in tables}
    rank: dict[str, int] = {}

    def place(name: str, below: frozenset[str]) -> int:
        if name not in rank:
            leads = {to for _, to in by_name[name].references} - below - {name}
            known = [place(to, below | {name}) for to in sorted(leads) if to in by_name]
            rank[name] = 1 + max(known, default=-1)
        return rank[name]

    for table in tables:
        place(table.name, frozenset())
    columns = [
        [table for table in tables if rank[table.name] == number]
        for number in range(max(rank.values()) + 1)
    ]
    near: dict[str, set[str]] = {name: set() for name in by_name}
    for table in tables:
        for _, to in table.references:
            if to in by_name and to != table.name:
                near[table.name].add(to)
                near[to].add(table.name)
    for _ in range(_SWEEPS):
        height = {
            table.name: (index + 0.5) / len(column)
            for column in columns
            for index, table in enumerate(column)
        }
        for column in columns:
            column.sort(
                key=lambda one: (
                    mean([height[name] for name in sorted(near[one.name])] or [height[one.name]]),
                    one.name,
                )
            )
    return columns


def _box(table: Table, x: int, y: int) -> str:
    lines = "".join(
        f'<text x="{x + 8}" y="{y + _HEAD + 13 + _ROW * number}" class="{kind}">'
        f"{escape(text)}</text>"
        for number, (text, kind) in enumerate(table.lines)
    )
    return (
        f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{table.height}" rx="3" class="b"/>'
        f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEAD}" rx="3" class="h"/>'
        f'<text x="{x + 8}" y="{y + 14}" class="t">{escape(table.name)}</text>{lines}\n'
    )


def _arrows(table: Table, places: dict[str, tuple[int, int]]) -> str:
    x, y = places[table.name]
    shown = [text for text, _ in table.lines]
    drawn = ""
    for column, to in table.references:
        if to not in places or to == table.name:
            continue
        to_x, to_y = places[to]
        from_y = y + _HEAD + 9 + _ROW * shown.index(column)
        end_y = to_y + _HEAD // 2
        begin_x, end_x = (x, to_x + _WIDTH) if to_x < x else (x + _WIDTH, to_x + _WIDTH)
        bend = (begin_x + end_x) // 2 if to_x < x else begin_x + _GAP_X // 2
        drawn += (
            f'<path class="a" marker-end="url(#p)" '
            f'd="M{begin_x} {from_y}C{bend} {from_y} {bend} {end_y} {end_x} {end_y}"/>\n'
        )
    return drawn
