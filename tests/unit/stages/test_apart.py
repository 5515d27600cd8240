"""One bad item costs itself: all others are done, and it is told why."""

from __future__ import annotations

from collections.abc import Sequence

import psycopg2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg2 import errors

from include.errors import CannotWork
from include.stages.apart import apart, is_of_the_world, told


class Store:
    """Something whole or nothing that takes every item but the bad ones."""

    def __init__(self, bad: set[int], error: Exception) -> None:
        self.bad, self.error = bad, error
        self.kept: list[int] = []
        self.refused: dict[int, Exception] = {}
        self.calls = 0

    def work(self, items: Sequence[int]) -> None:
        self.calls += 1
        if self.bad & set(items):
            raise self.error
        self.kept += items

    def give_up(self, item: int, error: Exception) -> None:
        self.refused[item] = error


@given(count=st.integers(0, 60), bad=st.sets(st.integers(0, 59)))
def test_every_item_is_done_or_told_of_once(count: int, bad: set[int]) -> None:
    store = Store(bad, ValueError("bad"))
    apart(range(count), store.work, store.give_up)
    assert store.kept == [one for one in range(count) if one not in bad]
    assert sorted(store.refused) == sorted(one for one in bad if one < count)


def test_one_bad_item_of_many_costs_few_tries() -> None:
    store = Store({77}, RuntimeError("bad"))
    apart(range(1_000), store.work, store.give_up)
    assert len(store.kept) == 999
    assert store.calls < 25


@pytest.mark.parametrize(
    "error",
    [
        ValueError("x"), KeyError("x"), RecursionError("deep"), MemoryError(), UnicodeError("x"),
        ZeroDivisionError(), AssertionError("x"),
    ],
    ids=lambda error: type(error).__name__,
)  # fmt: skip
def test_whatever_an_item_raises_is_its_own(error: Exception) -> None:
    store = Store({1}, error)
    apart([0, 1, 2], store.work, store.give_up)
    assert store.kept == [0, 2]
    assert store.refused == {1: error}


@pytest.mark.parametrize(
    "error",
    [
        CannotWork("no storage"), OSError(5, "Input/output error"), ConnectionResetError(),
        psycopg2.OperationalError("server closed the connection"),
        psycopg2.InterfaceError("connection already closed"),
    ],
    ids=lambda error: type(error).__name__,
)  # fmt: skip
def test_what_is_no_items_doing_is_raised_at_once(error: Exception) -> None:
    store = Store({0, 1, 2, 3}, error)
    with pytest.raises(type(error)):
        apart([0, 1, 2, 3], store.work, store.give_up)
    assert store.calls == 1
    assert not store.refused


def test_a_full_disk_is_told_in_a_line_at_once() -> None:
    store = Store({0, 1}, OSError(28, "No space left on device"))
    with pytest.raises(CannotWork, match=r"the disk is full: .*No space left on device"):
        apart([0, 1], store.work, store.give_up)
    assert store.calls == 1
    assert not store.refused


def refused_with(code: str) -> psycopg2.Error:
    """An error as the driver raises it for an answer of the server with this SQLSTATE."""
    error = errors.lookup(code)("refused")
    error.__setstate__({"pgcode": code})
    return error


@pytest.mark.parametrize("code", ["54000", "22021", "23505", "23514", "57014", "XX000", "P0001"])
def test_what_the_server_says_of_a_row_is_the_items(code: str) -> None:
    assert not is_of_the_world(refused_with(code))


@pytest.mark.parametrize("code", ["08006", "40P01", "42703", "53100", "55P03", "57P01", "58030"])
def test_what_the_server_says_of_itself_is_not(code: str) -> None:
    assert is_of_the_world(refused_with(code))


def test_a_failure_that_cannot_be_recorded_is_raised_after_all_others_are_done() -> None:
    store = Store({1}, ValueError("bad"))

    def cannot(item: int, error: Exception) -> None:
        raise RuntimeError("no room for the reason")

    with pytest.raises(RuntimeError, match="no room"):
        apart([0, 1, 2, 3], store.work, cannot)
    assert store.kept == [0, 2, 3]


def test_an_error_is_told_in_one_line() -> None:
    assert told(ValueError("a\nb\t c")) == "ValueError: a b c"
    assert len(told(ValueError("x" * 5_000))) < 400
