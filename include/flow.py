"""The order of the stages of a run: it stands here once, for Airflow and for runs without it."""

from __future__ import annotations

from dataclasses import dataclass

from include.vocabulary import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A stage of a run, by the name of its function in `include.stages`.

    `batches` is the function that chooses its batches, where it works in batches; `first` a
    stage that is run before they are chosen. `is_cpu_heavy`: a batch of it keeps all
    processors busy.
    """

    stage: Stage
    batches: str | None = None
    first: Stage | None = None
    is_cpu_heavy: bool = False


FETCHING = (
    Step(stage=Stage.POLL_FEEDS, batches="choose_feeds"),
    Step(stage=Stage.FETCH_PAGES, batches="choose_pages"),
)
"""What needs the network."""
READING = (
    Step(
        stage=Stage.CLEAN_ARTICLES,
        batches="choose_articles",
        first=Stage.RENEW_ROWS,
        is_cpu_heavy=True,
    ),
    Step(stage=Stage.FINGERPRINT_TEXTS),
    Step(stage=Stage.EXTRACT_TEXTS, batches="choose_texts", is_cpu_heavy=True),
)
"""Pages become articles with facts."""
RELATING = (
    Step(stage=Stage.GROUP_STORIES),
    Step(stage=Stage.JOIN_ENTITIES),
    Step(stage=Stage.JOIN_STATEMENTS),
)
"""Articles, names and quotes are brought together over all texts."""
PUBLISHING = (Step(stage=Stage.REFRESH_MARTS), Step(stage=Stage.CHECK_WAREHOUSE))
"""What people read is brought up to date, and checked."""
FROM_CLEANING = (*READING, *RELATING, *PUBLISHING)
