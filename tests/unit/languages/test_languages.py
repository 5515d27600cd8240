"""Languages are records of words: none borrows another's, and a digest tells a change."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from include.languages import SECTIONS, Language, codes, digest, language
from include.languages.record import Numbers, numbered, phrases, words


@pytest.mark.parametrize("code", codes())
def test_a_file_is_found_by_its_code(code: str) -> None:
    assert language(code).code == code


def test_an_unknown_language_has_no_words_at_all() -> None:
    unknown = language("zz")
    assert unknown == Language(code="zz")
    assert not unknown.numbers.units
    assert not unknown.figures.events
    assert not unknown.times.months


def test_spanish_does_not_borrow_english_events() -> None:
    english = {
        word for kind in language("en").figures.events.values() for s in kind.values() for word in s
    }
    spanish = {
        word for kind in language("es").figures.events.values() for s in kind.values() for word in s
    }
    assert "killed" in english
    assert "killed" not in spanish


def test_german_articles_stand_in_german_alone() -> None:
    assert "die" in language("de").figures.determiners
    assert "die" not in language("en").figures.determiners


def test_a_digest_does_not_hang_on_the_order_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    from include.languages import lookup

    one = Language(code="qa", numbers=Numbers(units=numbered("a=1 b=2"), percent=words("x y")))
    other = Language(code="qb", numbers=Numbers(units=numbered("b=2 a=1"), percent=words("y x")))
    monkeypatch.setattr(lookup, "_KNOWN", {"qa": one, "qb": other})
    language.cache_clear()
    digest.cache_clear()
    assert digest("qa", "numbers") == digest("qb", "numbers")
    language.cache_clear()
    digest.cache_clear()


def test_one_word_changes_the_digest_of_its_section_and_of_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from include.languages import lookup

    before = {(c, s): digest(c, s) for c in codes() for s in SECTIONS}
    german = language("de")
    changed = replace(
        german, numbers=replace(german.numbers, percent=german.numbers.percent | {"vomhundert"})
    )
    monkeypatch.setitem(lookup._KNOWN, "de", changed)
    language.cache_clear()
    digest.cache_clear()
    after = {(c, s): digest(c, s) for c in codes() for s in SECTIONS}
    language.cache_clear()
    digest.cache_clear()
    assert {key for key in before if before[key] != after[key]} == {("de", "numbers")}


def test_a_digest_is_the_same_in_another_process() -> None:
    code = "from include.languages import digest; print(digest('fr', 'figures'))"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert found == {digest("fr", "figures")}


def test_words_are_in_small_letters() -> None:
    for code in codes():
        for word in language(code).figures.person_nouns | set(language(code).times.months):
            assert word == word.lower()


def test_phrases_are_parted_by_bars() -> None:
    assert phrases("at least| more  than|") == {"at least", "more than"}
