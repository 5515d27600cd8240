"""Placing texts: link them, cluster what they hang on, keep names, tell what changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from psycopg2.extensions import cursor as Cursor

from include.stories import (
    CorpusStatistics,
    Episode,
    FoundStory,
    IndependentText,
    continued_by,
    episode_of,
    group_texts,
    label_of,
    likeness_of,
    name_stories,
    search_terms,
    story_id_of,
    vector_of,
)
from include.stories.tuned import TUNED as STORIES
from include.warehouse import stories

# Links are kept from a little under the threshold on: rarity drifts as texts come.
_LINK = 0.8 * STORIES.threshold
_MOST_LINKED = 6_000


def place(cur: Cursor, due: Sequence[int], *, gap: timedelta, run_id: str) -> None:
    """Place these texts: all that may be of one story with them is clustered again."""
    _link(cur, due, gap=gap)
    texts = stories.texts_to_place(cur, stories.linked(cur, due, most=_MOST_LINKED))
    corpus = stories.corpus(cur, (text.terms for text in texts))
    found = group_texts(texts, corpus, gap=gap)
    wishes = {story_id_of(text.opens) for text in texts}
    naming = name_stories(found, taken=stories.living(cur, wishes))
    named = list(zip(naming.ids, found, strict=True))
    leads = _leads(cur, found)
    abandoned = {int(story.lead.id) for story in found} - leads.keys()
    if abandoned:  # their articles have other words now, and wait to be grouped by those
        stories.forget(cur, abandoned)
        place(cur, sorted(set(due) - abandoned), gap=gap, run_id=run_id)
        return
    stories.store_stories(cur, named, naming.changes, leads, linked=set(due), run_id=run_id)
    changed = set(map(str, due)) | {text.id for text in texts if text.story_id is None}
    touched = [
        (name, story)
        for name, story in named
        if any(text.id in changed or text.story_id != name for text in story.texts)
    ]
    _chain(cur, touched, corpus)


def _link(cur: Cursor, due: Sequence[int], *, gap: timedelta) -> None:
    texts = {int(text.id): text for text in stories.texts_to_place(cur, due)}
    corpus = stories.corpus(cur, (text.terms for text in texts.values()))
    vectors = {number: vector_of(text.terms, corpus) for number, text in texts.items()}
    stories.store_search_terms(
        cur, {number: (_at(texts[number]), search_terms(vectors[number])) for number in texts}
    )
    pairs = stories.link_candidates(cur, due, gap=gap)
    others = stories.texts_to_place(cur, {other for _, other in pairs} - texts.keys())
    if others:
        corpus = stories.corpus(cur, (text.terms for text in [*texts.values(), *others]))
        texts |= {int(text.id): text for text in others}
        vectors |= {int(text.id): vector_of(text.terms, corpus) for text in others}
    links: dict[tuple[int, int], float] = {}
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        value = likeness_of(
            vectors[one],
            vectors[other],
            _at(texts[one]),
            _at(texts[other]),
            (texts[one].publisher, texts[other].publisher),
            gap=gap,
        )
        if value >= _LINK:
            links[one, other] = value
    stories.store_links(cur, due, links)


def _leads(cur: Cursor, found: Sequence[FoundStory]) -> dict[int, tuple[int, str]]:
    rows = stories.earliest(cur, (int(story.lead.id) for story in found))
    bare = [number for number, row in rows.items() if not row["title"].strip()]
    bodies = stories.contents(cur, bare) if bare else {}
    return {
        number: (
            row["article_id"],
            label_of(row["title"], bodies[number]["body"] if number in bodies else ""),
        )
        for number, row in rows.items()
    }


def _chain(
    cur: Cursor, touched: Sequence[tuple[str, FoundStory]], corpus: CorpusStatistics
) -> None:
    """Find what each of these stories continues."""
    near: dict[str, Mapping[str, float]] = {}
    for name, story in touched:
        rows = stories.earlier_stories(
            cur, search_terms(story.centre), before=_at(story.texts[0]), but=[name]
        )
        near[name] = {row["story_id"]: row["cohesion"] for row in rows}
    cohesion = {other: value for some in near.values() for other, value in some.items()}
    members: defaultdict[str, list[tuple[dict[str, float], datetime]]] = defaultdict(list)
    for row in stories.texts_of_stories(cur, cohesion):
        members[row["story_id"]].append((row["terms"], row["published_at"]))
    known = {terms for some in members.values() for bag, _ in some for terms in bag}
    counted = stories.corpus(cur, [known]) if known else corpus
    others = {
        name: episode_of(name, texts, counted, cohesion=cohesion[name])
        for name, texts in members.items()
    }
    stories.link_episodes(
        cur,
        [
            (
                name,
                *(
                    continued_by(_episode(name, story), (others[one] for one in near[name]))
                    or (None, None)
                ),
            )
            for name, story in touched
        ],
    )


def _episode(name: str, story: FoundStory) -> Episode:
    return Episode(
        story_id=name,
        centre=story.centre,
        size=len(story.texts),
        cohesion=story.cohesion,
        first=_at(story.texts[0]),
        last=_at(story.texts[-1]),
    )


def _at(text: IndependentText) -> datetime:
    if text.published_at is None:
        raise ValueError(f"text {text.id} has no time")  # the warehouse always knows one
    return text.published_at
