"""How fast texts become facts, in how much memory, and how right the names are.

    make bench-extraction                    tokens a CPU second
    make bench-extraction TEXTS=FILE         on other texts: JSON lines with "body"
    make bench-extraction MEMORY=5000        resident memory over so many texts
    make bench-extraction ENTITIES=FOLDER    names against marked texts, and what each sign adds

CPU seconds of one process with one thread. The stock model is the whole pipeline as its
makers publish it, with their own matrix product, timed first in a process of its own.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import multiprocessing
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import entity_scores
import psutil
import spacy
from rich.console import Console
from rich.table import Table

from include.extraction import extract, load_models
from include.extraction.figures.find import find_figures
from include.extraction.keywords import find_keywords
from include.extraction.names.find import find_mentions
from include.extraction.places.find import find_places
from include.extraction.places.gazetteer import gazetteer
from include.extraction.quotes.find import find_statements
from include.extraction.reading.models import load, model_folder
from include.extraction.times.find import find_times
from include.records import TextToExtract
from seeds.newsroom.content import load_articles

NAMES = {"en": "en_core_web_md"}
LEAST_TOKENS = 60_000
AT_ONCE = 8
PUBLISHED = datetime(2026, 11, 20, tzinfo=UTC)
CONSOLE = Console()


def texts_of(path: Path | None) -> list[TextToExtract]:
    """The English texts to time on: those of a file, or the sample newsroom's articles."""
    if path is not None:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        bodies = [str(row["body"]) for row in rows]
    else:
        articles = load_articles(1).values()
        bodies = [a.body for a in articles if a.publisher.language == "en"]
    return [TextToExtract(id=str(i), body=body, language="en") for i, body in enumerate(bodies)]


def repeated(texts: Sequence[TextToExtract], tokens: int) -> list[TextToExtract]:
    """The texts over and over until they have about that many words."""
    words = sum(len(text.body.split()) for text in texts)
    rounds = max(1, -(-tokens // max(1, words)))
    return list(islice(cycle(texts), rounds * len(texts)))


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of a piece of work, and what it gave."""
    begun = time.process_time()
    found = work()
    return time.process_time() - begun, found


def stock(bodies: list[str]) -> tuple[int, float]:
    """(tokens, CPU seconds) of the model with all its components, as published."""
    nlp = spacy.load(model_folder(NAMES["en"]))
    list(nlp.pipe(bodies[:2]))
    spent, count = seconds(lambda: sum(len(doc) for doc in nlp.pipe(bodies)))
    return count, spent


def speed(texts: list[TextToExtract]) -> None:
    """Print the table of tokens a CPU second."""
    texts = repeated(texts, LEAST_TOKENS)
    bodies = [text.body for text in texts]
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        tokens, stock_seconds = pool.apply(stock, (bodies,))
    load_models(["en"], NAMES)
    gazetteer()
    extract(texts[:1], model_names=NAMES)
    lines = [("stock model, all components", stock_seconds), *_parts(bodies)]
    lines.append(("the whole extraction", seconds(lambda: extract(texts, model_names=NAMES))[0]))
    model = dict(lines)["the model as run"]
    heads = ("part", "CPU s", "tokens/s", "x stock", "of the model's")
    table = Table(*heads, title=f"{tokens:,} tokens")
    for name, spent in lines:
        rate, share = tokens / max(spent, 1e-9), 100 * spent / model
        row = (f"{spent:.2f}", f"{rate:,.0f}", f"{stock_seconds / spent:.2f}", f"{share:.0f} %")
        table.add_row(name, *row)
    CONSOLE.print(table)


def _parts(bodies: list[str]) -> list[tuple[str, float]]:
    """CPU seconds of the model and of each kind of fact, batch by batch as in a run."""
    nlp = load("en", model_names=NAMES).nlp
    spent = dict.fromkeys(
        ("the model as run", "mentions", "times", "statements", "figures", "places", "keywords"),
        0.0,
    )

    def timed(part: str, work: Callable[..., Any], *arguments: Any) -> Any:
        took, found = seconds(lambda: work(*arguments))
        spent[part] += took
        return found

    for first in range(0, len(bodies), AT_ONCE):
        batch = bodies[first : first + AT_ONCE]
        docs = timed("the model as run", lambda b: list(nlp.pipe(b, batch_size=AT_ONCE)), batch)
        for doc in docs:
            mentions = timed("mentions", find_mentions, doc)
            times = timed("times", find_times, doc, PUBLISHED)
            quotes, _ = timed("statements", find_statements, doc, mentions, times)
            timed("figures", find_figures, doc, mentions, times, quotes)
            timed("places", find_places, doc.text, mentions)
            timed("keywords", find_keywords, doc, mentions)
    return list(spent.items())


def memory(texts: list[TextToExtract], count: int) -> None:
    """Print the resident memory of this process over so many texts."""
    process = psutil.Process()
    table = Table("texts", "resident MB", "most so far MB")
    most = done = 0.0
    numbered = (replace(t, id=str(n)) for n, t in enumerate(islice(cycle(texts), count)))
    while batch := list(islice(numbered, 50)):
        extract(batch, model_names=NAMES)
        done += len(batch)
        resident = process.memory_info().rss / 1e6
        most = max(most, resident)
        if done % max(50, count // 10) < len(batch):
            table.add_row(f"{done:,.0f}", f"{resident:,.0f}", f"{most:,.0f}")
    CONSOLE.print(table)


def entities(folder: Path, limit: int | None) -> None:
    """Print the scores of names on every file of a folder, and what each repair adds."""
    paths = sorted(path for path in folder.iterdir() if ".jsonl" in path.suffixes)
    files = {p.name.split(".")[0]: entity_scores.marked_texts(p, NAMES, limit) for p in paths}
    tables = {name: entity_scores.table_of(texts) for name, texts in files.items()}
    heads = [f"{name} cross" for name in files] + [f"{name} half" for name in files]
    shown = Table("strict F1", *heads, title="fitted elsewhere, measured here")
    for label, mended in (("the model's names", False), ("... edges mended, joined", True)):
        alone = [entity_scores.model_alone(texts, mended=mended) for texts in files.values()]
        shown.add_row(label, *(f"{score:.4f}" for score in alone * 2))
    base = entity_scores.scores(tables)
    shown.add_row("all signs", *(f"{score:.4f}" for score in base))
    without: dict[str, Callable[[Any], list[Any]]] = {
        "joined pieces": entity_scores.find_candidates,
        "unlabelled capitals": lambda t: [c for c in entity_scores.candidates(t) if c.label],
    }
    for name, find in without.items():
        other = {file: entity_scores.table_of(texts, find) for file, texts in files.items()}
        _row(shown, f"without {name}", entity_scores.scores(other), base)
    for name, pattern in entity_scores.SIGNS.items():
        _row(shown, f"without {name}", entity_scores.scores(tables, pattern), base)
    CONSOLE.print(shown)
    for name, made in tables.items():
        score, bands = entity_scores.as_shipped(made)
        right = ", ".join(f"from {least:.1f}: {share:.3f} of {n:,}" for least, n, share in bands)
        CONSOLE.print(f"{name}: {score:.4f} by the weights in use. Right by confidence {right}")


def _row(shown: Table, label: str, found: Sequence[float], base: Sequence[float]) -> None:
    shown.add_row(label, *(f"{f:.4f} ({f - b:+.4f})" for f, b in zip(found, base, strict=True)))


def main() -> None:
    """Read the options and print what they ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--texts", type=Path, help='JSON lines with "body"')
    parser.add_argument("--memory", type=int, metavar="N", help="resident memory over N texts")
    parser.add_argument("--entities", type=Path, metavar="FOLDER", help="marked texts, .jsonl(.gz)")
    parser.add_argument("--limit", type=int, help="so many texts of each marked file")
    chosen = parser.parse_args()
    if chosen.entities:
        entities(chosen.entities, chosen.limit)
    elif chosen.memory:
        memory(texts_of(chosen.texts), chosen.memory)
    else:
        speed(texts_of(chosen.texts))


if __name__ == "__main__":
    main()
