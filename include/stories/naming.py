"""Names of stories: kept while a story lasts, with a record of what merged, split or moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from include.stories.group import FoundStory


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """Texts that are in another story than before.

    `kind`: `merged` if nothing is left of the story they were in, `split` if they make a
    new one, else `moved`. `texts` says how many, `score` how alike they are on average to
    the rest of the story they are in now.
    """

    kind: str
    from_story_id: str
    to_story_id: str
    texts: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The name of each story, in the order given, and what changed."""

    ids: list[str]
    changes: list[StoryChange]


def story_id_of(opens: str) -> str:
    """The name of a story that begins with this article."""
    return "s" + sha256(opens.encode("utf-8", "replace")).hexdigest()[:16]


def name_stories(stories: Sequence[FoundStory], *, taken: Collection[str] = ()) -> Naming:
    """The names of `stories`, given where their texts were before.

    A name goes where most texts of the story went that had it; between equals to the
    story that begins earliest, and the older name first. Others are named after their
    first article, with a number where that name is among `taken` or in use.
    """
    overlaps = [
        Counter(text.story_id for text in story.texts if text.story_id) for story in stories
    ]
    begun: dict[str, tuple[bool, float, str, str]] = {}
    for story in stories:
        for text in story.texts:
            if text.story_id:
                begun[text.story_id] = min(begun.get(text.story_id, text.order), text.order)
    claims = sorted(
        (-size, begun[name], name, stories[number].texts[0].order, number)
        for number, names in enumerate(overlaps)
        for name, size in names.items()
    )
    given: dict[int, str] = {}
    used: set[str] = set()
    for _, _, name, _, number in claims:
        if number not in given and name not in used:
            given[number] = name
            used.add(name)
    kept = set(given.values())
    closed = {*taken, *begun}
    for number, story in enumerate(stories):
        if number not in given:
            given[number] = _new_name(story.texts[0].opens, closed)
            closed.add(given[number])
    ids = [given[number] for number in range(len(stories))]
    return Naming(ids=ids, changes=_changes(stories, ids, kept))


def _new_name(opens: str, closed: Collection[str]) -> str:
    names = (story_id_of(f"{opens}#{number}" if number > 1 else opens) for number in count(1))
    return next(name for name in names if name not in closed)


def _changes(
    stories: Sequence[FoundStory], ids: Sequence[str], kept: Collection[str]
) -> list[StoryChange]:
    changes = []
    for story, name in zip(stories, ids, strict=True):
        scores: dict[str, list[float]] = {}
        for text, score in zip(story.texts, story.scores, strict=True):
            if text.story_id and text.story_id != name:
                scores.setdefault(text.story_id, []).append(score)
        for before, moved in sorted(scores.items()):
            kind = "merged" if before not in kept else "moved" if name in kept else "split"
            changes.append(
                StoryChange(
                    kind=kind,
                    from_story_id=before,
                    to_story_id=name,
                    texts=len(moved),
                    score=sum(moved) / len(moved),
                )
            )
    return changes
