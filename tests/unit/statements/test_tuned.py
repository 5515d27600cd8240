"""Every tuned number decides something: just enough is enough, one less is not."""

from __future__ import annotations

import pytest

from include.statements.alike import QuotedWords, is_same, keys_of, words_of
from include.statements.join import pairs_of_old, pairs_with_new

WORDS = [f"w{number}" for number in range(500)]


def quote(words: list[str], *, number: int, speaker: int | None) -> QuotedWords:
    return QuotedWords(number, " ".join(words), "direct", speaker)


def are_same(one: list[str], other: list[str], *, speaker: int | None) -> bool:
    return is_same(quote(one, number=1, speaker=speaker), quote(other, number=2, speaker=speaker))


def sharing(count: int) -> tuple[list[str], list[str]]:
    """Twenty words, and twenty of which the first `count` are the same."""
    return WORDS[:20], WORDS[:count] + WORDS[100 : 120 - count]


def test_runs_are_of_three_words() -> None:
    assert len(keys_of(" ".join(WORDS[:5]))) == 3


def test_a_quote_has_at_most_120_keys() -> None:
    assert len(keys_of(" ".join(WORDS[:300]))) == 120


def test_400_words_of_200_characters_are_read() -> None:
    assert words_of(" ".join(WORDS)) == WORDS[:400]
    assert words_of("x" * 300) == ["x" * 200]


@pytest.mark.parametrize(("words", "is_found"), [(3, False), (4, True)])
def test_four_words_are_compared(words: int, is_found: bool) -> None:
    assert bool(keys_of(" ".join(WORDS[:words]))) == is_found
    assert are_same(WORDS[:words], WORDS[:words], speaker=1) == is_found


@pytest.mark.parametrize(("words", "is_found"), [(6, False), (7, True)])
def test_seven_words_are_compared_where_nobody_is_known_to_speak(
    words: int, is_found: bool
) -> None:
    assert are_same(WORDS[:words], WORDS[:words], speaker=None) == is_found


@pytest.mark.parametrize(("count", "is_found"), [(13, False), (14, True)])
def test_seven_tenths_of_the_shorter_are_enough_of_one_speaker(count: int, is_found: bool) -> None:
    assert are_same(*sharing(count), speaker=1) == is_found


@pytest.mark.parametrize(("count", "is_found"), [(16, False), (17, True)])
def test_17_of_20_words_are_enough_where_nobody_is_known(count: int, is_found: bool) -> None:
    assert are_same(*sharing(count), speaker=None) == is_found


@pytest.mark.parametrize(("quotes", "is_found"), [(200, True), (201, False)])
def test_a_run_that_many_share_finds_nothing(quotes: int, is_found: bool) -> None:
    alike = [(number, [7]) for number in range(quotes)]
    assert bool(list(pairs_with_new(alike, {0}))) == is_found


def test_a_quote_is_compared_with_the_hundred_likeliest() -> None:
    alike = [(number, [7]) for number in range(150)] + [(0, [8]), (149, [8])]
    pairs = list(pairs_with_new(alike, {0}))
    assert len(pairs) == 100
    assert (0, 149) in pairs, "it shares two runs"


def test_of_one_statement_200_quotes_are_compared_again() -> None:
    pairs = set(pairs_of_old([(1, number) for number in range(250)]))
    assert (0, 199) in pairs
    assert (0, 200) not in pairs
