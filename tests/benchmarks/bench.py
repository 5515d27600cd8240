"""Measure what can be measured with the repository alone, and record it or compare: `make bench`.

`make bench` measures and writes `results/NAME.json`; `make bench CHECK=1` measures, writes
nothing, and fails where anything fell by more than its noise. `NAMES=gold,copies` chooses.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable
from typing import Any

from include.quality.gold import read_gold
from include.settings import Settings
from include.stages.scoring import GOLD, score
from include.stories import copies
from tests.benchmarks import polling, records
from tests.unit.stories.made_copies import hard_set, scored

_F1 = {"format": ".3f", "better": "higher", "noise": 0.01}
_SHARE = {"format": ".4f", "better": "higher", "noise": 0.002}
_LANGUAGES = {"en": "English", "fr": "French", "de": "German, no model", "es": "Spanish, no model"}
_SEED = 1
_PUBLISHERS, _DAYS = 300, 21


def gold() -> records.Record:
    """F1 on the texts of `seeds/gold`, by kind of fact and language."""
    rows: dict[str, dict[str, Any]] = {}
    data = hashlib.sha256()
    for language in _LANGUAGES:
        content = (GOLD / f"{language}.toml").read_text("utf-8")
        data.update(content.encode())
        for kind, one in score(Settings(workers=1), read_gold(content)).items():
            rows.setdefault(str(kind), {})[language] = round(one.f1 or 0, 4)
    return {
        "what": "F1 on 65 short texts whose facts are known",
        "command": "make bench NAMES=gold",
        "data": {"what": "seeds/gold", "sha256": data.hexdigest()},
        "heading": "F1",
        "columns": {code: {"heading": name, **_F1} for code, name in _LANGUAGES.items()},
        "rows": rows,
    }


def made_copies() -> records.Record:
    """Precision and recall of copies on the hard set."""
    made = hard_set(reports=60, seed=_SEED)
    fresh = [
        copies.TextToCompare(id=each.id, body=each.body, published_at=each.published_at)
        for each in made.texts
    ]
    verdicts = copies.find_copies(fresh)
    found = {id: one.copy_of for id, one in verdicts.items() if one.copy_of}
    precision, recall, _ = scored(made, found)
    texts = "\n".join(each.body for each in made.texts)
    return {
        "what": "copies found among made reports, cut, spliced, rewritten and framed",
        "command": "make bench NAMES=copies",
        "data": {
            "what": f"made, seed {_SEED}: {len(made.texts)} texts, {len(made.same)} pairs",
            "sha256": hashlib.sha256(texts.encode()).hexdigest(),
        },
        "heading": "copies",
        "columns": {
            "precision": {"heading": "precision", **_SHARE},
            "recall": {"heading": "recall", **_SHARE},
        },
        "rows": {"as set": {"precision": round(precision, 4), "recall": round(recall, 4)}},
    }


def polls() -> records.Record:
    """What each schedule asks, misses, and how late it is, on made publishers."""
    publishers = polling.made(_PUBLISHERS, days=_DAYS, seed=_SEED)
    compared = polling.compare(publishers, seed=_SEED, every_s=0)
    return {
        "what": f"schedulers of polls against {_PUBLISHERS} made publishers over {_DAYS} days",
        "command": "make bench NAMES=polling",
        "data": {
            "what": f"made, seed {_SEED}",
            "sha256": hashlib.sha256(repr(publishers).encode()).hexdigest(),
        },
        "heading": "scheduler",
        "columns": {
            "requests": {
                "heading": "requests a feed and day",
                "format": ".3g",
                "better": "lower",
                "noise": 0.05,
            },
            "missed": {
                "heading": "missed",
                "format": ".3f",
                "unit": " %",
                "better": "lower",
                "noise": 0.02,
            },
            "median": {
                "heading": "median delay",
                "format": ".2f",
                "unit": " h",
                "better": "lower",
                "noise": 0.05,
            },
            "p95": {
                "heading": "p95",
                "format": ".1f",
                "unit": " h",
                "better": "lower",
                "noise": 0.2,
            },
        },
        "rows": {
            name: {
                "requests": round(one.requests / one.feed_days, 3),
                "missed": round(100 * one.missed / max(one.items, 1), 4),
                "median": round(one.delay(0.5) / polling.HOUR, 3),
                "p95": round(one.delay(0.95) / polling.HOUR, 2),
            }
            for name, one in compared.items()
        },
    }


MEASURES: dict[str, Callable[[], records.Record]] = {
    "copies": made_copies,
    "gold": gold,
    "polling": polls,
}


def main() -> int:
    """Measure; returns 1 where a check found a fall."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    parser.add_argument("--names", default=",".join(MEASURES), help="which, by comma")
    given = parser.parse_args()
    fallen = 0
    for name in given.names.split(","):
        measured = MEASURES[name]()
        if not given.check:
            records.save(name, measured)
            print(f"{name}: recorded", flush=True)
            continue
        found = list(records.falls(records.load(name), measured))
        fallen += len(found)
        print(f"{name}: {'no fall' if not found else 'fell'}", *found, sep="\n  ", flush=True)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
