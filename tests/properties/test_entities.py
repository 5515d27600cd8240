"""What must hold however names come: no order, no batches and no nonsense change entities."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from include.entities import (
    Appearance,
    Joining,
    Name,
    NameKey,
    Pins,
    blocks_of,
    closure,
    join,
    name_key,
    pin_blocks,
)
from include.entities.person_names import alike, person_name
from tests.effort import effort

GIVEN = ("Ann", "Anna", "John", "Jon", "J.", "George", "George W.", "George H. W.", "Liz",
         "Elizabeth", "Mohammed", "Muhammad", "")  # fmt: skip
FAMILY = ("Smith", "Smyth", "Bush", "Zelensky", "Zelenskyy", "von der Leyen", "Lee", "Kim Il Ri")
BODIES = ("European Union", "EU", "E.U.", "Evers United", "Ford Motor Co.", "Ford", "WHO",
          "World Health Organization", "Ministry of Defence", "Defence Ministry")  # fmt: skip
COMPANY = ("person:a", "person:b", "organisation:c", "place:d", "place:e")

people = st.builds(lambda *words: " ".join(words).strip(), st.sampled_from(GIVEN),
                   st.sampled_from(FAMILY))  # fmt: skip
written = st.one_of(
    st.tuples(st.sampled_from(("person", "person", "organisation")), people),
    st.tuples(st.sampled_from(("organisation", "organisation", "place")), st.sampled_from(BODIES)),
)
appearances = st.builds(
    Appearance,
    text=st.sampled_from([f"t{n}" for n in range(12)]),
    root=st.sampled_from([f"t{n}" for n in range(8)]),
    story=st.sampled_from((None, "s1", "s2", "s3")),
    month=st.sampled_from((None, 24_000, 24_001, 24_040)),
    fields=st.frozensets(st.sampled_from(("sport", "politics")), max_size=1),
    company=st.frozensets(st.sampled_from(COMPANY), max_size=3),
)


@st.composite
def name_sets(draw: st.DrawFn) -> list[Name]:
    """Names with evidence, each name once and once a text."""
    found = []
    for kind, text in draw(
        st.lists(written, max_size=9, unique_by=lambda w: (w[0], name_key(w[1])))
    ):
        there = draw(st.lists(appearances, max_size=5, unique_by=lambda one: one.text))
        also = draw(st.dictionaries(st.sampled_from(("eu", "who")), st.integers(1, 3), max_size=1))
        found.append(
            Name(name=NameKey(kind, name_key(text)), texts=len({one.root for one in there}),
                 spellings={text: 1}, also=also if kind == "organisation" else {},
                 place=draw(st.sampled_from((None, 7))) if kind == "place" else None,
                 appearances=tuple(there))
        )  # fmt: skip
    return found


@st.composite
def pinned(draw: st.DrawFn, names: list[Name]) -> Pins:
    """A few pins on some names."""
    keys = [one.name for one in names if one.name.kind == "person"]
    if len(keys) < 3:
        return Pins()
    one, two, three = draw(st.permutations(keys))[:3]
    return Pins(same=frozenset({(one, two)}), never=frozenset({frozenset((two, three))}))


@given(st.data())
@effort(150)
def test_no_order_changes_what_is_joined(data: st.DataObject) -> None:
    names = data.draw(name_sets())
    pins = data.draw(pinned(names))
    shuffled = [
        Name(**{field: getattr(one, field) for field in Name.__dataclass_fields__}
             | {"appearances": tuple(data.draw(st.permutations(one.appearances)))})
        for one in data.draw(st.permutations(names))
    ]  # fmt: skip
    assert join(shuffled, pins) == join(names, pins)


class _InBlocks:
    def __init__(self, name: Name, blocks: tuple[str, ...]) -> None:
        self.name = name
        self.blocks = blocks


def joined_by_blocks(names: list[Name], pins: Pins, order: Iterable[Name]) -> Joining:
    """Every name joined with nothing but what its blocks lead to."""
    labels = pin_blocks(pins)
    members = {n: _InBlocks(one, blocks_of(one, labels)) for n, one in enumerate(names)}
    merges, senses = set(), set()
    for one in order:
        reached = closure(
            blocks_of(one, labels),
            lambda some, known: [
                (n, m) for n, m in members.items() if n not in known and some & set(m.blocks)
            ],
        )
        found = join([m.name for m in reached.values()], pins)
        merges |= {(m.name, m.text, m.into, m.rule, m.confidence) for m in found.merges}
        senses |= set(found.senses)
    return merges, senses  # type: ignore[return-value]


@given(st.data())
@effort(150)
def test_block_by_block_is_as_good_as_all_at_once(data: st.DataObject) -> None:
    names = data.draw(name_sets())
    pins = data.draw(pinned(names))
    whole = join(names, pins)
    wanted = {(m.name, m.text, m.into, m.rule, m.confidence) for m in whole.merges}
    order = data.draw(st.permutations(names))
    assert joined_by_blocks(names, pins, order) == (wanted, set(whole.senses))


@given(st.data())
@effort(100)
def test_an_entity_stands_for_itself_and_pins_hold(data: st.DataObject) -> None:
    names = data.draw(name_sets())
    pins = data.draw(pinned(names))
    found = join(names, pins)
    into = {one.name: NameKey(*one.into[:2]) for one in found.merges if one.text is None}
    assert not set(into.values()) & into.keys()
    assert len(into) == sum(one.text is None for one in found.merges)
    for pair in pins.never:
        assert len({into.get(name, name) for name in pair}) == 2
    for one, other in pins.same:
        assert into.get(one, one) == into.get(other, other)


@given(st.text(max_size=60), st.text(max_size=60))
@effort(300)
def test_any_text_is_a_name(one: str, other: str) -> None:
    first, second = person_name(name_key(one) or "x"), person_name(name_key(other) or "x")
    assert alike(first, second) == alike(second, first)
    assert blocks_of(Name(name=NameKey("organisation", name_key(one)), spellings={one: 1}))
