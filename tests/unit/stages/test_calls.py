"""Texts go to workers in calls that are bounded in characters."""

from __future__ import annotations

from typing import Any

from include.stages.extracting import TEXTS_A_CALL, in_calls


def rows(*lengths: int) -> list[Any]:
    return [{"text_id": number, "chars": chars} for number, chars in enumerate(lengths)]


def test_short_texts_share_a_call() -> None:
    calls, large = in_calls(rows(*[100] * 20))
    assert [len(one) for one in calls] == [TEXTS_A_CALL, TEXTS_A_CALL, 4]
    assert large == []


def test_a_call_holds_so_many_characters() -> None:
    calls, large = in_calls(rows(8_000, 8_000, 8_000, 15_000, 5_000))
    assert [[row["chars"] for row in one] for one in calls] == [
        [8_000, 8_000], [8_000], [15_000], [5_000],
    ]  # fmt: skip
    assert large == []


def test_a_long_text_stands_alone() -> None:
    calls, large = in_calls(rows(100, 90_000, 100))
    assert [[row["chars"] for row in one] for one in calls] == [[100, 100]]
    assert [[row["chars"] for row in one] for one in large] == [[90_000]]
