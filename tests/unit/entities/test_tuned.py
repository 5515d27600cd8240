"""Every tuned number of joining decides something: just enough is enough, one less is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from itertools import product

import pytest

from include.entities import Name, NameKey, join, name_key, read_pins
from include.entities.blocks import may_be_short, singular
from include.entities.candidates import in_text
from include.entities.evidence import Bond, Setting, bond
from include.entities.keys import is_abbreviation
from include.entities.names import Merge
from include.entities.namesakes import namesakes
from include.entities.person_names import Alike, alike, person_name, sounds_as_tail
from include.entities.roles import fields_beside
from include.entities.sounds import sound
from include.entities.tuned import TUNED
from include.entities.variants import _pairs
from tests.unit.entities.test_join import groups, name

KYIV = "place:kyiv"


def test_a_tuned_number_has_a_unit_and_a_source() -> None:
    for one in fields(TUNED):
        assert one.metadata["unit"], one.name
        assert one.metadata["source"], one.name


def merge_of(names: Iterable[Name], key: str, text: str | None = None) -> Merge:
    (found,) = [one for one in join(names).merges if (one.name.key, one.text) == (key, text)]
    return found


@pytest.mark.parametrize(
    ("names", "key", "rule", "confidence"),
    [
        ([name("Mc Arlen", "product"), name("McArlen", "product")], "mcarlen", "same_name", 0.97),
        ([name("Acme Ltd", "organisation"), name("Acme", "organisation", texts=2)],
         "acme ltd", "legal_form", 0.95),
        ([name("Sorbians", "group"), name("Sorbian", "group", texts=2)],
         "sorbians", "plural", 0.95),
        ([name("Kyiv", "place", texts=2, place=7), name("Kiev", "place", place=7)],
         "kiev", "same_place", 0.95),
        ([name("Olena Marchenkyy", texts=2), name("Olena Marchenkiy")],
         "olena marchenkiy", "spelling", 0.92),
        ([name("Ana Costa", company=[KYIV]), name("Anna Costa", texts=2, company=[KYIV])],
         "ana costa", "transliteration", 0.88),
        ([name("Dana Orlow", texts=3, story="levy"), name("Dana K. Orlow", story="levy")],
         "dana k orlow", "middle_name", 0.85),
        ([name("William Orlow", texts=3, story="levy"), name("Bill Orlow", story="levy")],
         "bill orlow", "short_given_name", 0.85),
        ([name("Mohamed Orlow", texts=3, story="levy"), name("Muhamad Orlow", story="levy")],
         "muhamad orlow", "transliteration", 0.8),
        ([name("Tara Orlow", texts=3, story="levy"), name("T. Orlow", story="levy")],
         "t orlow", "initial", 0.8),
        ([name("European Union", "organisation", also=["eu"]), name("EU", "organisation")],
         "eu", "written_together", 0.95),
        ([name("Kaja Kallas", texts=3), name("Kallas")], "kallas", "only_strong_bearer", 0.8),
        ([name("World Harbour Office", "organisation", company=[KYIV]),
          name("WHO", "organisation", company=[KYIV])], "who", "initials", 0.75),
        ([name("Dana Orlow", texts=4), name("Dana Orlow", "organisation")],
         "dana orlow", "other_kind", 0.8),
    ],
)  # fmt: skip
def test_how_sure_a_rule_is(names: list[Name], key: str, rule: str, confidence: float) -> None:
    merge = merge_of(names, key)
    assert (merge.rule, merge.confidence) == (rule, confidence)


@pytest.mark.parametrize(
    ("names", "rule", "confidence"),
    [
        ([name("Ada Bush", texts=3, story="a"), name("Jeb Bush", texts=3, story="b"),
          name("Bush", story="b")], "same_story", 0.9),
        ([name("Ada Bush", texts=3, company=["person:a", "person:b"]),
          name("Jeb Bush", texts=3, company=["person:c"]),
          name("Bush", company=["person:a", "person:b"])], "same_company", 0.75),
        ([name("Ada Bush", texts=3, month=24_000), name("Jeb Bush", texts=3, month=24_100),
          name("Bush", month=24_101)], "bearer_of_its_months", 0.7),
        ([name("Sergei Lavrov", story="talks"), name("Lavrov", "organisation", story="talks")],
         "part_of_name", 0.65),
    ],
)  # fmt: skip
def test_how_sure_a_rule_is_in_one_text(names: list[Name], rule: str, confidence: float) -> None:
    short = names[-1]
    merge = merge_of(names, short.name.key, short.appearances[0].text)
    assert (merge.rule, merge.confidence) == (rule, confidence)


@pytest.mark.parametrize(
    ("texts", "others", "is_strong"), [(3, 0, True), (2, 0, False), (8, 2, True), (8, 3, False)]
)
def test_three_texts_and_four_fifths_of_all_make_a_usual_bearer(
    texts: int, others: int, is_strong: bool
) -> None:
    names = [name("Ada Orlow", texts=texts), name("Orlow")]
    names += [name("Ben Orlow", texts=others)] if others else []
    assert groups(names) == ({"orlow": "ada orlow"} if is_strong else {})


@pytest.mark.parametrize(
    ("texts", "others", "is_meant"), [(3, 0, True), (2, 0, False), (9, 1, True), (8, 1, False)]
)
def test_three_texts_and_nine_tenths_of_its_months_tell_a_bearer(
    texts: int, others: int, is_meant: bool
) -> None:
    here = name("Ben Orlow", texts=others, month=300, of="here")
    there = name("Ben Orlow", texts=30, month=100)
    ben = replace(there, texts=30 + others, appearances=here.appearances + there.appearances)
    ada, cara = name("Ada Orlow", texts=texts, month=300), name("Cara Orlow", texts=30, month=100)
    short = name("Orlow", month=300)
    found = join([ada, ben, cara, short]).entity_of(short.name, short.appearances[0].text)
    assert (found.key == "ada orlow") == is_meant


@pytest.mark.parametrize(("both", "is_joined"), [(4, True), (3, False)])
def test_letters_stand_for_what_they_are_written_with_in_four_fifths(
    both: int, is_joined: bool
) -> None:
    one = replace(name("Abel Baker", "organisation", texts=9), also={"ab": both})
    other = replace(name("Anton Bauer", "organisation", texts=9), also={"ab": 1})
    assert ("ab" in groups([one, other, name("AB", "organisation")])) == is_joined


@pytest.mark.parametrize(("texts", "is_joined"), [(4, True), (3, False)])
def test_a_kind_in_twice_as_many_texts_is_the_right_one(texts: int, is_joined: bool) -> None:
    names = [name("Dana Orlow", texts=texts), name("Dana Orlow", "organisation", texts=2)]
    assert bool(groups(names)) == is_joined


def bond_of(**other: object) -> Bond:
    given: dict[str, object] = {
        "stories": 0, "telling": (), "places": (), "cosine": 1.0, "together": 0, "smaller": 9,
        "is_torn": False,
    }  # fmt: skip
    return Bond(**{**given, **other})  # type: ignore[arg-type]


@pytest.mark.parametrize(("cosine", "is_strong"), [(0.2, True), (0.19, False)])
def test_company_of_a_cosine_under_a_fifth_is_another(cosine: float, is_strong: bool) -> None:
    assert bond_of(stories=1, cosine=cosine).is_strong == is_strong


@pytest.mark.parametrize(("places", "is_strong"), [(4, True), (3, False)])
def test_four_places_are_much(places: int, is_strong: bool) -> None:
    assert bond_of(places=tuple(f"place:{n}" for n in range(places))).is_strong == is_strong


def test_five_names_are_shown() -> None:
    told = bond_of(places=tuple(f"place:{n}" for n in range(9))).told()
    assert told["shared_names"] == ["0", "1", "2", "3", "4"]
    company = [f"person:{letter}" for letter in "abcdefghi"]
    names = [name("Ada Bush", texts=3, company=company), name("Jeb Bush", texts=3),
             name("Bush", company=company)]  # fmt: skip
    merge = merge_of(names, "bush", names[-1].appearances[0].text)
    assert merge.evidence["shared_names"] == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(("texts", "cosine"), [(4, 1.0), (5, 0.5)])
def test_company_of_five_texts_has_a_direction(texts: int, cosine: float) -> None:
    one = Setting(name("Ada Orlow", texts=texts, company=["person:a", "person:b"]))
    other = Setting(name("Ada Marsh", texts=9, company=["person:a", "person:c"]))
    assert bond(one, other).cosine == pytest.approx(cosine)


@pytest.mark.parametrize(("texts", "is_joined"), [(5, True), (4, False)])
def test_names_that_share_a_fifth_of_the_texts_may_be_one(texts: int, is_joined: bool) -> None:
    company = ["person:a", "person:b"]
    one = name("Dana Orlow", texts=texts, company=company, of="x")
    other = name("Dana K. Orlow", texts=texts, company=company, of="x", first=texts - 1)
    assert bool(groups([one, other])) == is_joined


@pytest.mark.parametrize(("texts", "bearers"), [(2, 2), (1, 0)])
def test_two_texts_make_a_bearer(texts: int, bearers: int) -> None:
    one = name("John Orlow", texts=3, fields=["politics"])
    other = name("John Orlow", texts=texts, first=3, fields=["sport"])
    both = replace(one, appearances=one.appearances + other.appearances)
    assert len(namesakes(both)) == bearers
    merges = [merge for merge in join([both]).merges if merge.rule == "namesakes"]
    assert {merge.confidence for merge in merges} == ({0.8} if bearers else set())


@pytest.mark.parametrize(("places", "bearers"), [(12, 2), (11, 0)])
def test_twelve_places_of_a_text_are_looked_at(places: int, bearers: int) -> None:
    """Two places tie texts together, if they are among the first twelve."""
    before = [f"place:a{n:02}" for n in range(places - 1)]
    tie = ["place:z1", "place:z2"]
    one = name("John Orlow", texts=2, fields=["politics"], company=[*before, *tie])
    other = name("John Orlow", texts=2, first=2, fields=["sport"], company=tie)
    both = replace(one, appearances=one.appearances + other.appearances)
    assert len(namesakes(both)) == bearers


def test_sixty_names_of_a_bucket_are_compared() -> None:
    parts = {
        NameKey("person", key): person_name(key)
        for key in (f"d{a}n{b}n{c}n orlow" for a, b, c in product("aeou", repeat=3))
    }
    assert len(_pairs(parts)) == 60 * 59 / 2, "of 64"


def test_five_words_before_a_name_and_an_apposition_behind_it_tell() -> None:
    assert fields_beside("the striker a b c d ", "") == {"sport"}
    assert fields_beside("the striker a b c d e ", "") == set()
    assert fields_beside("", ", " + "x" * 50 + " striker.") == {"sport"}
    assert fields_beside("", ", " + "x" * 51 + " striker.") == set()


def test_bounds_of_length() -> None:
    assert len(name_key("x" * 400)) == 300
    assert len(sound("b" + "an" * 40)) == 40
    header = b"kind,name,same_as,never,wikidata_id,shown_as,note\n"
    long = header + b"person," + b"x" * 200 + b",,,Q1,,\n"
    assert read_pins(long)[1] == []
    assert len(read_pins(long.replace(b"xx,", b"xxx,"))[1]) == 1


@pytest.mark.parametrize(
    ("done", "is_right"),
    [
        (is_abbreviation("ABCDEFG"), True),
        (is_abbreviation("ABCDEFGH"), False),
        (may_be_short("abcdefghij"), True),
        (may_be_short("abcdefghijk"), False),
        (singular(("serbs",)) == "serb", True),
        (singular(("poles",)) == "pole", True),
        (singular(("thas",)) == "tha", False),
        (name("OSLOS", "place").spelling == "Oslos", True),
        (name("OSLO", "place").spelling == "Oslo", False),
        (sounds_as_tail(person_name("costa"), person_name("ana kosta")), True),
        (sounds_as_tail(person_name("kost"), person_name("ana cost")), False),
        (alike(person_name("ana coy"), person_name("ana koy")) is Alike.SOUND, True),
        (alike(person_name("ana li"), person_name("ana ly")) is Alike.UNLIKE, True),
        (alike(person_name("ana brandy"), person_name("ana brandi")) is Alike.SPELLING, True),
        (alike(person_name("ana brany"), person_name("ana brani")) is Alike.SOUND, True),
        (alike(person_name("ana brodens"), person_name("ana bradins")) is Alike.CONSONANTS, True),
    ],
)  # fmt: skip
def test_how_long_a_word_must_be(done: bool, is_right: bool) -> None:
    assert done == is_right


def test_time_tells_nothing_of_a_common_surname() -> None:
    appearance = name("Smith", month=300).appearances[0]
    assert in_text(appearance, [], is_common=True) is None
