"""Permanent redirects are believed when they have held, temporary ones never."""

from __future__ import annotations

import pytest

from include.feeds.moves import Trial, permanent_target, try_move

A, B, C = "https://a.test/feed", "https://b.test/feed", "https://c.test/feed"
DAY = 86_400.0


@pytest.mark.parametrize(
    ("redirects", "target"),
    [
        ([], None),
        ([(301, B)], B),
        ([(308, B)], B),
        ([(302, B)], None),
        ([(303, B)], None),
        ([(307, B)], None),
        ([(301, B), (308, C)], C),
        ([(301, B), (302, C)], B),
        ([(302, B), (301, C)], None),
    ],
)
def test_only_leading_permanent_redirects_count(
    redirects: list[tuple[int, str]], target: str | None
) -> None:
    assert permanent_target(redirects) == target


@pytest.mark.parametrize(
    ("polls", "since_s", "expected"),
    [
        (1, 2 * DAY, Trial(to=B, polls=2)),
        (2, DAY - 1, Trial(to=B, polls=3)),
        (2, DAY, Trial(to=B, polls=3, has_held=True)),
        (9, None, Trial(to=B, polls=10)),
    ],
)
def test_a_move_needs_several_polls_and_a_day(
    polls: int, since_s: float | None, expected: Trial
) -> None:
    assert try_move([(301, B)], moving_to=B, polls=polls, since_s=since_s) == expected


def test_another_target_starts_the_trial_anew() -> None:
    assert try_move([(301, C)], moving_to=B, polls=9, since_s=9 * DAY) == Trial(to=C, polls=1)


def test_an_answer_without_the_redirect_ends_the_trial() -> None:
    assert try_move([], moving_to=B, polls=9, since_s=9 * DAY) == Trial()
