"""Items that end their worker: tried again alone with more time, then kept apart; released."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from include.commands import quarantine
from include.isolation import Died, Done, TimedOut, Workers
from include.records import Response
from include.settings import Settings
from include.stages import cleaning, extracting, trying
from include.stages.archiving import keep
from include.stages.work import Run
from include.warehouse.connect import connect
from tests.warehouse.test_closing_runs import World

pytestmark = pytest.mark.warehouse

PARAGRAPH = "The council of Ternby voted on Monday to close the old bridge until the spring. " * 12


class Newsroom(World):
    """Three pages in the archive; what one of them does to its worker is set by a test."""

    def __init__(self, dsn: str, home: Path) -> None:
        self.dsn = dsn
        self.settings = Settings(home=home, workers=1)
        self.ask("INSERT INTO core.publishers (name) VALUES ('Tern Post')")
        run = self.run("filling")
        for number in (1, 2, 3):
            self.print_page(run, number, f"Old bridge {number} closes until spring")

    def print_page(self, run: Run, number: int, title: str) -> None:
        url = f"http://tern.example/{number}"
        body = (
            f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
            f"<p>{number}. {PARAGRAPH}</p></article></body></html>"
        ).encode()
        answer = Response(
            requested_url=url, url=url, status=200, headers={"content-type": "text/html"},
            body=body, fetched_at=datetime.now(UTC), elapsed_ms=1, wire_bytes=len(body),
        )  # fmt: skip
        row = {"page_id": number, "url": url, "archive_path": None, "body_sha256": None}
        kept = keep(run.archive, "pages", [(row, answer)], key="page_id")[0][number]
        self.ask(
            """
            INSERT INTO core.pages (url, canonical_url, url_sha256, publisher_id, host,
                body_sha256, fetched_at, archive_path, archive_offset, archive_length,
                content_type, next_fetch_at)
            VALUES (%s, %s, sha256(%s::bytea), 1, 'tern.example', sha256(%s), now(), %s, %s, %s,
                    'text/html', NULL)
            ON CONFLICT (url_sha256) DO UPDATE SET body_sha256 = EXCLUDED.body_sha256,
                archive_path = EXCLUDED.archive_path, archive_offset = EXCLUDED.archive_offset,
                archive_length = EXCLUDED.archive_length
            """,
            url, url, url, body, kept.path, kept.offset, kept.length,
        )  # fmt: skip

    def clean(self, run_id: str) -> dict[str, int]:
        run = self.run(run_id)
        counts: dict[str, int] = {}
        for batch in cleaning.choose_articles(run):
            counts |= cleaning.clean_articles(run, batch)
        return counts


@pytest.fixture
def newsroom(warehouse_dsn: str, tmp_path: Path) -> Newsroom:
    return Newsroom(warehouse_dsn, tmp_path)


class Poison:
    """Workers that are stopped or die at items of one URL, and note what time each was given."""

    def __init__(self, url: str, error: Exception) -> None:
        self.url, self.error = url, error
        self.is_over = False
        self.given: list[tuple[tuple[str, ...], float]] = []

    def map(self, function: Any, items: Any, *, deadline_s: Any) -> Iterator[Any]:
        listed = list(items)
        self.given.append((tuple(item.page.url for item in listed), deadline_s))
        for item in listed:
            if item.page.url == self.url and not self.is_over:
                yield Done(item, None, self.error)
            else:
                yield Done(item, function(item))


@pytest.fixture
def poison(monkeypatch: pytest.MonkeyPatch) -> Poison:
    found = Poison("http://tern.example/2", TimedOut("stopped"))
    monkeypatch.setattr(Workers, "map", lambda self, *given, **named: found.map(*given, **named))
    return found


def test_a_page_whose_worker_was_stopped_is_not_settled_and_costs_the_others_nothing(
    newsroom: Newsroom, poison: Poison
) -> None:
    assert newsroom.clean("run:1") == {"retry/worker_timed_out": 1, "stored/new": 2}
    assert newsroom.ask("SELECT page_id FROM core.pages WHERE cleaned_sha256 IS NULL") == [(2,)]
    assert cleaning.choose_articles(newsroom.run("run:1")) == []  # not twice in a run


def test_it_is_tried_again_alone_with_more_time_and_then_kept_apart(
    newsroom: Newsroom, poison: Poison
) -> None:
    newsroom.clean("run:1")
    newsroom.print_page(newsroom.run("filling"), 4, "A fourth bridge")
    assert newsroom.clean("run:2") == {"retry/worker_timed_out": 1, "stored/new": 1}
    assert newsroom.clean("run:3") == {"failed/worker_timed_out": 1}
    usual = newsroom.settings.parse_deadline_s
    alone = ("http://tern.example/2",)
    assert poison.given[1:] == [
        (("http://tern.example/4",), usual), (alone, 2 * usual), (alone, 4 * usual)
    ]  # fmt: skip
    assert newsroom.clean("run:4") == {}
    ((items, quarantined),) = newsroom.ask("SELECT items, quarantined FROM mart.waiting "
                                           "WHERE stage = 'clean_articles'")  # fmt: skip
    assert (items, quarantined) == (0, 1)


def test_a_page_that_went_well_at_last_has_no_failed_tries(
    newsroom: Newsroom, poison: Poison
) -> None:
    poison.error = Died("exit code 9")
    assert newsroom.clean("run:1")["retry/worker_died"] == 1
    poison.is_over = True
    assert newsroom.clean("run:2") == {"stored/new": 1}
    assert newsroom.ask("SELECT count(*) FROM ops.tries") == [(0,)]


def test_a_new_body_is_a_new_page(newsroom: Newsroom, poison: Poison) -> None:
    for number in range(3):
        newsroom.clean(f"run:{number}")
    newsroom.print_page(newsroom.run("filling"), 2, "Old bridge 2 stays open")
    assert newsroom.clean("run:4") == {"retry/worker_timed_out": 1}
    assert newsroom.ask("SELECT tries, quarantined_at FROM ops.tries") == [(1, None)]


def test_quarantine_is_listed_and_released_by_hand(
    newsroom: Newsroom, poison: Poison, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        newsroom.clean(f"run:{number}")
    settings = newsroom.settings.model_copy(update={"warehouse": newsroom.dsn})
    assert quarantine.list_quarantined(settings, as_json=True) == 0
    (told,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (told["stage"], told["subject"], told["tries"]) == ("clean_articles", "2", 3)
    assert told["url"] == "http://tern.example/2"
    assert "try" not in told["detail"]
    assert quarantine.list_quarantined(settings, as_json=False) == 0
    assert "worker_timed_out" in capsys.readouterr().out
    assert quarantine.release(settings, stage=None, subjects=["7"]) == 1
    assert "not in quarantine: 7" in capsys.readouterr().err
    assert quarantine.release(settings, stage="extract_texts", subjects=[]) == 0
    assert newsroom.clean("run:4") == {}
    assert quarantine.release(settings, stage=None, subjects=["2"]) == 0
    assert "released: 1" in capsys.readouterr().out
    assert newsroom.clean("run:5") == {"retry/worker_timed_out": 1}


def test_quarantine_is_released_by_a_stage(newsroom: Newsroom, poison: Poison) -> None:
    for number in range(3):
        newsroom.clean(f"run:{number}")
    assert trying.release_quarantine(newsroom.run("run:4")) == {"released": 1}
    poison.is_over = True
    assert newsroom.clean("run:5") == {"stored/new": 1}


def test_a_text_that_fails_is_tried_a_bounded_number_of_times(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.clean("run:0")
    given: list[tuple[int, float]] = []

    def die(self: Workers, function: Any, items: Any, *, deadline_s: Any) -> Iterator[Any]:
        for task in items:
            given.append((len(task.texts), deadline_s(task)))
            yield Done(task, None, Died("exit code 9"))

    monkeypatch.setattr(Workers, "map", die)
    monkeypatch.setattr(extracting, "config_hashes", lambda settings: {"en": "e", "*": "other"})
    told = []
    for number in range(1, 5):
        run = newsroom.run(f"run:{number}")
        told += [extracting.extract_texts(run, one) for one in extracting.choose_texts(run)]
    assert told == [{"retry/worker_died": 3}, {"retry/worker_died": 3}, {"failed/worker_died": 3}]
    usual = newsroom.settings.extract_deadline_s
    assert given == [(3, usual), *[(1, usual)] * 3, *[(1, 2 * usual)] * 3, *[(1, 4 * usual)] * 3]
    with closing(connect(newsroom.dsn)) as conn, conn.cursor() as cur:
        cur.execute("SELECT count(*) FROM core.extractions")
        assert cur.fetchone() == (0,)
