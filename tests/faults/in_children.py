"""What children of the tests are begun with and made to do.

Kept apart, so that a child imports little else: what it holds is capped.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from include import isolation

if TYPE_CHECKING:
    from include.records import ExtractedText
    from include.stages.extracting import ExtractTask

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Begin:
    """Begins a child as always, after something else was put in a guard's place there."""

    module: str
    name: str
    value: Any

    def __call__(self, *limits: Any) -> None:
        setattr(import_module(self.module), self.name, self.value)
        isolation._limit(*limits)


def no_cap_on_data(memory_mb: int, data_mb: int | None, *rest: Any) -> None:
    isolation._limit(memory_mb, None, *rest)


def no_cap_on_space(memory_mb: int, *rest: Any) -> None:
    isolation._limit(1 << 20, *rest)


def without_a_timer(function: Callable[[Any], Any], item: Any, deadline_s: float) -> Any:
    return function(item)


def as_it_is(found: Any) -> Any:
    return found


def unscreened(text: str) -> int:
    return 0


def all_entries(text: str, most: int) -> tuple[str, int]:
    return text, 0


def whole(url: str, max_body: int) -> bytes:
    return gzip.decompress(Path(url.removeprefix("file://")).read_bytes())


def hold(megabytes: int) -> int:
    return len(bytearray(megabytes * MIB))


def be_busy(seconds: float) -> float:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
    return seconds


def rest(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def busy_piece(run: object, items: Sequence[float]) -> float:
    return sum(map(be_busy, items))


def tokens_of(text: str) -> int:
    import spacy

    from include.extraction.reading.models import BoundedTokenizer

    return max(map(len, BoundedTokenizer(spacy.blank("en").tokenizer)(text)))


def extracted(task: ExtractTask) -> list[ExtractedText]:
    """What a worker makes of texts, where one may have three facts of a kind."""
    from include.stages import extracting
    from include.warehouse import fact_bounds

    fact_bounds.MOST_FACTS = 3
    return extracting._work(task)


def screened(text: str) -> str:
    """What reaches the parser of feeds."""
    from include.feeds.prescreen import screen

    return screen(text, max_entries=9).text
