from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random

import pytest

from include.stories.copies import TextToCompare, choose_original, find_copies, judge_copy
from tests.unit.stories.made_copies import hard_set, scored, wrong_pairs
from tests.unit.stories.made_texts import edit, make_report, market, police, weather
from tests.unit.stories.newsroom_sample import NEWS

T0 = datetime(2031, 5, 6, tzinfo=UTC)


def text(id: str, body: str, hour: int | None = None, copy_of: str | None = None) -> TextToCompare:
    at = None if hour is None else T0 + timedelta(hours=hour)
    return TextToCompare(id=id, body=body, published_at=at, copy_of=copy_of)


def report(seed: int, words: int = 400) -> str:
    return " ".join(make_report(Random(seed), words))


ALTERED: dict[str, Callable[[list[str], Random], str]] = {
    "upper third": lambda s, r: " ".join(s[: len(s) // 3]),
    "lower third": lambda s, r: " ".join(s[-(len(s) // 3) :]),
    "every tenth word edited": lambda s, r: edit(" ".join(s), 0.1, r),
    "half of it, every tenth word edited": lambda s, r: edit(" ".join(s[: len(s) // 2]), 0.1, r),
    "another lead": lambda s, r: " ".join(make_report(r, 60) + s[len(s) // 5 :]),
    "a credit and furniture": lambda s, r: (
        "(Newswire) By Staff Reporter - " + " ".join(s) + "\nRead more: what we know. Advertisement"
    ),
    "paragraphs": lambda s, r: "\n\n".join(s),
    "in a live blog": lambda s, r: " ".join(make_report(r, 300) + s + make_report(r, 300)),
    "an update below": lambda s, r: " ".join(s + make_report(r, 150)),
}


@pytest.mark.parametrize("how", ALTERED)
def test_altered_copies_are_found_among_other_reports(how: str) -> None:
    rnd = Random(11)
    texts, wanted = [], {}
    for number in range(40):
        sentences = make_report(rnd, rnd.randint(150, 800))
        texts.append(text(f"o{number}", " ".join(sentences), number))
        texts.append(text(f"c{number}", ALTERED[how](sentences, rnd), 100 + number))
        wanted[f"c{number}"] = f"o{number}"
    found = {id: verdict.copy_of for id, verdict in find_copies(texts).items() if verdict.copy_of}
    assert found == wanted


@pytest.mark.parametrize("make", [weather, market, police])
def test_items_in_one_frame_are_no_copies(make: Callable[[Random], str]) -> None:
    rnd = Random(5)
    texts = [text(f"i{number}", make(rnd)) for number in range(30)]
    shared = [one for one in find_copies(texts).values() if one.score >= 0.3]
    assert shared, "the frame is not even near: the test would prove nothing"
    assert not [one for one in find_copies(texts).values() if one.copy_of]


@pytest.mark.parametrize("make", [weather, market, police])
def test_a_framed_item_printed_again_is_a_copy(make: Callable[[Random], str]) -> None:
    rnd = Random(6)
    item = make(rnd)
    again = "(Newswire) " + item + " Sign up for our letter."
    assert judge_copy(text("a", item), text("b", again)).copy_of == "b"


def test_reports_by_different_hands_are_no_copies() -> None:
    texts = [text(str(number), row[4]) for number, row in enumerate(NEWS)]
    for one, other in combinations(texts, 2):
        assert judge_copy(one, other).copy_of is None


def test_a_quoted_passage_makes_no_copy() -> None:
    one, other = make_report(Random(1), 300), make_report(Random(2), 300)
    quoting = " ".join(other[:5] + one[3:7] + other[5:])
    assert judge_copy(text("a", " ".join(one)), text("b", quoting)).reason == "other_text"


def test_a_spliced_text_does_not_join_its_sources() -> None:
    one, other = make_report(Random(1), 300), make_report(Random(2), 300)
    splice = " ".join(one[: len(one) // 2 + 3] + other[: len(other) // 2 + 3])
    texts = [text("a", " ".join(one), 1), text("s", splice, 2), text("b", " ".join(other), 3)]
    verdicts = find_copies(texts)
    assert verdicts["s"].copy_of == "a"
    assert verdicts["b"].copy_of is None


def test_a_copy_of_a_copy_points_at_the_original() -> None:
    sentences = make_report(Random(3), 600)
    texts = [
        text("brief", " ".join(sentences[:6]), 1),
        text("full", " ".join(sentences), 2),
        text("tail", " ".join(sentences[6:]), 3),
    ]
    verdicts = find_copies(texts)
    assert [verdicts[id].copy_of for id in ("brief", "full", "tail")] == [None, "brief", "brief"]


@pytest.mark.parametrize(
    ("hours", "original"), [((3, 1, 2), "b"), ((None, None, 5), "c"), ((None, None, None), "a")]
)
def test_the_earliest_is_the_original(hours: tuple[int | None, ...], original: str) -> None:
    body = report(1)
    texts = [text(id, body + f" {id}", hour) for id, hour in zip("abc", hours, strict=True)]
    verdicts = find_copies(texts)
    assert verdicts[original].copy_of is None
    assert {verdicts[id].copy_of for id in set("abc") - {original}} == {original}


def test_short_texts_are_copies_only_word_for_word() -> None:
    short = "Police closed the bridge at Marlow after a lorry shed its load of gravel."
    texts = [text("a", short), text("b", short.upper()), text("c", short.replace("Marlow", "Ely"))]
    assert [one.copy_of for one in find_copies(texts).values()] == [None, "a", None]


def test_texts_without_words_are_copies_of_nothing() -> None:
    assert not [
        one
        for one in find_copies([text("a", ""), text("b", ""), text("c", "…")]).values()
        if one.copy_of
    ]


def test_a_correction_of_one_number_stays_a_copy() -> None:
    body = NEWS[0][4]
    corrected = body.replace("killing at least 12", "killing at least 15")
    assert corrected != body
    assert judge_copy(text("a", body), text("b", corrected)).copy_of == "b"


def test_choose_original_prefers_the_closest_then_the_earliest() -> None:
    body = report(4)
    near, far = text("near", body + " x", 2), text("far", edit(body, 0.1, Random(1)), 1)
    assert choose_original(text("t", body, 3), [far, near]).copy_of == "near"
    twin = text("twin", body + " x", 1)
    assert choose_original(text("t", body, 3), [near, twin]).copy_of == "twin"
    assert choose_original(text("t", body, 3), []).reason == "no_candidate"


def test_a_line_that_thousands_share_costs_little() -> None:
    line = " All rights reserved and no part of this report may be printed again anywhere."
    rnd = Random(2)
    texts = [text(f"{n:04}", " ".join(make_report(rnd, 40)) + line) for n in range(600)]
    assert not [one for one in find_copies(texts).values() if one.copy_of]


@pytest.mark.parametrize("seed", [3, 4])
def test_the_hard_set_is_told_apart(seed: int) -> None:
    made = hard_set(reports=40, seed=seed)
    found = {id: one.copy_of for id, one in find_copies(made.texts).items() if one.copy_of}
    precision, recall, _ = scored(made, found)
    assert precision >= 0.99
    assert recall >= 0.95
    assert not [kinds for kinds in wrong_pairs(made, found) if "same event, other text" in kinds]
