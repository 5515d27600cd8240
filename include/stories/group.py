"""Stories: articles on the same event, found anew or joined to the stories we know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from include.records import ArticleToGroup, CopyVerdict, StoryAssignment
from include.stories.clusters import Cluster, cluster
from include.stories.likeness import GAP, Item, likenesses
from include.stories.profiles import KnownStory, profile_with
from include.stories.terms import terms_of
from include.stories.vectors import CorpusStatistics, Vector, vector_of

THRESHOLD = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What grouping made of a batch.

    `assignments`: one an article, in the order given. `stories`: the profiles of all
    stories that gained an article and were given or are new. `vectors`: by article id,
    of the articles that stand for an independent text.
    """

    assignments: list[StoryAssignment]
    stories: list[KnownStory]
    vectors: Mapping[str, Vector]


def group_articles(articles: Sequence[ArticleToGroup]) -> list[StoryAssignment]:
    """The stories of `articles` alone, whatever order they come in."""
    return assign(articles, ()).assignments


def assign(
    articles: Sequence[ArticleToGroup],
    known: Sequence[KnownStory],
    *,
    corpus: CorpusStatistics | None = None,
    copies: Mapping[str, CopyVerdict] | None = None,
    text_stories: Mapping[str, str] | None = None,
    gap: timedelta = GAP,
    threshold: float = THRESHOLD,
) -> Grouping:
    """The story of each article that is not grouped yet.

    `known` are the stories that may take them: those not silent for longer than `gap`
    that share a search term with one. `corpus` counts the texts seen before, for the
    terms of these articles. `copies` gives by text id the verdict on it, and
    `text_stories` the story of texts already grouped: an article whose text, or whose
    text's original, is among them joins that story. Known stories never merge; the
    result does not depend on the order of `articles` or `known`.
    """
    verdicts = copies or {}
    by_root: defaultdict[str, list[ArticleToGroup]] = defaultdict(list)
    for article in sorted(articles, key=order):
        by_root[_root(article.text_id, verdicts)].append(article)

    found: dict[str, StoryAssignment] = {}
    stands_for: dict[str, ArticleToGroup] = {}
    joined: defaultdict[str, list[ArticleToGroup]] = defaultdict(list)
    for root, sharers in by_root.items():
        story_id = (text_stories or {}).get(root)
        if story_id is None:
            stands_for[root] = next((each for each in sharers if each.text_id == root), sharers[0])
            continue
        for article in sharers:
            found[article.id] = _as_copy(article, story_id, verdicts)
            joined[story_id].append(article)

    leads = sorted(stands_for.values(), key=order)
    roots = {article.id: root for root, article in stands_for.items()}
    bags = [terms_of(article) for article in leads]
    counted = (corpus or CorpusStatistics()).adding(bags)
    vectors = [vector_of(bag, counted) for bag in bags]
    stories = sorted(known, key=lambda story: story.story_id)
    independent: defaultdict[str, list[Vector]] = defaultdict(list)
    for story_id, members in _clusters(stories, leads, vectors, gap=gap, threshold=threshold):
        for number, reason, score in members:
            lead = leads[number]
            found[lead.id] = StoryAssignment(
                article_id=lead.id, story_id=story_id, reason=reason, score=score
            )
            independent[story_id].append(vectors[number])
            for article in by_root[roots[lead.id]]:
                joined[story_id].append(article)
                if article.id != lead.id:
                    found[article.id] = _as_copy(article, story_id, verdicts)

    remembered = {story.story_id: story for story in stories}
    profiles = [
        profile_with(
            story_id,
            independent[story_id],
            [article.published_at for article in members],
            known=remembered.get(story_id),
        )
        for story_id, members in sorted(joined.items())
        if story_id in remembered or story_id in independent
    ]
    return Grouping(
        assignments=[found[article.id] for article in articles],
        stories=profiles,
        vectors={lead.id: vector for lead, vector in zip(leads, vectors, strict=True)},
    )


def order(article: ArticleToGroup) -> tuple[bool, float, str]:
    """Earliest first, undated last, then by id."""
    at = article.published_at
    return at is None, at.timestamp() if at else 0.0, article.id


def story_id_of(article_id: str) -> str:
    """The name of the story that begins with this article."""
    return "s" + sha256(article_id.encode("utf-8", "replace")).hexdigest()[:16]


def _clusters(
    stories: Sequence[KnownStory],
    leads: Sequence[ArticleToGroup],
    vectors: Sequence[Vector],
    *,
    gap: timedelta,
    threshold: float,
) -> list[tuple[str, list[tuple[int, str, float]]]]:
    """For each story that gains texts its id and (number of the lead, reason, score)s."""
    items = [
        Item(
            vector=story.terms,
            first=story.first_published_at,
            last=story.last_published_at,
            is_story=True,
        )
        for story in stories
    ]
    items += [
        Item(vector=vector, first=lead.published_at, last=lead.published_at)
        for lead, vector in zip(leads, vectors, strict=True)
    ]
    likeness = likenesses(items, gap=gap)
    begin = [_cluster_of(number, story) for number, story in enumerate(stories)]
    begin += [Cluster(members=[number]) for number in range(len(stories), len(items))]
    sizes = [each.size for each in begin]

    result = []
    for group in cluster(begin, likeness, threshold=threshold):
        members = sorted(group.members)
        news = [number for number in members if number >= len(stories)]
        if not news:
            continue
        is_known = members[0] < len(stories)
        first = leads[news[0] - len(stories)]
        story_id = stories[members[0]].story_id if is_known else story_id_of(first.id)
        rows = []
        for number in news:
            opens = not is_known and number == news[0]
            total = sum(likeness[number].get(other, 0.0) * sizes[other] for other in members)
            score = 1.0 if opens else min(1.0, total / (group.size - 1))
            reason = "first_of_story" if opens else "same_event"
            rows.append((number - len(stories), reason, score))
        result.append((story_id, rows))
    return result


def _cluster_of(number: int, story: KnownStory) -> Cluster:
    pairs = story.size * (story.size - 1) / 2
    return Cluster(members=[number], size=story.size, within=story.cohesion * pairs, is_fixed=True)


def _root(text_id: str, verdicts: Mapping[str, CopyVerdict]) -> str:
    verdict = verdicts.get(text_id)
    return verdict.copy_of or text_id if verdict else text_id


def _as_copy(
    article: ArticleToGroup, story_id: str, verdicts: Mapping[str, CopyVerdict]
) -> StoryAssignment:
    verdict = verdicts.get(article.text_id)
    score = verdict.score if verdict and verdict.copy_of else 1.0
    return StoryAssignment(article_id=article.id, story_id=story_id, reason="copy", score=score)
