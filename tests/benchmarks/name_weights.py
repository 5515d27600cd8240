"""Fits the weights of what speaks for a name to texts with marked names.

    make fit-names MARKED='one.jsonl.gz two.jsonl.gz'            writes names/weights.py
    make fit-names MARKED='one.jsonl.gz two.jsonl.gz' CHECK=1    only scores them

A line of MARKED is a text: `{"id", "body", "mentions": [{"start", "end", "label"}]}`, with labels
PER, ORG and LOC. Weights are those of a multinomial logistic regression over the candidates of
all files (`entity_scores.fit`). A file with fewer candidates than half of the largest's counts
twice. A sign that fewer than `LEAST_SEEN` candidates have gets no weight.

Shown are the F1 of the weights in use on these files, of those fitted to them all, and of
weights fitted to one half of each file and measured on the other, which is the honest figure.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from rich import table as rich_table
from rich.console import Console

from include.extraction.names import weights as in_use
from include.extraction.names.weights import CLASSES, WEIGHTS
from tests.benchmarks import entity_scores
from tests.benchmarks.entity_scores import Table

FILE = Path(in_use.__file__)
LEAST_SEEN = 20
NAMES = {"en": "en_core_web_md"}
Weights = Mapping[str, tuple[float, ...]]
HEAD = '''\
"""How much each sign of `evidence` speaks for nothing, a person, an organisation, a place.

Written by `make fit-names`: not to be edited by hand. Weights of a multinomial logistic
regression over the candidates of newswire with marked names (L2 {l2:g}; a file much smaller than
the largest counts twice; "no name" counts {no_name:g}, since those who mark miss names oftener
than they invent them). A positive number speaks for its class.
"""

from __future__ import annotations

CLASSES = {classes}
WEIGHTS: dict[str, tuple[float, float, float, float]] = {{
{lines}
}}
'''


def written(weights: Weights) -> str:
    """The text of `weights.py` with these weights."""
    lines = []
    for sign, numbers in sorted(weights.items()):
        key = repr(sign) if '"' in sign else f'"{sign}"'
        lines.append(f"    {key}: ({', '.join(map(str, numbers))}),")
    classes = "(" + ", ".join(f'"{name}"' for name in CLASSES) + ")"
    return HEAD.format(
        l2=entity_scores.L2, no_name=entity_scores.NO_NAME, classes=classes, lines="\n".join(lines)
    )


def fitted(tables: Mapping[str, Table], *, least_seen: int = LEAST_SEEN) -> Weights:
    """Weights to two digits, fitted to all the tables."""
    seen = Counter(sign for table in tables.values() for row in table.rows for sign in row)
    signs = sorted(sign for sign, count in seen.items() if count >= least_seen)
    largest = max(len(table.rows) for table in tables.values())
    inputs, truth = [], []
    for _, table in sorted(tables.items()):
        times = 2 if 2 * len(table.rows) < largest else 1
        inputs += [entity_scores.matrix(table, signs)] * times
        truth += [table.truth] * times
    found = entity_scores.fit(np.vstack(inputs), np.hstack(truth))
    return {
        sign: tuple(round(float(number), 2) for number in numbers)
        for sign, numbers in zip(signs, found, strict=True)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("marked", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true", help="do not write the weights")
    args = parser.parse_args()
    tables = {
        path.name.partition(".")[0]: entity_scores.table_of(
            entity_scores.marked_texts(path, NAMES, None)
        )
        for path in args.marked
    }
    new = fitted(tables)
    halves = entity_scores.scores(tables)[len(tables) :]
    shown = rich_table.Table("file", "in use", "fitted", "fitted to the other half")
    for (name, table), half in zip(tables.items(), halves, strict=True):
        scores = [entity_scores.as_shipped(table, one)[0] for one in (WEIGHTS, new)]
        shown.add_row(name, *(f"{score:.4f}" for score in (*scores, half)))
    Console().print(shown)
    if not args.check:
        FILE.write_text(written(new), "utf-8")


if __name__ == "__main__":
    main()
