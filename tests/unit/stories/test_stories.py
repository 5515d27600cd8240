from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from include.group_records import ArticleToGroup
from include.stories import (
    CorpusStatistics,
    GroupedDocument,
    IndependentText,
    continued_by,
    episode_of,
    group_documents,
    group_texts,
    label_of,
    name_stories,
    story_id_of,
    terms_of,
)
from include.stories.components import cluster_texts
from include.stories.vectors import vector_of
from tests.unit.stories.made_texts import edit
from tests.unit.stories.newsroom_sample import FRENCH_QUAKE, article, newsroom


def parts(documents: Sequence[GroupedDocument]) -> set[frozenset[str]]:
    """The stories as sets of article ids."""
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for one in documents:
        stories[one.story_id].add(one.id)
    return {frozenset(ids) for ids in stories.values()}


def texts_of(articles: Sequence[ArticleToGroup]) -> list[IndependentText]:
    return [
        IndependentText(
            id=each.id, terms=terms_of(each), published_at=each.published_at, opens=each.id
        )
        for each in articles
    ]


def counting(texts: Sequence[IndependentText]) -> CorpusStatistics:
    return CorpusStatistics().adding(text.terms for text in texts)


def gold(stories: dict[str, str]) -> set[frozenset[str]]:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for id, story in stories.items():
        groups[story].add(id)
    return {frozenset(ids) for ids in groups.values()}


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("threshold", [0.15, 0.17, 0.2, 0.23])
def test_the_newsroom_is_grouped_by_event(dated: bool, threshold: float) -> None:
    articles, stories = newsroom(dated=dated)
    assert parts(group_documents(articles, story_threshold=threshold)) == gold(stories)


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize(("one", "other"), [(0, 3), (5, 7)], ids=["earthquakes", "trials"])
def test_two_reports_in_one_frame_on_two_events_stay_apart(
    dated: bool, one: int, other: int
) -> None:
    articles, _ = newsroom(dated=dated)
    assert len(parts(group_documents([articles[one], articles[other]]))) == 2


@pytest.mark.parametrize("dated", [True, False])
def test_another_language_joins_by_names_and_figures(dated: bool) -> None:
    articles, stories = newsroom(dated=dated)
    french = article(90, FRENCH_QUAKE, dated=dated)
    stories[french.id] = FRENCH_QUAKE[0]
    assert parts(group_documents([*articles, french])) == gold(stories)


def test_two_articles_alone_can_be_one_story() -> None:
    articles, _ = newsroom()
    assert len(parts(group_documents(articles[5:7]))) == 1


def test_reasons_scores_and_names() -> None:
    articles, _ = newsroom()
    found = {one.id: one for one in group_documents(articles)}
    first, second = found[articles[0].id], found[articles[1].id]
    assert (first.reason, first.score) == ("first_of_story", 1.0)
    assert first.story_id == second.story_id == story_id_of(articles[0].id)
    assert second.reason == "same_event"
    assert all(0 <= one.score <= 1 for one in found.values())
    assert Counter(one.reason for one in found.values())["first_of_story"] == 8


@pytest.mark.parametrize("size", [1, 2, 4])
@pytest.mark.parametrize("seed", range(4))
def test_stories_grow_batch_by_batch_in_any_order(size: int, seed: int) -> None:
    articles, stories = newsroom()
    texts = texts_of(articles)
    Random(seed).shuffle(texts)
    known: list[IndependentText] = []
    for at in range(0, len(texts), size):
        known += texts[at : at + size]
        found = group_texts(known, counting(known))
        naming = name_stories(found)
        known = [
            replace(text, story_id=name)
            for name, story in zip(naming.ids, found, strict=True)
            for text in story.texts
        ]
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for text in known:
        assert text.story_id
        groups[text.story_id].add(text.id)
    assert {frozenset(ids) for ids in groups.values()} == gold(stories)


def test_a_silent_story_takes_no_more() -> None:
    articles, _ = newsroom()
    early, late = articles[5], articles[6]
    assert late.published_at is not None
    for days, joins in [(2, True), (30, False)]:
        then = replace(late, published_at=late.published_at + timedelta(days=days))
        found = parts(group_documents([early, then], gap=timedelta(days=4)))
        assert (len(found) == 1) is joins


def test_a_story_told_for_weeks_is_a_chain() -> None:
    articles, _ = newsroom()
    early = articles[5]
    assert early.published_at is not None
    later = early.published_at + timedelta(days=12)
    corpus = counting(texts_of(articles))
    episodes = [
        episode_of(name, [(dict(terms_of(each)), at)], corpus, cohesion=0.0)
        for name, each, at in [
            ("first", early, early.published_at),
            ("trial in another city", articles[7], early.published_at),
            ("second", articles[6], later),
            ("next year", articles[6], later + timedelta(days=300)),
        ]
    ]
    first, other, second, last = episodes
    assert (continued_by(second, [first, other]) or ("", 0))[0] == "first"
    assert continued_by(first, [second, other]) is None
    assert continued_by(last, [first, second, other]) is None
    again = replace(second, story_id="third", last=second.last + timedelta(days=5))
    third = replace(again, first=second.first + timedelta(days=5))
    assert (continued_by(third, [first, second]) or ("", 0))[0] == "second"


def named(found: list[tuple[str, ...]], before: dict[str, str]) -> list[IndependentText]:
    at = datetime(2031, 5, 6, tzinfo=UTC)
    return [
        IndependentText(
            id=id, terms={f"word{number}": 9, f"@name{number}": 9, f"place{number}": 9},
            published_at=at + timedelta(minutes=int(id)), opens=id, story_id=before.get(id),
        )
        for number, ids in enumerate(found)
        for id in ids
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("groups", "before", "names", "kinds"),
    [
        ([("1", "2"), ("3",)], {"1": "A", "2": "A", "3": "B"}, ["A", "B"], []),
        ([("1", "2", "3")], {"1": "A", "2": "B", "3": "B"}, ["B"], [("merged", "A", "B", 1)]),
        ([("1", "2")], {"1": "A", "2": "B"}, ["A"], [("merged", "B", "A", 1)]),
        (
            [("1",), ("2", "3")],
            {"1": "A", "2": "A", "3": "A"},
            [story_id_of("1"), "A"],
            [("split", "A", story_id_of("1"), 1)],
        ),
        (
            [("1", "2", "3"), ("4",)],
            {"1": "A", "2": "A", "3": "B", "4": "B"},
            ["A", "B"],
            [("moved", "B", "A", 1)],
        ),
        ([("1", "2")], {}, [story_id_of("1")], []),
    ],
    ids=["nothing", "merged", "merged, equals", "split", "moved", "new"],
)
def test_names_stay_and_changes_are_told(
    groups: list[tuple[str, ...]],
    before: dict[str, str],
    names: list[str],
    kinds: list[tuple[str, str, str, int]],
) -> None:
    texts = named(groups, before)
    found = group_texts(texts, CorpusStatistics(documents=1000))
    assert [tuple(text.id for text in story.texts) for story in found] == groups
    naming = name_stories(found)
    assert naming.ids == names
    assert [
        (one.kind, one.from_story_id, one.to_story_id, one.texts) for one in naming.changes
    ] == kinds
    assert all(0 <= one.score <= 1 for one in naming.changes)


def test_a_name_in_use_elsewhere_is_not_given_again() -> None:
    found = group_texts(named([("1",)], {}), CorpusStatistics(documents=1000))
    (name,) = name_stories(found, taken={story_id_of("1")}).ids
    assert name not in {"", story_id_of("1")}
    assert name_stories(found, taken={story_id_of("1")}).ids == [name]


def test_a_crowd_is_cut_where_days_part() -> None:
    texts = named([tuple(str(number) for number in range(1, 13))], {})
    vectors = [vector_of(text.terms, CorpusStatistics(documents=1000)) for text in texts]
    start = datetime(2031, 5, 6, tzinfo=UTC)
    instants = [start + timedelta(hours=n + (20 if n >= 7 else 0)) for n in range(12)]
    parts = cluster_texts(vectors, instants, [""] * 12, threshold=0.2, most=8)
    assert [len(part.members) for part in parts] == [7, 5]
    assert len(cluster_texts(vectors, instants, [""] * 12, threshold=0.2)) == 1


def test_copies_follow_their_original() -> None:
    articles, _ = newsroom()
    original = articles[0]
    assert original.published_at
    copy = replace(
        original, id="copy", body="(Newswire) " + original.body,
        published_at=original.published_at + timedelta(days=20),
    )  # fmt: skip
    found = {one.id: one for one in group_documents([copy, *articles])}
    assert (found["copy"].story_id, found["copy"].reason) == (found[original.id].story_id, "copy")


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
    assert len(parts(group_documents([bare("a", one, ()), bare("b", two, ())]))) == 2
    assert len(parts(group_documents([bare("a", one, names), bare("b", two, names)]))) == 1


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
    assert group_texts([], CorpusStatistics()) == []


def test_the_lead_is_central_and_early() -> None:
    articles, _ = newsroom()
    members = texts_of(articles[:3])
    own = {f"recipe{number}": 1.0 for number in range(12)}
    stray = IndependentText(
        id="stray",
        terms={"earthquake": 2.0, "@malatya": 1.0, "@turkey": 1.0, **own},
        published_at=datetime(2031, 5, 5, 20, tzinfo=UTC),
        opens="stray",
    )
    corpus = counting(texts_of(articles))
    (story,) = group_texts([*members, stray], corpus, threshold=0.01)
    assert story.texts[0].id == "stray"
    assert story.lead.id in {text.id for text in members}


def test_a_story_has_the_names_that_most_of_its_texts_share() -> None:
    articles, _ = newsroom()
    shared = [("Malatya", "Pütürge"), ("Malatya",), ("Ankara", "Malatya", "Pütürge")]
    texts = [
        replace(text, names=names)
        for text, names in zip(texts_of(articles[:3]), shared, strict=True)
    ]
    (story,) = group_texts(texts, counting(texts_of(articles)))
    assert story.names == ("Malatya", "Pütürge")


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
    made = label_of(title, body)
    assert made == label
    assert len(made) <= 140


def test_two_reports_of_one_town_paper_need_more_in_common() -> None:
    def local(id: str, publisher: str, own: str) -> IndependentText:
        words = {f"{own}{number}": 1.0 for number in range(20)}
        town = {f"@town{number}": 1.0 for number in range(5)}
        return IndependentText(
            id=id, terms={**words, **town}, published_at=None, opens=id, publisher=publisher
        )

    corpus = CorpusStatistics(documents=1000)
    for publishers, stories in [
        (("a.test", "b.test"), 1),
        (("a.test", "a.test"), 2),
        (("", ""), 1),
    ]:
        texts = [local("1", publishers[0], "fire"), local("2", publishers[1], "game")]
        assert len(group_texts(texts, corpus, threshold=0.35)) == stories
