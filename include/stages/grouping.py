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

from include.group_records import ArticleToGroup
from include.outcomes import Outcome, Reason, Status
from include.rules import code_digest, combined
from include.settings import Settings
from include.stages.apart import apart
from include.stages.child import Child
from include.stages.placing import place
from include.stages.trying import in_turns, leave, more_time
from include.stages.work import Counts, Progress, Run, log, whole_span
from include.stories import terms_of
from include.warehouse import ledger, stories, tries
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
    with Child(run) as child:
        while _read(run, child, progress) or _work(run, child, progress):
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


def _read(run: Run, child: Child, progress: Progress) -> bool:
    """Read a piece of what is new; returns whether there was any."""
    with run.transaction() as cur:
        waiting = stories.unread(
            cur, rules=story_rules(run.settings), run_id=run.run_id, most=_READ_AT_ONCE
        )
    done = 0

    def read(rows: Sequence[Row]) -> None:
        nonlocal done
        text_ids = [row["text_id"] for row in rows]
        done += child.do(read_texts, text_ids, times=more_time(rows[0]["tries"]))

    def give_up(row: Row, error: Exception) -> None:
        nonlocal done
        with run.transaction() as cur:
            progress.add([leave(cur, run.run_id, STAGE, row, error)])
        done += 1

    for rows in in_turns(waiting):
        apart(rows, read, give_up)
    if waiting and not done:  # others have them
        time.sleep(_PATIENCE_S)
    return bool(waiting)


def read_texts(run: Run, text_ids: Sequence[int]) -> int:
    """Read some texts in one transaction, those that others do not; returns how many."""
    with run.piece(len(text_ids)) as cur:
        stories.lock_reading(cur)
        fresh = stories.take_unread(cur, text_ids)
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
            rules=story_rules(run.settings),
        )
        stories.mark_read(cur, [row["text_id"] for row in fresh])
    return len(fresh)


def _work(run: Run, child: Child, progress: Progress) -> bool:
    """Place a piece of what waits, or settle articles; returns whether anything is left."""
    rules = story_rules(run.settings)
    with run.transaction() as cur:
        stories.lock_stories(cur)
        if stories.any_unread(cur, rules=rules, run_id=run.run_id):
            due, articles, left = [], [], True  # come since, or locked by who looks for copies
        else:
            due, left = stories.due_texts(cur, rules=rules, most=_PLACED_AT_ONCE), False
            articles = [] if due else _due_articles(cur, run)

    def place_some(rows: Sequence[Row]) -> None:
        text_ids = [row["text_id"] for row in rows]
        child.do(place_texts, text_ids, times=more_time(rows[0]["tries"]))

    def leave_text(row: Row, error: Exception) -> None:
        with run.transaction() as cur:
            stories.lock_stories(cur)
            stories.leave_unplaced(cur, row["text_id"])
            progress.add([leave(cur, run.run_id, STAGE, row, error)])

    def settle_some(rows: Sequence[Row]) -> None:
        outcomes = child.do(settle_articles, [row["article_id"] for row in rows])
        progress.add(outcomes, done=len(outcomes))

    def leave_article(row: Row, error: Exception) -> None:
        with run.transaction() as cur:
            progress.add([leave(cur, run.run_id, STAGE, row, error, kind="article")], done=1)

    for rows in in_turns(due):
        apart(rows, place_some, leave_text)
    progress.total += len(articles)
    apart(articles, settle_some, leave_article)
    if left:
        time.sleep(_PATIENCE_S)
    return left or bool(due or articles)


def _due_articles(cur: Cursor, run: Run, only: Sequence[int] | None = None) -> list[Row]:
    return stories.due_articles(
        cur, rules=story_rules(run.settings), run_id=run.run_id, most=_SETTLED_AT_ONCE, only=only
    )


def place_texts(run: Run, text_ids: Sequence[int]) -> None:
    """Place some texts in one transaction, those that wait still, unless some are to be read."""
    rules = story_rules(run.settings)
    with run.piece(len(text_ids)) as cur:
        stories.lock_stories(cur)
        if stories.any_unread(cur, rules=rules, run_id=run.run_id):
            return
        due = stories.due_texts(cur, rules=rules, most=len(text_ids), only=text_ids)
        if due:
            place(
                cur, [row["text_id"] for row in due], gap=run.settings.story_gap, run_id=run.run_id
            )
            tries.forget(cur, STAGE, [row["subject"] for row in due])


def settle_articles(run: Run, article_ids: Sequence[int]) -> list[Outcome]:
    """Put some articles into the stories of their texts, in one transaction."""
    with run.piece(len(article_ids)) as cur:
        stories.lock_stories(cur)
        articles = _due_articles(cur, run, article_ids)
        outcomes = _settle(cur, articles) if articles else []
        tries.forget(cur, STAGE, [one.subject for one in outcomes])
        ledger.record_outcomes(cur, run.run_id, outcomes)
    return outcomes


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
