"""What counts as a change of an entry, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from include.feeds.changes import content_hash
from include.records import FeedEntry

ENTRY = FeedEntry(
    entry_id="1",
    url="https://paper.example/a?id=7",
    title="Two killed in fire",
    summary="A fire broke out. 12 comments",
    authors=("Jane Doe", "Li Wei"),
)


@pytest.mark.parametrize(
    "change",
    [
        {"url": "http://www.paper.example/a?utm_source=rss&id=7#top"},
        {"title": "Two Killed  in Fire!"},
        {"summary": "A fire broke out. 1,318 comments"},
        {"summary": "A fire broke out. (3 comments)"},
        {"authors": ("Li Wei", "Jane Doe")},
        {"updated_at": datetime(2024, 9, 2, tzinfo=UTC)},
        {"entry_id": "2"},
    ],
)
def test_trivial_change(change: dict[str, object]) -> None:
    assert content_hash(replace(ENTRY, **change)) == content_hash(ENTRY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"url": "https://paper.example/a?id=8"},
        {"url": None},
        {"title": "Three killed in fire"},
        {"summary": "A fire broke out. 12 people died"},
        {"summary": "A fire broke out."[:-5]},
        {"authors": ("Jane Doe",)},
    ],
)
def test_real_change(change: dict[str, object]) -> None:
    assert content_hash(replace(ENTRY, **change)) != content_hash(ENTRY)  # type: ignore[arg-type]


def test_fields_do_not_run_into_one_another() -> None:
    one = FeedEntry(entry_id="", url=None, title="a b", summary="c")
    other = FeedEntry(entry_id="", url=None, title="a", summary="b c")
    assert content_hash(one) != content_hash(other)
