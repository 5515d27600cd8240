"""Measurements as data: `tests/benchmarks/results/NAME.json`, and what the documents show of them.

A record says what was measured, by which command, on which data (with its digest, where the
data are in the repository), at which commit, on which machine, and the figures. Tables of
README.md and DESIGN.md between `<!-- measured: NAME -->` and `<!-- /measured -->` are written
from the records by `make docs`; `python -m tests.benchmarks.records --check` says whether they are
current.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]
RESULTS = Path(__file__).parent / "results"
DOCUMENTS = (
    "README.md",
    "DESIGN.md",
    "include/extraction/README.md",
    "include/quality/README.md",
)
_SHOWN = re.compile(r"(<!-- measured: ([\w-]+) -->\n).*?(<!-- /measured -->)", re.DOTALL)

Record = Mapping[str, Any]


def load(name: str) -> Record:
    """The record of a measurement.

    Raises:
        FileNotFoundError: there is none.
    """
    found: Record = json.loads((RESULTS / f"{name}.json").read_text("utf-8"))
    return found


def save(name: str, measured: Record) -> None:
    """Write a record, with the commit, the machine and the day."""
    made = {
        **measured,
        "measured_at": datetime.now(UTC).date().isoformat(),
        "commit": commit(),
        "machine": machine(),
    }
    text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    (RESULTS / f"{name}.json").write_text(text, "utf-8")


def commit() -> str:
    """The commit that is checked out; ends in `+` where files differ from it."""
    git = ["git", "-C", str(PROJECT)]
    head = subprocess.run([*git, "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True,
                          check=True).stdout.strip()  # fmt: skip
    changed = subprocess.run([*git, "status", "--porcelain", "include", "seeds"],
                             capture_output=True, text=True, check=True).stdout  # fmt: skip
    return f"{head}+" if changed.strip() else head


def machine() -> str:
    """The machine in a few words."""
    return f"{os.cpu_count()} cores {platform.machine()}, Python {platform.python_version()}"


def falls(old: Record, new: Record) -> Iterator[str]:
    """What is worse in `new` by more than its noise, a line each; what is gone is worse."""
    for row, column, how in _cells(old):
        before = old["rows"][row][column]
        after = new["rows"].get(row, {}).get(column)
        better = how.get("better")
        if before is None or better is None:
            continue
        if after is None:
            yield f"{row}, {column}: {before}, and now nothing"
            continue
        worse = before - after if better == "higher" else after - before
        noise = how.get("noise", 0.0)
        if worse > noise:
            yield f"{row}, {column}: {before} before, {after} now; noise is {noise}"


def _cells(record: Record) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for row in record["rows"]:
        for column in record["columns"]:
            if column in record["rows"][row]:
                yield (
                    row,
                    column,
                    {**record["columns"][column], **record["rows"][row].get("as", {})},
                )


def table(record: Record) -> str:
    """A record as a table in Markdown."""
    columns = record["columns"]
    lines = [[record["heading"], *(columns[name]["heading"] for name in columns)]]
    for row, cells in record["rows"].items():
        own = cells.get("as", {})
        lines.append([
            own.get("told", row),
            *(shown(cells.get(name), {**columns[name], **own}) for name in columns),
        ])  # fmt: skip
    return markdown(lines)


def markdown(lines: Sequence[Sequence[str]]) -> str:
    """Lines of cells as a table; the first line is its head."""
    rule = "|" + "---|" * len(lines[0])
    head, *rest = ["| " + " | ".join(cells) + " |" for cells in lines]
    return "\n".join([head, rule, *rest]).replace("|  ", "| ") + "\n"


def shown(value: float | str | None, how: Mapping[str, Any]) -> str:
    """A figure as documents write it: `.972`, `87.3`, `73 ms`; a text as it is."""
    if value is None:
        return how.get("none", "")
    if isinstance(value, str):
        return value
    text = format(value, how.get("format", ".3f"))
    if abs(value) < 1:
        text = re.sub(r"^([+-]?)0\.", r"\1.", text).replace("+.0", ".0")
    return text + how.get("unit", "")


def summary() -> str:
    """The table of README.md: a line a figure, from the records it names."""
    told = json.loads((RESULTS / "summary.json").read_text("utf-8"))
    lines = [["", "Dateline", "baseline"]]
    for one in told:
        ours = ", ".join(_figure(where) for where in one["ours"])
        theirs = ", ".join(_figure(where) for where in one.get("baseline", []))
        lines.append([one["what"], ours, f"{theirs} {one.get('by', '')}".strip()])
    return markdown(lines)


def _figure(where: str) -> str:
    name, row, column = where.split("/")
    record = load(name)
    cells = record["rows"][row]
    return shown(cells[column], {**record["columns"][column], **cells.get("as", {})})


def renewed(text: str) -> str:
    """A document with its measured tables as the records have them."""

    def made(match: re.Match[str]) -> str:
        name = match[2]
        return match[1] + (summary() if name == "summary" else table(load(name))) + match[3]

    return _SHOWN.sub(made, text)


def main() -> int:
    """Write the tables anew; with `--check` only say whether they are current."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    is_check = parser.parse_args().check
    stale = []
    for document in DOCUMENTS:
        path = PROJECT / document
        text = path.read_text("utf-8")
        if (new := renewed(text)) != text:
            stale.append(document)
            if not is_check:
                path.write_text(new, "utf-8")
    if is_check and stale:
        print(f"stale: make docs ({', '.join(stale)})", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
