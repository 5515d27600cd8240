"""Copies and stories of a set of documents in memory, without a warehouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from include.records import ArticleToGroup
from include.stories import copies as copying
from include.stories import group
from include.stories.copies import TextToCompare, find_copies
from include.stories.likeness import GAP


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
    copy_threshold: float = copying.THRESHOLD,
    story_threshold: float = group.THRESHOLD,
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
    text_ids = {text.id: _text_id(text) for text in texts}
    # From here a text goes by its document's id, so that copies point at documents.
    grouped = group.assign(
        [replace(article, text_id=article.id) for article in articles],
        (),
        copies=verdicts,
        gap=gap,
        threshold=story_threshold,
    )
    return [
        GroupedDocument(
            id=found.article_id,
            text_id=text_ids[found.article_id],
            copy_of=verdicts[found.article_id].copy_of,
            story_id=found.story_id,
            reason=found.reason,
            score=found.score,
        )
        for found in grouped.assignments
    ]


def _text_id(text: TextToCompare) -> str:
    mark = text.fingerprint
    return f"t{mark.sha256[:16]}" if mark.words else f"t:{text.id}"
