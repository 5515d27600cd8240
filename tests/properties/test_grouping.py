"""Grouping does not depend on order, and grouping what is grouped changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from include.group_records import ArticleToGroup
from include.stories import (
    CorpusStatistics,
    IndependentText,
    TextToCompare,
    find_copies,
    fingerprint,
    group_documents,
    group_texts,
    name_stories,
    terms_of,
)
from include.stories.components import components
from include.stories.likeness import likenesses
from include.stories.tuned import TUNED as STORIES
from include.stories.vectors import vector_of
from tests.effort import effort

_WORDS = [
    "storm", "Harbour", "council", "Velden", "strike", "vote", "Orsk", "fire", "12", "40",
    "court", "Mayor", "Lind", "bridge", "flood", "school", "river", "Tarn", "bank", "goal",
    "match", "3", "police", "hospital", "Senator", "Okoye", "border", "ferry", "ash", "7",
    "wind", "price", "wheat", "dollar", "union", "train", "Ghent", "Osaka", "judge", "trial",
    "verdict", "appeal", "quake", "aid", "camp",
]  # fmt: skip
_T0 = datetime(2031, 5, 6, tzinfo=UTC)

_bodies = st.lists(st.sampled_from(_WORDS), max_size=80).map(" ".join)
_instants = st.none() | st.integers(0, 200).map(lambda hours: _T0 + timedelta(hours=hours))


@st.composite
def _articles(draw: st.DrawFn) -> list[ArticleToGroup]:
    bodies = draw(st.lists(_bodies, min_size=1, max_size=8))
    # Texts are drawn with repetition and cut, so that copies are the rule.
    picks = draw(st.lists(st.tuples(st.sampled_from(bodies), st.integers(0, 3)), max_size=12))
    return [
        ArticleToGroup(
            id=f"a{number}",
            text_id=f"t{number}",
            title="",
            body=body[len(body) * cut // 5 :],
            published_at=draw(_instants),
            publisher="",
        )
        for number, (body, cut) in enumerate(picks)
    ]


@given(_articles(), st.randoms(use_true_random=False))
@effort(80)
def test_order_does_not_matter(articles, rnd):  # type: ignore[no-untyped-def]
    shuffled = articles.copy()
    rnd.shuffle(shuffled)
    one = {each.id: each for each in group_documents(articles)}
    assert one == {each.id: each for each in group_documents(shuffled)}


@given(_articles())
@effort(80)
def test_copies_are_stars_around_the_earliest(articles):  # type: ignore[no-untyped-def]
    texts = {
        each.id: TextToCompare(id=each.id, body=each.body, published_at=each.published_at)
        for each in articles
    }
    for id, verdict in find_copies(list(texts.values())).items():
        assert verdict.text_id == id
        assert 0 <= verdict.score <= 1
        if verdict.copy_of is not None:
            assert texts[verdict.copy_of].order < texts[id].order
            assert find_copies([texts[verdict.copy_of]])[verdict.copy_of].copy_of is None
    stars = find_copies(list(texts.values()))
    assert all(stars[one.copy_of].copy_of is None for one in stars.values() if one.copy_of)


@given(_articles())
@effort(80)
def test_one_place_an_article_and_copies_with_their_original(articles):  # type: ignore[no-untyped-def]
    found = group_documents(articles)
    assert [one.id for one in found] == [each.id for each in articles]
    stories = {one.id: one.story_id for one in found}
    for one in found:
        assert 0 <= one.score <= 1
        assert one.reason in {"first_of_story", "same_event", "copy"}
        assert (one.reason == "copy") == (one.copy_of is not None)
        if one.copy_of is not None:
            assert one.story_id == stories[one.copy_of]
    firsts = [one.story_id for one in found if one.reason == "first_of_story"]
    assert sorted(firsts) == sorted(set(stories.values()))


def _texts(articles: list[ArticleToGroup]) -> list[IndependentText]:
    return [
        IndependentText(
            id=each.id, terms=terms_of(each), published_at=each.published_at, opens=each.id
        )
        for each in articles
    ]


@given(_articles())
@effort(50)
def test_grouping_again_changes_nothing(articles):  # type: ignore[no-untyped-def]
    texts = _texts(articles)
    corpus = CorpusStatistics().adding(text.terms for text in texts)
    found = group_texts(texts, corpus)
    names = name_stories(found).ids
    placed = [
        replace(text, story_id=name)
        for name, story in zip(names, found, strict=True)
        for text in story.texts
    ]
    again = name_stories(group_texts(placed, corpus))
    assert again.ids == names
    assert again.changes == []


@given(_articles())
@effort(50)
def test_a_component_alone_is_grouped_as_among_all(articles):  # type: ignore[no-untyped-def]
    texts = sorted(_texts(articles), key=lambda text: text.order)
    corpus = CorpusStatistics(documents=40).adding(text.terms for text in texts)
    whole = {tuple(text.id for text in story.texts) for story in group_texts(texts, corpus)}
    links = likenesses(
        [vector_of(text.terms, corpus) for text in texts],
        [text.published_at for text in texts],
        [text.publisher for text in texts],
    )
    for some in components(links, least=STORIES.threshold):
        alone = group_texts([texts[number] for number in some], corpus)
        assert {tuple(text.id for text in story.texts) for story in alone} <= whole


@given(st.text(max_size=300))
def test_a_fingerprint_forgets_only_form(body):  # type: ignore[no-untyped-def]
    one = fingerprint("a", body)
    assert one == fingerprint("a", f"  {body}\n…")
    assert replace(one, text_id="b") == fingerprint("b", body)
