"""Copies and stories of a set of documents in memory, without a warehouse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from include.group_records import ArticleToGroup
from include.stories.copies import TextToCompare, find_copies
from include.stories.group import IndependentText, group_texts
from include.stories.likeness import GAP
from include.stories.naming import name_stories
from include.stories.terms import terms_of
from include.stories.tuned import TUNED as STORIES
from include.stories.tuned_copies import TUNED as COPIES
from include.stories.vectors import CorpusStatistics


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedDocument:
    """A document's place: exact copies share `text_id`; `copy_of` is a document's id."""

    id: str
    text_id: str
    copy_of: str | None
    story_id: str
    reason: str
    score: float


def group_documents(
    articles: Sequence[ArticleToGroup],
    *,
    copy_threshold: float = COPIES.threshold,
    story_threshold: float = STORIES.threshold,
    gap: timedelta = GAP,
) -> list[GroupedDocument]:
    """Copies and stories of `articles`, in the order given; ids must be distinct.

    The text ids given are not used: a text is known by its normal words. Texts without
    words are texts of their own.
    """
    texts = [
        TextToCompare(id=each.id, body=each.body, published_at=each.published_at)
        for each in articles
    ]
    verdicts = find_copies(texts, threshold=copy_threshold)
    independent = [
        IndependentText(
            id=each.id,
            terms=terms_of(each),
            published_at=each.published_at,
            opens=each.id,
            publisher=each.publisher,
        )
        for each in articles
        if verdicts[each.id].copy_of is None
    ]
    corpus = CorpusStatistics().adding(text.terms for text in independent)
    stories = group_texts(independent, corpus, gap=gap, threshold=story_threshold)
    places: dict[str, tuple[str, str, float]] = {}
    for story, name in zip(stories, name_stories(stories).ids, strict=True):
        for text, score in zip(story.texts, story.scores, strict=True):
            first = text is story.texts[0]
            places[text.id] = (
                (name, "first_of_story", 1.0) if first else (name, "same_event", score)
            )
    copies = defaultdict(list)
    for verdict in verdicts.values():
        if verdict.copy_of is not None:
            copies[verdict.copy_of].append(verdict)
    for original, of_it in copies.items():
        for verdict in of_it:
            places[verdict.text_id] = (places[original][0], "copy", verdict.score)
    return [
        GroupedDocument(
            id=text.id,
            text_id=_text_id(text),
            copy_of=verdicts[text.id].copy_of,
            story_id=places[text.id][0],
            reason=places[text.id][1],
            score=places[text.id][2],
        )
        for text in texts
    ]


def _text_id(text: TextToCompare) -> str:
    mark = text.fingerprint
    return f"t{mark.sha256[:16]}" if mark.words else f"t:{text.id}"
