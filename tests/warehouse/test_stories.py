"""Stories in the warehouse: the same whatever the order, the batches, the workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from include.errors import CannotWork
from include.group_records import ArticleToGroup
from include.settings import PROJECT, Settings
from include.stages import Run, fingerprint_texts, group_stories, regroup_stories
from include.warehouse.check import run_check
from include.warehouse.check_list import list_checks
from include.warehouse.connect import connector
from tests.conftest import EmbeddedServer, database
from tests.unit.stories.made_texts import edit, make_report
from tests.unit.stories.newsroom_sample import newsroom
from tests.warehouse.stored_articles import store_article, store_articles

pytestmark = pytest.mark.warehouse

T0 = datetime(2031, 5, 6, tzinfo=UTC)


@pytest.fixture
def run(warehouse_dsn: str) -> Run:
    return run_on(warehouse_dsn)


def run_on(dsn: str) -> Run:
    return Run(connect=connector(dsn), settings=Settings(), run_id="test")


def load(run: Run, articles: Iterable[ArticleToGroup]) -> None:
    with run.transaction() as cur:
        store_articles(cur, articles)


def group(run: Run) -> None:
    fingerprint_texts(run)
    group_stories(run)


def rows(run: Run, statement: str) -> list[tuple[object, ...]]:
    with run.transaction() as cur:
        cur.execute(statement)
        return cur.fetchall()


def stories(run: Run) -> set[frozenset[str]]:
    """The stories as sets of URLs."""
    groups: defaultdict[object, set[str]] = defaultdict(set)
    for story, url in rows(run, "SELECT story_id, url FROM mart.articles"):
        groups[story].add(str(url))
    return {frozenset(urls) for urls in groups.values()}


def copies(run: Run) -> set[tuple[object, ...]]:
    """Every article with the article whose text it has, and why."""
    return set(rows(run, "SELECT url, is_copy, independent_text_id = text_id FROM mart.articles"))


def morning() -> list[ArticleToGroup]:
    """The sample newsroom, with copies: exact, edited, cut, and one published before all."""
    articles, _ = newsroom()
    rnd = Random(8)
    made = []
    for number, original in enumerate(articles):
        assert original.published_at
        at = original.published_at
        original = replace(original, text_id="", publisher=f"p{number}.test")
        made.append(original)
        if number % 3 == 0:
            made.append(
                replace(original, id=f"exact{number}", published_at=at + timedelta(hours=3))
            )
        if number % 4 == 1:
            body = "(Newswire) " + edit(original.body, 0.04, rnd)
            made.append(replace(original, id=f"near{number}", body=body,
                                published_at=at + timedelta(hours=5)))  # fmt: skip
        if number % 5 == 2:
            made.append(replace(original, id=f"before{number}", body=original.body + " More soon.",
                                published_at=at - timedelta(hours=1)))  # fmt: skip
    return made


def in_batches(articles: Sequence[ArticleToGroup], size: int) -> Iterable[list[ArticleToGroup]]:
    for start in range(0, len(articles), size):
        yield list(articles[start : start + size])


@pytest.mark.parametrize(("size", "seed"), [(100, 1), (7, 2), (3, 3), (1, 4)])
def test_order_and_batches_do_not_matter(run: Run, size: int, seed: int) -> None:
    articles = morning()
    wanted_stories, wanted_copies = alone(run, articles)
    Random(seed).shuffle(articles)
    with run.transaction() as cur:
        cur.execute("TRUNCATE core.texts, core.articles, core.stories, core.term_counts CASCADE")
    for batch in in_batches(articles, size):
        load(run, batch)
        group(run)
    assert stories(run) == wanted_stories
    assert copies(run) == wanted_copies


def alone(
    run: Run, articles: Sequence[ArticleToGroup]
) -> tuple[set[frozenset[str]], set[tuple[object, ...]]]:
    """What comes of all articles at once."""
    load(run, articles)
    group(run)
    return stories(run), copies(run)


def test_events_stay_apart_and_reports_together(run: Run) -> None:
    articles, wanted = newsroom()
    load(run, articles)
    group(run)
    found = dict(rows(run, "SELECT url, story_id FROM mart.articles"))
    by_story: defaultdict[object, set[str]] = defaultdict(set)
    for url, story in found.items():
        by_story[story].add(wanted[str(url)])
    assert all(len(events) == 1 for events in by_story.values())
    assert len(by_story) == len(set(wanted.values()))


def test_grouping_again_and_regrouping_change_nothing(run: Run) -> None:
    load(run, morning())
    group(run)
    state = "SELECT * FROM core.story_articles ORDER BY article_id"
    before, groups = rows(run, state), stories(run)
    group(run)
    assert rows(run, state) == before
    since, until = T0 - timedelta(days=3), T0 + timedelta(days=9)
    counts = rows(run, "SELECT * FROM core.term_counts ORDER BY term")
    for _ in range(2):
        assert regroup_stories(run, since=since, until=until)["texts"] > 0
        assert stories(run) == groups
        assert rows(run, "SELECT * FROM core.term_counts ORDER BY term") == counts
        assert rows(run, "SELECT * FROM core.story_events") == []
    with pytest.raises(CannotWork, match="nothing lies between"):
        regroup_stories(run, since=until, until=since)
    with pytest.raises(CannotWork, match="no span"):
        regroup_stories(run, since=None, until=until)


def test_an_earlier_original_that_comes_late_takes_over(run: Run) -> None:
    articles, _ = newsroom()
    original = articles[5]
    assert original.published_at
    load(run, articles)
    group(run)
    (before,) = rows(run, f"SELECT story_id FROM mart.articles WHERE url = '{original.id}'")
    wire = replace(
        original, id="wire", body=original.body + " Ends.",
        published_at=original.published_at - timedelta(hours=2),
    )  # fmt: skip
    load(run, [wire])
    group(run)
    found = rows(
        run,
        f"SELECT url, is_copy, story_id FROM mart.articles WHERE url IN ('wire', '{original.id}')",
    )
    assert set(found) == {("wire", False, *before), (original.id, True, *before)}
    texts = rows(run, "SELECT texts FROM core.term_counts WHERE term = ''")
    assert texts == [(len(articles),)]


def test_an_edited_article_is_no_copy_and_a_rewritten_one_may_move(run: Run) -> None:
    articles, _ = newsroom()
    load(run, articles)
    group(run)
    edited = replace(articles[0], body=articles[0].body + " The toll is expected to rise.")
    moved = replace(articles[14], body=articles[3].body.replace("Wednesday", "early Wednesday"))
    load(run, [edited, moved])
    group(run)
    found = {
        url: (story, copy)
        for url, story, copy in rows(run, "SELECT url, story_id, is_copy FROM mart.articles")
    }
    assert found[edited.id] == (found[articles[1].id][0], False)
    assert found[moved.id][0] == found[articles[3].id][0]
    outcomes = rows(
        run, "SELECT status, reason FROM ops.outcomes WHERE stage = 'group_stories'"
        " AND status = 'updated'"
    )  # fmt: skip
    assert outcomes == [("updated", "changed")] * 2


def test_an_article_may_return_to_its_first_words(run: Run) -> None:
    articles, _ = newsroom()
    load(run, articles)
    group(run)
    before = stories(run)
    load(run, [replace(articles[5], body=articles[14].body.replace("saved twice", "saved thrice"))])
    group(run)
    assert stories(run) != before
    texts = rows(run, "SELECT texts FROM core.term_counts WHERE term = ''")
    assert texts == [(len(articles) - 1,)]
    load(run, [articles[5]])
    group(run)
    assert stories(run) == before


def test_a_story_that_merges_keeps_a_name_and_tells(run: Run) -> None:
    rnd = Random(4)
    names = [f"Name{number}" for number in range(40)]

    def about(id: str, hours: int, words: Sequence[str]) -> ArticleToGroup:
        body = " ".join(f"the {word} {rnd.randint(1, 10**6)}x" for word in words)
        return ArticleToGroup(
            id=id, text_id="", title=f"{id} title", body=body, publisher="a.test",
            published_at=T0 + timedelta(hours=hours),
        )  # fmt: skip

    background = [
        replace(about(f"b{n}", n, []), body=" ".join(make_report(rnd, 80))) for n in range(30)
    ]
    left, right = names[:14], names[20:34]
    load(run, [*background, about("one", 1, left), about("two", 2, right)])
    group(run)
    before = dict(rows(run, "SELECT url, story_id FROM mart.articles WHERE url IN ('one', 'two')"))
    assert len(set(before.values())) == 2
    load(run, [about(f"both{n}", 3, left + right) for n in range(4)])
    group(run)
    after = dict(rows(run, "SELECT url, story_id FROM mart.articles WHERE url IN ('one', 'two')"))
    assert set(after.values()) == {before["one"]}
    assert rows(run, "SELECT kind, from_story_id, to_story_id, texts FROM core.story_events") == [
        ("merged", before["two"], before["one"], 1)
    ]
    gone = f"SELECT merged_into FROM core.stories WHERE story_id = '{before['two']}'"
    assert rows(run, gone) == [(before["one"],)]
    assert orphans(run) == []


def orphans(run: Run) -> list[object]:
    """The stories that the check for orphans finds."""
    (check,) = [one for one in list_checks() if one.name == "no_orphan"]
    later = datetime.now(UTC) + timedelta(days=1)  # stories are looked at whenever they came
    with run.transaction() as cur:
        return list(run_check(cur, check, "test", since=later, max_failed_share=1.0).sample)


def test_a_story_of_which_nothing_is_left_is_empty_and_no_fault(run: Run) -> None:
    rnd = Random(9)
    reports = [
        replace(morning()[0], id=f"r{n}", body=" ".join(make_report(rnd, 80)), publisher=f"p{n}")
        for n in range(6)
    ]
    load(run, reports)
    group(run)
    ((before,),) = rows(run, "SELECT story_id FROM mart.articles WHERE url = 'r5'")
    assert rows(run, f"SELECT size FROM core.stories WHERE story_id = '{before}'") == [(1,)]
    load(run, [replace(reports[5], body=edit(reports[0].body, 0.04, rnd))])
    group(run)
    assert rows(
        run, f"SELECT size, merged_into FROM core.stories WHERE story_id = '{before}'"
    ) == [(0, None)]  # fmt: skip
    assert before not in {story for (story,) in rows(run, "SELECT story_id FROM mart.stories")}
    assert orphans(run) == []
    load(run, [reports[5]])
    group(run)
    assert orphans(run) == []


def test_weeks_of_news_are_a_chain_of_episodes(run: Run) -> None:
    articles, _ = newsroom()
    trial, later = articles[5], articles[6]
    assert trial.published_at
    third = replace(later, id="third", body=edit(articles[5].body, 0.7, Random(2)))
    weeks = [replace(later, published_at=trial.published_at + timedelta(days=10)),
             replace(third, published_at=trial.published_at + timedelta(days=20))]  # fmt: skip
    load(run, [each for each in articles if each is not later])
    load(run, weeks)
    group(run)
    chain = rows(
        run,
        "SELECT lead.url, earlier.url FROM mart.stories"
        " JOIN mart.articles AS lead ON lead.article_id = lead_article_id"
        " LEFT JOIN core.stories AS before ON before.story_id = mart.stories.continues"
        " LEFT JOIN mart.articles AS earlier ON earlier.article_id = before.lead_article_id"
        " WHERE mart.stories.continues IS NOT NULL",
    )
    assert (later.id, trial.id) in chain


WORKER = """
import sys, time
from pathlib import Path
from include.settings import Settings
from include.stages import Run, fingerprint_texts, group_stories
from include.stages import fingerprinting, grouping
from include.warehouse import queries
from include.warehouse.check import ALL, run_check
from include.warehouse.check_list import list_checks
from include.warehouse.connect import connector

def slowly(write):
    def slow(*given, **options):
        time.sleep(0.02)
        return write(*given, **options)
    return slow

queries.many, queries.run = slowly(queries.many), slowly(queries.run)
fingerprinting._CHUNK = 11
grouping._READ_AT_ONCE, grouping._PLACED_AT_ONCE, grouping._SETTLED_AT_ONCE = 7, 20, 25
run = Run(connect=connector(sys.argv[1]), settings=Settings(), run_id=sys.argv[2])
Path(sys.argv[3]).touch()
fingerprint_texts(run)
group_stories(run)
"""
KILLS = 14


def test_four_workers_killed_at_random_end_as_one_undisturbed(
    postgres_server: EmbeddedServer, migrated_template: str, tmp_path: Path
) -> None:
    articles = crowd()
    with database(postgres_server, template=migrated_template) as dsn:
        wanted_stories, wanted_copies = alone(run_on(dsn), articles)
    with database(postgres_server, template=migrated_template) as dsn:
        run = run_on(dsn)
        load(run, articles)
        rnd = Random(6)
        caught: list[str] = []
        workers = [Worker(dsn, tmp_path / f"worker{number}") for number in range(4)]
        deadline = time.monotonic() + 120
        while len(caught) < KILLS and not settled(run) and time.monotonic() < deadline:
            time.sleep(rnd.uniform(0.1, 0.7))
            at = phase(run)
            victim = rnd.randrange(4)
            if workers[victim].is_at_work and workers[victim].kill():
                caught.append(at)
            if not workers[victim].is_alive:
                workers[victim] = Worker(dsn, tmp_path / f"again{time.monotonic_ns()}")
        for worker in workers:
            assert worker.process.wait(timeout=120) == 0
        assert len(caught) >= 6
        assert {"copies", "stories"} <= set(caught)
        assert stories(run) == wanted_stories
        assert copies(run) == wanted_copies
        twice = rows(run, "SELECT stage, subject FROM ops.outcomes WHERE stage IN"
                     " ('group_stories', 'fingerprint_texts')"
                     " GROUP BY stage, subject HAVING count(*) > 1")  # fmt: skip
        assert twice == []


def phase(run: Run) -> str:
    """What the workers are at."""
    ((waiting,),) = rows(run, "SELECT count(*) FROM core.texts WHERE fingerprinted_at IS NULL")
    return "copies" if waiting else "stories"


def settled(run: Run) -> bool:
    """Whether every article has a story."""
    return rows(run, "SELECT count(*) FROM mart.articles WHERE story_id IS NULL") == [(0,)]


class Worker:
    """A process that looks for copies and groups, slowly and in small pieces."""

    def __init__(self, dsn: str, ready: Path) -> None:
        self.ready = ready
        self.process = subprocess.Popen(
            [sys.executable, "-c", WORKER, dsn, ready.name, str(ready)],
            cwd=PROJECT, start_new_session=True, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    @property
    def is_at_work(self) -> bool:
        """Whether it has begun and not ended."""
        return self.ready.exists() and self.is_alive

    def kill(self) -> bool:
        """Kill it as the kernel does; whether that was in time."""
        os.killpg(self.process.pid, signal.SIGKILL)
        return self.process.wait() == -signal.SIGKILL


def crowd() -> list[ArticleToGroup]:
    """Two hundred reports on forty events over ten days, a third of them copied."""
    rnd = Random(12)
    made: list[ArticleToGroup] = []
    for event in range(40):
        own = [" ".join(make_report(rnd, 60)) for _ in range(2)]
        start = T0 + timedelta(hours=rnd.randint(0, 240))
        for number in range(5):
            body = edit(own[0], 0.5, rnd) + " " + edit(own[1], 0.6, rnd)
            body += " " + " ".join(make_report(rnd, 60))
            at = start + timedelta(hours=rnd.randint(0, 30))
            one = ArticleToGroup(
                id=f"e{event}n{number}", text_id="", title=body[:40], body=body,
                published_at=at, publisher=f"p{rnd.randint(1, 9)}.test",
            )  # fmt: skip
            made.append(one)
            if rnd.random() < 0.35:
                copied = edit(body, 0.05, rnd) if rnd.random() < 0.7 else body
                later = at + timedelta(hours=rnd.randint(1, 9))
                made.append(replace(one, id=f"{one.id}c", body=copied, published_at=later))
    rnd.shuffle(made)
    return made


def test_an_article_loaded_alone_is_grouped(run: Run) -> None:
    articles, _ = newsroom()
    with run.transaction() as cur:
        store_article(cur, replace(articles[0], published_at=None), seen_at=T0)
    group(run)
    assert rows(run, "SELECT reason, score FROM core.story_articles") == [("first_of_story", 1.0)]
    (detail,) = rows(run, "SELECT detail FROM ops.outcomes WHERE stage = 'group_stories'")
    assert "undated" in str(detail)
