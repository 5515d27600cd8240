"""Names of one person in several scripts: joined by sound and something besides, never by less."""

from __future__ import annotations

from collections import defaultdict

import pytest

from include.entities import Appearance, Joining, Name, NameKey, join, name_key
from include.entities.scripts import country_of, romanised, script_of

# (name, entity, story, walks of life, company)
_MET: list[tuple[str, str, str, str, str]] = [
    ("Bohdan Zelenko", "zelenko", "s1", "politics", "place:ukraine|place:kyiv"),
    ("Богдан Зеленко", "zelenko", "s1", "politics", "place:україна"),
    ("Bogdan Zelenko", "zelenko", "s1", "politics", "place:ukraine"),
    ("Виталий Кличенко", "vitali", "s2", "politics", "place:україна|place:київ"),
    ("Vitaly Klichenko", "vitali", "", "politics", "place:ukraine|place:kyiv"),
    ("Владимир Кличенко", "vladimir", "", "sport", "place:германия|place:гамбург"),
    ("Vladimir Klichenko", "vladimir", "", "sport", "place:germany|place:hamburg"),
    ("Юрий Щербаков", "official", "", "politics", "place:россия|place:москва"),
    ("Yuri Shcherbakov", "official", "", "politics", "place:russia|place:moscow"),
    ("Yury Shcherbakov", "player", "", "sport", "place:canada|place:toronto"),
    ("Κυριάκος Μελετάκης", "meletakis", "s4", "politics", "place:ελλαδα"),
    ("Kyriakos Meletakis", "meletakis", "s4", "politics", "place:greece"),
    ("محمد بن سرحان", "sarhan", "s5", "", "place:qatar"),
    ("Mohammed bin Sarhan", "sarhan", "s5", "", "place:qatar"),
    ("习金平", "xi", "s6", "", "place:中国"),
    ("Xi Jinping", "xi", "s6", "", "place:china"),
    ("Сергей Иванов", "ivanov_minister", "", "politics", "place:россия"),
    ("Sergei Ivanov", "ivanov_chemist", "", "science", "place:russia"),
    ("Sergey Ivanov", "ivanov_chemist", "", "science", "place:russia"),
    ("Олена Бондар", "bondar", "", "", "person:iryna melnyk|place:україна"),
    ("Olena Bondar", "bondar", "", "", "person:ирина мельник|place:poland"),
    ("Анна Петрова", "petrova_a", "", "", "place:россия"),
    ("Anna Petrova", "petrova_b", "", "", "place:bulgaria"),
    ("Зеленко", "alone", "s9", "", "place:россия"),
    ("Петр Новак", "novak_father", "", "politics", "place:чехия|place:прага"),
    ("Pavel Novak", "novak_son", "", "politics", "place:czechia|place:prague"),
    ("Александр Лукашин", "lukashin", "", "politics", "place:беларусь|place:минск"),
    ("Alexander Lukashin", "lukashin", "", "politics", "place:belarus|place:minsk"),
]


def names() -> list[Name]:
    found = []
    for number, (written, _, story, fields, company) in enumerate(_MET):
        met = Appearance(
            text=f"t{number}",
            root=f"t{number}",
            story=story or None,
            fields=frozenset(fields.split()),
            company=frozenset(
                f"{kind}:{name_key(key)}"
                for kind, _, key in (one.partition(":") for one in company.split("|"))
            ),
        )
        key = NameKey("person", name_key(written))
        found.append(Name(name=key, texts=1, spellings={written: 1}, appearances=(met,)))
    return found


@pytest.fixture(scope="module")
def joining() -> Joining:
    return join(names())


def entities(joining: Joining) -> dict[str, object]:
    return {
        written: joining.entity_of(NameKey("person", name_key(written)), f"t{number}")
        for number, (written, *_) in enumerate(_MET)
    }


def test_names_of_several_scripts_by_b_cubed(joining: Joining) -> None:
    into = entities(joining)
    gold = {written: entity for written, entity, *_ in _MET}
    by_system: defaultdict[object, set[str]] = defaultdict(set)
    by_gold: defaultdict[str, set[str]] = defaultdict(set)
    for written, entity in gold.items():
        by_system[into[written]].add(written)
        by_gold[entity].add(written)
    both = [len(by_system[into[one]] & by_gold[gold[one]]) for one in gold]
    precision = sum(n / len(by_system[into[one]]) for n, one in zip(both, gold, strict=True))
    recall = sum(n / len(by_gold[gold[one]]) for n, one in zip(both, gold, strict=True))
    assert precision / len(gold) == 1.0
    assert recall / len(gold) > 0.95


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Виталий Кличенко", "Vladimir Klichenko"),  # brothers
        ("Владимир Кличенко", "Vitaly Klichenko"),
        ("Юрий Щербаков", "Yury Shcherbakov"),  # another walk of life
        ("Сергей Иванов", "Sergei Ivanov"),
        ("Анна Петрова", "Anna Petrova"),  # the sound alone
        ("Зеленко", "Bohdan Zelenko"),  # a surname alone
        ("Петр Новак", "Pavel Novak"),
    ],
)
def test_what_stays_apart(joining: Joining, one: str, other: str) -> None:
    into = entities(joining)
    assert into[one] != into[other]


def test_a_join_tells_the_scripts_and_what_else_speaks_for_it(joining: Joining) -> None:
    (merge,) = [
        one
        for one in joining.merges
        if {one.name.key, one.into.key}
        == {name_key("Александр Лукашин"), name_key("Alexander Lukashin")}
    ]
    assert (merge.rule, merge.confidence) == ("transliteration", 0.75)
    assert merge.evidence["scripts"] == ["cyrillic", "latin"]
    assert "place:BY" in list(merge.evidence["shared_names"])  # type: ignore[call-overload]
    assert merge.evidence["shared_fields"] == ["politics"]


def _two(one: str, other: str, *company: str) -> list[Name]:
    return [
        Name(
            name=NameKey("person", name_key(written)),
            texts=1,
            spellings={written: 1},
            appearances=(
                Appearance(
                    text=written, root=written, company=frozenset(map(name_key_of, company))
                ),
            ),
        )
        for written in (one, other)
    ]


def name_key_of(written: str) -> str:
    kind, _, key = written.partition(":")
    return f"{kind}:{name_key(key)}"


def test_two_places_are_enough_and_one_is_not() -> None:
    assert not join(_two("Анна Петрова", "Anna Petrova", "place:Varna")).merges
    (merge,) = join(_two("Анна Петрова", "Anna Petrova", "place:Varna", "place:Dalby")).merges
    assert merge.confidence == 0.8


def test_three_consonants_are_enough_where_vowels_differ_and_two_are_not() -> None:
    shared = ("place:Varna", "place:Dalby")
    assert join(_two("Марина Петрова", "Maruna Petrova", *shared)).merges
    assert not join(_two("Инга Хала", "Inga Hola", *shared)).merges


def test_keys_in_other_scripts_are_read() -> None:
    assert script_of("зеленко") == "cyrillic"
    assert script_of("12 holm") == "latin"
    assert romanised("holm") == "holm"
    assert romanised(name_key("Юрий Щербаков")) == "iurii shcherbakov"


def test_countries_go_by_their_names_in_twenty_languages() -> None:
    assert country_of(name_key("Україна")) == country_of("ukraine") == "UA"
    assert country_of("kyiv") is None
