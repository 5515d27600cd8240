"""A stage's log names what failed, a line each, and counts the rest."""

from __future__ import annotations

import pytest

from include.outcomes import Outcome, Reason, Status
from include.stages.work import Progress, told_in_a_line


def failed(number: int, status: Status = Status.FAILED) -> Outcome:
    return Outcome(
        stage="poll_feeds", subject_kind="feed", subject=f"gazette-{number}", status=status,
        reason=Reason.TIMED_OUT, detail="after 30 s",
        address="https://ann:pa55@gazette.example/rss?key=s3cret",
    )  # fmt: skip


def test_a_failed_item_is_told_with_name_address_and_reason() -> None:
    assert told_in_a_line(failed(1)) == (
        "timed_out (after 30 s): feed gazette-1 https://***@gazette.example/rss?key=***"
    )


def test_a_reason_without_detail_is_explained_in_one_short_line() -> None:
    plain = Outcome(
        stage="fetch_pages", subject_kind="page", subject="https://a.example/1",
        status=Status.FAILED, reason=Reason.GONE,
    )  # fmt: skip
    told = told_in_a_line(plain)
    assert told == "gone (the server answered 410 Gone): page https://a.example/1"
    long = Outcome(
        stage="fetch_pages", subject_kind="page", subject="https://a.example/1",
        status=Status.FAILED, reason=Reason.PARSE_ERROR, detail="line one\nline two " + "x" * 900,
    )  # fmt: skip
    assert len(told_in_a_line(long)) <= 300
    assert "\n" not in told_in_a_line(long)


def test_twenty_are_told_and_the_rest_is_counted(caplog: pytest.LogCaptureFixture) -> None:
    progress = Progress("poll_feeds", 30)
    stored = Outcome(
        stage="poll_feeds", subject_kind="feed", subject="good", status=Status.STORED,
        reason=Reason.NEW,
    )  # fmt: skip
    with caplog.at_level("INFO", "dateline"):
        progress.add([stored])
        for number in range(24):
            progress.add([failed(number, Status.RETRY if number % 2 else Status.FAILED)], done=1)
        progress.finish()
    told = [one.getMessage() for one in caplog.records if one.levelname == "WARNING"]
    assert sum("gazette-" in line for line in told) == 20
    assert told[-1] == "poll_feeds: … and 4 more that failed; all are in ops.outcomes"
    assert not any("good" in line for line in told)
    assert not any("s3cret" in line or "pa55" in line for line in told)
