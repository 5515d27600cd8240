"""Stage `score_quality`: texts whose facts are known → how right extraction is, by kind."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain

from include.quality.gold import BadGold, GoldDocument, read_gold
from include.quality.score import Score, compare
from include.records import ExtractedText
from include.settings import PROJECT, Settings
from include.stages.extracting import ExtractTask, config_hashes, extract_in, extract_tasks
from include.stages.work import Counts, Run, log
from include.vocabulary import ScoredKind
from include.warehouse import scores
from include.warehouse.scores import Measured

STAGE = "score_quality"
GOLD = PROJECT / "seeds" / "gold"

Scores = dict[ScoredKind, Score]


def score_quality(run: Run) -> Counts:
    """Extract the texts of `seeds/gold` and keep the scores, by language and kind.

    Returns how many texts each language has.

    Raises:
        RuntimeError: a text could not be extracted.
        BadGold: a file of texts is broken.
    """
    measured: list[Measured] = []
    counts: Counts = {}
    hashes = config_hashes(run.settings)
    for file in sorted(GOLD.glob("*.toml")):
        content = file.read_text("utf-8")
        documents = read_gold(content)
        if not documents:
            raise BadGold(f"{file.name} has no documents")
        language = documents[0].text.language or ""
        digest = hashlib.sha256(content.encode()).hexdigest()[:16]
        by = hashes.get(language, hashes["*"])
        found = score(run.settings, documents)
        measured += [(language, kind, one, digest, by) for kind, one in found.items()]
        counts[language] = len(documents)
        log.info("%s: %s: %s", STAGE, language, told(found))
    with run.transaction() as cur:
        scores.keep_scores(cur, run.run_id, measured)
    return counts


def score(settings: Settings, documents: tuple[GoldDocument, ...]) -> Scores:
    """The scores of documents together, by kind of fact."""
    total = {kind: Score() for kind in ScoredKind}
    for document, found in zip(documents, _extracted(settings, documents), strict=True):
        for kind, one in compare(document, found).items():
            total[kind] += one
    return total


def _extracted(settings: Settings, documents: tuple[GoldDocument, ...]) -> Iterator[ExtractedText]:
    languages = sorted({one.text.language or "" for one in documents})
    task = ExtractTask([one.text for one in documents], settings)
    with extract_in(settings.model_copy(update={"workers": 1}), languages) as workers:
        for text, result in chain.from_iterable(extract_tasks(workers, settings, [task])):
            if isinstance(result, Exception):
                raise RuntimeError(f"{text.id} could not be extracted") from result
            yield result


def told(found: Scores) -> str:
    """Scores in a line: the F1 of each kind."""
    return ", ".join(f"{kind} {one.f1:.2f}" for kind, one in found.items() if one.f1 is not None)
