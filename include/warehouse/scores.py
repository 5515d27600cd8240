"""Keep how right extraction was: `ops.scores`."""

from __future__ import annotations

from collections.abc import Iterable

from psycopg2.extensions import cursor as Cursor

from include import __version__
from include.quality.score import Score
from include.vocabulary import ScoredKind
from include.warehouse import queries

Measured = tuple[str, ScoredKind, Score, str, str]
"""(language, kind, score, digest of the texts, configuration that extracted)."""


def keep_scores(cur: Cursor, run_id: str, measured: Iterable[Measured]) -> None:
    """Write what a run measured, in place of what it measured before."""
    rows = [
        (run_id, language, kind, score.expected, score.found, score.right, texts, by, __version__)
        for language, kind, score, texts, by in measured
    ]
    queries.many(cur, "upsert_scores", sorted(rows))
