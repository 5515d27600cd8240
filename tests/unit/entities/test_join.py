"""Rules of joining, one at a time: what joins, what stays apart, and what the evidence must be."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from include.entities import Appearance, EntityKey, Name, NameKey, Pins, join, name_key


def name(
    written: str,
    kind: str = "person",
    *,
    texts: int = 1,
    of: str = "",
    company: Iterable[str] = (),
    story: str | None = None,
    fields: Iterable[str] = (),
    also: Iterable[str] = (),
    place: int | None = None,
    first: int = 0,
    month: int | None = None,
) -> Name:
    """A name in `texts` texts, all alike; `of` tells its texts from other names'."""
    label = of or written
    return Name(
        name=NameKey(kind, name_key(written)),
        texts=texts,
        spellings={written: texts},
        also=dict.fromkeys(also, 1),
        place=place,
        appearances=tuple(
            Appearance(text=f"{label} {n}", root=f"{label} {n}", story=story, month=month,
                       fields=frozenset(fields), company=frozenset(company))
            for n in range(first, first + texts)
        ),
    )  # fmt: skip


def groups(names: Iterable[Name], pins: Pins | None = None) -> dict[str, str]:
    """The key of the entity each name stands for everywhere, where that is another's."""
    found = join(names, pins)
    return {one.name.key: one.into.key for one in found.merges if one.text is None}


KYIV, MOSCOW = "place:kyiv", "place:moscow"


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        # spelling needs no company; a sound does, and a walk of life against it forbids
        ([name("Volodymyr Zelenskyy", texts=2), name("Volodymyr Zelenskiy")],
         {"volodymyr zelenskiy": "volodymyr zelenskyy"}),
        ([name("Sara Brandt"), name("Sarah Brandt")], {}),
        ([name("Ana Costa", company=[KYIV]), name("Anna Costa", company=[KYIV])],
         {"ana costa": "anna costa"}),
        ([name("Ana Costa", company=[KYIV], fields=["sport"]),
          name("Anna Costa", company=[KYIV], fields=["law"])], {}),
        # a middle name takes more
        ([name("Michael Jordan", texts=3, company=["organisation:chicago bulls"]),
          name("Michael B. Jordan", texts=3, company=["organisation:lantern pictures"])], {}),
        ([name("Donald Trump", texts=3, story="levy"), name("Donald J. Trump", story="levy")],
         {"donald j trump": "donald trump"}),
        # a name that would be two people's is no one's
        ([name("George Bush", story="x"), name("George W. Bush", story="x"),
          name("George H. W. Bush", story="x")], {}),
        # bodies
        ([name("Acme Ltd", "organisation"), name("Acme", "organisation", texts=2)],
         {"acme ltd": "acme"}),
        ([name("Ministry of Defence", "organisation", texts=2),
          name("Defense Ministry", "organisation")],
         {"defense ministry": "ministry of defence"}),
        ([name("Air France", "organisation"), name("France", "place", place=1)], {}),
        ([name("Air France", "place", place=1), name("France", "place", place=1)], {}),
        ([name("Bank of America", "organisation"), name("America", "place", place=2)], {}),
        ([name("European Union", "organisation", also=["eu"]), name("EU", "organisation")],
         {"eu": "european union"}),
        ([name("European Union", "organisation"), name("EU", "organisation")], {}),
        ([name("World Health Organization", "organisation", company=[KYIV]),
          name("WHO", "organisation", company=[KYIV])],
         {"who": "world health organization"}),
        ([name("Abel Baker", "organisation", also=["ab"]),
          name("Anton Bauer", "organisation", also=["ab"]), name("AB", "organisation")], {}),
        # places by position, groups by number
        ([name("Kyiv", "place", texts=2, place=7), name("Kiev", "place", place=7)],
         {"kiev": "kyiv"}),
        ([name("Copa America", "place", place=7), name("America", "place", place=7),
          name("United States", "place", texts=2, place=7)], {"america": "united states"}),
        ([name("Congo Kinshasa", "place", place=7), name("Congo Brazzaville", "place", place=7)],
         {}),
        ([name("Union Street", "organisation", company=["person:a", "person:b"]),
          name("US", "organisation", company=["person:a", "person:b"])], {}),
        ([name("Georgia", "place", place=7), name("Georgien", "place", place=8)], {}),
        ([name("Russians", "group"), name("Russian", "group", texts=2)], {"russians": "russian"}),
        ([name("Russia", "place", place=7), name("Russian", "group")], {}),
        # kinds
        ([name("Paris Hilton", texts=4), name("Paris", "place", place=9),
          name("Paris Hilton", "organisation")], {"paris hilton": "paris hilton"}),
        ([name("Jordan", texts=9), name("Jordan", "place", place=3)], {}),
        # surnames alone
        ([name("Kaja Kallas", texts=3), name("Kallas")], {"kallas": "kaja kallas"}),
        ([name("Kaja Kallas", company=[KYIV]), name("Kallas", company=[KYIV])],
         {"kallas": "kaja kallas"}),
        ([name("Kaja Kallas"), name("Kallas")], {}),
        ([name("John Smith", texts=9), name("Smith")], {}),
        ([name("Erik Prince", texts=3), name("Prince", texts=40)], {}),
        ([name("Volodymyr Zelenskyy", texts=4), name("Zelensky")],
         {"zelensky": "volodymyr zelenskyy"}),
        ([name("Donald Trump", texts=8), name("Melania Trump", texts=2), name("Trump")],
         {"trump": "donald trump"}),
        ([name("Donald Trump", texts=3), name("Melania Trump", texts=2), name("Trump")], {}),
    ],
)  # fmt: skip
def test_what_joins(names: list[Name], joined: dict[str, str]) -> None:
    assert groups(names) == joined


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        ([name("George W. Bush", texts=3, story="a"), name("Jeb Bush", texts=3, story="b"),
          name("Bush", story="b")], "jeb bush"),
        ([name("George W. Bush", texts=3, story="a"), name("Jeb Bush", texts=3, story="a"),
          name("Bush", story="a")], None),
        ([name("George W. Bush", texts=3, month=24_000), name("Jeb Bush", texts=3, month=24_100),
          name("Bush", month=24_101)], "jeb bush"),
        ([name("George W. Bush", texts=3, company=["person:a", "person:b"]),
          name("Jeb Bush", texts=3, company=["person:c"]),
          name("Bush", company=["person:a", "person:b"])], "george w bush"),
        ([name("Sergei Lavrov", story="talks"), name("Lavrov", "organisation", story="talks")],
         "sergei lavrov"),
        ([name("Liverpool Crown Court", "organisation", story="trial"),
          name("Liverpool", "organisation", story="trial")], None),
        ([name("Bill Ford", story="plant"), name("Ford Motor Co.", "organisation", story="plant"),
          name("Ford", "organisation", story="plant")], None),
    ],
)  # fmt: skip
def test_what_a_short_name_means_in_one_text(names: list[Name], meant: str | None) -> None:
    short = names[-1]
    found = join(names).entity_of(short.name, short.appearances[0].text)
    assert found.key == (meant or short.name.key)


def smiths(**other: object) -> list[Name]:
    one = name("John Smith", texts=2, fields=["politics"], company=["person:dana whitlock"])
    two = name("John Smith", texts=2, first=2, **{  # type: ignore[arg-type]
        "fields": ["sport"], "company": ["person:mel tate"], **other,
    })  # fmt: skip
    both = Name(name=one.name, texts=4, spellings={"John Smith": 4},
                appearances=one.appearances + two.appearances)  # fmt: skip
    return [both]


def test_namesakes_are_told_apart_by_their_walks_of_life() -> None:
    (smith,) = smiths()
    found = join([smith])
    assert found.senses == (
        EntityKey("person", "john smith", "politics"), EntityKey("person", "john smith", "sport"),
    )  # fmt: skip
    senses = [found.entity_of(smith.name, one.text).sense for one in smith.appearances]
    assert senses == ["politics", "politics", "sport", "sport"]


@pytest.mark.parametrize(
    "other",
    [{"fields": ["politics"]}, {"company": ["person:dana whitlock"]}, {"fields": []}],
    ids=["one walk of life", "one company", "nothing known"],
)
def test_one_bearer_is_one(other: dict[str, object]) -> None:
    assert join(smiths(**other)).senses == ()


def pins(*, same: Iterable[tuple[str, str]] = (), never: Iterable[tuple[str, str]] = (),
         wikidata: Iterable[tuple[str, str]] = ()) -> Pins:  # fmt: skip
    return Pins(
        same=frozenset((NameKey("person", a), NameKey("person", b)) for a, b in same),
        never=frozenset(frozenset((NameKey("person", a), NameKey("person", b))) for a, b in never),
        wikidata={NameKey("person", a): item for a, item in wikidata},
    )


ZELENSKY = [name("Volodymyr Zelenskyy", texts=5), name("Volodymyr Zelensky"), name("Zelensky")]


@pytest.mark.parametrize(
    ("given", "joined"),
    [
        (pins(same=[("volodymyr zelenskyy", "volodymyr zelensky")]),
         {"volodymyr zelenskyy": "volodymyr zelensky", "zelensky": "volodymyr zelensky"}),
        (pins(never=[("volodymyr zelensky", "volodymyr zelenskyy")]), {}),
        (pins(never=[("zelensky", "volodymyr zelensky")]),
         {"volodymyr zelensky": "volodymyr zelenskyy"}),
        (pins(wikidata=[("volodymyr zelensky", "Q1"), ("volodymyr zelenskyy", "Q2")]), {}),
    ],
    ids=["known by another name", "kept apart", "a surname kept apart", "two items"],
)  # fmt: skip
def test_pins_decide(given: Pins, joined: dict[str, str]) -> None:
    found = groups(ZELENSKY, given)
    if not joined:
        assert "volodymyr zelensky" not in found
    else:
        assert found == joined


def test_merges_say_why() -> None:
    (merge,) = join([name("Donald Trump", texts=3, story="levy"),
                     name("Donald J. Trump", story="levy")]).merges  # fmt: skip
    assert (merge.rule, merge.confidence) == ("middle_name", 0.85)
    assert merge.evidence == {"shared_stories": 1}
