"""Stage `group_stories`: articles → stories. Nothing is deleted for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from psycopg2.extensions import cursor as Cursor

from include.outcomes import Outcome, Reason, Status
from include.records import ArticleToGroup, CopyVerdict, StoryAssignment
from include.stages.work import Counts, Progress, Run
from include.stories import (
    CorpusStatistics,
    Grouping,
    KnownStory,
    assign,
    choose_lead,
    label_of,
    search_terms,
    terms_of,
    vector_of,
)
from include.warehouse import ledger, stories
from include.warehouse.queries import Row

STAGE = "group_stories"
_CHUNK = 1_000


def group_stories(run: Run) -> Counts:
    """Put every ungrouped article into a story, the earliest first."""
    progress = Progress(STAGE, 0)
    while True:
        with run.transaction() as cur:
            stories.lock_stories(cur)
            rows = stories.ungrouped(cur, most=_CHUNK)
            if not rows:
                break
            progress.total += len(rows)
            outcomes = _group(cur, rows, gap=run.settings.story_gap)
            ledger.record_outcomes(cur, run.run_id, outcomes)
        progress.add(outcomes, done=len(rows))
    with run.transaction() as cur:
        revised = stories.follow_versions(cur)
        outcomes = [_outcome(number, Status.UPDATED, Reason.CHANGED) for number in revised]
        ledger.record_outcomes(cur, run.run_id, outcomes)
    progress.add(outcomes, done=len(revised))
    return progress.finish()


def _group(cur: Cursor, rows: Sequence[Row], *, gap: timedelta) -> list[Outcome]:
    articles = [_article(row) for row in rows]
    roots = {str(row["text_id"]): str(row["root_text_id"]) for row in rows}
    text_stories = stories.stories_of_texts(cur, map(int, roots.values()))
    bags = {article.id: terms_of(article) for article in articles}
    corpus = stories.corpus(cur, (term for bag in bags.values() for term in bag))
    known = _known_stories(cur, articles, bags, corpus, text_stories, gap=gap)
    grouping = assign(
        articles, known, corpus=corpus, copies=_verdicts(rows), text_stories=text_stories, gap=gap
    )
    stories.count_terms(cur, (bags[article_id] for article_id in grouping.vectors))
    of = {row["canonical_url"]: row for row in rows}
    stories.store_stories(
        cur,
        grouping.stories,
        _leads(articles, of, grouping),
        [(one, of[one.article_id]) for one in grouping.assignments],
    )
    return [
        _outcome(
            of[one.article_id]["article_id"],
            Status.STORED,
            Reason.FIRST_OF_STORY if one.reason == "first_of_story" else Reason.JOINED_STORY,
            f"{one.story_id} {one.reason} {one.score:.2f}"
            + (
                ", undated: placed by when it was first seen"
                if of[one.article_id]["is_undated"]
                else ""
            ),
        )
        for one in grouping.assignments
    ]


def _article(row: Row) -> ArticleToGroup:
    return ArticleToGroup(
        id=row["canonical_url"],  # a story takes its name from its first article's
        text_id=str(row["text_id"]),
        title=row["title"],
        body=row["body"],
        published_at=row["published_at"],
        publisher=row["publisher"],
        language=row["language"],
        entities=tuple(row["entities"]),
        places=tuple(row["places"]),
        figures=tuple(row["figures"]),
    )


def _verdicts(rows: Sequence[Row]) -> dict[str, CopyVerdict]:
    return {
        str(row["text_id"]): CopyVerdict(
            text_id=str(row["text_id"]),
            copy_of=str(row["root_text_id"]),
            reason=row["copy_reason"],
            score=row["copy_score"],
        )
        for row in rows
        if row["root_text_id"] != row["text_id"]
    }


def _known_stories(
    cur: Cursor,
    articles: Sequence[ArticleToGroup],
    bags: Mapping[str, Mapping[str, float]],
    corpus: CorpusStatistics,
    text_stories: Mapping[str, str],
    *,
    gap: timedelta,
) -> list[KnownStory]:
    counted = corpus.adding(bags.values())
    terms = {term for bag in bags.values() for term in search_terms(vector_of(bag, counted))}
    instants = [article.published_at for article in articles if article.published_at]
    near = stories.candidates(cur, terms, since=min(instants) - gap, until=max(instants) + gap)
    found = {story.story_id: story for story in near}
    missing = set(text_stories.values()) - found.keys()
    return [*near, *stories.by_id(cur, missing)]


def _leads(
    articles: Sequence[ArticleToGroup], of: Mapping[str, Row], grouping: Grouping
) -> dict[str, tuple[int, str]]:
    members: defaultdict[str, list[ArticleToGroup]] = defaultdict(list)
    assignments: dict[str, StoryAssignment] = {one.article_id: one for one in grouping.assignments}
    for article in articles:
        members[assignments[article.id].story_id].append(article)
    leads = {}
    for story_id, of_story in members.items():
        lead = choose_lead(of_story, grouping.vectors)
        leads[story_id] = (of[lead.id]["article_id"], label_of(lead))
    return leads


def _outcome(article_id: int, status: Status, reason: Reason, detail: str = "") -> Outcome:
    return Outcome(
        stage=STAGE, subject_kind="article", subject=str(article_id),
        status=status, reason=reason, detail=detail,
    )  # fmt: skip
