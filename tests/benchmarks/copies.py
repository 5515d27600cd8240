"""How well copies are found, and what each setting does to it: `make bench-copies`.

On the hard set of `tests/unit/stories/made_copies.py`: texts cut to a third, spliced, with
rewritten leads, in live blogs, among reports on the same event, items in one frame and
translations. Each table changes one setting and leaves the others as they are.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any
from unittest.mock import patch

from include.stories import copies, fingerprint
from include.stories.tuned_copies import TUNED as COPIES
from include.stories.words import sequences
from tests.unit.stories.made_copies import HardSet, hard_set, scored, wrong_pairs


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=60, help="reports in the set")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    made = hard_set(reports=options.reports, seed=options.seed)
    print(f"{len(made.texts)} texts, {len(made.same)} pairs of copies\n")
    for words in (3, 4, 5, 6, 8):
        with sequence_length(words):
            tell(made, f"sequences of {words} words")
    for bands in (8, 16, 32, 48, 96):
        with tuned(bands=bands):
            tell(made, f"{bands} bands")
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        tell(made, f"threshold {threshold}", threshold=threshold)
    for least in (1, 2, 3, 5, 99):
        with tuned(fewest_places=least):
            tell(made, f"frame told by {least} places" if least < 99 else "names alone tell frames")
    tell(made, "as set", kinds=True)


def tell(
    made: HardSet, what: str, *, kinds: bool = False, threshold: float = COPIES.threshold
) -> None:
    """Print precision and recall of one setting."""
    started = time.process_time()
    fresh = [copies.TextToCompare(id=each.id, body=each.body, published_at=each.published_at)
             for each in made.texts]  # fmt: skip
    verdicts = copies.find_copies(fresh, threshold=threshold)
    found = {id: one.copy_of for id, one in verdicts.items() if one.copy_of}
    precision, recall, by_kind = scored(made, found)
    milliseconds = 1000 * (time.process_time() - started) / len(fresh)
    print(f"{what:32} P {precision:.4f}  R {recall:.4f}  {milliseconds:.1f} ms a text", flush=True)
    if kinds:
        for kind, (hits, total) in by_kind.items():
            print(f"  {kind:60} {hits} of {total}")
        print(f"  wrong: {wrong_pairs(made, found) or 'none'}")


@contextmanager
def tuned(**other: int) -> Iterator[None]:
    """Find copies with other numbers than the tuned ones."""
    changed = replace(COPIES, **other)
    with (
        patch.object(copies, "COPIES", changed),
        patch.object(fingerprint_module(), "COPIES", changed),
    ):
        yield


def fingerprint_module() -> Any:
    """The module `include.stories.fingerprint`, which its function hides."""
    return sys.modules[fingerprint.__module__]


@contextmanager
def sequence_length(words: int) -> Iterator[None]:
    """Compare texts by sequences of this many words."""
    cut = partial(sequences, length=words)
    with (
        tuned(sequence=words),
        patch.object(copies, "sequences", cut),
        patch.object(fingerprint_module(), "sequences", cut),
    ):
        yield


if __name__ == "__main__":
    main()
