"""What a story is called: the headline of the article that stands for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from include.records import ArticleToGroup
from include.stories.group import order
from include.stories.vectors import Vector, dot, mean

NEARLY_CENTRAL = 0.9
MAX_LABEL = 140


def choose_lead(
    articles: Sequence[ArticleToGroup], vectors: Mapping[str, Vector]
) -> ArticleToGroup:
    """The article that stands for a story: the earliest of the most central ones.

    Central is what is like the rest: the inner product of its vector with the story's
    mean, at least 0.9 times the highest. `vectors` are by article id; articles without
    one (copies) are considered only where none has one.

    Raises:
        ValueError: there is no article.
    """
    if not articles:
        raise ValueError("a story has at least one article")
    independent = [each for each in sorted(articles, key=order) if vectors.get(each.id)]
    if not independent:
        return min(articles, key=order)
    centre = mean([(vectors[each.id], 1) for each in independent])
    central = [dot(vectors[each.id], centre) for each in independent]
    bound = NEARLY_CENTRAL * max(central)
    return next(each for each, value in zip(independent, central, strict=True) if value >= bound)


def label_of(lead: ArticleToGroup) -> str:
    """The lead's headline, or the start of its text; at most 140 characters, one line."""
    text = " ".join(lead.title.split()) or " ".join(lead.body[: 2 * MAX_LABEL].split())
    if len(text) <= MAX_LABEL:
        return text or "Untitled"
    return text[: MAX_LABEL - 1].rsplit(" ", 1)[0] + "…"
