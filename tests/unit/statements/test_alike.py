"""Statements over many texts: which quotes are one, which wording stands, what differs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from include.statements.alike import (
    Group,
    QuotedWords,
    canonical,
    compare,
    groups,
    is_same,
    keys_of,
)

FULL = "We must secure a just and lasting peace with firm and credible guarantees."


def quote(number: int, text: str, kind: str = "direct", speaker: int | None = 1) -> QuotedWords:
    return QuotedWords(number, text, kind, speaker)


def test_a_shortened_quote_is_the_same() -> None:
    short = quote(2, "a just and lasting peace", "mixed")
    assert is_same(quote(1, FULL), short)
    wording = compare(short, quote(1, FULL))
    assert (wording.is_shortened, wording.is_altered, wording.likeness) == (True, False, 1.0)


def test_an_altered_quote_shows_its_changes() -> None:
    other = quote(2, FULL.replace("must secure", "should find"))
    wording = compare(other, quote(1, FULL))
    assert wording.is_altered
    assert not wording.is_shortened
    assert wording.changes == "[-must secure-]{+should find+}"


def test_words_outside_the_marks_are_no_alteration() -> None:
    mixed = quote(2, "the attack “a just and lasting peace with firm” terms", "mixed")
    wording = compare(mixed, quote(1, FULL))
    assert (wording.is_altered, wording.is_shortened, wording.likeness) == (False, True, 1.0)
    other = quote(3, "the attack “a just and lasting war with firm” terms", "mixed")
    assert compare(other, quote(1, FULL)).changes == "[-peace-]{+war+}"


def test_two_known_speakers_never_share_a_statement() -> None:
    assert not is_same(quote(1, FULL), quote(2, FULL, speaker=2))
    found = groups(
        [quote(1, FULL), quote(2, FULL, speaker=None), quote(3, FULL, speaker=2)],
        [(1, 2), (2, 3), (1, 3)],
    )
    assert found == [Group((1, 2)), Group((3,))]


def test_an_unknown_speaker_needs_more_words() -> None:
    assert not is_same(quote(1, "not one more day", speaker=None), quote(2, "not one more day"))
    assert is_same(quote(1, FULL, speaker=None), quote(2, FULL))


def test_the_fullest_direct_wording_is_canonical() -> None:
    indirect = quote(3, "that " + FULL + " And more was said.", "indirect")
    assert canonical([quote(1, "a lasting peace"), quote(2, FULL), indirect]).quote_id == 2


def test_short_quotes_are_found_by_nothing() -> None:
    assert keys_of("so be it") == []
    assert set(keys_of("a just and lasting peace")) <= set(keys_of(FULL))


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_quotes_compare(one: str, other: str) -> None:
    a, b = quote(1, one), quote(2, other)
    assert is_same(a, b) in {True, False}
    wording = compare(a, b)
    assert 0 <= wording.likeness <= 1
    assert len(keys_of(one)) <= 120


ONE = "Putin must come to the negotiating table."
OTHER = "We must secure a just and lasting peace with firm and credible guarantees."


@given(st.permutations([(1, 2), (2, 3), (1, 3)]))
def test_a_quote_of_two_sentences_makes_no_statement_of_both(pairs: list[tuple[int, int]]) -> None:
    both = [quote(1, ONE), quote(2, f"{ONE} {OTHER}"), quote(3, OTHER)]
    assert groups(both, pairs) == [Group((1,), (2,)), Group((2, 3))], (
        "with the sentence it has more words of"
    )


def test_what_a_holder_says_before_and_after_is_no_other_wording() -> None:
    holder = quote(2, f"{ONE} {OTHER} We shall.")
    assert compare(holder, quote(3, OTHER), is_holder=True).changes == ""
    changed = quote(4, f"{ONE} {OTHER.replace('secure', 'find')} We shall.")
    assert compare(changed, quote(3, OTHER), is_holder=True).changes == "[-secure-]{+find+}"


def test_what_says_more_stands_for_a_statement_only_where_nothing_else_does() -> None:
    both, alone = quote(1, f"{ONE} {OTHER}"), quote(2, OTHER)
    assert canonical([both, alone]) == both
    assert canonical([both, alone], {1}) == alone
    assert canonical([both, quote(3, "that " + OTHER, "indirect")], {1}) == both


@given(st.permutations([1, 2, 3, 4]))
def test_numbers_do_not_decide_whom_a_quote_goes_with(order: list[int]) -> None:
    texts = dict(
        zip(order, (ONE, f"{ONE} {OTHER}", OTHER, OTHER.replace("firm", "hard")), strict=True)
    )
    pairs = [(a, b) for a in texts for b in texts if a < b]
    found = groups([quote(number, text) for number, text in sorted(texts.items())], pairs)
    assert {frozenset(texts[one] for one in group.quotes) for group in found} == {
        frozenset({ONE}),
        frozenset(set(texts.values()) - {ONE}),
    }


def test_wordings_that_differ_a_little_are_one_statement() -> None:
    wordings = [OTHER, OTHER.replace("must", "have to"), OTHER.replace("a just and ", "a ")]
    quotes = [quote(number, text) for number, text in enumerate(wordings, start=1)]
    assert groups(quotes, [(1, 2), (2, 3), (1, 3)]) == [Group((1, 2, 3))]


def test_a_reporters_words_round_the_marks_join_nothing() -> None:
    frame = "the minister said on Monday at the opening of the new bridge that it was"
    one = quote(1, f"{frame} “a disgrace to the city”", "mixed")
    other = quote(2, f"{frame} “the pride of this river”", "mixed")
    assert not is_same(one, other)
    assert is_same(one, quote(3, "It is a disgrace to the city, and you know it."))
    assert is_same(quote(4, f"{frame} “late”", "mixed"), quote(5, f"{frame} “late”", "mixed"))
