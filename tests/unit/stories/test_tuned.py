"""Every tuned number decides something: just enough is enough, one less is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from inspect import signature
from math import log
from typing import Any

import pytest

from include.group_records import ArticleToGroup
from include.stories import agency_of, changes_of, copies, label_of, terms_of
from include.stories.clusters import Cluster, may_merge
from include.stories.components import cluster_texts, telling
from include.stories.copies import TextToCompare, find_copies, judge_copy
from include.stories.episodes import Episode, continued_by
from include.stories.fillings import fills_differ
from include.stories.fingerprint import fingerprint
from include.stories.group import IndependentText, _central, _names, group_texts
from include.stories.likeness import agreement, distance, likenesses, nearness
from include.stories.tuned import TUNED as STORIES
from include.stories.tuned_copies import TUNED as COPIES
from include.stories.vectors import CorpusStatistics, search_terms, vector_of
from include.stories.words import sequences

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)
WORDS = [f"{a}{b}{c}" for a in "bcdfgklmnp" for b in "aeiou" for c in "bcdfgklmnprstvwxz"]
MANY = CorpusStatistics(documents=1000)


def text(words: Iterable[str], id: str = "a") -> TextToCompare:
    return TextToCompare(id=id, body=" ".join(words))


def judged(one: list[str], other: list[str]) -> str:
    return judge_copy(text(one), text(other, "b")).reason


@pytest.mark.parametrize("record", [COPIES, STORIES], ids=["copies", "stories"])
def test_a_tuned_number_has_a_unit_and_a_source(record: Any) -> None:
    for one in fields(record):
        assert one.metadata["unit"], one.name
        assert one.metadata["source"], one.name


def test_sequences_are_of_five_words_of_the_first_20_000() -> None:
    assert len(sequences(WORDS[:10])) == 6
    assert len(text(["word"] * 25_000).words) == 20_000


@pytest.mark.parametrize(("words", "bands"), [(24, 0), (25, 21), (400, 48)])
def test_a_text_of_25_words_and_more_has_up_to_48_bands(words: int, bands: int) -> None:
    assert len(fingerprint("a", " ".join(WORDS[:words])).bands) == bands


@pytest.mark.parametrize(
    ("words", "shared", "is_copy"),
    [
        (200, 100, True), (200, 99, False),  # half of a long text
        (60, 35, True), (60, 34, False),  # more of a shorter one
        (25, 17, True), (25, 16, False),
    ],
)  # fmt: skip
def test_the_shorter_a_text_the_more_of_it_must_be_covered(
    words: int, shared: int, is_copy: bool
) -> None:
    other = WORDS[:shared] + WORDS[400 : 400 + words - shared]
    assert (judged(WORDS[:words], other) == "copy") == is_copy


@pytest.mark.parametrize(("words", "reason"), [(60, "copy"), (59, "contained")])
def test_a_copy_under_six_tenths_of_a_text_is_contained(words: int, reason: str) -> None:
    assert judged(WORDS[:words], WORDS[:100]) == reason


def framed(numbers: list[str], *, around: list[list[str]] | None = None) -> list[str]:
    """Thirty words, a number, thirty words, a number, …; `around` stands before each number."""
    made: list[str] = []
    for at, number in enumerate(numbers):
        made += WORDS[30 * at : 30 * at + 30]
        made += [*(around[at] if around else []), number]
    return made + WORDS[600:630]


@pytest.mark.parametrize(
    ("changed", "kept", "reason"),
    [
        (3, 1, "other_details"), (2, 1, "copy"),  # in three places
        (3, 2, "other_details"), (3, 3, "copy"),  # fewer than half are kept
    ],
)  # fmt: skip
def test_numbers_that_differ_in_three_places_make_another_item(
    changed: int, kept: int, reason: str
) -> None:
    same = [f"7{number}" for number in range(kept)]
    one = framed([f"1{number}" for number in range(changed)] + same)
    other = framed([f"2{number}" for number in range(changed)] + same)
    assert judged(one, other) == reason


@pytest.mark.parametrize(("inside", "reason"), [(11, "other_details"), (12, "copy")])
def test_a_gap_of_more_than_twelve_words_is_another_sentence(inside: int, reason: str) -> None:
    def made(first: int) -> list[str]:
        around = [
            WORDS[first + 20 * at : first + 20 * at + inside - 1] for at in range(3)
        ]  # with the number: as many words between two of the frame
        return framed([f"{first}{at}" for at in range(3)], around=around)

    assert judged(made(650), made(720)) == reason


def test_a_text_is_compared_with_fifty_others() -> None:
    mark = replace(fingerprint("a", " ".join(WORDS)), bands=(1,))
    assert len(copies._sharing(mark, {1: list(range(300))})) == 50


def test_two_hundred_texts_of_a_band_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def choose(one: TextToCompare, candidates: Iterable[TextToCompare], **_: Any) -> Any:
        seen.append(len(list(candidates)))
        return judge_copy(one, text(["other"], "b"))

    monkeypatch.setattr(copies, "COPIES", replace(COPIES, most_candidates=1_000))
    monkeypatch.setattr(copies, "choose_original", choose)
    find_copies([text([*WORDS[:40], f"x{n}"], f"t{n}") for n in range(300)])
    assert max(seen) == 200


def fills(*, name_at: int = 11, frame: range = range(12, 100), words: int = 100) -> bool:
    """Whether two texts that differ in their first name and a number are of one form."""
    one = [f"a{n}" for n in range(words)]
    other = [f"b{n}" for n in range(12)] + one[12:]
    own = ({name_at: "ardent"}, {50: "7"})
    return fills_differ(one, other, own, ({name_at: "mollen"}, {50: "8"}), frame)


def test_what_fills_a_form_stands_near_its_beginning() -> None:
    assert fills()
    assert not fills(name_at=12)
    assert not fills(frame=range(13, 100))


@pytest.mark.parametrize(("words", "is_form"), [(220, True), (221, False)])
def test_a_form_has_at_most_220_words(words: int, is_form: bool) -> None:
    assert fills(words=words, frame=range(12, words)) == is_form


@pytest.mark.parametrize(("end", "is_form"), [(87, True), (86, False)])
def test_a_form_is_three_quarters_of_its_text(end: int, is_form: bool) -> None:
    assert fills(frame=range(12, end)) == is_form


def test_added_passages_are_shown_from_six_words_on() -> None:
    original = text(WORDS[:300], "o")

    def added(length: int, times: int = 1) -> tuple[str, ...]:
        words: list[str] = []
        for at in range(times):
            words += WORDS[10 * at : 10 * at + 10]
            words += [f"new{at}x{n}" for n in range(length)]
        return changes_of(text([*words, *WORDS[10 * times : 300]]), original).added

    assert [len(passage.split()) for passage in added(6)] == [6]
    assert added(5) == ()
    assert len(added(6, times=25)) == 20
    assert len(added(200)[0]) == 600


@pytest.mark.parametrize(("before", "agency"), [(155, "AFP"), (156, None)])
def test_a_dateline_stands_within_160_characters(before: int, agency: str | None) -> None:
    assert agency_of("a" * before + "(AFP) - rain. " + "b" * 500) == agency


@pytest.mark.parametrize(("behind", "agency"), [(387, "Reuters"), (388, None)])
def test_a_line_of_credit_stands_within_the_last_400_characters(
    behind: int, agency: str | None
) -> None:
    assert agency_of("a" * 500 + "\nWith Reuters." + "b" * behind) == agency


def article(words: Iterable[str]) -> ArticleToGroup:
    return ArticleToGroup(
        id="a", text_id="a", title="", body=" ".join(words), published_at=None, publisher=""
    )


def test_the_first_sixty_words_count_double() -> None:
    terms = list(terms_of(article(f"q{n}q" for n in range(3_200))).values())
    assert terms == [2.0] * 60 + [1.0] * 2_940, "and 3,000 words are read"


def test_a_term_has_at_most_forty_characters() -> None:
    assert list(terms_of(article(["x" * 60]))) == ["x" * 40]


def test_a_vector_has_a_hundred_terms_and_is_found_by_twenty() -> None:
    vector = vector_of(dict.fromkeys(WORDS[:300], 1.0), MANY)
    assert len(vector) == 100
    assert len(search_terms(vector)) == 20


def test_forty_imagined_texts_are_counted_in() -> None:
    corpus = CorpusStatistics(documents=60, frequencies={"rare": 9, "common": 49})
    vector = vector_of({"rare": 1.0, "common": 1.0}, corpus)
    assert vector["rare"] / vector["common"] == pytest.approx(log(100 / 10) / log(100 / 50))


def test_a_name_weighs_twice() -> None:
    vector = vector_of({"@oslo": 1.0, "rain": 1.0}, MANY)
    assert vector["@oslo"] / vector["rain"] == pytest.approx(2)


@pytest.mark.parametrize(("cosine", "is_kept"), [(0.0101, True), (0.0099, False)])
def test_a_cosine_of_a_hundredth_is_nothing(cosine: float, is_kept: bool) -> None:
    vectors = [{"a": 1.0}, {"a": cosine, "b": 0.99}]
    assert bool(likenesses(vectors, [None, None], ["", ""])[0]) == is_kept


@pytest.mark.parametrize(("shared", "left"), [(0.0, 0.3), (0.05, 0.65), (0.1, 1.0)])
def test_names_that_differ_leave_three_tenths(shared: float, left: float) -> None:
    assert agreement({"@a": 1.0}, {"@a": shared, "@b": 1.0}) == pytest.approx(left)


def test_texts_of_one_publisher_are_half_as_alike() -> None:
    assert distance("a.example", "a.example") == 0.5


@pytest.mark.parametrize(
    ("hours", "left"), [(24, 1.0), (25, 0.5 ** (1 / 72)), (96, 0.5), (97, 0.0)]
)
def test_likeness_halves_every_three_days_behind_the_first(hours: float, left: float) -> None:
    assert nearness(NOON, NOON + timedelta(hours=hours)) == pytest.approx(left)


@pytest.mark.parametrize(("value", "is_one"), [(0.233, True), (0.232, False)])
def test_two_pairs_merge_if_they_are_nearly_as_alike_as_within(value: float, is_one: bool) -> None:
    one, other = Cluster(members=[0, 1], within=0.6), Cluster(members=[2, 3], within=0.6)
    assert may_merge(one, other, value, threshold=0.15) == is_one


def test_what_all_texts_of_a_component_share_weighs_less() -> None:
    vectors = [{"all": 1.0, f"own{n}": 1.0} for n in range(20)]
    first = telling(vectors)[0]
    assert first["all"] / first["own0"] == pytest.approx((1 - 0.4 * 20 / 40) / (1 - 0.01))


def test_a_component_of_1_500_texts_is_clustered_whole() -> None:
    assert signature(cluster_texts).parameters["most"].default == 1_500


@pytest.mark.parametrize(("shared", "stories"), [(17, 1), (15, 2)])
def test_texts_of_a_likeness_of_15_hundredths_are_one_story(shared: int, stories: int) -> None:
    def made(id: str, own: int) -> IndependentText:
        terms = dict.fromkeys([*WORDS[:shared], *WORDS[own : own + 100 - shared]], 1.0)
        return IndependentText(id=id, terms=terms, published_at=None, opens=id)

    assert len(group_texts([made("1", 200), made("2", 400)], MANY)) == stories


@pytest.mark.parametrize(("central", "lead"), [(0.91, 0), (0.89, 1)])
def test_the_earliest_of_the_nearly_central_leads(central: float, lead: int) -> None:
    assert _central([{"a": central}, {"a": 1.0}], {"a": 1.0}) == lead


def test_a_story_shows_five_names() -> None:
    names = tuple(f"name {n}" for n in range(8))
    one = IndependentText(id="1", terms={}, published_at=None, opens="1", names=names)
    assert len(_names([one])) == 5


def test_a_label_has_at_most_140_characters() -> None:
    assert label_of("x" * 140, "") == "x" * 140
    assert len(label_of("word " * 60, "")) == 135


@pytest.mark.parametrize(("hours", "continues"), [(720, True), (721, False)])
def test_a_silence_of_thirty_days_ends_a_chain(hours: float, continues: bool) -> None:
    def episode(name: str, at: datetime) -> Episode:
        return Episode(story_id=name, centre={"a": 1.0}, size=1, cohesion=0.0, first=at, last=at)

    later = episode("later", NOON + timedelta(hours=hours))
    assert bool(continued_by(later, [episode("first", NOON)])) == continues
