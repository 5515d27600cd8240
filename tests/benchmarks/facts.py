"""What statements, figures and times cost beside the language model's own time.

    PYTHONPATH=. python tests/benchmarks/facts.py [TEXTS.jsonl]

Lines of TEXTS are objects with a `body`, in English; without it, the sample newsroom's English
articles are read. One process, one thread, processor seconds.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from include.extraction.entities import find_mentions
from include.extraction.figures import find_figures
from include.extraction.models import load
from include.extraction.quotes import find_statements
from include.extraction.times import find_times
from seeds.newsroom.content import load_articles

_AT_ONCE = 8
_MOST = 200


def bodies(arguments: list[str]) -> Iterator[str]:
    """The texts to read."""
    if arguments:
        for line in Path(arguments[0]).read_text("utf-8").splitlines()[:_MOST]:
            yield json.loads(line)["body"]
        return
    for article in load_articles(3).values():
        if article.publisher.language == "en":
            yield article.body


def main(arguments: list[str]) -> None:
    """Read the texts once and print the seconds of each part and its share of the model's."""
    model = load("en", model_names={"en": "en_core_web_md"})
    model.nlp("Warm the model up.")
    spent = dict.fromkeys(("model", "mentions", "times", "statements", "figures"), 0.0)
    texts, tokens = list(bodies(arguments)), 0
    at = datetime(2026, 11, 20, tzinfo=UTC)

    def clock(part: str, begun: float) -> float:
        now = time.process_time()
        spent[part] += now - begun
        return now

    for first in range(0, len(texts), _AT_ONCE):
        now = time.process_time()
        docs = list(model.nlp.pipe(texts[first : first + _AT_ONCE], batch_size=_AT_ONCE))
        now = clock("model", now)
        for doc in docs:
            tokens += len(doc)
            mentions = find_mentions(doc)
            now = clock("mentions", now)
            times = find_times(doc, at)
            now = clock("times", now)
            quotes, _ = find_statements(doc, mentions, times)
            now = clock("statements", now)
            find_figures(doc, mentions, times, quotes)
            now = clock("figures", now)
    print(f"{len(texts)} texts, {tokens} tokens")
    for part, seconds in spent.items():
        print(f"{part:12} {seconds:7.2f} s  {100 * seconds / spent['model']:5.1f} % of the model's")


if __name__ == "__main__":
    main(sys.argv[1:])
