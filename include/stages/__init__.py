"""The stages of a run: one function a task, read → pure core → write → outcomes.

    import_pages   files of pages that others fetched → archive, core.pages
    poll_feeds     due feeds, fair by publisher      → core.entries, core.pages
    fetch_pages    due pages, spaced by host         → archive, core.pages
    renew_rows     rows made by older rules          → due again, a share a run
    clean_articles fetched pages                     → core.articles, versions, texts
    fingerprint    new texts                         → copies
    extract_texts  texts without facts               → mentions, quotes, figures, …
    group_stories  new texts, and what they touch    → core.stories
    join_entities  names met since they were joined  → the entities they stand for
    join_statements quotes never compared             → core.statements
    tell_alerts    what somebody should hear of      → ops.alerts, mail, webhooks, chats

Each takes its work from the state of the warehouse, so any of them can be run again, by
anyone, at any time; a run picks up what a dead one left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from include.flow import FETCHING, FROM_CLEANING, Step
from include.stages.work import Batch, Counts, Run

if TYPE_CHECKING:
    from include.stages.alerting import tell_alerts, tell_late
    from include.stages.checking import check_warehouse, run_warehouse_checks
    from include.stages.cleaning import choose_articles, clean_articles
    from include.stages.exporting import choose_days, export_days
    from include.stages.extracting import choose_texts, extract_texts
    from include.stages.fetching import choose_pages, fetch_pages
    from include.stages.fingerprinting import fingerprint_texts
    from include.stages.grouping import group_stories, regroup_stories
    from include.stages.importing import choose_imports, import_pages
    from include.stages.joining import join_entities
    from include.stages.joining_statements import join_statements
    from include.stages.polling import choose_feeds, poll_feeds
    from include.stages.renewing import renew_rows
    from include.stages.replaying import mark_for_replay
    from include.stages.retention import make_partitions, plan_removals, remove_old
    from include.stages.runs import close_run, open_run, refresh_marts, whole_run
    from include.stages.scoring import score_quality
    from include.stages.telling import is_anything_to_export, run_counts, run_note
    from include.stages.trying import release_quarantine
    from include.stages.watching import write_watchlists

# Each stage's module is imported when the stage is first asked for: a task that polls
# must not wait for spaCy.
_MODULES = {
    "alerting": ("tell_alerts", "tell_late"),
    "checking": ("check_warehouse", "run_warehouse_checks"),
    "cleaning": ("choose_articles", "clean_articles"),
    "exporting": ("choose_days", "export_days"),
    "extracting": ("choose_texts", "extract_texts"),
    "fetching": ("choose_pages", "fetch_pages"),
    "fingerprinting": ("fingerprint_texts",),
    "grouping": ("group_stories", "regroup_stories"),
    "importing": ("choose_imports", "import_pages"),
    "joining": ("join_entities",),
    "joining_statements": ("join_statements",),
    "polling": ("choose_feeds", "poll_feeds"),
    "renewing": ("renew_rows",),
    "replaying": ("mark_for_replay",),
    "scoring": ("score_quality",),
    "telling": ("is_anything_to_export", "run_counts", "run_note"),
    "watching": ("write_watchlists",),
    "trying": ("release_quarantine",),
    "retention": ("make_partitions", "plan_removals", "remove_old"),
    "runs": ("close_run", "open_run", "refresh_marts", "whole_run"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


Bar = Callable[[str, int, int], None]


def run_all(run: Run, *, bar: Bar) -> None:
    """Every stage in order in this process; `bar` is told (stage, batches done, batches).

    Raises:
        ChecksFailed: a check of level `fail` found something, after all else is done.
        RunFailed: something that was chosen has no outcome.
    """
    from include import stages

    with stages.whole_run(run, flow="run"):
        polled, fetched = FETCHING
        _step(run, polled, bar, poll_all=True)
        _step(run, fetched, bar)
        run_from_cleaning(run, bar=bar)


def run_from_cleaning(run: Run, *, bar: Bar) -> None:
    """The stages that need no network, in order.

    Raises:
        ChecksFailed: as `run_all`.
    """
    for step in FROM_CLEANING:
        _step(run, step, bar)


def _step(run: Run, step: Step, bar: Bar, **choosing: Any) -> None:
    from include import stages

    if step.first is not None:
        _single(step.first, lambda: getattr(stages, str(step.first))(run), bar)
    work = getattr(stages, step.stage)
    if step.batches is None:
        _single(step.stage, lambda: work(run), bar)
    else:
        _batches(run, step.stage, getattr(stages, step.batches)(run, **choosing), work, bar)


def _batches(
    run: Run, stage: str, batches: Sequence[Batch], work: Callable[[Run, Batch], Counts], bar: Bar
) -> None:
    bar(stage, 0, len(batches))
    for number, batch in enumerate(batches, start=1):
        work(run, batch)
        bar(stage, number, len(batches))


def _single(stage: str, work: Callable[[], object], bar: Bar) -> None:
    bar(stage, 0, 1)
    work()
    bar(stage, 1, 1)


__all__ = [
    "Batch",
    "Counts",
    "Run",
    "check_warehouse",
    "choose_articles",
    "choose_days",
    "choose_feeds",
    "choose_imports",
    "choose_pages",
    "choose_texts",
    "clean_articles",
    "close_run",
    "export_days",
    "extract_texts",
    "fetch_pages",
    "fingerprint_texts",
    "group_stories",
    "import_pages",
    "is_anything_to_export",
    "join_entities",
    "join_statements",
    "make_partitions",
    "mark_for_replay",
    "open_run",
    "plan_removals",
    "poll_feeds",
    "refresh_marts",
    "regroup_stories",
    "release_quarantine",
    "remove_old",
    "renew_rows",
    "run_all",
    "run_counts",
    "run_from_cleaning",
    "run_note",
    "run_warehouse_checks",
    "score_quality",
    "tell_alerts",
    "tell_late",
    "whole_run",
    "write_watchlists",
]
