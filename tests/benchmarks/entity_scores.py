"""Scores of names against marked texts, and what each sign and repair adds to them.

Weights are fitted anew for every line of the tables, on the other files of the folder
("cross") and on the other half of all files ("half"), so that no line is measured on what
it was fitted on.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from include.extraction.names.evidence import Evidence, Signs
from include.extraction.names.joins import joined
from include.extraction.names.spans import Candidate, find_candidates
from include.extraction.names.weights import CLASSES, WEIGHTS
from include.extraction.reading.models import load
from include.extraction.reading.token_table import TokenTable

Matrix = NDArray[np.float32]
Name = tuple[int, int, int]
_NUMBER = {"PER": 1, "PERSON": 1, "ORG": 2, "LOC": 3, "GPE": 3, "FAC": 3}
_ARTICLE = re.compile(r"^\s*(?:the|an?)\s+", re.IGNORECASE)
_GENITIVE = re.compile(r"['’]s?$")
L2 = 10.0
NO_NAME = 0.65
STEPS = 150

#: What a line of the table leaves out: signs by pattern.
SIGNS = {
    "word vectors": r".* like [NPOL]$",
    "gazetteer": r"place \d",
    "word lists": r"(head|first|inner) [OL]$|given name|only given name|particle",
    "the whole text": r"all[<>]|vote|repeated|never|part of|shares|abbreviates|also lower",
    "neighbouring words": r"(all)?[<>]",
    "datelines": r"dateline",
    "syntax": r"is ",
    "shape of the name": r"words \d|capitals|camel|digits|hyphen|initial|dot|comma|apostrophe|of$",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked text, parsed: its names as (start, end, class)."""

    id: str
    body: str
    names: frozenset[Name]
    doc: Doc


@dataclass(slots=True)
class Table:
    """The candidates of one file: signs, true classes, halves, and how many names there are."""

    rows: list[Signs]
    truth: NDArray[np.int64]
    half: NDArray[np.int64]
    names: NDArray[np.int64]


def trimmed(body: str, start: int, end: int) -> tuple[int, int]:
    """A span without its article and genitive, as both sides are compared."""
    text = body[start:end]
    core = _GENITIVE.sub("", _ARTICLE.sub("", text)).strip()
    if not core or core not in text:
        return start, end
    start += text.index(core, len(text) - len(text.lstrip()))
    return start, start + len(core)


def marked_texts(path: Path, model_names: dict[str, str], most: int | None) -> list[Marked]:
    """The texts of a file of JSON lines with `id`, `body` and `mentions`."""
    raw = path.read_bytes()
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").split("\n")
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()][:most]
    nlp = load("en", model_names=model_names).nlp
    docs = nlp.pipe((row["body"] for row in rows), batch_size=8)
    return [
        Marked(row["id"], row["body"], frozenset(_names(row)), doc)
        for row, doc in zip(rows, docs, strict=True)
    ]


def _names(row: dict[str, Any]) -> Iterator[Name]:
    for mention in row["mentions"]:
        number = _NUMBER.get(mention["label"].upper())
        if number:
            yield (*trimmed(row["body"], mention["start"], mention["end"]), number)


def candidates(table: TokenTable) -> list[Candidate]:
    """The candidates as the extraction has them."""
    return joined(table.text, find_candidates(table))


def table_of(
    texts: Sequence[Marked], find: Callable[[TokenTable], list[Candidate]] = candidates
) -> Table:
    """The candidates of a file with their signs."""
    rows: list[Signs] = []
    truth: list[int] = []
    half: list[int] = []
    names = np.zeros(2, dtype=np.int64)
    for text in texts:
        side = zlib.crc32(text.id.encode()) % 10 // 5
        names[side] += len(text.names)
        true = {(start, end): number for start, end, number in text.names}
        tokens = TokenTable(text.doc)
        found = find(tokens)
        evidence = Evidence(tokens, found)
        for index, candidate in enumerate(found):
            rows.append(evidence.signs(index))
            truth.append(true.get(trimmed(text.body, candidate.start, candidate.end), 0))
            half.append(side)
    return Table(rows, np.array(truth), np.array(half), names)


def matrix(table: Table, signs: Sequence[str]) -> Matrix:
    """The signs of a table as numbers, a column a sign."""
    column = {sign: index for index, sign in enumerate(signs)}
    made = np.zeros((len(table.rows), len(signs)), dtype=np.float32)
    for number, row in enumerate(table.rows):
        for sign, value in row.items():
            if sign in column:
                made[number, column[sign]] = value
    return made


def fit(inputs: Matrix, truth: NDArray[np.int64]) -> Matrix:
    """Weights of a multinomial logistic regression, by Adam over all rows."""
    weights = np.zeros((inputs.shape[1], len(CLASSES)), dtype=np.float32)
    target = np.eye(len(CLASSES), dtype=np.float32)[truth]
    counts = np.where(truth == 0, NO_NAME, 1.0).astype(np.float32)[:, None]
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        odds = inputs @ weights
        odds -= odds.max(1, keepdims=True)
        shares = np.exp(odds)
        shares /= shares.sum(1, keepdims=True)
        slope = (inputs.T @ ((shares - target) * counts) + L2 * weights) / counts.sum()
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope * slope
        rate = 0.1 if 2 * step < STEPS else 0.03
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def f1(hits: int, found: int, names: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2.0 * hits / (found + names) if found + names else 0.0


def _judge(inputs: Matrix, truth: NDArray[np.int64], weights: Matrix) -> tuple[int, int]:
    chosen = (inputs @ weights).argmax(1)
    return int(((chosen == truth) & (chosen > 0)).sum()), int((chosen > 0).sum())


def scores(tables: dict[str, Table], leave_out: str = "(?!)") -> list[float]:
    """For each file the F1 fitted on the other files and the F1 fitted on the other half."""
    left_out = re.compile(leave_out)
    signs = sorted(
        {s for t in tables.values() for row in t.rows for s in row if not left_out.match(s)}
    )
    inputs = {name: matrix(table, signs) for name, table in tables.items()}
    found: list[float] = []
    for name, table in tables.items():
        others = [other for other in tables if other != name]
        cross = 0.0
        if others:
            weights = fit(
                np.vstack([inputs[o] for o in others]),
                np.hstack([tables[o].truth for o in others]),
            )
            cross = f1(*_judge(inputs[name], table.truth, weights), int(table.names.sum()))
        found.append(cross)
    totals = {name: [0, 0] for name in tables}
    for side in (0, 1):
        learn = {name: table.half != side for name, table in tables.items()}
        weights = fit(
            np.vstack([inputs[n][learn[n]] for n in tables]),
            np.hstack([tables[n].truth[learn[n]] for n in tables]),
        )
        for name, table in tables.items():
            test = ~learn[name]
            hits, chosen = _judge(inputs[name][test], table.truth[test], weights)
            totals[name][0] += hits
            totals[name][1] += chosen
    found += [f1(*totals[n], int(tables[n].names.sum())) for n in tables]
    return found


def model_alone(texts: Sequence[Marked], *, mended: bool) -> float:
    """The F1 of the model's own labels, with or without mended edges and joined pieces."""
    hits = found = names = 0
    for text in texts:
        if mended:
            spans = [(c.start, c.end, c.label) for c in candidates(TokenTable(text.doc))]
        else:
            spans = [(e.start_char, e.end_char, e.label_) for e in text.doc.ents]
        mine = {
            (*trimmed(text.body, start, end), _NUMBER[label])
            for start, end, label in spans
            if label in _NUMBER
        }
        hits += len(mine & text.names)
        found += len(mine)
        names += len(text.names)
    return f1(hits, found, names)


def as_shipped(
    table: Table, by: Mapping[str, tuple[float, ...]] = WEIGHTS
) -> tuple[float, list[tuple[float, int, float]]]:
    """The F1 by the weights in use, or others, and (least confidence, names found, share right)."""
    signs = sorted(by)
    inputs = matrix(table, signs)
    weights = np.array([by[sign] for sign in signs], dtype=np.float32)
    odds = inputs @ weights
    shares = np.exp(odds - odds.max(1, keepdims=True))
    confidence = (shares / shares.sum(1, keepdims=True)).max(1)
    chosen = odds.argmax(1)
    bands = []
    for least, below in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.1)):
        inside = (chosen > 0) & (confidence >= least) & (confidence < below)
        right = float((chosen == table.truth)[inside].mean()) if inside.any() else 0.0
        bands.append((least, int(inside.sum()), right))
    return f1(*_judge(inputs, table.truth, weights), int(table.names.sum())), bands
