"""Guards that stand in children, and those that hold the children: each is watched.

A child is another process: what a test replaces in its own is not replaced there. So a child is
begun with something else in a guard's place. With the guard on the test that watches it passes,
with the guard off it goes red.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from psycopg2.errors import QueryCanceled

from include import isolation
from include.articles import Rejected
from include.isolation import Died, TimedOut, Workers
from include.outcomes import Reason
from include.pages.captures import Piece
from include.pages.html_folder import HtmlFile, HtmlTask, read_html
from include.records import RawPage, TextToExtract
from include.settings import Settings
from include.stages import Run, child, work
from include.stages.cleaning import CleanTask, clean_task
from include.stages.extracting import ExtractTask
from include.stages.polling import FeedTask, read_feed
from include.warehouse.connect import connector
from tests.faults import in_children
from tests.faults.test_guards_are_watched import Guard, call, reddened, swap

MIB = 1 << 20


def inside(module: str, name: str, value: object) -> Callable[[pytest.MonkeyPatch], None]:
    """Put something else in a guard's place, in children only."""
    return swap(isolation, "_limit", in_children.Begin(module, name, value))


def _here(self: child.Child, function: Any, items: Sequence[Any], *, times: float = 1.0) -> Any:
    return function(self._run, items)


@contextmanager
def _endless_statements(self: Run, items: int) -> Any:
    with self.transaction() as cur:
        yield cur


def done_in_child(
    function: Callable[[Any], Any], item: Any, *, deadline_s: float = 60.0, **limits: Any
) -> Any:
    """What a child makes of an item: the result, or the kind of its error."""
    with Workers(1, **{"memory_mb": 3_000, **limits}) as workers:
        (done,) = workers.map(function, [item], deadline_s=deadline_s)
    return type(done.error) if done.error else done.result


# The tests that watch.


def _data_is_capped() -> None:
    assert done_in_child(in_children.hold, 400, data_mb=256) is Died


def _space_is_capped() -> None:
    assert done_in_child(in_children.hold, 900, memory_mb=800) is Died


def _work_ends() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(isolation, "_GRACE_S", 600.0)  # a busy machine must not end it
        assert done_in_child(in_children.be_busy, 1.0, deadline_s=0.3) is TimedOut


def _waiting_ends() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(isolation, "_GRACE_S", 0.5)
        patch.setattr(isolation, "_PATIENCE", 1.0)
        assert done_in_child(in_children.rest, 12.0, deadline_s=0.5) is TimedOut


def _no_type_is_read() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY told "swapped">]>'
    body = '<rss version="2.0"><channel><title>T</title><item/></channel></rss>'
    assert "<!" not in done_in_child(in_children.screened, head + body)


def _the_newest_entries_are_read() -> None:
    items = "".join(
        f"<item><guid>{day}</guid><title>T</title>"
        f"<pubDate>{day} Mar 2025 10:00:00 GMT</pubDate></item>"
        for day in range(1, 31)
    )
    body = f'<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'
    document = done_in_child(read_feed, FeedTask(body.encode(), None, "text/xml", 9))
    assert {entry.entry_id for entry in document.entries} == {str(day) for day in range(22, 31)}


def _markup_is_screened() -> None:
    page = f"<html><body><p {' '.join(f'a{n}=1' for n in range(700))}>x</p></body></html>"
    task = CleanTask(RawPage(url="https://a.example/x", body=page.encode()), min_words=10)
    found = done_in_child(clean_task, task)
    assert isinstance(found, Rejected)
    assert found.reason is Reason.HOSTILE_MARKUP


def _facts_are_few_when_they_arrive() -> None:
    body = "\n".join(f"“We met on {day} March 2025,” said Anna Ek." for day in range(1, 12))
    text = TextToExtract(id="1", body=body, title="", language="xx", published_at=None)
    task = ExtractTask([text], Settings(models={}))
    task.names = {}
    (found,) = done_in_child(in_children.extracted, task)
    assert len(found.times) <= 3
    assert found.cut > 0


def _long_runs_are_cut() -> None:
    assert done_in_child(in_children.tokens_of, "a " + "b" * 450 + " c") <= 200


def _files_are_unpacked_to_their_bound(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(bytes(300 * MIB), compresslevel=1))
    file = HtmlFile(
        path="a.html.gz", url=(tmp_path / "a.html.gz").as_uri(), changed_at=datetime.now(UTC)
    )
    task = HtmlTask(files=(file,), max_body=1_000, is_last=True)
    piece = done_in_child(read_html, task, data_mb=256)
    assert isinstance(piece, Piece)
    assert [one.reason for one in piece.captures] == [Reason.TOO_LARGE]


def _pieces_end(dsn: str, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, relate_deadline_s=0.3)
    run = Run(connect=connector(dsn), settings=settings, run_id="child")
    with child.Child(run) as one, pytest.raises(TimedOut):
        one.do(in_children.busy_piece, [1.5])


def _statements_end(dsn: str, tmp_path: Path) -> None:
    run = Run(connect=connector(dsn), settings=Settings(home=tmp_path), run_id="statement")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(work, "statement_s", lambda items: 0.3)
        with pytest.raises(QueryCanceled), run.piece(1) as cur:
            cur.execute("SELECT pg_sleep(2)")


PRESCREEN = "include.feeds.prescreen"
GUARDS = [
    Guard(
        name="what a child may write to",
        off=swap(isolation, "_limit", in_children.no_cap_on_data),
        watch=_data_is_capped,
    ),
    Guard(
        name="a child's address space",
        off=swap(isolation, "_limit", in_children.no_cap_on_space),
        watch=_space_is_capped,
    ),
    Guard(
        name="a child's processor time",
        off=swap(isolation, "_timed", in_children.without_a_timer),
        watch=_work_ends,
    ),
    Guard(
        name="children that only wait",
        off=swap(isolation, "wall_s", lambda seconds: 600.0),
        watch=_waiting_ends,
    ),
    Guard(
        name="document types of feeds",
        off=inside(PRESCREEN, "_skip_prolog", in_children.unscreened),
        watch=_no_type_is_read,
    ),
    Guard(
        name="entries beyond the limit",
        off=inside(PRESCREEN, "_newest_entries", in_children.all_entries),
        watch=_the_newest_entries_are_read,
    ),
    Guard(
        name="markup made to exhaust a parser",
        off=inside("include.articles.screen", "MAX_ATTRIBUTES", 10**9),
        watch=_markup_is_screened,
    ),
    Guard(
        name="facts of a text, before they are brought over",
        off=inside("include.stages.extracting", "within_bounds", in_children.as_it_is),
        watch=_facts_are_few_when_they_arrive,
    ),
    Guard(
        name="runs of letters without an end",
        off=inside("include.extraction.reading.models", "_LONG_RUN", re.compile("(?!)")),
        watch=_long_runs_are_cut,
    ),
    Guard(
        name="files of an import, before they are held",
        off=inside("include.pages.html_folder", "_body", in_children.whole),
        watch=_files_are_unpacked_to_their_bound,
    ),
    Guard(
        name="comparing, grouping and joining in a child",
        off=swap(child.Child, "do", _here),
        watch=_pieces_end,
    ),
    Guard(
        name="statements of the server",
        off=swap(Run, "piece", _endless_statements),
        watch=_statements_end,
    ),
]


@pytest.mark.timeout(1200)  # children begin slowly on a machine that does much else
@pytest.mark.warehouse
@pytest.mark.parametrize("one", GUARDS, ids=lambda one: one.name)
def test_without_the_guard_in_children_its_test_goes_red(
    one: Guard, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    call(one.watch, request, tmp_path / "on")
    with pytest.MonkeyPatch.context() as patch:
        one.off(patch)
        with reddened(*one.red):
            call(one.watch, request, tmp_path / "off")
