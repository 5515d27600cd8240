"""The file of pins: what people decide, and one clear line for each wrong line."""

from __future__ import annotations

import pytest

from include.entities import COLUMNS, NameKey, read_pins
from include.settings import PROJECT

HEAD = ",".join(COLUMNS) + "\n"


def test_the_bundled_file_has_no_wrong_line() -> None:
    pins, problems = read_pins((PROJECT / "seeds/entities.csv").read_bytes())
    assert problems == []
    assert len(pins.names()) >= 12
    assert pins.same
    assert pins.never


def test_a_line_may_decide_several_things() -> None:
    line = 'person,"Bush, George W.",George W. Bush,Jeb Bush|George Bush,Q207,Bush 43,note\n'
    pins, problems = read_pins((HEAD + line).encode())
    bush = NameKey("person", "bush george w")
    assert problems == []
    assert pins.same == {(bush, NameKey("person", "george w bush"))}
    assert pins.never == {
        frozenset((bush, NameKey("person", "jeb bush"))),
        frozenset((bush, NameKey("person", "george bush"))),
    }
    assert (pins.wikidata, pins.shown_as) == ({bush: "Q207"}, {bush: "Bush 43"})


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("human,A B,C D,,,,\n", "line 2: kind 'human' is none of ours"),
        ("person,,C D,,,,\n", "line 2: '' is no name"),
        ("person,A B,,,,,\n", "line 2: the line decides nothing"),
        ("person,A B,A  b,,,,\n", "line 2: 'A B' is paired with itself"),
        ("person,A B,,,Z9,,\n", "line 2: wikidata_id 'Z9' is no item"),
        ("person,A B,C D,C D,,,\n", "line 2: 'A B' is both same_as and never"),
        ("person,A B,C D,,,,\nperson,A B,E F,,,,\n", "line 3: 'A B' is the same as another"),
        ("person,A B,C D,,,,\nperson,C D,E F,,,,\nperson,E F,,A B,,,\n",
         "line 4: 'E F' is both same_as and never"),
        ("person,A B,C D,,Q1,,\nperson,C D,,,Q2,,\n",
         "line 3: 'C D' is the same as a name with another wikidata_id"),
        ("person,A B,C D,,,,,,\n", "line 2: 9 fields where the header has 7"),
        ('person,"A B,C D,,,,\n', "line 2: not CSV"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_told_and_the_others_hold(lines: str, told: str) -> None:
    good = "person,Good Name,Other Name,,,,\n"
    pins, problems = read_pins((HEAD + lines + good).encode())
    (problem,) = problems
    assert str(problem).startswith(told)
    assert (NameKey("person", "good name"), NameKey("person", "other name")) in pins.same


def test_a_header_that_does_not_fit_is_told() -> None:
    pins, (problem,) = read_pins(b"kind,nome,same_as\nperson,A,B\n")
    assert str(problem).startswith("line 1: the header does not fit (nome)")
    assert not pins.names()


@pytest.mark.parametrize("content", [b"", b'\xff\xfe\x00\n""",,,', HEAD.encode() * 2])
def test_no_content_raises(content: bytes) -> None:
    read_pins(content)
