"""Memory is shared out in bytes: what a run holds follows one setting."""

from __future__ import annotations

import pytest

from include.memory import MIB, OWN_MB, Budget, Children


@pytest.mark.parametrize(
    ("wanted", "need_mb", "expected"),
    [
        (1, 300, Children(1, 1_792)),
        (4, 300, Children(4, 448)),
        (4, 880, Children(2, 896)),
        (4, 1_500, Children(1, 1_792)),
        (64, 300, Children(5, 358)),
        (2, 5_000, Children(1, 5_000)),  # no work would be done with less
    ],
)
def test_children_are_as_many_as_there_is_room_for(
    wanted: int, need_mb: int, expected: Children
) -> None:
    budget = Budget.of(2_048, limit_mb=0)
    assert budget.children(wanted, need_mb=need_mb) == expected


@pytest.mark.parametrize("memory_mb", [1_024, 2_048, 8_192])
@pytest.mark.parametrize("wanted", [1, 2, 4, 64])
def test_all_together_stay_within_the_setting(memory_mb: int, wanted: int) -> None:
    children = Budget.of(memory_mb, limit_mb=0).children(wanted, need_mb=640)
    assert OWN_MB + children.count * children.data_mb <= memory_mb


def test_a_container_leaves_less_and_processes_side_by_side_share() -> None:
    assert Budget.of(2_048, limit_mb=1_000).megabytes == 750
    assert Budget.of(2_048, limit_mb=16_000).megabytes == 2_048
    assert Budget.of(2_048, sharing=4, limit_mb=0).megabytes == 512


def test_large_items_are_few_at_once() -> None:
    budget = Budget(1_024)
    assert budget.share(16) == 64 * MIB
    assert budget.items(16, 5_000_000, most=40) == 13
    assert budget.items(16, 10, most=40) == 40
    assert budget.items(16, 1_000_000_000, most=40) == 1
