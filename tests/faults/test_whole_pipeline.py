"""Every fault of the table at once, among healthy feeds and pages, through the whole pipeline.

Four runs on one warehouse: with the faults, after they are gone, with the faults again, and
once more without. What must hold is asserted by `invariants`, one assertion each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from include import stages, urls
from include.pages import guard
from include.settings import Settings
from include.warehouse.connect import connector
from tests.conftest import EmbeddedServer, database
from tests.faults import invariants
from tests.faults.audit import allowed_folders, watching
from tests.faults.cases import CAP, CASES, DEADLINE_S, FEED, PAGE, ROBOTS, SITE, Case
from tests.faults.certificates import authority
from tests.faults.hosts import FaultyHosts
from tests.faults.invariants import World
from tests.faults.listing import ELSEWHERE, FAULTS

CANARY = "Zaunkoenig4Wb"
MEMORY_MB = 2_048
HEALTHY = {
    **{f"healthy-{number}.page.test": 3 for number in range(5)},
    "robots-html.page.test": 1,
    "robots-gone.page.test": 1,
    "tls-good.feed.test": 1,
}
# Long where a machine does much else: what is bounded is each run, not this.
pytestmark = [pytest.mark.model, pytest.mark.warehouse, pytest.mark.timeout(1_800)]


@dataclass
class Story(World):
    """The world after its four runs; what it held, and what was asked, run by run."""

    sums: dict[str, dict[str, str]] = field(default_factory=dict)
    held: dict[str, set[tuple[Any, ...]]] = field(default_factory=dict)
    due: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    listed: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    def page(self, host: str, number: int = 1) -> str:
        """The canonical address of a host's page."""
        assert self.hosts is not None
        return urls.canonical(self.hosts.url(host, f"/page/{number}"))

    def run(self, name: str, settings: Settings) -> None:
        """A whole run; then all is due again, as after a week."""
        one = stages.Run(connect=connector(self.dsn), settings=settings, run_id=name)
        stages.run_all(one, bar=lambda *_: None)
        self.sums[name] = invariants.checksums(self)
        self.held[name] = invariants.contents(self)
        self.listed[name] = invariants.listed_and_told(self, name)
        self.due[name] = self.rows(
            "SELECT feed_id, extract(epoch FROM next_poll_at - last_polled_at)::float8, etag, "
            "last_reason FROM core.feeds"
        )
        self.rows("UPDATE core.pages SET next_fetch_at = now() WHERE next_fetch_at IS NOT NULL")
        self.rows("UPDATE ops.hosts SET not_before = now() - interval '1 second'")


def started(folder: Path) -> FaultyHosts:
    """The fault server of the table, and the authority that runs are to trust."""
    trusted = authority()
    (folder / "authority.pem").write_bytes(trusted.certificate.public_bytes(Encoding.PEM))
    (folder / "bait.txt").write_text(f"{CANARY}\n", "utf-8")
    return FaultyHosts(
        faults={case.host: (case.at, case.fault) for case in CASES if case.at != SITE},
        folder=folder,
        trusted=trusted,
        robots=ROBOTS,
        pages_of=HEALTHY,
    )


def feed_list(hosts: FaultyHosts) -> str:
    """A list of every host's feed."""
    names = sorted({*HEALTHY, *(case.host for case in CASES)})
    lines = [f"{name},{hosts.url(name, '/feed')},{name}.example,,en," for name in names]
    return "\n".join(["feed_id,url,publisher,title,language,country", *lines]) + "\n"


@pytest.fixture(scope="module")
def story(
    postgres_server: EmbeddedServer, migrated_template: str, tmp_path_factory: Any
) -> Iterator[Story]:
    bait, home = tmp_path_factory.mktemp("bait"), tmp_path_factory.mktemp("home")
    with (
        pytest.MonkeyPatch.context() as patch,
        started(bait).serving() as hosts,
        database(postgres_server, template=migrated_template) as dsn,
        watching(home, patch) as told,
    ):
        patch.setattr(guard, "_getaddrinfo", hosts.resolve)
        patch.setenv("SSL_CERT_FILE", str(bait / "authority.pem"))
        patch.setenv("TMPDIR", str(home))
        (home / "feeds.csv").write_text(feed_list(hosts), "utf-8")
        settings = Settings(
            home=home,
            feeds=str(home / "feeds.csv"),
            allow_private=hosts.listed(),
            fetch_deadline_s=DEADLINE_S,
            parse_deadline_s=10,
            workers=1,
            host_gap_s=0,
            feed_max_bytes=CAP,
            page_max_bytes=CAP,
            max_entries=500,
            memory_mb=MEMORY_MB,
        )
        one = Story(dsn=dsn, folder=home, hosts=hosts, told=told)
        one.run("at fault", settings)
        hosts.heal()
        one.run("healed", settings)
        hosts.faulty = True
        one.run("at fault again", settings)
        hosts.faulty = False
        one.run("healed again", settings)
        yield one


def subject(story: Story, case: Case) -> str:
    """What a case's outcome is of: the feed, or its first page as it is listed."""
    assert story.hosts is not None
    return case.host if case.at == FEED else story.hosts.url(case.host, "/page/1")


RUNS = ("at fault", "healed", "at fault again", "healed again")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number}-{case.name}-{case.at}")
def test_each_fault_is_told_with_its_reason(story: Story, case: Case) -> None:
    wanted = [reason.value for reason in case.reasons]
    invariants.no_silent_loss(story, "at fault", {subject(story, case): wanted})


@pytest.mark.parametrize("run_id", RUNS)
def test_a_run_ends_and_all_it_saw_has_an_outcome(story: Story, run_id: str) -> None:
    invariants.ended(story, run_id)
    invariants.conservation(story, run_id)
    assert story.listed[run_id] or "again" in run_id
    invariants.entries_conserved(story.listed[run_id])


def test_nothing_is_there_twice(story: Story) -> None:
    invariants.identity(story)


def test_healthy_neighbours_are_stored_in_the_first_run(story: Story) -> None:
    stored = {row[0] for row in story.held["at fault"]}
    healthy = {story.page(host, n) for host, many in HEALTHY.items() for n in range(1, many + 1)}
    assert healthy - stored == set()
    invariants.isolation(story, healthy)


def test_all_comes_once_the_faults_are_gone(story: Story) -> None:
    wanted = {case.host for case in CASES if case.at != SITE and case.heals}
    invariants.convergence(story, {story.page(host) for host in wanted})


def test_faults_that_come_back_take_nothing_away(story: Story) -> None:
    invariants.no_regression(story.held["healed"], story.held["at fault again"])


def test_the_same_again_changes_nothing(story: Story) -> None:
    invariants.idempotence(story.sums["healed again"], invariants.checksums(story))
    invariants.no_regression(story.held["healed"], story.held["healed again"])


def test_every_answer_came_in_time(story: Story) -> None:
    invariants.bounded_time(story, DEADLINE_S)


def test_no_process_held_more_than_is_set() -> None:
    invariants.bounded_memory(MEMORY_MB)


def test_nothing_was_opened_and_nobody_asked_but_what_a_run_is_for(story: Story) -> None:
    invariants.containment(story, allowed_folders())
    invariants.nowhere(story, CANARY)


def test_every_address_kept_is_one_of_the_web(story: Story) -> None:
    invariants.inertness(story)


def test_hosts_were_asked_politely(story: Story) -> None:
    invariants.politeness(story, at_once=2, forbidden={"robots-no.page.test"})
    invariants.robots_read_once(story)


def test_waits_are_kept(story: Story) -> None:
    waits = {feed_id: seconds for feed_id, seconds, _, _ in story.due["at fault"]}
    assert waits["wait-seconds.feed.test"] >= 600
    assert waits["wait-date.feed.test"] >= 600
    assert waits["wait-503.feed.test"] >= 700


def test_validators_are_of_what_is_stored(story: Story) -> None:
    invariants.atomic_validators(story)
    assert {tag for _, _, tag, _ in story.due["at fault"]} == {None, 'W/"a,b"', "abc"}


def test_texts_are_clean(story: Story) -> None:
    invariants.clean_text(story)


def test_dates_are_sane(story: Story) -> None:
    invariants.sane_time(story)


def test_public_may_nothing_and_the_schema_is_whole(story: Story) -> None:
    invariants.least_privilege(story)
    invariants.atomic_schema(story)


def test_the_table_tells_of_every_fault() -> None:
    numbers = {case.number for case in CASES}
    assert numbers | ELSEWHERE.keys() == FAULTS.keys()
    assert not numbers & ELSEWHERE.keys()
    root = Path(__file__).parents[2]
    assert [path for path in ELSEWHERE.values() if not (root / path).exists()] == []
    assert len({case.host for case in CASES}) == len(CASES)
    assert {case.at for case in CASES} == {FEED, PAGE, SITE}
