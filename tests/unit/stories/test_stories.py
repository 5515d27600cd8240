from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from include.records import ArticleToGroup, CopyVerdict, StoryAssignment
from include.stories import (
    CorpusStatistics,
    KnownStory,
    assign,
    choose_lead,
    group_articles,
    group_documents,
    label_of,
    search_terms,
    story_id_of,
    terms_of,
    vector_of,
)
from tests.unit.stories.made_texts import edit
from tests.unit.stories.newsroom_sample import FRENCH_QUAKE, article, newsroom


def parts(assignments: Sequence[StoryAssignment]) -> set[frozenset[str]]:
    """The stories as sets of article ids."""
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for one in assignments:
        stories[one.story_id].add(one.article_id)
    return {frozenset(ids) for ids in stories.values()}


def gold(stories: dict[str, str]) -> set[frozenset[str]]:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for id, story in stories.items():
        groups[story].add(id)
    return {frozenset(ids) for ids in groups.values()}


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("threshold", [0.17, 0.2, 0.23])
def test_the_newsroom_is_grouped_by_event(dated: bool, threshold: float) -> None:
    articles, stories = newsroom(dated=dated)
    assert parts(assign(articles, (), threshold=threshold).assignments) == gold(stories)


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize(("one", "other"), [(0, 3), (5, 7)], ids=["earthquakes", "trials"])
def test_two_reports_in_one_frame_on_two_events_stay_apart(
    dated: bool, one: int, other: int
) -> None:
    articles, _ = newsroom(dated=dated)
    assert len(parts(group_articles([articles[one], articles[other]]))) == 2


@pytest.mark.parametrize("dated", [True, False])
def test_another_language_joins_by_names_and_figures(dated: bool) -> None:
    articles, stories = newsroom(dated=dated)
    french = article(90, FRENCH_QUAKE, dated=dated)
    stories[french.id] = FRENCH_QUAKE[0]
    assert parts(group_articles([*articles, french])) == gold(stories)


def test_two_articles_alone_can_be_one_story() -> None:
    articles, _ = newsroom()
    assert len(parts(group_articles(articles[5:7]))) == 1


def test_reasons_scores_and_names() -> None:
    articles, _ = newsroom()
    found = {one.article_id: one for one in group_articles(articles)}
    first, second = found[articles[0].id], found[articles[1].id]
    assert (first.reason, first.score) == ("first_of_story", 1.0)
    assert first.story_id == second.story_id == story_id_of(articles[0].id)
    assert second.reason == "same_event"
    assert all(0 <= one.score <= 1 for one in found.values())
    assert Counter(one.reason for one in found.values())["first_of_story"] == 8


@pytest.mark.parametrize("size", [1, 2, 4])
def test_stories_grow_batch_by_batch(size: int) -> None:
    articles, stories = newsroom()
    articles.sort(key=lambda each: (each.published_at, each.id))
    known: dict[str, KnownStory] = {}
    documents, frequencies = 0, Counter[str]()
    found: list[StoryAssignment] = []
    for at in range(0, len(articles), size):
        batch = articles[at : at + size]
        bags = [terms_of(each) for each in batch]
        corpus = CorpusStatistics(documents=documents, frequencies=frequencies)
        counted = corpus.adding(bags)
        wanted = {term for bag in bags for term in search_terms(vector_of(bag, counted))}
        candidates = [story for story in known.values() if wanted & story.terms.keys()]
        result = assign(batch, candidates, corpus=corpus)
        found += result.assignments
        known |= {story.story_id: story for story in result.stories}
        documents += size
        for bag in bags:
            frequencies.update(bag.keys())
    assert parts(found) == gold(stories)
    sizes = Counter(one.story_id for one in found)
    assert {id: story.size for id, story in known.items()} == sizes
    assert all(len(story.terms) <= 60 for story in known.values())


def test_a_silent_story_takes_no_more() -> None:
    articles, _ = newsroom()
    early, late = articles[5], articles[6]
    assert late.published_at is not None
    known = assign([early], ()).stories
    for days, joins in [(2, True), (30, False)]:
        then = replace(late, published_at=late.published_at + timedelta(days=days))
        result = assign([then], known, gap=timedelta(days=4))
        assert (result.assignments[0].story_id == known[0].story_id) is joins


def test_known_stories_never_merge() -> None:
    articles, _ = newsroom()
    one, two = assign(articles[5:6], ()).stories, assign(articles[6:7], ()).stories
    again = replace(articles[5], id="later", text_id="later")
    result = assign([again], [*one, *two])
    assert [story.story_id for story in result.stories] == [one[0].story_id]


def test_copies_follow_their_original() -> None:
    articles, _ = newsroom()
    original, other = articles[0], articles[3]
    copy = replace(other, id="copy", text_id="t-copy")
    verdict = CopyVerdict(text_id="t-copy", copy_of=original.text_id, reason="copy", score=0.8)
    inside = assign([copy, original, other], (), copies={"t-copy": verdict}).assignments
    assert (inside[0].story_id, inside[0].reason) == (inside[1].story_id, "copy")
    assert inside[0].score == 0.8
    assert inside[2].story_id != inside[1].story_id
    later = assign(
        [copy], (), copies={"t-copy": verdict}, text_stories={original.text_id: "s1"}
    ).assignments
    assert [(one.story_id, one.reason) for one in later] == [("s1", "copy")]


def test_a_copy_moves_the_end_of_its_story_but_not_its_words() -> None:
    articles, _ = newsroom()
    original = articles[0]
    known = assign([original], ()).stories
    late = datetime(2031, 5, 9, tzinfo=UTC)
    copy = replace(original, id="copy", published_at=late)
    result = assign([copy], known, text_stories={original.text_id: known[0].story_id})
    assert result.stories == [replace(known[0], last_published_at=late)]


def test_given_entities_join_what_words_do_not() -> None:
    def bare(id: str, body: str, names: tuple[str, ...]) -> ArticleToGroup:
        return ArticleToGroup(
            id=id, text_id=id, title="", body=body, published_at=None, publisher="", entities=names
        )

    names = ("Ada Quill", "Port Merrow", "Lindqvist Marine")
    one = "crews fought the blaze at the docks through the night and one man was badly burned"
    two = (
        "un incendie a ravagé un entrepôt et un ouvrier souffre de brûlures, selon la capitainerie"
    )
    assert len(parts(group_articles([bare("a", one, ()), bare("b", two, ())]))) == 2
    assert len(parts(group_articles([bare("a", one, names), bare("b", two, names)]))) == 1


def test_documents_have_texts_copies_and_stories() -> None:
    articles, stories = newsroom()
    rnd = Random(3)
    first = articles[0]
    at = first.published_at
    assert at is not None
    exact = replace(
        first, id="z-exact", title="Another headline", body=first.body.replace(". ", " \n— ")
    )
    near = replace(first, id="z-near", body=edit(first.body, 0.05, rnd))
    later = [replace(each, published_at=at + timedelta(hours=20)) for each in (exact, near)]
    found = {one.id: one for one in group_documents([*later, *articles])}
    assert found["z-exact"].text_id == found[first.id].text_id != found["z-near"].text_id
    assert found["z-exact"].copy_of == found["z-near"].copy_of == first.id
    assert found["z-near"].reason == "copy"
    assert {one.story_id for one in found.values() if one.copy_of} == {found[first.id].story_id}
    assert not [id for id in stories if found[id].copy_of]


@pytest.mark.parametrize(
    "body",
    ["", "…", "the and of", "1 2 3", "!" * 30_000, "\ud800" * 40, "x" * 60_000, "国" * 5_000],
)
def test_broken_articles_get_stories_of_their_own(body: str) -> None:
    articles, stories = newsroom()
    broken = replace(articles[0], id="broken", text_id="broken", title="", body=body)
    found = group_documents([*articles, broken])
    assert {one.story_id for one in found if one.id == "broken"}.isdisjoint(
        one.story_id for one in found if one.id != "broken"
    )
    assert found[-1].reason == "first_of_story"
    assert stories


def test_nothing_is_grouped_to_nothing() -> None:
    assert group_documents([]) == []
    assert assign([], ()).assignments == []


def test_the_lead_is_central_and_names_the_story() -> None:
    articles, _ = newsroom()
    stray = replace(articles[14], id="stray", published_at=datetime(2031, 5, 1, tzinfo=UTC))
    members = [*articles[:3], stray]
    vectors = assign(members, ()).vectors
    lead = choose_lead(members, vectors)
    assert lead in articles[:3]
    assert label_of(lead) == lead.title
    assert choose_lead([stray], {}) is stray
    with pytest.raises(ValueError, match="at least one"):
        choose_lead([], {})


@pytest.mark.parametrize(
    ("title", "body", "label"),
    [
        ("  Two\n lines ", "x", "Two lines"),
        ("", "The first words of a text.", "The first words of a text."),
        ("", " ", "Untitled"),
        ("word " * 60, "", "word " * 26 + "word…"),
    ],
)
def test_labels_are_one_short_line(title: str, body: str, label: str) -> None:
    articles, _ = newsroom()
    made = label_of(replace(articles[0], title=title, body=body))
    assert made == label
    assert len(made) <= 140
