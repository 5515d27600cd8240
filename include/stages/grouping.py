"""Stage `group_stories`: articles → stories. Nothing is deleted for it.

Independent texts are read (their terms taken and counted), then placed: what a new text is
linked to, and all that hangs on that, is clustered again as a whole. So the stories do not
depend on the order of arrival, on batches or on how many workers there are. Articles follow
the texts they carry.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime

from psycopg2.extensions import cursor as Cursor

from include.outcomes import Outcome, Reason, Status
from include.records import ArticleToGroup
from include.rules import code_digest, combined
from include.settings import Settings
from include.stages.placing import place
from include.stages.work import Counts, Progress, Run, log, whole_span
from include.stories import terms_of
from include.warehouse import ledger, stories
from include.warehouse.queries import Row

STAGE = "group_stories"
_READ_AT_ONCE = 200
_PLACED_AT_ONCE = 500
_SETTLED_AT_ONCE = 1_000
_PATIENCE_S = 0.1


def story_rules(settings: Settings) -> str:
    """Digest of the rules that find stories."""
    code = code_digest(
        "include.stories.group", "include.stories.terms", alone=("include.stages.placing",)
    )
    return combined({"code": code, "gap": settings.story_gap})


def group_stories(run: Run) -> Counts:
    """Read the texts that are new, place those that wait, and put their articles into stories.

    Any number of workers may do this at once; texts are placed by one of them at a time, and
    only when none is left to read.
    """
    progress = Progress(STAGE, 0)
    with run.transaction() as cur:
        stories.lock_stories(cur)
        outgrown = stories.mark_outgrown(cur)
    if outgrown:
        log.info("%s: %d texts are placed again, among twice as many", STAGE, outgrown)
    while _read(run) or _work(run, progress):
        pass
    return progress.finish()


def regroup_stories(run: Run, *, since: datetime | None, until: datetime | None) -> Counts:
    """Read and place the texts published from `since` to before `until` again.

    Doing it twice changes nothing the second time.

    Raises:
        CannotWork: there is no span, or it is empty.
    """
    since, until = whole_span(since, until)
    with run.transaction() as cur:
        stories.lock_stories(cur)
        marked = stories.mark_for_regrouping(cur, since=since, until=until)
    log.info("regroup_stories: %d texts published from %s to %s", marked, since, until)
    return {"texts": marked, **group_stories(run)}


def _read(run: Run) -> int:
    """Read a piece of what is new; returns how many texts that was."""
    rules = story_rules(run.settings)
    with run.transaction() as cur:
        stories.lock_reading(cur)
        fresh = stories.unread(cur, most=_READ_AT_ONCE)
        roots = {row["text_id"] for row in fresh if row["text_id"] == row["root_text_id"]}
        first = stories.earliest(cur, roots)
        found = stories.contents(cur, sorted(first))
        stories.forget(cur, {row["text_id"] for row in fresh} - first.keys())
        stories.store_read(
            cur,
            [
                (row, terms_of(_article(row, found[text_id])), _names(found[text_id]))
                for text_id, row in first.items()
            ],
            rules=rules,
        )
        stories.mark_read(cur, [row["text_id"] for row in fresh])
    return len(fresh)


def _work(run: Run, progress: Progress) -> bool:
    """Place a piece of what waits, or settle articles; returns whether anything is left."""
    with run.transaction() as cur:
        stories.lock_stories(cur)
        left = stories.any_unread(cur)  # come since, or locked by who looks for copies
        due = [] if left else stories.due_texts(cur, most=_PLACED_AT_ONCE)
        if due:
            place(cur, due, gap=run.settings.story_gap, run_id=run.run_id)
        articles = [] if left or due else stories.due_articles(cur, most=_SETTLED_AT_ONCE)
        progress.total += len(articles)
        outcomes = _settle(cur, articles) if articles else []
        ledger.record_outcomes(cur, run.run_id, outcomes)
    progress.add(outcomes, done=len(outcomes))
    if left:
        time.sleep(_PATIENCE_S)
    return left or bool(due or articles)


def _settle(cur: Cursor, due: Sequence[Row]) -> list[Outcome]:
    # A new article may be the earliest with its text, or have been the last with another.
    roots = {row["root_text_id"] for row in due}
    left = {row["old_root_text_id"] for row in due if row["old_root_text_id"]} - roots
    first = stories.earliest(cur, roots | left)
    stories.forget(cur, left - first.keys())
    stories.mark_missing(cur, roots)
    stories.refresh_first_articles(cur, first.values())
    settled = stories.settle_articles(cur, [row["article_id"] for row in due])
    stories.time_stories(cur, {row["story_id"] for row in settled})
    undated = {row["article_id"] for row in due if row["is_undated"]}
    return [_outcome(row, is_undated=row["article_id"] in undated) for row in settled]


def _outcome(row: Row, *, is_undated: bool) -> Outcome:
    opens = row["reason"] == "first_of_story"
    how = f"{row['story_id']} {row['reason']} {row['score']:.2f}"
    note = ", undated: placed by when it was first seen" if is_undated else ""
    return Outcome(
        stage=STAGE,
        subject_kind="article",
        subject=str(row["article_id"]),
        status=Status.STORED if row["is_new"] else Status.UPDATED,
        reason=(Reason.FIRST_OF_STORY if opens else Reason.JOINED_STORY)
        if row["is_new"]
        else Reason.CHANGED,
        detail=how + note,
    )


def _article(first: Row, content: Row) -> ArticleToGroup:
    return ArticleToGroup(
        id=first["canonical_url"],
        text_id=str(first["text_id"]),
        title=first["title"],
        body=content["body"],
        published_at=first["published_at"],
        publisher=first["publisher"],
        language=first["language"],
        entities=tuple(content["entities"]),
        places=tuple(content["places"]),
        figures=tuple(content["figures"]),
    )


def _names(content: Row) -> list[str]:
    return sorted({*content["entities"], *content["places"]})
