"""Fits how sure figures are to annotated texts, and shows how true that is.

    make fit-figures MARKED='one.jsonl two.jsonl'            writes confidence_table.py
    make fit-figures MARKED='one.jsonl two.jsonl' CHECK=1    only the table of reliability

A line of MARKED is a text: `{"body", "language", "published_at", "figures": [...], "ignored":
[[start, end], ...], "is_complete"}`. Each of `figures` has `start`, `end`, `low`, `high`, and the
values that are right as lists, or null where any is: `unit`, `what`, `status`. A figure that is
found and overlaps none of them is wrong, unless it is ignored or the text is not marked whole.

A share is that of right figures with a key, drawn to the share of its rule, and that to the
share of all, by `_WEIGHT` figures each: few examples say little. Reliability is told on texts
that the shares were not counted on, in five parts.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from include import settings
from include.extraction import extract
from include.extraction.figures import confidence
from include.extraction.figures.draft import Draft
from include.records import Figure, TextToExtract
from include.stages.extracting import model_names

TABLE = Path(confidence.__file__).with_name("confidence_table.py")
_WEIGHT = 6
_PARTS = 5
_BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)
_NEAR = 1e-3
Judged = tuple[str, bool]


def judged(paths: Iterable[Path]) -> list[list[Judged]]:
    """(key, whether right) of the figures found in each text."""
    keys: list[str] = []

    def record(draft: Draft) -> float:
        keys.append(confidence.key_of(draft))
        return float(len(keys) - 1)

    original, confidence.confidence = confidence.confidence, record
    try:
        names = model_names(settings.load())
        found = []
        for path in paths:
            for line in path.read_text("utf-8").splitlines():
                text = json.loads(line)
                when = text.get("published_at")
                task = TextToExtract(
                    id="1",
                    body=text["body"],
                    language=text.get("language"),
                    published_at=datetime.fromisoformat(when) if when else None,
                )
                (facts,) = extract([task], model_names=names)
                rows = ((keys[int(f.confidence)], _is_right(f, text)) for f in facts.figures)
                found.append([(key, right) for key, right in rows if right is not None])
        return found
    finally:
        confidence.confidence = original


def _is_right(figure: Figure, text: dict[str, Any]) -> bool | None:
    over = [m for m in text["figures"] if m["start"] < figure.end and figure.start < m["end"]]
    if not over:
        ignored = any(s < figure.end and figure.start < e for s, e in text.get("ignored", ()))
        return None if ignored or not text.get("is_complete", True) else False
    return any(
        _same(figure.low, mark["low"])
        and _same(figure.high, mark["high"])
        and all(
            mark.get(name) is None or getattr(figure, name) in mark[name]
            for name in ("unit", "what", "status")
        )
        for mark in over
    )


def _same(found: object, wanted: float | None) -> bool:
    if found is None or wanted is None:
        return found is None and (wanted is None or wanted == 0)
    return abs(float(str(found)) - wanted) <= _NEAR * max(1.0, abs(wanted))


def fit(rows: Iterable[Judged]) -> tuple[float, dict[str, float]]:
    """(share of all, share by key and by rule)."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for key, right in rows:
        for name in ("", key.partition("/")[0], key):
            counts[name][0] += int(right)
            counts[name][1] += 1
    base = counts[""][0] / max(1, counts[""][1])
    shares: dict[str, float] = {}
    for name in sorted(counts, key=lambda one: ("/" in one, one)):
        if name:
            correct, seen = counts[name]
            before = shares.get(name.partition("/")[0], base) if "/" in name else base
            shares[name] = round((correct + _WEIGHT * before) / (seen + _WEIGHT), 3)
    return round(base, 3), shares


def reliability(texts: Sequence[Sequence[Judged]]) -> list[tuple[str, int, float, float]]:
    """(bin, figures, mean confidence, share that is right), on texts held out in turn."""
    told: list[tuple[float, bool]] = []
    for part in range(_PARTS):
        base, shares = fit(
            row for i, rows in enumerate(texts) if i % _PARTS != part for row in rows
        )
        for i, rows in enumerate(texts):
            if i % _PARTS == part:
                told += [
                    (shares.get(key, shares.get(key.partition("/")[0], base)), right)
                    for key, right in rows
                ]
    found = []
    for low, high in pairwise(_BINS):
        inside = [(sure, right) for sure, right in told if low <= sure < high]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            found.append((f"{low:.1f} to {min(high, 1.0):.1f}", len(inside), mean, share))
    return found


def _write(base: float, shares: dict[str, float]) -> None:
    lines = "\n".join(f'    "{key}": {share},' for key, share in sorted(shares.items()))
    TABLE.write_text(
        '"""The share of right figures by key, written by `make fit-figures`: '
        'not to be edited by hand."""\n\nfrom __future__ import annotations\n\n'
        f"BASE = {base}\nSHARES: dict[str, float] = {{\n{lines}\n}}\n",
        "utf-8",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("marked", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true", help="do not write the table")
    args = parser.parse_args()
    texts = judged(args.marked)
    table = Table("confidence", "figures", "mean", "right")
    for name, seen, mean, share in reliability(texts):
        table.add_row(name, str(seen), f"{mean:.3f}", f"{share:.3f}")
    Console().print(table)
    if not args.check:
        base, shares = fit(row for rows in texts for row in rows)
        _write(base, shares)


if __name__ == "__main__":
    main()
