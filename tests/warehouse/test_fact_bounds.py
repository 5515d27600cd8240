"""Facts of one text are bounded, in number and in bytes, and what is cut is counted."""

from __future__ import annotations

from dataclasses import replace

from include.records import ExtractedText, Keyword, Quote
from include.statements.alike import words_of
from include.statements.join import pairs_with_new
from include.statements.tuned import TUNED
from include.warehouse.fact_bounds import MOST_BYTES, MOST_FACTS, within_bounds


def of_quotes(texts: list[str]) -> ExtractedText:
    quotes = tuple(
        Quote(
            start=n,
            end=n + len(text),
            text=text,
            kind="direct",
            confidence=1.0,
            fragments=(),
            speaker=None,
            speaker_entity=None,
            cue=None,
        )
        for n, text in enumerate(texts)
    )
    return ExtractedText(
        id="1", language="en", extractor="e", config_hash="c", quotes=quotes,
        keywords=(Keyword(text="word", score=1.0),),
    )  # fmt: skip


def test_a_usual_text_is_stored_as_it_is() -> None:
    found = of_quotes(["some words"] * 50)
    assert within_bounds(found) is found


def test_too_many_facts_are_cut_and_counted() -> None:
    kept = within_bounds(of_quotes(["a"] * (MOST_FACTS + 7)))
    assert len(kept.quotes) == MOST_FACTS
    assert kept.cut == 7
    assert len(kept.keywords) == 1


def test_overlapping_quotes_to_the_texts_end_do_not_add_up() -> None:
    text = "“a” said " * 3_000
    kept = within_bounds(of_quotes([text[n:] for n in range(0, len(text), 9)]))
    assert kept.cut > 2_000
    assert sum(len(one.text.encode()) for one in kept.quotes) <= MOST_BYTES


def test_only_the_first_words_of_a_quote_are_read() -> None:
    assert len(words_of("word " * 10_000_000)) == 400


def test_a_quote_is_compared_with_those_that_share_most_with_it() -> None:
    alike = [(n, [1, 2] if n % 2 else [1]) for n in range(150)]
    pairs = set(pairs_with_new(alike, {149}))
    assert len(pairs) == TUNED.most_likely
    assert {(n, 149) for n in range(1, 149, 2)} <= pairs


def test_what_facts_quote_beside_their_text_counts_too() -> None:
    long = "word " * 20_000
    quotes = tuple(replace(one, cue=long) for one in of_quotes(["a"] * 100).quotes)
    kept = within_bounds(replace(of_quotes([]), quotes=quotes))
    assert len(kept.quotes) == MOST_BYTES // len(long) - 1
    assert kept.cut == 100 - len(kept.quotes)
