"""What people decide of entities: lines of a CSV file. A bad line is a problem, never an error."""

from __future__ import annotations

import re

from include.entities.keys import name_key
from include.entities.names import NameKey, Pins
from include.entities.tuned import TUNED
from include.lists import LineProblem, WrongLine, read_rows

COLUMNS = ("kind", "name", "same_as", "never", "wikidata_id", "shown_as", "note")
KINDS = ("person", "organisation", "place", "group", "event", "product", "work", "law")
_ITEM = re.compile(r"^Q[1-9][0-9]{0,11}$")


def read_pins(content: bytes) -> tuple[Pins, list[LineProblem]]:
    """The pins of a file, and what is wrong with the lines that gave none.

    `same_as` takes one name, `never` names set apart by `|`; kinds are those of `name`.
    Lines that begin with # are comments. Where two lines contradict, the first holds.
    """
    same: dict[NameKey, NameKey] = {}
    never: set[frozenset[NameKey]] = set()
    wikidata: dict[NameKey, str] = {}
    shown_as: dict[NameKey, str] = {}
    written: dict[NameKey, str] = {}
    problems: list[LineProblem] = []
    for line, row in read_rows(content, problems, columns=COLUMNS, needed=("kind", "name")):
        try:
            name = _name(row, row["name"])
            target = _name(row, row["same_as"]) if row["same_as"] else None
            others = [_name(row, other) for other in row["never"].split("|") if other.strip()]
            _check(row, name, target, others)
            added = dict(same) | ({name: target} if target else {})
            apart = never | {frozenset((name, other)) for other in others}
            items = {name: row["wikidata_id"]} | wikidata if row["wikidata_id"] else wikidata
            if same.get(name, target) not in (target, None) and target:
                raise WrongLine(
                    f"{row['name']!r} is the same as another", "remove one of the lines"
                )
            _check_all(added, apart, items, row["name"])
        except WrongLine as wrong:
            problems.append(wrong.at(line))
            continue
        written.setdefault(name, row["name"])
        if target:
            written.setdefault(target, row["same_as"])
        same, never, wikidata = added, apart, items
        if row["shown_as"]:
            shown_as.setdefault(name, row["shown_as"])
    pins = Pins(
        same=frozenset(same.items()),
        never=frozenset(never),
        wikidata=wikidata,
        shown_as=shown_as,
        written=written,
    )
    return pins, problems


def _check(
    row: dict[str, str], name: NameKey, target: NameKey | None, others: list[NameKey]
) -> None:
    if not (target or others or row["wikidata_id"] or row["shown_as"]):
        raise WrongLine("the line decides nothing", "fill same_as, never, wikidata_id or shown_as")
    if target == name or name in others:
        raise WrongLine(f"{row['name']!r} is paired with itself", "name another")
    if row["wikidata_id"] and not _ITEM.match(row["wikidata_id"]):
        raise WrongLine(f"wikidata_id {row['wikidata_id']!r} is no item", "write it like Q60772")


def _check_all(
    same: dict[NameKey, NameKey],
    never: set[frozenset[NameKey]],
    wikidata: dict[NameKey, str],
    name: str,
) -> None:
    """Complain where what is to be one is also to be two."""
    ends = {one: _end(one, same) for one in {*same, *same.values(), *wikidata}}
    for pair in never:
        if len({ends.get(one, one) for one in pair}) == 1:
            raise WrongLine(f"{name!r} is both same_as and never", "remove one of the two")
    items: dict[NameKey, str] = {}
    for one, item in wikidata.items():
        if items.setdefault(ends[one], item) != item:
            said = f"{name!r} is the same as a name with another wikidata_id"
            raise WrongLine(said, "remove one of the two")


def _end(name: NameKey, same: dict[NameKey, NameKey]) -> NameKey:
    """Where a chain of same_as leads; in a ring, its least name."""
    seen = [name]
    while (following := same.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def _name(row: dict[str, str], name: str) -> NameKey:
    if row["kind"] not in KINDS:
        raise WrongLine(f"kind {row['kind']!r} is none of ours", f"write one of {', '.join(KINDS)}")
    key = name_key(name)
    if not key or len(name) > TUNED.longest_pin:
        raise WrongLine(f"{name[:40]!r} is no name", "write the name as articles do")
    return NameKey(row["kind"], key)
