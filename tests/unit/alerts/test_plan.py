"""What is told alone, what together, and when again."""

from __future__ import annotations

from datetime import timedelta

from include.alerts import Alert, Kind, next_try, plan, render_digest


def some(kind: Kind, count: int, start: int = 1) -> list[Alert]:
    """Alerts of one kind with numbers from `start` on."""
    return [
        Alert(
            kind=kind, subject="s", key=f"{kind}{n}", sentence=f"Thing {n}.", query="", alert_id=n
        )
        for n in range(start, start + count)
    ]


def test_few_alerts_are_told_alone_the_most_urgent_first() -> None:
    found = plan(some(Kind.WATCHLIST_HIT, 2) + some(Kind.FAILED_RUN, 1, 9), most=9, most_a_kind=9)
    assert [one.kind for one in found.alone] == ["failed_run", "watchlist_hit", "watchlist_hit"]
    assert not found.together


def test_one_kind_cannot_drown_the_others() -> None:
    found = plan(some(Kind.FAILING_FEED, 100) + some(Kind.DISPUTED_TOLL, 1, 200),
                 most=20, most_a_kind=5)  # fmt: skip
    assert len(found.alone) == 6
    assert len(found.together) == 95
    assert Kind.DISPUTED_TOLL in {one.kind for one in found.alone}


def test_a_run_sends_no_more_than_its_most() -> None:
    alerts = [one for n, kind in enumerate(Kind) for one in some(kind, 5, 10 * n + 1)]
    found = plan(alerts, most=7, most_a_kind=5)
    assert (len(found.alone), len(found.together)) == (7, len(alerts) - 7)


def test_nothing_alone_is_possible() -> None:
    assert not plan(some(Kind.FAILED_RUN, 3), most=0, most_a_kind=5).alone


def test_a_digest_counts_all_and_names_the_first() -> None:
    message = render_digest(some(Kind.WATCHLIST_HIT, 300))
    assert "300" in message.subject
    assert "Thing 1." in message.text
    assert "and 260 more" in message.text
    assert "BETWEEN 1 AND 300" in message.text
    assert len(message.data["alerts"]) == 300


def test_waits_double_to_six_hours() -> None:
    waits = [next_try(tries) for tries in range(1, 12)]
    assert waits[:3] == [timedelta(minutes=5), timedelta(minutes=10), timedelta(minutes=20)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(hours=6)
