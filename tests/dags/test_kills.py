"""Killed in its work, through the real scheduler: nothing is lost, and green is true.

The short form, in every `make test`: one kill of each stage that claims work, in one run; one of
the scheduler, of PostgreSQL and of one of its processes, in another; and two runs at once. The
long form, `make kill-tests KILLS=10`: so many of each, at random moments, of imports and of
whole runs by hand too. `SEED=` makes other moments.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

from include.local.ports import free_port
from include.local.processes import Child
from include.settings import PROJECT
from tests.dags.killing import RUN_S, Kill, Victim, processor_s, run
from tests.dags.whole_system import Ended, Products, System, ask, products

pytestmark = [
    pytest.mark.airflow,
    pytest.mark.model,
    pytest.mark.warehouse,
    pytest.mark.timeout(6 * 3600 if "KILLS" in os.environ else 1800),
]

KILLS = int(os.environ.get("KILLS", "1"))
MOST_RUNS = 4
SEED = os.environ.get("SEED", "kills")
TASKS: tuple[Victim, ...] = ("task", "tree")
CARRIERS: tuple[Victim, ...] = ("scheduler", "postmaster", "backend")
# Kills of one run: a task has three tries, so that two of them may be killed.
ROUNDS = [range(first, min(first + 2, KILLS)) for first in range(0, KILLS, 2)]
LONG = pytest.mark.skipif(KILLS == 1, reason="of the long form: make kill-tests")
STAGES = ("poll_feeds", "fetch_pages", "clean_articles", "extract_texts")


@pytest.fixture(scope="module")
def system() -> Iterator[System]:
    folder = Path(tempfile.mkdtemp(prefix="dateline-kills-"))
    folder.chmod(0o755)  # where we are root, the server is another user
    try:
        yield System(folder / ".dateline", free_port())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def up(system: System) -> Iterator[Child]:
    with system.up() as child:
        system.keep_pristine()
        yield child


@pytest.fixture(scope="module")
def undisturbed(system: System, up: Child) -> Products:
    """What a run brings that nobody disturbs; how long its stages hold work is noted."""
    ended = run(system, up, "ingest_news", {})
    assert (ended.airflow, ended.state) == ("success", "done"), ended
    assert all(count for count, _ in ended.products.values()), ended.products
    return ended.products


@pytest.fixture(scope="module")
def imported(system: System, up: Child, undisturbed: Products) -> Products:
    """What an import of the newsroom's pages brings that nobody disturbs."""
    write_warc(system, system.home / "import" / "newsroom.warc.gz")
    system.reset()
    ended = run(system, up, "import_warc", {"path": str(system.home / "import")})
    assert (ended.airflow, ended.state) == ("success", "done"), ended
    assert ended.products["articles"][0] > 40, ended.products
    return ended.products


def moment(*of: object) -> float:
    """A share of a stage's time, another for each kill, the same in each run of the tests."""
    return random.Random(f"{SEED} {of}").uniform(0.0, 0.7)


def judge(ended: Ended, expected: Products) -> str:
    """Whether a run's end is true: `green`, or `red` with what is left named."""
    if ended.airflow == "success":
        assert ended.state == "done", ended
        assert ended.claims == {}, ended
        assert ended.products == expected
        return "green"
    assert ended.state in {"failed", "interrupted"}, ended
    assert ended.reason, ended
    assert {one["stage"] for one in ended.left} >= {*ended.claims}, ended
    return "red"


def kill_in(
    system: System, up: Child, dag: str, conf: dict[str, Any], kills: list[Kill],
    expected: Products,
) -> None:  # fmt: skip
    """Runs of a DAG until all of `kills` have happened: a run whose stage was over too soon is
    made again. After a red run the next one, undisturbed, brings what was missing.
    """
    for _ in range(MOST_RUNS):
        system.reset()
        missing = [one for one in kills if not one.is_done]
        ended = run(system, up, dag, conf, missing)
        if (verdict := judge(ended, expected)) == "red":
            again = run(system, up, dag, conf)
            assert judge(again, expected) == "green", again
        for one in missing:
            if one.is_done:
                print(f"{verdict}: {one}", flush=True)
            one.share /= 2
        if all(one.is_done for one in kills):
            return
    raise AssertionError(f"not killed: {kills}")


@pytest.mark.parametrize("numbers", ROUNDS)
def test_tasks_killed_in_their_work_lose_nothing(
    system: System, up: Child, undisturbed: Products, numbers: Sequence[int]
) -> None:
    kills = [
        Kill(stage, moment(stage, number), TASKS[(number + place) % 2])
        for number in numbers
        for place, stage in enumerate(STAGES)
    ]
    kill_in(system, up, "ingest_news", {}, kills, undisturbed)


@LONG
@pytest.mark.parametrize("numbers", ROUNDS)
def test_an_import_killed_in_its_work_loses_nothing(
    system: System, up: Child, undisturbed: Products, imported: Products, numbers: Sequence[int]
) -> None:
    kills = [
        Kill("import_pages", moment("import_pages", number), TASKS[number % 2])
        for number in numbers
    ]
    stage = STAGES[2 + numbers[0] // 2 % 2]
    kills += [
        Kill(stage, moment(stage, "imported", number), TASKS[number % 2]) for number in numbers
    ]
    conf = {"path": str(system.home / "import")}
    kill_in(system, up, "import_warc", conf, kills, imported)


@pytest.mark.parametrize("number", range(KILLS))
def test_what_carries_a_run_is_killed_and_nothing_is_lost(
    system: System, up: Child, undisturbed: Products, number: int
) -> None:
    stages = random.Random(f"{SEED} carriers {number}").sample(STAGES, len(CARRIERS))
    kills = [
        Kill(stage, moment(victim, number), victim)
        for stage, victim in zip(stages, CARRIERS, strict=True)
    ]
    kill_in(system, up, "ingest_news", {}, kills, undisturbed)


@LONG
@pytest.mark.parametrize("numbers", ROUNDS)
def test_a_run_by_hand_is_killed_with_all_its_processes_and_run_again(
    system: System, up: Child, undisturbed: Products, numbers: Sequence[int]
) -> None:
    system.reset()
    whole = sum(system.windows[stage] for stage in STAGES)
    dead = []
    for place, number in enumerate(numbers, start=1):
        seconds = moment("group", number) * whole / place
        with by_hand(system) as process:
            started = time.monotonic()
            while not (processor_s(process.pid) >= seconds and holds_work(system)):
                assert process.poll() is None, "it ended before it was killed"
                assert time.monotonic() - started < RUN_S
                time.sleep(0.05)
            os.killpg(process.pid, signal.SIGSTOP)
            held = holds_work(system)
            os.killpg(process.pid, signal.SIGKILL)
            assert process.wait(60) == -signal.SIGKILL
        assert held
        ((run_id,),) = ask(system.warehouse, "SELECT run_id FROM ops.runs WHERE state = 'running'")
        dead.append((run_id, "interrupted"))
        print(f"run again: group {process.pid} after {seconds:.1f} s, held {held}", flush=True)
    with by_hand(system) as process:
        assert process.wait(RUN_S) == 0, (system.home / "by_hand.log").read_text("utf-8")
    told = ask(
        system.warehouse,
        "SELECT run_id, state FROM ops.runs WHERE state_reason LIKE 'its process died%%' "
        "ORDER BY started_at",
    )
    assert told == dead
    assert ask(system.warehouse, "SELECT count(*) FROM ops.claims") == [(0,)]
    assert products(system.warehouse) == undisturbed


def test_two_runs_at_once_extract_no_text_twice(
    system: System, up: Child, undisturbed: Products
) -> None:
    system.reset()
    with by_hand(system) as first, by_hand(system) as second:
        codes = {first.wait(RUN_S), second.wait(RUN_S)}
    assert codes == {0}, (system.home / "by_hand.log").read_text("utf-8")
    for stage in ("clean_articles", "extract_texts"):
        told = ask(
            system.warehouse,
            "SELECT count(*), count(DISTINCT subject) FROM ops.outcomes WHERE stage = %s", stage,
        )  # fmt: skip
        assert told[0][0] == told[0][1] > 0, stage
    ((extracted, texts),) = ask(
        system.warehouse, "SELECT count(*), count(DISTINCT text_id) FROM core.extractions"
    )
    assert extracted == texts
    states = ask(system.warehouse, "SELECT state FROM ops.runs")
    assert states == [("done",), ("done",)]
    assert products(system.warehouse) == undisturbed


@contextmanager
def by_hand(system: System) -> Iterator[subprocess.Popen[bytes]]:
    """`python -m include run` in a process group of its own, on the newsroom that is served."""
    newsroom = system.home / "newsroom"
    port = (newsroom / "port").read_text("ascii")
    env = system.env | {
        "DATELINE_FEEDS": str(newsroom / "feeds.csv"),
        "DATELINE_ALLOW_PRIVATE": f"127.0.0.1:{port}",
    }
    with (system.home / "by_hand.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "include", "run"], cwd=PROJECT, env=env, stdout=log,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(60)


def holds_work(system: System) -> int:
    """How many items live workers hold."""
    ((held,),) = ask(
        system.warehouse,
        "SELECT count(*) FROM ops.claims "
        "WHERE worker_id IN (SELECT worker_id FROM ops.live_workers())",
    )
    return int(held)


def write_warc(system: System, path: Path, *, copies: int = 5) -> None:
    """A WARC file of the newsroom's pages, each so many times, as a crawler met them."""
    path.parent.mkdir()
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for copy in range(copies):
            for file in sorted((system.home / "archive").rglob("pages-*.warc.gz")):
                with file.open("rb") as archive:
                    for record in ArchiveIterator(archive):
                        if record.rec_type == "response":
                            writer.write_record(_later(writer, record, copy))
    assert path.stat().st_size > 100_000, "no pages to import"


def _later(writer: WARCWriter, record: Any, days: int) -> Any:
    url, at = (record.rec_headers.get_header(name) for name in ("WARC-Target-URI", "WARC-Date"))
    when = datetime.fromisoformat(at) - timedelta(days=30 - days)
    body = record.content_stream().read() + b"<!-- seen %d times -->" % (days + 1)
    return writer.create_warc_record(
        url, "response", payload=io.BytesIO(body), http_headers=record.http_headers,
        warc_headers_dict={"WARC-Date": when.strftime("%Y-%m-%dT%H:%M:%SZ")},
    )  # fmt: skip
