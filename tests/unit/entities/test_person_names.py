"""Names of people: which may be one person's, and which never."""

from __future__ import annotations

import pytest

from include.entities.keys import name_key
from include.entities.person_names import Alike, alike, is_tail, person_name, sounds_as_tail


def parts(name: str) -> object:
    return person_name(name_key(name))


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Jean-Luc Mélenchon", "Jean Luc Melenchon", Alike.SAME),
        ("Dr John Smith", "John Smith", Alike.SAME),
        ("Bashar al-Assad", "Bashar Assad", Alike.SAME),
        ("Kim Jong-un", "Kim Jongun", Alike.SAME),
        ("Conan O’Brien", "Conan OBrien", Alike.SAME),
        ("Lech Wałęsa", "Lech Walesa", Alike.SAME),
        ("Volodymyr Zelenskyy", "Volodymyr Zelenskiy", Alike.SPELLING),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", Alike.SPELLING),
        ("Jürgen Müller", "Juergen Mueller", Alike.SOUND),
        ("Muammar Ghazi", "Mouammar Ghazi", Alike.SOUND),
        ("Mohammed Hariri", "Muhammad Hariri", Alike.CONSONANTS),
        ("Donald J. Trump", "Donald Trump", Alike.MIDDLE),
        ("Andrés Manuel López Obrador", "Andrés López Obrador", Alike.MIDDLE),
        ("Liz Warren", "Elizabeth Warren", Alike.NICKNAME),
        ("J. Warren", "Jane Warren", Alike.INITIAL),
        ("George W. Bush", "George H. W. Bush", Alike.CONFLICT),
        ("Donald Trump", "Donald Trump Jr.", Alike.CONFLICT),
        ("Jeb Bush", "George Bush", Alike.CONFLICT),
        ("John Smith", "John Smithson", Alike.UNLIKE),
        ("Ursula von der Leyen", "Emmanuel Macron", Alike.UNLIKE),
        ("Xi Jinping", "Xi Mingze", Alike.UNLIKE),
    ],
)
def test_how_alike_names_are(one: str, other: str, level: Alike) -> None:
    first, second = person_name(name_key(one)), person_name(name_key(other))
    assert alike(first, second) is level
    assert alike(second, first) is level


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        ("von der Leyen", "Ursula von der Leyen", True),
        ("Leyen", "Ursula von der Leyen", True),
        ("López Obrador", "Andrés Manuel López Obrador", True),
        ("Xi", "Xi Jinping", True),
        ("Ursula", "Ursula von der Leyen", False),
        ("Ursula von der Leyen", "Ursula von der Leyen", False),
    ],
)
def test_surnames_are_ends_of_names(short: str, full: str, is_one: bool) -> None:
    assert is_tail(person_name(name_key(short)), person_name(name_key(full))) is is_one


def test_a_surname_may_be_spelt_otherwise() -> None:
    full = person_name("volodymyr zelenskyy")
    assert sounds_as_tail(person_name("zelensky"), full)
    assert not sounds_as_tail(person_name("zelnik"), full)


@pytest.mark.parametrize(
    ("name", "is_short"),
    [("Merkel", True), ("van Gogh", True), ("Mr Smith", True), ("Al Gore", False),
     ("John Smith", False), ("Charles III", False)],
)  # fmt: skip
def test_names_without_a_given_name_are_short(name: str, is_short: bool) -> None:
    assert person_name(name_key(name)).is_short is is_short
