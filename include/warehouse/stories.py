"""Stories, the texts and articles in them, and what links texts: all that grouping stores."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from psycopg2.extensions import cursor as Cursor
from psycopg2.extras import Json

from include.stories import CorpusStatistics, FoundStory, IndependentText, StoryChange
from include.warehouse import queries
from include.warehouse.locks import Lock, hold
from include.warehouse.queries import Row

_ALL_TEXTS = ""


def lock_reading(cur: Cursor) -> None:
    """Keep others from placing texts while this transaction reads some."""
    hold(cur, Lock.STORIES, shared=True)


def lock_stories(cur: Cursor) -> None:
    """Wait until no other transaction reads or places texts, so that all read are counted."""
    hold(cur, Lock.STORIES)


def unread(cur: Cursor, *, rules: str, run_id: str, most: int) -> list[Row]:
    """Texts to read by these rules: text_id, and subject, mark, tries of what it counts as."""
    return queries.rows(cur, "unread_texts", rules=rules, run_id=run_id, most=most)


def take_unread(cur: Cursor, text_ids: Sequence[int]) -> list[Row]:
    """Those of some texts that wait to be read still, locked: text_id and root_text_id."""
    return queries.rows(cur, "lock_unread_texts", text_ids=sorted(text_ids))


def any_unread(cur: Cursor, *, rules: str, run_id: str) -> bool:
    """Whether a text waits to be read, beside those that this run leaves alone."""
    return queries.one(cur, "any_unread_text", rules=rules, run_id=run_id) is not None


def contents(cur: Cursor, text_ids: Sequence[int]) -> dict[int, Row]:
    """Bodies, names, places and figures of texts."""
    found = queries.rows(cur, "texts_to_read", text_ids=list(text_ids))
    return {row["text_id"]: row for row in found}


def earliest(cur: Cursor, text_ids: Iterable[int]) -> dict[int, Row]:
    """The earliest article of independent texts; none for a text that no article carries."""
    found = queries.rows(cur, "earliest_articles", text_ids=sorted(set(text_ids)))
    return {row["text_id"]: row for row in found}


def store_read(
    cur: Cursor, texts: Sequence[tuple[Row, Mapping[str, float], Sequence[str]]], *, rules: str
) -> None:
    """Write texts that were read (the row of `earliest`, terms, names), to be placed.

    `rules` is the digest of the rules by which they were read.
    """
    rows = sorted(
        (
            (row["text_id"], row["published_at"], row["article_id"], terms, list(names))
            for row, terms, names in texts
        ),
        key=lambda row: row[0],
    )
    before = queries.rows(cur, "terms_of_texts", text_ids=[row[0] for row in rows])
    queries.many(
        cur,
        "upsert_grouped_texts",
        [(*row[:3], Json(row[3]), row[4], rules) for row in rows],
        template="(%s::bigint, %s::timestamptz, %s::bigint, %s::jsonb, %s::text[], %s::text)",
    )
    _count(cur, [row[3] for row in rows], [row["terms"] for row in before])


def forget(cur: Cursor, text_ids: Iterable[int]) -> None:
    """Take texts out that are independent no more or that no article carries."""
    gone = queries.rows(cur, "forget_texts", text_ids=sorted(set(text_ids)))
    _count(cur, [], [row["terms"] for row in gone])


def mark_read(cur: Cursor, text_ids: Sequence[int]) -> None:
    """Texts are read, and their articles are to be grouped."""
    queries.run(cur, "mark_texts_read", text_ids=list(text_ids))


def _count(cur: Cursor, more: Iterable[Iterable[str]], fewer: Iterable[Iterable[str]]) -> None:
    counts: dict[str, int] = {}
    for bags, step in ((more, 1), (fewer, -1)):
        for bag in bags:
            for term in {*bag, _ALL_TEXTS}:
                counts[term] = counts.get(term, 0) + step
    changed = sorted((term, count) for term, count in counts.items() if count)
    queries.many(cur, "add_term_counts", changed)


def corpus(cur: Cursor, bags: Iterable[Iterable[str]]) -> CorpusStatistics:
    """How many texts are known, and in how many the terms of these stand."""
    terms = sorted({term for bag in bags for term in bag})
    found = queries.rows(cur, "term_counts", terms=[*terms, _ALL_TEXTS])
    counts = {row["term"]: row["texts"] for row in found}
    return CorpusStatistics(documents=counts.pop(_ALL_TEXTS, 0), frequencies=counts)


def mark_outgrown(cur: Cursor) -> int:
    """Recent texts placed when few were known are to be placed again; returns how many."""
    return queries.run(cur, "mark_outgrown_texts")


def due_texts(
    cur: Cursor, *, rules: str, most: int, only: Sequence[int] | None = None
) -> list[Row]:
    """Texts that wait to be placed, of all or of some, the earliest first: text_id, subject,
    mark, tries."""
    some = None if only is None else [*only]
    return queries.rows(cur, "due_texts", rules=rules, most=most, only=some)


def leave_unplaced(cur: Cursor, text_id: int) -> None:
    """Leave a text that cannot be placed where it is; one in no story is to be read again."""
    if not queries.run(cur, "leave_placed", text_id=text_id):
        forget(cur, [text_id])
        queries.run(cur, "mark_unread", text_id=text_id)


def texts_to_place(cur: Cursor, text_ids: Iterable[int]) -> list[IndependentText]:
    """Texts as grouping sees them."""
    found = queries.rows(cur, "texts_to_place", text_ids=sorted(set(text_ids)))
    return [
        IndependentText(
            id=str(row["text_id"]),
            terms=row["terms"],
            published_at=row["published_at"],
            opens=row["canonical_url"],
            publisher=row["publisher"],
            names=tuple(row["names"]),
            story_id=row["story_id"],
        )
        for row in found
    ]


def store_search_terms(cur: Cursor, texts: Mapping[int, tuple[datetime, Sequence[str]]]) -> None:
    """Let texts be found by these terms, and no others."""
    queries.run(cur, "clear_text_terms", text_ids=sorted(texts))
    queries.many(
        cur,
        "insert_text_terms",
        sorted((term, at, text_id) for text_id, (at, terms) in texts.items() for term in terms),
    )


def link_candidates(
    cur: Cursor, text_ids: Sequence[int], *, gap: timedelta
) -> list[tuple[int, int]]:
    """Pairs (one of these texts, another of the same days) that may be alike."""
    found = queries.rows(cur, "link_candidates", text_ids=list(text_ids), gap=gap)
    return [(row["text_id"], row["other_id"]) for row in found]


def store_links(
    cur: Cursor, text_ids: Sequence[int], links: Mapping[tuple[int, int], float]
) -> None:
    """Write the links of these texts, given once a pair, in place of those they had."""
    queries.run(cur, "clear_text_links", text_ids=list(text_ids))
    both = {
        (one, other): value for pair, value in links.items() for one, other in (pair, pair[::-1])
    }
    queries.many(cur, "insert_text_links", sorted((*pair, value) for pair, value in both.items()))


def linked(cur: Cursor, text_ids: Sequence[int], *, most: int) -> list[int]:
    """These texts, what links lead to (about `most` in all), and all texts of their stories."""
    found = queries.rows(cur, "linked_texts", text_ids=list(text_ids), most=most)
    return [row["text_id"] for row in found]


def living(cur: Cursor, story_ids: Iterable[str]) -> set[str]:
    """Those of these stories that have texts."""
    found = queries.rows(cur, "living_stories", story_ids=sorted(set(story_ids)))
    return {row["story_id"] for row in found}


def store_stories(
    cur: Cursor,
    stories: Sequence[tuple[str, FoundStory]],
    changes: Sequence[StoryChange],
    leads: Mapping[int, tuple[int, str]],
    *,
    linked: Collection[int],
    run_id: str,
) -> None:
    """Write stories by name, their texts, and what changed; articles go with their texts.

    `leads` gives by text the article that carries it first, and its label; `linked` are the
    texts whose links have just been made.
    """
    rows: list[tuple[Any, ...]] = []
    placed: list[tuple[Any, ...]] = []
    for name, story in sorted(stories, key=lambda pair: pair[0]):
        article_id, label = leads[int(story.lead.id)]
        instants = [text.published_at for text in story.texts]
        rows.append(
            (
                name,
                label,
                article_id,
                list(story.names),
                instants[0],
                instants[-1],
                len(story.texts),
                story.cohesion,
            )
        )
        for number, (text, score) in enumerate(zip(story.texts, story.scores, strict=True)):
            text_id = int(text.id)
            score = score if number else 1.0
            placed.append((text_id, name, number == 0, score, text_id in linked))
    queries.many(cur, "upsert_stories", rows)
    placed.sort()
    queries.many(cur, "place_texts", placed, template="(%s::bigint, %s::text, %s, %s::real, %s)")
    into: dict[str, tuple[int, str]] = {}
    for change in changes:
        if change.kind == "merged":
            best = into.get(change.from_story_id, (0, ""))
            into[change.from_story_id] = max(best, (change.texts, change.to_story_id))
    retired = sorted((name, target) for name, (_, target) in into.items())
    queries.many(cur, "retire_stories", retired)
    queries.many(
        cur,
        "insert_story_events",
        [
            (one.kind, one.from_story_id, one.to_story_id, one.texts, one.score, run_id)
            for one in changes
        ],
    )
    queries.run(cur, "move_articles", text_ids=[row[0] for row in placed])
    time_stories(cur, {name for name, _ in stories})


def time_stories(cur: Cursor, story_ids: Iterable[str]) -> None:
    """Let stories last from their first article to their last."""
    queries.run(cur, "time_stories", story_ids=sorted(set(story_ids)))


def due_articles(
    cur: Cursor, *, rules: str, run_id: str, most: int, only: Sequence[int] | None = None
) -> list[Row]:
    """Articles to be grouped: for the first time, or because their text is another one."""
    some = None if only is None else [*only]
    return queries.rows(cur, "due_articles", rules=rules, run_id=run_id, most=most, only=some)


def refresh_first_articles(cur: Cursor, found: Iterable[Row]) -> None:
    """Write the rows of `earliest`; a text of another time than was known becomes due."""
    rows = sorted((row["text_id"], row["published_at"], row["article_id"]) for row in found)
    template = "(%s::bigint, %s::timestamptz, %s::bigint)"
    queries.many(cur, "refresh_first_articles", rows, template=template)


def mark_missing(cur: Cursor, text_ids: Iterable[int]) -> None:
    """Those of these texts that are not there, but are carried again, are to be read."""
    queries.run(cur, "mark_missing_texts", text_ids=sorted(set(text_ids)))


def settle_articles(cur: Cursor, article_ids: Iterable[int]) -> list[Row]:
    """Put articles into the stories of their texts; those whose text waits are left."""
    return queries.rows(cur, "settle_articles", article_ids=sorted(set(article_ids)))


def earlier_stories(
    cur: Cursor, terms: Sequence[str], *, before: datetime, but: Iterable[str]
) -> list[Row]:
    """Stories of the month before that share most of these terms: story_id, cohesion."""
    return queries.rows(
        cur, "earlier_stories", terms=list(terms), before=before, but=sorted(set(but))
    )


def texts_of_stories(cur: Cursor, story_ids: Iterable[str]) -> list[Row]:
    """The latest texts of stories: story_id, published_at, terms."""
    return queries.rows(cur, "texts_of_stories", story_ids=sorted(set(story_ids)))


def link_episodes(cur: Cursor, found: Iterable[tuple[str, str | None, float | None]]) -> None:
    """Write which story each continues."""
    template = "(%s::text, %s::text, %s::real)"
    queries.many(cur, "link_episodes", sorted(found, key=lambda row: row[0]), template=template)


def mark_for_regrouping(cur: Cursor, *, since: datetime, until: datetime) -> int:
    """Texts published in a span are to be read and placed again; returns how many."""
    return queries.run(cur, "mark_for_regrouping", since=since, until=until)
