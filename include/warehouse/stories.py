"""Stories and the articles in them: `core.stories`, `core.story_articles`, their terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from psycopg2.extensions import cursor as Cursor

from include.records import StoryAssignment
from include.stories import CorpusStatistics, KnownStory
from include.warehouse import queries
from include.warehouse.queries import Row

_LOCK = 7_317_003  # advisory lock: stories are grouped by one worker at a time
_ALL_TEXTS = ""


def lock_stories(cur: Cursor) -> None:
    """Wait until no other transaction groups stories."""
    cur.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))


def ungrouped(cur: Cursor, *, most: int) -> list[Row]:
    """Articles that belong to no story yet, the earliest first."""
    return queries.rows(cur, "ungrouped_articles", most=most)


def stories_of_texts(cur: Cursor, roots: Iterable[int]) -> dict[str, str]:
    """The story of texts already grouped, by the number of the text they are copies of."""
    found = queries.rows(cur, "stories_of_texts", roots=sorted(set(roots)))
    return {str(row["root_text_id"]): row["story_id"] for row in found}


def corpus(cur: Cursor, terms: Iterable[str]) -> CorpusStatistics:
    """How common these terms have been."""
    found = queries.rows(cur, "term_counts", terms=[*sorted(set(terms)), _ALL_TEXTS])
    counts = {row["term"]: row["texts"] for row in found}
    return CorpusStatistics(documents=counts.pop(_ALL_TEXTS, 0), frequencies=counts)


def count_terms(cur: Cursor, bags: Iterable[Iterable[str]]) -> None:
    """Count independent texts into the corpus, each by its distinct terms."""
    counts: dict[str, int] = {}
    for bag in bags:
        counts[_ALL_TEXTS] = counts.get(_ALL_TEXTS, 0) + 1
        for term in set(bag):
            counts[term] = counts.get(term, 0) + 1
    queries.many(cur, "add_term_counts", sorted(counts.items()))


def candidates(
    cur: Cursor, terms: Iterable[str], *, since: datetime, until: datetime
) -> list[KnownStory]:
    """Stories of a time that share a term with the articles to group."""
    found = queries.rows(
        cur, "candidate_stories", terms=sorted(set(terms)), since=since, until=until
    )
    return [_known(row) for row in found]


def by_id(cur: Cursor, story_ids: Iterable[str]) -> list[KnownStory]:
    """The profiles of stories."""
    wanted = sorted(set(story_ids))
    return [_known(row) for row in queries.rows(cur, "stories_by_id", story_ids=wanted)]


def _known(row: Row) -> KnownStory:
    return KnownStory(
        story_id=row["story_id"],
        size=row["size"],
        cohesion=row["cohesion"],
        terms=row["terms"] or {},
        first_published_at=row["first_published_at"],
        last_published_at=row["last_published_at"],
    )


def store_stories(
    cur: Cursor,
    stories: Sequence[KnownStory],
    leads: Mapping[str, tuple[int, str]],
    assignments: Iterable[tuple[StoryAssignment, Row]],
) -> None:
    """Write stories' profiles and their new articles.

    `leads` gives lead article and label by story (those of a story that is there stay);
    `assignments` come with the rows of `ungrouped` that they are of.
    """
    ordered = sorted(stories, key=lambda story: story.story_id)
    queries.many(cur, "upsert_stories", [
        (one.story_id, leads[one.story_id][1], leads[one.story_id][0], one.first_published_at,
         one.last_published_at, one.size, one.cohesion)
        for one in ordered
    ])  # fmt: skip
    queries.run(cur, "clear_story_terms", story_ids=[one.story_id for one in ordered])
    queries.many(cur, "insert_story_terms", [
        (one.story_id, term, weight)
        for one in ordered
        for term, weight in sorted(one.terms.items())
    ])  # fmt: skip
    queries.many(cur, "insert_story_articles", sorted(
        (row["article_id"], one.story_id, row["version_id"], one.reason, one.score)
        for one, row in assignments
    ))  # fmt: skip


def follow_versions(cur: Cursor) -> list[int]:
    """Let articles whose words changed stay in their stories; returns their numbers."""
    return [row["article_id"] for row in queries.rows(cur, "follow_versions")]
