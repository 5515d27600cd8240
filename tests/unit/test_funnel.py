"""The funnel of a run, as words and as numbers."""

from __future__ import annotations

from include.warehouse.funnel import Step, as_counts, as_markdown

STEPS = [
    Step(stage="poll_feeds", new=13, known=2, why=(("not_a_feed", 1),)),
    Step(stage="fetch_pages", new=54, known=0,
         why=(("gone", 3), ("a", 1), ("b", 1), ("c", 1), ("d", 1))),
    Step(stage="extract_texts", new=0, known=0),
]  # fmt: skip


def test_a_note_has_a_line_for_each_stage_that_saw_something() -> None:
    told = as_markdown(STEPS).splitlines()
    assert told[2] == "| feeds polled | 16 | 13 | 2 | 1 | 1 not_a_feed |"
    assert told[3] == "| pages fetched | 61 | 54 | 0 | 7 | 3 gone, 1 a, 1 b, 1 c, … |"
    assert len(told) == 4


def test_a_run_that_met_nothing_says_so() -> None:
    assert as_markdown([STEPS[2]]) == "Nothing was due."


def test_numbers_are_those_of_the_words() -> None:
    assert as_counts(STEPS) == {
        "poll_feeds": {"seen": 16, "new": 13, "known": 2, "out": 1},
        "fetch_pages": {"seen": 61, "new": 54, "known": 0, "out": 7},
    }
